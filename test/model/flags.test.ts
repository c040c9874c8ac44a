import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Flag, FLAGS, flagSteps } from '../../src/model/flags.js';
import { finish } from '../../src/model/steps.js';
import type { UsageRecord } from '../../src/model/usage-record.js';
import { at, call, dec, lines, tableOf } from '../support/model-records.js';

/** The flags of each record, those that only say what its number is aside. */
function flagsOf(
  records: readonly Partial<UsageRecord>[],
  known: string[] | null = null,
): Flag[][] {
  const { bits } = finish(flagSteps(tableOf(records), known && new Set(known)));
  return Array.from(bits, (set) =>
    (Object.keys(FLAGS) as Flag[]).filter((flag) => set & FLAGS[flag]),
  );
}

/** Calls a minute apart, each to a number of its own. */
const usual = (count: number, parts: Partial<UsageRecord> = {}): UsageRecord[] =>
  Array.from({ length: count }, (_, n) =>
    call({
      startTime: at(`2026-03-08T10:${String(n).padStart(2, '0')}:00`),
      otherParty: `+4670987654${n % 10}`,
      volume: dec('30'),
      ...parts,
    }),
  );

describe('flags', () => {
  it('tell premium, credit and numbers abroad', () => {
    const records = [
      call({ otherParty: '0939-1124000', startTime: at('2026-03-08T10:00') }),
      call({ amount: dec('-5'), startTime: at('2026-03-08T11:00') }),
      call({ otherParty: '004712345678', startTime: at('2026-03-08T12:00') }),
      call({ otherParty: '0701234567', startTime: at('2026-03-08T13:00') }),
    ];
    expect(flagsOf(records)).to.deep.equal([['premium'], ['credit'], ['international'], []]);
  });

  it('tell a number that nothing else at hand holds, and none without anything at hand', () => {
    const records = usual(2);
    expect(flagsOf(records, ['+46709876540'])).to.deep.equal([[], ['firstSeen']]);
    expect(flagsOf(records)).to.deep.equal([[], []]);
  });

  it('tell what costs many times the usual, and how many', () => {
    const dear = call({ amount: dec('18.00'), startTime: at('2026-03-09T10:00') });
    const table = tableOf([...usual(9), dear]);
    const { bits, factors } = finish(flagSteps(table, null));
    expect([bits[9], factors[9]]).to.deep.equal([FLAGS.unusual, 12]);
    expect(bits.slice(0, 9).every((set) => set === 0)).to.equal(true);
  });

  it('find nothing unusual among few, among others, or where amounts vary', () => {
    const dear = { amount: dec('18.00'), startTime: at('2026-03-09T10:00') };
    expect(flagsOf([...usual(6), call(dear)]).at(-1)).to.deep.equal([]);
    expect(flagsOf([...usual(9), call({ ...dear, usageType: 'DATA' })]).at(-1)).to.deep.equal([]);
    expect(flagsOf([...usual(9), call({ ...dear, subscriptionNo: '1' })]).at(-1)).to.deep.equal([]);
    const varied = usual(20).map((each, n) => ({ ...each, amount: dec(String(1 + n)) }));
    expect(flagsOf([...varied, call({ ...dear, amount: dec('52') })]).at(-1)).to.deep.equal([]);
  });

  it('tell two records that are alike but for their ids', () => {
    const twice = [call({ recordId: 'a' }), call({ recordId: 'b' })];
    expect(flagsOf(twice)).to.deep.equal([['duplicate'], ['duplicate']]);
    for (const other of [
      { amount: dec('1.51') },
      { otherParty: '+46709876544' },
      { startTime: at('2026-03-08T21:20:00') },
      { subscriptionNo: '46' },
      { usageType: 'SMS' },
    ]) {
      const [, second] = flagsOf([call({ recordId: 'a' }), call({ recordId: 'b', ...other })]);
      expect(second, Object.keys(other).join()).not.to.include('duplicate');
    }
  });

  it('do not take dates without a time of day for one moment', () => {
    const day = { startTime: at('2026-03-08') };
    expect(
      flagsOf([call({ recordId: 'a', ...day }), call({ recordId: 'b', ...day })]),
    ).to.deep.equal([[], []]);
  });

  it('tell calls of one subscription that go on at once', () => {
    const other = { otherParty: '+46709876544' };
    const first = call({ startTime: at('2026-03-08T10:00:00'), volume: dec('300') });
    const during = call({ startTime: at('2026-03-08T10:04:59'), ...other });
    const after = call({ startTime: at('2026-03-08T10:06:10'), ...other });
    expect(flagsOf([first, during, after])).to.deep.equal([['overlapping'], ['overlapping'], []]);
    expect(flagsOf([first, { ...during, subscriptionNo: '1' }])).to.deep.equal([[], []]);
    expect(flagsOf([first, { ...during, unit: 'KB', usageType: 'DATA' }])).to.deep.equal([[], []]);
  });

  it('are the same in whatever order the records come, and change no total', () => {
    const any = fc
      .array(
        fc
          .record({
            subscriptionNo: fc.constantFrom('1', '2'),
            usageType: fc.constantFrom('VOICE', 'SMS'),
            otherParty: fc.constantFrom('0701234567', '+4712345678', '0939112', null),
            startTime: fc
              .constantFrom('2026-03-08T10:00', '2026-03-08T10:01', '2026-03-08')
              .map(at),
            volume: fc.constantFrom('1', '90').map(dec),
            amount: fc.option(fc.constantFrom('-1', '0', '1.5', '20').map(dec)),
          })
          .map((parts) => call(parts)),
        { maxLength: 30 },
      )
      .map((records) => records.map((record, n) => ({ ...record, recordId: `r${n}` })));
    fc.assert(
      fc.property(any, (records) => {
        const table = tableOf(records);
        const before = lines(table.total(null).sums);
        const flags = flagsOf(records);
        expect(flagsOf(records.toReversed()).toReversed()).to.deep.equal(flags);
        finish(flagSteps(table, null));
        expect(lines(table.total(null).sums)).to.deep.equal(before);
      }),
    );
  });
});

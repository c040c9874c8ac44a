import { expect } from '@open-wc/testing';
import { flagSteps } from '../../src/model/flag-steps.js';
import { type Flag, FLAGS, type TableFlags } from '../../src/model/flags.js';
import type { NumberRules } from '../../src/model/number-rules.js';
import { finish } from '../../src/model/steps.js';
import type { UsageRecord } from '../../src/model/usage-record.js';
import type { UsageTable } from '../../src/model/usage-table.js';
import { at, call, dec, tableOf } from '../support/model-records.js';

const NAMES = Object.keys(FLAGS) as Flag[];

function namesOf({ sets }: TableFlags, row: number): Flag[] {
  return NAMES.filter((flag) => sets.code(row) & FLAGS[flag]);
}

function flagsOf(
  records: readonly Partial<UsageRecord>[],
  others: readonly UsageTable[] = [],
  numberRules: NumberRules = {},
): Flag[][] {
  const flags = finish(flagSteps(tableOf(records, { numberRules }), others));
  return records.map((_, row) => namesOf(flags, row));
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

const dear = (parts: Partial<UsageRecord> = {}): UsageRecord =>
  call({ amount: dec('18.00'), startTime: at('2026-03-09T10:00:00'), ...parts });

describe('flags of numbers and types', () => {
  it('tell premium, credit and numbers abroad', () => {
    const records = [
      call({ otherParty: '0939-1124000', startTime: at('2026-03-08T10:00') }),
      call({ amount: dec('-5'), startTime: at('2026-03-08T11:00') }),
      call({ otherParty: '004712345678', startTime: at('2026-03-08T12:00') }),
      call({ otherParty: '0701234567', startTime: at('2026-03-08T13:00') }),
      call({ otherParty: 'Spotify', startTime: at('2026-03-08T14:00') }),
      call({ otherParty: '118118', startTime: at('2026-03-08T15:00') }),
      call({ otherParty: null, startTime: at('2026-03-08T16:00') }),
    ];
    const flags: Flag[][] = [['premium'], ['credit'], ['international'], [], [], ['premium'], []];
    expect(flagsOf(records)).to.deep.equal(flags);
  });

  it('tell roaming by type, by operator abroad and by the host’s numbers', () => {
    const records = [
      call({ usageType: 'ROAM_VOICE', startTime: at('2026-03-08T10:00') }),
      call({ roamingProvider: 'Telenor', startTime: at('2026-03-08T11:00') }),
      call({ otherParty: '+46888123', startTime: at('2026-03-08T12:00') }),
    ];
    const roaming: Flag[] = ['roaming'];
    expect(flagsOf(records)).to.deep.equal([roaming, roaming, []]);
    expect(flagsOf(records, [], { roaming: ['0888*'] })).to.deep.equal([roaming, roaming, roaming]);
  });

  it('tell premium by the host’s own types', () => {
    const table = tableOf([call({ usageType: 'VX7' })]);
    const flags = finish(flagSteps(table, [], { VX7: { kind: 'premium' } }));
    expect(namesOf(flags, 0)).to.deep.equal(['premium']);
  });

  it('take other countries, and the home country, from the host’s rules', () => {
    const numbers = ['+4712345678', '+46701234567', '0047123', '+13051234567', '12345678'];
    const records = numbers.map((otherParty, n) =>
      call({ otherParty, startTime: at(`2026-03-08T1${n}:00`) }),
    );
    const abroad = (rules: NumberRules): string[] =>
      flagsOf(records, [], rules).flatMap(([flag], n) =>
        flag === 'international' ? [numbers[n] ?? ''] : [],
      );
    expect(abroad({})).to.deep.equal(['+4712345678', '0047123', '+13051234567']);
    expect(abroad({ homeCountry: '47' })).to.deep.equal(['+46701234567', '+13051234567']);
    expect(abroad({ homeCountry: '+47' })).to.deep.equal(['+46701234567', '+13051234567']);
    expect(abroad({ international: ['00 1*'] })).to.deep.equal(['+13051234567']);
    expect(abroad({ international: [] })).to.deep.equal([]);
  });
});

describe('a number seen for the first time', () => {
  const earlier = (parts: Partial<UsageRecord> = {}): UsageTable =>
    tableOf([call({ otherParty: '+46709876540', startTime: at('2026-02-08T10:00'), ...parts })]);

  it('is one that no earlier usage at hand holds', () => {
    expect(flagsOf(usual(2), [earlier()])).to.deep.equal([[], ['firstSeen']]);
  });

  it('is none without earlier usage: none at hand, later, of others only, or itself', () => {
    const table = tableOf(usual(2));
    expect(flagsOf(usual(2))).to.deep.equal([[], []]);
    const later = earlier({ startTime: at('2026-04-08T10:00') });
    expect(flagsOf(usual(2), [later])).to.deep.equal([[], []]);
    expect(flagsOf(usual(2), [earlier({ subscriptionNo: '1' })])).to.deep.equal([[], []]);
    expect(namesOf(finish(flagSteps(table, [table])), 1)).to.deep.equal([]);
    const alongside = earlier({ startTime: at('2026-03-08T10:00:00') });
    expect(flagsOf(usual(2), [alongside])).to.deep.equal([[], []]);
  });

  it('is none when someone else of the family has called it', () => {
    const others = [earlier(), earlier({ subscriptionNo: '1', otherParty: '+46709876541' })];
    expect(flagsOf(usual(2), others)).to.deep.equal([[], []]);
  });

  it('is none of a subscription without earlier usage beside one that has some', () => {
    const records = usual(4).map((each, n) =>
      n % 2 ? { ...each, subscriptionNo: 'new' } : { ...each, otherParty: `+4670000000${n}` },
    );
    const flags: Flag[][] = [['firstSeen'], [], ['firstSeen'], []];
    expect(flagsOf(records, [earlier()])).to.deep.equal(flags);
  });

  it('is none that any of several earlier answers holds', () => {
    const both = [earlier(), earlier({ otherParty: '+46709876541' })];
    expect(flagsOf(usual(3), both)).to.deep.equal([[], [], ['firstSeen']]);
  });

  it('is no name of a service', () => {
    expect(flagsOf(usual(1, { otherParty: 'Spotify' }), [earlier()])).to.deep.equal([[]]);
  });
});

describe('an unusual amount', () => {
  it('is many times what is usual, and the usual one is at hand', () => {
    const table = tableOf([...usual(9), dear()]);
    const flags = finish(flagSteps(table));
    expect(namesOf(flags, 9)).to.deep.equal(['unusual']);
    expect(table.amount.key(9) / table.amount.key(flags.usual.code(9) - 1)).to.equal(12);
    for (let row = 0; row < 9; row++) expect(namesOf(flags, row)).to.deep.equal([]);
  });

  it('begins above five times the usual one, and among eight records', () => {
    const last = (count: number, amount: string): Flag[] | undefined =>
      flagsOf([...usual(count, { amount: dec('1.00') }), dear({ amount: dec(amount) })]).at(-1);
    expect(last(7, '5.01')).to.deep.equal(['unusual']);
    expect(last(7, '5.00')).to.deep.equal([]);
    expect(last(6, '5.01')).to.deep.equal([]);
  });

  it('is found beside what is free, credited or without an amount', () => {
    const aside = [null, dec('0'), dec('-1.50'), dec('-900')].flatMap((amount) =>
      usual(9, { amount }),
    );
    const flags = flagsOf([...aside, ...usual(9), dear()]);
    expect(flags.at(-1)).to.deep.equal(['unusual']);
    expect(flags.flat().filter((flag) => flag === 'unusual').length).to.equal(1);
  });

  it('is none among few, among others, of nobody known, or where amounts vary', () => {
    const last = (records: UsageRecord[]): Flag[] | undefined => flagsOf(records).at(-1);
    expect(last([...usual(6), dear()])).to.deep.equal([]);
    expect(last([...usual(9), dear({ usageType: 'DATA' })])).to.deep.equal([]);
    expect(last([...usual(9), dear({ subscriptionNo: '1' })])).to.deep.equal([]);
    expect(last([...usual(9), dear({ currency: 'NOK' })])).to.deep.equal([]);
    const nobody = { subscriptionNo: '' };
    expect(last([...usual(9, nobody), dear(nobody)])).to.deep.equal([]);
    const varied = usual(20).map((each, n) => ({ ...each, amount: dec(String(1 + n)) }));
    expect(last([...varied, dear({ amount: dec('52') })])).to.deep.equal([]);
    // A third of the calls cost ten times as much as the others: thirty times is no stranger to them.
    const mixed = usual(19).map((each, n) => ({ ...each, amount: dec(n < 13 ? '1' : '10') }));
    expect(last([...mixed, dear({ amount: dec('37') })])).to.deep.equal([]);
    expect(last([...mixed, dear({ amount: dec('38') })])).to.deep.equal(['unusual']);
  });

  it('is told as before beside one that is a thousand times as large', () => {
    const huge = dear({ amount: dec('18000'), startTime: at('2026-03-10T10:00:00') });
    const records = [...usual(12), dear(), huge];
    expect(flagsOf(records).slice(12)).to.deep.equal([['unusual'], ['unusual']]);
    expect(flagsOf(records).slice(0, 12).flat()).to.deep.equal([]);
  });
});

describe('records that are alike, or go on at once', () => {
  it('tell two that are alike but for their ids', () => {
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

  it('find a twin among any number of records of one moment', () => {
    const records = Array.from({ length: 500 }, (_, n) =>
      call({ recordId: `r${n}`, otherParty: `+46709${String(n % 499).padStart(6, '0')}` }),
    );
    const found = flagsOf(records).flatMap((flags, n) => (flags.includes('duplicate') ? [n] : []));
    expect(found).to.deep.equal([0, 499]);
  });

  it('do not take for twins what costs nothing, or dates without a time of day', () => {
    for (const parts of [
      { amount: dec('0.00') },
      { amount: null },
      { otherParty: null },
      { startTime: at('2026-03-08') },
    ]) {
      const twins = [call({ recordId: 'a', ...parts }), call({ recordId: 'b', ...parts })];
      expect(flagsOf(twins).flat(), Object.keys(parts).join()).not.to.include('duplicate');
    }
  });

  it('tell calls of one subscription that go on at once', () => {
    const other = { otherParty: '+46709876544' };
    const first = call({ startTime: at('2026-03-08T10:00:00'), volume: dec('300') });
    const during = call({ startTime: at('2026-03-08T10:04:59'), ...other });
    const after = call({ startTime: at('2026-03-08T10:06:10'), ...other });
    expect(flagsOf([first, during, after])).to.deep.equal([['overlapping'], ['overlapping'], []]);
    const { others } = finish(flagSteps(tableOf([after, during, first])));
    expect([0, 1, 2].map((row) => others.code(row))).to.deep.equal([0, 3, 2]);
    const within = ['04', '05'].map((minute) =>
      call({ startTime: at(`2026-03-08T10:${minute}:00`), volume: dec('1'), ...other }),
    );
    const many = tableOf([{ ...first, volume: dec('900') }, ...within]);
    expect(finish(flagSteps(many)).others.code(0)).to.equal(2);
    expect(flagsOf([first, { ...during, subscriptionNo: '1' }])).to.deep.equal([[], []]);
    expect(flagsOf([first, { ...during, unit: 'KB' }])).to.deep.equal([[], []]);
    expect(flagsOf([first, { ...during, usageType: 'DATA' }])).to.deep.equal([[], []]);
  });

  it('do not take calls for simultaneous that minutes, or the hour that comes twice, bring together', () => {
    const other = { otherParty: '+46709876544' };
    const minute = [
      call({ startTime: at('2026-03-08T10:00'), volume: dec('70') }),
      call({ startTime: at('2026-03-08T10:01'), ...other }),
    ];
    expect(flagsOf(minute)).to.deep.equal([[], []]);
    const [long, short] = ['300', '20'].map((seconds) =>
      call({ startTime: at('2026-03-08T10:00'), volume: dec(seconds), otherParty: seconds }),
    ) as [UsageRecord, UsageRecord];
    expect(flagsOf([long, short])).to.deep.equal([[], []]);
    expect(flagsOf([short, long])).to.deep.equal([[], []]);
    const later = { ...short, startTime: at('2026-03-08T10:01') };
    expect(flagsOf([long, later])).to.deep.equal([['overlapping'], ['overlapping']]);
    const night = [
      call({ startTime: at('2026-10-25T02:10:00+02:00'), volume: dec('1800') }),
      call({ startTime: at('2026-10-25T02:20:00+01:00'), ...other }),
    ];
    expect(flagsOf(night)).to.deep.equal([[], []]);
    const back = [
      call({ startTime: at('2026-10-25T02:20:00+02:00'), volume: dec('600') }),
      call({ startTime: at('2026-10-25T02:10:00+01:00'), volume: dec('600'), ...other }),
    ];
    expect(flagsOf(back)).to.deep.equal([[], []]);
  });
});

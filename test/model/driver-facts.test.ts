import { expect } from '@open-wc/testing';
import { periodOf, sideOf } from '../../src/model/driver-facts.js';
import type { Part } from '../../src/model/explain.js';
import type { UsageRecord, UsageSummary } from '../../src/model/usage-record.js';
import type { UsageTable } from '../../src/model/usage-table.js';
import { accountsOf, compare, factsOf, line, usageWithin } from '../support/compared.js';
import { at, call, dec, lines, tableOf } from '../support/model-records.js';

/** The only part of a comparison. */
function onlyPart(before: UsageSummary[], now: UsageSummary[]): Part {
  const [account] = accountsOf(compare(before, now));
  return account!.parts[0]!;
}

const records = (...parts: Partial<UsageRecord>[]): UsageTable => tableOf(parts.map(call));

describe('what records tell of a part', () => {
  const shock = onlyPart([line('1.00')], [line('1.00'), line('241.25', { usageType: 'PREMIUM' })]);
  const premium = (amount: string, parts: Partial<UsageRecord> = {}): Partial<UsageRecord> => ({
    usageType: 'PREMIUM',
    otherParty: '0939-1124000',
    destination: 'Betaltjänst',
    amount: dec(amount),
    ...parts,
  });

  it('is how many, when and to whom, where they come to its amount', () => {
    const table = records(premium('35.65'), premium('205.60', { startTime: at('2026-03-09') }), {});
    expect(factsOf(shock, [table])).to.deep.equal({
      count: 2,
      from: Date.UTC(2026, 2, 8, 21, 14),
      to: Date.UTC(2026, 2, 9),
      destination: 'Betaltjänst',
      timed: true,
      premium: true,
      amount: null,
    });
  });

  it('is nothing where they come to another amount, or are not all there', () => {
    expect(factsOf(shock, [records(premium('35.65'))])).to.equal(null);
    const incomplete = records(premium('241.25'));
    incomplete.note({ missingAnswers: 1 });
    expect(factsOf(shock, [incomplete])).to.equal(null);
    expect(factsOf(shock, [undefined])).to.equal(null);
  });

  it('is no day where one of them states none', () => {
    const table = records(premium('35.65'), premium('205.60', { startTime: null }));
    expect(factsOf(shock, [table])?.from).to.be.NaN;
  });

  it('is no number of calls where a record stands for several', () => {
    const table = records(premium('35.65', { quantity: dec('3') }), premium('205.60'));
    expect(factsOf(shock, [table])?.timed).to.equal(false);
    const single = records(premium('35.65', { quantity: dec('1.0') }), premium('205.60'));
    expect(factsOf(shock, [single])?.timed).to.equal(true);
  });

  it('is no place where they went to several', () => {
    const table = records(premium('35.65'), premium('205.60', { destination: 'Annan' }));
    expect(factsOf(shock, [table])?.destination).to.equal(null);
  });

  it('is no place of a record that is not behind the part', () => {
    const table = records({ destination: 'Annan' }, premium('241.25'));
    expect(factsOf(shock, [table])?.destination).to.equal('Betaltjänst');
  });

  it('is no call to premium-rate numbers where one of them is none', () => {
    const table = records(premium('35.65'), premium('205.60', { otherParty: '0701234567' }));
    expect(factsOf(shock, [table])?.premium).to.equal(false);
  });

  it('is what was paid before of what is gone', () => {
    const gone = onlyPart([line('1.00'), line('241.25', { usageType: 'PREMIUM' })], [line('1.00')]);
    const table = records(premium('35.65'), premium('205.60'));
    expect(factsOf(gone, [table])).to.deep.include({ count: 2, amount: null });
    expect(factsOf(gone, [records(premium('35.65'))])).to.equal(null);
  });

  it('is what was given back, now or before, and nothing that was used', () => {
    const credit = line('-5.00', { usageType: 'PREMIUM' });
    const used = line('9.00', { usageType: 'PREMIUM' });
    const table = records(premium('9.00'), premium('-5.00'));
    for (const part of [onlyPart([used], [used, credit]), onlyPart([used, credit], [used])]) {
      expect(factsOf(part, [table])?.count).to.equal(1);
      expect(factsOf(part, [records(premium('9.00'), premium('-4.99'))])).to.equal(null);
    }
  });

  it('holds for all subscriptions of the part together, or not at all', () => {
    const now = ['1', '2'].flatMap((subscriptionNo) => [
      line('1.00', { subscriptionNo }),
      line('5.00', { subscriptionNo, usageType: 'PREMIUM' }),
    ]);
    const part = onlyPart(
      [line('1.00', { subscriptionNo: '1' }), line('1.00', { subscriptionNo: '2' })],
      now,
    );
    const table = records(premium('5.00'));
    const other = records(premium('5.00', { startTime: at('2026-03-02'), destination: 'Annan' }));
    expect(factsOf(part, [table, table])).to.deep.include({ count: 2, destination: 'Betaltjänst' });
    for (const tables of [
      [table, other],
      [other, table],
    ]) {
      expect(factsOf(part, tables)).to.deep.include({
        count: 2,
        from: Date.UTC(2026, 2, 2),
        to: Date.UTC(2026, 2, 8, 21, 14),
        destination: null,
      });
    }
    const plainly = records(premium('5.00', { otherParty: '0701234567', unit: 'E' }));
    for (const tables of [
      [table, plainly],
      [plainly, table],
    ]) {
      expect(factsOf(part, tables)).to.deep.include({ premium: false, timed: false });
    }
    expect(factsOf(part, [table, undefined])).to.equal(null);
    expect(factsOf(part, [undefined, table])).to.equal(null);
  });

  it('is not looked for behind more than six subscriptions', () => {
    const sides = (count: number, more: readonly UsageSummary[]): UsageSummary[] =>
      Array.from({ length: count }, (_, no) =>
        [line('1.00'), ...more].map((each) => ({ ...each, subscriptionNo: String(no) })),
      ).flat();
    const fee = [line('5.00', { usageType: 'FEE' })];
    expect(sideOf(onlyPart(sides(6, []), sides(6, fee)))).to.equal(1);
    expect(sideOf(onlyPart(sides(7, []), sides(7, fee)))).to.equal(null);
  });

  it('is looked for on the side that has them', () => {
    const fee = line('99.00', { usageType: 'FEE' });
    const credit = line('-99.00', { usageType: 'FEE' });
    const base = line('1.00');
    expect(sideOf(onlyPart([base], [base, fee]))).to.equal(1);
    expect(sideOf(onlyPart([base, fee], [base]))).to.equal(0);
    expect(sideOf(onlyPart([base], [base, credit]))).to.equal(1);
    expect(sideOf(onlyPart([base, credit], [base]))).to.equal(0);
    expect(sideOf(onlyPart([], [fee]))).to.equal(null);
    const [hour, more, dear] = ['3600', '7200', '3600'].map((seconds, n) =>
      line(n === 0 ? '30.00' : '60.00', { unit: 'S', volume: dec(seconds) }),
    ) as [UsageSummary, UsageSummary, UsageSummary];
    expect(sideOf(onlyPart([hour], [more]))).to.equal(1);
    expect(sideOf(onlyPart([hour], [dear]))).to.equal(1);
    expect(sideOf(onlyPart([more], [hour]))).to.equal(null);
    expect(sideOf(onlyPart([dear], [hour]))).to.equal(null);
  });

  it('is, of more use, the calls to premium-rate numbers that are half of it', () => {
    const measured = { unit: 'S', volume: dec('60') };
    const more = onlyPart(
      [line('10.00', measured)],
      [line('20.00', { ...measured, volume: dec('120') })],
    );
    const voice = { ...premium('8.00'), usageType: 'VOICE' };
    const facts = factsOf(more, [records(voice, { amount: dec('12.00') })]);
    expect(facts).to.deep.include({ count: 1, premium: true, amount: dec('8.00') });
    expect(factsOf(more, [records({ ...voice, amount: dec('2.00') })])).to.equal(null);
    const found = (amount: string): boolean =>
      factsOf(more, [records({ ...voice, amount: dec(amount) })]) !== null;
    // Of 10.00 more: from half of it, and no more than twice as much.
    expect(['4.99', '5.00', '20.00', '20.01'].map(found)).to.deep.equal([false, true, true, false]);
  });

  it('is, of a higher price, the calls that are half of it, too', () => {
    const measured = { unit: 'S', volume: dec('60') };
    const dear = onlyPart([line('10.00', measured)], [line('20.00', measured)]);
    const table = records({ ...premium('8.00'), usageType: 'VOICE' }, { amount: dec('12.00') });
    expect(factsOf(dear, [table])).to.deep.include({ count: 1, amount: dec('8.00') });
  });

  it('adds up, of more use, what the calls of all subscriptions cost', () => {
    const measured = { unit: 'S', volume: dec('60') };
    const side = (amount: string, volume: string): UsageSummary[] =>
      ['1', '2'].map((subscriptionNo) =>
        line(amount, { ...measured, subscriptionNo, volume: dec(volume) }),
      );
    const more = onlyPart(side('10.00', '60'), side('20.00', '120'));
    const tables = ['8.00', '7.50'].map((amount) =>
      records({ ...premium(amount), usageType: 'VOICE' }),
    );
    expect(factsOf(more, tables)).to.deep.include({ count: 2, amount: dec('15.50') });
  });

  it('is, of a little more use, nothing that must have been there before', () => {
    const measured = { unit: 'S', volume: dec('60') };
    const more = onlyPart(
      [line('100.00', measured)],
      [line('110.00', { ...measured, volume: dec('66') })],
    );
    const voice = { ...premium('92.00'), usageType: 'VOICE' };
    expect(factsOf(more, [records(voice, { amount: dec('18.00') })])).to.equal(null);
    expect(factsOf(more, [records({ amount: dec('110.00') })])).to.equal(null);
  });

  it('is, of more use, a day that is half of everything, and no other', () => {
    const measured = { unit: 'S', volume: dec('60') };
    const more = onlyPart(
      [line('10.00', measured)],
      [line('20.00', { ...measured, volume: dec('120') })],
    );
    const long = { amount: dec('12.00'), startTime: at('2026-03-14T10:00') };
    const rest = { amount: dec('8.00') };
    expect(factsOf(more, [records(long, rest)])).to.deep.include({
      count: 1,
      from: Date.UTC(2026, 2, 14, 10),
      amount: dec('12.00'),
    });
    const days = ['01', '02', '03', '04'].map((day) => ({
      amount: dec('5.00'),
      startTime: at(`2026-03-${day}`),
    }));
    expect(factsOf(more, [records(...days)])).to.equal(null);
  });
});

describe('as many days of two sides', () => {
  const period = (from: string, to: string): Partial<UsageSummary> => ({
    periodStart: at(from),
    periodEnd: at(to),
  });
  const day = (text: string): number => Date.parse(text) / 86_400_000;

  it('are those of the longest period that a line states: what comes late has one of its own', () => {
    const late = line('1.00', period('2026-01-24', '2026-01-26'));
    const month = line('1.00', period('2026-03-01', '2026-03-31'));
    for (const lines of [
      [late, month],
      [month, late],
    ]) {
      expect(periodOf(lines)).to.deep.equal({ from: day('2026-03-01'), days: 31 });
    }
    expect(periodOf([line('1.00')])).to.equal(null);
  });

  it('may be a single day, and are none where the end is before the start', () => {
    const single = line('1.00', period('2026-03-01', '2026-03-01'));
    expect(periodOf([single])).to.deep.equal({ from: day('2026-03-01'), days: 1 });
    expect(periodOf([line('1.00', period('2026-03-02', '2026-03-01'))])).to.equal(null);
  });

  it('end with the day on which they were asked for', () => {
    const month = line('1.00', period('2026-04-01', '2026-04-30'));
    expect(periodOf([month], day('2026-04-19'))).to.deep.equal({
      from: day('2026-04-01'),
      days: 19,
    });
  });

  it('hold what was used on the first and the last of them, and nothing before or after', () => {
    const on = (text: string, amount: string): Partial<UsageRecord> => ({
      startTime: at(text),
      amount: dec(amount),
    });
    const table = records(
      on('2026-02-28T23:59', '100'),
      on('2026-03-01T00:00', '1'),
      on('2026-03-19T23:59', '2'),
      on('2026-03-20T00:00', '200'),
      { ...on('2026-03-02T00:00', '4'), otherParty: '116111' },
    );
    const sums = usageWithin([table], { from: day('2026-03-01'), days: 19 });
    expect(lines(sums)).to.deep.equal(['SEK excluded 7']);
  });
});

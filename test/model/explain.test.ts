import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Comparison } from '../../src/model/compare.js';
import { addDecimals, compareDecimals } from '../../src/model/decimal.js';
import { periodOf, sideOf } from '../../src/model/driver-facts.js';
import type { Part } from '../../src/model/explain.js';
import { usageSummary, type UsageRecord, type UsageSummary } from '../../src/model/usage-record.js';
import type { UsageTable } from '../../src/model/usage-table.js';
import { accountsOf, compareUsage, factsOf, usageWithin } from '../support/compared.js';
import { at, call, dec, lines, plain, tableOf } from '../support/model-records.js';
import { anySide } from '../support/random-usage.js';

const NO = '46701234567';

function line(amount: string, parts: Partial<UsageSummary> = {}): UsageSummary {
  return usageSummary({
    subscriptionNo: NO,
    usageType: 'VOICE',
    currency: 'SEK',
    vat: 'excluded',
    amount: dec(amount),
    ...parts,
  });
}

const compare = (before: UsageSummary[], now: UsageSummary[]): Comparison =>
  compareUsage({ summaries: before }, { summaries: now });

/** 'newType VOICE 12.50', and the rest. */
function told(comparison: Comparison): string[] {
  return accountsOf(comparison).flatMap(({ parts, rest }) => [
    ...parts.map(({ cause, usageType, amount }) => `${cause} ${usageType} ${plain(amount)}`),
    `rest ${plain(rest)}`,
  ]);
}

/** New types of one subscription with these amounts. */
const types = (...amounts: string[]): UsageSummary[] =>
  amounts.map((amount, index) => line(amount, { usageType: `T${index}` }));

describe('what of a comparison is told', () => {
  it('comes to the difference, to the last decimal, whatever is compared', () => {
    fc.assert(
      fc.property(anySide, anySide, (before, now) => {
        for (const { difference, parts, rest } of accountsOf(compare(before, now))) {
          const sum = parts.reduce((so, { amount }) => addDecimals(so, amount), rest);
          expect(compareDecimals(sum, difference.amount)).to.equal(0);
          expect(parts.length).to.be.at.most(3);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is enough once a fifth is left, and never more than three parts', () => {
    const base = line('1.00');
    expect(told(compare([base], [base, ...types('90.00', '6.00', '4.00')]))).to.deep.equal([
      'newType T0 90.00',
      'rest 10.00',
    ]);
    const alike = ['30.00', '29.00', '28.00', '27.00', '26.00'];
    expect(told(compare([base], [base, ...types(...alike)]))).to.deep.equal([
      'newType T0 30.00',
      'newType T1 29.00',
      'newType T2 28.00',
      'rest 53.00',
    ]);
  });

  it('names a single part rather than calling it the rest', () => {
    const base = line('1.00');
    expect(told(compare([base], [base, ...types('241.25', '45.50')]))).to.deep.equal([
      'newType T0 241.25',
      'newType T1 45.50',
      'rest 0.00',
    ]);
  });

  it('is not misled by parts that cancel each other out', () => {
    const before = [line('1.00'), line('250.00', { usageType: 'OLD' })];
    const now = [line('1.00'), ...types('300.00', '10.00')];
    expect(told(compare(before, now))).to.deep.equal([
      'newType T0 300.00',
      'goneType OLD -250.00',
      'newType T1 10.00',
      'rest 0.00',
    ]);
  });

  it('tells of what cancels out where both sides are equal', () => {
    const before = [line('1.00'), line('5.00', { usageType: 'OLD' })];
    const now = [line('1.00'), ...types('5.00')];
    expect(told(compare(before, now))).to.deep.equal([
      'goneType OLD -5.00',
      'newType T0 5.00',
      'rest 0.00',
    ]);
  });

  it('is one part where many subscriptions have the same cause', () => {
    const side = (amount: string): UsageSummary[] =>
      Array.from({ length: 300 }, (_, no) =>
        line(amount, { subscriptionNo: String(no), unit: 'S', volume: dec('60') }),
      );
    expect(told(compare(side('1.00'), side('1.50')))).to.deep.equal([
      'dearer VOICE 150.00',
      'rest 0.00',
    ]);
  });
});

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
    expect(factsOf(part, [table, table])?.count).to.equal(2);
    expect(factsOf(part, [table, undefined])).to.equal(null);
    expect(factsOf(part, [undefined, table])).to.equal(null);
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
    expect(periodOf([late, month])).to.deep.equal({ from: day('2026-03-01'), days: 31 });
    expect(periodOf([line('1.00')])).to.equal(null);
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

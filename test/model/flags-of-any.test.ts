import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { flagSteps } from '../../src/model/flag-steps.js';
import { type Flag, FLAGS, type TableFlags } from '../../src/model/flags.js';
import { compareDecimals } from '../../src/model/decimal.js';
import { finish } from '../../src/model/steps.js';
import { deriveView } from '../../src/model/table-view.js';
import type { UsageRecord } from '../../src/model/usage-record.js';
import { at, call, dec, lines, tableOf, WORDS } from '../support/model-records.js';

const NAMES = Object.keys(FLAGS) as Flag[];

function namesOf({ sets }: TableFlags, row: number): Flag[] {
  return NAMES.filter((flag) => sets.code(row) & FLAGS[flag]);
}

function flagsOf(records: readonly UsageRecord[]): Flag[][] {
  const flags = finish(flagSteps(tableOf(records)));
  return records.map((_, row) => namesOf(flags, row));
}

/** Of few kinds, so that many are alike or at once. */
const recordsAt = (...times: readonly string[]): fc.Arbitrary<UsageRecord[]> =>
  fc
    .array(
      fc
        .record({
          subscriptionNo: fc.constantFrom('1', '1', '2', ''),
          usageType: fc.constantFrom('VOICE', 'VOICE', 'SMS', 'DATA', null),
          otherParty: fc.constantFrom('0701234567', '+4712345678', '0939112', null),
          startTime: fc.option(fc.constantFrom(...times).map(at), { freq: 12 }),
          volume: fc.option(fc.constantFrom('1', '70', '130', '70.00', '1.5').map(dec), {
            freq: 12,
          }),
          unit: fc.constantFrom('S', 'S', 'MIN', 'KB', null),
          amount: fc.option(fc.constantFrom('-1', '0', '1', '1.0', '1.5', '20').map(dec)),
          currency: fc.constantFrom('SEK', 'SEK', 'NOK', null),
          vat: fc.constantFrom('excluded' as const, 'excluded' as const, 'included' as const),
        })
        .map((parts) => call(parts)),
      { maxLength: 40 },
    )
    .map((records) => records.map((record, n) => ({ ...record, recordId: `r${n}` })));

const SECONDS = ['2026-03-08T10:00:00', '2026-03-08T10:01:00', '2026-03-08T10:02:05'];
const OFFSETS = ['2026-03-08T10:01:00+01:00', '2026-03-08T09:02:00Z'];
const anyRecords = recordsAt('2026-03-08', ...SECONDS, ...OFFSETS);

/** What a look at each pair of records finds. */
function scan(records: readonly UsageRecord[]): Flag[][] {
  const priceOf = ({ amount }: UsageRecord): number =>
    amount ? Number(amount.units) / 10 ** amount.scale : NaN;
  const nameOf = (record: UsageRecord): string => {
    const { subscriptionNo, usageType, otherParty, startTime, currency, vat } = record;
    return JSON.stringify([
      [subscriptionNo, usageType, otherParty, currency, vat],
      [startTime, priceOf(record)],
    ]);
  };
  /** Ms from a start to another; by the clock on the wall where one of them has no offset. */
  const between = ({ startTime: a }: UsageRecord, { startTime: b }: UsageRecord): number =>
    a && b
      ? a.instant !== null && b.instant !== null
        ? b.instant - a.instant
        : b.wall - a.wall
      : NaN;
  const lasts = ({ unit, usageType, volume }: UsageRecord): number =>
    usageType === 'DATA' || !volume
      ? 0
      : (Number(volume.units) / 10 ** volume.scale) * ({ S: 1_000, MIN: 60_000 }[unit ?? ''] ?? 0);
  const isMoment = ({ startTime }: UsageRecord): boolean =>
    startTime !== null && startTime.precision !== 'day';
  const isDuring = (first: UsageRecord, other: UsageRecord): boolean =>
    between(first, other) >= 0 && between(first, other) < lasts(first) && lasts(other) > 0;
  return records.map((a) => {
    const others = records.filter((b) => b !== a && b.subscriptionNo === a.subscriptionNo);
    const isKnown = a.subscriptionNo !== '' && isMoment(a);
    const twin =
      isKnown && a.otherParty && priceOf(a) && others.some((b) => nameOf(b) === nameOf(a));
    const busy = isKnown && others.some((b) => isMoment(b) && (isDuring(a, b) || isDuring(b, a)));
    const prices = [a, ...others]
      .filter((b) => b.usageType === a.usageType && b.currency === a.currency && b.vat === a.vat)
      .map(priceOf)
      .filter((price) => price > 0)
      .sort((x, y) => x - y);
    const at = (share: number): number => prices[Math.floor((prices.length - 1) * share)] ?? NaN;
    const fence = at(0.75) + 3 * (at(0.75) - at(0.25));
    const isDear =
      a.subscriptionNo !== '' && prices.length >= 8 && priceOf(a) > Math.max(5 * at(0.5), fence);
    const found: Flag[] = [];
    if (isDear) found.push('unusual');
    if (twin) found.push('duplicate');
    else if (busy) found.push('overlapping');
    return found;
  });
}

/** One of two calls may have ended before the other began: minutes hide the seconds. */
function canBeApart(a: UsageRecord, b: UsageRecord): boolean {
  const earliest = ({ startTime }: UsageRecord): number => startTime!.wall;
  const latest = (each: UsageRecord): number =>
    earliest(each) + (each.startTime!.precision === 'minute' ? 59_999 : 0);
  const lasts = ({ unit, volume }: UsageRecord): number =>
    (Number(volume!.units) / 10 ** volume!.scale) * (unit === 'MIN' ? 60_000 : 1_000);
  return [
    [a, b],
    [b, a],
  ].some(([first, other]) => earliest(first!) + lasts(first!) <= latest(other!));
}

describe('flags, whatever the records', () => {
  it('are those that a look at each pair of records finds', () => {
    const told: readonly Flag[] = ['unusual', 'duplicate', 'overlapping'];
    fc.assert(
      fc.property(anyRecords, (records) => {
        const found = flagsOf(records).map((flags) => flags.filter((flag) => told.includes(flag)));
        expect(found).to.deep.equal(scan(records));
      }),
    );
  });

  it('compare an unusual amount with the usual one of its subscription, type and currency', () => {
    const prices = '1 1 1 1 1 1 1.5 1.5 2 5 5.01 8 30 -90 0'.split(' ').map(dec);
    const priced = fc.array(
      fc.record({
        subscriptionNo: fc.constantFrom('1', '1', '1', '2', ''),
        usageType: fc.constantFrom('VOICE', 'VOICE', 'VOICE', 'SMS'),
        amount: fc.constantFrom(null, ...prices),
        currency: fc.constantFrom('SEK', 'SEK', 'SEK', 'NOK'),
        startTime: fc.constant(null),
      }),
      { minLength: 15, maxLength: 60 },
    );
    fc.assert(
      fc.property(priced, (parts) => {
        const records = parts.map((each) => call(each));
        const flags = finish(flagSteps(tableOf(records)));
        const found = records.map((_, row) => namesOf(flags, row).includes('unusual'));
        expect(found).to.deep.equal(scan(records).map((names) => names.includes('unusual')));
        for (const [row, { subscriptionNo, usageType, currency, amount }] of records.entries()) {
          if (!found[row]) continue;
          const usual = records[flags.usual.code(row) - 1]!;
          expect(usual).to.deep.include({ subscriptionNo, usageType, currency });
          expect(compareDecimals(usual.amount!, amount!)).to.equal(-1);
        }
      }),
    );
  });

  it('call nothing simultaneous that may have been one after the other', () => {
    fc.assert(
      fc.property(recordsAt('2026-03-08T10:00', '2026-03-08T10:01', ...SECONDS), (records) => {
        const { sets, others } = finish(flagSteps(tableOf(records)));
        for (const [row, record] of records.entries()) {
          if (!(sets.code(row) & FLAGS.overlapping)) continue;
          expect(canBeApart(record, records[others.code(row) - 1]!)).to.equal(false);
        }
      }),
    );
  });

  it('are the same in whatever order the records come', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        expect(flagsOf(records.toReversed()).toReversed()).to.deep.equal(flagsOf(records));
      }),
    );
  });

  it('change no total and no order', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const table = tableOf(records);
        const { version } = table;
        const sort = { column: 'amount', descending: true } as const;
        const look = (): unknown => [
          lines(table.total(null).sums),
          Array.from(deriveView(table, {}, sort, { ...WORDS })),
          table.markSets.codes.join(),
        ];
        const before = look();
        finish(flagSteps(table, [tableOf([call({ startTime: at('2026-02-08') })])]));
        expect(look()).to.deep.equal(before);
        expect(table.version).to.equal(version);
      }),
    );
  });
});

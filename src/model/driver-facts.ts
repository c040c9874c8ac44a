/** What the records behind a part of a difference have in common, as far as they are all there. */
import type { Cause, Driver, SideIndex } from './compare.js';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  isNegative,
  multiplyDecimals,
  negateDecimal,
  ZERO,
} from './decimal.js';
import type { Part } from './explain.js';
import { type MoneySum, MoneyTally } from './money.js';
import { totalSteps } from './row-tally.js';
import { inSteps, type Steps } from './steps.js';
import { groupSteps, splitSteps } from './table-groups.js';
import { compareTotals } from './table-totals.js';
import { dayNumber, parseDay } from './time.js';
import { RECORD_MARKS, type UsageSummary } from './usage-record.js';
import type { UsageTable } from './usage-table.js';
import { volumeKind } from './volume.js';

/** What the records behind a part have in common. */
export interface Facts {
  readonly count: number;
  /** Wall ms of the first and the last; not a number where one of them states no time. */
  readonly from: number;
  readonly to: number;
  /** Where all went to; null where that differs or is not stated. */
  readonly destination: string | null;
  /** All are measured in time, as calls are, and none stands for several. */
  readonly timed: boolean;
  /** All are to premium-rate numbers. */
  readonly premium: boolean;
  /** What they cost, where that is not the amount of the part. Decimal kronor. */
  readonly amount: Decimal | null;
}

/** Records are looked at for parts of no more subscriptions than these. */
const MAX_DRIVERS = 6;
const TWO: Decimal = { units: 2n, scale: 0 };
const ONE: Decimal = { units: 1n, scale: 0 };

const SIDES: Partial<Record<Cause, SideIndex>> = {
  newType: 1,
  moreUsed: 1,
  dearer: 1,
  goneType: 0,
};

/** On which side the records lie that tell more of a part; null where none do, or too many would. */
export function sideOf({ cause, amount, drivers }: Part): SideIndex | null {
  // Money is given back now, or no longer.
  if (cause === 'credit') cause = isNegative(amount) ? 'newType' : 'goneType';
  return drivers.length > MAX_DRIVERS ? null : (SIDES[cause] ?? null);
}

/**
 * What the records behind a part have in common. Null unless they are all there and their sum is the
 * amount: of anything else they may not be all.
 *
 * @param tables of each of its drivers, on the side that {@link sideOf} names
 */
export function* factSteps(
  { drivers }: Part,
  tables: readonly (UsageTable | undefined)[],
): Steps<Facts | null> {
  let facts: Facts | null = null;
  for (const [place, driver] of drivers.entries()) {
    const table = tables[place];
    facts = table ? yield* driverSteps(driver, table, facts) : null;
    if (!facts) return null;
  }
  return facts;
}

function* driverSteps(
  driver: Driver,
  table: UsageTable,
  others: Facts | null,
): Steps<Facts | null> {
  const { cause, usageType, currency, vat, amount } = driver;
  const credit = cause === 'credit';
  const found: number[] = [];
  yield* inSteps(table.length, (from, to) => {
    for (let row = from; row < to; row++) {
      if (
        table.usageType.at(row) === usageType &&
        table.currency.at(row) === currency &&
        table.vat(row) === vat &&
        (!credit || (table.marks(row) & RECORD_MARKS.credit) !== 0)
      ) {
        found.push(row);
      }
    }
  });
  const rows = Uint32Array.from(found);
  if (cause === 'moreUsed' || cause === 'dearer') {
    const telling = yield* tellingSteps(table, rows, amount);
    return telling && common(table, telling, others, yield* only(table, telling));
  }
  const sum = yield* only(table, rows);
  const change =
    cause === 'goneType' || (credit && !isNegative(amount)) ? sum && negateDecimal(sum) : sum;
  return change && compareDecimals(change, amount) === 0 ? common(table, rows, others, null) : null;
}

/**
 * What stands out of more use, or of a higher price on an average: the calls to premium-rate numbers if they
 * are half of the change, else the dearest day if it is half of everything. What is more than twice the change
 * was there before, too, and does not explain it.
 */
function* tellingSteps(
  table: UsageTable,
  rows: Uint32Array,
  change: Decimal,
): Steps<Uint32Array | null> {
  const premium = rows.filter((row) => table.numberClass(row) === 'premium');
  const days = yield* splitSteps(table, rows, 'day', table.notedGaps);
  const [day] = days.sort((a, b) => compareTotals(a.total, b.total));
  const [found, least] =
    premium.length > 0
      ? [premium, change]
      : [day?.name ? day.rows : null, yield* only(table, rows)];
  const sum = found && (yield* only(table, found));
  const isTelling =
    sum &&
    least &&
    compareDecimals(multiplyDecimals(sum, TWO), least) >= 0 &&
    compareDecimals(sum, multiplyDecimals(change, TWO)) <= 0;
  return isTelling ? found : null;
}

/** @param others what is known of the rows of other tables */
function common(
  table: UsageTable,
  rows: Uint32Array,
  others: Facts | null,
  amount: Decimal | null,
): Facts {
  const { startTime, destination, unit, quantity } = table;
  let { from, to } = others ?? { from: Infinity, to: -Infinity };
  const place = others ? others.destination : destination.at(rows[0] ?? 0);
  for (const row of rows) {
    // One without a time may lie on any day, and makes both no number.
    from = Math.min(from, startTime.at(row));
    to = Math.max(to, startTime.at(row));
  }
  const { count = 0, timed = true, premium = true } = others ?? {};
  return {
    count: count + rows.length,
    from,
    to,
    destination: rows.every((row) => destination.at(row) === place) ? place : null,
    timed:
      timed &&
      rows.every(
        (row) =>
          volumeKind(unit.at(row)) === 'time' &&
          compareDecimals(quantity.at(row) ?? ONE, ONE) === 0,
      ),
    premium: premium && rows.every((row) => table.numberClass(row) === 'premium'),
    amount: amount && addDecimals(others?.amount ?? ZERO, amount),
  };
}

/** The sum of rows of one currency and VAT basis; null where there are none, or something is missing from it. */
function* only(table: UsageTable, rows: Uint32Array): Steps<Decimal | null> {
  const { sums, complete } = yield* totalSteps(table, rows, table.notedGaps);
  return (complete && sums[0]?.amount) || null;
}

/** Days from 1970-01-01, and how many. */
export interface Period {
  readonly from: number;
  readonly days: number;
}

/**
 * The days that a side is about: the longest period that a line states, since what comes late states one of
 * its own.
 *
 * @param end the last {@link dayNumber} that can have had usage
 */
export function periodOf(summaries: readonly UsageSummary[], end = Infinity): Period | null {
  let period: Period | null = null;
  for (const { periodStart, periodEnd } of summaries) {
    if (!periodStart || !periodEnd) continue;
    const from = dayNumber(periodStart.wall);
    const days = Math.min(dayNumber(periodEnd.wall), end) - from + 1;
    if (days > (period?.days ?? 0)) period = { from, days };
  }
  return period;
}

/** What was used in some days, withheld money included. */
export function* sumSteps(
  tables: readonly UsageTable[],
  { from, days }: Period,
): Steps<readonly MoneySum[]> {
  const tally = new MoneyTally();
  for (const table of tables) {
    const groups = yield* groupSteps(table, null, ['day']);
    for (const { names, total } of groups) {
      const day = (parseDay(names[0] ?? '') ?? NaN) - from;
      if (day >= 0 && day < days) tally.addAll(total.sums);
    }
  }
  return tally.total().sums;
}

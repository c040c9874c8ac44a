/** The money of rows on its way to totals: exact, and as fast as adding doubles. */
import { type Codes, MAX_SCALED, scaledOf } from './columns.js';
import { type Incompleteness, MoneyTally, type Total } from './money.js';
import { MONEY_CODES } from './record-columns.js';
import { eachInSteps, finish, inSteps, type Steps } from './steps.js';
import { RECORD_MARKS, type UsageSummary } from './usage-record.js';
import type { UsageTable } from './usage-table.js';

/**
 * Whether a row without amount leaves a hole in its total. A record that says that it is free or
 * included costs nothing beyond it, unless an amount was there and could not be read.
 */
export function lacksAmount(marks: number): boolean {
  const { badAmount, free, included } = RECORD_MARKS;
  return !(marks & (free | included)) || (marks & badAmount) !== 0;
}

/** Of lines of a summary, or of single records: what of them is money. `count` is their number. */
export function totalOfSummaries(
  summaries: readonly Pick<UsageSummary, 'currency' | 'vat' | 'amount' | 'marks'>[],
): Total {
  const tally = new MoneyTally();
  for (const { currency, vat, amount, marks } of summaries) {
    tally.countRows(1);
    if (amount) tally.add(currency, vat, amount);
    // A missing amount is not zero: it leaves the total incomplete.
    else if (lacksAmount(marks)) tally.note({ missingAmounts: 1 });
    if (marks & RECORD_MARKS.conflicting) tally.note({ conflictingRows: 1 });
  }
  return tally.total();
}

/** A whole number by row, below `size`; 0 where there is none. */
export interface GroupKeys {
  readonly codes: Codes;
  readonly size: number;
}

/**
 * Adds rows to the tallies of their groups, which up to two keys tell apart.
 *
 * @param rows null for all there are.
 * @param tallyOf the tally of a group, by its code: that of the first key × size of the second + its code.
 */
export function* tallySteps(
  table: UsageTable,
  rows: Uint32Array | null,
  keys: readonly GroupKeys[],
  tallyOf: (code: number) => MoneyTally,
): Steps<void> {
  const { amount, currency } = table;
  const { length } = rows ?? table;
  const moneys = currency.values.length * MONEY_CODES;
  const groups = keys.reduce((product, { size }) => product * size, 1);
  const begin = (): Sums => sumsOf(moneys * groups, length, amount.scale);
  const flush = ({ places, scale, counts, sums, missing, conflicts }: Sums): Steps<void> => {
    let next = 0;
    return eachInSteps(places?.keys() ?? counts.keys(), (key) => {
      const place = next++;
      const count = counts[place] ?? 0;
      if (count === 0) return;
      const sum = sums[place] ?? NaN;
      const tally = tallyOf(Math.floor(key / moneys));
      const { currency: name, vat } = table.moneyOf(key % moneys);
      if (!Number.isNaN(sum)) tally.add(name, vat, { units: BigInt(sum), scale });
      tally.countRows(count);
      tally.note({ missingAmounts: missing[place], conflictingRows: conflicts[place] });
    });
  };
  let sums = begin();
  yield* inSteps(length, (from, to) => {
    // Amounts that have become finer meanwhile are other integers than those so far.
    if (sums.scale !== amount.scale) {
      finish(flush(sums));
      sums = begin();
    }
    for (const [row, key] of addRows(sums, table, rows, keys, moneys, from, to)) {
      const exact = amount.at(row);
      if (exact) tallyOf(Math.floor(key / moneys)).add(currency.at(row), table.vat(row), exact);
    }
  });
  yield* flush(sums);
}

/**
 * The total of some rows.
 *
 * @param gaps what the table lacked when the rows were taken: it may have grown since.
 */
export function* totalSteps(
  table: UsageTable,
  rows: Uint32Array,
  gaps: Incompleteness,
): Steps<Total> {
  const tally = new MoneyTally(gaps);
  yield* tallySteps(table, rows, [], () => tally);
  return tally.total();
}

/** Sums by group, currency and VAT basis, each at a place of its own. */
interface Sums {
  /** Places by what tells the sums apart, one whole number; null where that is the place itself. */
  readonly places: Map<number, number> | null;
  readonly scale: number;
  /** By place: integers at that scale; NaN where no amount was added. */
  readonly sums: Float64Array;
  /** By place: how many rows, and what was wrong with them. */
  readonly counts: Uint32Array;
  readonly missing: Uint32Array;
  readonly conflicts: Uint32Array;
}

/** Never more room than the rows ask for. */
function sumsOf(possible: number, rows: number, scale: number): Sums {
  const room = Math.min(possible, rows);
  return {
    places: possible > room ? new Map() : null,
    scale,
    sums: new Float64Array(room).fill(NaN),
    counts: new Uint32Array(room),
    missing: new Uint32Array(room),
    conflicts: new Uint32Array(room),
  };
}

const { conflicting } = RECORD_MARKS;

/** Returns rows whose amounts have to be added by themselves, and what tells their sums apart. */
function addRows(
  { places, sums, counts, missing, conflicts }: Sums,
  { amount, moneyCodes, markSets }: UsageTable,
  rows: Uint32Array | null,
  keys: readonly GroupKeys[],
  moneys: number,
  from: number,
  to: number,
): [row: number, key: number][] {
  const moneyOf = moneyCodes.codes;
  const amounts = amount.codes;
  const marksOf = markSets.codes;
  const marked = marksOf.length;
  // One by one: WebKit was seen to fail at taking a short array apart here after many rows.
  const outerKey = keys[0];
  const innerKey = keys[1];
  // In place of a key that is not asked for: one that is there, and counts for nothing.
  const outer = outerKey?.codes ?? moneyOf;
  const inner = innerKey?.codes ?? moneyOf;
  const innerUnit = innerKey ? moneys : 0;
  const outerUnit = outerKey ? moneys * (innerKey?.size ?? 1) : 0;
  const found = places && placesOf(places, moneyOf, rows, keys, moneys, from, to);
  const others: [number, number][] = [];
  for (let i = from; i < to; i++) {
    const row = rows ? (rows[i] ?? 0) : i;
    const key = (outer[row] ?? 0) * outerUnit + (inner[row] ?? 0) * innerUnit + (moneyOf[row] ?? 0);
    const place = found ? (found[i - from] ?? 0) : key;
    // Few tables have marks, and what lies beyond the end is slow to read.
    const marks = row < marked ? (marksOf[row] ?? 0) : 0;
    const sum = (sums[place] || 0) + scaledOf(amounts[row] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
    if (marks & conflicting) conflicts[place] = (conflicts[place] ?? 0) + 1;
    if (Math.abs(sum) <= MAX_SCALED) sums[place] = sum;
    else if (amounts[row]) others.push([row, key]);
    else if (lacksAmount(marks)) missing[place] = (missing[place] ?? 0) + 1;
  }
  return others;
}

/** The places of some rows, one after the other; in the loop above, a call would double its time. */
function placesOf(
  places: Map<number, number>,
  moneyOf: Codes,
  rows: Uint32Array | null,
  keys: readonly GroupKeys[],
  moneys: number,
  from: number,
  to: number,
): Uint32Array {
  const found = new Uint32Array(to - from);
  for (let i = from; i < to; i++) {
    const row = rows ? (rows[i] ?? 0) : i;
    let key = 0;
    for (const { codes, size } of keys) key = key * size + (codes[row] ?? 0);
    key = key * moneys + (moneyOf[row] ?? 0);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    found[i - from] = place;
  }
  return found;
}

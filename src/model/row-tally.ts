/** The money of rows on its way to totals: exact, and as fast as adding doubles. */
import { type Codes, MAX_SCALED, scaledOf } from './columns.js';
import { MoneyTally, type Total, VAT_BASES } from './money.js';
import { inSteps, type Steps } from './steps.js';
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

/** `count` is the number of lines. */
export function totalOfSummaries(summaries: readonly UsageSummary[]): Total {
  const tally = new MoneyTally();
  for (const { currency, vat, amount, marks } of summaries) {
    tally.countRows(1);
    if (amount) tally.add(currency, vat, amount);
    // A missing amount is not zero: it leaves the total incomplete.
    else if (lacksAmount(marks)) tally.note({ missingAmounts: 1 });
  }
  return tally.total();
}

/** Of a currency: its VAT bases, and 0 for none. */
const MONEY_CODES = VAT_BASES.length + 1;

/** A whole number by row, below `size`; 0 where there is none. */
export interface Keys {
  readonly codes: Codes;
  readonly size: number;
}

/**
 * Adds rows to the tallies of their groups, which up to two keys tell apart.
 *
 * @param tallyOf the tally of a group, by its code: that of the first key × size of the second + its code.
 */
export function* tallySteps(
  table: UsageTable,
  rows: Uint32Array,
  keys: readonly Keys[],
  tallyOf: (code: number) => MoneyTally,
): Steps<void> {
  const { amount } = table;
  let sums = new RowSums(table, rows.length, keys);
  yield* inSteps(rows.length, (from, to) => {
    // Amounts that have become finer meanwhile are other integers than those so far.
    if (sums.scale !== amount.scale) {
      sums.addTo(tallyOf);
      sums = new RowSums(table, rows.length, keys);
    }
    const others = addRows(sums, rows, from, to);
    for (const [row, place] of others) sums.addRow(row, place, tallyOf);
  });
  sums.addTo(tallyOf);
}

/** The total of some rows. */
export function* totalSteps(table: UsageTable, rows: Uint32Array): Steps<Total> {
  const tally = new MoneyTally(table.notedGaps);
  yield* tallySteps(table, rows, [], () => tally);
  return tally.total();
}

/** Sums by group, currency and VAT basis, each at a place of its own. */
class RowSums {
  readonly table: UsageTable;
  readonly outer: Codes;
  readonly inner: Codes;
  /** What a code of the one and of the other counts; nothing for keys that are not asked for. */
  readonly outerUnit: number;
  readonly innerUnit: number;
  /** Places by what tells groups apart, one whole number; null where that is the place itself. */
  readonly places: Map<number, number> | null;
  readonly scale: number;
  /** Integers at that scale; NaN where no amount was added. */
  readonly sums: Float64Array;
  /** How many rows, and what was wrong with them. */
  readonly counts: Uint32Array;
  readonly missing: Uint32Array;
  readonly conflicts: Uint32Array;
  /** Codes of money are below. */
  readonly #moneys: number;

  /** @param length how many rows will be added at most. */
  constructor(table: UsageTable, length: number, [outer, inner]: readonly Keys[]) {
    const moneys = table.currency.values.length * MONEY_CODES;
    const possible = moneys * (inner?.size ?? 1) * (outer?.size ?? 1);
    // Never more room than the rows ask for.
    const room = Math.min(possible, length);
    this.table = table;
    this.outer = outer?.codes ?? table.moneyCodes.codes;
    this.inner = inner?.codes ?? table.moneyCodes.codes;
    this.innerUnit = inner ? moneys : 0;
    this.outerUnit = outer ? moneys * (inner?.size ?? 1) : 0;
    this.places = possible > room ? new Map() : null;
    this.scale = table.amount.scale;
    this.sums = new Float64Array(room).fill(NaN);
    this.counts = new Uint32Array(room);
    this.missing = new Uint32Array(room);
    this.conflicts = new Uint32Array(room);
    this.#moneys = moneys;
  }

  /** Adds the amount of a row by itself. */
  addRow(row: number, key: number, tallyOf: (code: number) => MoneyTally): void {
    const { currency, vat } = this.table.moneyOf(key % this.#moneys);
    const amount = this.table.amount.at(row);
    if (amount) tallyOf(Math.floor(key / this.#moneys)).add(currency, vat, amount);
  }

  addTo(tallyOf: (code: number) => MoneyTally): void {
    const { counts, missing, conflicts, sums, scale, places } = this;
    const keys = places ? [...places.keys()] : counts.keys();
    let place = 0;
    for (const key of keys) {
      const count = counts[place] ?? 0;
      if (count > 0) {
        const tally = tallyOf(Math.floor(key / this.#moneys));
        const { currency, vat } = this.table.moneyOf(key % this.#moneys);
        const sum = sums[place] ?? NaN;
        if (!Number.isNaN(sum)) tally.add(currency, vat, { units: BigInt(sum), scale });
        tally.countRows(count);
        tally.note({ missingAmounts: missing[place] ?? 0, conflictingRows: conflicts[place] ?? 0 });
      }
      place++;
    }
  }
}

const { conflicting } = RECORD_MARKS;

/** Returns rows whose amounts have to be added by themselves, and what tells their groups apart. */
function addRows(sums: RowSums, rows: Uint32Array, from: number, to: number): [number, number][] {
  const { table, outer, inner, outerUnit, innerUnit, places, counts, missing, conflicts } = sums;
  const { amount } = table;
  const amounts = amount.codes;
  const moneys = table.moneyCodes.codes;
  const markSets = table.markSets.codes;
  const values = sums.sums;
  const others: [number, number][] = [];
  for (let i = from; i < to; i++) {
    const row = rows[i] ?? 0;
    const key = (outer[row] ?? 0) * outerUnit + (inner[row] ?? 0) * innerUnit + (moneys[row] ?? 0);
    const place = places ? placeOf(places, key) : key;
    const marks = markSets[row] ?? 0;
    const sum = (values[place] || 0) + scaledOf(amounts[row] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
    if (marks & conflicting) conflicts[place] = (conflicts[place] ?? 0) + 1;
    if (Math.abs(sum) <= MAX_SCALED) values[place] = sum;
    else if (!amount.isMissing(row)) others.push([row, key]);
    else if (lacksAmount(marks)) missing[place] = (missing[place] ?? 0) + 1;
  }
  return others;
}

function placeOf(places: Map<number, number>, key: number): number {
  const place = places.get(key) ?? places.size;
  places.set(key, place);
  return place;
}

/** The money of rows, by group, on its way to totals: exact, and as fast as adding doubles. */
import { MAX_SCALED } from './columns.js';
import { addDecimals, ZERO, type Decimal } from './decimal.js';
import { MoneyTally, type Total } from './money.js';
import { countFrom } from './order.js';
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

/** The sum of some rows of one table: exact, and as fast as adding doubles. */
export class RowSums {
  readonly #table: UsageTable;
  /** The scale of the sums. */
  #scale = 0;
  /** Integers at that scale, by money code; NaN where none was added. */
  #sums = new Float64Array(0);
  /** By money code, what is no longer, or never was, in such a sum. */
  readonly #carried = new Map<number, Decimal>();
  #count = 0;
  #missing = 0;
  #conflicting = 0;

  constructor(table: UsageTable) {
    this.#table = table;
  }

  add(row: number): void {
    const { amount, markSets, moneyCodes } = this.#table;
    const marks = markSets.codes[row] ?? 0;
    const money = moneyCodes.codes[row] ?? 0;
    const scaled = amount.scaled(row);
    this.#count++;
    if (marks & RECORD_MARKS.conflicting) this.addConflict();
    if (amount.scale !== this.#scale) {
      // The column became finer.
      for (let each = 0; each < this.#sums.length; each++) this.#carry(each);
      this.#scale = amount.scale;
    }
    if (money >= this.#sums.length) this.#grow(money);
    if (Number.isNaN(scaled)) {
      const aside = amount.at(row);
      if (aside) this.#hold(money, aside);
      else if (lacksAmount(marks)) this.#missing++;
      return;
    }
    const sum = (this.#sums[money] || 0) + scaled;
    this.#sums[money] = sum;
    // Carried before a double could round.
    if (Math.abs(sum) > MAX_SCALED) this.#carry(money);
  }

  /** A row that was added before is now known to contradict another. */
  addConflict(): void {
    this.#conflicting++;
  }

  /** Adds the sums to a tally. */
  addTo(tally: MoneyTally): void {
    for (let money = 0; money < this.#sums.length; money++) {
      this.#carry(money);
      const amount = this.#carried.get(money);
      if (!amount) continue;
      const { currency, vat } = this.#table.moneyOf(money);
      tally.add(currency, vat, amount);
      // The same rows in any order give the same figure, to the last zero.
      tally.add(currency, vat, { units: 0n, scale: this.#table.amount.scale });
    }
    tally.countRows(this.#count);
    tally.note({ missingAmounts: this.#missing, conflictingRows: this.#conflicting });
  }

  /** Adds an amount that is no integer at the scale of the sums. */
  #hold(money: number, amount: Decimal): void {
    this.#carried.set(money, addDecimals(this.#carried.get(money) ?? ZERO, amount));
  }

  /** Makes a sum an exact decimal; the next one begins anew. */
  #carry(money: number): void {
    const sum = this.#sums[money] ?? NaN;
    if (Number.isNaN(sum)) return;
    this.#sums[money] = NaN;
    this.#hold(money, { units: BigInt(sum), scale: this.#scale });
  }

  #grow(money: number): void {
    const longer = new Float64Array(money + 1).fill(NaN);
    longer.set(this.#sums);
    this.#sums = longer;
  }
}

/**
 * Adds up the rows of each key. null stands for the whole table, withheld rows included; what is
 * missing from the table may be missing from every group.
 */
export function tallyRows<Key>(
  table: UsageTable,
  rows: Uint32Array | null,
  keyOf: (part: UsageTable, row: number) => Key,
): Map<Key, MoneyTally> {
  const tallies = new Map<Key, MoneyTally>();
  for (const part of rows ? [table] : table.parts) {
    const sums = new Map<Key, RowSums>();
    for (const row of rows ?? countFrom(0, part.length)) {
      const key = keyOf(part, row);
      let adder = sums.get(key);
      if (!adder) sums.set(key, (adder = new RowSums(part)));
      adder.add(row);
    }
    for (const [key, adder] of sums) {
      const tally = tallies.get(key) ?? new MoneyTally(table.notedGaps);
      tallies.set(key, tally);
      adder.addTo(tally);
    }
  }
  return tallies;
}

/** The money of rows, by group, on its way to totals: exact, and as fast as adding doubles. */
import { MAX_SCALED } from './columns.js';
import type { Decimal } from './decimal.js';
import { MoneyTally, type Total } from './money.js';
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

/** The rows of a table in its order. */
export function allRows({ length }: UsageTable): Uint32Array {
  return new Uint32Array(length).map((_, row) => row);
}

function countIn(counts: Uint32Array, group: number): void {
  counts[group] = (counts[group] ?? 0) + 1;
}

/** Sums of the rows of one table, by group: exact, and as fast as adding doubles. */
export class RowSums {
  readonly #table: UsageTable;
  readonly #groups: number;
  /** The scale of the sums. */
  #scale = 0;
  /** Integers at that scale, by money code and group; NaN where no amount was added. */
  #sums = new Float64Array(0);
  /** By group: how many rows were added, and what was wrong with them. */
  readonly #counts: Uint32Array;
  readonly #missing: Uint32Array;
  readonly #conflicting: Uint32Array;
  /** By group: what no longer is, or never was, among the sums. */
  readonly #carried: (MoneyTally | undefined)[] = [];

  /** @param groups how many there are; each is named by an integer below. */
  constructor(table: UsageTable, groups = 1) {
    this.#table = table;
    this.#groups = groups;
    this.#counts = new Uint32Array(groups);
    this.#missing = new Uint32Array(groups);
    this.#conflicting = new Uint32Array(groups);
  }

  add(row: number, group = 0): void {
    const table = this.#table;
    const { amount } = table;
    const marks = table.marks(row);
    countIn(this.#counts, group);
    if (marks & RECORD_MARKS.conflicting) this.addConflict(group);
    const scaled = amount.scaled(row);
    if (Number.isNaN(scaled)) {
      const aside = amount.at(row);
      if (aside) this.#carry(group, table.moneyCode(row), aside);
      else if (lacksAmount(marks)) countIn(this.#missing, group);
      return;
    }
    if (amount.scale !== this.#scale) this.#rescale();
    const money = table.moneyCode(row);
    const place = money * this.#groups + group;
    if (place >= this.#sums.length) this.#grow(money);
    const sum = (this.#sums[place] || 0) + scaled;
    const isLarge = Math.abs(sum) > MAX_SCALED;
    this.#sums[place] = isLarge ? 0 : sum;
    // Carried before a double could round.
    if (isLarge) this.#carry(group, money, { units: BigInt(sum), scale: this.#scale });
  }

  /** A row that was added before is now known to contradict another. */
  addConflict(group = 0): void {
    countIn(this.#conflicting, group);
  }

  /** Adds the sums of a group to a tally. */
  addTo(tally: MoneyTally, group = 0): void {
    const table = this.#table;
    this.#rescale();
    const carried = this.#carried[group];
    if (carried) tally.addAll(carried.total().sums);
    for (let at = group; at < this.#sums.length; at += this.#groups) {
      const sum = this.#sums[at] ?? NaN;
      if (Number.isNaN(sum)) continue;
      const { currency, vat } = table.moneyOf((at - group) / this.#groups);
      tally.add(currency, vat, { units: BigInt(sum), scale: this.#scale });
    }
    tally.countRows(this.#counts[group] ?? 0);
    tally.note({
      missingAmounts: this.#missing[group] ?? 0,
      conflictingRows: this.#conflicting[group] ?? 0,
    });
  }

  #carry(group: number, money: number, amount: Decimal): void {
    const { currency, vat } = this.#table.moneyOf(money);
    (this.#carried[group] ??= new MoneyTally()).add(currency, vat, amount);
  }

  /** Carries what was added before the column became finer; its sums are told at the finest scale. */
  #rescale(): void {
    const scale = this.#scale;
    this.#scale = this.#table.amount.scale;
    if (scale === this.#scale) return;
    for (let at = 0; at < this.#sums.length; at++) {
      const sum = this.#sums[at] ?? NaN;
      if (Number.isNaN(sum)) continue;
      const group = at % this.#groups;
      this.#carry(group, (at - group) / this.#groups, { units: BigInt(sum), scale });
      this.#sums[at] = 0;
    }
  }

  #grow(money: number): void {
    const longer = new Float64Array((money + 1) * this.#groups).fill(NaN);
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
    for (const row of rows ?? allRows(part)) {
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

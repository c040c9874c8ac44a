/** The money of rows, by group, on its way to totals: exact, and as fast as adding doubles. */
import { MAX_SCALED } from './columns.js';
import { addDecimals, ZERO, type Decimal } from './decimal.js';
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
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}

/** Sums of the rows of one table, by group: exact, and as fast as adding doubles. */
export class RowSums {
  readonly #table: UsageTable;
  readonly #groups: number;
  /** The scale of the sums. */
  #scale = 0;
  /** Integers at that scale, by place: money code × groups + group; NaN where none was added. */
  #sums = new Float64Array(0);
  /** By place, what is no longer, or never was, in such a sum. */
  readonly #carried = new Map<number, Decimal>();
  /** By group: how many rows were added, and what was wrong with them. */
  readonly #counts: Uint32Array;
  readonly #missing: Uint32Array;
  readonly #conflicting: Uint32Array;

  /** @param groups how many there are; each is named by an integer below. */
  constructor(table: UsageTable, groups = 1) {
    this.#table = table;
    this.#groups = groups;
    this.#counts = new Uint32Array(groups);
    this.#missing = new Uint32Array(groups);
    this.#conflicting = new Uint32Array(groups);
  }

  /** @param groups by place among the rows; without them, all are of the first group. */
  addAll(rows: Uint32Array, groups?: Int32Array): void {
    for (let i = 0; i < rows.length; i++) this.add(rows[i] ?? 0, groups ? groups[i] : 0);
  }

  add(row: number, group = 0): void {
    const { amount, markSets, moneyCodes } = this.#table;
    const marks = markSets.codes[row] ?? 0;
    const money = moneyCodes.codes[row] ?? 0;
    const place = money * this.#groups + group;
    const scaled = amount.scaled(row);
    countIn(this.#counts, group);
    if (marks & RECORD_MARKS.conflicting) this.addConflict(group);
    if (amount.scale !== this.#scale) {
      // The column became finer.
      for (let each = 0; each < this.#sums.length; each++) this.#carry(each);
      this.#scale = amount.scale;
    }
    if (place >= this.#sums.length) this.#grow(money);
    if (Number.isNaN(scaled)) {
      const aside = amount.at(row);
      if (aside) this.#hold(place, aside);
      else if (lacksAmount(marks)) countIn(this.#missing, group);
      return;
    }
    const sum = (this.#sums[place] || 0) + scaled;
    this.#sums[place] = sum;
    // Carried before a double could round.
    if (Math.abs(sum) > MAX_SCALED) this.#carry(place);
  }

  /** A row that was added before is now known to contradict another. */
  addConflict(group = 0): void {
    countIn(this.#conflicting, group);
  }

  /** Adds the sums of a group to a tally. */
  addTo(tally: MoneyTally, group = 0): void {
    for (let place = group; place < this.#sums.length; place += this.#groups) {
      this.#carry(place);
      const amount = this.#carried.get(place);
      if (!amount) continue;
      const { currency, vat } = this.#table.moneyOf((place - group) / this.#groups);
      tally.add(currency, vat, amount);
      // The same rows in any order give the same figure, to the last zero.
      tally.add(currency, vat, { units: 0n, scale: this.#table.amount.scale });
    }
    tally.countRows(this.#counts[group] ?? 0);
    tally.note({
      missingAmounts: this.#missing[group] ?? 0,
      conflictingRows: this.#conflicting[group] ?? 0,
    });
  }

  /** Adds an amount that is no integer at the scale of the sums. */
  #hold(place: number, amount: Decimal): void {
    this.#carried.set(place, addDecimals(this.#carried.get(place) ?? ZERO, amount));
  }

  /** Makes a sum an exact decimal; the next one begins anew. */
  #carry(place: number): void {
    const sum = this.#sums[place] ?? NaN;
    if (Number.isNaN(sum)) return;
    this.#sums[place] = NaN;
    this.#hold(place, { units: BigInt(sum), scale: this.#scale });
  }

  #grow(money: number): void {
    const longer = new Float64Array((money + 1) * this.#groups).fill(NaN);
    longer.set(this.#sums);
    this.#sums = longer;
  }
}

function countIn(counts: Uint32Array, group: number): void {
  counts[group] = (counts[group] ?? 0) + 1;
}

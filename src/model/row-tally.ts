/** The money of rows, by group, on its way to totals: exact, and as fast as adding doubles. */
import { MAX_SCALED } from './columns.js';
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

/** Adds up rows of one table into a tally, which has them once the adder is closed. */
function rowAdder(table: UsageTable, tally: MoneyTally) {
  const { amount } = table;
  /** Integers at the scale of the amounts, by money code. */
  const sums: number[] = [];
  let missingAmounts = 0;
  let conflictingRows = 0;
  const carry = (money: number): void => {
    const { currency, vat } = table.moneyOf(money);
    tally.add(currency, vat, { units: BigInt(sums[money] ?? 0), scale: amount.scale });
    sums[money] = 0;
  };
  return {
    add(row: number): void {
      const marks = table.marks(row);
      tally.countRows(1);
      if (marks & RECORD_MARKS.conflicting) conflictingRows++;
      const scaled = amount.scaled(row);
      if (Number.isNaN(scaled)) {
        const aside = amount.at(row);
        if (aside) tally.add(table.currency.at(row), table.vat(row), aside);
        else if (lacksAmount(marks)) missingAmounts++;
        return;
      }
      const money = table.moneyCode(row);
      const sum = (sums[money] ?? 0) + scaled;
      sums[money] = sum;
      // Carried before a double could round.
      if (Math.abs(sum) > MAX_SCALED) carry(money);
    },
    close(): void {
      sums.forEach((_, money) => carry(money));
      tally.note({ missingAmounts, conflictingRows });
    },
  };
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
    const adders = new Map<Key, ReturnType<typeof rowAdder>>();
    for (const row of rows ?? allRows(part)) {
      const key = keyOf(part, row);
      let adder = adders.get(key);
      if (!adder) {
        const tally = tallies.get(key) ?? new MoneyTally(table.notedGaps);
        tallies.set(key, tally);
        adders.set(key, (adder = rowAdder(part, tally)));
      }
      adder.add(row);
    }
    for (const adder of adders.values()) adder.close();
  }
  return tallies;
}

/** The money of rows, by group, on its way to totals: exact, and as fast as adding doubles. */
import { MAX_SCALED } from './columns.js';
import { MoneyTally } from './money.js';
import { RECORD_MARKS } from './usage-record.js';
import type { UsageTable } from './usage-table.js';

/**
 * Whether a row without amount leaves a hole in its total. A record that says that it is free or
 * included costs nothing beyond it, unless an amount was there and could not be read.
 */
export function lacksAmount(marks: number): boolean {
  const { badAmount, free, included } = RECORD_MARKS;
  return !(marks & (free | included)) || (marks & badAmount) !== 0;
}

/** The rows of a table in its order. */
export function allRows({ length }: UsageTable): Uint32Array {
  return new Uint32Array(length).map((_, row) => row);
}

/** The rows of one key, as far as they are added up. */
interface Group {
  readonly tally: MoneyTally;
  /** Integers at the scale of the amounts, by money code. */
  readonly sums: number[];
  missingAmounts: number;
  conflictingRows: number;
}

function addRow(table: UsageTable, group: Group, row: number): void {
  const { amount } = table;
  const marks = table.marks(row);
  group.tally.countRows(1);
  if (marks & RECORD_MARKS.conflicting) group.conflictingRows++;
  const scaled = amount.scaled(row);
  if (Number.isNaN(scaled)) {
    const aside = amount.at(row);
    if (aside) group.tally.add(table.currency.at(row), table.vat(row), aside);
    else if (lacksAmount(marks)) group.missingAmounts++;
    return;
  }
  const money = table.moneyCode(row);
  const sum = (group.sums[money] ?? 0) + scaled;
  // Carried before a double could round.
  const isFull = Math.abs(sum) > MAX_SCALED;
  group.sums[money] = isFull ? 0 : sum;
  if (isFull) carry(table, group, sum, money);
}

function carry(table: UsageTable, { tally }: Group, sum: number, money: number): void {
  const { currency, vat } = table.moneyOf(money);
  tally.add(currency, vat, { units: BigInt(sum), scale: table.amount.scale });
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
    const groups = new Map<Key, Group>();
    for (const row of rows ?? allRows(part)) {
      const key = keyOf(part, row);
      let group = groups.get(key);
      if (!group) {
        const tally = tallies.get(key) ?? new MoneyTally(table.notedGaps);
        tallies.set(key, tally);
        group = { tally, sums: [], missingAmounts: 0, conflictingRows: 0 };
        groups.set(key, group);
      }
      addRow(part, group, row);
    }
    for (const group of groups.values()) {
      group.sums.forEach((sum, money) => carry(part, group, sum, money));
      const { missingAmounts, conflictingRows } = group;
      group.tally.note({ missingAmounts, conflictingRows });
    }
  }
  return tallies;
}

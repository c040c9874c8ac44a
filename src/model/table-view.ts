/** Views of a table: which rows, in which order. Pure functions over row indexes. */
import type { DecimalColumn } from './columns.js';
import { approximate, compareDecimals, parseDecimal, type Decimal } from './decimal.js';
import { allRows } from './row-tally.js';
import { textTest, type SearchWords } from './table-search.js';
import { sortRows, type SortWords, type TableSort } from './table-sort.js';
import { dayNumber, parseDay } from './time.js';
import { UsageTable } from './usage-table.js';

export { SORT_COLUMNS, type SortColumn, type TableSort } from './table-sort.js';
export { totalsByDay, totalsByType, type DayTotal, type TypeTotal } from './table-totals.js';

/** What to show; an absent or unreadable member lets every row through. Plain JSON. */
export interface TableFilter {
  /** Usage type codes; '' stands for rows without one. An empty list lets every row through. */
  readonly types?: readonly string[];
  /** 'yyyy-mm-dd', inclusive. A row without a time lies on no day. */
  readonly fromDay?: string;
  readonly toDay?: string;
  /** Words that must all occur. */
  readonly text?: string;
  /** Decimal numerals, inclusive. A row without an amount lies within no bounds. */
  readonly minAmount?: string;
  readonly maxAmount?: string;
}

export interface ViewWords extends SortWords, SearchWords {}

type RowTest = (row: number) => boolean;

/**
 * The rows that pass a filter, sorted. Stable; rows without a value in the sorted column come
 * last in both directions.
 */
export function deriveView(
  table: UsageTable,
  filter: TableFilter,
  sort: TableSort,
  words: ViewWords,
): Uint32Array {
  const text = textTest(table, filter.text ?? '', words);
  const tests = [...testsOf(table, filter), ...(text ? [text] : [])];
  const found = tests.reduce((rows, test) => rows.filter(test), allRows(table));
  return sortRows(table, found, sort, words);
}

/** Whether a filter can exclude rows at all; without one, totals are those of the whole table. */
export function isFiltering(filter: TableFilter): boolean {
  return Boolean(filter.text?.trim()) || testsOf(UsageTable.create(), filter).length > 0;
}

/** Tests for what a filter bounds, the cheapest first: the dearer ones see fewer rows. */
function testsOf({ usageType, startTime, amount }: UsageTable, filter: TableFilter): RowTest[] {
  const { types = [], fromDay = '', toDay = '', minAmount = '', maxAmount = '' } = filter;
  const tests: RowTest[] = [];
  if (types.length > 0) {
    const wanted = new Set(types.map((type) => usageType.codeOf(type)));
    tests.push((row) => wanted.has(usageType.code(row)));
  }
  for (const [direction, day, least] of [
    [1, fromDay, minAmount],
    [-1, toDay, maxAmount],
  ] as const) {
    const bound = parseDay(day);
    if (bound !== null) {
      tests.push((row) => direction * (dayNumber(startTime.at(row)) - bound) >= 0);
    }
    const limit = parseDecimal(least);
    if (limit) tests.push(amountTest(amount, limit, direction));
  }
  return tests;
}

/** Lets amounts through that do not lie on the wrong side of a bound. */
function amountTest(amount: DecimalColumn, bound: Decimal, direction: 1 | -1): RowTest {
  // Rounding keeps order: only where both round to the same double one has to look closely.
  const near = approximate(bound, amount.scale);
  return (row) => {
    const distance = amount.key(row) - near;
    const side = distance === 0 ? compareDecimals(amount.at(row) ?? bound, bound) : distance;
    return direction * side >= 0;
  };
}

/** Views of a table: which rows, in which order. Pure functions over row indexes. */
import { approximate, compareDecimals, parseDecimal, type Decimal } from './decimal.js';
import { allRows } from './row-tally.js';
import { textTest, type SearchWords } from './table-search.js';
import { sortRows, type SortWords, type TableSort } from './table-sort.js';
import { dayNumber, parseDay } from './time.js';
import type { UsageTable } from './usage-table.js';

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
  const tests = testsOf(filter).map((test) => test(table));
  const pass = (rows: Uint32Array, test: RowTest | null) => (test ? rows.filter(test) : rows);
  const found = [...tests, textTest(table, filter.text ?? '', words)].reduce(pass, allRows(table));
  return sortRows(table, found, sort, words);
}

/** Whether a filter can exclude rows at all; without one, totals are those of the whole table. */
export function isFiltering(filter: TableFilter): boolean {
  return Boolean(filter.text?.trim()) || testsOf(filter).length > 0;
}

/** A test for each bound that a filter sets, the cheapest first: the dearer ones see fewer rows. */
function testsOf(filter: TableFilter): ((table: UsageTable) => RowTest)[] {
  const { types, fromDay = '', toDay = '', minAmount = '', maxAmount = '' } = filter;
  const from = parseDay(fromDay);
  const to = parseDay(toDay);
  const min = parseDecimal(minAmount);
  const max = parseDecimal(maxAmount);
  return [
    types?.length ? typeTest(types) : null,
    from === null ? null : dayTest((day) => day >= from),
    to === null ? null : dayTest((day) => day <= to),
    min && amountTest(min, 1),
    max && amountTest(max, -1),
  ].filter((test) => test !== null);
}

function typeTest(types: readonly string[]): (table: UsageTable) => RowTest {
  return ({ usageType }) => {
    const wanted = new Set(types.map((type) => usageType.codeOf(type)));
    return (row) => wanted.has(usageType.code(row));
  };
}

function dayTest(test: (day: number) => boolean): (table: UsageTable) => RowTest {
  return ({ startTime }) =>
    (row) =>
      test(dayNumber(startTime.at(row)));
}

/** Lets amounts through that do not lie on the wrong side of a bound. */
function amountTest(bound: Decimal, direction: 1 | -1): (table: UsageTable) => RowTest {
  return ({ amount }) => {
    // Rounding keeps order: only where both round to the same double one has to look closely.
    const near = approximate(bound, amount.scale);
    return (row) => {
      const distance = amount.key(row) - near;
      const side = distance === 0 ? compareDecimals(amount.at(row) ?? bound, bound) : distance;
      return direction * side >= 0;
    };
  };
}

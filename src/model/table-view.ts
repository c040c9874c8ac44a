/** Views of a table: which rows, in which order. Pure functions over row indexes. */
import type { DecimalColumn } from './columns.js';
import { approximate, compareDecimals, parseDecimal, type Decimal } from './decimal.js';
import { countFrom } from './order.js';
import { finish, inSteps, type Steps } from './steps.js';
import { textTest, type SearchWords } from './table-search.js';
import { sortRows, type SortWords, type TableSort } from './table-sort.js';
import { dayNumber, hourOf, parseDay } from './time.js';
import type { UsageTable } from './usage-table.js';

export { GROUP_FIELDS, type GroupField, type GroupTotal, groupRows } from './table-groups.js';
export { SORT_COLUMNS, type SortColumn, type TableSort } from './table-sort.js';
export { totalsByDay, totalsByType, type DayTotal, type TypeTotal } from './table-totals.js';

/** What to show; an absent or unreadable member lets every row through. Plain JSON. */
export interface TableFilter {
  /** Usage type codes; '' stands for rows without one. An empty list lets every row through. */
  readonly types?: readonly string[];
  /** 'yyyy-mm-dd', inclusive. A row without a time lies on no day. */
  readonly fromDay?: string;
  readonly toDay?: string;
  /** '00' to '23' on the clock on the wall. A row that states no time of day lies within none. */
  readonly hour?: string;
  /** Words that must all occur. */
  readonly text?: string;
  /** Decimal numerals, inclusive. A row without an amount lies within no bounds. */
  readonly minAmount?: string;
  readonly maxAmount?: string;
}

/** What sorting and searching need of the language and the number policy. */
export interface ViewWords extends SortWords, SearchWords {}

/** Whether a row, from 0 in the order of the table, is to be kept. */
export type RowTest = (row: number) => boolean;

/** The rows of a table in the order that was last asked for, all that there were. */
interface Order extends TableSort {
  readonly words: ViewWords;
  readonly rows: Uint32Array;
}
const orders = new WeakMap<UsageTable, Order>();

/** As many new rows find their places one by one; more of them are sorted together with the others. */
const MAX_ADDED = 2 ** 13;

/**
 * The rows that pass a filter, sorted. Stable; rows without a value in the sorted column come
 * last in both directions. Rows that are appended between two steps are not among them.
 *
 * The order of all rows is kept as long as the words are the same object: what a filter leaves of it is in
 * order already, and in a table that grew only what is new is sorted.
 */
export function* viewSteps(
  table: UsageTable,
  filter: TableFilter,
  sort: TableSort,
  words: ViewWords,
): Steps<Uint32Array> {
  const scales = scalesOf(table);
  const { length } = table;
  const text = yield* textTest(table, filter.text ?? '', words);
  const tests = [...testsOf(table, filter), ...(text ? [text] : [])];
  const { column, descending } = sort;
  const last = orders.get(table);
  const isKnown =
    last?.words === words &&
    last.column === column &&
    last.descending === descending &&
    length - last.rows.length < MAX_ADDED;
  const known = isKnown ? last.rows : undefined;
  let rows: Uint32Array =
    known?.length === length
      ? known
      : yield* sortRows(table, countFrom(0, length), sort, words, known);
  orders.set(table, { column, descending, words, rows });
  for (const test of tests) rows = yield* passing(rows, test);
  // Figures that have become finer meanwhile were compared with coarser ones.
  if (scalesOf(table) === scales) return rows;
  orders.delete(table);
  return yield* viewSteps(table, filter, sort, words);
}

/** The same without a pause. */
export function deriveView(...wanted: Parameters<typeof viewSteps>): Uint32Array {
  return finish(viewSteps(...wanted));
}

/** Those of the rows that pass, in the same order. */
export function* passing(rows: Uint32Array, test: RowTest): Steps<Uint32Array> {
  const passed = new Uint32Array(rows.length);
  let count = 0;
  yield* inSteps(rows.length, (from, to) => {
    count = keep(rows, test, passed, count, from, to);
  });
  return passed.slice(0, count);
}

/** Returns how many rows have been kept by now. */
function keep(
  rows: Uint32Array,
  test: RowTest,
  kept: Uint32Array,
  count: number,
  from: number,
  to: number,
): number {
  for (let i = from; i < to; i++) {
    const row = rows[i] ?? 0;
    kept[count] = row;
    if (test(row)) count++;
  }
  return count;
}

function scalesOf({ amount, volume, chargedVolume }: UsageTable): number {
  // They grow only.
  return amount.scale + volume.scale + chargedVolume.scale;
}

/** Tests for what a filter bounds, the cheapest first: the dearer ones see fewer rows. */
function testsOf({ usageType, startTime, amount }: UsageTable, filter: TableFilter): RowTest[] {
  const { types = [], fromDay = '', toDay = '', hour, minAmount = '', maxAmount = '' } = filter;
  const tests: RowTest[] = [];
  if (types.length > 0) {
    const wanted = usageType.values.map((type) => types.includes(type));
    tests.push((row) => wanted[usageType.code(row)] === true);
  }
  if (hour) {
    tests.push((row) => {
      const time = startTime.time(row);
      return time !== null && time.precision !== 'day' && hourOf(time.wall) === Number(hour);
    });
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
export function amountTest(amount: DecimalColumn, bound: Decimal, direction: 1 | -1): RowTest {
  // Rounding keeps order: only where both round to the same double one has to look closely.
  const near = approximate(bound, amount.scale);
  return (row) => {
    const distance = amount.key(row) - near;
    const side = distance === 0 ? compareDecimals(amount.at(row) ?? bound, bound) : distance;
    return direction * side >= 0;
  };
}

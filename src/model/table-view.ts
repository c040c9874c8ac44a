/** Views of a table: which rows, in which order. Pure functions over row indexes. */
import { compareDecimals, parseDecimal, type Decimal } from './decimal.js';
import type { DecimalColumn } from './columns.js';
import { textTest, type SearchWords } from './table-search.js';
import { sortRows, type SortWords, type TableSort } from './table-sort.js';
import { dayNumber, parseDay } from './time.js';
import type { UsageTable } from './usage-table.js';

export { SORT_COLUMNS, type SortColumn, type TableSort } from './table-sort.js';
export {
  totalsByDay,
  totalsByType,
  type DayTotal,
  type TypeTotal,
  type VolumeSum,
} from './table-totals.js';

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
  return sortRows(table, filterRows(table, filter, words), sort, words);
}

/** The rows that pass a filter, in the table's order. */
export function filterRows(
  table: UsageTable,
  filter: TableFilter,
  words: SearchWords,
): Uint32Array {
  return testsOf(table, filter, words).reduce(narrow, allRows(table.length));
}

/** Whether a filter can exclude rows at all; without one, totals are those of the whole table. */
export function isFiltering(filter: TableFilter): boolean {
  return Boolean(
    filter.types?.length ||
    dayBound(filter.fromDay) !== null ||
    dayBound(filter.toDay) !== null ||
    filter.text?.trim() ||
    amountBound(filter.minAmount) ||
    amountBound(filter.maxAmount),
  );
}

function allRows(length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}

/** One plain loop a test: each stays simple enough to be compiled well. */
function narrow(rows: Uint32Array, test: RowTest): Uint32Array {
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (const row of rows) if (test(row)) kept[count++] = row;
  return kept.slice(0, count);
}

/** Cheapest first, so that the dearer ones see fewer rows. */
function testsOf(table: UsageTable, filter: TableFilter, words: SearchWords): RowTest[] {
  return [
    typeTest(table, filter.types),
    dayTest(table, dayBound(filter.fromDay), dayBound(filter.toDay)),
    amountTest(table.amount, amountBound(filter.minAmount), amountBound(filter.maxAmount)),
    filter.text ? textTest(table, filter.text, words) : null,
  ].filter((test) => test !== null);
}

function typeTest(table: UsageTable, types: readonly string[] | undefined): RowTest | null {
  if (!types?.length) return null;
  const { usageType } = table;
  const wanted = new Uint8Array(usageType.values.length);
  for (const type of types) {
    const code = usageType.codeOf(type);
    if (code !== undefined) wanted[code] = 1;
  }
  return (row) => wanted[usageType.code(row)] === 1;
}

function dayBound(day: string | undefined): number | null {
  return day ? parseDay(day) : null;
}

function dayTest(table: UsageTable, from: number | null, to: number | null): RowTest | null {
  if (from === null && to === null) return null;
  const first = from ?? -Infinity;
  const last = to ?? Infinity;
  const { startTime } = table;
  return (row) => {
    const day = dayNumber(startTime.at(row));
    return day >= first && day <= last;
  };
}

function amountBound(text: string | undefined): Decimal | null {
  return text ? parseDecimal(text) : null;
}

function amountTest(
  column: DecimalColumn,
  min: Decimal | null,
  max: Decimal | null,
): RowTest | null {
  if (!min && !max) return null;
  const low = min ? scaledBound(min, column.scale, 1n) : -Infinity;
  const high = max ? scaledBound(max, column.scale, -1n) : Infinity;
  return (row) => {
    const scaled = column.scaled(row);
    if (!Number.isNaN(scaled)) return scaled >= low && scaled <= high;
    const aside = column.at(row);
    return (
      aside !== null &&
      (!min || compareDecimals(aside, min) >= 0) &&
      (!max || compareDecimals(aside, max) <= 0)
    );
  };
}

/** A bound as an integer at the column's scale, rounded into the span: up for 1n, down for -1n. */
function scaledBound(bound: Decimal, scale: number, direction: 1n | -1n): number {
  const finer = bound.scale - scale;
  if (finer <= 0) return Number(bound.units * 10n ** BigInt(-finer));
  const divisor = 10n ** BigInt(finer);
  const quotient = bound.units / divisor;
  const rest = bound.units % divisor;
  // Division cuts towards zero; only a rest on the side of the direction moves the bound.
  return Number(rest * direction > 0n ? quotient + direction : quotient);
}

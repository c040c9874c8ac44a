/** Totals of a table's rows by usage type and by day. */
import { absDecimal, compareDecimals, ZERO } from './decimal.js';
import { compareTexts, type Total } from './money.js';
import { groupRows } from './table-groups.js';
import type { UsageTable } from './usage-table.js';

/** What the records of a usage type cost; null for those that state none. */
export interface TypeTotal {
  readonly usageType: string | null;
  readonly total: Total;
}

/** What the records of a day cost. */
export interface DayTotal {
  /** 'yyyy-mm-dd'; '' for rows without a readable time. */
  readonly day: string;
  readonly total: Total;
}

/**
 * Totals by usage type, largest first. null stands for the whole table: then withheld money is in
 * them, so that they add up to the table's total.
 */
export function totalsByType(table: UsageTable, rows: Uint32Array | null): TypeTotal[] {
  return groupRows(table, rows, ['type'])
    .map(({ names: [name], total }) => ({ usageType: name || null, total }))
    .sort(byLargestSum);
}

/** By the largest sum of each; equal ones by code, so that no order of rows changes the page. */
export function byLargestSum(a: TypeTotal, b: TypeTotal): number {
  return (
    compareTotals(a.total, b.total) ||
    // Missing last.
    compareTexts(a.usageType ?? '\uffff', b.usageType ?? '\uffff')
  );
}

/** By the largest sum of each, largest first. */
export function compareTotals(a: Total, b: Total): number {
  const largest = ({ sums }: Total) => absDecimal(sums[0]?.amount ?? ZERO);
  return compareDecimals(largest(b), largest(a));
}

/**
 * Totals by day of the start time, ascending; rows without one come first, under ''. null stands
 * for the whole table, withheld money included.
 */
export function totalsByDay(table: UsageTable, rows: Uint32Array | null): DayTotal[] {
  return groupRows(table, rows, ['day'])
    .map(({ names: [day = ''], total }) => ({ day, total }))
    .sort((a, b) => compareTexts(a.day, b.day));
}

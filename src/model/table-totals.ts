/** Totals of a table's rows by usage type and by day. */
import { absDecimal, compareDecimals, ZERO } from './decimal.js';
import { compareTexts, type Total } from './money.js';
import { tallyRows } from './row-tally.js';
import { dayNumber, dayOfNumber } from './time.js';
import type { UsageTable } from './usage-table.js';

export interface TypeTotal {
  readonly usageType: string | null;
  readonly total: Total;
}

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
  return [...tallyRows(table, rows, (part, row) => part.usageType.at(row))]
    .map(([usageType, tally]) => ({ usageType, total: tally.total() }))
    .sort(byLargestSum);
}

/** By the largest sum of each; equal ones by code, so that no order of rows changes the page. */
export function byLargestSum(a: TypeTotal, b: TypeTotal): number {
  const largest = ({ total }: TypeTotal) => absDecimal(total.sums[0]?.amount ?? ZERO);
  return (
    compareDecimals(largest(b), largest(a)) ||
    // Missing last.
    compareTexts(a.usageType ?? '\uffff', b.usageType ?? '\uffff')
  );
}

/**
 * Totals by day of the start time, ascending; rows without one come first, under ''. null stands
 * for the whole table, withheld money included.
 */
export function totalsByDay(table: UsageTable, rows: Uint32Array | null): DayTotal[] {
  // Day numbers from one up, so that none is left for rows without a day.
  const keyOf = (part: UsageTable, row: number) => dayNumber(part.startTime.at(row)) + 1 || 0;
  return [...tallyRows(table, rows, keyOf)]
    .sort(([a], [b]) => a - b)
    .map(([key, tally]) => ({ day: key ? dayOfNumber(key - 1) : '', total: tally.total() }));
}

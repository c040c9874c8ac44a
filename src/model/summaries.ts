/** The service's own summaries: their totals. */
import type { Total } from './money.js';
import { totalOfSummaries } from './row-tally.js';
import { byLargestSum, type TypeTotal } from './table-totals.js';
import type { UsageSummary } from './usage-record.js';

/** What the summary lines of one or more subscriptions come to. */
export interface SummaryTotals {
  readonly total: Total;
  /** Largest first. */
  readonly byType: readonly TypeTotal[];
}

/** Totals of summary lines, in all and by usage type. `count` is the number of lines. */
export function totalsOfSummaries(summaries: readonly UsageSummary[]): SummaryTotals {
  const types = new Set(summaries.map(({ usageType }) => usageType));
  const byType = Array.from(types, (usageType) => ({
    usageType,
    total: totalOfSummaries(summaries.filter((line) => line.usageType === usageType)),
  }));
  return { total: totalOfSummaries(summaries), byType: byType.sort(byLargestSum) };
}

/** The service's own summaries: their totals, and whether the records agree with them. */
import { isZero, negateDecimal } from './decimal.js';
import { MoneyTally, type MoneySum, type Total } from './money.js';
import { totalOfSummaries } from './row-tally.js';
import { byLargestSum, type TypeTotal } from './table-totals.js';
import type { UsageSummary } from './usage-record.js';

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

/**
 * Compares the sum of the records with the service's summary.
 *
 * The difference is records − summary, one sum per currency and VAT basis that differs: a sum on
 * one side only differs by all of itself. It is told, never hidden; whether an incomplete total
 * explains it is for the reader to say.
 */
export function reconcile(
  records: Total,
  summary: Total,
): { readonly matches: boolean; readonly difference: readonly MoneySum[] } {
  const tally = new MoneyTally();
  tally.addAll(records.sums);
  tally.addAll(summary.sums.map((sum) => ({ ...sum, amount: negateDecimal(sum.amount) })));
  const difference = tally.total().sums.filter(({ amount }) => !isZero(amount));
  return { matches: difference.length === 0, difference };
}

import type { DetailsAnswer, SummariesAnswer } from '../api/index.js';
import type { Total } from '../model/money.js';
import { type Gap, reconcile } from '../model/reconciliation.js';
import type { UsageTypeMap } from '../model/usage-type.js';
import { type Figures, figuresOf } from './overview-model.js';

/** The figures are the summary's, which is there first; `asOf` is that of the older answer. */
export interface SubscriptionPage extends Omit<Figures, 'total'> {
  /** Null until the summary is in. */
  readonly total: Total | null;
  /** Between the records and the summary; empty until both are in. */
  readonly gaps: readonly Gap[];
}

export function subscriptionPageOf(
  summary: SummariesAnswer | null,
  details: DetailsAnswer | null,
  usageTypes: UsageTypeMap,
): SubscriptionPage {
  const figures = figuresOf(summary, usageTypes);
  const total = summary && figures.total;
  return {
    ...figures,
    total,
    gaps: total && details ? reconcile(details.table.total(null), total) : [],
    asOf: Math.min(figures.asOf, details?.asOf ?? Infinity),
  };
}

/** Only complete figures can contradict each other, and what rounding leaves does not. */
export function isContradiction({ reasons: [reason] }: Gap): boolean {
  return reason !== 'incomplete' && reason !== 'rounding';
}

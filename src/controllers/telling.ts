import {
  type DetailsAnswer,
  type Result,
  type SubscriptionList,
  type SummariesAnswer,
  type UsageError,
  usageError,
} from '../api/index.js';
import { PayexErrorEvent, type Place, type UsageIds } from '../events.js';
import { isComplete } from '../model/money.js';
import { plain } from './plain.js';
import type { Settings } from './settings.js';

export type Answer = SubscriptionList | SummariesAnswer | DetailsAnswer;

/** Tells the host of a final failure; `ids` say of what. */
export function errorEvent(error: UsageError, ids: UsageIds): PayexErrorEvent {
  const { code, status, retryable, attempt, instance, reason, parameter } = error;
  const detail = { code, status, retryable, attempt, instance, reason, parameter };
  return new PayexErrorEvent(plain({ ...detail, ...ids }));
}

/** What the host has to be told of an answer: a failure, or what it lacks. */
export function faultsOf(result: Result<Answer>): readonly UsageError[] {
  if (!result.ok) return [result.error];
  const { errors, gaps } = result.value;
  // Rows that the answer could not give.
  return errors.length === 0 && !isComplete(gaps) ? [usageError('partial')] : errors;
}

/** How many records an answer holds. */
export function recordsIn(answer: Answer): number {
  return 'table' in answer ? answer.table.length : 0;
}

/** Identifiers of a place, of this customer. */
export function idsAt(
  { customerNo }: Pick<Settings, 'customerNo'>,
  { invoiceNo, subscriptionNo }: Place,
): UsageIds {
  return plain({ customerNo: customerNo ?? undefined, invoiceNo, subscriptionNo });
}

/**
 * `payex-usage/client.js`: the client, its answers and errors, readers for answers that came another way, and
 * the model that all of them give. Nothing of it needs a page.
 */
export * from '../model/index.js';
export { UsageClient } from './client.js';
export type {
  CallOptions,
  DetailsAnswer,
  InvoiceState,
  MapUsageDetail,
  MapUsageSummary,
  SubscriptionList,
  SummariesAnswer,
  UsageClientOptions,
  WaitNotice,
} from './client-types.js';
export {
  ERROR_CODES,
  ERROR_REASONS,
  PROBLEM_KINDS,
  WARNING_CODES,
  type ErrorCode,
  type ErrorReason,
  type ProblemKind,
  type Result,
  type UsageError,
  type UsageWarning,
  type WarningCode,
} from './errors.js';
export type { DetailField, SummaryField } from './aliases.js';
export type { Fetcher } from './http.js';
export { parseJsonExactly } from './json.js';
export { readInvoice } from './invoice.js';
export {
  readDetails,
  readSummaries,
  type DetailsPage,
  type SummariesPage,
} from './read-answers.js';
export type {
  MappedUsageDetail,
  MappedUsageSummary,
  RowContext,
  RowMapper,
  RowOrigin,
} from './read-context.js';
export type { SubscriptionRef } from './read-lists.js';
export type { RetryBudget } from './retry-policy.js';
export { parseApiBase, type ApiBase, type Scope } from './routes.js';
export { type Lane, RequestScheduler } from './scheduler.js';

/** The public names of this room: the client, its answers and errors, and readers useful to a host. */
export { UsageClient } from './client.js';
export type {
  CallOptions,
  ClientWarning,
  DetailsAnswer,
  IncompleteWarning,
  InvoiceState,
  MapUsageDetail,
  MapUsageSummary,
  SubscriptionList,
  SummariesAnswer,
  UsageClientOptions,
} from './client-types.js';
export type { Environment } from './environment.js';
export {
  ERROR_CODES,
  ERROR_REASONS,
  PROBLEM_KINDS,
  usageError,
  WARNING_CODES,
  type ErrorCode,
  type ErrorReason,
  type ProblemKind,
  type Result,
  type UsageError,
  type UsageWarning,
  type WarningCode,
} from './errors.js';
export type { Fetcher } from './http.js';
export { checkIdentifier, type IdentifierKind } from './identifiers.js';
export { parseJsonExactly } from './json.js';
export type {
  MappedUsageDetail,
  MappedUsageSummary,
  RowContext,
  RowMapper,
  RowOrigin,
} from './read-context.js';
export { readDetails, type DetailsPage } from './read-detail.js';
export type { SubscriptionRef } from './read-lists.js';
export { readSummaries, type SummariesPage } from './read-summary.js';
export { RetryBudget } from './retry-budget.js';
export { parseApiBase, type ApiBase, type Scope } from './routes.js';
export { RequestScheduler, type SchedulerCounts } from './scheduler.js';
export type { WaitNotice } from './throttle.js';

/** What goes into the client and what comes out of it. */
import type { Incompleteness } from '../model/money.js';
import type { NumberRules } from '../model/number-rules.js';
import type { UsageSummary } from '../model/usage-record.js';
import type { UsageTable } from '../model/usage-table.js';
import type { UsageError, UsageWarning } from './errors.js';
import type { Fetcher } from './http.js';
import type { MappedUsageDetail, MappedUsageSummary, RowMapper } from './read-context.js';
import type { SubscriptionRef } from './read-lists.js';
import type { RetryBudget } from './retry-policy.js';
import type { RequestScheduler } from './scheduler.js';

/** The host's own reading of a row of `usage-details`. */
export type MapUsageDetail = RowMapper<MappedUsageDetail>;
/** The host's own reading of a row of `usage-summaries`. */
export type MapUsageSummary = RowMapper<MappedUsageSummary>;

/** `retryAt` is in epoch ms. */
export type WaitNotice = { readonly retryAt: number } | null;

/** Where the client reads, for whom and with what; fixed for its life. */
export interface UsageClientOptions {
  /** Ledger number, in every route. */
  readonly ownerNo: string;
  /**
   * In front of `/billing/usage/v1/…`: a path of the page's own origin (default `/`), or a whole URL,
   * which a frame with an opaque origin needs.
   */
  readonly apiBase?: string;
  /** Needed for every origin but the page's own. One client has one fetcher: swap both together. */
  readonly fetcher?: Fetcher;
  /** IANA zone for timestamps with an offset; default Europe/Stockholm, UTC for an unknown one. */
  readonly timeZone?: string;
  /** ISO 4217, only where the payload is silent. */
  readonly currency?: string;
  /** Only where the payload is silent. */
  readonly vatBasis?: 'included' | 'excluded';
  readonly numberRules?: NumberRules;
  readonly mapUsageDetail?: MapUsageDetail;
  readonly mapUsageSummary?: MapUsageSummary;
  /**
   * Renews the token; asked once for all refused calls, `generation` counts the requests from 1. `signal`
   * is aborted when no call waits for it any more: it is renewed, given up or forgotten.
   */
  onAuth?(generation: number, signal: AbortSignal): Promise<void>;
  /** Something was odd in an answer; once a call and kind. */
  onWarning?(warning: UsageWarning): void;
  /** A countdown to `retryAt` (epoch ms) starts, or none is left. */
  onWait?(wait: WaitNotice): void;
  /**
   * Calls wait for the network: E(network) with the reason `offline`; null when none waits any more.
   * The calls go on by themselves.
   */
  onOffline?(error: UsageError | null): void;
  /** Default: the one that all clients of the page share. */
  readonly scheduler?: RequestScheduler;
  /** Default: the one that all clients of the page share. */
  readonly retryBudget?: RetryBudget;
}

/** Of one call. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** 0 = under the eye (default); larger = farther. */
  readonly priority?: number;
  /**
   * Of `details`: gets the table while its answer still arrives, at the first rows and then some ten
   * times a second; the version of the table tells that there is more. The answer has the last word:
   * after an error, and after a table that is not the answer's, what was shown was not so. Equal calls
   * share a request, and only the one that started it is told.
   */
  onRows?(table: UsageTable): void;
}

/** Every answer says what is missing from it and when it was complete. */
export interface Answer {
  readonly gaps: Incompleteness;
  /** Failures that the answer survived; each of them is a gap, too. */
  readonly errors: readonly UsageError[];
  /** Epoch ms. */
  readonly asOf: number;
}

/** The subscriptions of a customer or an invoice, all pages of them. */
export interface SubscriptionList extends Answer {
  readonly items: readonly SubscriptionRef[];
  /** True where nothing is known to be missing from the list. */
  readonly complete: boolean;
}

/** The service's own totals of a subscription, by usage type. */
export interface SummariesAnswer extends Answer {
  readonly summaries: readonly UsageSummary[];
}

/** The records of a subscription. */
export interface DetailsAnswer extends Answer {
  readonly table: UsageTable;
}

/** What the service knows of an invoice. */
export interface InvoiceState {
  readonly invoiceNo: string;
  /** False for one that is known and has none. */
  readonly hasUsage: boolean;
}

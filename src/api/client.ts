import { DEFAULT_TIME_ZONE } from '../model/time.js';
import type { UsageTable } from '../model/usage-table.js';
import type {
  CallOptions,
  DetailsAnswer,
  SubscriptionList,
  SummariesAnswer,
  UsageClientOptions,
} from './client-types.js';
import { ok, refuse, type Result } from './errors.js';
import { Findings } from './findings.js';
import { checkIdentifier } from './identifiers.js';
import { tell } from './listeners.js';
import { details, subscriptions, summaries, type Loader } from './loads.js';
import type { RowContext } from './read-context.js';
import type { SubscriptionRef } from './read-lists.js';
import { Requester } from './request.js';
import { parseApiBase, type Scope } from './routes.js';
import { pageScheduler, type Lane, type RequestScheduler } from './scheduler.js';

type ClientContext = Omit<RowContext, 'scope' | 'subscriptionNo'>;

/** Clients share the page's scheduler, but never each other's calls. */
let clients = 0;

/**
 * Reads one ledger of the PayEx Billing Usage API.
 *
 * Every method resolves with a `Result`; it rejects only when the call is cancelled, with the reason
 * of the caller's signal, or with an AbortError after `clear()`. Equal calls under way share one
 * request; no answer is kept, so none of an earlier customer or sign-in can ever come back.
 */
export class UsageClient {
  readonly #options: UsageClientOptions;
  readonly #scheduler: RequestScheduler;
  readonly #requester: Requester;
  readonly #context: Result<ClientContext>;
  readonly #id = (clients += 1);
  #ending = new AbortController();

  constructor(options: UsageClientOptions) {
    this.#options = options;
    this.#scheduler = options.scheduler ?? pageScheduler;
    this.#requester = new Requester(options);
    this.#context = readContext(options);
  }

  /** The subscriptions of a customer or an invoice; none for an invoice without usage. */
  subscriptions(scope: Scope, call?: CallOptions): Promise<Result<SubscriptionList>> {
    return this.load('subscriptions', subscriptions, scope, null, call);
  }

  /** Totals by usage type of one subscription. */
  summaries(
    scope: Scope,
    subscription: string | SubscriptionRef,
    call?: CallOptions,
  ): Promise<Result<SummariesAnswer>> {
    return this.load('summaries', summaries, scope, subscription, call);
  }

  /** The usage records of one subscription, all pages of them. */
  details(
    scope: Scope,
    subscription: string | SubscriptionRef,
    call?: CallOptions,
  ): Promise<Result<DetailsAnswer>> {
    return this.load('details', details, scope, subscription, call);
  }

  /** Moves a waiting call nearer to the eye or farther from it; an unknown call is ignored. */
  prioritise(
    scope: Scope,
    subscriptionNo: string,
    kind: 'summaries' | 'details',
    priority: number,
  ): void {
    const context = this.#contextOf(scope, subscriptionNo);
    if (context.ok) this.#scheduler.prioritise(this.#key(kind, context.value), priority);
  }

  /** Cancels every call and forgets the sign-in; the client can be used again at once. */
  clear(): void {
    const ending = this.#ending;
    this.#ending = new AbortController();
    this.#requester.reset();
    ending.abort();
  }

  /**
   * What the methods above are made of, for loads beside theirs.
   *
   * @internal
   * @param kind tells the answers of this load from those of others
   * @param subscription null where the call is not about one
   */
  async load<T extends object>(
    kind: string,
    load: Loader<T>,
    scope: Scope,
    subscription: string | SubscriptionRef | null,
    call: CallOptions = {},
  ): Promise<Result<T>> {
    const { signal, priority = 0 } = call;
    signal?.throwIfAborted();
    const context = this.#contextOf(scope, subscription);
    if (!context.ok) return context;
    const key = this.#key(kind, context.value);
    const ending = this.#ending.signal;
    const either = signal ? AbortSignal.any([ending, signal]) : ending;
    return this.#scheduler.call(key, either, priority, (lane) =>
      this.#run(load, context.value, lane, call),
    );
  }

  async #run<T>(
    load: Loader<T>,
    context: RowContext,
    lane: Lane,
    call: CallOptions,
  ): Promise<Result<T>> {
    const findings = new Findings();
    const get = this.#requester.open(lane, findings);
    // By itself: what the caller throws is the page's to report.
    const onRows = (table: UsageTable): void =>
      queueMicrotask(() => call.signal?.aborted || call.onRows?.(table));
    try {
      const result = await load({ context, get, findings, onRows: call.onRows && onRows });
      for (const warning of findings.listWarnings()) tell(this.#options, 'onWarning', warning);
      return result;
    } catch {
      // Cancelled, and nobody listens, or a mistake of ours: the page must survive that, and what was
      // thrown may quote the answer.
      return refuse('data');
    }
  }

  /** All that a call needs to know, or E(config) before anything is sent. */
  #contextOf(scope: Scope, subscription: string | SubscriptionRef | null): Result<RowContext> {
    const shared = this.#context;
    if (!shared.ok) return shared;
    const { kind } = scope;
    const name = `${kind}No` as const;
    const number = checkIdentifier(kind, (scope as Partial<Record<typeof name, string>>)[name]);
    if (!number.ok) return number;
    const text = typeof subscription === 'string' ? subscription : subscription?.subscriptionNo;
    const subscriptionNo = subscription === null ? ok('') : checkIdentifier('subscription', text);
    if (!subscriptionNo.ok) return subscriptionNo;
    return ok({
      ...shared.value,
      // Outer spaces are trimmed by now: one key, one URL.
      scope: { kind, [name]: number.value } as unknown as Scope,
      subscriptionNo: subscriptionNo.value,
    });
  }

  #key(kind: string, { scope, subscriptionNo }: RowContext): string {
    return JSON.stringify([this.#id, kind, scope, subscriptionNo]);
  }
}

/** The part of the context that all calls share; E(config) also for another origin without fetcher. */
function readContext(options: UsageClientOptions): Result<ClientContext> {
  const { timeZone = DEFAULT_TIME_ZONE } = options;
  const ownerNo = checkIdentifier('owner', options.ownerNo);
  if (!ownerNo.ok) return ownerNo;
  // Undefined outside of a page: then only a whole URL will do.
  const { origin } = globalThis;
  // Not `document.baseURI`, which a base element may set to another origin.
  const base = parseApiBase(options.apiBase ?? '', origin);
  if (!base.ok) return base;
  if (!options.fetcher && base.value.origin !== origin) {
    return refuse('config', { reason: 'no-fetcher' });
  }
  return ok({
    ...options,
    base: base.value,
    ownerNo: ownerNo.value,
    timeZone,
  });
}

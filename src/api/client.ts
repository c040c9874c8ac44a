import { isTimeZone } from '../model/time.js';
import { UsageTable } from '../model/usage-table.js';
import { AnswerCache } from './answer-cache.js';
import { AuthGate } from './auth.js';
import type {
  CallOptions,
  ClientWarning,
  DetailsAnswer,
  InvoiceState,
  SubscriptionList,
  SummariesAnswer,
  UsageClientOptions,
} from './client-types.js';
import { browserEnvironment, type Environment } from './environment.js';
import { fail, ok, usageError, type ErrorCode, type Result } from './errors.js';
import { pageFetcher } from './http.js';
import { checkIdentifier } from './identifiers.js';
import { loadDetails, loadInvoice, loadSubscriptions, loadSummaries, type Load } from './loads.js';
import type { RowContext } from './read-context.js';
import type { SubscriptionRef } from './read-lists.js';
import { Requester } from './request.js';
import { pageRetryBudget } from './retry-budget.js';
import { parseApiBase, type Scope } from './routes.js';
import { pageScheduler, type Lane, type RequestScheduler } from './scheduler.js';
import { Throttle } from './throttle.js';

const DEFAULT_TIME_ZONE = 'Europe/Stockholm';

type ClientContext = Omit<RowContext, 'scope' | 'subscriptionNo'>;

type CallKind = 'invoice' | 'subscriptions' | 'summaries' | 'details';

/** After these a cached answer of the same key is no longer the customer's to see. */
const REVOKING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'auth',
  'forbidden',
  'foreign',
  'not-found',
]);

/** Clients share the page's scheduler, but never each other's calls. */
let clients = 0;

/**
 * Reads one ledger of the PayEx Billing Usage API for one page.
 *
 * Every method resolves with a `Result`; it rejects only when the call is cancelled, with the reason
 * of the caller's signal, or with an AbortError after `clear()`. Equal calls under way share one
 * request; successful answers are kept until `clear()`, failures never.
 */
export class UsageClient {
  readonly #options: UsageClientOptions;
  readonly #environment: Environment;
  readonly #scheduler: RequestScheduler;
  readonly #requester: Requester;
  readonly #auth: AuthGate;
  readonly #context: Result<ClientContext>;
  readonly #cache = new AnswerCache();
  readonly #id = (clients += 1);
  #life = new AbortController();

  constructor(options: UsageClientOptions) {
    this.#options = options;
    this.#environment = options.environment ?? browserEnvironment;
    this.#scheduler = options.scheduler ?? pageScheduler;
    this.#context = readContext(options);
    const latestOrder = (): number => this.#scheduler.latestOrder;
    this.#auth = new AuthGate({
      environment: this.#environment,
      latestOrder,
      onAuth: options.onAuth?.bind(options),
    });
    this.#requester = new Requester({
      environment: this.#environment,
      fetcher: options.fetcher ?? pageFetcher,
      auth: this.#auth,
      throttle: new Throttle(this.#environment, (wait) => tell(() => options.onWait?.(wait))),
      budget: options.retryBudget ?? pageRetryBudget,
      latestOrder,
      onWarning: (warning) => this.#warn(warning),
      onOffline: (error) => tell(() => options.onOffline?.(error)),
    });
  }

  /** Whether an invoice is known to Usage; an invoice without usage is a success, too. */
  invoice(invoiceNo: string, call?: CallOptions): Promise<Result<InvoiceState>> {
    return this.#call('invoice', { kind: 'invoice', invoiceNo }, null, call, loadInvoice);
  }

  /** The subscriptions of a customer or an invoice; none for an invoice without usage. */
  subscriptions(scope: Scope, call?: CallOptions): Promise<Result<SubscriptionList>> {
    return this.#call('subscriptions', scope, null, call, loadSubscriptions);
  }

  /** Totals by usage type of one subscription. */
  summaries(
    scope: Scope,
    subscription: string | SubscriptionRef,
    call?: CallOptions,
  ): Promise<Result<SummariesAnswer>> {
    const link = typeof subscription === 'string' ? null : subscription.summariesUrl;
    return this.#call('summaries', scope, subscription, call, (source) =>
      loadSummaries(source, link),
    );
  }

  /** The usage records of one subscription, all pages of them. */
  details(
    scope: Scope,
    subscription: string | SubscriptionRef,
    call?: CallOptions,
  ): Promise<Result<DetailsAnswer>> {
    const link = typeof subscription === 'string' ? null : subscription.detailsUrl;
    const table = (): UsageTable => UsageTable.create({ numberRules: this.#options.numberRules });
    return this.#call('details', scope, subscription, call, (source) =>
      loadDetails(source, link, table()),
    );
  }

  /** Moves a waiting call nearer to the eye or farther from it; an unknown call is ignored. */
  prioritise(
    scope: Scope,
    subscriptionNo: string,
    kind: 'summaries' | 'details',
    priority: number,
  ): void {
    const key = this.#key(kind, scope, subscriptionNo.trim());
    this.#scheduler.prioritise(key, priority);
    this.#scheduler.prioritise(freshKey(key), priority);
  }

  /** Forgets every answer and cancels every call; the client can be used again at once. */
  clear(): void {
    const life = this.#life;
    this.#life = new AbortController();
    this.#cache.clear();
    this.#auth.reset();
    life.abort(new DOMException('The client was cleared.', 'AbortError'));
  }

  async #call<T>(
    kind: CallKind,
    scope: Scope,
    subscription: string | SubscriptionRef | null,
    { signal, priority = 0, fresh = false }: CallOptions = {},
    load: Load<T>,
  ): Promise<Result<T>> {
    signal?.throwIfAborted();
    const context = this.#contextOf(scope, subscription);
    if (!context.ok) return context;
    const key = this.#key(kind, context.value.scope, context.value.subscriptionNo);
    const cached = fresh ? undefined : this.#cache.get(key);
    if (cached !== undefined) return ok(cached as T);

    const reload = freshKey(key);
    // Who asks while a reload is under way gets what it brings.
    const name = fresh || this.#scheduler.isOpen(reload) ? reload : key;
    const signals = signal ? [this.#life.signal, signal] : [this.#life.signal];
    return this.#scheduler.call(name, { signals, priority }, (lane) =>
      this.#run(key, lane, context.value, load),
    );
  }

  async #run<T>(key: string, lane: Lane, context: RowContext, load: Load<T>): Promise<Result<T>> {
    const loaded = await load({
      context,
      environment: this.#environment,
      signal: lane.signal,
      get: (url) => this.#requester.get(url, lane),
    }).catch((): Result<never> => {
      lane.signal.throwIfAborted();
      // A mistake of ours: the page must survive it, and what was thrown may quote the answer.
      return fail(usageError('data'));
    });
    lane.signal.throwIfAborted();
    if (!loaded.ok) {
      if (REVOKING.has(loaded.error.code)) this.#cache.delete(key);
      return loaded;
    }
    const { answer, notes } = loaded.value;
    if (notes.final) this.#cache.set(key, answer, lane.order);
    for (const warning of notes.warnings) this.#warn(warning);
    for (const error of notes.errors) this.#warn({ code: 'incomplete', count: 1, error });
    return ok(answer);
  }

  /** All that a call needs to know, or E(config) before anything is sent. */
  #contextOf(scope: Scope, subscription: string | SubscriptionRef | null): Result<RowContext> {
    if (!this.#context.ok) return this.#context;
    const checkedScope = checkScope(scope);
    if (!checkedScope.ok) return checkedScope;
    const text = typeof subscription === 'object' ? subscription?.subscriptionNo : subscription;
    const number = text === undefined ? ok('') : checkIdentifier('subscription', text);
    if (!number.ok) return number;
    return ok({ ...this.#context.value, scope: checkedScope.value, subscriptionNo: number.value });
  }

  #key(kind: CallKind, scope: Scope, subscriptionNo: string): string {
    const number = scope.kind === 'customer' ? scope.customerNo : scope.invoiceNo;
    return JSON.stringify([this.#id, kind, scope.kind, number, subscriptionNo]);
  }

  #warn(warning: ClientWarning): void {
    tell(() => this.#options.onWarning?.(warning));
  }
}

function freshKey(key: string): string {
  return `${key} fresh`;
}

/** Identifiers with outer spaces trimmed, so that they are one key and one URL. */
function checkScope(scope: Scope): Result<Scope> {
  if (scope.kind === 'customer') {
    const customerNo = checkIdentifier('customer', scope.customerNo);
    return customerNo.ok ? ok({ kind: 'customer', customerNo: customerNo.value }) : customerNo;
  }
  const invoiceNo = checkIdentifier('invoice', scope.invoiceNo);
  return invoiceNo.ok ? ok({ kind: 'invoice', invoiceNo: invoiceNo.value }) : invoiceNo;
}

/** The part of the context that all calls share; E(config) also for another origin without fetcher. */
function readContext(options: UsageClientOptions): Result<ClientContext> {
  const ownerNo = checkIdentifier('owner', options.ownerNo);
  if (!ownerNo.ok) return ownerNo;
  const pageUrl = options.pageUrl ?? ownUrl();
  const base = parseApiBase(options.apiBase ?? '', pageUrl);
  if (!base.ok) return base;
  // Judged by where this runs, not by `pageUrl`, which a base element may point elsewhere.
  if (!options.fetcher && base.value.origin !== globalThis.origin) {
    return fail(usageError('config', { reason: 'no-fetcher' }));
  }
  const { timeZone = DEFAULT_TIME_ZONE, currency, vatBasis } = options;
  return ok({
    base: base.value,
    ownerNo: ownerNo.value,
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    currency,
    vatBasis,
    mapUsageDetail: options.mapUsageDetail,
    mapUsageSummary: options.mapUsageSummary,
  });
}

/**
 * Not `document.baseURI`, which a base element may set to another origin; only a frame without an
 * address of its own (srcdoc) takes its parent's from it.
 */
function ownUrl(): string {
  return /^https?:/.test(location.href) ? location.href : document.baseURI;
}

/** Calls a listener of the host: what it throws is the host's to see, but breaks no call of ours. */
function tell(listener: () => void): void {
  try {
    listener();
  } catch (reason) {
    reportError(reason);
  }
}

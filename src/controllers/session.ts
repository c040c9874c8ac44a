import type { ReactiveControllerHost } from 'lit';
import {
  type DetailsAnswer,
  type Result,
  type Scope,
  type SubscriptionList,
  type SummariesAnswer,
  type UsageClient,
  type UsageError,
  usageError,
} from '../api/index.js';
import { PayexErrorEvent, PayexLoadEvent } from '../events.js';
import type { UsageIds } from '../events.js';
import { type Incompleteness, isComplete } from '../model/money.js';
import { ClientController } from './client-controller.js';
import type { InvoiceInfo } from './defaults.js';
import { LoadController, type Wanted } from './load.js';
import { totalsOfAnswer } from './overview-model.js';
import type { PlacesController } from './places.js';
import { isInvoice, type Settings } from './settings.js';
import { mismatchOf } from './subscription-model.js';
import { SummariesController } from './summaries.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What every answer says of itself beside its data. */
interface Flawed {
  readonly gaps: Incompleteness;
  readonly errors: readonly UsageError[];
}

/**
 * Everything the element knows of one customer, for the place where the agent is. A change of customer,
 * ledger, address or fetcher makes a new client; nothing of the old one survives it.
 */
export class SessionController {
  readonly connection: ClientController;
  readonly subscriptions: LoadController<SubscriptionList>;
  readonly summary: LoadController<SummariesAnswer>;
  readonly details: LoadController<DetailsAnswer>;
  readonly invoiceList: LoadController<readonly InvoiceInfo[]>;
  readonly totals: SummariesController;

  readonly #host: Host;
  readonly #places: PlacesController;
  #settings: Settings | null = null;
  #cleared = false;
  #blocked: UsageError | null = null;

  constructor(host: Host, places: PlacesController) {
    this.#host = host;
    this.#places = places;
    this.connection = new ClientController(host, (error) => this.report(error));
    const epoch = (): unknown => this.connection.client;
    this.subscriptions = new LoadController<SubscriptionList>(host, epoch, {
      wanted: () => this.#wantedList(),
      settled: (result) => this.#listSettled(result),
    });
    this.summary = new LoadController<SummariesAnswer>(host, epoch, {
      wanted: () =>
        this.#wantedOf((client, scope, no, call) =>
          client.summaries(scope, no, { ...call, priority: 0 }),
        ),
      settled: (result) => this.#answerSettled(result, 0),
    });
    this.details = new LoadController<DetailsAnswer>(host, epoch, {
      wanted: () =>
        this.#wantedOf((client, scope, no, call) =>
          client.details(scope, no, { ...call, priority: 1 }),
        ),
      settled: (result) => this.#answerSettled(result, result.ok ? result.value.table.length : 0),
    });
    this.invoiceList = new LoadController<readonly InvoiceInfo[]>(host, epoch, {
      wanted: () => this.#wantedInvoices(),
      settled: (result) => {
        if (!result.ok) this.report(result.error);
      },
    });
    this.totals = new SummariesController(host, {
      settled: (subscriptionNo, result) => {
        if (result.ok) this.#reportFlaws(result.value, { subscriptionNo });
        else this.report(result.error, { subscriptionNo });
      },
      finished: (complete) => this.#tellLoad(complete, 0),
    });
  }

  /** Set when an answer belonged to someone else: nothing is shown until the next start. */
  get blocked(): UsageError | null {
    return this.#blocked;
  }

  /** Invoices the agent may choose from: the host's list, and what its source gave. */
  get invoices(): readonly InvoiceInfo[] {
    const found = this.invoiceList.value ?? [];
    const listed = new Set(found.map((invoice) => invoice.invoiceNo));
    const known = this.#settings?.invoices ?? [];
    return [...known.filter((invoice) => !listed.has(invoice.invoiceNo)), ...found];
  }

  /** The invoice shown as billed until the agent chooses one. */
  get defaultInvoice(): string | undefined {
    return this.#settings?.invoiceNo ?? this.invoices[0]?.invoiceNo;
  }

  /** Everything was forgotten, and nothing is fetched until someone asks. */
  get cleared(): boolean {
    return this.#cleared;
  }

  /** Whose usage the place is about; null when neither a customer nor an invoice is chosen. */
  get scope(): Scope | null {
    const settings = this.#settings;
    const { view, invoiceNo } = this.#places.place;
    if (!settings || this.#cleared) return null;
    if (view === 'unbilled') {
      return settings.customerNo === null
        ? null
        : { kind: 'customer', customerNo: settings.customerNo };
    }
    return invoiceNo === undefined ? null : { kind: 'invoice', invoiceNo };
  }

  /** Identifiers for events about what is shown now. */
  get ids(): UsageIds {
    const { subscriptionNo } = this.#places.place;
    const scope = this.scope;
    return {
      ...(this.#settings?.customerNo ? { customerNo: this.#settings.customerNo } : {}),
      ...(scope?.kind === 'invoice' ? { invoiceNo: scope.invoiceNo } : {}),
      ...(subscriptionNo ? { subscriptionNo } : {}),
    };
  }

  /** Takes the newest settings; called before each render. */
  follow(settings: Settings): void {
    this.#settings = settings;
    if (this.connection.follow(settings.client, settings.customerNo)) {
      this.#forget();
      this.#cleared = false;
    }
    this.#followTotals();
  }

  /** The agent goes on after `clear()`. */
  resume(): void {
    this.#cleared = false;
  }

  reload(): void {
    this.resume();
    this.#blocked = null;
    for (const load of this.#loads) load.reload();
  }

  /** Forgets every answer at once; blank until the customer changes or `reload()`. */
  clear(): void {
    this.#cleared = true;
    this.connection.client?.clear();
    this.#forget();
    this.#host.requestUpdate();
  }

  /** Tells the host of a final failure; a wrong customer's data takes everything off the screen. */
  report(error: UsageError, ids: UsageIds = {}): void {
    if (error.code === 'foreign') {
      this.#forget();
      this.connection.client?.clear();
      this.#blocked = error;
    }
    const { code, status, retryable, attempt, instance } = error;
    this.#host.dispatchEvent(
      new PayexErrorEvent({
        code,
        retryable,
        attempt,
        ...(status === undefined ? {} : { status }),
        ...(instance === undefined ? {} : { instance }),
        ...this.ids,
        ...ids,
      }),
    );
    this.#host.requestUpdate();
  }

  get #loads(): readonly LoadController<unknown>[] {
    return [this.subscriptions, this.summary, this.details, this.invoiceList];
  }

  #forget(): void {
    for (const load of this.#loads) load.forget();
    this.totals.follow(null);
    this.#blocked = null;
  }

  #followTotals(): void {
    const client = this.connection.client;
    const scope = this.scope;
    const list = this.subscriptions.valueOf(JSON.stringify(scope));
    this.totals.pause(this.#places.place.subscriptionNo !== undefined);
    this.totals.follow(client && scope && list ? { client, scope, list } : null);
  }

  /** Null while nothing is chosen, or while the fetcher that another origin needs is awaited. */
  #ready(): { client: UsageClient; scope: Scope } | null {
    const { client } = this.connection;
    const scope = this.scope;
    if (!client || !scope || this.#blocked || this.connection.awaitsFetcher()) return null;
    return { client, scope };
  }

  #wantedList(): Wanted<SubscriptionList> | null {
    const ready = this.#ready();
    if (!ready) return null;
    const { client, scope } = ready;
    const key = JSON.stringify(scope);
    // A subscription that was opened directly needs no list; one that was opened from it keeps it.
    const direct = this.#places.place.subscriptionNo && !this.subscriptions.valueOf(key);
    if (direct) return null;
    return { key, load: (call) => client.subscriptions(scope, { ...call, priority: 0 }) };
  }

  #wantedOf<T>(
    load: (
      client: UsageClient,
      scope: Scope,
      subscriptionNo: string,
      call: { signal: AbortSignal; fresh: boolean },
    ) => Promise<Result<T>>,
  ): Wanted<T> | null {
    const ready = this.#ready();
    const { subscriptionNo } = this.#places.place;
    if (!ready || !subscriptionNo) return null;
    const { client, scope } = ready;
    return {
      key: JSON.stringify([scope, subscriptionNo]),
      load: (call) => load(client, scope, subscriptionNo, call),
    };
  }

  #wantedInvoices(): Wanted<readonly InvoiceInfo[]> | null {
    const settings = this.#settings;
    const source = settings?.invoiceSource;
    if (!source || !settings.customerNo || this.#cleared) return null;
    if (this.#places.place.view !== 'billed') return null;
    const { customerNo } = settings;
    return {
      key: customerNo,
      load: async ({ signal }) => {
        const answer: unknown = await source({ customerNo, signal });
        if (Array.isArray(answer)) return { ok: true, value: answer.filter(isInvoice) };
        return { ok: false, error: usageError('adapter') };
      },
    };
  }

  #listSettled(result: Result<SubscriptionList>): void {
    if (!result.ok) {
      this.report(result.error);
      return;
    }
    this.#tellLoad(result.value.complete && result.value.items.length === 0, 0);
    this.#reportFlaws(result.value);
  }

  #answerSettled(result: Result<Flawed>, records: number): void {
    if (!result.ok) {
      this.report(result.error);
      return;
    }
    this.#tellLoad(isComplete(result.value.gaps), records);
    this.#reportFlaws(result.value);
    const summary = this.summary.value;
    const details = this.details.value;
    if (!summary || !details || this.summary.pending || this.details.pending) return;
    if (mismatchOf(details.table.total(null), totalsOfAnswer(summary).total))
      this.report(usageError('mismatch'));
  }

  #tellLoad(complete: boolean, records: number): void {
    const { view } = this.#places.place;
    const subscriptions = this.subscriptions.value?.items.length ?? 0;
    this.#host.dispatchEvent(
      new PayexLoadEvent({ view, ...this.ids, subscriptions, records, complete }),
    );
  }

  /** A failure that an answer survived, or rows that it could not give: the host hears of both. */
  #reportFlaws({ errors, gaps }: Flawed, ids: UsageIds = {}): void {
    for (const error of errors) this.report(error, ids);
    if (errors.length === 0 && !isComplete(gaps)) this.report(usageError('partial'), ids);
  }
}

/** Every event the product speaks with: lower case, bubbling, composed, `detail` plain JSON. */
import type { Cause } from './model/compare.js';

/** Identifiers that say whose data an event is about; absent where they do not apply. */
export interface UsageIds {
  customerNo?: string;
  invoiceNo?: string;
  subscriptionNo?: string;
}

/** An amount as text, so that no host has to trust a float: `{ amount: '12.50', currency: 'SEK', vat: 'excluded' }`. */
export interface PlainMoney {
  amount: string;
  /** ISO 4217; null = not stated. */
  currency: string | null;
  vat: 'excluded' | 'included' | 'unstated';
}

/**
 * A usage record as a host may store it. Numbers called are masked by the number policy. Of a record of the
 * basket the identifiers say whose it is: they differ from one to the other.
 */
export interface PlainRecord extends UsageIds {
  recordId: string | null;
  /** Wall-clock, no offset: `2026-03-08T21:14:00`, or null when it could not be read. */
  startTime: string | null;
  endTime: string | null;
  usageType: string | null;
  usageTypeLabel: string;
  description: string | null;
  /** Masked by policy; null when hidden or absent. */
  number: string | null;
  destination: string | null;
  /** Decimal text in `unit`: what was used, and what of it was charged for. */
  volume: string | null;
  chargedVolume: string | null;
  /** Decimal text: a number of events. */
  quantity: string | null;
  /** S, MIN, E, B, KB, MB, GB, or the operator's own code [assumed]. */
  unit: string | null;
  money: PlainMoney | null;
}

/** Where the agent is; the same members as in `viewState`. */
export interface Place {
  view: 'unbilled' | 'billed' | 'compare' | 'find';
  /** Billed: the invoice. Compare: the newer side; absent for the usage so far. */
  invoiceNo?: string;
  /** Compare: the older side, an invoice. */
  compareWith?: string;
  subscriptionNo?: string;
  /** The records of all subscriptions as one table. */
  all?: true;
}

/** How a table of records is looked at; plain JSON, part of `viewState`. */
export interface RecordsViewState {
  filter?: {
    types?: string[];
    /** `yyyy-mm-dd`, both ends included. */
    fromDay?: string;
    toDay?: string;
    /** '00' to '23'. */
    hour?: string;
    /** Left out of events where it may be a number called. */
    text?: string;
    /** Decimal text. */
    minAmount?: string;
    maxAmount?: string;
  };
  sort?: {
    column: 'time' | 'type' | 'number' | 'destination' | 'volume' | 'charged' | 'amount';
    descending: boolean;
  };
  /** One or two, the second within the first. */
  groupBy?: ('subscription' | 'type' | 'destination' | 'day' | 'session')[];
  /** The row that is open, by record id. */
  recordId?: string;
  /** With `selection="multiple"`, of a table that stands on its own: the records that are selected. */
  selected?: SelectedRecord[];
}

/**
 * A record that was selected: what tells it from others, and what it costs; nothing in it tells who was
 * called. To be given back as it came.
 */
export interface SelectedRecord
  extends UsageIds, Pick<PlainRecord, 'recordId' | 'startTime' | 'usageType' | 'money'> {
  /** Its place among the records of its usage that are alike as far as one can tell: 0 for the first. */
  nth: number;
  /** ISO instant of the answer. */
  asOf?: string;
}

/** Plain JSON: set it again and the element shows exactly that. */
export interface ViewState extends Place {
  records?: RecordsViewState;
  /** What is searched for with `find`; left out of events where it may hold a number called. */
  question?: string;
  /** The records that were selected, wherever they are; the agent's own, of this customer only. */
  basket?: SelectedRecord[];
}

/** What was chosen, or is no longer. */
export interface SelectDetail extends UsageIds {
  level: 'subscription' | 'usageType' | 'record';
  /** False where a record was closed, or taken out of the selection. */
  selected: boolean;
  /** The service's code. */
  usageType?: string;
  /** Absent where the service gives none. */
  recordId?: string;
  /** Where the level is a record. */
  record?: PlainRecord;
}

/** A step of the agent that has not been made yet. */
export interface NavigateDetail {
  from: Place;
  /** Where the agent is unless the event is prevented. */
  to: Place;
}

/** `<payex-usage>` gives a `ViewState`, the table on its own a `RecordsViewState`: `'view' in viewState` tells. */
export interface ViewChangeDetail {
  viewState: ViewState | RecordsViewState;
}

/** What has come, and of whom. */
export interface LoadDetail extends UsageIds {
  view: Place['view'];
  /** Subscriptions listed so far. */
  subscriptions: number;
  /**
   * Records of this answer; at the end of all records how many there are, of a search how many fit; 0 for lists
   * and totals.
   */
  records: number;
  /** False where something is known to be missing from what has come, and of a list until its totals are there. */
  complete: boolean;
}

/** A failure in words of ours: of the service's texts none but `instance` is in it. */
export interface ErrorDetail extends UsageIds {
  /** One of the closed list in docs/errors.md. */
  code: string;
  /** HTTP status, where there was an answer. */
  status?: number;
  /** Whether the same call may go well later without anybody changing anything. */
  retryable: boolean;
  /** How many attempts were made; 0 when nothing was sent. */
  attempt: number;
  /** The problem's `instance`: what PayEx' support asks for. */
  instance?: string;
  /** Which mistake of the page it is (`bad-id`, `bad-base`, `insecure-base`, `no-fetcher`), or `offline`. */
  reason?: string;
  /** What was refused, by the page or by PayEx: one of our own names for it, such as `ownerNo`. */
  parameter?: string;
}

/** Which renewal of the sign-in is asked for. */
export interface AuthDetail {
  /** Grows with each renewal that was asked for. */
  generation: number;
}

/** What a host's action is about: a record, those selected, or a comparison. */
export interface ActionDetail extends UsageIds {
  /** The `id` of the host's action. */
  action: string;
  /** None where it was started on a comparison. */
  records: PlainRecord[];
  /** Sums of the records, one per currency and VAT basis; none of a comparison. */
  totals: PlainMoney[];
  /** ISO instant of the answer behind the records; of several the oldest. */
  asOf: string | null;
  /** Basket: through what the agent looked at the records then; without what may be a number called. */
  filters?: RecordsViewState['filter'];
  /** Basket: all of it in the user's language, for a note. */
  text?: string;
  /** Where it was started on a comparison. */
  explanation?: Explanation;
}

/** One part of the difference between two sides; per currency and VAT basis they sum up to it exactly. */
export interface PlainDriver {
  cause: Cause;
  subscriptionNo: string;
  /** null for a whole subscription, or where none is stated. */
  usageType: string | null;
  description: string | null;
  /** What it adds: now less before. */
  money: PlainMoney;
  /** Decimal text in `unit`: S, B, E, or the operator's own code. */
  volume: { unit: string; before: string; now: string } | null;
}

/** Why one side is higher than the other. */
export interface Explanation {
  /** Empty when there is nothing to compare. */
  text: string;
  /** Largest first. */
  drivers: PlainDriver[];
}

/** What was shown on demand or has left; a host may log it as it is. */
export interface AuditDetail {
  action: 'reveal' | 'copy' | 'export' | 'print';
  /** How many records, lines of an overview or parts of an explanation it concerned; never a number called. */
  count: number;
}

/** Shared shape of all public events. */
export class PayexUsageEvent<Type extends string, Detail> extends CustomEvent<Detail> {
  declare readonly type: Type;

  constructor(type: Type, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable, detail });
  }
}

/** A row was chosen. */
export class PayexSelectEvent extends PayexUsageEvent<'payexselect', SelectDetail> {
  constructor(detail: SelectDetail) {
    super('payexselect', detail);
  }
}

/** The agent is about to go somewhere; `preventDefault()` keeps the view. */
export class PayexNavigateEvent extends PayexUsageEvent<'payexnavigate', NavigateDetail> {
  constructor(detail: NavigateDetail) {
    super('payexnavigate', detail, true);
  }
}

/** The view, its filters or its sort have changed. */
export class PayexViewChangeEvent extends PayexUsageEvent<'payexviewchange', ViewChangeDetail> {
  constructor(detail: ViewChangeDetail) {
    super('payexviewchange', detail);
  }
}

/** Data has arrived. */
export class PayexLoadEvent extends PayexUsageEvent<'payexload', LoadDetail> {
  constructor(detail: LoadDetail) {
    super('payexload', detail);
  }
}

/** A failure is final: all retries are spent or none is allowed. */
export class PayexErrorEvent extends PayexUsageEvent<'payexerror', ErrorDetail> {
  constructor(detail: ErrorDetail) {
    super('payexerror', detail);
  }
}

/** A 401 came: renew the sign-in. Calls go on when the promise given to `waitUntil` is fulfilled, and fail when it is rejected. */
export class PayexAuthEvent extends PayexUsageEvent<'payexauth', AuthDetail> {
  readonly #promises: Promise<unknown>[] = [];

  constructor(detail: AuthDetail) {
    super('payexauth', detail);
  }

  /** To be called while the event is handled: what a listener adds later is not waited for. */
  waitUntil(promise: PromiseLike<unknown>): void {
    this.#promises.push(Promise.resolve(promise));
  }

  /** What listeners asked to wait for; null when nobody did. */
  get renewal(): Promise<unknown> | null {
    return this.#promises.length > 0 ? Promise.all(this.#promises) : null;
  }
}

/** A host action was started on records, or on a comparison. */
export class PayexActionEvent extends PayexUsageEvent<'payexaction', ActionDetail> {
  constructor(detail: ActionDetail) {
    super('payexaction', detail);
  }
}

/** A masked number was shown on demand, or something has left as text, as a file or on paper. */
export class PayexAuditEvent extends PayexUsageEvent<'payexaudit', AuditDetail> {
  constructor(detail: AuditDetail) {
    super('payexaudit', detail);
  }
}

/** Names of the events, for typed listeners. */
export interface PayexUsageEventMap {
  payexselect: PayexSelectEvent;
  payexnavigate: PayexNavigateEvent;
  payexviewchange: PayexViewChangeEvent;
  payexload: PayexLoadEvent;
  payexerror: PayexErrorEvent;
  payexauth: PayexAuthEvent;
  payexaction: PayexActionEvent;
  payexaudit: PayexAuditEvent;
}

declare global {
  // Typed listeners on every element: `usage.addEventListener('payexselect', ({ detail }) => …)`.
  interface GlobalEventHandlersEventMap extends PayexUsageEventMap {}
}

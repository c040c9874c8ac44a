import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Fetcher, MapUsageDetail, MapUsageSummary } from '../api/index.js';
import type { MessageOverrides } from '../i18n/index.js';
import type { NumberRules } from '../model/number-rules.js';
import type { UsageTypeMap } from '../model/usage-type.js';

/** An invoice that the agent may choose, as the host's ledger knows it. Only `invoiceNo` is needed. */
export interface InvoiceInfo {
  invoiceNo: string;
  /** `yyyy-mm-dd`, as the due date. */
  invoiceDate?: string | undefined;
  dueDate?: string | undefined;
  /** To pay, VAT included: decimal text, or a number that is exact as a decimal. */
  amount?: string | number | undefined;
  /** ISO 4217. */
  currency?: string | undefined;
}

/**
 * Asked for a customer's invoices, newest first, once the agent looks at what is billed, compares or searches; a
 * number alone will do for one. `signal` is aborted when the answer is of no use any more. What it throws is told as
 * E(adapter), without its words.
 */
export type InvoiceSource = (request: {
  customerNo: string;
  signal: AbortSignal;
}) => Promise<readonly (InvoiceInfo | string)[]>;

/** An action of the host, shown as a button at a record, at those selected, and at a comparison. */
export interface HostAction {
  /** Comes back as `action` in `payexaction`. */
  readonly id: string;
  /** On the button, in the language of the host. */
  readonly label: string;
}

/** Settings that a page makes once for all its elements; each is as on the element, whose own setting wins. */
export interface PageDefaults {
  fetcher?: Fetcher | undefined;
  apiBase?: string | undefined;
  ownerNo?: string | undefined;
  locale?: string | undefined;
  timeZone?: string | undefined;
  currency?: string | undefined;
  vatBasis?: string | undefined;
  numberPolicy?: string | undefined;
  audience?: string | undefined;
  labels?: Readonly<Record<string, string>> | undefined;
  usageTypes?: UsageTypeMap | undefined;
  numberRules?: NumberRules | undefined;
  mapUsageDetail?: MapUsageDetail | undefined;
  mapUsageSummary?: MapUsageSummary | undefined;
  invoiceSource?: InvoiceSource | undefined;
  messages?: MessageOverrides | undefined;
  actions?: readonly HostAction[] | undefined;
}

let current: Readonly<PageDefaults> = {};
const hosts = new Set<ReactiveControllerHost>();

/** Sets page-wide defaults; members that are left out stay as they are, `undefined` removes one. */
export function configure(defaults: PageDefaults): void {
  current = { ...current, ...defaults };
  for (const host of hosts) host.requestUpdate();
}

/** Gives a host the page's defaults and updates it when they change, only while it is in the page. */
export class DefaultsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get value(): Readonly<PageDefaults> {
    return current;
  }

  hostConnected(): void {
    hosts.add(this.#host);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Fetcher, MapUsageDetail, MapUsageSummary } from '../api/index.js';
import type { MessageOverrides } from '../i18n/index.js';
import type { NumberRules } from '../model/number-rules.js';
import type { UsageTypeMap } from '../model/usage-type.js';

/** An invoice that the agent may choose, as the host's ledger knows it. Only `invoiceNo` is needed. */
export interface InvoiceInfo {
  invoiceNo: string;
  /** `yyyy-mm-dd`. */
  invoiceDate?: string;
  dueDate?: string;
  /** Decimal text, or a number that is exact as a decimal. */
  amount?: string | number;
  currency?: string;
}

export type InvoiceSource = (request: {
  customerNo: string;
  signal: AbortSignal;
}) => Promise<readonly InvoiceInfo[]>;

/** An action of the host on a record, shown as a button in its detail. */
export interface HostAction {
  readonly id: string;
  readonly label: string;
}

/** Settings that a page makes once for all its elements; an element's own setting wins. */
export interface PageDefaults {
  fetcher?: Fetcher;
  apiBase?: string;
  ownerNo?: string;
  locale?: string;
  timeZone?: string;
  currency?: string;
  vatBasis?: string;
  numberPolicy?: string;
  audience?: string;
  labels?: Readonly<Record<string, string>>;
  usageTypes?: UsageTypeMap;
  numberRules?: NumberRules;
  mapUsageDetail?: MapUsageDetail;
  mapUsageSummary?: MapUsageSummary;
  invoiceSource?: InvoiceSource;
  messages?: MessageOverrides;
  actions?: readonly HostAction[];
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

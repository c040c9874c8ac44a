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

/** The names of what a page may set for all, and an element for itself. */
export const PAGE_SETTINGS = [
  'fetcher',
  'apiBase',
  'ownerNo',
  'locale',
  'timeZone',
  'currency',
  'vatBasis',
  'numberPolicy',
  'audience',
  'labels',
  'usageTypes',
  'numberRules',
  'mapUsageDetail',
  'mapUsageSummary',
  'invoiceSource',
  'messages',
  'actions',
] as const satisfies readonly (keyof PageDefaults)[];

let current: Readonly<PageDefaults> = {};
const listeners = new Set<() => void>();

/** Sets page-wide defaults; members that are left out stay as they are, `undefined` removes one. */
export function configure(defaults: PageDefaults): void {
  current = { ...current, ...defaults };
  for (const listener of listeners) listener();
}

/** Gives a host the page's defaults and updates it when they change, only while it is in the page. */
export class DefaultsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #changed = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get value(): Readonly<PageDefaults> {
    return current;
  }

  hostConnected(): void {
    listeners.add(this.#changed);
  }

  hostDisconnected(): void {
    listeners.delete(this.#changed);
  }
}

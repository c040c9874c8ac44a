import type { UsageClientOptions } from '../api/index.js';
import { DEFAULT_TIME_ZONE, isTimeZone } from '../model/time.js';
import type { NumberPolicy } from '../model/number-rules.js';
import type { UsageTypeMap } from '../model/usage-type.js';
import type { MessageOverrides } from '../i18n/index.js';
import type { HostAction, InvoiceInfo, InvoiceSource, PageDefaults } from './defaults.js';
import { warnOnce } from './warn.js';

export const VIEWS = ['unbilled', 'billed', 'compare', 'find'] as const;
const VAT_CHOICES = ['included', 'excluded'] as const;
const NUMBER_POLICIES = ['masked', 'full', 'hidden'] as const;
export type View = (typeof VIEWS)[number];

/** What the host has said on the element itself, raw. All optional: attributes may come in any order. */
export interface SettingsSource extends PageDefaults {
  customerNo?: string | null;
  invoiceNo?: string | null;
  invoiceNos?: string | null;
  subscriptionNo?: string | null;
  view?: string | null;
  compareWith?: string | null;
  invoices?: readonly (InvoiceInfo | string)[];
}

export type ClientSettings = Omit<UsageClientOptions, 'onAuth' | 'onWarning' | 'onWait'>;

/** The element's own word, else the page's, else the default; each value is valid or absent. */
export interface Settings {
  readonly client: ClientSettings;
  readonly customerNo: string | null;
  readonly invoiceNo: string | null;
  readonly subscriptionNo: string | null;
  readonly view: View;
  readonly compareWith: string | null;
  /** As the host lists them: one may stand here more than once. */
  readonly invoices: readonly InvoiceInfo[];
  readonly invoiceSource: InvoiceSource | null;
  readonly timeZone: string;
  readonly numberPolicy: NumberPolicy;
  readonly audience: 'agent' | 'customer';
  readonly labels: Readonly<Record<string, string>>;
  readonly usageTypes: UsageTypeMap;
  readonly actions: readonly HostAction[];
  readonly locale: string | null;
  readonly messages?: MessageOverrides;
}

/** @param owners of one element; it remembers whose the invoices are that stay the same */
export function resolveSettings(
  own: SettingsSource,
  page: Readonly<PageDefaults>,
  owners = new InvoiceOwners(),
): Settings {
  // Empty is not said.
  const said = <K extends keyof PageDefaults>(name: K): PageDefaults[K] => own[name] || page[name];
  const customerNo = identifier('customer-no', own.customerNo);
  const [compared, ...invoices] = owners.keep(customerNo, [
    own.compareWith,
    own.invoices,
    // A property may hold what no attribute can.
    [own.invoiceNos].join().split(/[\s,]+/),
    own.invoiceNo,
  ]);
  const zone = said('timeZone');
  const timeZone = valid('time-zone', zone, isTimeZone, zone ? 'UTC' : DEFAULT_TIME_ZONE);
  const actions = said('actions');
  return {
    client: {
      ownerNo: identifier('owner-no', said('ownerNo')) ?? '',
      apiBase: identifier('api-base', said('apiBase')) ?? undefined,
      fetcher: valid('fetcher', said('fetcher'), isFunction, undefined),
      timeZone,
      currency: valid('currency', said('currency'), isCurrency, undefined),
      vatBasis: oneOf('vat-basis', said('vatBasis'), VAT_CHOICES, undefined),
      numberRules: said('numberRules'),
      mapUsageDetail: said('mapUsageDetail'),
      mapUsageSummary: said('mapUsageSummary'),
    },
    customerNo,
    invoiceNo: invoices[2]?.[0]?.invoiceNo ?? null,
    subscriptionNo: identifier('subscription-no', own.subscriptionNo),
    view: oneOf('view', own.view, VIEWS, customerNo === null ? 'billed' : 'unbilled'),
    compareWith: compared?.[0]?.invoiceNo ?? null,
    invoices: invoices.flat(),
    invoiceSource: valid('invoiceSource', said('invoiceSource'), isFunction, null),
    timeZone,
    numberPolicy: oneOf('number-policy', said('numberPolicy'), NUMBER_POLICIES, 'masked'),
    audience: oneOf('audience', said('audience'), ['agent', 'customer'], 'agent'),
    labels: said('labels') ?? {},
    usageTypes: said('usageTypes') ?? NO_TYPES,
    actions: Array.isArray(actions) ? actions : [],
    locale: identifier('locale', said('locale')),
    messages: said('messages'),
  };
}

/** True when the answers of one client may be shown for the other's settings. */
export function sameClient(a: ClientSettings, b: ClientSettings): boolean {
  const names = Object.keys(a) as (keyof ClientSettings)[];
  return names.every(
    (name) =>
      a[name] === b[name] ||
      // Plain data that frameworks write anew with each render; equal rules are the same rules.
      (name === 'numberRules' && JSON.stringify(a[name]) === JSON.stringify(b[name])),
  );
}

/** A value that passes, else the fallback, which is said once on the console. */
export function valid<T, F>(
  name: string,
  value: T | null | undefined,
  passes: (value: T) => boolean,
  fallback: F,
): T | F {
  if (value === undefined || value === null || value === '') return fallback;
  if (passes(value)) return value;
  warnOnce(`${name} is not valid`);
  return fallback;
}

/** One of a closed list, else the fallback. */
export function oneOf<T extends string, F>(
  name: string,
  value: unknown,
  allowed: readonly T[],
  fallback: F,
): T | F {
  return valid(name, value as T, (text) => allowed.includes(text), fallback);
}

/** The same whenever nobody has set any: rows are put in order anew where it is another. */
const NO_TYPES: UsageTypeMap = {};

const isFunction = (value: unknown): boolean => typeof value === 'function';
const isText = (value: unknown): boolean => typeof value === 'string';
const isCurrency = (value: string): boolean => /^[A-Za-z]{3}$/.test(value);

/** A text without outer spaces. A number may have lost zeros in front: it is told of, and not taken. */
function identifier(name: string, value: unknown): string | null {
  return valid(name, value as string, isText, null)?.trim() || null;
}

/**
 * Whose the host's invoices are. What it sets in one update with a customer, in any order, is that
 * customer's. What stays the same when the customer changes is still the other's, and is offered to nobody
 * else; only what was there before the first customer goes over to that one.
 */
export class InvoiceOwners {
  #owned: { readonly text: string; readonly customerNo: string | null }[] = [];
  #anyCustomer = false;

  /** The invoices of each list that is this customer's; none of the others. */
  keep(customerNo: string | null, lists: readonly unknown[]): InvoiceInfo[][] {
    if (!this.#anyCustomer) this.#owned = [];
    this.#anyCustomer ||= customerNo !== null;
    return lists.map((list, index) => {
      const invoices = readInvoices([list].flat());
      // By content: frameworks write an equal list anew with each render.
      const text = invoices.map(({ invoiceNo }) => invoiceNo).join();
      let owned = this.#owned[index];
      if (owned?.text !== text) this.#owned[index] = owned = { text, customerNo };
      return owned.customerNo === customerNo ? invoices : [];
    });
  }
}

const INVOICE_FACTS = ['invoiceDate', 'dueDate', 'amount', 'currency'] as const;

/**
 * What a host knows of its invoices, be they plain or of classes of its own; a number alone is one too. What
 * is not stated is no member.
 */
export function readInvoices(list: readonly unknown[]): InvoiceInfo[] {
  return list.flatMap((value) => {
    const invoice = Object(value) as Partial<InvoiceInfo>;
    const invoiceNo = identifier('invoice-no', invoice.invoiceNo ?? value);
    const stated = INVOICE_FACTS.filter((name) => invoice[name] !== undefined);
    const facts = Object.fromEntries(stated.map((name) => [name, invoice[name]]));
    return invoiceNo === null ? [] : { invoiceNo, ...facts };
  });
}

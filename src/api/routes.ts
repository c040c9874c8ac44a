/**
 * The one place that knows the routes of the API [known, the customer tree implied] and turns
 * identifiers into URLs.
 */
import { ok, refuse, type Result } from './errors.js';
import { encodeSegment } from './identifiers.js';

/** Whose usage: not yet billed of a customer, or billed on an invoice. */
export type Scope =
  | { readonly kind: 'customer'; readonly customerNo: string }
  | { readonly kind: 'invoice'; readonly invoiceNo: string };

/** Where the API (or the host's backend in front of it) is. */
export interface ApiBase {
  /** `https://crm.example`. */
  readonly origin: string;
  /** Path in front of `/billing/…`: empty, or `/api/payex` without a slash at the end. */
  readonly prefix: string;
}

/** What is asked for, of whom, and where. The identifiers have passed `checkIdentifier`. */
export interface Place {
  readonly base: ApiBase;
  readonly ownerNo: string;
  readonly scope: Scope;
  /** Empty where it is not about one subscription. */
  readonly subscriptionNo: string;
}

/** In front of the ledger number [known]; the route table's second "billing" is wrong. */
const ROOT = '/billing/usage/v1/';

/** `…/billing/usage/v1/{ownerNo}`. */
export function ledgerUrl({ base, ownerNo }: Place): string {
  return base.origin + base.prefix + ROOT + encodeSegment(ownerNo);
}

/** `…/customers/{customerNo}` or `…/invoices/{invoiceNo}`. */
export function scopeUrl(place: Place): string {
  const { scope } = place;
  const number = scope.kind === 'customer' ? scope.customerNo : scope.invoiceNo;
  return `${ledgerUrl(place)}/${scope.kind}s/${encodeSegment(number)}`;
}

/** `…/subscriptions`. */
export function subscriptionsUrl(place: Place): string {
  return `${scopeUrl(place)}/subscriptions`;
}

/** `…/subscriptions/{subscriptionNo}`. */
export function subscriptionUrl(place: Place): string {
  return `${subscriptionsUrl(place)}/${encodeSegment(place.subscriptionNo)}`;
}

/** `…/subscriptions/{subscriptionNo}/usage-details`. */
export function usageDetailsUrl(place: Place): string {
  return `${subscriptionUrl(place)}/usage-details`;
}

/** `…/subscriptions/{subscriptionNo}/usage-summaries`. */
export function usageSummariesUrl(place: Place): string {
  return `${subscriptionUrl(place)}/usage-summaries`;
}

const LOCAL_HOST = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const NOT_IN_A_BASE = /[\p{C}\p{Z}\\]/u;

/**
 * Reads `api-base`: empty (the page's origin), a path, or a URL.
 *
 * E(config) with `bad-base` for what is no plain http(s) address (credentials, query, fragment, another
 * scheme), and with `insecure-base` for http anywhere but on this machine: a token would be readable.
 *
 * @param pageUrl the document's base URL, which a path is resolved against
 */
export function parseApiBase(text: string, pageUrl: string): Result<ApiBase> {
  const trimmed = text.trim();
  try {
    const { href, origin, pathname, protocol, hostname } = new URL(trimmed || '/', pageUrl);
    if (
      !NOT_IN_A_BASE.test(trimmed) &&
      /^https?:/.test(href) &&
      // Nothing else in it.
      href === origin + pathname
    ) {
      return protocol === 'http:' && !LOCAL_HOST.test(hostname)
        ? refuse('config', { reason: 'insecure-base' })
        : ok({ origin, prefix: pathname.replace(/\/+$/, '') });
    }
  } catch {
    // No URL at all.
  }
  return refuse('config', { reason: 'bad-base' });
}

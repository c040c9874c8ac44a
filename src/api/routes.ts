/**
 * The one place that knows the routes of the API [known, the customer tree implied] and turns
 * identifiers into URLs.
 */
import { ok, refuse, type Result } from './errors.js';

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
export interface Route {
  readonly base: ApiBase;
  readonly ownerNo: string;
  readonly scope: Scope;
  /** Empty where it is not about one subscription. */
  readonly subscriptionNo: string;
}

export type ListKind = 'subscriptions' | 'details' | 'summaries';

/** In front of the ledger number [known]; the route table's second "billing" is wrong. */
const ROOT = '/billing/usage/v1/';

/** `…/customers/{customerNo}` or `…/invoices/{invoiceNo}`. */
export function scopeUrl({ base, ownerNo, scope }: Route): string {
  const { origin, prefix } = base;
  const number = scope.kind === 'customer' ? scope.customerNo : scope.invoiceNo;
  const path = [encodeURIComponent(ownerNo), `${scope.kind}s`, encodeURIComponent(number)];
  return origin + prefix + ROOT + path.join('/');
}

/** `…/subscriptions`, or `…/subscriptions/{subscriptionNo}/usage-details` and `…/usage-summaries`. */
export function listUrl(route: Route, kind: ListKind): string {
  const list = `${scopeUrl(route)}/subscriptions`;
  if (kind === 'subscriptions') return list;
  return `${list}/${encodeURIComponent(route.subscriptionNo)}/usage-${kind}`;
}

const LOCAL_HOST = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads `api-base`: empty (the page's origin), a path, or a URL.
 *
 * E(config) with `bad-base` for what is no plain http(s) address (credentials, query, fragment, another
 * scheme), and with `insecure-base` for http anywhere but on this machine: a token would be readable.
 *
 * @param pageUrl what a path is resolved against
 */
export function parseApiBase(text: string, pageUrl: string): Result<ApiBase> {
  try {
    const { href, origin, pathname, protocol, hostname } = new URL(text.trim() || '/', pageUrl);
    // Nothing else in it, and no host that the parser had to escape.
    if (/^https?:\/\/[^%/]+\//.test(href) && href === origin + pathname) {
      return protocol === 'http:' && !LOCAL_HOST.test(hostname)
        ? refuse('config', { reason: 'insecure-base' })
        : ok({ origin, prefix: pathname.replace(/\/+$/, '') });
    }
  } catch {
    // No URL at all.
  }
  return refuse('config', { reason: 'bad-base' });
}

/**
 * The one place that knows the routes of the API [known, the customer tree implied] and turns
 * identifiers into URLs. Identifiers must have passed `checkIdentifier`.
 */
import { checkIdentifier, type IdentifierKind } from './identifiers.js';
import { fail, ok, usageError, type Result } from './errors.js';

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
  /** Not the page's own origin: only a fetcher of the host may call it. */
  readonly crossOrigin: boolean;
}

/** Segments in front of the ledger number [known]; the route table's second "billing" is wrong. */
export const ROOT_SEGMENTS = ['billing', 'usage', 'v1'] as const;

const SUBSCRIPTIONS = 'subscriptions';
const USAGE_DETAILS = 'usage-details';
const USAGE_SUMMARIES = 'usage-summaries';

/** The scope's segments after the ledger number, not encoded. */
export function scopeSegments(scope: Scope): readonly [string, string] {
  return scope.kind === 'customer'
    ? ['customers', scope.customerNo]
    : ['invoices', scope.invoiceNo];
}

/** `…/customers/{customerNo}` or `…/invoices/{invoiceNo}`. */
export function scopeUrl(base: ApiBase, ownerNo: string, scope: Scope): string {
  const number =
    scope.kind === 'customer'
      ? segment('customer', scope.customerNo)
      : segment('invoice', scope.invoiceNo);
  const root = `${base.origin}${base.prefix}/${ROOT_SEGMENTS.join('/')}`;
  return `${root}/${segment('owner', ownerNo)}/${scopeSegments(scope)[0]}/${number}`;
}

/** `…/subscriptions`. */
export function subscriptionsUrl(base: ApiBase, ownerNo: string, scope: Scope): string {
  return `${scopeUrl(base, ownerNo, scope)}/${SUBSCRIPTIONS}`;
}

/** `…/subscriptions/{subscriptionNo}`. */
function subscriptionUrl(
  base: ApiBase,
  ownerNo: string,
  scope: Scope,
  subscriptionNo: string,
): string {
  return `${subscriptionsUrl(base, ownerNo, scope)}/${segment('subscription', subscriptionNo)}`;
}

/** `…/subscriptions/{subscriptionNo}/usage-details`. */
export function usageDetailsUrl(
  base: ApiBase,
  ownerNo: string,
  scope: Scope,
  subscriptionNo: string,
): string {
  return `${subscriptionUrl(base, ownerNo, scope, subscriptionNo)}/${USAGE_DETAILS}`;
}

/** `…/subscriptions/{subscriptionNo}/usage-summaries`. */
export function usageSummariesUrl(
  base: ApiBase,
  ownerNo: string,
  scope: Scope,
  subscriptionNo: string,
): string {
  return `${subscriptionUrl(base, ownerNo, scope, subscriptionNo)}/${USAGE_SUMMARIES}`;
}

/** The last line of defence: an identifier that nobody checked never becomes part of a URL. */
function segment(kind: IdentifierKind, identifier: string): string {
  const checked = checkIdentifier(kind, identifier);
  if (!checked.ok || checked.value !== identifier) throw new TypeError('unchecked identifier');
  return encodeURIComponent(identifier);
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
  if (NOT_IN_A_BASE.test(trimmed)) return badBase();
  const page = parseUrl(pageUrl);
  const url = parseUrl(trimmed === '' ? '/' : trimmed, page?.href);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return badBase();
  if (url.username || url.password || url.search || url.hash) return badBase();
  if (url.protocol === 'http:' && !LOCAL_HOST.test(url.hostname)) {
    return fail(usageError('config', { reason: 'insecure-base' }));
  }
  return ok({
    origin: url.origin,
    prefix: url.pathname.replace(/\/+$/, ''),
    crossOrigin: url.origin !== page?.origin,
  });
}

function badBase(): Result<never> {
  return fail(usageError('config', { reason: 'bad-base' }));
}

function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/**
 * Links in answers steer authenticated calls, so they are judged like input: a link is taken apart,
 * each segment is decoded and compared, and the URL that is called is built anew from the parts.
 */
import { fail, ok, usageError, type ErrorReason, type Result } from './errors.js';
import { isDotSegment } from './identifiers.js';
import { ROOT_SEGMENTS, scopeSegments, type ApiBase, type Scope } from './routes.js';

const MAX_LINK_LENGTH = 2_000;
/** More pages than any customer's usage fills; a server that always says "next" must end. */
const MAX_PAGES = 1_000;

/** What a URI may hold, and the few characters that sloppy servers leave as they are in a query. */
const URI_TEXT = /^[A-Za-z0-9\-._~!$&'()*+,;=:@/?%[\]{}|]+$/;

/** Members under which a link may be wrapped: [assumed] next to the bare string [known]. */
const LINK_MEMBERS = ['href', '@id'] as const;

/** The link text in a member of an answer: a string, `{href}` or `{"@id"}`; null where there is none. */
export function linkText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value !== 'object' || value === null) return null;
  for (const name of LINK_MEMBERS) {
    const inner = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : null;
    if (typeof inner === 'string' && inner !== '') return inner;
  }
  return null;
}

/**
 * The URL to call for a link of an answer, below `base` and the scope, or
 * E(protocol) `link-origin`: another origin, or not root-relative;
 * E(protocol) `link-ledger`: not below `/billing/usage/v1/{ownerNo}/`;
 * E(protocol) `bad-link`: dot segments, double escapes, fragments and other tricks;
 * E(foreign) `link-scope`: another customer, invoice or, if one is given, subscription.
 *
 * The host's prefix may be in the link or not: its backend may hand on PayEx' own links [known:
 * root-relative] or rewrite them.
 */
export function guardLink(
  base: ApiBase,
  ownerNo: string,
  scope: Scope,
  link: string,
  subscriptionNo?: string,
): Result<string> {
  if (link.length > MAX_LINK_LENGTH || !URI_TEXT.test(link)) return refuse('bad-link');
  const path = withoutOrigin(base, link);
  if (path === null) return refuse('link-origin');

  const queryAt = path.indexOf('?');
  // URL parsers escape this one character in a query; then pages are told apart by what is called.
  const query = queryAt < 0 ? '' : path.slice(queryAt).replaceAll("'", '%27');
  const bare = queryAt < 0 ? path : path.slice(0, queryAt);
  const own = base.prefix !== '' && bare.startsWith(`${base.prefix}/`);
  const segments = decodeSegments(own ? bare.slice(base.prefix.length) : bare);
  if (segments === null) return refuse('bad-link');

  const ledger = [...ROOT_SEGMENTS, ownerNo];
  if (!startsWith(segments, ledger)) return refuse('link-ledger');
  const inside: string[] = [...ledger, ...scopeSegments(scope)];
  if (subscriptionNo !== undefined) inside.push('subscriptions', subscriptionNo);
  if (!startsWith(segments, inside)) {
    return fail(usageError('foreign', { reason: 'link-scope' }));
  }
  // Only the numbers that were compared may hold a slash; in a segment behind them it is a trick.
  if (segments.slice(inside.length).some((part) => part.includes('/'))) return refuse('bad-link');
  return ok(`${base.origin}${base.prefix}/${segments.map(encodeURIComponent).join('/')}${query}`);
}

function refuse(reason: ErrorReason): Result<never> {
  return fail(usageError('protocol', { reason }));
}

/** Path and query of a root-relative link or one on the base's own origin, else null. */
function withoutOrigin(base: ApiBase, link: string): string | null {
  if (link.startsWith('/')) return link.startsWith('//') ? null : link;
  // Compared as text: no reading of user names, ports or odd hosts that a parser could get wrong.
  const origin = link.slice(0, base.origin.length);
  const path = link.slice(base.origin.length);
  return origin.toLowerCase() === base.origin && path.startsWith('/') ? path : null;
}

/** The decoded segments of an absolute path, or null if any of them could mean something else. */
function decodeSegments(path: string): string[] | null {
  if (!path.startsWith('/')) return null;
  const segments: string[] = [];
  for (const raw of path.replace(/\/$/, '').slice(1).split('/')) {
    const decoded = decode(raw);
    // A percent sign that is left was escaped twice; empty segments are merged by some servers.
    if (decoded === null || decoded === '' || /[\\%?#\p{C}]/u.test(decoded)) return null;
    if (decoded.split('/').some(isDotSegment)) return null;
    segments.push(decoded);
  }
  return segments;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function startsWith(segments: readonly string[], beginning: readonly string[]): boolean {
  return beginning.every((part, index) => segments[index] === part);
}

/** The pages of one list: says no when a link comes back, or when there is no end to them. */
export class LinkTrail {
  readonly #seen: Set<string>;

  /** @param first the URL that the first page was asked from */
  constructor(first: string) {
    this.#seen = new Set([first]);
  }

  /** The next page's URL (already guarded), or E(partial) `repeated-link` or `too-many-pages`. */
  follow(url: string): Result<string> {
    if (this.#seen.has(url)) return fail(usageError('partial', { reason: 'repeated-link' }));
    if (this.#seen.size >= MAX_PAGES) {
      return fail(usageError('partial', { reason: 'too-many-pages' }));
    }
    this.#seen.add(url);
    return ok(url);
  }
}

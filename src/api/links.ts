/**
 * Links in answers steer authenticated calls, so they are judged like input: a link is taken apart,
 * each segment is decoded and judged, and the URL that is called is built anew from the parts.
 */
import { ok, refuse, type Result } from './errors.js';
import { encodeSegment } from './identifiers.js';
import { ledgerUrl, scopeUrl, subscriptionUrl, type Place } from './routes.js';

const MAX_LINK_LENGTH = 2_000;

/** What a URI may hold, and the few characters that sloppy servers leave as they are in a query. */
const URI_TEXT = /^[\w\-.~!$&'()*+,;=:@/?%[\]{}|]+$/;

/**
 * The URL to call for a link of an answer: a text [known], `{href}` or `{"@id"}` [assumed]; null
 * where there is no link. It lies below the place that was asked for, else
 * E(foreign): it is about another customer, invoice or, if the place has one, subscription;
 * E(protocol): another origin, not root-relative, another ledger, dot segments, double escapes and
 * other tricks, or something that is no link.
 *
 * The host's prefix may be in the link or not: its backend may hand on PayEx' own links [known:
 * root-relative] or rewrite them.
 */
export function readLink(value: unknown, place: Place): Result<string | null> {
  const { href, '@id': id } = Object(value) as { href?: unknown; '@id'?: unknown };
  const link = href ?? id ?? value ?? '';
  if (link === '') return ok(null);
  const url = typeof link === 'string' && rebuild(link, place);
  if (!url || !isBelow(url, ledgerUrl(place))) return refuse('protocol');
  const inside = place.subscriptionNo ? subscriptionUrl(place) : scopeUrl(place);
  if (!isBelow(url, inside)) return refuse('foreign');
  // Only the numbers that were compared may hold a slash; in a segment behind them it is a trick.
  return /^[^?]*%2F/.test(url.slice(inside.length)) ? refuse('protocol') : ok(url);
}

/** The link as an absolute URL in our own spelling, or null if any of it could mean something else. */
function rebuild(link: string, { base: { origin, prefix } }: Place): string | null {
  if (link.length > MAX_LINK_LENGTH || !URI_TEXT.test(link)) return null;
  // Compared as text: no reading of user names, ports or odd hosts that a parser could get wrong.
  const own = link.toLowerCase().startsWith(`${origin}/`);
  const called = own ? link.slice(origin.length) : link;
  const path = called.replace(/\?.*/, '');
  // URL parsers escape this one character in a query; then pages are told apart by what is called.
  const query = called.slice(path.length).replaceAll("'", '%27');
  const bare = prefix && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
  const [root, ...segments] = bare.replace(/\/$/, '').split('/');
  if (root) return null;
  try {
    const parts = segments.map((part) => encodeSegment(decodeURIComponent(part)));
    return `${origin + prefix}/${parts.join('/')}${query}`;
  } catch {
    return null;
  }
}

function isBelow(url: string, place: string): boolean {
  return url.startsWith(place) && /^[/?]|^$/.test(url.slice(place.length));
}

import { ok, refuse, type Result } from './errors.js';
import type { ApiBase } from './routes.js';

/**
 * The URL of the next page for the link of a list: a text [known], `{href}` or `{"@id"}` [assumed];
 * null where there is no link. E(protocol) for one that does not lead to another part of the same
 * list: another origin, ledger, customer or subscription, or something that is no link.
 *
 * Links in answers steer authenticated calls, so nothing but the query of it is ever called: the URL
 * up to there is our own. The host's prefix may be in the link or not: its backend may hand on PayEx'
 * own links [known: root-relative] or rewrite them.
 *
 * @param listUrl where the list was asked for
 */
export function readNext(
  value: unknown,
  listUrl: string,
  { prefix }: ApiBase,
): Result<string | null> {
  const { href, '@id': id } = Object(value) as { href?: unknown; '@id'?: unknown };
  const link = href ?? id ?? value ?? '';
  if (link === '') return ok(null);
  try {
    const url = new URL(link as string, listUrl);
    // Compared decoded: a server may escape more or less than we do.
    const asked = decodeURIComponent(listUrl);
    const given = [url.origin + url.pathname, url.origin + prefix + url.pathname];
    const isSame = given.some((place) => decodeURIComponent(place) === asked);
    if (typeof link === 'string' && isSame) return ok(listUrl + url.search);
  } catch {
    // Neither a link nor an escape that could be read.
  }
  return refuse('protocol');
}

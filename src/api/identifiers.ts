/**
 * The four identifiers that become segments of a URL, checked before any URL is built.
 *
 * Refused rather than repaired: `encodeURIComponent('..')` is `..`, and servers disagree about what
 * `%2e%2e`, a backslash or a path parameter mean, so such a text could steer an authenticated call.
 */
import { ok, refuse, type Result } from './errors.js';

export type IdentifierKind = 'owner' | 'customer' | 'invoice' | 'subscription';

/**
 * Most characters of each. Invoice and subscription as in PayEx' own files [known there]; a customer
 * number has 15 in them, but ledgers of other systems are longer [assumed]; owner [assumed].
 */
const IDENTIFIER_LIMITS: Readonly<Record<IdentifierKind, number>> = {
  owner: 40,
  customer: 40,
  invoice: 50,
  subscription: 34,
};

/** `.`, `..`, `...` and, before a path parameter, `..;x`, which some servers read as `..`. */
const DOT_SEGMENT = /(?:^|[/\\])[.\s]+(?:[/\\;]|$)/;
/**
 * Controls, format characters (bidi marks, zero widths, BOM), lone surrogates and line separators
 * cannot be seen, and two numbers that look the same must be the same. An escape would be decoded by
 * somebody on the way; the others end the path.
 */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}%?#\\]/u;

/**
 * The identifier without outer spaces, or E(config) with the kind as `parameter` and the reason
 * `dot-segment` or `bad-id`. Inner spaces and case are kept: identifiers are opaque strings [known].
 */
export function checkIdentifier(kind: IdentifierKind, text: unknown): Result<string> {
  const trimmed = typeof text === 'string' ? text.trim() : '';
  const dots = DOT_SEGMENT.test(trimmed);
  const bad =
    trimmed === '' ||
    trimmed.length > IDENTIFIER_LIMITS[kind] ||
    UNSAFE.test(trimmed) ||
    // Only a customer number may hold a slash [known]; it travels as %2F.
    (kind !== 'customer' && trimmed.includes('/'));
  return dots || bad
    ? refuse('config', { reason: dots ? 'dot-segment' : 'bad-id', parameter: `${kind}No` })
    : ok(trimmed);
}

/** One segment of a path. @throws TypeError for what no identifier may hold: no URL is built. */
export function encodeSegment(text: string): string {
  if (text === '' || DOT_SEGMENT.test(text) || UNSAFE.test(text)) throw new TypeError();
  return encodeURIComponent(text);
}

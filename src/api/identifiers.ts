/**
 * The four identifiers that become segments of a URL, checked before any URL is built.
 *
 * Refused rather than repaired: `encodeURIComponent('..')` is `..`, and servers disagree about what
 * `%2e%2e`, a backslash or a path parameter mean, so such a text could steer an authenticated call.
 */
import { ok, refuse, type Result } from './errors.js';

/** Which number it is: all but a customer's refuse a slash. */
export type IdentifierKind = 'owner' | 'customer' | 'invoice' | 'subscription';

/** The longest of them, an invoice number in PayEx' own files [known there]. */
const MAX_LENGTH = 50;

/**
 * Controls, format characters (bidi marks, zero widths, BOM), lone surrogates and line separators
 * cannot be seen, and two numbers that look the same must be the same. An escape would be decoded by
 * somebody on the way; the next ones end the path. Then `.`, `..`, `...` as a segment and, before a
 * path parameter, `..;x`, which some servers read as `..`.
 */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}%?#\\]|(?:^|\/)[.\s]+(?:[/;]|$)/u;

/**
 * The identifier without outer spaces, or E(config) with the kind as `parameter` and the reason
 * `bad-id`. Inner spaces and case are kept: identifiers are opaque strings [known].
 */
export function checkIdentifier(kind: IdentifierKind, text: unknown): Result<string> {
  const trimmed = typeof text === 'string' ? text.trim() : '';
  const isBad =
    trimmed === '' ||
    trimmed.length > MAX_LENGTH ||
    UNSAFE.test(trimmed) ||
    // Only a customer number may hold a slash [known]; it travels as %2F.
    (kind !== 'customer' && trimmed.includes('/'));
  return isBad ? refuse('config', { reason: 'bad-id', parameter: `${kind}No` }) : ok(trimmed);
}

/**
 * The four identifiers that become segments of a URL, checked before any URL is built.
 *
 * Refused rather than repaired: `encodeURIComponent('..')` is `..`, and servers disagree about what
 * `%2e%2e`, a backslash or a path parameter mean, so such a text could steer an authenticated call.
 */
import { fail, ok, usageError, type Result } from './errors.js';

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

const PARAMETER_OF: Readonly<Record<IdentifierKind, string>> = {
  owner: 'ownerNo',
  customer: 'customerNo',
  invoice: 'invoiceNo',
  subscription: 'subscriptionNo',
};

/** Only a customer number may hold a slash [known]; it travels as %2F. */
const MAY_HOLD_SLASH: IdentifierKind = 'customer';

/**
 * Controls, invisible format characters (bidi marks, zero widths, BOM), lone surrogates, private use
 * and line separators: none can be seen, and two numbers that look the same must be the same.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
/** An escape would be decoded by somebody on the way; the others end the path. */
const STRUCTURAL = /[%?#\\]/;
/** `.`, `..`, `...` and, before a path parameter, `..;x`, which some servers read as `..`. */
const DOTS_ONLY = /^[.\s]+(?:;|$)/;

/** Whether some server could read this path segment as "here" or "one up". */
export function isDotSegment(segment: string): boolean {
  return DOTS_ONLY.test(segment);
}

/**
 * The identifier without outer spaces, or E(config) with the kind as `parameter` and the reason
 * `dot-segment` or `bad-id`. Inner spaces and case are kept: identifiers are opaque strings [known].
 */
export function checkIdentifier(kind: IdentifierKind, text: unknown): Result<string> {
  if (typeof text !== 'string') return refuse(kind, 'bad-id');
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > IDENTIFIER_LIMITS[kind]) return refuse(kind, 'bad-id');
  if (trimmed.split(/[/\\]/).some(isDotSegment)) return refuse(kind, 'dot-segment');
  if (INVISIBLE.test(trimmed) || STRUCTURAL.test(trimmed)) return refuse(kind, 'bad-id');
  if (kind !== MAY_HOLD_SLASH && trimmed.includes('/')) return refuse(kind, 'bad-id');
  return ok(trimmed);
}

function refuse(kind: IdentifierKind, reason: 'bad-id' | 'dot-segment'): Result<never> {
  return fail(usageError('config', { reason, parameter: PARAMETER_OF[kind] }));
}

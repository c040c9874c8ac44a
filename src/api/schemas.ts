/**
 * Shapes of the answers around their rows: only what must be there is asked for, and a wrong shape is
 * a protocol error. All else is `unknown`, rows above all: they are judged one by one (see
 * aliases.ts), so that one bad row never loses the others, and so that 3,000 rows do not pay for a
 * schema.
 *
 * Made from the core of zod/mini. Its `object` would bring a compiler along, which probes
 * `new Function` and has to be turned off for a strict Content-Security-Policy; the class below it
 * has none, and zod's settings, which the whole page shares, are left alone.
 */
import { core } from 'zod/mini';

type Members<Name extends string, T> = Readonly<Record<string, unknown>> &
  Readonly<Record<Name, T>>;

/** A check for bodies with this member. It says yes or no: zod's issues may quote the body. */
function bodyWith<Name extends string, T>(
  name: Name,
  fits: (value: unknown) => value is T,
): (body: unknown) => body is Members<Name, T> {
  const member = new core.$ZodCustom({ type: 'custom', check: 'custom', fn: fits });
  const schema = new core.$ZodObject({ type: 'object', shape: { [name]: member } });
  return (body): body is Members<Name, T> => core.validate(schema, body);
}

/** Identifiers are texts [known]; a number is taken where it lost no digit. */
function isNumber(value: unknown): value is string | number {
  return typeof value === 'string' || Number.isSafeInteger(value);
}

/** No `array` of zod: the rows are neither looked at nor copied. */
function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** `{ items, navigation }` [known]. */
export const isList = bodyWith('items', isArray);
/** `{ invoiceNo, subscriptions }` [known]; `subscriptions` is "dynamic" [known], see read-lists.ts. */
export const isInvoice = bodyWith('invoiceNo', isNumber);
/** A member of the list of subscriptions [known]; its links are judged later. */
export const isSubscription = bodyWith('subscriptionNo', isNumber);

/**
 * Shapes of the answers around their rows: only what must be there is asked for, and a wrong shape is
 * a protocol error. All else is `unknown`, rows above all: they are judged one by one (see
 * aliases.ts), so that one bad row never loses the others, and so that 3,000 rows do not pay for a
 * schema.
 *
 * The schemas are the truth, for whoever reads the code and for the npm modules. The build of the
 * script-tag files writes each of them out as the plain check that it stands for, because no page
 * should load a schema library for three of them: see scripts/build/compile-schemas.mjs.
 */
import { core, custom, int, string, union } from 'zod/mini';

/**
 * The class below `object` of zod/mini, which would bring a compiler along: that probes `new Function`
 * and has to be turned off for a strict Content-Security-Policy. This one has none, and zod's settings,
 * which the whole page shares, are left alone.
 */
function bodyWith<Shape extends core.$ZodLooseShape>(shape: Shape): core.$ZodObject<Shape> {
  // The constructor has one type for all shapes.
  return new core.$ZodObject({ type: 'object', shape }) as core.$ZodObject<Shape>;
}

/** Identifiers are texts [known]; a number is taken where it lost no digit. */
const number = union([string(), int()]);

/** No `array` of zod: the rows are neither looked at nor copied. */
const rows = custom<readonly unknown[]>(Array.isArray);

/** By the name of the check that it becomes. */
export const SCHEMAS = {
  /** `{ items, navigation }` [known]. */
  isList: bodyWith({ items: rows }),
  /** `{ invoiceNo, subscriptions }` [known]; `subscriptions` is "dynamic" [known], see invoice.ts. */
  isInvoice: bodyWith({ invoiceNo: number }),
  /** A member of the list of subscriptions [known]; its links are judged later. */
  isSubscription: bodyWith({ subscriptionNo: number }),
} as const;

type Shaped<Schema extends core.$ZodType> = core.output<Schema> & Readonly<Record<string, unknown>>;

/** Says yes or no: zod's issues may quote the body. */
function check<Schema extends core.$ZodType>(
  schema: Schema,
): (body: unknown) => body is Shaped<Schema> {
  return (body): body is Shaped<Schema> => core.validate(schema, body);
}

export const isList = check(SCHEMAS.isList);
export const isInvoice = check(SCHEMAS.isInvoice);
export const isSubscription = check(SCHEMAS.isSubscription);

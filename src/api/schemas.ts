/**
 * Shapes of the answers around their rows. Unknown members are ignored; a wrong shape is a protocol
 * error. Rows are `unknown` here: they are judged one by one by the alias reader (see aliases.ts), so
 * that one bad row never loses the others, and so that 3,000 rows do not pay for a schema.
 */
import { fail, ok, usageError, type Result } from './errors.js';
import * as z from './zod-config.js';

/** Array.isArray instead of z.array: no second array and no call per row. */
const rows = z.custom<readonly unknown[]>((value) => Array.isArray(value));

/** `{ items, navigation }` [known]; only `navigation["@id"]` is documented, `next` is [assumed]. */
export const listSchema = z.object({
  items: rows,
  navigation: z.optional(z.unknown()),
  subscriptionNo: z.optional(z.unknown()),
  customerNo: z.optional(z.unknown()),
  invoiceNo: z.optional(z.unknown()),
});
export type ListBody = z.infer<typeof listSchema>;

/** `{ invoiceNo, subscriptions }` [known]; `subscriptions` is "dynamic" [known], see read-lists.ts. */
export const invoiceSchema = z.object({
  invoiceNo: z.union([z.string(), z.number()]),
  subscriptions: z.optional(z.unknown()),
});

/** A member of the list of subscriptions [known]; links are judged later, so anything may stand there. */
export const subscriptionSchema = z.object({
  subscriptionNo: z.union([z.string(), z.number()]),
  customerNo: z.optional(z.unknown()),
  invoiceNo: z.optional(z.unknown()),
  usageDetails: z.optional(z.unknown()),
  usageSummaries: z.optional(z.unknown()),
});
export type SubscriptionBody = z.infer<typeof subscriptionSchema>;

/**
 * The body in its shape, or E(data) `not-an-object` where the top level is none, or
 * E(protocol) `envelope`. What zod says about it is dropped: its issues may quote the body.
 */
export function readShape<T>(schema: z.ZodMiniType<T>, body: unknown): Result<T> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return fail(usageError('data', { reason: 'not-an-object' }));
  }
  const parsed = schema.safeParse(body);
  return parsed.success ? ok(parsed.data) : fail(usageError('protocol', { reason: 'envelope' }));
}

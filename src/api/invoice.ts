/** Whether an invoice is known to Usage. A function of its own, so that pages without it do not load it. */
import type { CallOptions, InvoiceState } from './client-types.js';
import type { UsageClient } from './client.js';
import { ok, refuse, type Result } from './errors.js';
import { ListReader } from './list-reader.js';
import { hasNoUsage, type Loader } from './loads.js';
import { namesStranger } from './read-lists.js';
import { scopeUrl, type Route } from './routes.js';
import { isInvoice } from './schemas.js';

/**
 * Whether an invoice is known to Usage; an invoice without usage is a success, too.
 *
 * Resolves and rejects as the methods of the client do, and shares its requests.
 */
export function readInvoice(
  client: UsageClient,
  invoiceNo: string,
  call?: CallOptions,
): Promise<Result<InvoiceState>> {
  return client.load('invoice', loadInvoice, { kind: 'invoice', invoiceNo }, null, call);
}

const loadInvoice: Loader<InvoiceState> = async ({ get, context }) => {
  const { scope } = context;
  const invoiceNo = scope.kind === 'invoice' ? scope.invoiceNo : '';
  const hasUsage = await get(scopeUrl(context), () => ({
    reader: new ListReader(),
    judge: (body) => readInvoiceBody(body, context),
  }));
  if (!hasUsage.ok && !hasNoUsage(hasUsage.error)) return hasUsage;
  return ok({ invoiceNo, hasUsage: hasUsage.ok && hasUsage.value });
};

/**
 * Reads `…/invoices/{invoiceNo}`: whether it has usage, which is not so only where the answer itself
 * lists no subscription. E(protocol), and E(foreign) where it is another invoice than was asked for.
 *
 * `subscriptions` is "dynamic" [known]: a link, `{"@id"}` or `{href}`, or an array or `{items}`
 * [assumed].
 */
export function readInvoiceBody(body: unknown, route: Route): Result<boolean> {
  if (!isInvoice(body)) return refuse('protocol');
  if (namesStranger(body, route)) return refuse('foreign');
  const subscriptions = body['subscriptions'] as { items?: unknown } | null | undefined;
  const list = subscriptions?.items ?? subscriptions;
  return ok(!Array.isArray(list) || list.length > 0);
}

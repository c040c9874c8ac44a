/** The answers that lead to the rows: the invoice, and the list of subscriptions. */
import { fail, ok, type Result } from './errors.js';
import { checkIdentifier } from './identifiers.js';
import { guardLink, linkText } from './links.js';
import { WarningTally, type AnswerContext, type PageNotes } from './read-context.js';
import { foreignIdentity, gapsOf, readNext } from './read-page.js';
import { subscriptionsUrl } from './routes.js';
import {
  invoiceSchema,
  listSchema,
  readShape,
  subscriptionSchema,
  type ListBody,
  type SubscriptionBody,
} from './schemas.js';

/** A subscription of a list. Links are judged and ready to be called; null where ours is to be built. */
export interface SubscriptionRef {
  readonly subscriptionNo: string;
  readonly detailsUrl: string | null;
  readonly summariesUrl: string | null;
}

/** One page of the list of subscriptions. */
export interface SubscriptionsPage extends PageNotes {
  readonly items: readonly SubscriptionRef[];
}

/** What an invoice says of itself. */
export interface InvoiceAnswer {
  readonly invoiceNo: string;
  /** False only where the answer itself lists no subscription. */
  readonly hasUsage: boolean;
  /** Where to ask for the subscriptions, when they are not in the answer. */
  readonly subscriptionsUrl: string;
  /** The list, when the answer holds it. */
  readonly subscriptions: SubscriptionsPage | null;
}

/**
 * Reads `…/invoices/{invoiceNo}`. E(data), E(protocol) `envelope`, and E(foreign) where it is
 * another invoice than was asked for.
 *
 * `subscriptions` is "dynamic" [known]: a link, `{"@id"}` or `{href}` (asked for later), or an array
 * or `{items}` (read at once) [assumed].
 */
export function readInvoice(body: unknown, context: AnswerContext): Result<InvoiceAnswer> {
  const invoice = readShape(invoiceSchema, body);
  if (!invoice.ok) return invoice;
  const foreign = foreignIdentity({ invoiceNo: invoice.value.invoiceNo }, context);
  if (foreign) return fail(foreign);

  const { subscriptions } = invoice.value;
  const inline = inlineList(subscriptions);
  const list = inline && readSubscriptions(inline, context);
  if (list && !list.ok) return list;
  const page = list?.value ?? null;
  return ok({
    invoiceNo: String(invoice.value.invoiceNo).trim(),
    hasUsage: page === null || page.items.length > 0 || Object.keys(page.gaps).length > 0,
    subscriptionsUrl: guarded(subscriptions, context) ?? defaultUrl(context),
    subscriptions: page,
  });
}

/** A list in the place of a link, in the one shape that lists have. */
function inlineList(subscriptions: unknown): ListBody | null {
  if (Array.isArray(subscriptions)) return { items: subscriptions };
  const isList =
    typeof subscriptions === 'object' &&
    subscriptions !== null &&
    Object.hasOwn(subscriptions, 'items');
  return isList ? (subscriptions as ListBody) : null;
}

function defaultUrl({ base, ownerNo, scope }: AnswerContext): string {
  return subscriptionsUrl(base, ownerNo, scope);
}

/**
 * Reads one page of `…/subscriptions`. E(data), E(protocol) `envelope`, and E(foreign) where the list
 * or a member names another customer or invoice than was asked for.
 *
 * A member without a usable number is counted as unreadable. A number that comes twice is listed
 * once. A link that may not be followed is left out with a warning; the caller builds its own.
 */
export function readSubscriptions(
  body: unknown,
  context: AnswerContext,
): Result<SubscriptionsPage> {
  const list = readShape(listSchema, body);
  if (!list.ok) return list;
  const foreign = foreignIdentity(list.value, context);
  if (foreign) return fail(foreign);

  const warnings = new WarningTally();
  const refs = new Map<string, SubscriptionRef>();
  let unreadableRows = 0;
  for (const item of list.value.items) {
    const member = readShape(subscriptionSchema, item);
    const foreignMember = member.ok ? foreignIdentity(member.value, context) : null;
    if (foreignMember) return fail(foreignMember);
    const number = member.ok ? readNumber(member.value, warnings) : null;
    if (!member.ok || number === null) {
      unreadableRows++;
      warnings.add('unreadable-row');
    } else if (refs.has(number)) {
      warnings.add('duplicate-subscription');
    } else {
      refs.set(number, readRef(number, member.value, context, warnings));
    }
  }
  const { next, nextRefused } = readNext(list.value.navigation, context);
  return ok({
    items: [...refs.values()],
    gaps: gapsOf({ unreadableRows, brokenPaging: nextRefused !== null }),
    next,
    nextRefused,
    warnings: warnings.list(),
  });
}

/** Identifiers are texts [known]; a number is taken where it lost no digit. */
function readNumber({ subscriptionNo }: SubscriptionBody, warnings: WarningTally): string | null {
  if (typeof subscriptionNo === 'number') {
    if (!Number.isSafeInteger(subscriptionNo)) return null;
    warnings.add('coerced');
  }
  const checked = checkIdentifier('subscription', String(subscriptionNo));
  return checked.ok ? checked.value : null;
}

function readRef(
  subscriptionNo: string,
  body: SubscriptionBody,
  context: AnswerContext,
  warnings: WarningTally,
): SubscriptionRef {
  const link = (value: unknown): string | null => {
    const url = guarded(value, context, subscriptionNo);
    if (url === null && value !== undefined && value !== null) warnings.add('bad-link');
    return url;
  };
  return {
    subscriptionNo,
    detailsUrl: link(body.usageDetails),
    summariesUrl: link(body.usageSummaries),
  };
}

function guarded(value: unknown, context: AnswerContext, subscriptionNo?: string): string | null {
  const text = linkText(value);
  if (text === null) return null;
  const link = guardLink(context.base, context.ownerNo, context.scope, text, subscriptionNo);
  return link.ok ? link.value : null;
}

/** The answers that lead to the rows: the invoice, the list of subscriptions, and any list's frame. */
import { mergeGaps } from '../model/money.js';
import { ok, refuse, type Result } from './errors.js';
import { checkIdentifier } from './identifiers.js';
import { readLink } from './links.js';
import { RowTally, type PageNotes } from './read-context.js';
import type { Place } from './routes.js';
import { isInvoice, isList, isSubscription } from './schemas.js';

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

type Members = Readonly<Record<string, unknown>>;

/**
 * A check whether an answer or a row names another subscription, customer or invoice than was asked
 * for, as far as it was. Compared as text, exactly, without outer spaces [assumed].
 */
export function strangerCheck({ scope, subscriptionNo }: Place): (named: Members) => boolean {
  const { kind: _, ...number } = scope;
  const asked = Object.entries<string>({ ...number, subscriptionNo }).filter(([, text]) => text);
  return (named) =>
    asked.some(([field, text]) => {
      const value = named[field];
      if (typeof value !== 'string' && typeof value !== 'number') return false;
      const name = String(value).trim();
      return name !== '' && name !== text;
    });
}

/** The frame of a list. Where it goes on is in `navigation.next` [assumed]. */
export interface ListFrame extends Pick<PageNotes, 'next'> {
  readonly items: readonly unknown[];
}

/** Reads the frame of a list: E(protocol), or E(foreign) where it names somebody else. */
export function readList(body: unknown, place: Place): Result<ListFrame> {
  if (!isList(body)) return refuse('protocol');
  if (strangerCheck(place)(body)) return refuse('foreign');
  const navigation = body['navigation'] as { next?: unknown } | null | undefined;
  return ok({ items: body.items, next: readLink(navigation?.next, place) });
}

/**
 * Reads `…/invoices/{invoiceNo}`: whether it has usage, which is not so only where the answer itself
 * lists no subscription. E(protocol), and E(foreign) where it is another invoice than was asked for.
 *
 * `subscriptions` is "dynamic" [known]: a link, `{"@id"}` or `{href}`, or an array or `{items}`
 * [assumed].
 */
export function readInvoice(body: unknown, place: Place): Result<boolean> {
  if (!isInvoice(body)) return refuse('protocol');
  if (strangerCheck(place)(body)) return refuse('foreign');
  const subscriptions = body['subscriptions'] as { items?: unknown } | null | undefined;
  const list = subscriptions?.items ?? subscriptions;
  return ok(!Array.isArray(list) || list.length > 0);
}

/**
 * Reads one page of `…/subscriptions`. E(protocol), and E(foreign) where the list or a member names
 * another customer or invoice than was asked for.
 *
 * A member without a usable number is counted as unreadable. A number that comes twice is listed
 * once. A link that may not be followed is left out with a warning; the caller builds its own.
 */
export function readSubscriptions(body: unknown, place: Place): Result<SubscriptionsPage> {
  const list = readList(body, place);
  if (!list.ok) return list;
  const { items, next } = list.value;
  const isStranger = strangerCheck(place);
  const warnings = new RowTally();
  const refs = new Map<string, SubscriptionRef>();
  let unreadableRows = 0;
  for (const item of items) {
    const member = Object(item) as Members;
    if (isStranger(member)) return refuse('foreign');
    const given = isSubscription(item) ? item.subscriptionNo : '';
    if (typeof given === 'number') warnings.add('coerced');
    const number = checkIdentifier('subscription', String(given));
    if (!number.ok) {
      unreadableRows++;
      warnings.add('unreadable-row');
      continue;
    }
    const subscriptionNo = number.value;
    const link = (name: string): string | null => {
      const url = readLink(member[name], { ...place, subscriptionNo });
      if (!url.ok) warnings.add('bad-link');
      return url.ok ? url.value : null;
    };
    refs.set(subscriptionNo, {
      subscriptionNo,
      detailsUrl: link('usageDetails'),
      summariesUrl: link('usageSummaries'),
    });
  }
  return ok({
    items: [...refs.values()],
    gaps: mergeGaps({ unreadableRows, brokenPaging: !next.ok }, {}),
    next,
    warnings: warnings.list(),
  });
}

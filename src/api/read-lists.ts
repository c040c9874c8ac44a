/** The frame that all lists share, and the list of subscriptions. */
import { ok, refuse, type Result } from './errors.js';
import type { Findings } from './findings.js';
import { checkIdentifier } from './identifiers.js';
import { readNext } from './links.js';
import { listUrl, type ListKind, type Place } from './routes.js';
import { isList, isSubscription } from './schemas.js';

/** A subscription of a list. */
export interface SubscriptionRef {
  readonly subscriptionNo: string;
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

/** The predecessor service cut its answers off at this many rows without a word [assumed for REST]. */
const SUSPECT_COUNT = 3_000;

/** The frame of a list. Where it goes on is in `navigation.next` [assumed]. */
export interface ListFrame {
  readonly items: readonly unknown[];
  /** The next page; null after the last one, and where the link may not be called. */
  readonly next: string | null;
}

/** Reads the frame of a list: E(protocol), or E(foreign) where it names somebody else. */
export function readList(
  body: unknown,
  place: Place,
  kind: ListKind,
  { gaps, errors }: Findings,
): Result<ListFrame> {
  if (!isList(body)) return refuse('protocol');
  if (strangerCheck(place)(body)) return refuse('foreign');
  const { items } = body;
  const navigation = body['navigation'] as { next?: unknown } | null | undefined;
  const next = readNext(navigation?.next, listUrl(place, kind), place.base);
  if (!next.ok) {
    errors.push(next.error);
    gaps.brokenPaging = true;
    return ok({ items, next: null });
  }
  if (items.length === SUSPECT_COUNT && !next.value) gaps.cutOff = true;
  return ok({ items, next: next.value });
}

/** Reads one item of a list: null for one that cannot be read. */
export type ItemReader<Item> = (item: unknown) => Item | 'foreign' | null;

/** What could be read of some items, or E(foreign) as soon as one of them names somebody else. */
export function readItems<Item extends object>(
  items: readonly unknown[],
  read: ItemReader<Item>,
  findings: Findings,
): Result<Item[]> {
  const good: Item[] = [];
  for (const item of items) {
    const taken = read(item);
    if (taken === 'foreign') return refuse(taken);
    if (taken) good.push(taken);
    else {
      findings.miss('unreadableRows');
      findings.warn('unreadable-row');
    }
  }
  return ok(good);
}

/** A reader of the members of `…/subscriptions`. Their links lead where our own routes do. */
export function subscriptionReader(place: Place, findings: Findings): ItemReader<SubscriptionRef> {
  const isStranger = strangerCheck(place);
  return (item) => {
    if (isStranger(Object(item) as Members)) return 'foreign';
    if (!isSubscription(item)) return null;
    const { subscriptionNo: given } = item;
    if (typeof given === 'number') findings.warn('coerced');
    const number = checkIdentifier('subscription', String(given));
    return number.ok ? { subscriptionNo: number.value } : null;
  };
}

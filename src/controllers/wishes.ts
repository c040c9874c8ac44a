import type { Result, Scope, SubscriptionList } from '../api/index.js';
import type { Connection } from './connection.js';
import { NOTHING, type Wish } from './load.js';

/**
 * Up to this many subscriptions are summed without being asked for: the total at the top of the page is
 * what the agent looks at first. Beyond it only the rows on screen are fetched until "load all".
 */
const EAGER_SUBSCRIPTIONS = 24;

/** Priority of what is not on screen. */
const FAR = 1000;

export type Kind = 'subscriptions' | 'summaries' | 'details';

/** Where the agent is, and what is on screen there. */
export interface Sight {
  readonly scope: Scope;
  readonly subscriptionNo: string | undefined;
  /** The subscriptions on screen, in order. */
  readonly seen: readonly string[];
  /** The agent has asked for every total. */
  readonly all: boolean;
}

/** Whose and which data it is, so that a value is never shown as another's. */
export function keyOf(scope: Scope | null, kind: Kind, subscriptionNo?: string): string {
  return JSON.stringify([scope, kind, subscriptionNo]);
}

/** Adds what is to be fetched of the usage; `settled` gets the subscription, if it is not the list. */
export function wishUsage(
  wishes: Map<string, Wish>,
  { client, loads }: Connection,
  { scope, subscriptionNo, seen, all }: Sight,
  settled: (result: Result<unknown>, subscriptionNo?: string) => void,
): void {
  const wish = (kind: 'summaries' | 'details', no: string, priority: number) => {
    const key = keyOf(scope, kind, no);
    if (loads.get(key).pending) client.prioritise(scope, no, kind, priority);
    wishes.set(key, {
      load: (signal) => client[kind](scope, no, { signal, priority }),
      settled: (result) => settled(result, no),
    });
  };
  // A subscription that is opened directly needs no list.
  if (subscriptionNo) {
    wish('summaries', subscriptionNo, 0);
    wish('details', subscriptionNo, 1);
    return;
  }
  const listKey = keyOf(scope, 'subscriptions');
  wishes.set(listKey, {
    load: (signal) => client.subscriptions(scope, { signal }),
    settled: (result) => settled(result),
  });
  const { value, error, pending } = loads.get<SubscriptionList>(listKey);
  // A reload asks for the totals of the new list, not of the old one.
  if (!value || pending || loads.isDue(listKey)) return;
  const places = new Map(seen.map((no, index) => [no, index]));
  for (const { subscriptionNo: no } of value.items) {
    const load = loads.get(keyOf(scope, 'summaries', no));
    const place = places.get(no);
    // What was scrolled past stays wanted, behind what is looked at now.
    const wanted =
      all || value.items.length <= EAGER_SUBSCRIPTIONS || place !== undefined || load !== NOTHING;
    // A list that could not be updated does not have all its totals fetched again.
    if (wanted && !(error && load.value)) wish('summaries', no, place ?? FAR);
  }
}

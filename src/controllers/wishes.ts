import type { DetailsAnswer, Result, Scope, SubscriptionList } from '../api/index.js';
import type { UsageTable } from '../model/usage-table.js';
import type { Connection } from './connection.js';
import type { Gathering } from './gathering.js';
import { NOTHING, type Wish } from './load.js';

/**
 * Up to this many subscriptions are summed without being asked for: the total at the top of the page is
 * what the agent looks at first. Beyond it only the rows on screen are fetched until "load all", and no
 * more than these are under way at once: a few times what the page has slots for.
 */
const EAGER_SUBSCRIPTIONS = 24;

/** Subscriptions whose records are under way together: a pause waits for no more than these. */
const RECORDS_AT_ONCE = 6;

/** Priority of what is not on screen. */
const FAR = 1000;

/** `records` are details on their way into the table of all records. */
export type Kind = 'subscriptions' | 'summaries' | 'details' | 'records';

/** Where the agent is, and what is on screen there. */
export interface Sight {
  readonly scope: Scope;
  readonly subscriptionNo: string | undefined;
  /** The place is the table of all records. */
  readonly allRecords: boolean;
  /** The subscriptions on screen, in order. */
  readonly seen: readonly string[];
  /** The agent has asked for every total. */
  readonly all: boolean;
}

/** Who hears of what comes. */
export interface Listener {
  /** Of which subscription, if it is not the list, and for which table. */
  settled(result: Result<unknown>, subscriptionNo?: string, gathering?: Gathering): void;
  /** Rows of an answer that is still on its way. */
  grown(table: UsageTable): void;
}

/** Whose and which data it is, so that a value is never shown as another's. */
export function keyOf(scope: Scope | null, kind: Kind, subscriptionNo?: string): string {
  return keysOf(scope, kind)(subscriptionNo);
}

/** The same for many subscriptions. */
export function keysOf(scope: Scope | null, kind: Kind): (subscriptionNo?: string) => string {
  const whose = JSON.stringify([scope, kind]);
  return (subscriptionNo = '') => whose + subscriptionNo;
}

/** Adds what is to be fetched of the usage. */
export function wishUsage(
  wishes: Map<string, Wish>,
  connection: Connection,
  sight: Sight,
  listener: Listener,
): void {
  const { client, loads } = connection;
  const { scope, subscriptionNo, allRecords } = sight;
  const wish = (kind: 'summaries' | 'details', no: string, priority: number) => {
    const key = keyOf(scope, kind, no);
    if (loads.get(key).pending) client.prioritise(scope, no, kind, priority);
    wishes.set(key, {
      load: (signal, grow) => {
        const onRows = (table: UsageTable): void => {
          grow(table);
          listener.grown(table);
        };
        return client[kind](scope, no, { signal, priority, onRows });
      },
      settled: (result) => listener.settled(result, no),
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
    settled: (result) => listener.settled(result),
  });
  const list = loads.get<SubscriptionList>(listKey);
  // A reload asks for what belongs to the new list, not to the old one.
  if (!list.value || list.pending || loads.isDue(listKey)) return;
  if (allRecords) wishRecords(wishes, connection, scope, list.value, listener);
  else {
    const nos = totalsOf(list.value, connection, sight, list.error !== null);
    for (const [no, priority] of nos) wish('summaries', no, priority);
  }
}

/**
 * The subscriptions whose totals are wanted, each with its priority. What has come is not among them.
 *
 * @param stale the list could not be updated
 */
function totalsOf(
  { items }: SubscriptionList,
  { loads }: Connection,
  { scope, seen, all }: Sight,
  stale: boolean,
): Map<string, number> {
  const wanted = new Map<string, number>();
  const places = new Map(seen.map((no, index) => [no, index]));
  const keyOfTotal = keysOf(scope, 'summaries');
  const eager = all || items.length <= EAGER_SUBSCRIPTIONS;
  let far = 0;
  for (const { subscriptionNo: no } of items) {
    const key = keyOfTotal(no);
    const load = loads.get(key);
    const { value, error, pending } = load;
    const over = !pending && !loads.isDue(key);
    // What has failed stays wanted, or it would be tried again; but a list that could not be updated
    // does not have all its totals fetched again.
    if (value && ((over && !error) || stale)) continue;
    const place = places.get(no);
    if (place === undefined && !over) {
      // What was scrolled past stays wanted, behind what is looked at now.
      if (!pending && (far >= EAGER_SUBSCRIPTIONS || !(eager || load !== NOTHING))) continue;
      far += 1;
    }
    wanted.set(no, place ?? FAR);
  }
  return wanted;
}

/** The next records for the table of all, in the order of the list. */
function wishRecords(
  wishes: Map<string, Wish>,
  connection: Connection,
  scope: Scope,
  list: SubscriptionList,
  listener: Listener,
): void {
  const { client, loads } = connection;
  const gathering = connection.gather(list);
  const [keyOfRecords, keyOfDetails] = [keysOf(scope, 'records'), keysOf(scope, 'details')];
  const { state } = gathering;
  let ahead = 0;
  for (const { subscriptionNo: no } of list.items) {
    if (gathering.has(no)) continue;
    const key = keyOfRecords(no);
    if (state === 'on' || (state === 'paused' && loads.get(key).pending)) {
      wishes.set(key, {
        load: (signal) => {
          // Fetched for its own page already.
          const { value } = loads.get<DetailsAnswer>(keyOfDetails(no));
          return value && !loads.isDue(keyOfDetails(no))
            ? Promise.resolve({ ok: true, value })
            : client.details(scope, no, { signal, priority: FAR });
        },
        settled: (result) => {
          loads.forget(key);
          gathering.take(no, result as Result<DetailsAnswer>);
          listener.settled(result, no, gathering);
        },
      });
    }
    ahead += 1;
    if (ahead === RECORDS_AT_ONCE) return;
  }
}

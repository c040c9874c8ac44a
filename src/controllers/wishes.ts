import type { DetailsAnswer, Result, Scope, SubscriptionList } from '../api/index.js';
import type { Connection } from './connection.js';
import type { Place } from '../events.js';
import type { Gathering } from './gathering.js';
import { type Loads, NOTHING, type Wish } from './load.js';

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
  readonly place: Pick<Place, 'subscriptionNo' | 'all'>;
  /** The subscriptions on screen, in order. */
  readonly seen: readonly string[];
  /** Where else the records of the open subscription are wanted. */
  readonly beside?: readonly Scope[];
}

/** Who hears of what comes. */
export interface Listener {
  /** Of which subscription, if it is not the list, and whose usage. */
  settled(result: Result<unknown>, subscriptionNo?: string, scope?: Scope): void;
  /** Rows of an answer that is still on its way. */
  grown(): void;
}

/** What names a scope in keys: worked out once for many of them. */
export function nameOf(scope: Scope | null): string {
  return JSON.stringify(scope);
}

/** Whose and which data it is, so that a value is never shown as another's. */
export function keyOf(scopeName: string, kind: Kind, subscriptionNo = ''): string {
  return scopeName + kind + subscriptionNo;
}

const known = new WeakMap<SubscriptionList, readonly string[]>();

/** Of the totals of a list, in its order: put together once, since thousands are looked up at each draw. */
export function totalKeysOf(scopeName: string, list: SubscriptionList): readonly string[] {
  const keys =
    known.get(list) ??
    list.items.map(({ subscriptionNo }) => keyOf(scopeName, 'summaries', subscriptionNo));
  known.set(list, keys);
  return keys;
}

/**
 * What is to be fetched of the usage.
 *
 * @param gather where records of all subscriptions go
 * @param keep gets the answers with these that were fetched
 */
export function wishesOf(
  connection: Connection,
  { scope, place, seen, beside = [] }: Sight,
  { settled, grown }: Listener,
  gather = (list: SubscriptionList): Gathering => connection.gather(list),
  keep?: (key: string, answer: DetailsAnswer) => void,
): Map<string, Wish> {
  const { client, loads } = connection;
  const { subscriptionNo } = place;
  const name = nameOf(scope);
  const wishes = new Map<string, Wish>();
  const wish = (kind: 'summaries' | 'details', no: string, priority: number, whose = scope) => {
    const key = keyOf(whose === scope ? name : nameOf(whose), kind, no);
    if (loads.get(key).pending) client.prioritise(whose, no, kind, priority);
    wishes.set(key, {
      load: (signal, onRows) => client[kind](whose, no, { signal, priority, onRows }),
      grown,
      settled: (result) => settled(result, no, whose),
    });
  };
  // A subscription that is opened directly needs no list.
  if (subscriptionNo) {
    wish('summaries', subscriptionNo, 0);
    for (const each of beside) wish('details', subscriptionNo, 2, each);
    wish('details', subscriptionNo, 1);
    return wishes;
  }
  const listKey = keyOf(name, 'subscriptions');
  wishes.set(listKey, {
    load: (signal) => client.subscriptions(scope, { signal }),
    settled: (result) => settled(result),
  });
  const list = loads.get<SubscriptionList>(listKey);
  // A reload asks for what belongs to the new list, not to the old one.
  if (!list.value || list.pending || loads.isDue(listKey)) return wishes;
  if (!place.all) {
    const totals = totalsOf(connection, name, list.value, seen, list.error !== null);
    for (const [no, priority] of totals) wish('summaries', no, priority);
    return wishes;
  }
  const gathering = gather(list.value);
  for (const no of recordsOf(gathering, loads, name)) {
    const key = keyOf(name, 'records', no);
    wishes.set(key, {
      load: (signal) => takeRecords(connection, scope, gathering, no, signal, keep),
      settled: (result) => {
        loads.forget(key);
        gathering.heard(no, result);
        settled(result, no);
      },
    });
  }
  return wishes;
}

/** The records of a subscription on their way into the table of all. */
async function takeRecords(
  { client, loads }: Connection,
  scope: Scope,
  gathering: Gathering,
  no: string,
  signal: AbortSignal,
  keep?: (key: string, answer: DetailsAnswer) => void,
): Promise<Result<DetailsAnswer>> {
  // Under way when the agent left the page, who is back.
  const taken = gathering.taken(no);
  if (taken) return taken;
  const key = keyOf(nameOf(scope), 'details', no);
  const { value } = loads.get<DetailsAnswer>(key);
  // Fetched for its own page already.
  const isThere = value && !loads.isDue(key);
  const result: Result<DetailsAnswer> = isThere
    ? { ok: true, value }
    : await client.details(scope, no, { signal, priority: FAR });
  if (result.ok && !isThere) keep?.(key, result.value);
  return result.ok ? gathering.take(no, result.value) : result;
}

/**
 * The subscriptions whose totals are wanted, each with its priority. What has come is not among them.
 *
 * @param stale the list could not be updated
 */
function totalsOf(
  { loads, whole }: Connection,
  name: string,
  list: SubscriptionList,
  seen: readonly string[],
  stale: boolean,
): Map<string, number> {
  const wanted = new Map<string, number>();
  const places = new Map(seen.map((no, index) => [no, index]));
  const keys = totalKeysOf(name, list);
  const eager = whole.includes(name) || keys.length <= EAGER_SUBSCRIPTIONS;
  let far = 0;
  for (const [index, { subscriptionNo: no }] of list.items.entries()) {
    const key = keys[index] ?? '';
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

/** The next subscriptions for the table of all records, in the order of the list, behind those on their way into it. */
function recordsOf(gathering: Gathering, loads: Loads, name: string): string[] {
  const { list, state } = gathering;
  const next: string[] = [];
  for (const { subscriptionNo: no } of list.items) {
    if (!gathering.has(no) && next.push(no) === RECORDS_AT_ONCE) break;
  }
  const wanted = next.filter(
    (no) => state === 'on' || (state === 'paused' && loads.get(keyOf(name, 'records', no)).pending),
  );
  return [...gathering.taking, ...wanted];
}

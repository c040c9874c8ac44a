import type { DetailsAnswer, Scope, SubscriptionList, SummariesAnswer } from '../api/index.js';
import type { Place } from '../events.js';
import {
  compareSteps,
  type Comparison,
  differencesOf,
  type Pair,
  type SideIndex,
} from '../model/compare.js';
import {
  type Facts,
  factSteps,
  type Period,
  periodOf,
  sideOf,
  sumSteps,
} from '../model/driver-facts.js';
import { type Account, accountSteps, type Part } from '../model/explain.js';
import { type Incompleteness, isComplete, mergeGaps, type MoneySum } from '../model/money.js';
import { isRounding } from '../model/reconciliation.js';
import type { Steps } from '../model/steps.js';
import { dayNumber, wallOf } from '../model/time.js';
import type { UsageSummary } from '../model/usage-record.js';
import type { UsageTable } from '../model/usage-table.js';
import type { Connection } from './connection.js';
import type { InvoiceInfo } from './defaults.js';
import type { Load } from './load.js';
import { isSame } from './same.js';
import type { Settings } from './settings.js';
import { keyOf, nameOf, totalKeysOf } from './wishes.js';

/** The older side and the newer one. */
export type Sides = readonly [before: Scope, now: Scope];

/**
 * To compare the same number of days every record of the older side is needed: of up to this many
 * subscriptions they are fetched unasked.
 */
const FEW_SUBSCRIPTIONS = 6;

/** Where the records of a subscription are, on one side. */
export interface RecordsPlace {
  readonly scope: Scope;
  readonly subscriptionNo: string;
  /** Of their load. */
  readonly key: string;
}

/** Usage so far beside a longer period. */
export interface SoFar {
  readonly period: Period;
  /** Of the older side, which is longer. */
  readonly older: Period;
  /**
   * Now less as many days of then; empty where these records are not all the money of then, null while they
   * are on their way, undefined where they are fetched on demand only.
   */
  readonly differences: readonly MoneySum[] | null | undefined;
}

/** What can be set beside each other: subscriptions of which all that the lists name has come. */
interface Paired {
  readonly pairs: readonly Pair[];
  /** Some total has neither come nor failed. */
  readonly waiting: boolean;
  /** What is missing from both sides; where records are told of, of these, too. */
  readonly gaps: Incompleteness;
  /** Subscriptions of either side, and how many of them have all their totals. */
  readonly count: number;
  readonly done: number;
  /** Epoch milliseconds of the oldest answer. */
  readonly asOf: number;
}

/** What the answers tell, all at one moment. */
export interface Told extends Paired {
  readonly comparison: Comparison;
  readonly accounts: readonly Account[];
  /** Of parts whose records are there and come to the amount. */
  readonly facts: ReadonlyMap<Part, Facts>;
  readonly soFar: SoFar | null;
  /** Records that are told of, or are to be. */
  readonly needed: readonly RecordsPlace[];
  /** Of which sides, and from what: see {@link Answers}. */
  readonly values: readonly unknown[];
}

/** Two sides beside each other, from what has arrived so far. */
export interface Compared {
  readonly sides: Sides;
  readonly lists: readonly Load<SubscriptionList>[];
  /** Totals of both sides, and records that are told of. */
  readonly others: readonly Load<SummariesAnswer | DetailsAnswer>[];
  /**
   * Null until both lists are there: beside one alone, everything would be new or gone. While answers
   * come, or are worked out, it is of those before.
   */
  readonly told: Told | null;
  /** All that has come is told. */
  readonly isTold: boolean;
  /** And nothing more comes by itself. */
  readonly settled: boolean;
}

/**
 * Which sides the place is about, as far as they are known: the older one is by default the next older
 * invoice, and what is not billed yet is newer than each.
 */
export function sidesOf(
  { invoiceNo, compareWith }: Place,
  settings: Settings,
  invoices: readonly InvoiceInfo[],
): readonly [before: Scope | null, now: Scope | null] {
  const { customerNo } = settings;
  const numbers = invoices.map((invoice) => invoice.invoiceNo);
  const newer = invoiceNo ?? (customerNo === null ? numbers[0] : undefined);
  const said = settings.compareWith === newer ? null : settings.compareWith;
  const at = newer === undefined ? 0 : numbers.indexOf(newer) + 1 || numbers.length;
  const [before, now] = [compareWith ?? said ?? numbers[at], newer].map((no) =>
    no === undefined ? null : ({ kind: 'invoice', invoiceNo: no } as const),
  );
  const soFar = customerNo === null ? null : ({ kind: 'customer', customerNo } as const);
  return [before ?? null, now ?? soFar];
}

/** What two sides have answered at one moment. */
export interface Answers extends Compared {
  /** In the order of each list. */
  readonly totals: readonly (readonly Load<SummariesAnswer>[])[];
  /** Which sides, and what each load has come to, in one order: equal ones tell the same. */
  readonly values: readonly unknown[];
}

function valuesOf(loads: Iterable<Load<unknown>>): unknown[] {
  return Array.from(loads, ({ value, error }) => value ?? error);
}

/** @param last what was told last, of whichever sides */
export function answersOf(
  { loads, sameDays }: Connection,
  sides: Sides,
  last: Told | null,
): Answers {
  const about = JSON.stringify(sides);
  const names = sides.map(nameOf);
  const lists = names.map((name) => loads.get<SubscriptionList>(keyOf(name, 'subscriptions')));
  const totals = names.map((name, side) => {
    const list = lists[side]?.value;
    return list ? totalKeysOf(name, list).map((key) => loads.get<SummariesAnswer>(key)) : [];
  });
  const isThere = lists.every(({ value }) => value);
  const told = isThere && last?.values[0] === about ? last : null;
  const records = told?.needed.map(({ key }) => loads.get<DetailsAnswer>(key)) ?? [];
  const others = [...totals.flat(), ...records];
  const all = [...lists, ...others];
  const values = [about, sameDays, ...valuesOf(all)];
  const isTold = !isThere || (told !== null && isSame(told.values, values));
  const settled =
    isTold && all.every(({ value, error, pending }) => !pending && (value ?? error) !== null);
  return { sides, lists, totals, others, values, told, isTold, settled };
}

/**
 * What the answers tell.
 *
 * @param timeZone on whose clock days begin
 */
export function* tellSteps(
  { loads, sameDays }: Connection,
  { sides, lists, totals }: Answers,
  timeZone: string,
): Steps<Told> {
  const values = [JSON.stringify(sides), sameDays, ...valuesOf([...lists, ...totals.flat()])];
  const paired = pairsOf(
    lists.flatMap(({ value }) => value ?? []),
    totals,
  );
  const comparison = yield* compareSteps(paired.pairs, paired.gaps);
  const accounts = yield* accountSteps(comparison);
  const needed = new Map<string, RecordsPlace>();
  let { gaps } = comparison;
  const tableOf: TableOf = (side, subscriptionNo) => {
    const scope = sides[side];
    const key = keyOf(nameOf(scope), 'details', subscriptionNo);
    const { value, error } = loads.get<DetailsAnswer>(key);
    if (needed.has(key)) return value?.table;
    needed.set(key, { scope, subscriptionNo, key });
    values.push(value ?? error);
    gaps = mergeGaps(gaps, value?.gaps ?? MISSING);
    return value?.table;
  };
  const facts = new Map<Part, Facts>();
  // While totals are on their way, other parts may yet be larger.
  for (const part of paired.waiting ? [] : accounts.flatMap(({ parts }) => parts)) {
    const side = sideOf(part);
    if (side === null) continue;
    const tables = part.drivers.map(({ subscriptionNo }) => tableOf(side, subscriptionNo));
    const found = yield* factSteps(part, tables);
    if (found) facts.set(part, found);
  }
  const isSoFar = sides[1].kind === 'customer' && !paired.waiting;
  const today = dayNumber(wallOf(paired.asOf, timeZone));
  const soFar = isSoFar ? yield* soFarSteps(paired, comparison, sameDays, today, tableOf) : null;
  return {
    ...paired,
    comparison,
    accounts,
    facts,
    soFar,
    gaps,
    needed: [...needed.values()],
    values,
  };
}

/** Of a subscription whose records are told of and not there. */
const MISSING: Incompleteness = { missingAnswers: 1 };

/** The records of a subscription, if they are there; what is asked for here is fetched. */
type TableOf = (side: SideIndex, subscriptionNo: string) => UsageTable | undefined;

/** @param today day number of the user's day */
function* soFarSteps(
  { pairs }: Paired,
  { before, now }: Comparison,
  anyNumber: boolean,
  today: number,
  tableOf: TableOf,
): Steps<SoFar | null> {
  const lines = (side: SideIndex): UsageSummary[] =>
    pairs.flatMap(({ sides }) => sides[side] ?? []);
  // A period may be stated as it will be.
  const period = periodOf(lines(1), today);
  const older = periodOf(lines(0));
  yield;
  if (!period || !older || period.days >= older.days) return null;
  const used = pairs.filter(({ sides: [before] }) => before?.length);
  if (used.length > FEW_SUBSCRIPTIONS && !anyNumber)
    return { period, older, differences: undefined };
  const tables = used.flatMap(({ subscriptionNo }) => tableOf(0, subscriptionNo) ?? []);
  if (tables.length < used.length) return { period, older, differences: null };
  const dated = yield* sumSteps(tables, { from: 0, days: Infinity });
  const then = yield* sumSteps(tables, { from: older.from, days: period.days });
  // Of money that no record has, or one without a day, nobody knows whether it belongs to them.
  const rows = tables.reduce((sum, { length }) => sum + length, 0);
  const isDated = differencesOf(dated, before).every(({ amount }) => isRounding(amount, rows));
  return { period, older, differences: isDated ? differencesOf(then, now) : [] };
}

function pairsOf(lists: readonly SubscriptionList[], totals: Answers['totals']): Paired {
  const pairs: Pair[] = [];
  const known = lists.map(
    ({ items }, side) =>
      new Map(items.map(({ subscriptionNo }, at) => [subscriptionNo, totals[side]?.[at]])),
  );
  const numbers = [...new Set(known.flatMap((side) => [...side.keys()]))].sort();
  let gaps = lists.map((list) => list.gaps).reduce(mergeGaps);
  let asOf = Math.min(...lists.map((list) => list.asOf));
  let waiting = false;
  for (const subscriptionNo of numbers) {
    const loads = known.map((side) => side.get(subscriptionNo));
    waiting ||= loads.some((load) => load?.value === null && load.error === null);
    // With one side alone it would be told as new, or gone.
    if (loads.some((load) => load?.value === null)) continue;
    let unsure = false;
    for (const [side, load] of loads.entries()) {
      const answer = load?.value;
      // Rows without an amount are among the summaries, which are asked for them.
      const lacks = { ...(answer ?? lists[side])?.gaps, missingAmounts: 0 };
      unsure ||= !isComplete(lacks);
      if (!answer) continue;
      if (unsure) gaps = mergeGaps(gaps, lacks);
      asOf = Math.min(asOf, answer.asOf);
    }
    pairs.push({
      subscriptionNo,
      sides: loads.map((load) => load?.value?.summaries ?? null),
      unsure,
    });
  }
  const [count, done] = [numbers.length, pairs.length];
  gaps = mergeGaps(gaps, { missingAnswers: count - done });
  return { pairs, gaps, asOf, count, done, waiting };
}

import type { DetailsAnswer, Scope, SubscriptionList, SummariesAnswer } from '../api/index.js';
import type { Place } from '../events.js';
import { compareUsage, type Comparison, differencesOf } from '../model/compare.js';
import {
  type Facts,
  factsOf,
  type Period,
  periodOf,
  sideOf,
  type SideIndex,
  usageWithin,
} from '../model/driver-facts.js';
import { type Account, accountsOf, type Part } from '../model/explain.js';
import { type Incompleteness, isComplete, mergeGaps, type MoneySum } from '../model/money.js';
import { dayNumber } from '../model/time.js';
import type { UsageSummary } from '../model/usage-record.js';
import type { UsageTable } from '../model/usage-table.js';
import type { Connection } from './connection.js';
import type { InvoiceInfo } from './defaults.js';
import type { Load } from './load.js';
import type { Settings } from './settings.js';
import { keyOf, nameOf } from './wishes.js';

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
}

/** Usage so far beside a longer period. */
export interface SoFar {
  readonly period: Period;
  /** Of the older side, which is longer. */
  readonly older: Period;
  /**
   * Now less as many days of then; null while their records are on their way, undefined where they are
   * fetched on demand only.
   */
  readonly differences: readonly MoneySum[] | null | undefined;
}

/** What the answers tell, all at one moment. */
export interface Told {
  readonly comparison: Comparison;
  readonly accounts: readonly Account[];
  /** Of parts whose records are there and come to the amount. */
  readonly facts: ReadonlyMap<Part, Facts>;
  readonly soFar: SoFar | null;
  /** What is missing from both sides, and of the records that are told of. */
  readonly gaps: Incompleteness;
  /** Subscriptions of either side, and how many of them have all their totals. */
  readonly count: number;
  readonly done: number;
  /** Epoch milliseconds of the oldest answer. */
  readonly asOf: number;
  /** Records that are told of, or are to be. */
  readonly needed: readonly RecordsPlace[];
}

/** Two sides beside each other, from what has arrived so far. */
export interface Compared {
  readonly sides: Sides;
  readonly lists: readonly Load<SubscriptionList>[];
  /** Totals of both sides, and records that are told of. */
  readonly others: readonly Load<SummariesAnswer | DetailsAnswer>[];
  /** Null until both lists are there: beside one alone, everything would be new or gone. */
  readonly told: Told | null;
  /** Nothing more comes by itself. */
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

type Totals = readonly ReadonlyMap<string, Load<SummariesAnswer>>[];

/** What was compared last of a connection; it goes with it. */
interface Memory {
  /** Of what. */
  readonly about: string;
  /** From which answers. */
  readonly version: number;
  readonly compared: Compared;
  /** `performance.now()` until which what it tells will do while more is on its way. */
  readonly good: number;
}
const memories = new WeakMap<Connection, Memory>();

/** What thousands of totals tell will do for so many times what it took to find out. */
const REST = 10;

/** Compares what has arrived of both sides: once of the same answers, and now and then while others come. */
export function comparedOf(connection: Connection, sides: Sides): Compared {
  const { loads, sameDays } = connection;
  const { version } = loads;
  const about = JSON.stringify([sides, sameDays]);
  const memory = memories.get(connection);
  const last = memory?.about === about ? memory : null;
  if (last?.version === version) return last.compared;
  const names = sides.map(nameOf);
  const lists = names.map((name) => loads.get<SubscriptionList>(keyOf(name, 'subscriptions')));
  const totals = names.map((name, side) => {
    const items = lists[side]?.value?.items ?? [];
    return new Map(
      items.map(({ subscriptionNo: no }) => [
        no,
        loads.get<SummariesAnswer>(keyOf(name, 'summaries', no)),
      ]),
    );
  });
  const start = performance.now();
  const all = totals.flatMap((side) => [...side.values()]);
  // With the last of them it is always worked out.
  const isGood = last !== null && start < last.good && all.some(({ pending }) => pending);
  const values = lists.flatMap(({ value }) => value ?? []);
  const told =
    values.length < lists.length
      ? null
      : ((isGood ? last.compared.told : null) ?? tell(connection, sides, values, totals));
  const end = performance.now();
  const records = told?.needed.map((place) => recordsOf(connection, place)) ?? [];
  const others = [...all, ...records];
  const settled = [...lists, ...others].every(
    ({ value, error, pending }) => !pending && (value ?? error) !== null,
  );
  const compared = { sides, lists, others, told, settled };
  const good = isGood ? last.good : end + REST * (end - start);
  memories.set(connection, { about, version, compared, good });
  return compared;
}

function recordsOf(
  { loads }: Connection,
  { scope, subscriptionNo }: RecordsPlace,
): Load<DetailsAnswer> {
  return loads.get(keyOf(nameOf(scope), 'details', subscriptionNo));
}

function tell(
  connection: Connection,
  sides: Sides,
  lists: readonly SubscriptionList[],
  totals: Totals,
): Told {
  const pairs = pairsOf(lists, totals);
  const { unsure, gaps, count, done, asOf, waiting } = pairs;
  const [before, now] = pairs.sides;
  const comparison = compareUsage({ ...before, gaps }, now, unsure);
  const accounts = accountsOf(comparison);
  const needed = new Map<string, RecordsPlace>();
  const tablesOf: TablesOf = (side, numbers) =>
    numbers.map((subscriptionNo) => {
      const place = { scope: sides[side], subscriptionNo };
      needed.set(`${side} ${subscriptionNo}`, place);
      return recordsOf(connection, place).value?.table;
    });
  const facts = new Map<Part, Facts>();
  // While totals are on their way, other parts may yet be larger.
  for (const part of waiting ? [] : accounts.flatMap(({ parts }) => parts)) {
    const side = sideOf(part);
    const numbers = part.drivers.map(({ subscriptionNo }) => subscriptionNo);
    const found = side !== null && factsOf(part, tablesOf(side, numbers));
    if (found) facts.set(part, found);
  }
  const isSoFar = sides[1].kind === 'customer' && !waiting;
  const soFar = isSoFar ? soFarOf(pairs, comparison.now, connection.sameDays, tablesOf) : null;
  const places = [...needed.values()];
  const lacking = places.map((place) => recordsOf(connection, place).value?.gaps ?? MISSING);
  return {
    comparison,
    accounts,
    facts,
    soFar,
    gaps: lacking.reduce(mergeGaps, comparison.gaps),
    count,
    done,
    asOf,
    needed: places,
  };
}

/** Of a subscription whose records are told of and not there. */
const MISSING: Incompleteness = { missingAnswers: 1 };

/** The records of subscriptions, as far as they are there; what is asked for here is fetched. */
type TablesOf = (
  side: SideIndex,
  subscriptionNos: readonly string[],
) => readonly (UsageTable | undefined)[];

/** @param sums of the newer side */
function soFarOf(
  { sides: [{ summaries: before }, { summaries: now }], asOf }: Pairs,
  sums: readonly MoneySum[],
  anyNumber: boolean,
  tablesOf: TablesOf,
): SoFar | null {
  // A period may be stated as it will be.
  const is = periodOf(now, dayNumber(asOf));
  const was = periodOf(before);
  if (!is || !was || is.days >= was.days) return null;
  const periods = { period: is, older: was };
  const numbers = [...new Set(before.map(({ subscriptionNo }) => subscriptionNo))];
  if (numbers.length > FEW_SUBSCRIPTIONS && !anyNumber) {
    return { ...periods, differences: undefined };
  }
  const tables = tablesOf(0, numbers).flatMap((table) => table ?? []);
  const then = usageWithin(tables, { from: was.from, days: is.days });
  const differences = tables.length < numbers.length ? null : differencesOf(then.sums, sums);
  return { ...periods, differences };
}

interface PairedSide {
  readonly summaries: UsageSummary[];
  readonly silent: string[];
}

/** What can be set beside each other: subscriptions of which all that the lists name has come. */
interface Pairs {
  readonly sides: readonly [before: PairedSide, now: PairedSide];
  readonly unsure: ReadonlySet<string>;
  readonly gaps: Incompleteness;
  readonly asOf: number;
  readonly count: number;
  readonly done: number;
  /** Some has neither come nor failed. */
  readonly waiting: boolean;
}

function pairsOf(lists: readonly SubscriptionList[], totals: Totals): Pairs {
  const side = (): PairedSide => ({ summaries: [], silent: [] });
  const sides: Pairs['sides'] = [side(), side()];
  const unsure = new Set<string>();
  const numbers = new Set(totals.flatMap((side) => [...side.keys()]));
  let gaps = lists.map((list) => list.gaps).reduce(mergeGaps);
  let asOf = Math.min(...lists.map((list) => list.asOf));
  let done = 0;
  let waiting = false;
  for (const no of numbers) {
    const loads = totals.map((side) => side.get(no));
    waiting ||= loads.some((load) => load?.value === null && load.error === null);
    // With one side alone it would be told as new, or gone.
    if (loads.some((load) => load?.value === null)) continue;
    done += 1;
    for (const [index, load] of loads.entries()) {
      const answer = load?.value;
      // Rows without an amount are among the summaries, which are asked for them.
      const lacks = { ...(answer ?? lists[index])?.gaps, missingAmounts: 0 };
      if (!isComplete(lacks)) unsure.add(no);
      if (!answer) continue;
      gaps = mergeGaps(gaps, lacks);
      asOf = Math.min(asOf, answer.asOf);
      const { summaries, silent } = sides[index as SideIndex];
      for (const summary of answer.summaries) summaries.push(summary);
      if (answer.summaries.length === 0) silent.push(no);
    }
  }
  gaps = mergeGaps(gaps, { missingAnswers: numbers.size - done });
  return { sides, unsure, gaps, asOf, count: numbers.size, done, waiting };
}

import type { DetailsAnswer, Result, Scope, SubscriptionList, UsageError } from '../api/index.js';
import { findSteps } from '../model/find-rows.js';
import { type CalendarWords, type Chip, readQuestion } from '../model/find-text.js';
import {
  type Incompleteness,
  isComplete,
  mergeGaps,
  MoneyTally,
  type Total,
} from '../model/money.js';
import type { Steps } from '../model/steps.js';
import type { ViewWords } from '../model/table-view.js';
import { UsageTable, type UsageTableOptions } from '../model/usage-table.js';
import type { Connection } from './connection.js';
import type { Wish } from './load.js';
import { MAX_AT_ONCE, type SliceController } from './slices.js';
import { keyOf, nameOf } from './wishes.js';

/** More hits than these are counted, not listed; then nothing more is searched. */
const MAX_HITS = 200;

/** Subscriptions whose records are under way together. */
const AT_ONCE = 6;

/** Behind whatever else the page fetches. */
const PRIORITY = 500;

/** Records that stay for the next question; those of further answers are fetched again for it. */
const MAX_KEPT = 200_000;

/** A question and all that its meaning depends on. */
export interface Asked extends ViewWords {
  /** '' asks nothing. */
  readonly question: string;
  readonly calendar: CalendarWords;
  /** Day number of the user's day. */
  readonly today: number;
}

/** Records of one subscription that fit, the newest first. */
export interface Hits {
  readonly scope: Scope;
  readonly table: UsageTable;
}

/** How far the unbilled usage or an invoice is searched. */
export class FindPart {
  readonly scope: Scope;
  readonly name: string;
  ended = false;
  /** Subscriptions of the list, once it is there. */
  count = 0;
  /** What its answers lack. */
  gaps: Incompleteness = {};
  /** Subscriptions of which the records were searched. */
  readonly had = new Set<string>();
  /** Why others were not, by subscription; by '' if it is the list that could not be had. */
  readonly failures = new Map<string, UsageError>();

  constructor(scope: Scope) {
    this.scope = scope;
    this.name = nameOf(scope);
  }

  /** All of it, or at least some. */
  get isSearched(): boolean {
    return this.ended && (this.had.size > 0 || this.failures.size === 0);
  }

  /** So many subscriptions could not be searched. */
  get missing(): number {
    return this.ended ? this.count - this.had.size : this.failures.size;
  }
}

/** Who hears of what comes. */
export type FindListener = (
  result: Result<SubscriptionList | DetailsAnswer>,
  scope: Scope,
  subscriptionNo?: string,
) => void;

/** The records that fit a question, from one scope after the other; of the tables only these are kept. */
export class Finding {
  readonly asked: Asked;
  readonly chips: readonly Chip[];
  /** In the order in which they came. */
  readonly hits: Hits[] = [];
  /** All that fit, also those that are not listed. */
  found = 0;
  /** Somewhere there are rows that no list may show. */
  withheld = false;
  /** The host was told of the end. */
  told = false;
  parts: readonly FindPart[] = [];
  readonly #options: UsageTableOptions;
  readonly #slices: SliceController;
  readonly #drawn: () => void;
  readonly #queue: Hits[] = [];
  readonly #tally = new MoneyTally();
  #listed = 0;
  #searching = false;

  /**
   * @param options those of the tables of the answers
   * @param drawn is called when more is found
   */
  constructor(
    asked: Asked,
    options: UsageTableOptions,
    slices: SliceController,
    drawn: () => void,
  ) {
    this.asked = asked;
    this.chips = readQuestion(asked.question, asked.calendar, asked.today);
    this.#options = options;
    this.#slices = slices;
    this.#drawn = drawn;
  }

  /** How many hits are listed. */
  get listed(): number {
    return this.#listed;
  }

  /** Of the hits that are listed. */
  get total(): Total {
    return this.#tally.total();
  }

  get done(): number {
    return this.parts.filter(({ ended }) => ended).length;
  }

  /** There is more to be searched for, or something is being searched. */
  get busy(): boolean {
    return this.#searching || (this.#isOn && this.done < this.parts.length);
  }

  get complete(): boolean {
    return this.parts.every(
      ({ ended, failures, gaps }) => ended && !failures.size && isComplete(gaps),
    );
  }

  get #isOn(): boolean {
    return this.chips.length > 0 && this.found <= MAX_HITS;
  }

  /** Whether it answers what is asked now. */
  isAbout({ question, locale, searchNumbers, today }: Asked): boolean {
    const { asked } = this;
    return (
      asked.question === question &&
      asked.locale === locale &&
      asked.searchNumbers === searchNumbers &&
      asked.today === today
    );
  }

  /** What is to be searched, in this order. */
  follow(scopes: readonly Scope[]): void {
    const known = new Map(this.parts.map((part) => [part.name, part]));
    this.parts = scopes.map((scope) => known.get(nameOf(scope)) ?? new FindPart(scope));
  }

  /** Asks once more for what could not be had. */
  retry(): void {
    for (const part of this.parts) {
      if (part.failures.size) part.ended = this.told = false;
      part.failures.clear();
    }
  }

  /** What is to be fetched next; what is there is searched at once. */
  wishes(connection: Connection, settled: FindListener): Map<string, Wish> {
    const wishes = new Map<string, Wish>();
    for (const part of this.parts) {
      if (!part.ended && this.#isOn) this.#wish(part, connection, settled, wishes);
      if (wishes.size > 0) break;
    }
    return wishes;
  }

  #wish(
    part: FindPart,
    connection: Connection,
    settled: FindListener,
    wishes: Map<string, Wish>,
  ): void {
    const { client, loads } = connection;
    const { scope, name, had, failures } = part;
    const listKey = keyOf(name, 'subscriptions');
    const list = loads.get<SubscriptionList>(listKey);
    if (!list.value || list.pending || loads.isDue(listKey)) {
      wishes.set(listKey, {
        load: (signal) => client.subscriptions(scope, { signal, priority: PRIORITY }),
        settled: (result) => {
          if (!result.ok) this.#fail(part, '', result.error);
          settled(result as Result<SubscriptionList>, scope);
        },
      });
      return;
    }
    part.count = list.value.items.length;
    for (const { subscriptionNo: no } of list.value.items) {
      if (had.has(no) || failures.has(no)) continue;
      const key = keyOf(name, 'details', no);
      const { value, pending } = loads.get<DetailsAnswer>(key);
      if (value && !pending && !loads.isDue(key)) this.#take(part, no, value);
      else if (wishes.size < AT_ONCE) {
        wishes.set(key, {
          load: (signal) => client.details(scope, no, { signal, priority: PRIORITY }),
          settled: (answer) => {
            const result = answer as Result<DetailsAnswer>;
            if (result.ok) {
              const { length } = result.value.table;
              if (connection.kept + length > MAX_KEPT) loads.forget(key);
              else connection.kept += length;
              this.#take(part, no, result.value);
            } else this.#fail(part, no, result.error);
            settled(result, scope, no);
          },
        });
      }
    }
    if (wishes.size > 0) return;
    part.ended = true;
    part.gaps = mergeGaps(part.gaps, list.value.gaps);
  }

  #fail(part: FindPart, subscriptionNo: string, error: UsageError): void {
    part.failures.set(subscriptionNo, error);
    // Thousands more would be refused.
    part.ended = subscriptionNo === '' || /auth|forbidden/.test(error.code);
  }

  #take(part: FindPart, subscriptionNo: string, { table }: DetailsAnswer): void {
    part.had.add(subscriptionNo);
    part.gaps = mergeGaps(part.gaps, table.notedGaps);
    this.withheld ||= table.withheld.count > 0;
    this.#queue.push({ scope: part.scope, table });
    if (!this.#searching) this.#slices.start(this.#search(), table.length <= MAX_AT_ONCE);
  }

  *#search(): Steps<void> {
    this.#searching = true;
    const readings = this.chips.map((chip) => chip.readings[0]);
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      const rows = yield* findSteps(next.table, readings, this.asked);
      const table = UsageTable.create(this.#options);
      for (const row of rows.subarray(0, MAX_HITS - this.#listed)) table.takeRow(next.table, row);
      if (table.length > 0) this.hits.push({ scope: next.scope, table });
      this.#tally.addTotal(table.total(null));
      this.#listed += table.length;
      this.found += rows.length;
    }
    this.#searching = false;
    this.#drawn();
  }
}

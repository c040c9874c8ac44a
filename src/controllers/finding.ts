import type { DetailsAnswer, Result, Scope, UsageError } from '../api/index.js';
import { findSteps } from '../model/find-rows.js';
import { type CalendarWords, type Chip, readQuestion } from '../model/find-text.js';
import { isComplete, MoneyTally, type Total } from '../model/money.js';
import type { Steps } from '../model/steps.js';
import type { ViewWords } from '../model/table-view.js';
import type { UsageTable, UsageTableOptions } from '../model/usage-table.js';
import type { Connection } from './connection.js';
import { Gathering } from './gathering.js';
import type { Wish } from './load.js';
import { nameOf, wishesOf } from './wishes.js';

/** More hits than these are counted, not listed; then nothing more is searched. */
const MAX_HITS = 200;

/** Records that stay for the next question; those of further answers are fetched again for it. */
const MAX_KEPT = 200_000;

/** Milliseconds after which what has come of a scope is shown, although the rest may come between it. */
export const PATIENCE = 1000;

/** A question and all that its meaning depends on. */
export interface Asked extends ViewWords {
  /** The same for what is the same question, with the same answer. */
  readonly key: string;
  /** '' asks nothing. */
  readonly question: string;
  readonly calendar: CalendarWords;
  /** Day number of the user's day. */
  readonly today: number;
}

/** A record that fits. */
export interface Hit {
  readonly scope: Scope;
  readonly table: UsageTable;
  readonly row: number;
}

/** The search of the unbilled usage, or of an invoice. */
export class FindPart {
  readonly scope: Scope;
  /** All that fit, and of each answer the newest. */
  found = 0;
  readonly hits: Hit[] = [];
  /** The records that fit; null until the list of subscriptions is there. */
  gathering: Gathering | null = null;
  /** Epoch milliseconds of when that was. */
  begun = Infinity;
  /** Why the list could not be had. */
  error: UsageError | undefined;

  constructor(scope: Scope) {
    this.scope = scope;
  }

  /** Why something of it could not be had. */
  get failure(): UsageError | undefined {
    return this.error ?? this.gathering?.error;
  }

  get ended(): boolean {
    const { ended = false, state = 'on' } = this.gathering ?? {};
    return this.error !== undefined || ended || state === 'off';
  }
}

/** Who hears of what comes. */
export type FindListener = (
  result: Result<unknown>,
  scope: Scope,
  subscriptionNo: string | undefined,
) => void;

/** The records that fit a question, from one scope after the other; of the tables only these are kept. */
export class Finding {
  readonly asked: Asked;
  readonly chips: readonly Chip[];
  parts: readonly FindPart[] = [];
  /** Somewhere there are rows that no list may show. */
  withheld = false;
  /** The host has heard of the end. */
  told = false;
  /** More invoices may be named. */
  #isWaiting = false;
  readonly #options: UsageTableOptions;

  /** @param options those of the tables of the answers */
  constructor(asked: Asked, options: UsageTableOptions) {
    this.asked = asked;
    this.chips = readQuestion(asked.question, asked.calendar, asked.today);
    this.#options = options;
  }

  get done(): number {
    return this.parts.filter(({ ended }) => ended).length;
  }

  get found(): number {
    return this.parts.reduce((sum, { found }) => sum + found, 0);
  }

  /**
   * What is listed: the newest ones, these first. What has no time comes last. Those of a scope come together,
   * so that none has to make room for the next; but nobody is kept waiting for a slow answer.
   */
  get hits(): readonly Hit[] {
    const { busy } = this;
    const now = Date.now();
    const timeOf = ({ table, row }: Hit): number => table.startTime.key(row) || 0;
    return this.parts
      .filter(({ ended, begun }) => !busy || ended || now - begun > PATIENCE)
      .flatMap(({ hits }) => hits)
      .sort((a, b) => timeOf(b) - timeOf(a))
      .slice(0, MAX_HITS);
  }

  /** Of the hits. */
  get total(): Total {
    const tally = new MoneyTally();
    for (const { gathering } of this.parts)
      if (gathering) tally.addTotal(gathering.table.total(null));
    return tally.total();
  }

  /** Nothing is known to be missing from what was searched. */
  get complete(): boolean {
    return this.parts.every(
      ({ ended, failure, gathering }) =>
        ended && !failure && isComplete(gathering?.table.notedGaps ?? {}),
    );
  }

  /** There is more to be searched. */
  get busy(): boolean {
    return this.#isOn && (this.#isWaiting || this.done < this.parts.length);
  }

  get #isOn(): boolean {
    return this.chips.length > 0 && this.found <= MAX_HITS;
  }

  /**
   * What is to be searched, in this order.
   *
   * @param isWaiting there may be more of it
   */
  follow(scopes: readonly Scope[], isWaiting: boolean): void {
    this.#isWaiting = isWaiting;
    const known = new Map(this.parts.map((part) => [nameOf(part.scope), part]));
    this.parts = scopes.map((scope) => known.get(nameOf(scope)) ?? new FindPart(scope));
  }

  /** Asks once more for what could not be had. */
  retry(): void {
    for (const part of this.parts) {
      part.error = undefined;
      part.gathering?.turn('on');
    }
  }

  /** What is to be fetched next. */
  wishes(connection: Connection, settled: FindListener): Map<string, Wish> {
    for (const part of this.#isOn ? this.parts : []) {
      const wishes = part.ended ? null : this.#wishesOf(part, connection, settled);
      // A list may have been empty.
      if (wishes && !part.ended) return wishes;
    }
    return new Map();
  }

  #wishesOf(part: FindPart, connection: Connection, settled: FindListener): Map<string, Wish> {
    const { scope } = part;
    return wishesOf(
      connection,
      { scope, place: { all: true }, seen: [] },
      {
        settled: (result, no) => {
          if (no === undefined && !result.ok) part.error = result.error;
          settled(result, scope, no);
        },
        grown: () => undefined,
      },
      (list) => {
        if (!part.gathering) part.begun = Date.now();
        return (part.gathering ??= new Gathering(list, this.#options, (table, answer) =>
          this.#append(part, table, answer),
        ));
      },
      (key, answer) => keep(connection, key, answer),
    );
  }

  *#append(part: FindPart, table: UsageTable, answer: UsageTable): Steps<void> {
    const readings = this.chips.map((chip) => chip.readings[0]);
    const rows = yield* findSteps(answer, readings, this.asked);
    for (const row of rows.subarray(0, MAX_HITS)) {
      part.hits.push({ scope: part.scope, table, row: table.length });
      table.takeRow(answer, row);
    }
    table.note(answer.notedGaps);
    part.found += rows.length;
    this.withheld ||= answer.withheld.count > 0;
  }
}

function keep(connection: Connection, key: string, answer: DetailsAnswer): void {
  const { length } = answer.table;
  if (connection.kept + length > MAX_KEPT) return;
  connection.kept += length;
  connection.loads.put(key, answer);
}

import type { DetailsAnswer, Result, SubscriptionList, UsageError } from '../api/index.js';
import type { Steps } from '../model/steps.js';
import { UsageTable, type UsageTableOptions } from '../model/usage-table.js';

/**
 * `on`: one subscription after the other is asked for. `paused`: what is under way still comes in.
 * `off`: given up; what has come stays, and can be gone on with.
 */
export type GatheringState = 'on' | 'paused' | 'off';

type Append = (table: UsageTable, answer: UsageTable) => Steps<unknown>;

/** The records of all subscriptions of one list on their way into one table, which grows. */
export class Gathering {
  readonly list: SubscriptionList;
  /** What is not in it yet is among its gaps, and so of each of its totals. */
  readonly table: UsageTable;
  state: GatheringState = 'on';
  /** Epoch milliseconds of the oldest answer. */
  asOf: number;
  readonly #append: Append;
  readonly #had = new Set<string>();
  /** On their way into the table, or in it while whoever asked has not heard so. */
  readonly #taking = new Map<string, Promise<Result<DetailsAnswer>>>();
  /** Why the others that have answered could not be had. */
  readonly #failures = new Map<string, UsageError>();

  /**
   * @param options those of the tables of the answers
   * @param append what of an answer comes into the table
   */
  constructor(
    list: SubscriptionList,
    options: UsageTableOptions,
    append: Append = (table, answer) => table.appendSteps(answer),
  ) {
    this.#append = append;
    this.list = list;
    this.asOf = list.asOf;
    this.table = UsageTable.create(options);
    this.table.note(list.gaps);
    this.table.note({ missingAnswers: this.count });
  }

  get count(): number {
    return this.list.items.length;
  }

  /** Of the list, as many have their records in the table. */
  get done(): number {
    return this.#had.size;
  }

  /** So many could not be had. */
  get failed(): number {
    return this.#failures.size;
  }

  /** Why the last of these. */
  get error(): UsageError | undefined {
    return [...this.#failures.values()].at(-1);
  }

  /** Every answer has come, and been heard of. */
  get ended(): boolean {
    return this.#taking.size === 0 && this.done + this.failed >= this.count;
  }

  /** What stays wanted until it has been heard of: who drops it would wait for it in vain. */
  get taking(): Iterable<string> {
    return this.#taking.keys();
  }

  /** It has answered, or failed. */
  has(no: string): boolean {
    return this.#had.has(no) || this.#taking.has(no) || this.#failures.has(no);
  }

  /** Resolves once the answer is in, if it has come already. */
  taken(subscriptionNo: string): Promise<Result<DetailsAnswer>> | undefined {
    return this.#taking.get(subscriptionNo);
  }

  /**
   * The answer for one of the subscriptions; its own table is not needed any more. A long one comes in by
   * and by, whatever happens meanwhile; nobody needs to ask for it again.
   */
  take(subscriptionNo: string, answer: DetailsAnswer): Promise<Result<DetailsAnswer>> {
    const taken = this.#takeIn(subscriptionNo, answer);
    this.#taking.set(subscriptionNo, taken);
    return taken;
  }

  /** Whoever asked has heard how it went. */
  heard(subscriptionNo: string, result: Result<unknown>): void {
    this.#taking.delete(subscriptionNo);
    if (result.ok) return;
    this.#failures.set(subscriptionNo, result.error);
    // Thousands more would be refused.
    if (/auth|forbidden/.test(result.error.code)) this.state = 'off';
  }

  /** To go on is to go on with what has failed, too. */
  turn(state: GatheringState): void {
    this.state = state;
    if (state === 'on') this.#failures.clear();
  }

  async #takeIn(subscriptionNo: string, answer: DetailsAnswer): Promise<Result<DetailsAnswer>> {
    this.asOf = Math.min(this.asOf, answer.asOf);
    const steps = this.#append(this.table, answer.table);
    while (!steps.next().done) await new Promise((resolve) => setTimeout(resolve));
    this.table.note({ missingAnswers: -1 });
    this.#had.add(subscriptionNo);
    return { ok: true, value: answer };
  }
}

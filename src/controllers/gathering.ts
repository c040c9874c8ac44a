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
  /** On their way into the table. */
  readonly #taking = new Set<string>();
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

  get ended(): boolean {
    return this.done + this.failed >= this.count;
  }

  /** It has answered, or failed. */
  has(no: string): boolean {
    return this.#had.has(no) || this.#taking.has(no) || this.#failures.has(no);
  }

  /**
   * The answer for one of the subscriptions; its own table is not needed any more. A long one comes in by
   * and by. Whoever has it begun must not ask for it again, whatever happens meanwhile.
   */
  async take(subscriptionNo: string, result: Result<DetailsAnswer>): Promise<void> {
    if (!result.ok) {
      this.#failures.set(subscriptionNo, result.error);
      // Thousands more would be refused.
      if (/auth|forbidden/.test(result.error.code)) this.state = 'off';
      return;
    }
    const { table, asOf } = result.value;
    this.#taking.add(subscriptionNo);
    this.asOf = Math.min(this.asOf, asOf);
    const steps = this.#append(this.table, table);
    while (!steps.next().done) await new Promise((resolve) => setTimeout(resolve));
    this.table.note({ missingAnswers: -1 });
    this.#had.add(subscriptionNo);
  }

  /** To go on is to go on with what has failed, too. */
  turn(state: GatheringState): void {
    this.state = state;
    if (state === 'on') this.#failures.clear();
  }
}

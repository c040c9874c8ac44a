import type { DetailsAnswer, Result, SubscriptionList } from '../api/index.js';
import { UsageTable, type UsageTableOptions } from '../model/usage-table.js';

/**
 * `on`: one subscription after the other is asked for. `paused`: what is under way still comes in.
 * `off`: given up; what has come stays, and can be gone on with.
 */
export type GatheringState = 'on' | 'paused' | 'off';

/** The records of all subscriptions of one list on their way into one table, which grows. */
export class Gathering {
  readonly list: SubscriptionList;
  /** What is not in it yet is among its gaps, and so of each of its totals. */
  readonly table: UsageTable;
  state: GatheringState = 'on';
  /** Epoch milliseconds of the oldest answer. */
  asOf: number;
  readonly #taken = new Set<string>();
  readonly #failed = new Set<string>();

  /** @param options those of the tables of the answers */
  constructor(list: SubscriptionList, options: UsageTableOptions) {
    this.list = list;
    this.asOf = list.asOf;
    this.table = UsageTable.create(options);
    this.table.note(list.gaps);
    this.table.note({ missingAnswers: this.count });
  }

  get count(): number {
    return this.list.items.length;
  }

  /** Subscriptions whose records are in. */
  get done(): number {
    return this.#taken.size;
  }

  get failed(): number {
    return this.#failed.size;
  }

  /** Every subscription has answered or failed. */
  get ended(): boolean {
    return this.done + this.failed >= this.count;
  }

  /** More is asked for by itself. */
  get busy(): boolean {
    return this.state === 'on' && !this.ended;
  }

  /** Answered or failed. */
  has(subscriptionNo: string): boolean {
    return this.#taken.has(subscriptionNo) || this.#failed.has(subscriptionNo);
  }

  /** The answer for one of the subscriptions; its own table is not needed any more. */
  take(subscriptionNo: string, result: Result<DetailsAnswer>): void {
    if (!result.ok) {
      this.#failed.add(subscriptionNo);
      // Thousands more would be refused.
      if (/auth|forbidden/.test(result.error.code)) this.state = 'off';
      return;
    }
    const { table, asOf } = result.value;
    this.#taken.add(subscriptionNo);
    this.table.appendTable(table);
    this.table.note({ missingAnswers: -1 });
    this.asOf = Math.min(this.asOf, asOf);
  }

  /** Goes on with what is missing, what has failed included. */
  resume(): void {
    this.state = 'on';
    this.#failed.clear();
  }
}

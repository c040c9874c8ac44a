import type { DetailsAnswer, Result, SubscriptionList, UsageError } from '../api/index.js';
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
  /** Subscriptions that could not be had, and why the last of them. */
  failed = 0;
  error: UsageError | null = null;
  /** Epoch milliseconds of the oldest answer. */
  asOf: number;
  /** By subscription that has answered, whether it could be had. */
  readonly #over = new Map<string, boolean>();

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

  /** Of the list, as many have their records in the table. */
  get done(): number {
    return this.#over.size - this.failed;
  }

  get ended(): boolean {
    return this.#over.size >= this.count;
  }

  /** It has answered, or failed. */
  has(subscriptionNo: string): boolean {
    return this.#over.has(subscriptionNo);
  }

  /** The answer for one of the subscriptions; its own table is not needed any more. */
  take(subscriptionNo: string, result: Result<DetailsAnswer>): void {
    this.#over.set(subscriptionNo, result.ok);
    if (!result.ok) {
      this.failed += 1;
      this.error = result.error;
      // Thousands more would be refused.
      if (/auth|forbidden/.test(result.error.code)) this.state = 'off';
      return;
    }
    const { table, asOf } = result.value;
    this.table.appendTable(table);
    this.table.note({ missingAnswers: -1 });
    this.asOf = Math.min(this.asOf, asOf);
  }

  /** Goes on with what is missing, what has failed included. */
  resume(): void {
    this.state = 'on';
    this.failed = 0;
    this.error = null;
    for (const [no, had] of this.#over) if (!had) this.#over.delete(no);
  }
}

/** Records that an agent collects: over subscriptions, over invoices, and of what is not billed yet. */
import { decimalToString, trimDecimal } from './decimal.js';
import { compareTexts, type Total } from './money.js';
import type { NumberClass } from './number-rules.js';
import { totalOfSummaries } from './row-tally.js';
import type { UsageRecord } from './usage-record.js';

export interface BasketItem {
  /** Whose it is, where somebody has said it. */
  readonly customerNo: string | undefined;
  /** None for what is not billed yet. */
  readonly invoiceNo: string | undefined;
  /** As it was when it was taken. */
  readonly record: UsageRecord;
  /** Of the number called, which is shown under the policy of the day. */
  readonly numberClass: NumberClass;
  /** Its place among the records of its usage that are alike as far as one can tell: 0 for the first. */
  readonly nth: number;
  /** ISO instant of the answer, where somebody has said it. */
  readonly asOf: string | undefined;
  /** Restored, and not seen again since: only what tells it from others and what it costs is known. */
  readonly isBare: boolean;
}

/**
 * The same for a record that is fetched, or restored, once more: whose it is, when it began, and its id;
 * where the service gives none, its type and what it cost. The number called is not part of it, since a
 * basket has to be restored without one.
 */
export function basketKey({ invoiceNo = '', record, nth }: BasketItem): string {
  const { subscriptionNo, recordId, startTime, usageType, amount, currency, vat } = record;
  const figure = amount && decimalToString(trimDecimal(amount));
  const content = recordId ?? [usageType, figure, currency, vat];
  return JSON.stringify([invoiceNo, subscriptionNo, startTime?.wall, content, nth]);
}

/** Each record once, whatever the order in which they come and go. */
export class Basket {
  readonly #changed: () => void;
  readonly #items = new Map<string, BasketItem>();
  #sorted: readonly BasketItem[] = [];

  /** @param changed called whenever something is to be drawn anew. */
  constructor(changed: () => void = () => undefined) {
    this.#changed = changed;
  }

  /** What is not billed yet first, then by invoice, subscription and time. The same array until it changes. */
  get items(): readonly BasketItem[] {
    return this.#sorted;
  }

  /** What is known of a record that is in it. */
  find(item: BasketItem): BasketItem | undefined {
    return this.#items.get(basketKey(item));
  }

  /** Exact, per currency and VAT basis; what it lacks is among its gaps. */
  total(): Total {
    return totalOfSummaries(this.#sorted.map(({ record }) => record));
  }

  /** Puts records in, each in place of what was known of it. */
  add(...items: readonly BasketItem[]): void {
    for (const item of items) this.#items.set(basketKey(item), item);
    this.#sort();
  }

  /** @returns whether it was in it. */
  remove(item: BasketItem): boolean {
    const isGone = this.#items.delete(basketKey(item));
    if (isGone) this.#sort();
    return isGone;
  }

  clear(): void {
    this.#items.clear();
    this.#sort();
  }

  /** Nothing of another customer stays. */
  keep(customerNo: string | undefined): void {
    for (const item of this.#sorted) if (item.customerNo !== customerNo) this.remove(item);
  }

  #sort(): void {
    this.#sorted = [...this.#items].sort(([a], [b]) => compareTexts(a, b)).map(([, item]) => item);
    this.#changed();
  }
}

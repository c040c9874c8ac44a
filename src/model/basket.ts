/** Records that an agent collects: over subscriptions, over invoices, and of what is not billed yet. */
import { decimalToString, trimDecimal } from './decimal.js';
import { compareTexts, type Total } from './money.js';
import type { NumberClass } from './number-rules.js';
import { totalOfSummaries } from './row-tally.js';
import type { TableFilter } from './table-view.js';
import type { UsageRecord } from './usage-record.js';

export interface BasketItem {
  /** Whose it is; null where nobody has said it. */
  readonly customerNo: string | null;
  /** Null for what is not billed yet. */
  readonly invoiceNo: string | null;
  /** As it was when it was taken. */
  readonly record: UsageRecord;
  /** Of the number called, which is shown under the policy of the day. */
  readonly numberClass: NumberClass;
  /** Its place among the records of its usage that are alike as far as one can tell: 0 for the first. */
  readonly nth: number;
  /** ISO instant of the answer; null where nobody has said it. */
  readonly asOf: string | null;
  /** Through which the record was seen. */
  readonly filter: TableFilter;
  /** Restored, and not seen again since: only what tells it from others and what it costs is known. */
  readonly isBare: boolean;
}

/**
 * What tells a record from the others of its usage: when it began, and its id; where the service gives
 * none, its type and what it cost. The number called is not part of it, since a basket has to be restored
 * without one.
 */
export function likenessOf(record: UsageRecord): string {
  const { subscriptionNo, recordId, startTime, usageType, amount, currency, vat } = record;
  const figure = amount && decimalToString(trimDecimal(amount));
  const content = recordId ?? [usageType, figure, currency, vat];
  return JSON.stringify([subscriptionNo, startTime?.wall, content]);
}

/** Each record once, whatever the order in which they come and go. */
export class Basket {
  readonly #changed: () => void;
  readonly #items = new Map<string, BasketItem>();
  #sorted: readonly BasketItem[] | null = null;
  #version = 0;

  /** @param changed called whenever something is to be drawn anew. */
  constructor(changed: () => void = () => undefined) {
    this.#changed = changed;
  }

  get size(): number {
    return this.#items.size;
  }

  /** Grows whenever a record comes or goes. */
  get version(): number {
    return this.#version;
  }

  /** What is not billed yet first, then by invoice, subscription and time. */
  get items(): readonly BasketItem[] {
    this.#sorted ??= [...this.#items.values()].sort(
      (a, b) =>
        compareTexts(a.invoiceNo ?? '', b.invoiceNo ?? '') ||
        compareTexts(a.record.subscriptionNo, b.record.subscriptionNo) ||
        (a.record.startTime?.wall ?? 0) - (b.record.startTime?.wall ?? 0) ||
        compareTexts(keyOf(a), keyOf(b)),
    );
    return this.#sorted;
  }

  /** What is known of a record that is in it. */
  find(item: BasketItem): BasketItem | undefined {
    return this.#items.get(keyOf(item));
  }

  /** Exact, per currency and VAT basis; what it lacks is among its gaps. */
  total(): Total {
    return totalOfSummaries(this.items.map(({ record }) => record));
  }

  add(...items: readonly BasketItem[]): void {
    for (const item of items) this.#items.set(keyOf(item), item);
    this.#told(1);
  }

  remove(item: BasketItem): void {
    if (this.#items.delete(keyOf(item))) this.#told(1);
  }

  clear(): void {
    this.#items.clear();
    this.#told(1);
  }

  /** What was restored is known in full now; which records there are stays the same. */
  complete(item: BasketItem): void {
    this.#items.set(keyOf(item), item);
    this.#told(0);
  }

  /** Nothing of another customer stays. */
  keep(customerNo: string | null): void {
    for (const item of this.#items.values()) if (item.customerNo !== customerNo) this.remove(item);
  }

  #told(step: number): void {
    this.#sorted = null;
    this.#version += step;
    this.#changed();
  }
}

/** The same for a record that is fetched, or restored, once more. */
function keyOf({ invoiceNo, record, nth }: BasketItem): string {
  return JSON.stringify([invoiceNo, likenessOf(record), nth]);
}

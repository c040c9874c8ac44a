/** Rows to free numbers and helplines: counted, never kept. */
import { decimalToString, type Decimal } from './decimal.js';
import { MoneyTally, type MoneySum, type VatBasis } from './money.js';
import type { UsageRecord } from './usage-record.js';

/** What totals need of a withheld row: nothing that tells who was called. */
export interface WithheldRow {
  readonly usageType: string | null;
  /** Wall ms; NaN = missing. */
  readonly wall: number;
  readonly currency: string | null;
  readonly vat: VatBasis;
  readonly amount: Decimal | null;
  readonly marks: number;
}

/** How a record relates to the rows already withheld. */
export type Acquaintance = 'new' | 'same' | 'conflicting';

/**
 * Keeps the money of the withheld rows, so that totals agree with the invoice, and enough of
 * their content to notice that a row comes a second time.
 */
export class WithheldRows {
  readonly #rows: WithheldRow[] = [];
  readonly #contents = new Map<string, string[]>();
  readonly #money = new MoneyTally();

  get count(): number {
    return this.#rows.length;
  }

  get sums(): readonly MoneySum[] {
    return this.#money.total().sums;
  }

  get rows(): readonly WithheldRow[] {
    return this.#rows;
  }

  /** Whether a record with this id is known, and with this content. */
  meets(record: UsageRecord): Acquaintance {
    if (!record.recordId || this.#contents.size === 0) return 'new';
    const contents = this.#contents.get(idOf(record));
    if (!contents) return 'new';
    return contents.includes(contentOf(record)) ? 'same' : 'conflicting';
  }

  add(record: UsageRecord): void {
    const { usageType, startTime, currency, vat, amount, marks } = record;
    this.#rows.push({ usageType, wall: startTime?.wall ?? NaN, currency, vat, amount, marks });
    if (amount) this.#money.add(currency, vat, amount);
    if (!record.recordId) return;
    const id = idOf(record);
    this.#contents.set(id, [...(this.#contents.get(id) ?? []), contentOf(record)]);
  }
}

function idOf({ subscriptionNo, recordId }: UsageRecord): string {
  return `${subscriptionNo}\n${recordId ?? ''}`;
}

/** All that the totals rest on, without the number called and without its destination. */
function contentOf(record: UsageRecord): string {
  const { usageType, startTime, volume, unit, currency, vat, amount } = record;
  const figures = [volume, amount].map((d) => d && decimalToString(d));
  return JSON.stringify([usageType, startTime, unit, currency, vat, ...figures]);
}

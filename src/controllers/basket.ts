import type { SelectedRecord, UsageIds } from '../events.js';
import { type Basket, type BasketItem, likenessOf } from '../model/basket.js';
import { decimalToString, parseDecimal } from '../model/decimal.js';
import { normaliseCurrency, VAT_BASES, type VatBasis } from '../model/money.js';
import type { TableFilter } from '../model/table-view.js';
import { parseTime } from '../model/time.js';
import { usageRecord, type UsageRecord } from '../model/usage-record.js';
import type { UsageTable } from '../model/usage-table.js';
import { membersOf, NO_TABLE, readFilter } from './records-view.js';

/** A basket as a view state keeps it. */
export function plainBasket(items: readonly BasketItem[]): SelectedRecord[] {
  return items.map(({ customerNo, invoiceNo, record, nth, asOf, filter }) => {
    const { subscriptionNo, recordId, startTime, usageType, amount, currency, vat, marks } = record;
    const parts = {
      ...{ customerNo, invoiceNo, subscriptionNo, recordId, nth },
      startTime:
        startTime &&
        new Date(startTime.wall).toISOString().slice(0, startTime.precision === 'day' ? 10 : 23),
      usageType,
      money: amount && { amount: decimalToString(amount), currency, vat },
      marks,
      asOf,
      filter: Object.keys(filter).length > 0 && filter,
    };
    // What is not known is no member.
    return Object.fromEntries(Object.entries(parts).filter(([, value]) => value));
  });
}

/** What can be used of a basket from outside, never an error. An amount that can not be read is missing. */
export function readBasket(value: unknown): BasketItem[] {
  return (Array.isArray(value) ? value : []).map((given) => {
    const members = membersOf(given);
    const { amount, currency, vat } = membersOf(members['money']);
    const nth = Number(members['nth']);
    return {
      customerNo: text(members['customerNo']),
      invoiceNo: text(members['invoiceNo']),
      record: usageRecord({
        subscriptionNo: text(members['subscriptionNo']) ?? '',
        recordId: text(members['recordId']),
        startTime: parseTime(text(members['startTime']) ?? '', 'UTC'),
        usageType: text(members['usageType']),
        amount: parseDecimal(text(amount) ?? ''),
        currency: normaliseCurrency(text(currency)),
        vat: VAT_BASES.includes(vat as VatBasis) ? (vat as VatBasis) : 'unstated',
        marks: Number(members['marks']) | 0,
      }),
      numberClass: 'ordinary',
      nth: nth > 0 ? nth : 0,
      asOf: text(members['asOf']),
      filter: readFilter(members['filter']),
      isBare: true,
    };
  });
}

/** Puts into a basket what a view state says, and nothing else. What is there already stays as it is known. */
export function restoreBasket(basket: Basket, value: unknown): void {
  const items = readBasket(value);
  if (JSON.stringify(plainBasket(items)) === JSON.stringify(plainBasket(basket.items))) return;
  const known = items.map((item) => basket.find(item) ?? item);
  basket.clear();
  basket.add(...known);
}

function text(value: unknown): string | null {
  return (typeof value === 'string' && value) || null;
}

/** Whose the records of a table are, how old they are, and through what they are seen. */
export interface Sight {
  readonly ids: UsageIds;
  readonly asOf: string | undefined;
  readonly filter: TableFilter;
}

/** Which rows of a table are in a basket. It looks at rows once, and then at those that have come. */
export class BasketRows {
  #table = NO_TABLE;
  #basket?: Basket;
  #version = -1;
  #invoiceNo: string | null = null;
  /** Rows that were looked at. */
  #end = 0;
  /** Of rows that begin when one of the basket does: how many are alike. */
  #alike = new Map<string, number>();
  #rows = new Set<number>();

  /** Another set whenever rows were put in or taken out. */
  get rows(): ReadonlySet<number> {
    return this.#rows;
  }

  /** To be called before each draw. What was restored is completed from its row. */
  follow(table: UsageTable, basket: Basket, sight: Sight): void {
    const { customerNo = null, invoiceNo = null } = sight.ids;
    basket.keep(customerNo);
    const isOther =
      table !== this.#table ||
      basket !== this.#basket ||
      basket.version !== this.#version ||
      invoiceNo !== this.#invoiceNo;
    if (isOther) {
      this.#table = table;
      this.#basket = basket;
      this.#version = basket.version;
      this.#invoiceNo = invoiceNo;
      this.#end = 0;
      this.#alike = new Map();
      this.#rows = new Set();
    }
    const times = new Set(
      basket.items.flatMap((item) =>
        item.invoiceNo === invoiceNo ? (item.record.startTime?.wall ?? NaN) : [],
      ),
    );
    for (; times.size > 0 && this.#end < table.length; this.#end++) {
      // A time is a number to compare; of all rows but a few it says that they are others.
      if (times.has(table.startTime.at(this.#end))) this.#look(this.#end, basket, sight);
    }
  }

  /** What goes into the basket, or out of it, for a row. */
  itemOf(row: number, sight: Sight): BasketItem {
    const { startTime } = this.#table;
    const record = recordAt(this.#table, row, sight);
    const likeness = likenessOf(record);
    const time = startTime.at(row);
    let nth = 0;
    for (let other = 0; other < row; other++) {
      if (!Object.is(startTime.at(other), time)) continue;
      if (likenessOf(recordAt(this.#table, other, sight)) === likeness) nth++;
    }
    return this.#item(row, record, nth, sight);
  }

  #look(row: number, basket: Basket, sight: Sight): void {
    const record = recordAt(this.#table, row, sight);
    const likeness = likenessOf(record);
    const nth = this.#alike.get(likeness) ?? 0;
    this.#alike.set(likeness, nth + 1);
    const item = this.#item(row, record, nth, sight);
    const known = basket.find(item);
    if (!known) return;
    this.#rows.add(row);
    if (known.isBare) basket.complete({ ...item, filter: known.filter });
  }

  #item(row: number, record: UsageRecord, nth: number, { ids, asOf, filter }: Sight): BasketItem {
    return {
      customerNo: ids.customerNo ?? null,
      invoiceNo: ids.invoiceNo ?? null,
      record,
      numberClass: this.#table.numberClass(row),
      nth,
      asOf: asOf ?? null,
      filter,
      isBare: false,
    };
  }
}

/** A row of a table that holds one subscription need not say whose it is. */
function recordAt(table: UsageTable, row: number, { ids }: Sight): UsageRecord {
  const record = table.record(row);
  return { ...record, subscriptionNo: record.subscriptionNo || (ids.subscriptionNo ?? '') };
}

import type { PlainMoney, SelectedRecord, UsageIds } from '../events.js';
import { type Basket, basketKey, type BasketItem } from '../model/basket.js';
import { decimalToString, parseDecimal } from '../model/decimal.js';
import { type MoneySum, normaliseCurrency, VAT_BASES } from '../model/money.js';
import { parseTime } from '../model/time.js';
import { RECORD_MARKS, usageRecord } from '../model/usage-record.js';
import type { UsageTable } from '../model/usage-table.js';
import { membersOf, textsOf } from './outside.js';
import { plain } from './plain.js';
import { NO_TABLE } from './tables.js';

export function plainMoney({ amount, currency, vat }: MoneySum): PlainMoney {
  return { amount: decimalToString(amount), currency, vat };
}

/** A basket as a view state keeps it. */
export function plainBasket(items: readonly BasketItem[]): SelectedRecord[] {
  const selected = items.map(({ customerNo, invoiceNo, record, nth, asOf }) => {
    const { subscriptionNo, recordId, startTime, usageType, amount } = record;
    const time = startTime && new Date(startTime.wall).toISOString();
    return {
      customerNo,
      invoiceNo,
      subscriptionNo,
      recordId,
      nth,
      startTime: time && time.slice(0, startTime.precision === 'day' ? 10 : 23),
      usageType,
      money: amount && plainMoney({ ...record, amount }),
      asOf,
    };
  });
  return plain(selected);
}

/** What can be used of a basket from outside, never an error. An amount or instant that can not be read is missing. */
export function readBasket(value: unknown): BasketItem[] {
  return (Array.isArray(value) ? value : []).map((each) => {
    const { money, nth } = membersOf(each);
    const { customerNo, invoiceNo, subscriptionNo = '', asOf, ...given } = textsOf(each);
    const { recordId = null, startTime = '', usageType = null } = given;
    const { amount = '', currency = null, vat } = textsOf(money);
    return {
      customerNo,
      invoiceNo,
      record: usageRecord({
        subscriptionNo,
        recordId,
        startTime: parseTime(startTime, 'UTC'),
        usageType,
        amount: parseDecimal(amount),
        currency: normaliseCurrency(currency),
        vat: VAT_BASES.find((basis) => basis === vat) ?? 'unstated',
      }),
      numberClass: 'ordinary',
      nth: Number(nth) | 0,
      asOf: Date.parse(asOf ?? '') ? asOf : undefined,
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

/** Whose the records of a table are, and how old. */
export interface TableOwner {
  readonly ids?: UsageIds;
  readonly asOf?: string;
}

/** Which rows of a table are in a basket. It looks at rows once, and then at those that have come. */
export class BasketRows {
  #table = NO_TABLE;
  #items: readonly BasketItem[] = [];
  #invoiceNo?: string;
  /** Rows that were looked at. */
  #end = 0;
  #rows = new Set<number>();

  /** Another set whenever rows were put in or taken out. */
  get rows(): ReadonlySet<number> {
    return this.#rows;
  }

  /** To be called before each draw. What was restored is completed from its row. */
  follow(table: UsageTable, basket: Basket, owner: TableOwner): void {
    const { customerNo, invoiceNo } = owner.ids ?? {};
    basket.keep(customerNo);
    const { items } = basket;
    if (table !== this.#table || items !== this.#items || invoiceNo !== this.#invoiceNo) {
      this.#table = table;
      this.#items = items;
      this.#invoiceNo = invoiceNo;
      this.#end = 0;
      this.#rows = new Set();
    }
    if (items.length === 0) this.#end = table.length;
    const times = new Set(items.map(({ record }) => record.startTime?.wall ?? NaN));
    for (; this.#end < table.length; this.#end++) {
      // A time is a number to compare: of all rows but a few it says that they are others.
      if (!times.has(table.startTime.at(this.#end))) continue;
      const item = this.#itemOf(this.#end, owner);
      const known = basket.find(item);
      if (known) this.#rows.add(this.#end);
      if (known?.isBare) basket.add(item);
    }
  }

  /**
   * Puts the record of a row into the basket, or takes it out.
   *
   * @returns whether it is in it now.
   */
  toggle(row: number, basket: Basket, owner: TableOwner): boolean {
    const item = this.#itemOf(row, owner);
    const isFollowed = basket.items === this.#items;
    const isIn = !basket.remove(item);
    if (isIn) basket.add(item);
    // Of a million rows none else has to be looked at.
    if (isFollowed) this.#items = basket.items;
    this.#rows = new Set(this.#rows);
    this.#rows[isIn ? 'add' : 'delete'](row);
    return isIn;
  }

  #itemOf(row: number, { ids = {}, asOf }: TableOwner): BasketItem {
    const table = this.#table;
    const { customerNo, invoiceNo, subscriptionNo = '' } = ids;
    const itemAt = (place: number): BasketItem => {
      const record = table.record(place);
      return {
        customerNo,
        invoiceNo,
        // A table of one subscription need not say whose it is.
        record: { ...record, subscriptionNo: record.subscriptionNo || subscriptionNo },
        numberClass: table.numberClass(place),
        nth: 0,
        asOf,
        isBare: false,
      };
    };
    const item = itemAt(row);
    const { recordId, marks } = item.record;
    let nth = 0;
    // Only what has no id, or one that is not its own, is like another.
    if (recordId === null || marks & RECORD_MARKS.conflicting) {
      const time = table.startTime.at(row);
      for (let other = 0; other < row; other++) {
        if (!Object.is(table.startTime.at(other), time)) continue;
        if (basketKey(itemAt(other)) === basketKey(item)) nth++;
      }
    }
    return { ...item, nth };
  }
}

/** The same totals twice: as pages make them from objects, and by the product. */
import {
  decimalToString,
  type Decimal,
  groupRows,
  type GroupTotal,
  type UsageTable,
} from '../../src/index.js';
import type { Row } from '../data.js';

interface Sums {
  /** Exact: öre are whole numbers. */
  minor: number;
  count: number;
  missing: number;
}

/** Subscription → usage type → sums. */
export type Nested = ReadonlyMap<string, ReadonlyMap<string, Sums>>;

/** Nested maps of whole öre: exact, and the fastest that objects allow. */
export function nestedTotals(rows: readonly Row[]): Nested {
  const subscriptions = new Map<string, Map<string, Sums>>();
  for (const { subscriptionNo, usageType, amount } of rows) {
    let types = subscriptions.get(subscriptionNo);
    if (!types) subscriptions.set(subscriptionNo, (types = new Map()));
    let sums = types.get(usageType);
    if (!sums) types.set(usageType, (sums = { minor: 0, count: 0, missing: 0 }));
    sums.count++;
    if (amount === null) sums.missing++;
    else sums.minor += Math.round(amount * 100);
  }
  return subscriptions;
}

/** By subscription and type through what the product has for it. */
export function productTotals(table: UsageTable): GroupTotal[] {
  return groupRows(table, null, ['subscription', 'type']);
}

/** Throws unless both say the same, to the öre. */
export function compareTotals(nested: Nested, totals: readonly GroupTotal[]): void {
  const found = new Map(totals.map(({ names, total }) => [names.join(' '), total]));
  for (const [subscription, types] of nested) {
    for (const [type, { minor, count, missing }] of types) {
      const total = found.get(`${subscription} ${type}`);
      const amount = total?.sums[0]?.amount;
      const isSame =
        total?.count === count &&
        (total.gaps.missingAmounts ?? 0) === missing &&
        amount !== undefined &&
        inMinor(amount) === minor;
      if (!isSame) throw new Error(`${subscription} ${type}: the totals differ`);
    }
  }
}

function inMinor(amount: Decimal): number {
  return Math.round(Number(decimalToString(amount)) * 100);
}

/** The same totals twice: as pages make them from objects, and by the product. */
import { decimalToString, type Decimal, totalsByType, type UsageTable } from '../../src/index.js';
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

/**
 * By subscription and type through what the product has for it: its totals by type, of each subscription's
 * rows.
 */
export function productTotals(table: UsageTable): Map<string, ReturnType<typeof totalsByType>> {
  const { subscriptionNo } = table;
  const sizes = new Uint32Array(subscriptionNo.values.length);
  for (let row = 0; row < table.length; row++) sizes[subscriptionNo.code(row)]!++;
  const places = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  for (let row = 0; row < table.length; row++) {
    const code = subscriptionNo.code(row);
    places[code]![sizes[code]!++] = row;
  }
  const totals = new Map<string, ReturnType<typeof totalsByType>>();
  places.forEach((rows, code) => {
    if (rows.length > 0) totals.set(subscriptionNo.values[code]!, totalsByType(table, rows));
  });
  return totals;
}

/** Throws unless both say the same, to the öre. */
export function compareTotals(nested: Nested, totals: ReturnType<typeof productTotals>): void {
  for (const [subscription, types] of nested) {
    for (const [type, { minor, count, missing }] of types) {
      const found = totals.get(subscription)?.find(({ usageType }) => usageType === type)?.total;
      const amount = found?.sums[0]?.amount;
      const isSame =
        found?.count === count &&
        (found.gaps.missingAmounts ?? 0) === missing &&
        amount !== undefined &&
        inMinor(amount) === minor;
      if (!isSame) throw new Error(`${subscription} ${type}: the totals differ`);
    }
  }
}

function inMinor(amount: Decimal): number {
  return Math.round(Number(decimalToString(amount)) * 100);
}

/** What of a comparison is told: the largest parts of each difference, and what they leave. */
import type { Cause, Comparison, Driver } from './compare.js';
import {
  absDecimal,
  addDecimals,
  compareDecimals,
  type Decimal,
  isZero,
  multiplyDecimals,
  subtractDecimals,
  ZERO,
} from './decimal.js';
import type { MoneySum } from './money.js';

/** Drivers of one cause and usage type, of any number of subscriptions, told as one. */
export interface Part {
  readonly cause: Cause;
  /** null for whole subscriptions, or where none is stated. */
  readonly usageType: string | null;
  readonly description: string | null;
  /** Decimal kronor, signed. */
  readonly amount: Decimal;
  readonly drivers: readonly Driver[];
}

/** What makes the difference in one currency and VAT basis: the parts and the rest are its amount. */
export interface Account {
  readonly difference: MoneySum;
  /** Largest first. */
  readonly parts: readonly Part[];
  readonly rest: Decimal;
}

/** No more parts than these are told by themselves. */
const MAX_PARTS = 3;
/** They are enough when the rest is no more than this part of the difference. */
const SMALL_REST: Decimal = { units: 5n, scale: 0 };

/** The largest parts of each difference, and what they leave. */
export function accountsOf({ differences, drivers }: Comparison): Account[] {
  return differences.map((difference) => {
    const { currency, vat, amount } = difference;
    const all = partsOf(drivers.filter((each) => each.currency === currency && each.vat === vat));
    const parts: Part[] = [];
    let rest = amount;
    for (const part of all) {
      // Where both sides are equal, what cancels out is worth telling all the same.
      const left = multiplyDecimals(absDecimal(rest), SMALL_REST);
      const isSmall = compareDecimals(left, absDecimal(amount)) <= 0;
      // A single part is no shorter as "the rest".
      const isLast = parts.length === all.length - 1;
      if (parts.length === MAX_PARTS || (isSmall && !isLast && parts.length > 0)) break;
      parts.push(part);
      rest = subtractDecimals(rest, part.amount);
    }
    return { difference, parts, rest };
  });
}

/** By absolute amount, largest first; none is zero. */
function partsOf(drivers: readonly Driver[]): Part[] {
  const parts = new Map<string, Driver[]>();
  for (const driver of drivers) {
    const key = JSON.stringify([driver.cause, driver.usageType]);
    const same = parts.get(key);
    if (same) same.push(driver);
    else parts.set(key, [driver]);
  }
  return [...parts.values()]
    .map((same) => {
      const [{ cause, usageType, description } = same[0] as Driver] = same;
      const isAlike = same.every((driver) => driver.description === description);
      const amount = same.reduce((sum, driver) => addDecimals(sum, driver.amount), ZERO);
      return {
        cause,
        usageType,
        description: isAlike ? description : null,
        amount,
        drivers: same,
      };
    })
    .filter(({ amount }) => !isZero(amount))
    .sort((a, b) => compareDecimals(absDecimal(b.amount), absDecimal(a.amount)));
}

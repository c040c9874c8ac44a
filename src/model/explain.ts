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
} from './decimal.js';
import type { MoneySum } from './money.js';
import { inSteps, type Steps } from './steps.js';

/** Drivers of one cause and usage type, of any number of subscriptions, told as one. */
export interface Part {
  readonly cause: Cause;
  /** It is whole subscriptions. */
  readonly whole: boolean;
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

/** So many drivers take a millisecond or two. */
const DRIVERS_AT_ONCE = 500;

/** The largest parts of each difference, and what they leave. */
export function* accountSteps({ differences, drivers }: Comparison): Steps<Account[]> {
  const groups = new Map<string, Group>();
  yield* inSteps(
    drivers.length,
    (from, to) => {
      for (const driver of drivers.slice(from, to)) group(groups, driver);
    },
    DRIVERS_AT_ONCE,
  );
  const all = [...groups.values()].filter(({ amount }) => !isZero(amount));
  all.sort((a, b) => compareDecimals(absDecimal(b.amount), absDecimal(a.amount)));
  return differences.map((difference) => {
    const { currency, vat } = difference;
    return accountOf(
      difference,
      all.filter(({ drivers: [first] }) => first?.currency === currency && first.vat === vat),
    );
  });
}

/** A part that grows. */
type Group = { -readonly [Member in keyof Part]: Part[Member] } & { drivers: Driver[] };

function group(groups: Map<string, Group>, driver: Driver): void {
  const { cause, whole, usageType, description, currency, vat, amount } = driver;
  const key = JSON.stringify([cause, whole, usageType, currency, vat]);
  const part = groups.get(key);
  if (!part) groups.set(key, { cause, whole, usageType, description, amount, drivers: [driver] });
  else {
    part.amount = addDecimals(part.amount, amount);
    part.drivers.push(driver);
    if (part.description !== description) part.description = null;
  }
}

/** @param all by absolute amount, largest first; none is zero */
function accountOf(difference: MoneySum, all: readonly Part[]): Account {
  const parts: Part[] = [];
  let rest = difference.amount;
  for (const part of all) {
    // Where both sides are equal, what cancels out is worth telling all the same.
    const left = multiplyDecimals(absDecimal(rest), SMALL_REST);
    const isSmall = compareDecimals(left, absDecimal(difference.amount)) <= 0;
    // A single part is no shorter as "the rest".
    const isLast = parts.length === all.length - 1;
    if (parts.length === MAX_PARTS || (isSmall && !isLast && parts.length > 0)) break;
    parts.push(part);
    rest = subtractDecimals(rest, part.amount);
  }
  return { difference, parts, rest };
}

/**
 * Why one bill is higher than another: the difference of two sets of summaries, split exactly. Every
 * part has one cause, and together the parts are the difference, to the last decimal.
 */
import {
  absDecimal,
  addDecimals,
  compareDecimals,
  type Decimal,
  isNegative,
  isZero,
  multiplyDecimals,
  negateDecimal,
  subtractDecimals,
  ZERO,
} from './decimal.js';
import {
  compareTexts,
  type Incompleteness,
  isComplete,
  mergeGaps,
  MoneyTally,
  type MoneySum,
  type VatBasis,
} from './money.js';
import { totalOfSummaries } from './row-tally.js';
import type { UsageSummary } from './usage-record.js';
import { toBaseVolume, volumeKind } from './volume.js';

/**
 * What a part of a difference comes from.
 *
 * newSubscription, goneSubscription – a subscription that only one side has, with all that it used;
 * newType, goneType – a usage type that the subscription has on one side only;
 * moreUsed, lessUsed – another volume, at the average price of before;
 * dearer, cheaper – another average price, of the volume of now;
 * credit – money given back, on either side;
 * other – what is left: no volume is stated, or not in the same unit, or a side may lack lines of it.
 */
export const CAUSES = [
  'newSubscription',
  'goneSubscription',
  'newType',
  'goneType',
  'moreUsed',
  'lessUsed',
  'dearer',
  'cheaper',
  'credit',
  'other',
] as const;
export type Cause = (typeof CAUSES)[number];

/** One part of the difference. */
export interface Driver {
  readonly cause: Cause;
  readonly subscriptionNo: string;
  /** The service's code; null for a whole subscription, or where none is stated. */
  readonly usageType: string | null;
  /** Of the type, where both sides agree on it or only one has it. */
  readonly description: string | null;
  /** ISO 4217; null = not stated. */
  readonly currency: string | null;
  readonly vat: VatBasis;
  /** What it adds to the difference: now less before. Decimal kronor. */
  readonly amount: Decimal;
  readonly volume: VolumeChange | null;
}

/** What was used on both sides, in one unit. */
export interface VolumeChange {
  /** S, B, E, or the operator's own code. */
  readonly unit: string;
  readonly before: Decimal;
  readonly now: Decimal;
}

export interface Comparison {
  readonly before: readonly MoneySum[];
  readonly now: readonly MoneySum[];
  /** Now less before, by currency and VAT basis; zero where both sides are equal. */
  readonly differences: readonly MoneySum[];
  /** By absolute amount, largest first; none is zero. Per currency and basis their sum is the difference. */
  readonly drivers: readonly Driver[];
  /** Of both sides. */
  readonly gaps: Incompleteness;
  readonly complete: boolean;
}

/** One side: what the service sums up, and what is known to be missing from it. */
export interface ComparedUsage {
  readonly summaries: readonly UsageSummary[];
  readonly gaps?: Incompleteness;
  /** Subscriptions that it has although no line is about them: they are neither new nor gone. */
  readonly silent?: readonly string[];
}

/**
 * Below this share of the expected amount, in thousandths, another price is what rounding leaves:
 * amounts are rounded record by record.
 */
const SAME_PRICE_MILLI = 5n;

/**
 * Splits the difference of two sets of summaries. Nothing is rounded away: what is left has a part, too.
 *
 * @param unsure subscriptions of which a side may lack lines: nothing of theirs is called new or gone.
 */
export function compareUsage(
  before: ComparedUsage,
  now: ComparedUsage,
  unsure: ReadonlySet<string> = new Set(),
): Comparison {
  const [was, is] = [totalOfSummaries(before.summaries), totalOfSummaries(now.summaries)];
  const drivers = cellsOf(before, now)
    .flatMap((cell) => driversOf(cell, unsure.has(cell.about.subscriptionNo)))
    .filter(({ amount }) => !isZero(amount))
    .sort(compareDrivers);
  const gaps = [before.gaps, now.gaps, was.gaps, is.gaps].reduce<Incompleteness>(
    (sum, each) => mergeGaps(sum, each ?? {}),
    {},
  );
  return {
    before: was.sums,
    now: is.sums,
    differences: differencesOf(was.sums, is.sums),
    drivers,
    gaps,
    complete: isComplete(gaps),
  };
}

/** Now less before, by currency and VAT basis; zero where both are equal. */
export function differencesOf(before: readonly MoneySum[], now: readonly MoneySum[]): MoneySum[] {
  const tally = new MoneyTally();
  tally.addAll(now);
  for (const { currency, vat, amount } of before) {
    tally.add(currency, vat, negateDecimal(amount));
  }
  return [...tally.total().sums];
}

/** What one subscription used of one type in one currency and VAT basis, on both sides. */
interface Cell {
  /** One of its lines. */
  readonly about: UsageSummary;
  /** Only one side has the subscription: then the cell holds all its types. */
  readonly whole: boolean;
  /** All of its lines have the description of that one. */
  isAlike: boolean;
  readonly sides: readonly [before: Side, now: Side];
}

/** The lines of one side of a cell. */
class Side {
  /** What was used cost this; what was given back is a sum of its own. */
  used = ZERO;
  credited = ZERO;
  isEmpty = true;
  /** What was used in all, in one unit. */
  unit: string | null = null;
  volume = ZERO;
  /** Every line says what it costs, and of how much in that unit. */
  isMeasured = true;

  get amount(): Decimal {
    return addDecimals(this.used, this.credited);
  }

  add({ amount, volume, chargedVolume, quantity, unit }: UsageSummary): void {
    this.isEmpty = false;
    if (amount && isNegative(amount)) {
      this.credited = addDecimals(this.credited, amount);
      return;
    }
    this.used = addDecimals(this.used, amount ?? ZERO);
    // What is charged for makes the price; a number of events is better than nothing.
    const [measure, value] = measured(chargedVolume ?? volume, unit) ?? ['E', quantity];
    this.unit ??= measure;
    this.volume = addDecimals(this.volume, value ?? ZERO);
    if (!amount || !value || measure !== this.unit) this.isMeasured = false;
  }
}

const BASE_UNITS = { time: 'S', data: 'B', events: 'E', other: null } as const;

/** In seconds, bytes or events; in any other unit as it is. */
function measured(value: Decimal | null, unit: string | null): [string, Decimal] | null {
  const base = BASE_UNITS[volumeKind(unit)];
  return value && [base ?? unit ?? '', toBaseVolume(value, unit) ?? value];
}

/** By subscription, type, currency and VAT basis, in the order in which they come. */
function cellsOf(...sides: readonly [before: ComparedUsage, now: ComparedUsage]): Cell[] {
  const cells = new Map<string, Cell>();
  const known = sides.map(
    ({ summaries, silent = [] }) =>
      new Set([...silent, ...summaries.map((each) => each.subscriptionNo)]),
  );
  for (const [side, { summaries }] of sides.entries()) {
    for (const summary of summaries) {
      const { subscriptionNo, usageType, currency, vat } = summary;
      // A subscription that only one side has is looked at as a whole.
      const whole = known.some((numbers) => !numbers.has(subscriptionNo));
      const key = JSON.stringify([subscriptionNo, whole || usageType, currency, vat]);
      let cell = cells.get(key);
      if (!cell) {
        cell = { about: summary, whole, isAlike: true, sides: [new Side(), new Side()] };
        cells.set(key, cell);
      }
      cell.isAlike &&= summary.description === cell.about.description;
      cell.sides[side as 0 | 1].add(summary);
    }
  }
  return [...cells.values()];
}

/** The parts of what one cell adds to the difference. */
function driversOf(
  { about, whole, isAlike, sides: [before, now] }: Cell,
  unsure: boolean,
): Driver[] {
  const { subscriptionNo, usageType, currency, vat } = about;
  const driver = (cause: Cause, amount: Decimal, volume: VolumeChange | null = null): Driver => ({
    cause,
    subscriptionNo,
    usageType: whole ? null : usageType,
    description: whole || !isAlike ? null : about.description,
    currency,
    vat,
    amount,
    volume,
  });
  const { isEmpty: isNew } = before;
  const lone = (only: Cause, amount: Decimal): Driver => driver(unsure ? 'other' : only, amount);
  if (whole) {
    const change = subtractDecimals(now.amount, before.amount);
    return [lone(isNew ? 'newSubscription' : 'goneSubscription', change)];
  }
  const credited = driver('credit', subtractDecimals(now.credited, before.credited));
  const used = subtractDecimals(now.used, before.used);
  // Money given back is a credit, too, where its type has nothing else on either side.
  if (isNew || now.isEmpty) return [credited, lone(isNew ? 'newType' : 'goneType', used)];
  const volume = changeOf(before, now);
  if (!volume) return [credited, driver('other', used)];
  const byVolume = expected(before.used, volume);
  const byPrice = subtractDecimals(used, byVolume);
  const more = compareDecimals(volume.now, volume.before);
  const usage: Cause = more < 0 ? 'lessUsed' : 'moreUsed';
  const price: Cause = isNegative(byPrice) ? 'cheaper' : 'dearer';
  return more !== 0 && isRounding(byPrice, addDecimals(before.used, byVolume))
    ? [credited, driver(usage, used, volume)]
    : [credited, driver(usage, byVolume, volume), driver(price, byPrice, volume)];
}

/** null where the volumes can not be compared, or nothing was used before. */
function changeOf(before: Side, now: Side): VolumeChange | null {
  const { unit, volume } = before;
  const isKnown = before.isMeasured && now.isMeasured && unit !== null && unit === now.unit;
  return isKnown && volume.units > 0n ? { unit, before: volume, now: now.volume } : null;
}

/** What the change of volume would have cost at the price of before, to the decimals of the amount. */
function expected(amount: Decimal, { before, now }: VolumeChange): Decimal {
  const change = multiplyDecimals(amount, subtractDecimals(now, before));
  const { units: numerator } = change;
  // change ÷ before, at the scale of the amount: a whole number after rounding.
  const spare = change.scale - amount.scale - before.scale;
  const [above, below] =
    spare < 0
      ? [numerator * 10n ** BigInt(-spare), before.units]
      : [numerator, before.units * 10n ** BigInt(spare)];
  return { units: rounded(above, below), scale: amount.scale };
}

/** The quotient, halves away from zero; `below` is positive. */
function rounded(above: bigint, below: bigint): bigint {
  const half = above < 0n ? -below : below;
  return (2n * above + half) / (2n * below);
}

function isRounding(part: Decimal, whole: Decimal): boolean {
  const share = { units: SAME_PRICE_MILLI, scale: 3 };
  return compareDecimals(absDecimal(part), multiplyDecimals(absDecimal(whole), share)) <= 0;
}

/** Largest first; equal ones in an order that the order of the answers does not change. */
function compareDrivers(a: Driver, b: Driver): number {
  const name = (driver: Driver): string =>
    [driver.subscriptionNo, driver.usageType, driver.currency, driver.vat, driver.cause].join('\n');
  return (
    compareDecimals(absDecimal(b.amount), absDecimal(a.amount)) || compareTexts(name(a), name(b))
  );
}

/**
 * Why one bill is higher than another: the difference of two sets of summaries, split exactly. Every
 * part has one cause, and together the parts are the difference, to the last decimal.
 */
import {
  absDecimal,
  addDecimals,
  approximate,
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
  mergeGaps,
  MoneyTally,
  type MoneySum,
  type Total,
  type VatBasis,
} from './money.js';
import { countFrom, sortByKeys } from './order.js';
import { totalOfSummaries } from './row-tally.js';
import { inSteps, type Steps } from './steps.js';
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
/** Why a part of the difference is there; `other` where nothing can be concluded. */
export type Cause = (typeof CAUSES)[number];

/** One part of the difference. */
export interface Driver {
  readonly cause: Cause;
  readonly subscriptionNo: string;
  /** It is a whole subscription, with all that it used. */
  readonly whole: boolean;
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

/** A side of a comparison: 0 = before, 1 = now. */
export type SideIndex = 0 | 1;

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
}

/** What one subscription used on both sides. */
export interface Pair {
  readonly subscriptionNo: string;
  /** What the service sums up; null on a side that does not have the subscription. */
  readonly sides: readonly (readonly UsageSummary[] | null)[];
  /** A side may lack lines: nothing of it is called new, gone, more used or dearer. */
  readonly unsure: boolean;
}

/**
 * Below this share of the expected amount, in thousandths, another price is what rounding leaves:
 * amounts are rounded record by record.
 */
const SAME_PRICE_MILLI = 5n;

/** So many subscriptions take a millisecond or two. */
const PAIRS_AT_ONCE = 20;

/**
 * Splits the difference of two sides. Nothing is rounded away: what is left has a part, too.
 *
 * @param pairs in the order that drivers of the same size have
 * @param gaps what is known to be missing besides the amounts of lines
 */
export function* compareSteps(
  pairs: readonly Pair[],
  gaps: Incompleteness = {},
): Steps<Comparison> {
  const totals = [new MoneyTally(gaps), new MoneyTally()] as const;
  const drivers: Driver[] = [];
  yield* inSteps(
    pairs.length,
    (from, to) => {
      for (const pair of pairs.slice(from, to)) {
        for (const [side, lines] of pair.sides.entries()) {
          totals[side as SideIndex].addTotal(totalOfSummaries(lines ?? []));
        }
        const parts = cellsOf(pair).flatMap((cell) => driversOf(pair, cell));
        drivers.push(...parts.filter(({ amount }) => !isZero(amount)));
      }
    },
    PAIRS_AT_ONCE,
  );
  const sizes = Float64Array.from(drivers, ({ amount }) => approximate(absDecimal(amount), 2));
  const keys = { codes: sizes, none: NaN };
  const order = yield* sortByKeys(countFrom(0, sizes.length), keys, -1);
  const [before, now] = totals.map((tally) => tally.total()) as [Total, Total];
  return {
    before: before.sums,
    now: now.sums,
    differences: differencesOf(before.sums, now.sums),
    drivers: Array.from(order, (place) => drivers[place] as Driver),
    gaps: mergeGaps(before.gaps, now.gaps),
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

/** What it used of one type in one currency and VAT basis, on both sides. */
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
  /** What was used in all, or charged for, in one unit. */
  unit: string | null = null;
  isCharged: boolean | null = null;
  volume = ZERO;
  /** Every line says what it costs, and of how much in that unit and sense. */
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
    const isCharged = chargedVolume !== null;
    this.unit ??= measure;
    this.isCharged ??= isCharged;
    this.volume = addDecimals(this.volume, value ?? ZERO);
    const isAlike = measure === this.unit && isCharged === this.isCharged;
    if (!amount || !value || !isAlike) this.isMeasured = false;
  }
}

const BASE_UNITS = { time: 'S', data: 'B', events: 'E', other: null } as const;

/** In seconds, bytes or events; in any other unit as it is. */
function measured(value: Decimal | null, unit: string | null): [string, Decimal] | null {
  const base = BASE_UNITS[volumeKind(unit)];
  return value && [base ?? unit ?? '', toBaseVolume(value, unit) ?? value];
}

/** By type, currency and VAT basis, in an order that the order of the lines does not change. */
function cellsOf({ sides }: Pair): Cell[] {
  const cells = new Map<string, Cell>();
  // A subscription that only one side has is looked at as a whole.
  const whole = sides.includes(null);
  for (const [side, lines] of sides.entries()) {
    for (const line of lines ?? []) {
      const { usageType, currency, vat } = line;
      const key = JSON.stringify([whole || usageType, currency, vat]);
      let cell = cells.get(key);
      if (!cell) {
        cell = { about: line, whole, isAlike: true, sides: [new Side(), new Side()] };
        cells.set(key, cell);
      }
      cell.isAlike &&= line.description === cell.about.description;
      cell.sides[side as SideIndex].add(line);
    }
  }
  return [...cells].sort(([a], [b]) => compareTexts(a, b)).map(([, cell]) => cell);
}

/** The parts of what one cell adds to the difference. */
function driversOf(
  { subscriptionNo, unsure }: Pair,
  { about, whole, isAlike, sides: [before, now] }: Cell,
): Driver[] {
  const { usageType, currency, vat } = about;
  const driver = (cause: Cause, amount: Decimal, volume: VolumeChange | null = null): Driver => ({
    cause,
    subscriptionNo,
    whole,
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
  const volume = unsure ? null : changeOf(before, now);
  if (!volume) return [credited, driver('other', used)];
  const byVolume = expected(before.used, volume);
  const byPrice = subtractDecimals(used, byVolume);
  const more = compareDecimals(volume.now, volume.before);
  const usage: Cause = more < 0 ? 'lessUsed' : 'moreUsed';
  const price: Cause = isNegative(byPrice) ? 'cheaper' : 'dearer';
  return more !== 0 && isSamePrice(byPrice, addDecimals(before.used, byVolume))
    ? [credited, driver(usage, used, volume)]
    : [credited, driver(usage, byVolume, volume), driver(price, byPrice, volume)];
}

/** null where the volumes can not be compared, or nothing was used before. */
function changeOf(before: Side, now: Side): VolumeChange | null {
  const { unit, volume, isCharged } = before;
  const isAlike = unit === now.unit && isCharged === now.isCharged;
  const isKnown = before.isMeasured && now.isMeasured && isAlike;
  return isKnown && unit !== null && volume.units > 0n
    ? { unit, before: volume, now: now.volume }
    : null;
}

/** What the change of volume would have cost at the price of before, to the decimals of the amount. */
function expected({ units, scale }: Decimal, { before, now }: VolumeChange): Decimal {
  const change = subtractDecimals(now, before);
  const finer = 10n ** BigInt(change.scale - before.scale);
  return { units: rounded(units * change.units, before.units * finer), scale };
}

/** The quotient, halves away from zero; `below` is positive. */
function rounded(above: bigint, below: bigint): bigint {
  const half = above < 0n ? -below : below;
  return (2n * above + half) / (2n * below);
}

function isSamePrice(part: Decimal, whole: Decimal): boolean {
  const share = { units: SAME_PRICE_MILLI, scale: 3 };
  return compareDecimals(absDecimal(part), multiplyDecimals(whole, share)) <= 0;
}

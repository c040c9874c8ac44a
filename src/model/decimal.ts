/**
 * Exact decimal numbers. Money and volumes never touch binary floating point on their way from
 * the wire to the screen: `0.1 + 0.2` is not a sum that an invoice may show.
 */

/** Exact decimal number: value = units × 10^-scale. The scale of a parsed number is 0 to 40. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** 0, at scale 0. */
export const ZERO: Decimal = { units: 0n, scale: 0 };

/** Beyond these a text is an attack or a mistake, never an amount. */
const MAX_EXPONENT = 40;
const MAX_SCALE = 40;
const MAX_DIGITS = 60;

/** A binary double keeps any decimal of this many significant digits, and no more. */
const DOUBLE_DIGITS = 15;

/** JSON's number grammar, plus a leading '+' and the comma as decimal sign. */
const NUMERAL = /^([+-]?)(0|[1-9]\d*)(?:[.,](\d+))?(?:e([+-]?\d+))?$/i;

function rescale(d: Decimal, scale: number): bigint {
  return d.scale === scale ? d.units : d.units * 10n ** BigInt(scale - d.scale);
}

/**
 * Reads JSON's number grammar, plus a leading '+', a comma as decimal sign ('354,10', never a
 * thousands separator) and surrounding spaces.
 *
 * @returns null for anything else: NaN, Infinity, 0x10, 1_000, digits of other scripts, an
 *   exponent beyond ±40, more than 60 digits or more than 40 decimals. '-0' is 0.
 */
export function parseDecimal(text: string): Decimal | null {
  const match = NUMERAL.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = 0] = match;
  const digits = whole + fraction;
  const scale = fraction.length - Number(exponent);
  // Below -40, the scale is beyond its limit, too.
  if (digits.length > MAX_DIGITS || Number(exponent) > MAX_EXPONENT) return null;
  if (scale > MAX_SCALE) return null;
  const zeros = '0'.repeat(Math.max(0, -scale));
  return { units: BigInt(sign + digits + zeros), scale: Math.max(0, scale) };
}

/**
 * Takes a JSON value: a string, or a finite number that is exact as a decimal.
 *
 * A double of more than 15 significant digits may already have lost its last ones, so it is
 * refused; the API's JSON reader hands such numerals over as strings of their source text.
 */
export function toDecimal(value: unknown): Decimal | null {
  if (typeof value === 'string') return parseDecimal(value);
  if (typeof value !== 'number') return null;
  const text = String(value);
  const significant = text.replace(/e.*|\D/g, '').replace(/^0+|0+$/g, '');
  return significant.length > DOUBLE_DIGITS ? null : parseDecimal(text);
}

/** Products of two parsed numbers have at most this; a wilder scale would stall the sums. */
const MAX_PRODUCT_SCALE = 2 * MAX_SCALE;

/** Whether a value is such a number: for what a host hands over without a type checker. */
export function isDecimal(value: unknown): value is Decimal {
  const { units, scale = -1 } = Object(value) as Partial<Decimal>;
  return (
    typeof units === 'bigint' && Number.isInteger(scale) && scale >= 0 && scale <= MAX_PRODUCT_SCALE
  );
}

/**
 * '1284.35', '-0.5', '0': a plain ASCII numeral with a point, never an exponent, never '-0'.
 * Keeps the zeros that the scale holds: '354.10' stays '354.10'.
 */
export function decimalToString(d: Decimal): string {
  const digits = String(d.units).replace(/\d+/, (all) => all.padStart(d.scale + 1, '0'));
  return d.scale ? `${digits.slice(0, -d.scale)}.${digits.slice(-d.scale)}` : digits;
}

/** The sum, at the finer of the two scales. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescale(a, scale) + rescale(b, scale), scale };
}

/** a − b, at the finer of the two scales. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, negateDecimal(b));
}

/** The product; its scale is the sum of both, so it may pass 40. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

export function negateDecimal(d: Decimal): Decimal {
  return { units: -d.units, scale: d.scale };
}

export function absDecimal(d: Decimal): Decimal {
  return isNegative(d) ? negateDecimal(d) : d;
}

/** Order by value: 1.5 and 1.50 are equal. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { units } = subtractDecimals(a, b);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

export function isZero(d: Decimal): boolean {
  return d.units === 0n;
}

export function isNegative(d: Decimal): boolean {
  return d.units < 0n;
}

/** The same value without trailing zeros after the point: 1.500 becomes 1.5. */
export function trimDecimal(d: Decimal): Decimal {
  let { units, scale } = d;
  for (; scale > 0 && units % 10n === 0n; scale--) units /= 10n;
  return { units, scale };
}

/**
 * The value × 10^shift as the nearest double, so that order is kept where doubles differ. For
 * pixels and sort keys only, never for text.
 */
export function approximate(d: Decimal, shift = 0): number {
  return Number(`${d.units}e${shift - d.scale}`);
}

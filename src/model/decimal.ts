/**
 * Exact decimal numbers. Money and volumes never touch binary floating point on their way from
 * the wire to the screen: `0.1 + 0.2` is not a sum that an invoice may show.
 */

/** Exact decimal number: value = units × 10^-scale. The scale of a parsed number is 0 to 40. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = Object.freeze({ units: 0n, scale: 0 });

/** Beyond these a text is an attack or a mistake, never an amount. */
const MAX_EXPONENT = 40;
const MAX_SCALE = 40;
const MAX_DIGITS = 60;
/** Sign, digits, decimal sign and exponent; longer texts are refused before any matching. */
const MAX_LENGTH = MAX_DIGITS + 8;

/** A binary double keeps any decimal of this many significant digits, and no more. */
const DOUBLE_DIGITS = 15;

/** JSON's number grammar, plus a leading '+' and the comma as decimal sign. */
const NUMERAL = /^([+-]?)(0|[1-9][0-9]*)(?:[.,]([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;

/** Powers of ten are needed at every addition of unlike scales; filled as they are asked for. */
const powers: bigint[] = [1n];

function powerOfTen(exponent: number): bigint {
  for (let next = powers.length; next <= exponent; next++) powers.push(10n ** BigInt(next));
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

function rescale(d: Decimal, scale: number): bigint {
  return d.scale === scale ? d.units : d.units * powerOfTen(scale - d.scale);
}

/**
 * Reads JSON's number grammar, plus a leading '+', a comma as decimal sign ('354,10', never a
 * thousands separator) and surrounding spaces.
 *
 * @returns null for anything else: NaN, Infinity, 0x10, 1_000, digits of other scripts, an
 *   exponent beyond ±40, more than 60 digits or more than 40 decimals. '-0' is 0.
 */
export function parseDecimal(text: string): Decimal | null {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return null;
  const match = NUMERAL.exec(trimmed);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > MAX_EXPONENT || whole.length + fraction.length > MAX_DIGITS) return null;
  const digits = BigInt(whole + fraction);
  const units = sign === '-' ? -digits : digits;
  const scale = fraction.length - exponent;
  if (scale > MAX_SCALE) return null;
  return scale >= 0 ? { units, scale } : { units: units * powerOfTen(-scale), scale: 0 };
}

/**
 * Takes a JSON value: a string, or a finite number that is exact as a decimal.
 *
 * A double of more than 15 significant digits may already have lost its last ones, so it is
 * refused; the API's JSON reader hands such numerals over as strings of their source text.
 */
export function toDecimal(value: unknown): Decimal | null {
  if (typeof value === 'string') return parseDecimal(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const text = String(value);
  return significantDigits(text) <= DOUBLE_DIGITS ? parseDecimal(text) : null;
}

function significantDigits(numeral: string): number {
  const mantissa = numeral.replace(/e.*$/, '').replace(/[-.]/g, '').replace(/^0+/, '');
  return mantissa.replace(/0+$/, '').length;
}

/**
 * '1284.35', '-0.5', '0': a plain ASCII numeral with a point, never an exponent, never '-0'.
 * Keeps the zeros that the scale holds: '354.10' stays '354.10'.
 */
export function decimalToString(d: Decimal): string {
  if (d.scale === 0) return d.units.toString();
  const negative = d.units < 0n;
  const digits = (negative ? -d.units : d.units).toString().padStart(d.scale + 1, '0');
  const point = digits.length - d.scale;
  return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
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
  return d.units < 0n ? negateDecimal(d) : d;
}

/** Order by value: 1.5 and 1.50 are equal. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const left = rescale(a, scale);
  const right = rescale(b, scale);
  return left < right ? -1 : left > right ? 1 : 0;
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
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale--;
  }
  return { units, scale };
}

/** The nearest double. For pixels and sort keys only, never for text. */
export function approximate(d: Decimal): number {
  return Number(`${d.units}e${-d.scale}`);
}

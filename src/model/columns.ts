/** The columns of the usage table for texts and figures: typed cells, no object a row. */
import { CodeColumn } from './code-column.js';
import { approximate, isDecimal, trimDecimal, type Decimal } from './decimal.js';
import { hasNumber } from './number-rules.js';
import { hashOf, PackedTexts, textOf, unitsOf } from './packed-texts.js';
import { RECORD_MARKS } from './usage-record.js';

export type { Codes } from './code-column.js';

/**
 * Texts of which many are alike. Each distinct text is held once, and work on it (sorting,
 * searching, classifying) is done once. Missing and empty are the same: code 0, null.
 */
export class DictionaryColumn extends CodeColumn {
  readonly #canonical: (text: string) => string | null;
  readonly #values = [''];
  /** All but the first, to find the code of a text without making a string of it. */
  readonly #texts = new PackedTexts();
  /** By code, as far as it was asked. */
  readonly #numbered: boolean[] = [];
  #lastCode = 0;

  /** @param canonical the form in which a distinct text is held. */
  constructor(canonical: (text: string) => string | null = (text) => text) {
    super();
    this.#canonical = canonical;
  }

  /** The distinct texts by code. Code 0 stands for missing and reads ''. */
  get values(): readonly string[] {
    return this.#values;
  }

  at(row: number): string | null {
    return this.#values[this.code(row)] || null;
  }

  /** Whether the text of a row has as many digits as a telephone number. */
  isNumbered(row: number): boolean {
    return (this.#numbered[this.code(row)] ??= hasNumber(this.at(row) ?? ''));
  }

  /** A number that follows from the text of a row alone, nearly as often another as the text is. */
  hash(row: number): number {
    return this.#texts.hash(this.code(row) - 1);
  }

  /** The code of the text that UTF-16 units [from, to) make, if any row holds it. */
  codeOfUnits(units: Uint16Array, from: number, to: number): number | undefined {
    if (from === to) return 0;
    // Neighbouring records are often alike: the comparison is cheaper than the look-up.
    if (this.#texts.holds(this.#lastCode - 1, units, from, to)) return this.#lastCode;
    const code = this.#texts.first(hashOf(units, from, to), units, from, to) + 1;
    if (code === 0) return undefined;
    return (this.#lastCode = code);
  }

  /** Writes the value of a row. Returns the mark for one that is no text, or 0. */
  write(row: number, value: unknown): number {
    if (typeof value !== 'string') return RECORD_MARKS.badText;
    // Neighbouring records are often alike, and share the very text.
    if (value === this.#values[this.#lastCode]) this.set(row, this.#lastCode);
    else this.writeUnits(row, unitsOf(value), 0, value.length);
    return 0;
  }

  /** Writes the text that UTF-16 units [from, to) make; a string is made of a new one only. */
  writeUnits(row: number, units: Uint16Array, from: number, to: number): void {
    const code = this.codeOfUnits(units, from, to);
    this.set(row, code ?? this.learn(textOf(units, from, to), units, from, to));
  }

  /** Takes the value of a row over from another column. */
  copy(row: number, from: this, fromRow: number): void {
    this.write(row, from.at(fromRow) ?? '');
  }

  /** The code of the canonical form of a text that no row holds as it is: UTF-16 units [from, to). */
  learn(text: string, units: Uint16Array, from: number, to: number): number {
    const canonical = this.#canonical(text) ?? '';
    if (canonical !== text) {
      units = unitsOf(canonical);
      from = 0;
      to = canonical.length;
      const known = this.codeOfUnits(units, from, to);
      if (known !== undefined) return known;
    }
    this.#texts.add(hashOf(units, from, to), units, from, to);
    return (this.#lastCode = this.#values.push(canonical) - 1);
  }
}

/** A finer scale would leave too few digits before the point; such values go aside. */
const MAX_COLUMN_SCALE = 8;
/** Integers up to this are exact, and so is the sum of two of them. */
export const MAX_SCALED = 2 ** 52;
/** Codes from here on are places among the values held aside. */
const ASIDE = MAX_SCALED + 2;

/** What the code of a decimal stands for, at its column's scale; NaN when missing or held aside. */
export function scaledOf(code: number): number {
  if (code < 0) return code;
  return code === 0 || code >= ASIDE ? NaN : code - 1;
}

/**
 * Exact decimals: integers at one scale common to the column. A value that does not fit is held
 * aside, exact as well; the column never rounds.
 */
export class DecimalColumn extends CodeColumn {
  readonly #mark: number;
  readonly #aside: Decimal[] = [];
  readonly #places = new Map<string, number>();
  #scale = 0;

  /** @param mark what a record gets for a value that can not be taken: a bad volume, or amount. */
  constructor(mark: number = RECORD_MARKS.badAmount) {
    super();
    this.#mark = mark;
  }

  /** The finest scale of the values so far, at most 8. */
  get scale(): number {
    return this.#scale;
  }

  /** How many values are held aside; as long as there is none, codes are in the order of values. */
  get aside(): number {
    return this.#aside.length;
  }

  /** Value × 10^scale as an exact integer; NaN when missing or held aside. */
  scaled(row: number): number {
    return scaledOf(this.code(row));
  }

  /** The value, at the column's scale ('354.10' may read '354.1000'); null when missing. */
  at(row: number): Decimal | null {
    const scaled = this.scaled(row);
    if (!Number.isNaN(scaled)) return { units: BigInt(scaled), scale: this.#scale };
    return this.#aside[this.code(row) - ASIDE] ?? null;
  }

  /** Value × 10^scale as the nearest double, for order only; NaN when missing. */
  key(row: number): number {
    const scaled = this.scaled(row);
    const aside = Number.isNaN(scaled) && this.at(row);
    return aside ? approximate(aside, this.#scale) : scaled;
  }

  /**
   * Writes the value of a row. Returns the mark for one that can not be taken, or 0. A volume below
   * zero is none: reversals carry their sign in the amount.
   */
  write(row: number, value: unknown): number {
    if (!isDecimal(value)) return this.#mark;
    // Zeros after the point are dropped only where it helps: '354.10' keeps its two decimals.
    const decimal = value.scale > MAX_COLUMN_SCALE ? trimDecimal(value) : value;
    return this.writeScaled(row, Number(decimal.units), decimal.scale, decimal);
  }

  /**
   * Writes units × 10^-scale as the value of a row, both exact integers: |units| below 2^53, scale
   * up to 8. Returns the mark for what can not be taken, or 0.
   *
   * @param exact the value itself, where these may be rounded.
   */
  writeScaled(row: number, units: number, scale: number, exact?: Decimal): number {
    if (units < 0 && this.#mark === RECORD_MARKS.badVolume) return this.#mark;
    this.#refine(scale);
    const code = this.#encode(units, scale);
    this.set(row, code || this.#setAside(exact ?? { units: BigInt(units), scale }));
    return 0;
  }

  /** Takes the value of a row over from another column, into an empty row, and its scale. */
  copy(row: number, from: this, fromRow: number): void {
    this.#refine(from.scale);
    const scaled = from.scaled(fromRow);
    if (Number.isNaN(scaled)) this.write(row, from.at(fromRow));
    else this.writeScaled(row, scaled, from.scale);
  }

  /** The code of a value, 0 if it has to be held aside. */
  #encode(units: number, scale: number): number {
    const scaled = scale === this.#scale ? units : units * 10 ** (this.#scale - scale);
    if (scale > this.#scale || Math.abs(scaled) > MAX_SCALED) return 0;
    // 0 stands for missing.
    return scaled < 0 ? scaled : scaled + 1;
  }

  /** One code for each value, so that equal codes are equal values here, too. */
  #setAside(value: Decimal): number {
    const { units, scale } = trimDecimal(value);
    const name = `${units}e${scale}`;
    const place = this.#places.get(name) ?? this.#aside.push({ units, scale }) - 1;
    this.#places.set(name, place);
    return ASIDE + place;
  }

  #refine(scale: number): void {
    const coarser = this.#scale;
    if (scale <= coarser || scale > MAX_COLUMN_SCALE) return;
    this.#scale = scale;
    for (let row = 0; row < this.codes.length; row++) {
      const scaled = this.scaled(row);
      // NaN is missing or aside already, and 0 reads alike at every scale.
      if (scaled) this.writeScaled(row, scaled, coarser);
    }
  }
}

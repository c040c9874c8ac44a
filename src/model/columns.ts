/** The columns of the usage table: typed cells, one kind of value each, no object a row. */
import { approximate, isDecimal, isNegative, trimDecimal, type Decimal } from './decimal.js';
import { isWallTime, QUARTER_MS, TIME_PRECISIONS, type WallTime } from './time.js';
import { RECORD_MARKS } from './usage-record.js';

const WIDTHS = [Int8Array, Int16Array, Int32Array, Float64Array] as const;
export type Codes = InstanceType<(typeof WIDTHS)[number]>;

const FIRST_CAPACITY = 64;
/** A quarter more: little slack, and still a constant number of copies a row. */
const GROWTH = 1.25;

/**
 * Codes by row: safe integers that stand for the values of a column, 0 for a missing one. The
 * cells start as bytes and widen when a code asks for it, so that a million records cost a few
 * bytes a cell, and a field that no record fills costs nothing.
 */
export class CodeColumn {
  #codes: Codes = new Int8Array(0);

  /** By row, as far as any was written; read-only, stale after the next one. */
  get codes(): Codes {
    return this.#codes;
  }

  code(row: number): number {
    return this.#codes[row] ?? 0;
  }

  set(row: number, code: number): void {
    const codes = this.#codes;
    // A cell that was never written reads 0 without memory.
    if (code === 0 && row >= codes.length) return;
    codes[row] = code;
    // A cell that is not there, or is too narrow, does not give back what was written.
    if (codes[row] !== code) this.#codes = grow(codes, row, code);
  }
}

function grow(codes: Codes, row: number, code: number): Codes {
  const { BYTES_PER_ELEMENT: width, length } = codes;
  const Wider =
    WIDTHS.find((Each) => Each.BYTES_PER_ELEMENT >= width && Each.of(code)[0] === code) ??
    Float64Array;
  const isLonger = row >= length;
  const wider = new Wider(isLonger ? Math.max(FIRST_CAPACITY, Math.ceil(row * GROWTH)) : length);
  wider.set(codes);
  wider[row] = code;
  return wider;
}

/**
 * Texts of which many are alike. Each distinct text is held once, and work on it (sorting,
 * searching, classifying) is done once. Missing and empty are the same: code 0, null.
 */
export class DictionaryColumn extends CodeColumn {
  readonly #canonical: (text: string) => string | null;
  readonly #values = [''];
  /** By the text as it came and by its canonical form. */
  readonly #known = new Map([['', 0]]);
  #lastText = '';
  #lastCode: number | undefined = 0;

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

  /** The code of a text, if any row holds it. */
  codeOf(text: string): number | undefined {
    // Neighbouring records are often alike: the comparison is cheaper than the look-up.
    if (text !== this.#lastText) {
      this.#lastText = text;
      this.#lastCode = this.#known.get(text);
    }
    return this.#lastCode;
  }

  /** Writes the value of a row that has none yet. Returns the mark for one that is no text, or 0. */
  write(row: number, value: unknown): number {
    if (typeof value !== 'string') return RECORD_MARKS.badText;
    this.set(row, this.codeOf(value) ?? this.#learn(value));
    return 0;
  }

  #learn(text: string): number {
    const canonical = this.#canonical(text) ?? '';
    const code = this.#known.get(canonical) ?? this.#values.push(canonical) - 1;
    this.#known.set(canonical, code).set(text, code);
    this.#lastCode = code;
    return code;
  }
}

/** A finer scale would leave too few digits before the point; such values go aside. */
const MAX_SCALE = 8;
/** Integers up to this are exact, and so is the sum of two of them. */
export const MAX_SCALED = 2 ** 52;
/** Codes from here on are places among the values held aside. */
const ASIDE = MAX_SCALED + 2;

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

  isMissing(row: number): boolean {
    return this.code(row) === 0;
  }

  /** Value × 10^scale as an exact integer; NaN when missing or held aside. */
  scaled(row: number): number {
    const code = this.code(row);
    if (code < 0) return code;
    return code === 0 || code >= ASIDE ? NaN : code - 1;
  }

  /** The value, at the column's scale ('354.10' may read '354.1000'); null when missing. */
  at(row: number): Decimal | null {
    const scaled = this.scaled(row);
    if (Number.isNaN(scaled)) return this.#asideAt(row);
    return { units: BigInt(scaled), scale: this.#scale };
  }

  /** Value × 10^scale as the nearest double, for order only; NaN when missing. */
  key(row: number): number {
    const scaled = this.scaled(row);
    const aside = Number.isNaN(scaled) && this.#asideAt(row);
    return aside ? approximate(aside, this.#scale) : scaled;
  }

  #asideAt(row: number): Decimal | null {
    return this.isMissing(row) ? null : (this.#aside[this.code(row) - ASIDE] ?? null);
  }

  /**
   * Writes the value of a row that has none yet. Returns the mark for one that can not be taken, or
   * 0. A volume below zero is none: reversals carry their sign in the amount.
   */
  write(row: number, value: unknown): number {
    const isVolume = this.#mark === RECORD_MARKS.badVolume;
    if (!isDecimal(value) || (isVolume && isNegative(value))) return this.#mark;
    // Zeros after the point are dropped only where it helps: '354.10' keeps its two decimals.
    const decimal = value.scale > MAX_SCALE ? trimDecimal(value) : value;
    if (decimal.scale > this.#scale && decimal.scale <= MAX_SCALE) this.#refine(decimal.scale);
    this.set(row, this.#encode(decimal));
    return 0;
  }

  #encode(value: Decimal): number {
    const scaled = Number(value.units) * 10 ** (this.#scale - value.scale);
    if (value.scale > this.#scale || Math.abs(scaled) > MAX_SCALED) return this.#setAside(value);
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
    this.#scale = scale;
    for (let row = 0; row < this.codes.length; row++) {
      const scaled = this.scaled(row);
      if (scaled) this.set(row, this.#encode({ units: BigInt(scaled), scale: coarser }));
    }
  }
}

/** Room for zone × precision beside the wall ms; a multiple of the precisions, below 2^53 in all. */
const DETAILS = 384;
/** Zones lie within ±15 hours of UTC, a whole number of quarters: with this, none of them is 0. */
const ZONE_BASE = 64;

/** Wall-clock times with the precision and the offset that the text stated, in one number each. */
export class TimeColumn extends CodeColumn {
  /** Wall ms; NaN = missing. */
  at(row: number): number {
    return Math.floor(this.key(row) / DETAILS);
  }

  time(row: number): WallTime | null {
    const key = this.key(row);
    if (Number.isNaN(key)) return null;
    const wall = this.at(row);
    const zone = Math.floor((key % DETAILS) / TIME_PRECISIONS.length);
    const precision = TIME_PRECISIONS[key % TIME_PRECISIONS.length] ?? 'second';
    return { wall, precision, instant: zone ? wall + (zone - ZONE_BASE) * QUARTER_MS : null };
  }

  /**
   * Order of wall time; of two records at the same 02:30 in October, the one that happened first
   * comes first, if their texts had offsets. An exact integer, NaN = missing.
   */
  key(row: number): number {
    return (this.code(row) || NaN) - 1;
  }

  /** Writes the value of a row that has none yet. Returns the mark for one that is no time, or 0. */
  write(row: number, value: unknown): number {
    if (!isWallTime(value)) return RECORD_MARKS.badTime;
    const { wall, precision, instant } = value;
    const zone = instant === null ? 0 : ZONE_BASE - Math.round((wall - instant) / QUARTER_MS);
    const details = zone * TIME_PRECISIONS.length + TIME_PRECISIONS.indexOf(precision);
    // 0 stands for missing.
    this.set(row, wall * DETAILS + details + 1);
    return 0;
  }
}

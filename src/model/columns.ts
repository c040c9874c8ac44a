/** The columns of the usage table: one kind of value each, no object a row. */
import { approximate, trimDecimal, type Decimal } from './decimal.js';
import { ExactSum } from './exact-sums.js';
import { TIME_PRECISIONS, type WallTime } from './time.js';
import { CodeVector, NumberVector, type CodeArray } from './vectors.js';

/**
 * Texts of which many are alike. Each distinct text is held once, and work on it (sorting,
 * searching, classifying) is done once. Missing and empty are the same: code 0, null.
 */
export class DictionaryColumn {
  readonly #values: string[] = [''];
  readonly #index = new Map<string, number>();
  readonly #codes = new CodeVector();
  #lastText = '';
  #lastCode = 0;

  get length(): number {
    return this.#codes.length;
  }

  /** The distinct texts by code. Code 0 stands for missing and reads ''. */
  get values(): readonly string[] {
    return this.#values;
  }

  /** Codes by row, longer than `length`; empty while every row is missing. */
  get codes(): CodeArray {
    return this.#codes.cells;
  }

  at(row: number): string | null {
    return this.#values[this.#codes.get(row)] || null;
  }

  code(row: number): number {
    return this.#codes.get(row);
  }

  /** The code of a text, if any row holds it; 0 for null. */
  codeOf(text: string | null): number | undefined {
    if (!text) return 0;
    // Neighbouring records are often alike: the comparison is cheaper than the look-up.
    if (text === this.#lastText) return this.#lastCode;
    const code = this.#index.get(text);
    if (code !== undefined) this.#remember(text, code);
    return code;
  }

  append(text: string | null): void {
    this.#codes.push(this.codeOf(text) ?? this.#add(text ?? ''));
  }

  reserve(capacity: number): void {
    this.#codes.reserve(capacity);
  }

  #add(text: string): number {
    const code = this.#values.push(text) - 1;
    this.#index.set(text, code);
    this.#remember(text, code);
    return code;
  }

  #remember(text: string, code: number): void {
    this.#lastText = text;
    this.#lastCode = code;
  }
}

/** A finer scale would leave too few digits before the point; such values go aside. */
const MAX_COLUMN_SCALE = 8;

/**
 * Exact decimals: integers at one scale common to the column, which is exact below 2^53. A value
 * that does not fit is held aside, exact as well; the column never rounds.
 */
export class DecimalColumn {
  readonly #scaled = new NumberVector();
  readonly #aside = new Map<number, Decimal>();
  #scale = 0;

  get length(): number {
    return this.#scaled.length;
  }

  /** The finest scale of the values so far, at most 8. */
  get scale(): number {
    return this.#scale;
  }

  /** How many values are held aside; without any, {@link scaled} tells all. */
  get asideCount(): number {
    return this.#aside.size;
  }

  isAside(row: number): boolean {
    return this.#aside.size > 0 && this.#aside.has(row);
  }

  /** Value × 10^scale as an exact integer; NaN when missing or held aside. */
  scaled(row: number): number {
    return this.#scaled.get(row);
  }

  /** The value, at the column's scale ('354.10' may read '354.1000'); null when missing. */
  at(row: number): Decimal | null {
    const scaled = this.#scaled.get(row);
    if (!Number.isNaN(scaled)) return { units: BigInt(scaled), scale: this.#scale };
    return this.#aside.get(row) ?? null;
  }

  isMissing(row: number): boolean {
    return Number.isNaN(this.#scaled.get(row)) && !this.isAside(row);
  }

  /** Value × 10^scale as the nearest double, for order only; NaN when missing. */
  key(row: number): number {
    const scaled = this.#scaled.get(row);
    if (!Number.isNaN(scaled) || this.#aside.size === 0) return scaled;
    const aside = this.#aside.get(row);
    return aside ? approximate({ units: aside.units, scale: aside.scale - this.#scale }) : NaN;
  }

  append(value: Decimal | null): void {
    const row = this.#scaled.length;
    const scaled = value ? this.#toScaled(value) : NaN;
    if (value && Number.isNaN(scaled)) this.#aside.set(row, value);
    this.#scaled.push(scaled);
  }

  /** Sum of the given rows, of all if null. */
  sum(rows: ArrayLike<number> | null): { amount: Decimal; missing: number } {
    const sum = new ExactSum();
    const count = rows ? rows.length : this.length;
    let missing = 0;
    for (let i = 0; i < count; i++) {
      const row = rows ? (rows[i] ?? -1) : i;
      if (this.isMissing(row)) missing++;
      else this.addTo(sum, row);
    }
    return { amount: sum.at(this.#scale), missing };
  }

  /** Adds a row's value to a sum that is kept at this column's scale; missing adds nothing. */
  addTo(sum: ExactSum, row: number): void {
    const scaled = this.#scaled.get(row);
    if (!Number.isNaN(scaled)) {
      sum.addScaled(scaled);
    } else if (this.#aside.size > 0) {
      const aside = this.#aside.get(row);
      if (aside) sum.addDecimal(aside);
    }
  }

  reserve(capacity: number): void {
    this.#scaled.reserve(capacity);
  }

  /** The integer at the column's scale, refined if need be; NaN if it can not be exact. */
  #toScaled(value: Decimal): number {
    const trimmed = value.scale > this.#scale ? coarsen(value) : value;
    const units = Number(trimmed.units);
    if (!Number.isSafeInteger(units) || trimmed.scale > MAX_COLUMN_SCALE) return NaN;
    if (trimmed.scale > this.#scale) this.#refine(trimmed.scale);
    const scaled = units * 10 ** (this.#scale - trimmed.scale);
    return Number.isSafeInteger(scaled) ? scaled : NaN;
  }

  #refine(scale: number): void {
    const factor = 10 ** (scale - this.#scale);
    const oldScale = this.#scale;
    this.#scaled.transform((scaled, row) => {
      const finer = scaled * factor;
      if (Number.isSafeInteger(finer)) return finer;
      this.#aside.set(row, { units: BigInt(scaled), scale: oldScale });
      return NaN;
    });
    this.#scale = scale;
  }
}

/**
 * Zeros after the point are dropped only if the value would not fit otherwise: '354.10' keeps its
 * two decimals, '1.500000000000' does not ask for twelve.
 */
function coarsen(value: Decimal): Decimal {
  const fits = value.scale <= MAX_COLUMN_SCALE && Number.isSafeInteger(Number(value.units));
  return fits ? value : trimDecimal(value);
}

const NO_SHIFT = 0;
/** Offsets lie within ±14 hours, 840 minutes: with this added, none of them is zero. */
const SHIFT_BASE = 1024;

/** Wall-clock times with the precision and the offset that the text stated. */
export class TimeColumn {
  readonly #walls = new NumberVector();
  readonly #precisions = new CodeVector();
  /** Minutes between wall time and UTC, plus a base; 0 = no offset stated. */
  readonly #shifts = new CodeVector();
  #hasShifts = false;

  get length(): number {
    return this.#walls.length;
  }

  /** Wall ms; NaN = missing. */
  at(row: number): number {
    return this.#walls.get(row);
  }

  time(row: number): WallTime | null {
    const wall = this.#walls.get(row);
    if (Number.isNaN(wall)) return null;
    const precision = TIME_PRECISIONS[this.#precisions.get(row)] ?? 'second';
    const shift = this.#shifts.get(row);
    const instant = shift === NO_SHIFT ? null : wall - (shift - SHIFT_BASE) * 60_000;
    return { wall, precision, instant };
  }

  /**
   * Order of wall time; of two records at the same 02:30 in October, the one that happened first
   * comes first, if their texts had offsets. An exact integer, NaN = missing.
   */
  key(row: number): number {
    const wall = this.#walls.get(row);
    if (!this.#hasShifts) return wall;
    const shift = this.#shifts.get(row);
    return wall * (2 * SHIFT_BASE) + (shift === NO_SHIFT ? 0 : 2 * SHIFT_BASE - 1 - shift);
  }

  append(time: WallTime | null): void {
    this.#walls.push(time ? time.wall : NaN);
    this.#precisions.push(time ? TIME_PRECISIONS.indexOf(time.precision) : 0);
    this.#shifts.push(this.#shiftOf(time));
  }

  reserve(capacity: number): void {
    this.#walls.reserve(capacity);
    this.#precisions.reserve(capacity);
    this.#shifts.reserve(capacity);
  }

  #shiftOf(time: WallTime | null): number {
    if (time?.instant == null) return NO_SHIFT;
    this.#hasShifts = true;
    return Math.round((time.wall - time.instant) / 60_000) + SHIFT_BASE;
  }
}

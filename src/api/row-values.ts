/**
 * The values of a row, judged one by one: what cannot be taken without loss or guess becomes missing
 * and leaves a mark on the record and a warning in the answer.
 */
import type { DecimalColumn } from '../model/columns.js';
import { isNegative, toDecimal } from '../model/decimal.js';
import { isBefore, parseTime, TIME_PRECISIONS, type WallTime } from '../model/time.js';
import { RECORD_MARKS } from '../model/usage-record.js';
import type { Findings } from './findings.js';
import { NUMBER, OTHER, TEXT } from './json-reader.js';
import type { RowIndex, Value, Values } from './row-index.js';

const { badText, badTime, badVolume } = RECORD_MARKS;

/** Longer text is cut: nobody reads it, and a 1 MB word would freeze every measuring of a row. */
const MAX_TEXT_LENGTH = 2_000;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Stands for half a surrogate pair, and for bytes that were no UTF-8. */
const LOST = '\uFFFD';

const CLOCK = /^\d{2}:\d{2}/;
const DAY_AND_CLOCK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const DAY_LENGTH = 10;
const DAY_MS = 86_400_000;
const COLON = 0x3a;
/** A finer number goes the long way. */
const MAX_SCALE = 8;

export class RowValues {
  /** RECORD_MARKS of the row so far. */
  marks = 0;
  /** The last text, in the `units` of the row's reader. */
  from = 0;
  to = 0;
  /** The last time: wall ms, the place of its precision, epoch ms or NaN. */
  wall = NaN;
  precision = 0;
  instant = NaN;

  readonly #timeZone: string;
  readonly #findings: Findings;
  #index!: RowIndex;
  /** The last day that was read, as it is written, and its wall ms. */
  #lastDay = new Uint16Array(0);
  #lastDayWall = NaN;
  /** The start of the row: no object for each. */
  #hasStart = false;
  #startWall = NaN;
  #startPrecision = 0;
  #startInstant = NaN;

  constructor(timeZone: string, findings: Findings) {
    this.#timeZone = timeZone;
    this.#findings = findings;
  }

  /** Begins a row. */
  begin(index: RowIndex): void {
    this.#index = index;
    this.marks = 0;
    this.#hasStart = false;
  }

  /** Leaves a warning and, where one is given, a mark. */
  bad(mark = 0): false {
    this.marks |= mark;
    this.#findings.warn('bad-value');
    return false;
  }

  /**
   * Text without outer spaces; false where there is none. Controls and bidi marks stay: they are data,
   * and the page isolates them. An object, list or boolean is never text.
   */
  text(value: Value): boolean {
    const index = this.#index;
    if (value.kind === NUMBER) {
      this.#findings.warn('coerced');
      value = index.put(String(index.plain(value)));
    }
    if (value.kind !== TEXT) {
      this.to = this.from;
      return value.kind === OTHER && this.bad(badText);
    }
    if (index.json.isOdd || value.end - value.start > MAX_TEXT_LENGTH) {
      const given = index.textOf(value);
      const text = given.slice(0, MAX_TEXT_LENGTH).replace(LONE_SURROGATE, LOST);
      if (given.length > MAX_TEXT_LENGTH || text.includes(LOST)) this.bad(badText);
      value = index.put(text);
    }
    return this.trim(value.start, value.end);
  }

  /** Takes a text as it is, but for outer spaces. */
  trim(from: number, to: number): boolean {
    const { units } = this.#index.json;
    while (from < to && isSpace(units[from] ?? 0)) from++;
    while (from < to && isSpace(units[to - 1] ?? 0)) to--;
    this.from = from;
    this.to = to;
    return from < to;
  }

  /**
   * Writes a number, or a text that is one. A negative volume is none: reversals carry their sign in
   * the amount.
   *
   * @param plain the number where it is in an object
   */
  decimal(
    column: DecimalColumn | undefined,
    row: number,
    value: Value,
    mark: number,
    plain?: unknown,
  ): boolean {
    const { kind, numeral, end } = value;
    if (kind === NUMBER && end <= MAX_SCALE) {
      if (numeral < 0 && mark === badVolume) return this.bad(mark);
      // Minus zero is zero.
      column?.writeScaled(row, numeral + 0, end);
      return true;
    }
    const given = plain ?? this.#index.plain(value);
    const decimal = toDecimal(given);
    if (!decimal || (mark === badVolume && isNegative(decimal))) return this.bad(mark);
    if (isText(given)) this.#findings.warn('coerced');
    column?.write(row, decimal);
    return true;
  }

  /** Reads a time. */
  time({ kind, start, end }: Value): boolean {
    return kind === TEXT ? this.#time(start, end) : this.bad(badTime);
  }

  /** The start: day and time of day are put together where they came in two members. */
  joinStart(start: Value, days: Values | undefined, clocks: Values | undefined): Value {
    const index = this.#index;
    const isDay = start.end - start.start === DAY_LENGTH;
    // For the speed of all others.
    if (start.kind !== TEXT || !(isDay || index.json.units[start.start + 2] === COLON))
      return start;
    let day = start;
    let clock = start;
    if (CLOCK.test(index.textOf(start))) day = index.find(days);
    else clock = index.find(clocks);
    const text = `${index.textOf(day)}T${index.textOf(clock)}`;
    return DAY_AND_CLOCK.test(text) ? index.put(text) : start;
  }

  /** Reads the start of a row. */
  start(value: Value): boolean {
    const isTime = this.time(value);
    this.#hasStart = isTime;
    this.#startWall = this.wall;
    this.#startPrecision = this.precision;
    this.#startInstant = this.instant;
    return isTime;
  }

  /** Reads the end of a row; one before its start is none. */
  end(value: Value): boolean {
    if (!this.time(value)) return false;
    if (!this.#hasStart) return true;
    const start = wallTime(this.#startWall, this.#startPrecision, this.#startInstant);
    const end = wallTime(this.wall, this.precision, this.instant);
    return isBefore(end, start) ? this.bad(badTime) : true;
  }

  /** Reads a currency: three letters, put in capitals; what else there is, is junk. */
  currency({ kind, start, end }: Value): boolean {
    const { units } = this.#index.json;
    let isCode = kind === TEXT && this.trim(start, end) && this.to - this.from === 3;
    for (let i = this.from; isCode && i < this.to; i++) {
      const letter = (units[i] ?? 0) | 0x20;
      isCode = letter > 0x60 && letter < 0x7b;
      units[i] = letter & ~0x20;
    }
    return isCode || this.bad();
  }

  /** Most times are of the same day as the one before, and without decimals and offset. */
  #time(from: number, to: number): boolean {
    const { units } = this.#index.json;
    const clock = from + DAY_LENGTH;
    let ms = -1;
    if (this.#isLastDay(units, from)) {
      if (to === clock) ms = 0;
      // 'T' or a blank; NaN is below nothing.
      else if ((units[clock] === 0x54 || units[clock] === 0x20) && units[clock + 3] === COLON) {
        const hours = twoDigits(units, clock + 1);
        const minutes = twoDigits(units, clock + 4);
        const hasSeconds = to === clock + 9 && units[clock + 6] === COLON;
        const seconds = hasSeconds ? twoDigits(units, clock + 7) : to === clock + 6 ? 0 : NaN;
        if (hours < 24 && minutes < 60 && seconds < 60) {
          ms = ((hours * 60 + minutes) * 60 + seconds) * 1_000;
        }
      }
    }
    if (ms < 0) return this.#otherTime(from, to);
    this.wall = this.#lastDayWall + ms;
    this.precision = to === clock ? 0 : to === clock + 6 ? 1 : 2;
    this.instant = NaN;
    return true;
  }

  #otherTime(from: number, to: number): boolean {
    const { json } = this.#index;
    const time = parseTime(json.text(from, to), this.#timeZone);
    if (!time) return this.bad(badTime);
    const { wall, precision, instant } = time;
    this.wall = wall;
    this.precision = TIME_PRECISIONS.indexOf(precision);
    this.instant = instant ?? NaN;
    if (instant === null) {
      this.#lastDay = json.units.slice(from, from + DAY_LENGTH);
      this.#lastDayWall = wall - (wall % DAY_MS);
    }
    return true;
  }

  #isLastDay(units: Uint16Array, from: number): boolean {
    const day = this.#lastDay;
    // The day of the month tells most of them apart.
    for (let i = day.length - 1; i >= 0; i--) if (units[from + i] !== day[i]) return false;
    return day.length > 0;
  }
}

function wallTime(wall: number, place: number, instant: number): WallTime {
  const precision = TIME_PRECISIONS[place] ?? 'second';
  return { wall, precision, instant: Number.isNaN(instant) ? null : instant };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Anything that `trim` takes away; the first test is for the speed of all others. */
function isSpace(unit: number): boolean {
  return (unit < 0x21 || unit > 0x9f) && !String.fromCharCode(unit).trim();
}

/** NaN for what are no digits. */
function twoDigits(units: Uint16Array, at: number): number {
  const tens = (units[at] ?? 0) - 0x30;
  const ones = (units[at + 1] ?? 0) - 0x30;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : NaN;
}

/**
 * The values of a row, judged one by one and written into their columns: what cannot be taken without
 * loss or guess becomes missing and leaves a warning in the answer and, where there is one for it, a mark on
 * the record.
 */
import { DictionaryColumn, type DecimalColumn } from '../model/columns.js';
import { toDecimal } from '../model/decimal.js';
import type { TimeColumn } from '../model/time-column.js';
import { DAY_MS, parseTime } from '../model/time.js';
import { RECORD_MARKS } from '../model/usage-record.js';
import type { Findings } from './findings.js';
import type { JsonReader } from './json-reader.js';
import { NUMBER, OTHER, TEXT, Value } from './json-values.js';
import { ABSENT } from './row-index.js';

const { badText, badTime } = RECORD_MARKS;

/** Longer text is cut: nobody reads it, and a 1 MB word would freeze every measuring of a row. */
const MAX_TEXT_LENGTH = 2_000;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Stands for half a surrogate pair, and for bytes that were no UTF-8. */
const LOST = '\uFFFD';

export const CURRENCY_CODE = /^\s*[a-z]{3}\s*$/i;
const DAY_AND_CLOCK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const DAY_LENGTH = 10;
const MINUTE_LENGTH = 'Thh:mm'.length;
const SECOND_LENGTH = 'Thh:mm:ss'.length;
const COLON = 0x3a;
const CAPITAL_T = 0x54;
const BLANK = 0x20;

export class RowValues {
  /** RECORD_MARKS of the row so far. */
  marks = 0;

  readonly #timeZone: string;
  readonly #findings: Findings;
  #json!: JsonReader;
  /** The days that were read, and by their codes the wall ms of each. */
  readonly #days = new DictionaryColumn();
  readonly #walls: number[] = [];

  constructor(timeZone: string, findings: Findings) {
    this.#timeZone = timeZone;
    this.#findings = findings;
  }

  /** Begins a row. */
  begin(json: JsonReader): void {
    this.#json = json;
    this.marks = 0;
  }

  /** Leaves a warning and, where one is given, a mark. */
  bad(mark = 0): false {
    this.marks |= mark;
    this.#findings.warn('bad-value');
    return false;
  }

  /**
   * A value as text without outer spaces, which is empty where it is none. Controls and bidi marks stay:
   * they are data, and the page isolates them. An object, list or boolean is never text.
   */
  text(value: Value): Value {
    const json = this.#json;
    if (value.kind === NUMBER) {
      this.#findings.warn('coerced');
      value = json.make(new Value(), String(json.plain(value)));
    }
    if (value.kind !== TEXT) {
      if (value.kind === OTHER) this.bad(badText);
      return ABSENT;
    }
    if (json.isOdd || value.to - value.from > MAX_TEXT_LENGTH) {
      const given = json.text(value);
      const text = given.slice(0, MAX_TEXT_LENGTH).replace(LONE_SURROGATE, LOST);
      if (given.length > MAX_TEXT_LENGTH || text.includes(LOST)) this.bad(badText);
      value = json.make(new Value(), text);
    }
    const { units } = json;
    while (value.from < value.to && isSpace(units[value.from] ?? 0)) value.from++;
    while (value.from < value.to && isSpace(units[value.to - 1] ?? 0)) value.to--;
    return value;
  }

  /** Writes a text. */
  writeText(column: DictionaryColumn, row: number, value: Value): void {
    const { from, to } = this.text(value);
    column.writeUnits(row, this.#json.units, from, to);
  }

  /**
   * Writes a number, or a text that is one.
   *
   * @param mark the one that it may leave where it cannot be taken
   * @param given the number where it is in an object
   */
  writeDecimal(
    column: DecimalColumn,
    row: number,
    value: Value,
    mark: number,
    given?: unknown,
  ): boolean {
    const isNumber = value.kind === NUMBER;
    if (!isNumber) given ??= this.#json.plain(value);
    const fault = isNumber
      ? column.writeScaled(row, value.digits, value.scale)
      : column.write(row, toDecimal(given));
    if (fault) return this.bad(fault & mark);
    if (typeof given === 'string') this.#findings.warn('coerced');
    return true;
  }

  /** Writes a currency: three letters, put in capitals by the column; what else there is, is junk. */
  writeCurrency(column: DictionaryColumn, row: number, value: Value): void {
    const { units } = this.#json;
    const { kind, from, to } = value;
    // What was taken before is one.
    const isCurrency =
      kind === TEXT &&
      (column.codeOfUnits(units, from, to) || CURRENCY_CODE.test(this.#json.text(value)));
    if (isCurrency) column.writeUnits(row, units, from, to);
    else this.bad();
  }

  /** Writes a time. Most are of a day that was read before, and without decimals and offset. */
  writeTime(column: TimeColumn, row: number, value: Value): boolean {
    const { kind, from, to } = value;
    if (kind !== TEXT) return this.bad(badTime);
    const { units } = this.#json;
    const clock = from + DAY_LENGTH;
    const day = clock > to ? undefined : this.#days.codeOfUnits(units, from, clock);
    const ms = clockMs(units, clock, to);
    if (day && ms >= 0) {
      const precision = to - clock === SECOND_LENGTH ? 2 : 1;
      column.writeTime(row, (this.#walls[day] ?? 0) + ms, precision, NaN);
      return true;
    }
    const time = parseTime(this.#json.text(value), this.#timeZone);
    if (!time) return this.bad(badTime);
    column.write(row, time);
    if (time.instant === null) {
      this.#days.writeUnits(0, units, from, clock);
      this.#walls[this.#days.code(0)] = time.wall - (time.wall % DAY_MS);
    }
    return true;
  }

  /** The start: day and time of day are put together where they came in two members. */
  joinStart(start: Value, day: Value, clock: Value): Value {
    const json = this.#json;
    // For the speed of all others.
    if (json.units[start.from + 2] === COLON) clock = start;
    else if (start.to - start.from === DAY_LENGTH) day = start;
    else return start;
    const text = `${json.text(day)}T${json.text(clock)}`;
    return DAY_AND_CLOCK.test(text) ? json.make(new Value(), text) : start;
  }
}

/** Anything that `trim` takes away; the first test is for the speed of all others. */
function isSpace(unit: number): boolean {
  return (unit < 0x21 || unit > 0x9f) && !String.fromCharCode(unit).trim();
}

/** The ms of 'Thh:mm' or 'Thh:mm:ss', where a blank may stand for T; NaN of anything else. */
function clockMs(units: Uint16Array, from: number, to: number): number {
  const length = to - from;
  if (length !== MINUTE_LENGTH && length !== SECOND_LENGTH) return NaN;
  const isLed = units[from] === CAPITAL_T || units[from] === BLANK;
  let clock = isLed ? 0 : NaN;
  for (let at = from; at < to; at += 3) {
    const part = twoDigits(units, at + 1);
    const isPart = part < (at === from ? 24 : 60) && (at === from || units[at] === COLON);
    clock = isPart ? clock * 60 + part : NaN;
  }
  return clock * (length === SECOND_LENGTH ? 1_000 : 60_000);
}

/** NaN for what are no digits. */
function twoDigits(units: Uint16Array, at: number): number {
  const tens = (units[at] ?? 0) - 0x30;
  const ones = (units[at + 1] ?? 0) - 0x30;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : NaN;
}

/**
 * A strict reader of JSON over UTF-8 bytes that may still be arriving: it accepts and refuses what
 * JSON.parse does of the decoded text, and makes no text, number or object that nobody asked for.
 */
import { textOf } from '../model/packed-texts.js';
import {
  BACKSLASH,
  COMMA,
  endOfValue,
  NONE,
  NUMBER,
  OTHER,
  parseExactly,
  QUOTE,
  TEXT,
  Value,
  WORDS,
} from './json-values.js';

/** The bytes ended inside of what was read: no JSON, unless more of them come. */
export const CUT = new SyntaxError();

const EXACT_LENGTH = 15;
/** Room for what is put beside the texts of the bytes. */
const SPARE = 64;

const COLON = 0x3a;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

export class JsonReader {
  /** What came and is not read yet, then a 0, which is nowhere in JSON: no place needs a check for the end. */
  bytes = new Uint8Array(SPARE);
  /** The place that is read next. */
  at = 0;
  end = 0;
  /** Texts as UTF-16: there is room for each of those in the bytes. */
  units = new Uint16Array(SPARE);
  /** How much of `units` holds texts that are still needed. */
  used = 0;
  /** Whether there is a surrogate or a U+FFFD among them. */
  isOdd = false;

  /** For what is made of a value at once. */
  readonly #value = new Value();

  /** Adds bytes; those that were read are let go, and places move by as much. */
  append(bytes: Uint8Array): void {
    const { at, end } = this;
    const rest = this.bytes.subarray(at, end);
    const length = rest.length + bytes.length;
    if (length >= this.bytes.length) {
      this.bytes = new Uint8Array(length * 1.5 + SPARE);
      this.units = new Uint16Array(this.bytes.length);
    }
    this.bytes.set(rest);
    this.bytes.set(bytes, rest.length);
    this.bytes[length] = 0;
    this.at = 0;
    this.end = length;
  }

  /** Begins a value: of texts before it none is needed any more. */
  begin(): void {
    this.used = 0;
    this.isOdd = false;
  }

  /** The next byte that is no white space, still to be taken; 0 at the end. */
  peek(): number {
    const { bytes } = this;
    for (;;) {
      const byte = bytes[this.at] ?? 0;
      const isSpace =
        byte < 0x21 && (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);
      if (!isSpace) return byte;
      this.at++;
    }
  }

  /** Takes a comma unless it is before the first thing; false once the closing bracket was taken. */
  hasMore(isFirst: boolean, close: number): boolean {
    const byte = this.peek();
    const hasMore = byte !== close;
    if (hasMore && isFirst) return true;
    if (hasMore && byte !== COMMA) this.#fail();
    this.at++;
    return hasMore;
  }

  /** The name of a member. */
  name(): string {
    const { used } = this;
    if (this.peek() !== QUOTE) this.#fail();
    this.read(this.#value);
    this.used = used;
    return this.text(this.#value);
  }

  /** Takes these bytes, if they are next. */
  takes(bytes: Uint8Array): boolean {
    const { at } = this;
    for (let i = 0; i < bytes.length; i++) if (this.bytes[at + i] !== bytes[i]) return false;
    this.at = at + bytes.length;
    return true;
  }

  colon(): void {
    this.#take(COLON);
  }

  /** Takes the next value and says what it is. */
  read(value: Value): number {
    const byte = this.peek();
    const isRead = byte === QUOTE ? this.#text(value) : this.#number(value) || this.#word(value);
    return isRead ? value.kind : this.#other(value);
  }

  /** The next value as JSON.parse gives it, long numerals as texts. */
  value(): unknown {
    const { used } = this;
    this.read(this.#value);
    this.used = used;
    return this.plain(this.#value);
  }

  /** A value as JSON.parse gives it. */
  plain(value: Value): unknown {
    if (value.kind === NUMBER) return value.digits / 10 ** value.scale;
    return value.kind === TEXT ? this.text(value) : value.other;
  }

  /** The text that a value is; empty for anything else. */
  text({ kind, from, to }: Value): string {
    return kind === TEXT ? textOf(this.units, from, to) : '';
  }

  /** Whether a value is this text. */
  isText({ kind, from, to }: Value, text: string): boolean {
    let left = text.length;
    let isSame = kind === TEXT && to - from === left;
    while (isSame && left-- > 0) isSame = this.units[from + left] === text.charCodeAt(left);
    return isSame;
  }

  /** Makes a value of a plain one; whole numbers are numbers. */
  make(value: Value, given: unknown): Value {
    value.kind = given == null ? NONE : OTHER;
    value.other = given;
    if (typeof given === 'string') this.put(value, given);
    if (Number.isSafeInteger(given)) {
      value.kind = NUMBER;
      value.digits = Number(given);
      value.scale = 0;
    }
    return value;
  }

  /** Makes a value a text. */
  put(value: Value, text: string): void {
    const from = this.used;
    const to = from + text.length;
    if (to > this.units.length) {
      const { units } = this;
      this.units = new Uint16Array(2 * to);
      this.units.set(units);
    }
    for (let i = from; i < to; i++) this.units[i] = text.charCodeAt(i - from);
    value.kind = text ? TEXT : NONE;
    value.from = from;
    value.to = this.used = to;
  }

  #fail(at = this.at): never {
    this.at = at;
    throw at < this.end ? new SyntaxError() : CUT;
  }

  #take(byte: number): void {
    if (this.peek() !== byte) this.#fail();
    this.at++;
  }

  #word(value: Value): boolean {
    for (const { word, bytes } of WORDS) {
      if (!this.takes(bytes)) continue;
      this.make(value, word);
      return true;
    }
    return false;
  }

  /** Takes a short numeral; false where there is none. */
  #number(value: Value): boolean {
    const { bytes } = this;
    let { at } = this;
    const isNegative = bytes[at] === MINUS;
    if (isNegative) at++;
    const first = at;
    let point = -1;
    let digits = 0;
    for (; ; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= ZERO && byte <= NINE) digits = digits * 10 + byte - ZERO;
      else if (byte === POINT && point < 0) point = at;
      else break;
    }
    const whole = (point < 0 ? at : point) - first;
    value.scale = point < 0 ? 0 : at - point - 1;
    value.digits = isNegative ? -digits : digits;
    value.kind = NUMBER;
    const isPlain =
      at - first <= EXACT_LENGTH &&
      // 'E', 'e'
      ((bytes[at] ?? 0) | 0x20) !== 0x65 &&
      (bytes[first] === ZERO ? whole === 1 : whole > 0) &&
      (point < 0 || value.scale > 0);
    // There may be more of it to come.
    if (isPlain && at === this.end) this.#fail(at);
    if (isPlain) this.at = at;
    return isPlain;
  }

  /** Takes a text of ASCII and of letters of our languages; false where there is anything else in it. */
  #text(value: Value): boolean {
    const { bytes, units } = this;
    let at = this.at + 1;
    let to = (value.from = this.used);
    for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[at]) {
      let unit = byte ?? 0;
      if (unit < 0x20 || unit > 0x7f || unit === BACKSLASH) {
        // Two bytes of UTF-8.
        const more = (bytes[++at] ?? 0) ^ 0x80;
        if (unit < 0xc2 || unit > 0xdf || more > 0x3f) return false;
        unit = ((unit & 0x1f) << 6) | more;
      }
      units[to++] = unit;
      at++;
    }
    this.at = at + 1;
    value.kind = to > value.from ? TEXT : NONE;
    value.to = this.used = to;
    value.other = '';
    return true;
  }

  /** Takes anything else: the platform knows what it stands for, or that it is malformed. */
  #other(value: Value): number {
    const end = endOfValue(this.bytes, this.at, this.end);
    if (end < 0) this.#fail(this.end);
    this.make(value, parseExactly(this.bytes.subarray(this.at, end)));
    this.isOdd = true;
    this.at = end;
    return value.kind;
  }
}

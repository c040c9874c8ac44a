/**
 * A strict reader of JSON over UTF-8 bytes that may still be arriving: it accepts and refuses what
 * JSON.parse does of the decoded text, and makes no text, number or object that nobody asked for.
 *
 * No loss: a JavaScript number holds 15 significant digits for sure, an amount or an identifier may
 * have more. Numerals of more than 15 digits, and those with an exponent, are texts as they were
 * written.
 */
import { textOf } from '../model/packed-texts.js';

/** What a value is. An empty text and null are no values. */
export const NONE = 0;
/** A text with something in it, or a long numeral: `units` from `from` to `to`. */
export const TEXT = 1;
/** `digits` × 10^-`scale`. */
export const NUMBER = 2;
/** true, false, an object or a list, made: `other`. */
export const OTHER = 3;

/** What was read last of a kind of value. */
export class Value {
  kind = NONE;
  from = 0;
  to = 0;
  /** An integer, of a minus zero its sign, too; a double from the beginning. */
  digits = NaN;
  scale = 0;
  /** Of no value '' or null. */
  other: unknown = null;
}

/** The bytes ended inside of what was read: no JSON, unless more of them come. */
export const CUT = new SyntaxError();

export const QUOTE = 0x22;
/** Opens and closes, in bytes. */
export const OBJECT = [0x7b, 0x7d] as const;
export const LIST = [0x5b, 0x5d] as const;

/** Our answers nest four deep; what nests much deeper is an attack, and nothing here may overflow. */
const MAX_DEPTH = 64;
const EXACT_DIGITS = 15;
/** Room for what is put beside the texts of the bytes. */
const SPARE = 64;

const NUMERAL_SIGNS = '+-.eE';
const BYTE_ORDER_MARK = '\xEF\xBB\xBF';

const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

const decoder = new TextDecoder();

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
  /** How deep the value that is read next lies. */
  depth = 0;

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
  begin(depth: number): void {
    this.used = 0;
    this.isOdd = false;
    this.depth = depth;
  }

  /** Takes a byte order mark, which only the very beginning may have. */
  skipByteOrderMark(): void {
    if (this.bytes[this.at] === BYTE_ORDER_MARK.charCodeAt(0)) this.#skip(BYTE_ORDER_MARK);
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
    if (this.peek() === close) {
      this.at++;
      return false;
    }
    if (!isFirst) this.#take(COMMA);
    return true;
  }

  /** The name of a member. */
  name(): string {
    const { used } = this;
    if (this.peek() !== QUOTE) this.#fail();
    const { from, to } = this.#text(this.#value);
    this.used = used;
    return textOf(this.units, from, to);
  }

  /** Takes a quote and these bytes behind it, if that is what is next. */
  takes(bytes: Uint8Array): boolean {
    const start = this.at + 1;
    for (let i = 0; i < bytes.length; i++) if (this.bytes[start + i] !== bytes[i]) return false;
    this.at = start + bytes.length;
    return true;
  }

  colon(): void {
    this.#take(COLON);
  }

  /** Takes the next value and says what it is. */
  read(value: Value): number {
    const byte = this.peek();
    if (byte === QUOTE) {
      this.#text(value);
      value.other = '';
      return (value.kind = value.from < value.to ? TEXT : NONE);
    }
    if (byte === MINUS || isDigit(byte)) return this.#number(value);
    if (byte === LIST[0]) value.other = this.#list();
    else if (byte === OBJECT[0]) value.other = this.#object();
    else value.other = this.#word(byte);
    return (value.kind = value.other === null ? NONE : OTHER);
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

  /** A value that did not come in the bytes; whole numbers are numbers. */
  made(given: unknown): Value {
    const value = new Value();
    value.other = given;
    if (typeof given === 'string') this.put(value, given);
    else if (Number.isSafeInteger(given)) {
      value.kind = NUMBER;
      value.digits = Number(given);
    } else if (given != null) value.kind = OTHER;
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

  /** Takes exactly these bytes, given as characters. */
  #skip(bytes: string): void {
    for (let i = 0; i < bytes.length; i++, this.at++) {
      if (this.bytes[this.at] !== bytes.charCodeAt(i)) this.#fail();
    }
  }

  #word(byte: number): boolean | null {
    // 't', 'f'; whatever else it is, it is not null either.
    const word = byte === 0x74 ? true : byte === 0x66 ? false : null;
    this.#skip(String(word));
    return word;
  }

  #list(): unknown[] {
    const items: unknown[] = [];
    this.#open();
    for (; this.hasMore(items.length === 0, LIST[1]);) items.push(this.value());
    this.depth--;
    return items;
  }

  #object(): object {
    const members: [string, unknown][] = [];
    this.#open();
    while (this.hasMore(members.length === 0, OBJECT[1])) {
      const name = this.name();
      this.colon();
      members.push([name, this.value()]);
    }
    this.depth--;
    // Defines members: an own `__proto__` is one like any other.
    return Object.fromEntries(members);
  }

  #open(): void {
    this.at++;
    if (++this.depth > MAX_DEPTH) throw new RangeError();
  }

  #number(value: Value): number {
    const { bytes } = this;
    let { at } = this;
    const isNegative = bytes[at] === MINUS;
    if (isNegative) at++;
    const first = at;
    let point = 0;
    let digits = 0;
    for (; ; at++) {
      const byte = bytes[at] ?? 0;
      if (isDigit(byte)) digits = digits * 10 + byte - ZERO;
      else if (byte === POINT && !point) point = at;
      else break;
    }
    const whole = (point || at) - first;
    value.scale = point && at - point - 1;
    value.digits = isNegative ? -digits : digits;
    const isPlain =
      at - first <= EXACT_DIGITS &&
      // 'E', 'e'
      ((bytes[at] ?? 0) | 0x20) !== 0x65 &&
      (bytes[first] === ZERO ? whole === 1 : whole > 0) &&
      (!point || value.scale > 0);
    if (!isPlain) return this.#oddNumber(value);
    // There may be more of it to come.
    if (at === this.end) this.#fail(at);
    this.at = at;
    return (value.kind = NUMBER);
  }

  /** A long numeral, one with an exponent, or none at all. */
  #oddNumber(value: Value): number {
    const { bytes } = this;
    let { at } = this;
    while (isDigit(bytes[at] ?? 0) || NUMERAL_SIGNS.includes(String.fromCharCode(bytes[at] ?? 0)))
      at++;
    // There may be more of it to come.
    if (at === this.end) this.#fail(at);
    const numeral = decoder.decode(bytes.subarray(this.at, at));
    parseToken(numeral);
    this.put(value, numeral);
    this.at = at;
    return TEXT;
  }

  #text(value: Value): Value {
    const { bytes, units } = this;
    let at = this.at + 1;
    let to = (value.from = this.used);
    for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[at]) {
      let unit = byte ?? 0;
      if (unit < 0x20 || unit > 0x7f || unit === BACKSLASH) {
        // Two bytes of UTF-8: all letters of our languages beyond ASCII.
        const more = (bytes[++at] ?? 0) ^ 0x80;
        if (unit < 0xc2 || unit > 0xdf || more > 0x3f) {
          return this.#oddText(value);
        }
        unit = ((unit & 0x1f) << 6) | more;
      }
      units[to++] = unit;
      at++;
    }
    this.at = at + 1;
    value.to = this.used = to;
    return value;
  }

  /** A text with anything else in it: the platform knows what it stands for, or that it is malformed. */
  #oddText(value: Value): Value {
    const { bytes, at } = this;
    let end = at + 1;
    for (; bytes[end] !== QUOTE; end++) {
      if (bytes[end] === BACKSLASH) end++;
      if (end >= this.end) this.#fail(end);
    }
    // Ill-formed UTF-8 becomes U+FFFD, which the readers of rows flag.
    this.put(value, parseToken(decoder.decode(bytes.subarray(at, end + 1))) as string);
    this.isOdd = true;
    this.at = end + 1;
    return value;
  }
}

/** JSON.parse without the words of its error, which quote the text. */
function parseToken(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError();
  }
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 0x39;
}

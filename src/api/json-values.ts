/**
 * The values of JSON, without loss: a JavaScript number holds 15 significant digits for sure, an amount
 * or an identifier may have more. Numerals of more than 15 digits, and those with an exponent, are texts
 * as they were written.
 */
export const QUOTE = 0x22;

/** Opens and closes, in bytes. */
export const OBJECT = [0x7b, 0x7d] as const;
export const LIST = [0x5b, 0x5d] as const;

/** Our answers nest four deep; what nests much deeper is an attack, and nothing here may overflow. */
const MAX_DEPTH = 64;

export const BACKSLASH = 0x5c;

export const COMMA = 0x2c;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Only the very beginning may have one. */
export const BYTE_ORDER_MARK = encoder.encode('\uFEFF');
/** Whole values, as they are written. */
export const WORDS = [null, true, false].map((word) => ({
  word,
  bytes: encoder.encode(String(word)),
}));

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

/** A text, or a numeral that is no name. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*(?!\s*:)/gs;
/** What needs no quotes, or has them. */
const SHORT = /^(?:"|-?[\d.]{1,15}$)/;
/**
 * JSON.parse, but with long numerals and those with an exponent as texts, and without the words of its
 * error, which quote the text.
 */
export function parseExactly(bytes: Uint8Array): unknown {
  try {
    // Ill-formed UTF-8 becomes U+FFFD, which the readers of rows flag.
    const exact = decoder.decode(bytes).replace(TOKEN, (token) => {
      // What is no numeral must not become a text.
      if (SHORT.test(token)) return token;
      JSON.parse(token);
      return `"${token}"`;
    });
    return JSON.parse(exact);
  } catch {
    throw new SyntaxError();
  }
}

/**
 * Where the value at a place ends, if it is one; -1 where the bytes end first. What is in between is for
 * JSON.parse to judge.
 */
export function endOfValue(bytes: Uint8Array, from: number, end: number): number {
  let depth = 0;
  let isText = false;
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (isText && byte === BACKSLASH) at++;
    if (byte === QUOTE) isText = !isText;
    if (isText) continue;
    const isOpening = byte === OBJECT[0] || byte === LIST[0];
    const isClosing = byte === OBJECT[1] || byte === LIST[1];
    if (isOpening && ++depth > MAX_DEPTH) throw new RangeError();
    if (isClosing) depth--;
    // What ends the object or list around it ends it, too.
    if (depth < 0 || (!depth && (byte < 0x21 || byte === COMMA))) return at;
    if (!depth && (isClosing || byte === QUOTE)) return at + 1;
  }
  return -1;
}

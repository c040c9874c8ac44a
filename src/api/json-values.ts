/**
 * The values of JSON, without loss: a JavaScript number holds 15 significant digits for sure, an amount
 * or an identifier may have more. Numerals of more than 15 digits, and those with an exponent, are texts
 * as they were written.
 */
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
export function parseExactly(text: string): unknown {
  try {
    const exact = text.replace(TOKEN, (token) => {
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

/**
 * JSON without loss: a JavaScript number holds 15 significant digits for sure, an amount or an
 * identifier may have more. Numerals of more than 15 characters, and those with an exponent, reach the
 * readers as the text they were written in: they are put in quotes before JSON.parse.
 *
 * A reviver with source text would do the same but is missing in part of our browsers, and a call
 * per value costs more than the parsing.
 */

/** Such a numeral, unless it is inside of a string; the name of a member is none. */
const LONG = /([[:,\s])(-?\d(?:[\d.]{15}|[\d.]*[eE])[\d.eE+-]*)(?!\s*:)/g;
const STRINGS = /"[^"\\]*(?:\\.[^"\\]*)*"/gs;
/** 65 brackets, each the first thing in the one before. Our answers nest four deep. */
const TOO_DEEP = /(?:[[{]\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*)?){65}/s;

/**
 * The value that the text stands for, as JSON.parse gives it, but with long numerals and numerals
 * with an exponent as strings of their source text.
 *
 * @throws RangeError for text that nests too deep, SyntaxError for malformed text. The platform's
 *   messages quote the text: not to be shown, logged or handed on.
 */
export function parseJsonExactly(text: string): unknown {
  // Brackets inside of strings are no depth.
  if (TOO_DEEP.test(text) && TOO_DEEP.test(text.replace(STRINGS, '""'))) throw new RangeError();
  let from = 0;
  let quotes = 0;
  const exact = text.replace(LONG, (all, before: string, numeral: string, at: number) => {
    quotes += text.slice(from, at).replace(/\\./gs, '').split('"').length - 1;
    from = at;
    // After an odd number of quotes we are inside of a string.
    if (quotes % 2 > 0) return all;
    // What is no numeral must not become a text.
    JSON.parse(numeral);
    return `${before}"${numeral}"`;
  });
  return JSON.parse(exact) as unknown;
}

/**
 * JSON without loss: a JavaScript number holds 15 significant digits for sure, an amount or an
 * identifier may have more. Longer numerals, and those with an exponent, reach the readers as the
 * text they were written in.
 *
 * They are put in quotes before JSON.parse, in one pass that also measures how deep the text nests.
 * A reviver with source text would do the same but is missing in part of our browsers, and a call
 * per value costs more than the parsing.
 */

/** Marker: the text is not JSON. Its cause is dropped, since platform messages quote the body. */
export class MalformedJson extends Error {
  readonly tooDeep: boolean;

  constructor(tooDeep = false) {
    super(tooDeep ? 'JSON nested too deep' : 'malformed JSON');
    this.name = 'MalformedJson';
    this.tooDeep = tooDeep;
  }
}

/** Our answers nest four deep; some engines' JSON.parse and every recursive reader have a limit. */
const MAX_DEPTH = 64;
/** As many significant digits as a double carries without loss. */
const EXACT_DIGITS = 15;

const NUMERAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/**
 * The value that the text stands for, as JSON.parse gives it, but with long numerals and numerals
 * with an exponent as strings of their source text.
 *
 * @throws MalformedJson and nothing else
 */
export function parseJsonExactly(text: string): unknown {
  try {
    return JSON.parse(quoteLongNumerals(text)) as unknown;
  } catch (cause) {
    throw cause instanceof MalformedJson ? cause : new MalformedJson();
  }
}

/** The text with its long numerals in quotes; malformed text stays malformed. */
function quoteLongNumerals(text: string): string {
  const length = text.length;
  let depth = 0;
  let taken = 0;
  let result = '';
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
    } else if ((code >= 0x30 && code <= 0x39) || code === 0x2d) {
      const start = at;
      at = endOfNumeral(text, start);
      if (isInexact(text, start, at) && !isFollowedByColon(text, at)) {
        result += `${text.slice(taken, start)}"${text.slice(start, at)}"`;
        taken = at;
      }
    } else {
      if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
        if (++depth > MAX_DEPTH) throw new MalformedJson(true);
      } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
        depth--;
      }
      at++;
    }
  }
  return taken === 0 ? text : result + text.slice(taken);
}

/** Index after the closing quote, or the end of the text where there is none. */
function endOfString(text: string, start: number): number {
  const length = text.length;
  let at = start + 1;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    at += code === BACKSLASH ? 2 : 1;
  }
  return length;
}

/** Index after the run of characters that numerals are made of: digits and . + - e E. */
function endOfNumeral(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code >= 0x30 && code <= 0x39;
    if (!digit && code !== 0x2e && code !== 0x2b && code !== 0x2d && (code | 0x20) !== 0x65) break;
  }
  return at;
}

/** Whether a double could lose something of this numeral. False for what is no numeral at all. */
function isInexact(text: string, start: number, end: number): boolean {
  let digits = 0;
  let exponent = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code | 0x20) === 0x65) exponent = true;
    // Leading zeros are not significant; a zero counts once another digit came before it.
    else if (code > 0x30 && code <= 0x39) digits++;
    else if (code === 0x30 && digits > 0) digits++;
  }
  if (!exponent && digits <= EXACT_DIGITS) return false;
  return NUMERAL.test(text.slice(start, end));
}

/** A numeral in the place of a member name is malformed; quotes would make it well-formed. */
function isFollowedByColon(text: string, end: number): boolean {
  let at = end;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
  return text[at] === ':';
}

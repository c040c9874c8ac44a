/**
 * What a caller remembers of a record, read from free text in the user's language: "lördag 14 aug kl 21,
 * ca 48 kr, …567, Norge", in any order. Every part becomes a chip that says how it was understood and what
 * else it may mean: nothing is guessed silently, and nothing but fillers is left out.
 */
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  isNegative,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
  ZERO,
} from './decimal.js';
import { dayNumber } from './time.js';

/** What a part of a question may mean. All that is between two ends holds the ends, too. */
export type Reading =
  /** Day numbers. */
  | { readonly kind: 'days'; readonly from: number; readonly to: number }
  /** 0 is Sunday. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** Minutes of the day. */
  | { readonly kind: 'time'; readonly from: number; readonly to: number }
  /** Without a sign: "48 kr" finds a credit, too. The currency is ISO 4217, null for "kr" and none. */
  | {
      readonly kind: 'amount';
      readonly min: Decimal;
      readonly max: Decimal;
      readonly currency: string | null;
    }
  /** A piece of a number. */
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'text'; readonly text: string };

export interface Chip {
  /** The part of the text, as it was written. */
  readonly source: string;
  /** The likeliest first; never empty. */
  readonly readings: readonly [Reading, ...Reading[]];
}

/** The calendar in one language, in lower case. */
export interface CalendarWords {
  /** January first. */
  readonly months: readonly string[];
  /** Sunday first. */
  readonly weekdays: readonly string[];
  /** Days from today: "i går" is -1. */
  readonly days: ReadonlyMap<string, number>;
}

/** At most this many characters of a question are read. */
export const MAX_QUESTION = 200;

/** Fewer letters could be the beginning of anything, more at the end of a name are another word. */
const LEAST_LETTERS = 3;
const MAX_ENDING = 3;

/** Fewer figures are an amount or a day. */
const LEAST_DIGITS = 3;

const MINUTES = 60;
const DAY_MS = 86_400_000;
/** "48" may be 47,01 as well as 48,99. */
const NEARLY_ONE: Decimal = { units: 99n, scale: 2 };
const TENTH: Decimal = { units: 1n, scale: 1 };

/** Of all our languages; null where several currencies share a word. */
const CURRENCIES: Readonly<Record<string, string | null>> = {
  'kr.': null,
  kr: null,
  ':-': null,
  kronor: null,
  kroner: null,
  kruunua: null,
  sek: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  euroa: 'EUR',
  euro: 'EUR',
  eur: 'EUR',
  '€': 'EUR',
};
const CURRENCY = 'kr\\.?|:-|kronor|kroner|kruunua|sek|nok|dkk|euroa?|eur|€';
const WORD = '\\p{L}[\\p{L}.]*';
const ORDINAL = '(?::[ae]|st|nd|rd|th|\\.)?';
/** A part ends where the text does, or at a blank, comma or semicolon. */
const END = '(?=$|[\\s,;])';

const part = (pattern: string): RegExp => RegExp(pattern + END, 'uy');

const PATTERNS = {
  blank: /[\s,;]+/uy,
  filler: part('den|the|i|på|om|on|in|for|för|till|til|og|och|ja|and|of'),
  about: part('(?:ca|c|cirka|circa|about|around|ungefär|omtrent|omkring|runt|rundt|noin)\\.?|~'),
  isoDay: part('(\\d{4})-(\\d\\d)-(\\d\\d)'),
  clock: part('(?:(?:kl|klo|klockan|at)\\.?\\s+)?(\\d{1,2}):(\\d\\d)(?::\\d\\d)?'),
  clockWord: part('(?:kl|klo|klockan|at)\\.?\\s+(\\d{1,2})(?:\\.(\\d\\d))?'),
  dayMonth: part(`(\\d{1,2})${ORDINAL}\\s*(${WORD})(?:\\s+(\\d{4}))?`),
  monthDay: part(
    `(${WORD})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?(?!\\s*(?:${CURRENCY}))`,
  ),
  word: part(WORD),
  month: part(`(${WORD})(?:\\s+(\\d{4}))?`),
  slashed: part('(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?'),
  dotted: part('(\\d{1,2})\\.(\\d{1,2})\\.(?:\\s*(\\d{4}))?'),
  money: part(
    `(?:(${CURRENCY})\\s*)?[-−]?(\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+|\\d+)([.,]\\d{1,4})?(?:\\s*(${CURRENCY}))?`,
  ),
  number: part('[+…•*.]*\\d(?:[ \\u00a0()/-]*\\d)*'),
  other: /[^\s,;]+/uy,
} as const;

/** @param today the {@link dayNumber} of the user's day: a date without a year is the last one that was */
export function readQuestion(text: string, words: CalendarWords, today: number): Chip[] {
  const asked = text.slice(0, MAX_QUESTION);
  const small = asked.toLowerCase();
  // Some capitals have longer small letters: then places would differ.
  const cursor = new Cursor(small.length === asked.length ? small : asked);
  const chips: Chip[] = [];
  let about = false;
  for (;;) {
    cursor.take(PATTERNS.blank);
    if (cursor.isAtEnd) return chips;
    const from = cursor.at;
    const readings = readDay(cursor, words, today);
    if (!readings && cursor.take(PATTERNS.about)) about = true;
    else if (readings ?? !cursor.take(PATTERNS.filler)) {
      const found =
        readings ?? readClock(cursor) ?? readFigure(cursor, today, about) ?? readRest(cursor);
      chips.push({ source: asked.slice(from, cursor.at), readings: found });
      about = false;
    }
  }
}

type Readings = Chip['readings'];

/** A place in a text, moved by what is found there. */
class Cursor {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#text.length;
  }

  /** Whether the text goes on with these words, whole; if so it is passed by. */
  takeWords(words: string): boolean {
    const end = this.at + words.length;
    const isThere = this.#text.startsWith(words, this.at) && !/[^\s,;]/.test(this.#text[end] ?? '');
    if (isThere) this.at = end;
    return isThere;
  }

  /** What is here; if there is, and a reader makes something of it, it is passed by. */
  take<T = true>(pattern: RegExp, read?: (groups: readonly string[]) => T | null): T | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    const value = match && (read ? read(match) : (true as T));
    if (value !== null) this.at = pattern.lastIndex;
    return value;
  }
}

/** A day, a month, a weekday, "i går". */
function readDay(cursor: Cursor, words: CalendarWords, today: number): Readings | null {
  for (const [name, days] of words.days) {
    if (cursor.takeWords(name)) return [daysFrom(today + days)];
  }
  const monthOf = (name: string): number => indexOfName(words.months, name);
  const { isoDay, dayMonth, monthDay, month, word, slashed, dotted } = PATTERNS;
  const inFigures = ([, d, m, y]: readonly string[]): Readings | null =>
    oneDay(Number(d), Number(m) - 1, y, today);
  return (
    cursor.take(isoDay, ([, y, m, d]) => oneDay(Number(d), Number(m) - 1, y, today)) ??
    cursor.take(dayMonth, ([, d, name = '', y]) => oneDay(Number(d), monthOf(name), y, today)) ??
    cursor.take(monthDay, ([, name = '', d, y]) => oneDay(Number(d), monthOf(name), y, today)) ??
    cursor.take(month, ([, name = '', y]) => wholeMonth(monthOf(name), y, today, name)) ??
    cursor.take(word, ([name = '']) => {
      const weekday = indexOfName(words.weekdays, name);
      return weekday < 0 ? null : [{ kind: 'weekday', weekday }, textOf(name)];
    }) ??
    cursor.take(slashed, inFigures) ??
    cursor.take(dotted, inFigures)
  );
}

/** "aug." and "augusti" are one, and so are "maanantai" and "maanantaina"; -1 for no name. */
function indexOfName(names: readonly string[], word: string): number {
  const stem = word.replace(/\.$/, '');
  if (stem.length < LEAST_LETTERS) return -1;
  return names.findIndex(
    (name) =>
      name.startsWith(stem) || (stem.startsWith(name) && stem.length - name.length <= MAX_ENDING),
  );
}

const daysFrom = (from: number, to = from): Reading => ({ kind: 'days', from, to });
const textOf = (text: string): Reading => ({ kind: 'text', text });

function oneDay(
  day: number,
  month: number,
  year: string | undefined,
  today: number,
): Readings | null {
  const found = lastOne(year, today, (y) => dateOf(y, month, day));
  return found === null ? null : [daysFrom(found)];
}

function wholeMonth(
  month: number,
  year: string | undefined,
  today: number,
  name: string,
): Readings | null {
  const first = lastOne(year, today, (y) => dateOf(y, month, 1));
  if (first === null) return null;
  const { y, m } = yearAndMonth(first);
  return [daysFrom(first, Date.UTC(y, m + 1, 0) / DAY_MS), textOf(name)];
}

/** In the year that is stated, or in the last one in which it was not after today. */
function lastOne(
  year: string | undefined,
  today: number,
  inYear: (year: number) => number | null,
): number | null {
  if (year) return inYear(Number(year));
  const { y } = yearAndMonth(today);
  // 29 February was up to eight years ago.
  for (let back = 0; back <= 8; back++) {
    const day = inYear(y - back);
    if (day !== null && day <= today) return day;
  }
  return null;
}

function yearAndMonth(day: number): { y: number; m: number } {
  const date = new Date(day * DAY_MS);
  return { y: date.getUTCFullYear(), m: date.getUTCMonth() };
}

/** null for 30 February. */
function dateOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month, day));
  const isReal = month >= 0 && date.getUTCMonth() === month && date.getUTCDate() === day;
  return isReal ? dayNumber(date.getTime()) : null;
}

function readClock(cursor: Cursor): Readings | null {
  const read = ([, hours, minutes]: readonly string[]): Readings | null => {
    const time = timeOf(hours, minutes);
    return time && [time];
  };
  return cursor.take(PATTERNS.clock, read) ?? cursor.take(PATTERNS.clockWord, read);
}

/** A minute, or a whole hour. */
function timeOf(hours?: string, minutes?: string): Reading | null {
  const from = Number(hours) * MINUTES + Number(minutes ?? 0);
  const isTime = Number(hours) < 24 && Number(minutes ?? 0) < MINUTES;
  return isTime ? { kind: 'time', from, to: minutes ? from : from + MINUTES - 1 } : null;
}

/** An amount, a piece of a number, or what else figures may be. */
function readFigure(cursor: Cursor, today: number, about: boolean): Readings | null {
  const { money, number } = PATTERNS;
  return (
    cursor.take(money, ([, before, whole = '', decimals, after]) => {
      const word = before ?? after;
      const digits = whole.replace(/\D/g, '');
      const amount = amountOf(digits + (decimals ?? ''), word, about);
      if (!amount) return null;
      if (word !== undefined) return [amount];
      const [, part] = /^\.(\d\d?)$/.exec(decimals ?? '') ?? [];
      if (part) {
        const day = oneDay(Number(digits), Number(part) - 1, undefined, today)?.[0] ?? null;
        return withOthers(amount, part.length > 1 ? timeOf(digits, part) : null, day);
      }
      if (decimals) return [amount];
      // Without a word a group of figures is rather a number.
      if (digits.length >= LEAST_DIGITS || whole !== digits) return null;
      return withOthers(amount, dayOfMonth(Number(digits), today), { kind: 'digits', digits });
    }) ??
    cursor.take(number, ([text = '']) => {
      const digits = text.replace(/[^\d+]/g, '');
      const amount = /^\d+$/.test(text) ? amountOf(digits, undefined, about) : null;
      return withOthers({ kind: 'digits', digits }, amount);
    })
  );
}

function withOthers(first: Reading, ...others: readonly (Reading | null)[]): Readings {
  return [first, ...others.filter((other) => other !== null)];
}

/** "48 kr" is between 47,01 and 48,99; "48,50" exactly that; "ca 48" a tenth up and down, or one krona. */
function amountOf(numeral: string, word: string | undefined, about: boolean): Reading | null {
  const value = parseDecimal(numeral.replace(/^0+(?=\d)/, ''));
  if (!value) return null;
  const isWhole = !/[.,]/.test(numeral);
  const tenth = multiplyDecimals(value, TENTH);
  const spare = about && compareDecimals(tenth, NEARLY_ONE) > 0 ? tenth : NEARLY_ONE;
  const span = isWhole || about ? spare : ZERO;
  const least = subtractDecimals(value, span);
  return {
    kind: 'amount',
    min: isNegative(least) ? ZERO : least,
    max: addDecimals(value, span),
    currency: (word && CURRENCIES[word]) || null,
  };
}

/** The last day of that number, today included. */
function dayOfMonth(day: number, today: number): Reading | null {
  const { y, m } = yearAndMonth(today);
  for (let back = 0; back < 3; back++) {
    const first = yearAndMonth(Date.UTC(y, m - back, 1) / DAY_MS);
    const found = dateOf(first.y, first.m, day);
    if (found !== null && found <= today) return daysFrom(found);
  }
  return null;
}

function readRest(cursor: Cursor): Readings {
  return cursor.take(PATTERNS.other, ([text = '']): Readings => [textOf(text)]) ?? [textOf('')];
}

/** Days, months and weekdays in a question: in words of any language, or in figures with the day first. */
import { CURRENCY, type Reading, type Readings, type Rule, textReading } from './find-reading.js';
import { DAY_MS, dayNumber } from './time.js';

/** The calendar in one language, in lower case. */
export interface CalendarWords {
  /** January first. */
  readonly months: readonly string[];
  /** Sunday first. */
  readonly weekdays: readonly string[];
  /** Days from today: "i går" is -1. */
  readonly days: ReadonlyMap<string, number>;
}

/** Fewer letters could be the beginning of anything, more at the end of a name are another word. */
const LEAST_LETTERS = 3;
const MAX_ENDING = 3;

/** 29 February was up to eight years ago. */
const MAX_BACK = 8;

const WORD = '\\p{L}[\\p{L}.]*';
const ORDINAL = '(?::[ae]|st|nd|rd|th|\\.)';
/** After it a figure is a day, whatever its ending. */
const ARTICLE = '(?:den|the|d\\.)\\s+';
const YEAR = '(?:,?\\s*(\\d{4}))?';
const TO = '\\s*[-–]\\s*';
/** "i lördags", "sist lørdag", "viime lauantaina", and their like. */
const LAST = '(?:i|last|förra|forrige|sid?st[ae]?|viime)\\s+';

export function dayRules({ months, weekdays, days }: CalendarWords, today: number): Rule[] {
  const monthOf = (name: string): number => indexOfName(months, name);
  const inMonth = (name: string, day?: string, year?: string): Readings | null =>
    daysOf(today, monthOf(name), day, year, name);
  const span = (month: number, first = '', last = '', year?: string): Readings | null =>
    Number(first) < Number(last) ? daysOf(today, month, first, year, '', last) : null;
  return [
    // "igår" is written, too.
    ...Array.from(days, ([name, away]): Rule => [
      name.replaceAll(' ', '\\s*'),
      () => [daysFrom(today + away)],
    ]),
    ['(\\d{4})-(\\d\\d)-(\\d\\d)', (_, year, month, day) => dateOf(today, month, day, year)],
    // "14–15 mars", "March 14–15", "14.–15.3."
    [
      `(\\d{1,2})${ORDINAL}?${TO}(\\d{1,2})${ORDINAL}?\\s*(${WORD})${YEAR}`,
      (_, first, last, month = '', year) => span(monthOf(month), first, last, year),
    ],
    [
      `(${WORD})\\s+(\\d{1,2})${TO}(\\d{1,2})${YEAR}`,
      (_, month = '', first, last, year) => span(monthOf(month), first, last, year),
    ],
    [
      `(\\d{1,2})\\.?${TO}(\\d{1,2})[./](\\d{1,2})[./]?${YEAR}`,
      (_, first, last, month, year) => span(Number(month) - 1, first, last, year),
    ],
    [
      `(?:${ARTICLE})?(\\d{1,2})(?:${ORDINAL}|[ae]\\b)?\\s*(?:of )?(${WORD})${YEAR}`,
      (_, day, month = '', year) => inMonth(month, day, year),
    ],
    // "March 8", where that is no amount.
    [
      `(${WORD})\\s+(\\d{1,2})${ORDINAL}?${YEAR}(?![.,]\\d|\\s*${CURRENCY})`,
      (_, month = '', day, year) => inMonth(month, day, year),
    ],
    [`(${WORD})${YEAR}`, (_, month = '', year) => inMonth(month, undefined, year)],
    // "14/8", "14.8."; "14.8" may be a time.
    [
      `(\\d{1,2})(?:/|\\.(?=\\d+\\.))(\\d{1,2})[./]?${YEAR}`,
      (_, day, month, year) => dateOf(today, month, day, year),
    ],
    [
      `${ARTICLE}(\\d{1,2})${ORDINAL}?|(\\d{1,2})${ORDINAL}`,
      (_, named, day = named) => {
        const found = dayOfMonth(today, day);
        return found && [found];
      },
    ],
    [
      `${LAST}(${WORD})`,
      (_, name = '') => {
        const weekday = indexOfName(weekdays, name);
        // Day 0 was a Thursday. Of a Saturday, the last one was a week ago.
        return weekday < 0 ? null : [daysFrom(today - 1 - ((today + 10 - weekday) % 7))];
      },
    ],
    [
      WORD,
      (name) => {
        const weekday = indexOfName(weekdays, name);
        return weekday < 0 ? null : [{ kind: 'weekday', weekday }, textReading(name)];
      },
    ],
  ];
}

/** A date in figures. */
export function dateOf(
  today: number,
  month?: string,
  day?: string,
  year?: string,
): Readings | null {
  return daysOf(today, Number(month) - 1, day, year);
}

/** The last day of that number, today included; null for a number that no day has. */
export function dayOfMonth(today: number, day?: string): Reading | null {
  const date = new Date(today * DAY_MS);
  const found = lastOne(today, (back) =>
    existing(date.getUTCFullYear(), date.getUTCMonth() - back, Number(day)),
  );
  return found === null ? null : daysFrom(found);
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

/**
 * In the year that is stated, or in the last one in which it, or its first day, was not after today; without
 * a day the whole month.
 *
 * @param name of the month, which may also be a word like any other
 * @param last of days that follow one another
 */
function daysOf(
  today: number,
  month: number,
  day?: string,
  year?: string,
  name = '',
  last = day,
): Readings | null {
  if (month < 0 || month > 11) return null;
  const thisYear = new Date(today * DAY_MS).getUTCFullYear();
  const [begin, end] = [Number(day ?? 1), Number(last ?? 1)];
  const inYear = (y: number): number | null =>
    existing(y, month, end) === null ? null : existing(y, month, begin);
  const first = year ? inYear(Number(year)) : lastOne(today, (back) => inYear(thisYear - back));
  if (first === null) return null;
  if (day) return [daysFrom(first, first + end - begin)];
  const lastDay = Date.UTC(new Date(first * DAY_MS).getUTCFullYear(), month + 1, 0) / DAY_MS;
  return [daysFrom(first, lastDay), textReading(name)];
}

function lastOne(today: number, at: (back: number) => number | null): number | null {
  for (let back = 0; back <= MAX_BACK; back++) {
    const day = at(back);
    if (day !== null && day <= today) return day;
  }
  return null;
}

/** A day number; null for 30 February. */
function existing(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCDate() === day ? dayNumber(date.getTime()) : null;
}

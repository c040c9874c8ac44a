/** Days, months and weekdays in a question: in words of any language, or in figures with the day first. */
import { type Cursor, part, type Readings, textOf } from './find-cursor.js';
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
const SINGLE_WORD = part(WORD);

const ORDINAL = '(?::[ae]|st|nd|rd|th|\\.)';

/** Dates as they are written, and in which group of each the day, the month and the year are, if they are. */
const DATES = [
  [part('(\\d{4})-(\\d\\d)-(\\d\\d)'), 3, 2, 1],
  [part(`(\\d{1,2})${ORDINAL}?\\s*(${WORD})(?:\\s+(\\d{4}))?`), 1, 2, 3],
  // Without its ending it may be an amount.
  [part(`(${WORD})\\s+(\\d{1,2})${ORDINAL}(?:,?\\s+(\\d{4}))?`), 2, 1, 3],
  [part(`(${WORD})(?:\\s+(\\d{4}))?`), 9, 1, 2],
  // "14/8", "14.8."; "14.8" may be a time.
  [part('(\\d{1,2})(?:/|\\.(?=\\d+\\.))(\\d{1,2})[./]?(?:\\s*(\\d{4}))?'), 1, 2, 3],
] as const;
const DAY = part(`(\\d{1,2})${ORDINAL}`);

/** A day, a month, a weekday, "i går". */
export function readDay(cursor: Cursor, words: CalendarWords, today: number): Readings | null {
  for (const [name, days] of words.days) {
    // "igår" is written, too.
    if (cursor.take(part(name.replaceAll(' ', '\\s*')))) return [daysFrom(today + days)];
  }
  for (const [pattern, day, month, year] of DATES) {
    const found = cursor.take(pattern, (groups) => {
      const name = groups[month] ?? '';
      const place = /\d/.test(name) ? Number(name) - 1 : indexOfName(words.months, name);
      return daysOf(Number(groups[day] ?? 0), place, today, groups[year], name);
    });
    if (found) return found;
  }
  const found = cursor.take(DAY, ([, day]) => dayOfMonth(Number(day), today));
  if (found) return [found];
  return cursor.take(SINGLE_WORD, ([name = '']) => {
    const weekday = indexOfName(words.weekdays, name);
    return weekday < 0 ? null : [{ kind: 'weekday', weekday }, textOf(name)];
  });
}

/** The last day of that number, today included; null for a number that no day has. */
export function dayOfMonth(day: number, today: number): Readings[0] | null {
  const date = new Date(today * DAY_MS);
  const found = lastOne(today, (back) =>
    dateOf(date.getUTCFullYear(), date.getUTCMonth() - back, day),
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

const daysFrom = (from: number, to = from): Readings[0] => ({ kind: 'days', from, to });

/**
 * In the year that is stated, or in the last one in which it was not after today; day 0 is the whole month.
 *
 * @param name of the month, which may also be a word like any other
 */
export function daysOf(
  day: number,
  month: number,
  today: number,
  year?: string,
  name = '',
): Readings | null {
  if (month < 0 || month > 11) return null;
  const thisYear = new Date(today * DAY_MS).getUTCFullYear();
  const first = year
    ? dateOf(Number(year), month, day || 1)
    : lastOne(today, (back) => dateOf(thisYear - back, month, day || 1));
  if (first === null) return null;
  if (day) return [daysFrom(first)];
  const last = Date.UTC(new Date(first * DAY_MS).getUTCFullYear(), month + 1, 0) / DAY_MS;
  return [daysFrom(first, last), textOf(name)];
}

function lastOne(today: number, at: (back: number) => number | null): number | null {
  for (let back = 0; back <= MAX_BACK; back++) {
    const day = at(back);
    if (day !== null && day <= today) return day;
  }
  return null;
}

/** null for 30 February. */
function dateOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCDate() === day ? dayNumber(date.getTime()) : null;
}

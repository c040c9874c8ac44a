/**
 * What a caller remembers of a record, read from free text in the user's language: "lördag 14 aug kl 21,
 * ca 48 kr, …567, Norge", in any order. Every part becomes a chip that says how it was understood and what
 * else it may mean: nothing is guessed silently, and nothing but fillers is left out.
 */
import { Cursor, part, type Reading, type Readings, textOf } from './find-cursor.js';
import { type CalendarWords, readDay } from './find-days.js';
import { readFigure } from './find-figures.js';
import { dayOfNumber, MINUTE_MS } from './time.js';

export type { Reading } from './find-cursor.js';
export type { CalendarWords } from './find-days.js';

export interface Chip {
  /** The part of the text, as it was written. */
  readonly source: string;
  readonly readings: Readings;
}

/** At most this many characters of a question are read. */
export const MAX_QUESTION = 200;

const BLANK = /[\s,;]+/uy;
const FILLER = part('den|the|i|på|om|on|in|for|för|till|til|og|och|ja|and|of');
const ABOUT = part('(?:ca|cirka|about|around|ungefär|omtrent|omkring|noin)\\.?|~');
/** In quotes everything is text. */
const OTHER = /"([^"]+)"?|[^\s,;]+/uy;

/** @param today the day number of the user's day: a date without a year is the last one that was */
export function readQuestion(text: string, words: CalendarWords, today: number): Chip[] {
  const asked = text.slice(0, MAX_QUESTION);
  const cursor = new Cursor(asked);
  const chips: Chip[] = [];
  let start: number | undefined;
  for (;;) {
    cursor.take(BLANK);
    if (cursor.isAtEnd) return chips;
    const from = start ?? cursor.at;
    const days = readDay(cursor, words, today);
    if (!days && cursor.take(ABOUT)) start = from;
    else if (days ?? !cursor.take(FILLER)) {
      const readings = days ?? readFigure(cursor, today, start !== undefined) ?? readOther(cursor);
      chips.push({ source: asked.slice(from, cursor.at), readings });
      start = undefined;
    }
  }
}

/**
 * The question with one of its chips put in another way; '' takes it out. All others are read as before.
 */
export function mendQuestion(chips: readonly Chip[], mended: Chip, text: string): string {
  return chips
    .map((chip) => (chip === mended ? text : chip.source))
    .filter(Boolean)
    .join(', ');
}

/** How to write one of the later readings of a chip, so that it can only mean that. */
export function spell({ source }: Chip, reading: Reading): string {
  switch (reading.kind) {
    case 'days':
      return dayOfNumber(reading.from);
    case 'time':
      return new Date(reading.from * MINUTE_MS).toISOString().slice(11, 16);
    case 'digits':
      return `…${reading.digits}`;
    case 'text':
      return `"${reading.text}"`;
    case 'amount':
    case 'weekday':
      return `${source} kr`;
  }
}

function readOther(cursor: Cursor): Readings {
  return [cursor.take(OTHER, ([text = '', quoted]) => textOf(quoted ?? text)) ?? textOf('')];
}

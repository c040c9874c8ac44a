/**
 * What a caller remembers of a record, read from free text in the user's language: "lördag 14 aug kl 21,
 * ca 48 kr, …567, Norge", in any order. Every part becomes a chip that says how it was understood and what
 * else it may mean: nothing is guessed silently, and nothing but fillers is left out.
 */
import { type CalendarWords, dayRules } from './find-days.js';
import { figureRules } from './find-figures.js';
import { type Reading, type Readings, type Rule, textReading } from './find-reading.js';
import { dayOfNumber, MINUTE_MS } from './time.js';

export type { CalendarWords } from './find-days.js';
export type { Reading } from './find-reading.js';

export interface Chip {
  /** The part of the text, as it was written. */
  readonly source: string;
  readonly readings: Readings;
}

/** At most this many characters of a question are read. */
export const MAX_QUESTION = 200;

const BLANK = /[\s,;]*/uy;
const FILLER = 'den|the|i|på|om|on|in|for|för|till|til|og|och|ja|and|of';
const ABOUT = '(?:ca|cirka|about|around|ungefär|omtrent|omkring|noin)\\.?|~';

/** @param today the day number of the user's day: a date without a year is the last one that was */
export function readQuestion(text: string, words: CalendarWords, today: number): Chip[] {
  const asked = text.slice(0, MAX_QUESTION);
  const chips: Chip[] = [];
  /** Where "about" stands, as long as what it belongs to has not come. */
  let about = -1;
  let at = 0;
  const rules: Rule[] = [
    ...dayRules(words, today),
    [FILLER, () => []],
    [
      ABOUT,
      () => {
        about = at;
        return [];
      },
    ],
    ...figureRules(today, () => about >= 0),
    // In quotes everything is text.
    ['"([^"]+)"?', (_, quoted = '') => [textReading(quoted)]],
    ['[^\\s,;]+', (word) => [textReading(word)]],
  ];
  // A part ends where the text does, or at a blank, comma or semicolon.
  const readers = rules.map(
    ([pattern, read]) => [RegExp(`(?:${pattern})(?=$|[\\s,;])`, 'iuy'), read] as const,
  );
  for (;;) {
    BLANK.lastIndex = at;
    BLANK.test(asked);
    at = BLANK.lastIndex;
    if (at >= asked.length) return chips;
    for (const [pattern, read] of readers) {
      pattern.lastIndex = at;
      const groups = pattern.exec(asked)?.map((group?: string) => group?.toLowerCase());
      const readings = groups && read(...(groups as [string]));
      if (!readings) continue;
      const [first, ...others] = readings;
      const from = about < 0 ? at : about;
      at = pattern.lastIndex;
      if (first) {
        chips.push({ source: asked.slice(from, at), readings: [first, ...others] });
        about = -1;
      }
      break;
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

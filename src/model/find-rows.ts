/** Which records a question is about: every distinct text is looked at once, rows by typed columns. */
import { negateDecimal } from './decimal.js';
import type { Reading } from './find-text.js';
import type { Steps } from './steps.js';
import { amountTest, passing, type RowTest, viewSteps, type ViewWords } from './table-view.js';
import { DAY_MS, dayNumber, MINUTE_MS } from './time.js';
import type { UsageTable } from './usage-table.js';

/** 1970-01-01 was one. */
const THURSDAY = 4;

/**
 * The rows that fit, the newest first. Days, weekdays, times and amounts are each one of those asked for
 * ("the 14th or the 15th"); every text and every piece of a number must occur.
 *
 * @param words what may be searched, and in which words
 */
export function* findSteps(
  table: UsageTable,
  readings: readonly Reading[],
  words: ViewWords,
): Steps<Uint32Array> {
  const alike = new Map<Reading['kind'], RowTest[]>();
  let text = '';
  for (const reading of readings) {
    if (reading.kind === 'digits') text += ` ${reading.digits}`;
    else if (reading.kind === 'text') text += ` ${reading.text}`;
    else alike.set(reading.kind, [...(alike.get(reading.kind) ?? []), testOf(table, reading)]);
  }
  let rows = yield* viewSteps(table, { text }, { column: 'time', descending: true }, words);
  for (const tests of alike.values()) rows = yield* passing(rows, anyOf(tests));
  return rows;
}

function anyOf(tests: readonly RowTest[]): RowTest {
  return (row) => tests.some((test) => test(row));
}

/** A row without a value fits nothing that is asked of it. */
function testOf(
  { startTime, amount, currency }: UsageTable,
  reading: Exclude<Reading, { kind: 'digits' | 'text' }>,
): RowTest {
  switch (reading.kind) {
    case 'days':
      return (row) => isWithin(reading, dayNumber(startTime.at(row)));
    case 'weekday':
      return (row) => (dayNumber(startTime.at(row)) + THURSDAY) % 7 === reading.weekday;
    case 'time':
      return (row) =>
        startTime.time(row)?.precision !== 'day' &&
        isWithin(reading, Math.floor((startTime.at(row) % DAY_MS) / MINUTE_MS));
    case 'amount': {
      const { min, max } = reading;
      const bounds = [
        [min, max],
        [negateDecimal(max), negateDecimal(min)],
      ] as const;
      const sides = bounds.map(([least, most]) => {
        const isOver = amountTest(amount, least, 1);
        const isBelow = amountTest(amount, most, -1);
        return (row: number) => isOver(row) && isBelow(row);
      });
      const isAbout = anyOf(sides);
      return (row) => isAbout(row) && (!reading.currency || currency.at(row) === reading.currency);
    }
  }
}

function isWithin(
  { from, to }: { readonly from: number; readonly to: number },
  n: number,
): boolean {
  return from <= n && n <= to;
}

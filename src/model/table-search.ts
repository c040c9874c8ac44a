/** Text search over a table: every distinct text is looked at once, rows by their codes. */
import type { Codes, DictionaryColumn } from './columns.js';
import { DIALLED, PLAIN_NUMBER } from './number-plan.js';
import { compactNumber, presentNumber } from './number-rules.js';
import { inSteps, type Steps } from './steps.js';
import type { UsageTable } from './usage-table.js';

/** What of the surroundings a search depends on. */
export interface SearchWords {
  typeLabel(code: string): string;
  /** What of a number can be found: only what may be seen. */
  readonly searchNumbers: 'full' | 'masked' | 'none';
}

/** One bit a word, in one unsigned integer; a question of more words is cut. */
const MAX_WORDS = 31;

const INVISIBLE = /[\p{M}\p{Cf}]+/gu;
/** Letters that Unicode does not take apart. */
const LIGATURES: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
};

/** A text as it is searched: without case, diacritics, and characters that do not show. */
export function foldText(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(INVISIBLE, '')
    .replace(/[ß-þđłœ]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** What can occur in such a number. */
const PART_OF_NUMBER = /^[+\d•]+$/;

/** A caller says 0701…, the record reads +46701… or 46701…: as it is dialled at home. */
function asDialled(number: string, home: string): string {
  const start = number.startsWith('+') ? 1 : 0;
  return number.startsWith(home, start) ? `0${number.slice(start + home.length)}` : number;
}

/** Which of the wanted words a text holds, a bit each. */
type Find = (text: string, code: number) => number;

function bitsOf<Word>(words: readonly Word[], holds: (word: Word) => boolean): number {
  return words.reduce((bits, word, i) => (holds(word) ? bits | (1 << i) : bits), 0);
}

/**
 * A test of rows against a question: every word must occur in the description, the type's label or
 * code, the number (as far as it may be seen), the destination or a provider.
 *
 * @returns null if the question has no words, so that every row fits.
 */
export function* textTest(
  table: UsageTable,
  text: string,
  searchWords: SearchWords,
): Steps<((row: number) => boolean) | null> {
  const words = [...new Set(foldText(text).split(/\s+/).filter(Boolean))].slice(0, MAX_WORDS);
  if (words.length === 0) return null;
  const inText: Find = (value) => {
    const folded = foldText(value);
    return bitsOf(words, (word) => folded.includes(word));
  };
  const inType: Find = (value) => inText(value, 0) | inText(searchWords.typeLabel(value), 0);
  const found: { codes: Codes; bits: Int32Array }[] = [];
  for (const [column, find] of [
    [table.description, inText],
    [table.usageType, inType],
    [table.otherParty, numberFinder(table, words, searchWords)],
    [table.destination, inText],
    [table.contentProvider, inText],
    [table.roamingProvider, inText],
  ] as const) {
    const bits = yield* search(column, find);
    if (bits.some(Boolean)) found.push({ codes: column.codes, bits });
  }
  const all = 2 ** words.length - 1;
  const [first, ...others] = found;
  if (!first) return () => false;
  const { codes, bits } = first;
  return (row) => {
    let bitsOfRow = bits[codes[row] ?? 0] ?? 0;
    // Most words are found in one column only.
    for (const other of others) bitsOfRow |= other.bits[other.codes[row] ?? 0] ?? 0;
    return bitsOfRow === all;
  };
}

/** Looks at the distinct texts of a column; the bits are by code. */
function* search({ values }: DictionaryColumn, find: Find): Steps<Int32Array> {
  const bits = new Int32Array(values.length);
  // 0 stands for missing.
  yield* inSteps(bits.length, (from, to) => {
    for (let code = from || 1; code < to; code++) bits[code] = find(values[code] ?? '', code);
  });
  return bits;
}

/** A number is found whatever its separators, and by its beginning as it is dialled at home. */
function numberFinder(
  table: UsageTable,
  words: readonly string[],
  { searchNumbers }: SearchWords,
): Find {
  const policy = searchNumbers === 'none' ? 'hidden' : searchNumbers;
  const wanted = words.map((word) => {
    const digits = compactNumber(word);
    return { word, digits, dialled: asDialled(digits, table.homeCountry) };
  });
  const mayBeNumber = wanted.some(({ digits }) => PART_OF_NUMBER.test(digits));
  return (number, code) => {
    // Nearly all parties are numbers, in which no word of letters can be.
    if (!mayBeNumber && DIALLED.test(number)) return 0;
    const shown = presentNumber(number, table.numberClassOf(code), policy);
    if (shown === null) return 0;
    const folded = foldText(shown);
    const compact = compactNumber(shown);
    const dialledNumber = asDialled(compact, table.homeCountry);
    return bitsOf(
      wanted,
      ({ word, digits, dialled }) =>
        folded.includes(word) ||
        (digits !== '' && (compact.includes(digits) || dialledNumber.startsWith(dialled))),
    );
  };
}

/** Text search over a table: every distinct text is looked at once, rows by their codes. */
import type { DictionaryColumn } from './columns.js';
import { compactNumber, presentNumber, type NumberPolicy } from './number-rules.js';
import type { UsageTable } from './usage-table.js';
import type { CodeArray } from './vectors.js';

/** What of the surroundings a search depends on. */
export interface SearchWords {
  typeLabel(code: string): string;
  /** What of a number can be found: only what may be seen. */
  readonly searchNumbers: 'full' | 'masked' | 'none';
}

const POLICIES = { full: 'full', masked: 'masked', none: 'hidden' } as const satisfies Record<
  SearchWords['searchNumbers'],
  NumberPolicy
>;

/** One bit a word, in one unsigned integer; a question of more words is cut. */
const MAX_WORDS = 31;

const PLAIN = /^\p{ASCII}*$/u;
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
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(INVISIBLE, '')
    .replace(/[øæœßđðłþ]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** A word of the question. */
interface Word {
  readonly text: string;
  /** The word as a part of a number, if it can be one. */
  readonly digits: string | null;
  /** The same digits as numbers begin that are written nationally, or internationally. */
  readonly starts: readonly string[];
}

function toWord(text: string, homeCountry: string): Word {
  if (!/^\+?[0-9()./\-•]+$/.test(text) || !/[0-9•]/.test(text)) {
    return { text, digits: null, starts: [] };
  }
  const digits = compactNumber(text);
  return { text, digits, starts: otherStarts(digits, homeCountry) };
}

/** A caller says 0701…, the record reads +46701… or 46701…: both find each other. */
function otherStarts(digits: string, home: string): string[] {
  if (digits.startsWith(`+${home}`)) {
    return [digits.slice(1), `0${digits.slice(home.length + 1)}`];
  }
  if (digits.startsWith(home)) return [`0${digits.slice(home.length)}`];
  if (/^0[1-9]/.test(digits)) return [`+${home}${digits.slice(1)}`, home + digits.slice(1)];
  return [];
}

/**
 * A test of rows against a question: every word must occur in the description, the type's label or
 * code, the number (as far as it may be seen), the destination or a provider.
 *
 * @returns null if the question has no words, so that every row fits.
 */
export function textTest(
  table: UsageTable,
  text: string,
  words: SearchWords,
): ((row: number) => boolean) | null {
  const wanted = [...new Set(foldText(text).split(/\s+/).filter(Boolean))]
    .slice(0, MAX_WORDS)
    .map((word) => toWord(word, table.numbers.homeCountry));
  if (wanted.length === 0) return null;
  const all = 2 ** wanted.length - 1;
  const columns = searchedColumns(table, wanted, words);
  return (row) => {
    let found = 0;
    for (const { codes, hits } of columns) found |= hits[codes[row] ?? 0] ?? 0;
    return found === all;
  };
}

interface SearchedColumn {
  readonly codes: CodeArray;
  /** Bits of the words found, by code. */
  readonly hits: Int32Array;
}

function searchedColumns(
  table: UsageTable,
  wanted: readonly Word[],
  words: SearchWords,
): SearchedColumn[] {
  const inText = (text: string): number => textHits(foldText(text), wanted);
  const policy = POLICIES[words.searchNumbers];
  const inNumber = (text: string, code: number): number => {
    const seen = presentNumber(text, table.numberClassOf(code), policy);
    return seen === null ? 0 : numberHits(seen, wanted);
  };
  return [
    search(table.description, inText),
    search(table.usageType, (code) => inText(code) | inText(words.typeLabel(code))),
    search(table.otherParty, inNumber),
    search(table.destination, inText),
    search(table.contentProvider, inText),
    search(table.roamingProvider, inText),
  ].filter(({ hits }) => hits.some((found) => found !== 0));
}

function search(
  column: DictionaryColumn,
  hitsOf: (text: string, code: number) => number,
): SearchedColumn {
  const { values, codes } = column;
  const hits = new Int32Array(values.length);
  for (let code = 1; code < values.length; code++) hits[code] = hitsOf(values[code] ?? '', code);
  return { codes, hits };
}

function textHits(folded: string, wanted: readonly Word[]): number {
  let found = 0;
  wanted.forEach(({ text }, i) => {
    if (folded.includes(text)) found |= 1 << i;
  });
  return found;
}

/** Digits, perhaps masked, without separators: nothing to fold or to strip. */
const PLAIN_NUMBER = /^(?!00)\+?[0-9•]+$/;

function numberHits(number: string, wanted: readonly Word[]): number {
  const plain = PLAIN_NUMBER.test(number);
  let found = textHits(plain ? number : foldText(number), wanted);
  const compact = plain ? number : compactNumber(number);
  wanted.forEach(({ digits, starts }, i) => {
    if (digits === null) return;
    if (compact.includes(digits) || starts.some((start) => compact.startsWith(start))) {
      found |= 1 << i;
    }
  });
  return found;
}

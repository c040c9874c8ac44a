/** The order of a view: typed keys for every column, never a comparator on records. */
import type { DecimalColumn, DictionaryColumn } from './columns.js';
import { compareTexts } from './money.js';
import {
  type Compare,
  compareBy,
  compareInSteps,
  type SortKeys,
  keysOf,
  sortByKeys,
} from './order.js';
import { inSteps, type Steps } from './steps.js';
import type { UsageTable } from './usage-table.js';
import { volumeFactor, volumeKind } from './volume.js';

/** What of the language an order depends on; another object stands for other words. */
export interface SortWords {
  /** BCP 47; one that the platform refuses sorts as English. */
  readonly locale: string;
  typeLabel(code: string): string;
}

/** What rows are sorted by, column by column: of several keys the last one weighs most. */
const SORT_KEYS = {
  *time({ startTime }: UsageTable) {
    return [{ codes: startTime.codes, none: 0 }];
  },
  type: ({ usageType }: UsageTable, words: SortWords) => {
    const labels = usageType.values.map((code) => code && words.typeLabel(code));
    return byRank(usageType, labels, collate(words.locale), words);
  },
  // By characters, which is quick: digits come before letters, so names after numbers.
  number: ({ otherParty }: UsageTable, words: SortWords) =>
    byRank(otherParty, otherParty.values, compareTexts, words),
  destination: ({ destination }: UsageTable, words: SortWords) =>
    byRank(destination, destination.values, collate(words.locale), words),
  volume: (table: UsageTable, words: SortWords) => byVolume(table, table.volume, words),
  charged: (table: UsageTable, words: SortWords) => byVolume(table, table.chargedVolume, words),
  *amount(table: UsageTable) {
    return [yield* amountKeys(table)];
  },
} satisfies Record<string, (table: UsageTable, words: SortWords) => Steps<SortKeys[]>>;

/** What records can be sorted by; `charged` is the charged volume. */
export type SortColumn = keyof typeof SORT_KEYS;
export const SORT_COLUMNS = Object.keys(SORT_KEYS) as readonly SortColumn[];

/** How rows are put in order. */
export interface TableSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/**
 * Sorts rows by a column. Stable; rows without a value come last in both directions.
 *
 * Texts sort by locale, numbers by their characters, amounts by number alone whatever their
 * currency, and volumes within their kind: data, events, each unknown unit by itself, time.
 * Figures are compared as doubles: they are told apart to the fifteenth digit.
 *
 * @param rows in the table's order.
 * @param known the first of these in this order, nearly all of them: the others are put in between.
 */
export function* sortRows(
  table: UsageTable,
  rows: Uint32Array,
  { column, descending }: TableSort,
  words: SortWords,
  known?: Uint32Array,
): Steps<Uint32Array> {
  const sign = descending ? -1 : 1;
  const keys = yield* SORT_KEYS[column](table, words);
  if (known) return yield* compareInSteps(rows.length, compareBy(keys, sign), known);
  if (column === 'time' && table.facts.timeOrder === sign) return rows;
  let sorted = rows;
  for (const each of keys) sorted = yield* sortByKeys(sorted, each, sign);
  return sorted;
}

/** Places of rows by their amounts alone. */
export function* amountKeys({ amount }: UsageTable): Steps<SortKeys> {
  const { aside, codes } = amount;
  return aside ? yield* keysOf(amount, (_, row) => amount.key(row)) : { codes, none: 0 };
}

function collate(locale: string): Compare<string> {
  try {
    return new Intl.Collator(locale).compare;
  } catch {
    return collate('en');
  }
}

/** The codes of a dictionary in the order of their texts, as far as there were any. */
const sortedCodes = new WeakMap<DictionaryColumn, { words: SortWords; codes: Uint32Array }>();

/**
 * Each distinct text is compared, once for all orders that use it, and rows go by the rank of theirs.
 *
 * @returns ranks by code.
 */
function* rank(
  column: DictionaryColumn,
  texts: readonly string[],
  compare: Compare<string>,
  words: SortWords,
): Steps<Float64Array> {
  const compareCodes: Compare<number> = (a, b) => compare(texts[a] ?? '', texts[b] ?? '');
  const known = sortedCodes.get(column);
  const isKnown = known?.words === words;
  const codes = yield* compareInSteps(
    texts.length,
    compareCodes,
    isKnown ? known.codes : undefined,
  );
  sortedCodes.set(column, { words, codes });
  const ranks = new Float64Array(codes.length);
  let next = 0;
  yield* inSteps(codes.length, (from, to) => {
    for (let place = from; place < to; place++) {
      const code = codes[place] ?? 0;
      // Texts that compare as equal share a rank.
      if (place > 0 && compareCodes(codes[place - 1] ?? 0, code)) next++;
      ranks[code] = next;
    }
  });
  return ranks;
}

function* byRank(...[column, ...rest]: Parameters<typeof rank>): Steps<SortKeys[]> {
  const ranks = yield* rank(column, ...rest);
  // 0 stands for missing.
  ranks[0] = NaN;
  return [yield* keysOf(column, (code) => ranks[code] ?? NaN)];
}

/** Seconds are not compared with bytes: by kind, an unknown unit each, and within it by value. */
function* byVolume(
  { unit }: UsageTable,
  column: DecimalColumn,
  words: SortWords,
): Steps<SortKeys[]> {
  const factors = unit.values.map((code) => volumeFactor(code) ?? 1);
  const kinds = unit.values.map((code) => {
    const kind = volumeKind(code);
    return kind === 'other' ? `${kind} ${code}` : kind;
  });
  const ranks = yield* rank(unit, kinds, compareTexts, words);
  return [
    yield* keysOf(column, (_, row) => column.key(row) * (factors[unit.code(row)] ?? 1)),
    yield* keysOf(column, (code, row) => (code ? (ranks[unit.code(row)] ?? NaN) : NaN)),
  ];
}

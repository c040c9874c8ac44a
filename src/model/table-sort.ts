/** The order of a view: typed keys for every column, never a comparator on records. */
import type { DecimalColumn, DictionaryColumn } from './columns.js';
import { compareTexts } from './money.js';
import type { UsageTable } from './usage-table.js';
import { volumeFactor, volumeKind } from './volume.js';

/** What of the language an order depends on. */
export interface SortWords {
  /** BCP 47; one that the platform refuses sorts as English. */
  readonly locale: string;
  typeLabel(code: string): string;
}

/** The place of a row in an order; NaN = it has no value there. */
type KeyOf = (row: number) => number;

/** What rows are sorted by, column by column: of several keys the last one weighs most. */
const KEYS = {
  time: ({ startTime }: UsageTable) => [(row: number) => startTime.key(row)],
  type: ({ usageType }: UsageTable, words: SortWords) => {
    const labels = usageType.values.map((code) => code && words.typeLabel(code));
    return [byRank(usageType, rank(labels, collate(words.locale)))];
  },
  number: ({ otherParty }: UsageTable) => [byRank(otherParty, rankNumbers(otherParty))],
  destination: ({ destination }: UsageTable, words: SortWords) => [
    byRank(destination, rank(destination.values, collate(words.locale))),
  ],
  volume: (table: UsageTable) => volumeKeys(table, table.volume),
  charged: (table: UsageTable) => volumeKeys(table, table.chargedVolume),
  amount: ({ amount }: UsageTable) => [(row: number) => amount.key(row)],
} satisfies Record<string, (table: UsageTable, words: SortWords) => KeyOf[]>;

export type SortColumn = keyof typeof KEYS;
export const SORT_COLUMNS = Object.keys(KEYS) as readonly SortColumn[];

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
 */
export function sortRows(
  table: UsageTable,
  rows: Uint32Array,
  { column, descending }: TableSort,
  words: SortWords,
): Uint32Array {
  return KEYS[column](table, words).reduce<Uint32Array>(
    (sorted, keyOf) => sortByKeys(sorted, keyOf, descending),
    rows,
  );
}

type Compare = (a: string, b: string) => number;

function collate(locale: string): Compare {
  try {
    return new Intl.Collator(locale).compare;
  } catch {
    return collate('en');
  }
}

/** Each distinct text is compared once, rows by the rank of theirs. */
function rank(texts: readonly string[], compare: Compare): Float64Array {
  const textOf = (code: number): string => texts[code] ?? '';
  const codes = Uint32Array.from(texts.keys());
  const ranks = new Float64Array(texts.length);
  let previous = 0;
  let next = 0;
  for (const code of codes.sort((a, b) => compare(textOf(a), textOf(b)))) {
    // Texts that compare as equal share a rank.
    if (compare(textOf(previous), textOf(code))) next++;
    ranks[code] = next;
    previous = code;
  }
  return ranks;
}

function byRank(column: DictionaryColumn, ranks: Float64Array): KeyOf {
  return (row) => {
    const code = column.code(row);
    return code === 0 ? NaN : (ranks[code] ?? NaN);
  };
}

/** Sorting again, the other way round or after a filter, finds the many numbers ranked. */
const numberRanks = new WeakMap<DictionaryColumn, Float64Array>();

/** By their characters, which is quick: digits come before letters, so names after numbers. */
function rankNumbers(column: DictionaryColumn): Float64Array {
  let ranks = numberRanks.get(column);
  if (ranks?.length !== column.values.length) {
    numberRanks.set(column, (ranks = rank(column.values, compareTexts)));
  }
  return ranks;
}

/** Seconds are not compared with bytes: by kind, an unknown unit each, and within it by value. */
function volumeKeys({ unit }: UsageTable, column: DecimalColumn): KeyOf[] {
  const factors = unit.values.map((code) => volumeFactor(code) ?? 1);
  const kinds = unit.values.map((code) => {
    const kind = volumeKind(code);
    return kind === 'other' ? `${kind} ${code}` : kind;
  });
  const ranks = rank(kinds, compareTexts);
  return [
    (row) => column.key(row) * (factors[unit.code(row)] ?? 1),
    (row) => (column.isMissing(row) ? NaN : (ranks[unit.code(row)] ?? NaN)),
  ];
}

// ---- rows by number ----

const BUCKETS = 2 ** 11;

/**
 * Sorts rows by key; rows of equal keys keep their order, in both directions, and rows whose key
 * is NaN come last in both.
 *
 * Nearly all keys are whole numbers. What counts is how far each is from the one that comes first:
 * sorted by the digits of that distance, the least significant first, a million rows take as many
 * passes as the farthest has digits, two or three for amounts, and no comparison.
 */
export function sortByKeys(rows: Uint32Array, keyOf: KeyOf, descending: boolean): Uint32Array {
  const keys = new Float64Array(rows.length);
  let least = Infinity;
  let most = -Infinity;
  let isWhole = true;
  for (let place = 0; place < keys.length; place++) {
    const key = keyOf(rows[place] ?? 0);
    keys[place] = key;
    if (key < least) least = key;
    if (key > most) most = key;
    // NaN is neither more nor less.
    if (key > Math.floor(key)) isWhole = false;
  }
  const span = most - least;
  const hasDigits = isWhole && span < Number.MAX_SAFE_INTEGER;
  const last = hasDigits ? span + 1 : Infinity;
  // A distance between odd values could lose what tells them apart.
  const first = !hasDigits ? 0 : descending ? most : least;
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] ?? NaN;
    keys[place] = Number.isNaN(key) ? last : descending ? first - key : key - first;
  }
  let places = new Uint32Array(rows.length).map((_, place) => place);
  if (!hasDigits) places.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || 0);
  else for (let unit = 1; unit <= last; unit *= BUCKETS) places = distribute(places, keys, unit);
  return places.map((place) => rows[place] ?? 0);
}

/** One pass by one digit. */
function distribute(
  places: Uint32Array<ArrayBuffer>,
  keys: Float64Array,
  unit: number,
): Uint32Array<ArrayBuffer> {
  const digitOf = (place: number): number => ((keys[place] ?? 0) / unit) & (BUCKETS - 1);
  const starts = new Uint32Array(BUCKETS);
  /** Counts one more in a bucket, and returns how many there were. */
  const countIn = (bucket: number): number => {
    const count = starts[bucket] ?? 0;
    starts[bucket] = count + 1;
    return count;
  };
  for (const place of places) countIn(digitOf(place));
  let start = 0;
  starts.forEach((count, bucket) => {
    starts[bucket] = start;
    start += count;
  });
  const sorted = new Uint32Array(places.length);
  for (const place of places) sorted[countIn(digitOf(place))] = place;
  return sorted;
}

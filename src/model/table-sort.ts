/** The order of a view: typed keys for every column, never a comparator on records. */
import type { DecimalColumn, DictionaryColumn } from './columns.js';
import { compareTexts } from './money.js';
import { inSteps, type Steps } from './steps.js';
import type { UsageTable } from './usage-table.js';
import { volumeFactor, volumeKind } from './volume.js';

/** What of the language an order depends on; another object stands for other words. */
export interface SortWords {
  /** BCP 47; one that the platform refuses sorts as English. */
  readonly locale: string;
  typeLabel(code: string): string;
}

/** The place of a row in an order; NaN = it has no value there. */
export type KeyOf = (row: number) => number;
/** Below zero when `a` comes first, 0 when both are alike. */
type Compare<Item> = (a: Item, b: Item) => number;

/** What rows are sorted by, column by column: of several keys the last one weighs most. */
const KEYS = {
  *time({ startTime }: UsageTable) {
    return [(row: number) => startTime.key(row)];
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
  *amount({ amount }: UsageTable) {
    return [(row: number) => amount.key(row)];
  },
} satisfies Record<string, (table: UsageTable, words: SortWords) => Steps<KeyOf[]>>;

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
 *
 * @param rows in the table's order.
 * @param known rows that are in this order already and come before `rows` where they are alike.
 */
export function* sortRows(
  table: UsageTable,
  rows: Uint32Array,
  { column, descending }: TableSort,
  words: SortWords,
  known: Uint32Array = new Uint32Array(0),
): Steps<Uint32Array> {
  const sign = descending ? -1 : 1;
  const isSorted = column === 'time' && table.facts.timeOrder === sign;
  const keys = yield* KEYS[column](table, words);
  let sorted = rows;
  if (!isSorted) for (const keyOf of keys) sorted = yield* sortByKeys(sorted, keyOf, sign);
  return merge(known, sorted, (a, b) => {
    let order = 0;
    // Two that are missing are Infinity apart from themselves, which is NaN.
    for (const keyOf of keys) order = inOrder(keyOf(a), sign) - inOrder(keyOf(b), sign) || order;
    return order;
  });
}

function collate(locale: string): Compare<string> {
  try {
    return new Intl.Collator(locale).compare;
  } catch {
    return collate('en');
  }
}

// ---- what has to be compared ----

/** So many comparisons of texts by locale take some milliseconds. */
const COMPARED_AT_ONCE = 2 ** 11;

/** The codes of a dictionary in the order of their texts, as far as they have been sorted. */
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
  let codes = known?.words === words ? known.codes : new Uint32Array(0);
  while (codes.length < texts.length) {
    const count = Math.min(texts.length - codes.length, COMPARED_AT_ONCE);
    codes = merge(codes, countFrom(codes.length, count).sort(compareCodes), compareCodes);
    sortedCodes.set(column, { words, codes });
    yield;
  }
  const ranks = new Float64Array(texts.length);
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

function* byRank(...[column, ...rest]: Parameters<typeof rank>): Steps<KeyOf[]> {
  const ranks = yield* rank(column, ...rest);
  // 0 stands for missing.
  ranks[0] = NaN;
  return [(row) => ranks[column.code(row)] ?? NaN];
}

/** Seconds are not compared with bytes: by kind, an unknown unit each, and within it by value. */
function* byVolume({ unit }: UsageTable, column: DecimalColumn, words: SortWords): Steps<KeyOf[]> {
  const factors = unit.values.map((code) => volumeFactor(code) ?? 1);
  const kinds = unit.values.map((code) => {
    const kind = volumeKind(code);
    return kind === 'other' ? `${kind} ${code}` : kind;
  });
  const ranks = yield* rank(unit, kinds, compareTexts, words);
  return [
    (row) => column.key(row) * (factors[unit.code(row)] ?? 1),
    (row) => (column.isMissing(row) ? NaN : (ranks[unit.code(row)] ?? NaN)),
  ];
}

/** Puts few into the order of many, after those that are alike: between two of them, all in one piece. */
function merge(many: Uint32Array, few: Uint32Array, compare: Compare<number>): Uint32Array {
  if (many.length === 0) return few;
  const merged = new Uint32Array(many.length + few.length);
  let from = 0;
  for (let i = 0; i < few.length; i++) {
    const item = few[i] ?? 0;
    let to = from;
    let end = many.length;
    while (to < end) {
      const middle = (to + end) >>> 1;
      if (compare(many[middle] ?? 0, item) > 0) end = middle;
      else to = middle + 1;
    }
    merged.set(many.subarray(from, to), from + i);
    merged[to + i] = item;
    from = to;
  }
  merged.set(many.subarray(from), from + few.length);
  return merged;
}

// ---- rows by number ----

/** Keys less far apart than this keep all that tells them apart when they become distances. */
const MAX_SPAN = 2 ** 52;
/** So many heaps are dealt out to at once without leaving the processor's cache; bits. */
const MAX_DIGIT = 13;

/** Small when it comes first, whichever way rows go; what is missing is last. */
function inOrder(key: number, sign: number): number {
  // Zero is added so that there is none below zero.
  return Number.isNaN(key) ? Infinity : key * sign + 0;
}

/**
 * Sorts rows by key; rows of equal keys keep their order, in both directions, and rows whose key
 * is NaN come last in both. Rows that are in order already cost one look at each.
 *
 * No key is compared with another: rows are dealt out by one digit of their keys after the other.
 * Nearly all keys are whole numbers, and what counts is how far each is from the first one, in units
 * common to all: two digits for the amounts, or the minutes, of a million rows.
 *
 * @param sign -1 for descending, else 1.
 */
export function* sortByKeys(rows: Uint32Array, keyOf: KeyOf, sign: number): Steps<Uint32Array> {
  const keys = new Float64Array(rows.length);
  yield* inSteps(rows.length, (from, to) => {
    takeKeys(keys, rows, keyOf, sign, from, to);
  });
  const { isOrdered, isWhole, least, most, unit } = lookAt(keys);
  if (isOrdered) return rows;
  let places = countFrom(0, keys.length);
  const missing = most - least + unit;
  if (isWhole && missing < MAX_SPAN) {
    for (let i = 0; i < keys.length; i++) {
      keys[i] = Math.min((keys[i] ?? 0) - least, missing) / unit;
    }
    places = yield* deal(places, keys, missing / unit);
  } else {
    const halves = bitsInOrder(keys.slice());
    for (const half of [0, 1]) {
      for (let i = 0; i < keys.length; i++) keys[i] = halves[2 * i + half] ?? 0;
      places = yield* deal(places, keys, 2 ** 32);
    }
  }
  for (let i = 0; i < places.length; i++) places[i] = rows[places[i] ?? 0] ?? 0;
  return places;
}

function takeKeys(
  keys: Float64Array,
  rows: Uint32Array,
  keyOf: KeyOf,
  sign: number,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) keys[i] = inOrder(keyOf(rows[i] ?? 0), sign);
}

/** What is to be known of keys; `unit` is what all that are there are multiples of, less one of them. */
function lookAt(keys: Float64Array) {
  let isOrdered = true;
  let isWhole = true;
  let previous = -Infinity;
  let some = NaN;
  let least = Infinity;
  let most = -Infinity;
  let unit = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    if (key < previous) isOrdered = false;
    previous = key;
    if (key === Infinity) continue;
    if (key > Math.floor(key)) isWhole = false;
    if (key < least) least = key;
    if (key > most) most = key;
    if (Number.isNaN(some)) some = key;
    const units = Math.abs(key - some) / unit;
    // Not a number, or beyond all, as long as there is no unit.
    if (isWhole && !(units - Math.floor(units) === 0)) unit = commonUnit(key - some, unit);
  }
  return { isOrdered, isWhole, least, most, unit: unit || 1 };
}

/** The greatest that both are multiples of. */
function commonUnit(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : commonUnit(b, a % b);
}

/** Doubles as whole numbers that sort as they do: for each its low half, and its high one. */
function bitsInOrder(keys: Float64Array): Uint32Array {
  const halves = new Uint32Array(keys.buffer);
  for (let i = 1; i < halves.length; i += 2) {
    // What is below zero is the other way round, and comes before what is not.
    const flip = (halves[i] ?? 0) >> 31;
    halves[i] = (halves[i] ?? 0) ^ (flip | (1 << 31));
    halves[i - 1] = (halves[i - 1] ?? 0) ^ flip;
  }
  return halves;
}

/** Sorts places by their keys, whole numbers from 0 to `most`: by the digits, the least first. */
function* deal(
  places: Uint32Array<ArrayBuffer>,
  keys: Float64Array,
  most: number,
): Steps<Uint32Array<ArrayBuffer>> {
  let others = new Uint32Array(places.length);
  const digits = new Uint16Array(places.length);
  const bits = Math.ceil(Math.log2(most + 1));
  const buckets = 2 ** Math.ceil(bits / Math.ceil(bits / MAX_DIGIT));
  for (let unit = 1; unit * most >= 1; unit /= buckets) {
    const starts = takeDigits(digits, keys, unit, buckets);
    yield* inSteps(places.length, (from, to) => {
      dealOut(places, others, digits, starts, from, to);
    });
    [places, others] = [others, places];
  }
  return places;
}

/** Notes one digit of each key. Returns where the keys of each digit start. */
function takeDigits(
  digits: Uint16Array,
  keys: Float64Array,
  unit: number,
  buckets: number,
): Uint32Array {
  const starts = new Uint32Array(buckets);
  for (let i = 0; i < keys.length; i++) {
    const digit = ((keys[i] ?? 0) * unit) & (buckets - 1);
    digits[i] = digit;
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  let start = 0;
  for (let digit = 0; digit < buckets; digit++) {
    const count = starts[digit] ?? 0;
    starts[digit] = start;
    start += count;
  }
  return starts;
}

function dealOut(
  places: Uint32Array,
  others: Uint32Array,
  digits: Uint16Array,
  starts: Uint32Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const place = places[i] ?? 0;
    const digit = digits[place] ?? 0;
    const start = starts[digit] ?? 0;
    others[start] = place;
    starts[digit] = start + 1;
  }
}

/** Whole numbers, one after the other. */
export function countFrom(first: number, count: number): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = first + i;
  return numbers;
}

/** Putting whole numbers, rows for the most part, in order: by numbers that they have, or by comparing. */
import type { Codes } from './code-column.js';
import { inSteps, type Steps } from './steps.js';

/** The place of a row in an order, by what it has in a column; NaN = none. */
export type KeyOf = (code: number, row: number) => number;
/** The places of rows in an order. */
export interface SortKeys {
  /** By row. */
  readonly codes: Codes;
  /** The code of rows without a place. */
  readonly none: number;
}
/** Below zero when `a` comes first, 0 when both are alike. */
export type Compare<Item> = (a: Item, b: Item) => number;

// ---- what has to be compared ----

/** So many comparisons of texts by locale take some milliseconds. */
const COMPARED_AT_ONCE = 2 ** 11;

/**
 * Whole numbers below `length` in an order that has to be asked for.
 *
 * @param sorted those that are in order already, all below some number.
 */
export function* compareInSteps(
  length: number,
  compare: Compare<number>,
  sorted: Uint32Array = new Uint32Array(0),
): Steps<Uint32Array> {
  while (sorted.length < length) {
    const added = countFrom(sorted.length, Math.min(length - sorted.length, COMPARED_AT_ONCE));
    sorted = merge(sorted, added.sort(compare), compare);
    yield;
  }
  return sorted;
}

/** Puts few into the order of many, after those that are alike: between two of them, all in one piece. */
function merge(many: Uint32Array, few: Uint32Array, compare: Compare<number>): Uint32Array {
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
/** So many heaps are dealt out to at once without leaving the processor's cache; a power of two. */
const HEAPS = 2 ** 12;

/** Works out places. */
export function* keysOf({ codes }: Pick<SortKeys, 'codes'>, keyOf: KeyOf): Steps<SortKeys> {
  const keys = new Float64Array(codes.length);
  yield* inSteps(keys.length, (from, to) => writeKeys(keys, codes, keyOf, from, to));
  return { codes: keys, none: Infinity };
}

function writeKeys(keys: Float64Array, codes: Codes, keyOf: KeyOf, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    const key = keyOf(codes[row] ?? 0, row);
    keys[row] = Number.isNaN(key) ? Infinity : key;
  }
}

/** Small when it comes first, whichever way rows go; what is missing is last. */
function inOrder({ codes, none }: SortKeys, row: number, sign: number): number {
  const code = codes[row] ?? none;
  return code === none ? Infinity : code * sign;
}

/** Compares rows as {@link sortByKeys} does, the last key weighing most. */
export function compareBy(keys: readonly SortKeys[], sign: number): Compare<number> {
  return (a, b) => {
    let order = 0;
    // Two that are missing are Infinity apart from themselves, which is NaN.
    for (const each of keys) order = inOrder(each, a, sign) - inOrder(each, b, sign) || order;
    return order;
  };
}

/**
 * Sorts rows by key; rows of equal keys keep their order, in both directions, and rows without one
 * come last in both. Rows that are in order already cost one look at each.
 *
 * No key is compared with another: rows are dealt out by one digit of their keys after the other.
 * Nearly all keys are whole numbers, and what counts is how far each is from the first one: two digits
 * for the amounts of a million rows, four for their times.
 *
 * @param rows all below some number, in any order; afterwards they may hold anything.
 * @param sign -1 for descending, else 1.
 */
export function* sortByKeys(rows: Uint32Array, keys: SortKeys, sign: number): Steps<Uint32Array> {
  const { length } = rows;
  const seen = { isOrdered: true, previous: -Infinity, least: Infinity, most: -Infinity };
  yield* inSteps(length, (from, to) => lookAt(seen, rows, keys, sign, from, to));
  const { isOrdered, least, most } = seen;
  if (isOrdered) return rows;
  const span = most - least;
  if (span >= MAX_SPAN) {
    const compare = compareBy([keys], sign);
    const places = yield* compareInSteps(length, (a, b) => compare(rows[a] ?? 0, rows[b] ?? 0));
    return places.map((place) => rows[place] ?? 0);
  }
  const digits = new Uint16Array(length);
  const missing = span + 1;
  let sorted = rows;
  let others: Uint32Array = new Uint32Array(length);
  for (let unit = 1; unit * missing >= 1; unit /= HEAPS) {
    const starts = new Uint32Array(HEAPS);
    yield* inSteps(length, (from, to) => {
      takeDigits(digits, starts, keys, sign, least, missing, unit, from, to);
    });
    startHeaps(starts);
    yield* inSteps(length, (from, to) => dealOut(sorted, others, digits, starts, from, to));
    [sorted, others] = [others, sorted];
  }
  return sorted;
}

/** What is known of the keys that were looked at so far. */
interface Seen {
  isOrdered: boolean;
  /** Keys in the direction of the order: they are small where rows come first. */
  previous: number;
  least: number;
  /** Infinity where a key is no whole number. */
  most: number;
}

function lookAt(
  seen: Seen,
  rows: Uint32Array,
  { codes, none }: SortKeys,
  sign: number,
  from: number,
  to: number,
): void {
  let { isOrdered, previous, least, most } = seen;
  for (let i = from; i < to; i++) {
    const code = codes[rows[i] ?? 0] ?? none;
    if (code === none) {
      previous = Infinity;
      continue;
    }
    const key = code * sign;
    // As soon as it is known it costs nothing.
    if (isOrdered && key < previous) isOrdered = false;
    previous = key;
    if (key > Math.floor(key)) most = Infinity;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  Object.assign(seen, { isOrdered, previous, least, most });
}

/** Notes one digit of each key, by row, and how many keys have it. */
function takeDigits(
  digits: Uint16Array,
  counts: Uint32Array,
  { codes, none }: SortKeys,
  sign: number,
  least: number,
  missing: number,
  unit: number,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) {
    const code = codes[row] ?? none;
    const digit = ((code === none ? missing : code * sign - least) * unit) & (HEAPS - 1);
    digits[row] = digit;
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
}

/** Where each heap starts, in place of how many it will have. */
function startHeaps(counts: Uint32Array): void {
  let start = 0;
  for (let heap = 0; heap < counts.length; heap++) {
    const count = counts[heap] ?? 0;
    counts[heap] = start;
    start += count;
  }
}

/**
 * Deals some rows out to heaps, one after the other.
 *
 * @param heaps by row.
 * @param starts where the next row of each heap belongs; kept up to date.
 */
export function dealOut(
  rows: Uint32Array,
  sorted: Uint32Array,
  heaps: Uint16Array | Codes,
  starts: Uint32Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const row = rows[i] ?? 0;
    const heap = heaps[row] ?? 0;
    const start = starts[heap] ?? 0;
    sorted[start] = row;
    starts[heap] = start + 1;
  }
}

/** Whole numbers, one after the other. */
export function countFrom(first: number, count: number): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = first + i;
  return numbers;
}

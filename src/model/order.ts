/** Putting whole numbers, rows for the most part, in order: by numbers that they have, or by comparing. */
import { inSteps, type Steps } from './steps.js';

/** The place of a row in an order; NaN = it has no value there. */
export type KeyOf = (row: number) => number;
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
const HEAPS = 2 ** 13;

/** Small when it comes first, whichever way rows go; what is missing is last. */
function inOrder(key: number, sign: number): number {
  // Zero is added so that there is none below zero.
  return Number.isNaN(key) ? Infinity : key * sign + 0;
}

/** Compares rows as {@link sortByKeys} does, the last key weighing most. */
export function compareBy(keys: readonly KeyOf[], sign: number): Compare<number> {
  return (a, b) => {
    let order = 0;
    // Two that are missing are Infinity apart from themselves, which is NaN.
    for (const keyOf of keys) order = inOrder(keyOf(a), sign) - inOrder(keyOf(b), sign) || order;
    return order;
  };
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
    for (let i = from; i < to; i++) keys[i] = inOrder(keyOf(rows[i] ?? 0), sign);
  });
  const { isOrdered, isWhole, least, most, unit } = lookAt(keys);
  if (isOrdered) return rows;
  let places: Uint32Array;
  const missing = most - least + unit;
  if (isWhole && missing < MAX_SPAN) {
    for (let i = 0; i < keys.length; i++) {
      keys[i] = Math.min((keys[i] ?? 0) - least, missing) / unit;
    }
    places = yield* deal(keys, missing / unit);
  } else {
    places = yield* compareInSteps(keys.length, (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || 0);
  }
  for (let i = 0; i < places.length; i++) places[i] = rows[places[i] ?? 0] ?? 0;
  return places;
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

/** The places of keys, whole numbers from 0 to `most`, in their order: by the digits, the least first. */
function* deal(keys: Float64Array, most: number): Steps<Uint32Array> {
  let places = countFrom(0, keys.length);
  let others = new Uint32Array(places.length);
  const digits = new Uint16Array(places.length);
  for (let unit = 1; unit * most >= 1; unit /= HEAPS) {
    const starts = takeDigits(digits, keys, unit);
    yield* inSteps(places.length, (from, to) => {
      dealOut(places, others, digits, starts, from, to);
    });
    [places, others] = [others, places];
  }
  return places;
}

/** Notes one digit of each key. Returns where the keys of each digit start. */
function takeDigits(digits: Uint16Array, keys: Float64Array, unit: number): Uint32Array {
  const starts = new Uint32Array(HEAPS);
  for (let i = 0; i < keys.length; i++) {
    const digit = ((keys[i] ?? 0) * unit) & (HEAPS - 1);
    digits[i] = digit;
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  let start = 0;
  for (let digit = 0; digit < HEAPS; digit++) {
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

/**
 * Stable sorting of row indexes by numeric keys: least significant digit first, sixteen bits at a
 * time, digits that all rows share skipped. At a million rows it is more than ten times faster
 * than a comparator.
 */

const DIGIT_BITS = 16;
const BUCKETS = 2 ** DIGIT_BITS;
const DIGIT_MASK = BUCKETS - 1;
const WORD = 2 ** 32;
/** Below this a histogram of 65,536 buckets costs more than it saves. */
const FEW_ROWS = 2_000;

/** Keys as unsigned 64-bit numbers in two words, in the order of the rows. */
interface SplitKeys {
  readonly low: Uint32Array;
  readonly high: Uint32Array | null;
}

/**
 * Sorts rows by key; rows of equal keys keep their order, in both directions, and rows whose key
 * is NaN come last in both.
 *
 * @param rows row indexes.
 * @param keys one key for each place in `rows`.
 */
export function sortByKeys(
  rows: Uint32Array,
  keys: Float64Array,
  descending: boolean,
): { rows: Uint32Array; present: number } {
  const places = presentPlaces(keys);
  const present = places.length;
  const sorted =
    present < FEW_ROWS
      ? sortFew(places, keys, descending)
      : radixSort(places, splitKeys(places, keys, descending));
  const result = new Uint32Array(rows.length);
  for (let i = 0; i < present; i++) result[i] = rows[sorted[i] ?? 0] ?? 0;
  let next = present;
  if (present < rows.length) {
    keys.forEach((key, place) => {
      if (Number.isNaN(key)) result[next++] = rows[place] ?? 0;
    });
  }
  return { rows: result, present };
}

function presentPlaces(keys: Float64Array): Uint32Array {
  const places = new Uint32Array(keys.length);
  let count = 0;
  for (let place = 0; place < keys.length; place++) {
    if (!Number.isNaN(keys[place])) places[count++] = place;
  }
  return places.subarray(0, count);
}

function sortFew(places: Uint32Array, keys: Float64Array, descending: boolean): Uint32Array {
  const sign = descending ? -1 : 1;
  // Places ascend, so comparing them last makes the sort stable whatever the engine does.
  return places.slice().sort((a, b) => {
    const left = keys[a] ?? 0;
    const right = keys[b] ?? 0;
    return left < right ? -sign : left > right ? sign : a - b;
  });
}

/** Maps keys to unsigned integers of the same order, reversed when descending. */
function splitKeys(places: Uint32Array, keys: Float64Array, descending: boolean): SplitKeys {
  let min = Infinity;
  let max = -Infinity;
  let whole = true;
  for (const place of places) {
    const key = keys[place] ?? 0;
    if (key < min) min = key;
    if (key > max) max = key;
    whole &&= Number.isSafeInteger(key);
  }
  const base = descending ? max : min;
  const exact = whole && Number.isSafeInteger(max - min);
  return exact
    ? splitIntegers(places, keys, base, max - min)
    : splitDoubles(places, keys, descending);
}

function splitIntegers(
  places: Uint32Array,
  keys: Float64Array,
  base: number,
  range: number,
): SplitKeys {
  const low = new Uint32Array(places.length);
  const high = range < WORD ? null : new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const distance = Math.abs((keys[places[i] ?? 0] ?? 0) - base);
    low[i] = distance; // the array keeps the low 32 bits
    if (high) high[i] = Math.floor(distance / WORD);
  }
  return { low, high };
}

/**
 * A double's bits order as an unsigned number once its sign bit is flipped, or all of its bits if
 * it is negative; inverting them all turns the order round.
 */
function splitDoubles(places: Uint32Array, keys: Float64Array, descending: boolean): SplitKeys {
  const double = new Float64Array([1]);
  const words = new Uint32Array(double.buffer);
  const top = words[1] === 0 ? 0 : 1; // by the machine's byte order
  const low = new Uint32Array(places.length);
  const high = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    double[0] = (keys[places[i] ?? 0] ?? 0) + 0; // + 0 makes one zero of the two
    const negative = (words[top] ?? 0) >>> 31 === 1;
    const flipLow = negative !== descending ? -1 : 0;
    const flipHigh = flipLow ^ (negative ? 0 : 0x80000000);
    low[i] = (words[1 - top] ?? 0) ^ flipLow;
    high[i] = (words[top] ?? 0) ^ flipHigh;
  }
  return { low, high };
}

/** The places, sorted by keys of the same order. */
function radixSort(places: Uint32Array, { low, high }: SplitKeys): Uint32Array {
  let from = new Uint32Array(places.length);
  for (let i = 0; i < from.length; i++) from[i] = i;
  let to = new Uint32Array(places.length);
  for (const word of high ? [low, high] : [low]) {
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
      if (!distribute(word, shift, from, to)) continue;
      [from, to] = [to, from];
    }
  }
  return from.map((i) => places[i] ?? 0);
}

/** One pass by one digit; false, and nothing done, if all keys share it. */
function distribute(word: Uint32Array, shift: number, from: Uint32Array, to: Uint32Array): boolean {
  const starts = new Uint32Array(BUCKETS);
  for (const key of word) {
    const digit = (key >>> shift) & DIGIT_MASK;
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  if (starts[((word[0] ?? 0) >>> shift) & DIGIT_MASK] === word.length) return false;
  let start = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const count = starts[bucket] ?? 0;
    starts[bucket] = start;
    start += count;
  }
  for (const i of from) {
    const digit = ((word[i] ?? 0) >>> shift) & DIGIT_MASK;
    const place = starts[digit] ?? 0;
    to[place] = i;
    starts[digit] = place + 1;
  }
  return true;
}

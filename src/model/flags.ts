/**
 * What an agent should look at in a table of records, each with its reason. Flags say what the data holds
 * and nothing else; they change no row and no total.
 */
import { approximate } from './decimal.js';
import { numberForms } from './number-rules.js';
import { sortByKeys, countFrom } from './order.js';
import { inSteps, type Steps } from './steps.js';
import { RECORD_MARKS } from './usage-record.js';
import type { UsageTable } from './usage-table.js';
import { volumeFactor, volumeKind } from './volume.js';

/**
 * A bit set by row.
 *
 * premium, roaming, credit – as the marks of a record say;
 * international – the number called is of another country;
 * firstSeen – no other usage at hand holds that number;
 * unusual – much more than what this subscription's records of the type usually cost;
 * duplicate – another record has the same subscription, type, number, time and amount;
 * overlapping – a call that begins while another one of the same subscription goes on, and that other one.
 */
export const FLAGS = {
  premium: 1,
  roaming: 2,
  international: 4,
  firstSeen: 8,
  unusual: 16,
  duplicate: 32,
  overlapping: 64,
  credit: 128,
} as const;
export type Flag = keyof typeof FLAGS;

export interface TableFlags {
  /** By row. */
  readonly bits: Uint8Array;
  /** By row: how many times the usual amount, rounded; 0 where nothing is unusual. */
  readonly factors: Uint16Array;
  /** By row: the row that it repeats or overlaps, plus one; 0 for none. */
  readonly others: Uint32Array;
}

/** With fewer records nothing is usual. */
const LEAST_USUAL = 8;
/** So many times the usual amount, and beyond the upper quartile by so many times the middle half. */
const LEAST_FACTOR = 5;
const FENCE = 3;

/**
 * @param known numbers of other usage at hand; null where there is none: then nothing is seen first
 */
export function* flagSteps(
  table: UsageTable,
  known: ReadonlySet<string> | null,
): Steps<TableFlags> {
  const { length } = table;
  const flags: TableFlags = {
    bits: new Uint8Array(length),
    factors: new Uint16Array(length),
    others: new Uint32Array(length),
  };
  yield* flagNumbers(table, flags, known);
  yield* flagUnusual(table, flags);
  yield* flagTwins(table, flags);
  return flags;
}

/** By what is known of each distinct number, and by the marks. */
function* flagNumbers(
  table: UsageTable,
  { bits }: TableFlags,
  known: ReadonlySet<string> | null,
): Steps<void> {
  const { otherParty, markSets, homeCountry } = table;
  const home = `+${homeCountry}`;
  const ofNumbers = new Uint8Array(otherParty.values.length);
  yield* inSteps(ofNumbers.length, (from, to) => {
    for (let code = Math.max(1, from); code < to; code++) {
      const number = otherParty.values[code] ?? '';
      const cls = table.numberClassOf(code);
      if (cls === 'service') continue;
      const [form = ''] = numberForms(number, homeCountry);
      const isAbroad = form.startsWith('+') && !form.startsWith(home) && cls === 'ordinary';
      ofNumbers[code] =
        (isAbroad ? FLAGS.international : 0) | (known?.has(number) === false ? FLAGS.firstSeen : 0);
    }
  });
  const { premium, roaming, credit } = RECORD_MARKS;
  yield* inSteps(bits.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const marks = markSets.code(row);
      bits[row] =
        (ofNumbers[otherParty.code(row)] ?? 0) |
        (marks & premium ? FLAGS.premium : 0) |
        (marks & roaming ? FLAGS.roaming : 0) |
        (marks & credit ? FLAGS.credit : 0);
    }
  });
}

/** Amounts far above what is usual for the subscription and the type, by median and quartiles. */
function* flagUnusual(table: UsageTable, { bits, factors }: TableFlags): Steps<void> {
  const { amount, subscriptionNo, usageType, moneyCodes } = table;
  const types = usageType.values.length;
  const moneys = table.currency.values.length * 4;
  // What is alike stands together, the least amount first.
  const byAmount = yield* sortByKeys(countFrom(0, table.length), (row) => amount.key(row), 1);
  const groupOf = (row: number): number =>
    (subscriptionNo.code(row) * types + usageType.code(row)) * moneys + moneyCodes.code(row);
  const rows = yield* sortByKeys(byAmount, groupOf, 1);
  let start = 0;
  yield* inSteps(rows.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const isLast =
        i + 1 === rows.length || groupOf(rows[i + 1] ?? 0) !== groupOf(rows[start] ?? 0);
      if (!isLast) continue;
      flagGroup(rows.subarray(start, i + 1));
      start = i + 1;
    }
  });

  /** @param group rows of one group, by amount; those without one last */
  function flagGroup(group: Uint32Array): void {
    const keys = Array.from(group, (row) => amount.key(row)).filter((key) => key > 0);
    if (keys.length < LEAST_USUAL) return;
    const at = (share: number): number => keys[Math.floor((keys.length - 1) * share)] ?? NaN;
    const usual = at(0.5);
    const fence = at(0.75) + FENCE * (at(0.75) - at(0.25));
    for (let i = group.length - 1; i >= 0; i--) {
      const row = group[i] ?? 0;
      const key = amount.key(row);
      if (Number.isNaN(key)) continue;
      if (key < LEAST_FACTOR * usual || key <= fence) break;
      bits[row] = (bits[row] ?? 0) | FLAGS.unusual;
      factors[row] = Math.min(Math.round(key / usual), 2 ** 16 - 1);
    }
  }
}

/** So many records of one moment are compared with each other. */
const MAX_ALIKE = 64;

/** Records of one subscription that repeat one another, and calls that go on at the same time. */
function* flagTwins(table: UsageTable, { bits, others }: TableFlags): Steps<void> {
  const { subscriptionNo, startTime, otherParty, amount, usageType, moneyCodes, unit } = table;
  const factors = unit.values.map((code) => (volumeKind(code) === 'time' ? volumeFactor(code) : 0));
  const byTime = yield* sortByKeys(countFrom(0, table.length), (row) => startTime.key(row), 1);
  const rows = yield* sortByKeys(byTime, (row) => subscriptionNo.code(row), 1);
  const flag = (row: number, other: number, bit: number): void => {
    bits[row] = (bits[row] ?? 0) | bit;
    others[row] ||= other + 1;
  };
  const isTwin = (a: number, b: number): boolean =>
    startTime.key(a) === startTime.key(b) &&
    otherParty.code(a) === otherParty.code(b) &&
    amount.code(a) === amount.code(b) &&
    usageType.code(a) === usageType.code(b) &&
    moneyCodes.code(a) === moneyCodes.code(b);
  /** Milliseconds of a call; 0 for what is none. */
  const durationOf = (row: number): number => {
    const volume = table.volume.at(row);
    return volume ? approximate(volume, 3) * (factors[unit.code(row)] ?? 0) : 0;
  };
  let latest = -1;
  let latestEnd = -Infinity;
  yield* inSteps(rows.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? 0;
      if (i === 0 || subscriptionNo.code(rows[i - 1] ?? 0) !== subscriptionNo.code(row)) {
        latestEnd = -Infinity;
      }
      if (Number.isNaN(startTime.key(row)) || startTime.time(row)?.precision === 'day') continue;
      for (let j = i - 1; j >= 0 && j >= i - MAX_ALIKE; j--) {
        const other = rows[j] ?? 0;
        if (subscriptionNo.code(other) !== subscriptionNo.code(row)) break;
        if (startTime.key(other) !== startTime.key(row)) break;
        if (!otherParty.code(row) || !amount.code(row) || !isTwin(other, row)) continue;
        flag(row, other, FLAGS.duplicate);
        flag(other, row, FLAGS.duplicate);
        break;
      }
      const duration = durationOf(row);
      if (duration <= 0) continue;
      const start = startTime.at(row);
      if (start < latestEnd) {
        flag(row, latest, FLAGS.overlapping);
        flag(latest, row, FLAGS.overlapping);
      }
      if (start + duration > latestEnd) {
        latest = row;
        latestEnd = start + duration;
      }
    }
  });
  // What is there twice goes on at once with itself: that has been said.
  yield* inSteps(bits.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const set = bits[row] ?? 0;
      if (set & FLAGS.duplicate) bits[row] = set & ~FLAGS.overlapping;
    }
  });
}

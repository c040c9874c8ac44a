/** Records of one subscription that repeat one another, and calls that go on at the same time. */
import { FEW_ROWS, FLAGS, type TableFlags } from './flags.js';
import { countFrom, sortByKeys } from './order.js';
import { inSteps, type Steps } from './steps.js';
import { SPANS, type WallTime } from './time.js';
import type { UsageTable } from './usage-table.js';
import type { UsageKind } from './usage-type.js';
import { volumeFactor, volumeKind } from './volume.js';

/** A call that goes on. */
interface Call {
  readonly row: number;
  readonly start: WallTime;
  /** Milliseconds. */
  readonly duration: number;
}

/**
 * A date without a time of day is no moment. What costs nothing may well be there twice, and what is there
 * twice goes on at once with itself: the former is not said, nor the latter beside it.
 */
export function* flagTimes(
  table: UsageTable,
  flags: TableFlags,
  kinds: readonly UsageKind[],
): Steps<void> {
  const { subscriptionNo, startTime, otherParty, amount, usageType, moneyCodes, length } = table;
  const columns = [moneyCodes, usageType, amount, otherParty, startTime, subscriptionNo];
  // By subscription and time, and what is alike side by side.
  let rows = countFrom(0, length) as Uint32Array;
  for (const { codes } of columns) rows = yield* sortByKeys(rows, { codes, none: 0 }, 1);
  const isTwin = (row: number, other = row): boolean =>
    row !== other && columns.every((each) => each.code(row) === each.code(other));
  const durationOf = durations(table, kinds);
  let latest: Call | null = null;
  yield* inSteps(
    length,
    (from, to) => {
      for (let i = from; i < to; i++) {
        const row = rows[i] ?? 0;
        const subscription = subscriptionNo.code(row);
        const start = startTime.time(row);
        if (!subscription || !start || start.precision === 'day') continue;
        if (latest && subscriptionNo.code(latest.row) !== subscription) latest = null;
        const isPriced = amount.key(row) !== 0 && amount.code(row) !== 0;
        if (
          isPriced &&
          otherParty.code(row) &&
          (isTwin(row, rows[i - 1]) || isTwin(row, rows[i + 1]))
        ) {
          flags.add(row, FLAGS.duplicate);
        }
        const duration = durationOf(row);
        if (duration > 0) latest = flagCall(flags, { row, start, duration }, latest);
      }
    },
    FEW_ROWS,
  );
}

/** Milliseconds of a call; 0, or NaN, for what is none. */
function durations(
  { volume, unit, usageType }: UsageTable,
  kinds: readonly UsageKind[],
): (row: number) => number {
  const factors = unit.values.map((code) =>
    volumeKind(code) === 'time' ? (volumeFactor(code) ?? 0) * 1000 : 0,
  );
  return (row) => {
    const seconds = volume.key(row) / 10 ** volume.scale;
    return kinds[usageType.code(row)] === 'data' ? 0 : seconds * (factors[unit.code(row)] ?? 0);
  };
}

/** Returns which of a call and the one that would end last before it ends last now. */
function flagCall({ sets, others }: TableFlags, call: Call, latest: Call | null): Call {
  if (!latest) return call;
  const { row, start, duration } = call;
  const between = distance(latest.start, start);
  // As late as either may have begun: minutes may hide the seconds.
  if (
    between + SPANS[start.precision] < latest.duration &&
    between + duration > SPANS[latest.start.precision]
  ) {
    for (const [a, b] of [
      [row, latest.row],
      [latest.row, row],
    ] as const) {
      if (sets.code(a) & FLAGS.duplicate) continue;
      sets.set(a, sets.code(a) | FLAGS.overlapping);
      others.set(a, others.code(a) || b + 1);
    }
  }
  return between + duration > latest.duration ? call : latest;
}

/** Milliseconds between two starts; by the clock on the wall where one of them has no offset. */
function distance(a: WallTime, b: WallTime): number {
  return a.instant !== null && b.instant !== null ? b.instant - a.instant : b.wall - a.wall;
}

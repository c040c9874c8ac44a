/** Runs of data records: what a trip or a day left behind, however many times the device has reported. */
import { addDecimals, type Decimal, ZERO } from './decimal.js';
import { countFrom, sortByKeys } from './order.js';
import type { GroupKeys } from './row-tally.js';
import { inSteps, type Steps } from './steps.js';
import { dayNumber, HOUR_MS } from './time.js';
import { describeUsageType } from './usage-type.js';
import type { UsageTable } from './usage-table.js';
import { toBaseVolume, volumeKind } from './volume.js';

/** From one record abroad to the next; who is silent for longer has travelled twice. Milliseconds. */
const LONGEST_PAUSE = 48 * HOUR_MS;

/** Codes of runs by row, 0 for a row that is in none. */
export interface SessionKeys extends GroupKeys {
  /** The row of the first record of a run: the same as long as nothing comes before it; '' for code 0. */
  nameOf(code: number): string;
}

/** The newest run of a subscription, in order of time. */
interface Run {
  readonly first: number;
  /** Wall ms of the latest record. */
  wall: number;
  /** 0 as long as there is no second one. */
  code: number;
}

/**
 * Finds the runs of a table, in whatever order its rows are. A run is two or more records of one
 * subscription, type and destination that measure data, next to each other in time among such records:
 * abroad with no pause of more than two days, at home within one day. Whether a record is from abroad is
 * taken from its roaming provider or from its type as we know it [assumed].
 */
export function* sessionKeys(table: UsageTable): Steps<SessionKeys> {
  const { length, startTime, subscriptionNo, usageType, unit, roamingProvider } = table;
  const codes = new Int32Array(length);
  const firsts = [-1];
  const runs: Run[] = [];
  const isData = unit.values.map((text) => volumeKind(text) === 'data');
  const isRoaming = usageType.values.map((code) => describeUsageType(code).kind === 'roaming');
  const order = { codes: startTime.codes, none: 0 };
  // What has no time comes last, where it follows nothing.
  const rows = yield* sortByKeys(countFrom(0, length), order, 1);
  yield* inSteps(length, (from, to) => {
    for (const row of rows.subarray(from, to)) {
      const wall = startTime.at(row);
      if (!isData[unit.code(row)]) continue;
      const isAbroad = roamingProvider.code(row) > 0 || isRoaming[usageType.code(row)] === true;
      const run = runs[subscriptionNo.code(row)];
      const goesOn =
        run &&
        isAlike(table, row, run.first) &&
        (isAbroad ? wall - run.wall <= LONGEST_PAUSE : dayNumber(wall) === dayNumber(run.wall));
      if (goesOn) {
        codes[row] = codes[run.first] = run.code ||= firsts.push(run.first) - 1;
        run.wall = wall;
      } else runs[subscriptionNo.code(row)] = { first: row, wall, code: 0 };
    }
  });
  return {
    codes,
    size: firsts.length,
    nameOf: (code) => (code ? String(firsts[code]) : ''),
  };
}

/** What rows have used in all, in bytes; null where one of them does not say. */
export function bytesUsed({ volume, unit }: UsageTable, rows: Uint32Array): Decimal | null {
  let sum: Decimal | null = ZERO;
  for (const row of rows) {
    const used = volume.at(row);
    const bytes: Decimal | null = used && toBaseVolume(used, unit.at(row));
    sum = sum && bytes && addDecimals(sum, bytes);
  }
  return sum;
}

/** By the destination's name, or by its code where it has none. */
function isAlike(
  { usageType, destination, destinationCode }: UsageTable,
  a: number,
  b: number,
): boolean {
  return (
    usageType.code(a) === usageType.code(b) &&
    destination.code(a) === destination.code(b) &&
    (destination.code(a) > 0 || destinationCode.code(a) === destinationCode.code(b))
  );
}

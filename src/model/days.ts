/** When usage was made: by day and type, and calls by the hour. */
import { compareTexts, type Total } from './money.js';
import { inSteps, type Steps } from './steps.js';
import { groupSteps } from './table-groups.js';
import { dayOf, HOUR_MS, hourOf } from './time.js';
import type { UsageTable } from './usage-table.js';
import { volumeKind } from './volume.js';

/** Usage of one type on one day. */
export interface DayUsage {
  /** 'yyyy-mm-dd'. */
  readonly day: string;
  /** The operator's code; '' where none is stated. */
  readonly usageType: string;
  readonly total: Total;
}

/** Calls that began in one hour. */
export interface HourUsage {
  /** 'yyyy-mm-dd'. */
  readonly day: string;
  /** On the clock on the wall, '00' to '23'. */
  readonly hour: string;
  readonly count: number;
}

export interface UsageTimes {
  /** Ascending; withheld money is in it. Records without a readable time are on no day. */
  readonly days: readonly DayUsage[];
  /** Ascending, without hours in which nobody called. A record that states no time of day is in none. */
  readonly hours: readonly HourUsage[];
}

/** A call is what is measured in time, whatever its type is called. */
export function* timeSteps(table: UsageTable): Steps<UsageTimes> {
  const groups = yield* groupSteps(table, null, ['day', 'type']);
  const days = groups
    .map(({ names: [day = '', usageType = ''], total }) => ({ day, usageType, total }))
    .filter(({ day }) => day)
    .sort((a, b) => compareTexts(a.day, b.day) || compareTexts(a.usageType, b.usageType));
  const { unit, startTime } = table;
  const isCall = unit.values.map((text) => volumeKind(text) === 'time');
  const counts = new Map<number, number>();
  yield* inSteps(table.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const time = isCall[unit.code(row)] ? startTime.time(row) : null;
      if (!time || time.precision === 'day') continue;
      const hour = Math.floor(time.wall / HOUR_MS);
      counts.set(hour, (counts.get(hour) ?? 0) + 1);
    }
  });
  const hours = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([at, count]) => {
      const wall = at * HOUR_MS;
      return { day: dayOf(wall), hour: String(hourOf(wall)).padStart(2, '0'), count };
    });
  return { days, hours };
}

/** What is to be reached, as ratios of one run. */
import { ratio, type Samples } from './statistics.js';

export const OURS = 'payex-usage';
export const LIMIT = 'limit';
/** Stand for the measures without a table on screen. */
export const DATA = 'data';

export const SCRIPT_GOAL = 'script-tag file, bytes of brotli';

/** Everybody but us and the limit. All of them hold their records as objects. */
export function peersOf(samples: Samples): readonly string[] {
  return samples.contestants.filter((name) => ![OURS, LIMIT, DATA].includes(name));
}

export interface Verdict {
  readonly goal: string;
  /** The greatest value that reaches it, or the least if `atLeast`. */
  readonly wanted: number;
  readonly atLeast?: boolean;
  /** null if it was not measured in this run. */
  readonly value: number | null;
  /** Peers that failed, and so are not among those it is compared with. */
  readonly without?: readonly string[];
  readonly unit?: 'ms' | 'B';
}

/** Whether a goal is reached; null if nobody knows. */
export function isReached({ value, wanted, atLeast }: Verdict): boolean | null {
  if (value === null) return null;
  return atLeast ? value >= wanted : value <= wanted;
}

/** @param records at which the goals are judged: the largest number of this run */
export function judge(samples: Samples, records: number): readonly Verdict[] {
  const ours = (measure: string, at = records) => samples.median(OURS, at, measure);
  const peers = peersOf(samples);
  const best = (measure: string) => samples.best(peers, records, measure)?.median ?? null;
  // A peer that failed may be the best one: that has to be said.
  const without = peers.filter((name) => samples.median(name, records, 'mount') === null);
  const toLimit = (measure: string) =>
    ratio(ours(measure), samples.median(LIMIT, records, measure));
  const toBest = (measure: string) => ratio(ours(measure), best(measure));
  const against = (goal: string, value: number | null, wanted: number): Verdict => ({
    goal,
    value,
    wanted,
  });
  const tasks = ['mountTask', 'sortTask', 'filterTask'].map((measure) => ours(measure));
  return [
    against('mount ÷ limit', toLimit('mount'), 1.5),
    { ...against('mount ÷ best peer', toBest('mount'), 1), without },
    against('sort ÷ limit', toLimit('sort'), 2),
    { ...against('best peer ÷ sort', inverse(toBest('sort')), 8), atLeast: true, without },
    against('filter ÷ limit', toLimit('filter'), 2),
    { ...against('filter ÷ best peer', toBest('filter'), 1), without },
    against('jump ÷ limit', toLimit('jump'), 1.3),
    against('scroll p95 ÷ limit', toLimit('scrollP95'), 1.3),
    against('frames without rows while scrolling', ours('blank'), 0),
    {
      ...against('longest task while mounting, sorting, filtering', most(tasks), 50),
      unit: 'ms',
    },
    ...judgeGrowth(samples, records),
    ...judgeData(samples),
  ];
}

/** How times grow with the records; nothing where only one number of them was measured. */
function judgeGrowth(samples: Samples, records: number): readonly Verdict[] {
  const fewer = samples.recordsWith('mount').filter((each) => each < records);
  const [least, next] = [fewer[0], fewer.at(-1)];
  if (least === undefined || next === undefined) return [];
  const growth = (measure: string, from: number) =>
    ratio(samples.median(OURS, records, measure), samples.median(OURS, from, measure));
  return [
    ...['mount', 'jump'].map((measure) => ({
      goal: `${measure} ÷ ${measure} at ${least} records`,
      value: growth(measure, least),
      wanted: 1.25,
    })),
    ...['sort', 'filter'].map((measure) => ({
      goal: `${measure} a record ÷ the same at ${next} records`,
      value: ratio(growth(measure, next), records / next),
      wanted: 1.25,
    })),
  ];
}

function judgeData(samples: Samples): readonly Verdict[] {
  const data = (measure: string): number | null => {
    const records = samples.recordsWith(measure).at(-1);
    return records === undefined ? null : samples.median(DATA, records, measure);
  };
  const first = ratio(data('answerFirst'), data('answerPlain'));
  const total = ratio(data('answerTotal'), data('answerPlain'));
  return [
    { goal: 'store, bytes a record', value: data('storeTable'), wanted: 80, unit: 'B' },
    // To parse is one part, to validate and append no more than 0.8 warm and 1.5 cold beside it.
    { goal: 'bytes to table ÷ JSON.parse, warm', value: data('readWarmShare'), wanted: 1.8 },
    { goal: 'bytes to table ÷ JSON.parse, cold', value: data('readColdShare'), wanted: 2.5 },
    {
      goal: 'group by subscription and type ÷ nested maps over objects',
      value: ratio(data('groupTable'), data('groupObjects')),
      wanted: 0.15,
    },
    {
      goal: 'group in the element, painted, ÷ Tabulator',
      value: ratio(
        lastOf(samples, OURS, 'groupPainted'),
        lastOf(samples, 'tabulator', 'groupPainted'),
      ),
      wanted: 0.3,
    },
    { goal: 'long answer: first rows ÷ fetch().json()', value: first, wanted: 0.05 },
    { goal: 'long answer: total ÷ fetch().json()', value: total, wanted: 1.15 },
    { goal: 'long answer: longest task', value: data('answerTask'), wanted: 50, unit: 'ms' },
  ];
}

function lastOf(samples: Samples, name: string, measure: string): number | null {
  const records = samples.recordsWith(measure).at(-1);
  return records === undefined ? null : samples.median(name, records, measure);
}

function inverse(value: number | null): number | null {
  return ratio(1, value);
}

/** null if one of them is missing: a longest task of which a part is unknown is unknown. */
function most(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? Math.max(...known) : null;
}

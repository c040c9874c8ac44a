/** What is measured in a run: one task a browser. */
import { DATA, OURS } from '../goals.js';
import { type Sample } from '../statistics.js';
import { type Entry, styleOf } from './contestants.js';
import {
  type BrowserChoice,
  type DataStep,
  type GridSample,
  sampleData,
  sampleGrid,
  type Outcome,
  sampleStore,
} from './sampler.js';

export interface Plan {
  readonly entries: readonly Entry[];
  /** Numbers of records in the tables. */
  readonly records: readonly number[];
  readonly samples: number;
  /** Records of the table and the objects that are weighed and grouped. */
  readonly stored: number;
  /** Records that are read from answers of 3,000. */
  readonly read: number;
  /** Records of the one long answer: 60 MB are about 190,000. */
  readonly answer: number;
  /** Rows of which the last one is looked for; 0 leaves it out. */
  readonly lastOf: number;
}

export const FULL = {
  records: [1_000, 100_000, 1_000_000],
  samples: 5,
  stored: 1_000_000,
  read: 100_000,
  answer: 190_000,
  lastOf: 2_000_000,
} as const satisfies Partial<Plan>;

export const QUICK = {
  records: [1_000, 100_000],
  samples: 1,
  stored: 100_000,
  read: 20_000,
  answer: 20_000,
  lastOf: 0,
} as const satisfies Partial<Plan>;

/** Subscriptions of the first answer: about as many as there is room for. */
const FIRST_SUBSCRIPTIONS = 20;

/** Height of a row wherever it is not said otherwise, CSS pixels. */
const ROW_HEIGHT = 36;
const LAST_ROW_HEIGHTS = [28, 40];

export interface Task extends Pick<Sample, 'kind' | 'contestant' | 'records'> {
  run(browser: BrowserChoice, origin: string): Promise<Outcome>;
}

/** One contestant's page of so many records, taken through some steps. */
function steps(
  entry: Entry,
  records: number,
  wanted: GridSample['steps'],
  rowHeight = ROW_HEIGHT,
): Task['run'] {
  return (browser, origin) =>
    sampleGrid(browser, {
      url: `${origin}/grid.html`,
      setting: { script: `/${entry.file}.js`, records, rowHeight, style: styleOf(entry) },
      steps: wanted,
    });
}

function gridTask(entry: Entry, records: number): Task {
  const run = steps(entry, records, ['mount', 'jump', 'scroll', 'sort', 'filter']);
  return { kind: 'table', contestant: entry.name, records, run };
}

/** Grouping on screen: ours, and the one of the peers that does it out of the box. */
const GROUPING = [OURS, 'tabulator'];

function groupTask(entry: Entry, records: number): Task {
  const run = steps(entry, records, ['mount', 'group']);
  return {
    kind: 'groups',
    contestant: entry.name,
    records,
    async run(browser, origin) {
      const { figures, missing } = await run(browser, origin);
      const { groupPainted } = figures;
      return { figures: { ...(groupPainted !== undefined && { groupPainted }) }, missing };
    },
  };
}

function lastRowTask(entry: Entry, records: number, rowHeight: number): Task {
  const run = steps(entry, records, ['mount', 'lastRow'], rowHeight);
  return {
    kind: `last row of ${rowHeight} px`,
    contestant: entry.name,
    records,
    async run(browser, origin) {
      const { figures, missing } = await run(browser, origin);
      return { figures: { [`lastRow${rowHeight}`]: figures['lastRow'] ?? NaN }, missing };
    },
  };
}

function dataTasks({ stored, read, answer }: Plan): Task[] {
  const task = (kind: DataStep, records: number): Task => ({
    kind,
    contestant: DATA,
    records,
    run: (browser, origin) => sampleData(browser, `${origin}/data.html`, kind, records),
  });
  return [
    {
      kind: 'store',
      contestant: DATA,
      records: stored,
      run: (browser, origin) => sampleStore(browser, `${origin}/data.html`, stored),
    },
    task('read', read),
    task('plainAnswer', answer),
    task('productAnswer', answer),
    task('firstPaint', FIRST_SUBSCRIPTIONS),
  ];
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Round by round, each of them shuffled: what the machine does meanwhile hits everybody alike. */
export function tasksOf(plan: Plan): Task[] {
  const { entries, records, samples, lastOf } = plan;
  const round = () =>
    shuffled([
      ...entries.flatMap((entry) => records.map((each) => gridTask(entry, each))),
      ...entries
        .filter(({ name }) => GROUPING.includes(name))
        .map((entry) => groupTask(entry, plan.stored)),
      ...dataTasks(plan),
    ]);
  const lastRows = entries.flatMap((entry) =>
    lastOf === 0 ? [] : LAST_ROW_HEIGHTS.map((height) => lastRowTask(entry, lastOf, height)),
  );
  return [...Array.from({ length: samples }, round).flat(), ...shuffled(lastRows)];
}

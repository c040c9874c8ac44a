/** The results of a run as a page of Markdown. Every figure comes from the samples. */
import {
  DATA,
  isReached,
  judge,
  LIMIT,
  OURS,
  peersOf,
  SCRIPT_GOAL,
  type Verdict,
} from './goals.js';
import { count, figure, table } from './markdown.js';
import { REASONS } from './reasons.js';
import { ratio, type Samples, type Summary } from './statistics.js';

/** What is known of a run besides its samples. */
export interface RunFacts {
  /** Name and version, and the bytes of script and style sheet. */
  readonly contestants: readonly ContestantFacts[];
  /** Chromium and Node.js with their versions. */
  readonly tools: readonly string[];
  /** Cores, memory, system; nothing that names the machine. */
  readonly machine: string;
  readonly day: string;
  /** Samples of each contestant at each number of records. */
  readonly samples: number;
  /** How things were measured, a paragraph each. */
  readonly method: readonly string[];
}

export interface ContestantFacts {
  readonly name: string;
  readonly version: string;
  readonly script: Size;
  readonly style: Size | null;
}

interface Size {
  readonly min: number;
  readonly br: number;
}

/** Measures of a table on screen: less is better in all of them. */
const MEASURES = [
  ['mount', 'mount, ms'],
  ['jump', 'jump, ms'],
  ['scroll', 'scroll frame, ms'],
  ['scrollP95', 'scroll p95, ms'],
  ['blank', 'blank frames'],
  ['sort', 'sort, ms'],
  ['filter', 'filter, ms'],
  ['heap', 'heap, B/record'],
  ['mountTask', 'task: mount, ms'],
  ['sortTask', 'task: sort, ms'],
  ['filterTask', 'task: filter, ms'],
] as const;

const DATA_MEASURES = [
  ['storeTable', 'the table in memory, bytes a record'],
  ['storeObjects', 'objects in memory, bytes a record'],
  ['groupTable', 'group by subscription and type, the table, ms'],
  ['groupObjects', 'the same, nested maps over objects, ms'],
  ['parseCold', 'JSON.parse, cold, ms'],
  ['readCold', 'bytes to table, cold, ms'],
  ['parseWarm', 'JSON.parse, warm, ms'],
  ['readWarm', 'bytes to table, warm, ms'],
  ['exactShare', 'parseJsonExactly ÷ JSON.parse, warm'],
  ['answerPlain', 'long answer, fetch().json(), ms'],
  ['answerPlainTask', 'the same, longest task, ms'],
  ['answerFirst', 'long answer in the element, first rows, ms'],
  ['answerTotal', 'the same, all rows, ms'],
  ['answerTask', 'the same, longest task, ms'],
  ['paintSkeleton', '`<payex-usage>`: script start to header and skeleton painted, ms'],
  ['paintTask', 'the same, longest task, ms'],
  ['paintRows', 'the same: first answer to first rows painted, ms'],
] as const;

/** Below this a measure is not told apart from equal: the machine's noise. */
const NOISE = 1.05;

function times(value: number | null): string {
  return value === null ? '–' : `${value.toFixed(2)} ×`;
}

function spread(summary: Summary | null): string {
  return summary ? `${figure(summary.least)}–${figure(summary.most)}` : '–';
}

export function render(samples: Samples, facts: RunFacts): string {
  const sizes = samples.recordsWith('mount');
  const largest = sizes.at(-1) ?? 0;
  const verdicts = [judgeScript(facts), ...judge(samples, largest)];
  return [
    '# Measured against others',
    `${facts.day}, ${facts.machine}, ${facts.tools.join(', ')}; medians of ${facts.samples} ` +
      `sample${facts.samples === 1 ? '' : 's'}. Written by \`npm run bench\`: compare figures within this page only.`,
    '## Goals',
    `At ${count(largest)} records unless the goal says otherwise.`,
    goals(verdicts),
    '## Where we lose',
    losses(samples, verdicts, REASONS),
    ...sizes.toReversed().flatMap((records) => atSize(samples, records)),
    '## Data alone',
    dataTable(samples),
    ...groups(samples),
    ...lastRows(samples),
    '## Contestants',
    contestants(facts),
    '## Method',
    ...facts.method,
    ...failures(samples),
  ]
    .join('\n\n')
    .concat('\n');
}

function goals(verdicts: readonly Verdict[]): string {
  const words = { true: 'reached', false: '**missed**', null: 'not measured' } as const;
  const rows = verdicts.map((verdict) => {
    const { goal, wanted, atLeast, value, without = [], unit } = verdict;
    const but = without.length > 0 ? `, without ${without.join(' and ')}, which failed` : '';
    const reached = words[`${isReached(verdict)}`] + but;
    const shown = unit ? `${figure(value)} ${unit}` : figure(value);
    return [goal, `${atLeast ? '≥' : '≤'} ${wanted}`, shown, reached];
  });
  return table(['goal', 'wanted', 'measured', ''], rows);
}

/** Bytes are counted, not sampled. */
function judgeScript({ contestants }: RunFacts): Verdict {
  const ours = contestants.find(({ name }) => name === OURS);
  return { goal: SCRIPT_GOAL, value: ours?.script.br ?? null, wanted: 40_000, unit: 'B' };
}

/**
 * Every measure in which a peer is ahead of us, and every goal that was missed.
 *
 * @param reasons why a goal is missed and what was tried, by goal
 */
export function losses(
  samples: Samples,
  verdicts: readonly Verdict[],
  reasons: Readonly<Record<string, string>> = {},
): string {
  const peers = peersOf(samples);
  const behind = samples.recordsWith('mount').flatMap((records) =>
    MEASURES.flatMap(([measure, title]) => {
      const ours = samples.median(OURS, records, measure);
      const ahead = peers
        .map((name) => ({ name, median: samples.median(name, records, measure) }))
        .filter(({ median }) => isAhead(median, ours))
        .sort((a, b) => (a.median ?? 0) - (b.median ?? 0))
        .map(({ name, median }) => `${name} ${figure(median)}`);
      if (ahead.length === 0) return [];
      return `- ${count(records)} records, ${title}: we ${figure(ours)}; ahead: ${ahead.join(', ')}.`;
    }),
  );
  const missed = verdicts
    .filter((verdict) => isReached(verdict) === false)
    .map(({ goal, value, wanted }) => {
      const why = reasons[goal] ? ` ${reasons[goal]}` : '';
      return `- Goal missed: ${goal}, ${figure(value)} where ${wanted} was wanted.${why}`;
    });
  const all = [...missed, ...behind];
  return all.length > 0 ? all.join('\n') : 'Nowhere in this run.';
}

function isAhead(peer: number | null, ours: number | null): boolean {
  return peer !== null && ours !== null && peer * NOISE < ours;
}

function atSize(samples: Samples, records: number): string[] {
  const names = samples.contestants.filter((name) => name !== DATA);
  const measured = (show: (summary: Summary | null) => string) =>
    names.map((name) => [
      name,
      ...MEASURES.map(([measure]) => show(samples.of(name, records, measure))),
    ]);
  const titles = MEASURES.map(([, title]) => title);
  const peers = peersOf(samples);
  const ratios = MEASURES.map(([measure, title]) => {
    const ours = samples.median(OURS, records, measure);
    const best = samples.best(peers, records, measure);
    return [
      title,
      times(ratio(ours, samples.median(LIMIT, records, measure))),
      times(ratio(ours, best?.median ?? null)),
      best ? `${best.name} (${figure(best.median)})` : '–',
    ];
  });
  return [
    `## ${count(records)} records`,
    table(
      ['', ...titles],
      measured((summary) => figure(summary?.median ?? null)),
    ),
    'Ours in relation:',
    table(['', '÷ limit', '÷ best peer', 'best peer'], ratios),
    'Least and most of the samples:',
    table(['', ...titles], measured(spread)),
  ];
}

function dataTable(samples: Samples): string {
  const rows = DATA_MEASURES.flatMap(([measure, title]) =>
    samples.recordsWith(measure).map((records) => {
      const summary = samples.of(DATA, records, measure);
      return [title, count(records), figure(summary?.median ?? null), spread(summary)];
    }),
  );
  return table(['', 'records', 'median', 'least and most'], rows);
}

/** Grouping on screen, of those that did it. */
function groups(samples: Samples): string[] {
  const records = samples.recordsWith('groupPainted').at(-1);
  if (records === undefined) return [];
  const rows = samples.contestants
    .map((name) => ({ name, summary: samples.of(name, records, 'groupPainted') }))
    .filter(({ summary }) => summary !== null)
    .map(({ name, summary }) => [name, figure(summary?.median ?? null), spread(summary)]);
  return [
    `Grouped by subscription and type on screen, ${count(records)} records:`,
    table(['', 'painted, ms', 'least and most'], rows),
  ];
}

/** Whether the last of very many rows can be reached by the scroll bar. */
function lastRows(samples: Samples): string[] {
  const heights = [28, 40].filter((height) => samples.recordsWith(`lastRow${height}`).length > 0);
  if (heights.length === 0) return [];
  const records = samples.recordsWith(`lastRow${heights[0]}`).at(-1) ?? 0;
  const words = (value: number | null): string =>
    value === null ? '–' : value === 1 ? 'reached' : 'not reached';
  const rows = samples.contestants
    .filter((name) => name !== DATA)
    .map((name) => [
      name,
      ...heights.map((height) => words(samples.median(name, records, `lastRow${height}`))),
    ]);
  return [
    `## The last of ${count(records)} rows`,
    table(['', ...heights.map((height) => `rows of ${height} px`)], rows),
  ];
}

function contestants({ contestants }: RunFacts): string {
  const rows = contestants.map(({ name, version, script, style }) => [
    name,
    version,
    count(script.min),
    count(script.br),
    style ? `${count(style.min)} (${count(style.br)})` : '–',
  ]);
  return table(['', 'version', 'script, bytes', 'brotli', 'style sheet (brotli)'], rows);
}

function failures({ failed }: Samples): string[] {
  if (failed.length === 0) return [];
  const lines = failed.flatMap(({ contestant, records, error, missing = [] }) =>
    [error ?? missing].flat().map((text) => {
      const reason = text.split('\n')[0]?.slice(0, 300);
      return `- ${contestant}, ${count(records)} records: ${reason}`;
    }),
  );
  return ['## What failed', 'Of these steps nothing is quoted above.', lines.join('\n')];
}

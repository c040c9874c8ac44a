import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReached, judge, LIMIT, OURS, type Verdict } from '../../bench/goals.js';
import { figure, table } from '../../bench/markdown.js';
import { REASONS } from '../../bench/reasons.js';
import { losses, render, type RunFacts } from '../../bench/results.js';
import { ratio, type Sample, Samples, summarise } from '../../bench/statistics.js';

const RECORDS = 1_000;
const PEER = 'some-grid';

/** Of a table, unless it is said otherwise. */
function sample(
  contestant: string,
  figures: Sample['figures'],
  more: Partial<Sample> = {},
): Sample {
  return { kind: 'table', contestant, records: RECORDS, figures, ...more };
}

function failed(contestant: string, kind = 'table'): Sample {
  return sample(contestant, {}, { kind, error: 'mount: expected a record, saw null' });
}

function verdict(samples: readonly Sample[], goal: string): Verdict {
  const found = judge(new Samples(samples), RECORDS).find((each) => each.goal === goal);
  assert.ok(found, `no goal "${goal}"`);
  return found;
}

const FACTS: RunFacts = {
  contestants: [
    { name: OURS, version: '0.1.0', script: { min: 2_000, br: 1_000 }, style: null },
    { name: PEER, version: '9.9.9', script: { min: 4_000, br: 3_000 }, style: { min: 9, br: 5 } },
  ],
  tools: ['Chromium 1'],
  machine: '2 cores, 4 GB',
  day: '2026-01-01',
  samples: 1,
  method: ['**How.** By clock.'],
};

test('one slow sample does not move the median', () => {
  assert.equal(summarise([10, 900, 11, 12, 9])?.median, 11);
});

test('figures are ordered as numbers, not as texts', () => {
  assert.deepEqual(summarise([9, 100, 20]), { median: 20, least: 9, most: 100, samples: 3 });
});

test('an even number of samples has its median between the middle two', () => {
  assert.equal(summarise([1, 2, 4, 100])?.median, 3);
});

test('the samples keep the order in which they were measured', () => {
  const values = [3, 1, 2];
  summarise(values);
  assert.deepEqual(values, [3, 1, 2]);
});

test('nothing measured is no figure, and not zero', () => {
  assert.equal(summarise([]), null);
});

test('a figure that is no number spoils its median instead of passing as one', () => {
  assert.equal(summarise([1, NaN, 2]), null);
});

test('a ratio to nothing is no ratio', () => {
  assert.deepEqual(
    [ratio(5, 0), ratio(5, null), ratio(null, 5), ratio(6, 3)],
    [null, null, null, 2],
  );
});

test('a contestant that failed once is not quoted by its other samples', () => {
  const samples = new Samples([sample(PEER, { mount: 1 }), failed(PEER)]);
  assert.equal(samples.median(PEER, RECORDS, 'mount'), null);
});

test('what failed in another kind of run does not spoil the table', () => {
  const samples = new Samples([sample(PEER, { mount: 1 }), failed(PEER, 'last row of 28 px')]);
  assert.equal(samples.median(PEER, RECORDS, 'mount'), 1);
});

test('samples of other numbers of records are not mixed in', () => {
  const other = sample(PEER, { mount: 99 }, { records: 5 });
  const samples = new Samples([sample(PEER, { mount: 1 }), other]);
  assert.equal(samples.median(PEER, RECORDS, 'mount'), 1);
});

test('a failed peer is never the best one', () => {
  const samples = new Samples([failed('broken'), sample(PEER, { mount: 7 })]);
  assert.deepEqual(samples.best(['broken', PEER], RECORDS, 'mount'), { name: PEER, median: 7 });
});

test('whoever is compared with the best peer is told which of them failed', () => {
  const samples = [sample(OURS, { mount: 1 }), sample(PEER, { mount: 4 }), failed('broken')];
  const { value, without } = verdict(samples, 'mount ÷ best peer');
  assert.deepEqual([value, without], [0.25, ['broken']]);
  const page = render(new Samples(samples), FACTS);
  assert.match(
    page,
    /\| mount ÷ best peer \| ≤ 1 \| 0\.25 \| reached, without broken, which failed \|/,
  );
});

test('the limit is no peer: to be slower than it is not to lose', () => {
  const samples = [
    sample(OURS, { mount: 20 }),
    sample(LIMIT, { mount: 10 }),
    sample(PEER, { mount: 40 }),
  ];
  assert.equal(verdict(samples, 'mount ÷ best peer').value, 0.5);
});

test('a goal of at least so many times is missed from below', () => {
  const samples = [sample(OURS, { sort: 10 }), sample(PEER, { sort: 70 })];
  const goal = verdict(samples, 'best peer ÷ sort');
  assert.deepEqual([goal.value, isReached(goal)], [7, false]);
});

test('a goal that was not measured is neither reached nor missed', () => {
  assert.equal(isReached(verdict([sample(OURS, {})], 'mount ÷ limit')), null);
});

test('a longest task is unknown if that of one step is', () => {
  const samples = [sample(OURS, { mountTask: 0, sortTask: 0 })];
  const goal = 'longest task while mounting, sorting, filtering';
  assert.equal(verdict(samples, goal).value, null);
});

test('a step that fails costs its own figures, not those of the others', () => {
  const half = { missing: ['scroll: scrolled by 4292 px only'] };
  const samples = new Samples([
    sample(PEER, { mount: 1, scroll: NaN }, half),
    sample(PEER, { mount: 3, scroll: 5 }),
  ]);
  const medians = ['mount', 'scroll'].map((name) => samples.median(PEER, RECORDS, name));
  assert.deepEqual(medians, [2, null]);
  assert.match(
    render(samples, FACTS),
    /some-grid, 1,000 records: scroll: scrolled by 4292 px only/,
  );
});

test('every measure in which a peer is ahead is told, with its name and figure', () => {
  const samples = new Samples([
    sample(OURS, { mount: 30, sort: 5 }),
    sample(PEER, { mount: 20, sort: 50 }),
  ]);
  assert.equal(losses(samples, []), '- 1,000 records, mount, ms: we 30; ahead: some-grid 20.');
});

test('a missed goal is told among the losses', () => {
  const missed: Verdict = { goal: 'mount ÷ limit', value: 3, wanted: 1.5 };
  assert.equal(
    losses(new Samples([]), [missed]),
    '- Goal missed: mount ÷ limit, 3 where 1.5 was wanted.',
  );
});

test('a missed goal is told with its reason, a reached one without', () => {
  const missed: Verdict = { goal: 'jump ÷ limit', value: 3, wanted: 1.5 };
  const reached: Verdict = { ...missed, goal: 'mount ÷ limit', value: 1 };
  const reasons = { 'jump ÷ limit': 'Rows are said aloud.', 'mount ÷ limit': 'It was slow once.' };
  assert.equal(
    losses(new Samples([]), [missed, reached], reasons),
    '- Goal missed: jump ÷ limit, 3 where 1.5 was wanted. Rows are said aloud.',
  );
});

test('a reason is given for no goal that is not there', () => {
  const page = render(new Samples([sample(OURS, { mount: 30 })]), FACTS);
  for (const goal of Object.keys(REASONS)) assert.ok(page.includes(`| ${goal} |`), goal);
});

test('the bytes of the script are judged as they are', () => {
  const page = render(new Samples([sample(OURS, { mount: 30 })]), FACTS);
  assert.match(page, /\| script-tag file, bytes of brotli \| ≤ 40000 \| 1,000 B \| reached \|/);
});

test('a difference within the noise is no loss', () => {
  const samples = new Samples([sample(OURS, { mount: 104 }), sample(PEER, { mount: 100 })]);
  assert.equal(losses(samples, []), 'Nowhere in this run.');
});

test('what failed is named on the page, and its figures are not', () => {
  const samples = [sample(OURS, { mount: 30 }), sample(PEER, { mount: 4_321 }), failed(PEER)];
  const page = render(new Samples(samples), FACTS);
  assert.match(page, /## What failed[^]*some-grid, 1,000 records: mount: expected a record/);
  assert.doesNotMatch(page, /4,321/);
});

test('a page of a run without data measures has no figures for them', () => {
  const page = render(new Samples([sample(OURS, { mount: 30 })]), FACTS);
  assert.match(page, /\| store, bytes a record \| ≤ 80 \| – B \| not measured \|/);
});

test('a small figure keeps its digits and a large one its order of magnitude', () => {
  assert.deepEqual([0.05, 1.24, 12.4, 1_234.5, 0, null].map(figure), [
    '0.05',
    '1.2',
    '12',
    '1,235',
    '0',
    '–',
  ]);
});

test('a bar or a line break in a text does not break the table', () => {
  assert.equal(table(['a|b'], [['c\nd']]), '| a\\|b |\n| --- |\n| c d |');
});

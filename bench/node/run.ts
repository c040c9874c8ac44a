/** The run itself, after everything is installed and built. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { format, resolveConfig } from 'prettier';
import { render, type RunFacts } from '../results.js';
import { type Sample, Samples } from '../statistics.js';
import { BENCH, buildPages, DIST } from './builds.js';
import { type Entry, factsOf } from './contestants.js';
import { methodOf } from './method.js';
import { FULL, type Plan, tasksOf } from './plan.js';
import type { BrowserChoice } from './sampler.js';
import { serve } from './server.js';

export interface Run {
  readonly plan: Plan;
  readonly browser: BrowserChoice;
  /** Of the product. */
  readonly root: string;
}

/** Whether a run may be quoted: enough samples of everybody, at every number of records. */
function isWhole(plan: Plan, all: readonly Entry[]): boolean {
  return (
    plan.samples >= FULL.samples &&
    plan.entries.length === all.length &&
    FULL.records.every((records) => plan.records.includes(records))
  );
}

async function versionOf({ executablePath, args }: BrowserChoice): Promise<string> {
  const browser = await chromium.launch({ executablePath, args: [...args] });
  const version = browser.version();
  await browser.close();
  return version;
}

/**
 * Runs a plan, telling how far it is, and writes the results: those of a whole run to `bench/RESULTS.md`,
 * all others to `bench/dist/`, with every sample beside them.
 *
 * @returns whether every sample gave its figures
 */
export async function run({ plan, browser, root }: Run, all: readonly Entry[]): Promise<boolean> {
  console.log('Building the pages …');
  await buildPages(plan.entries.map(({ file }) => file));
  const server = await serve(join(root, 'dist'), plan.answer);
  const samples: Sample[] = [];
  const tasks = tasksOf(plan);
  try {
    for (const [i, { kind, contestant, records, run: runTask }] of tasks.entries()) {
      const start = performance.now();
      const sample = { kind, contestant, records };
      const about = `${i + 1}/${tasks.length} ${contestant}, ${kind}, ${records} records`;
      try {
        // Once may be the machine; twice is the contestant.
        const first = await runTask(browser, server.origin).catch(() => null);
        const isWhole = first && !first.missing?.length;
        const outcome = isWhole ? first : await runTask(browser, server.origin);
        samples.push({ ...sample, ...outcome });
        const { missing = [] } = outcome;
        console.log(`${about}: ${Math.round(performance.now() - start)} ms`, ...missing);
      } catch (error) {
        const { message } = error as Error;
        samples.push({ ...sample, figures: {}, error: message });
        console.error(`${about}: FAILED, ${message}`);
      }
    }
  } finally {
    server.close();
  }
  const memory = Math.round(totalmem() / 2 ** 30);
  const facts: RunFacts = {
    contestants: plan.entries.map((entry) => factsOf(entry, root)),
    tools: [`Chromium ${await versionOf(browser)}`, `Node.js ${process.versions.node}`],
    machine: `${cpus().length} cores, ${memory} GB, ${platform()} ${arch()}`,
    day: new Date().toISOString().slice(0, 10),
    samples: plan.samples,
    method: methodOf(plan),
  };
  mkdirSync(DIST, { recursive: true });
  const measured: Measured = { isWhole: isWhole(plan, all), facts, samples };
  writeFileSync(MEASURED, JSON.stringify(measured, null, 1));
  await write(measured, root);
  return new Samples(samples).failed.length === 0;
}

/** Everything that the page of a run is made of. */
interface Measured {
  readonly isWhole: boolean;
  readonly facts: RunFacts;
  readonly samples: readonly Sample[];
}

const MEASURED = join(DIST, 'samples.json');

/** Writes the page of the last run again: what is said of the figures may have changed since, they have not. */
export function writeAgain(root: string): Promise<void> {
  return write(JSON.parse(readFileSync(MEASURED, 'utf8')) as Measured, root);
}

async function write({ isWhole, facts, samples }: Measured, root: string): Promise<void> {
  const page = isWhole ? join(BENCH, 'RESULTS.md') : join(DIST, 'results.md');
  const text = render(new Samples(samples), facts);
  writeFileSync(page, await format(text, { ...(await resolveConfig(page)), parser: 'markdown' }));
  console.log(
    `\n${text.slice(0, text.indexOf('## Method'))}\nWritten to ${page.slice(root.length)}`,
  );
}

/** One sample: a fresh browser, one page, one contestant. */
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import type { DataSteps } from '../page/data-page.js';
import type { Figures, Setting, Steps } from '../page/grid-page.js';
import type { Sample } from '../statistics.js';

/** What one browser gave. */
export type Outcome = Pick<Sample, 'figures' | 'missing'>;

export interface BrowserChoice {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/** Frames come as soon as they are done, so that a frame's time is what it costs. */
const FRAME_ARGUMENTS = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** No page takes this long for all its steps; milliseconds. */
const PATIENCE = 300_000;

export type Use<Result> = (page: Page, devtools: CDPSession) => Promise<Result>;

/** Opens a page in a browser of its own; rejects with what the page logged as an error. */
export async function withPage<Result>(
  { executablePath, args }: BrowserChoice,
  url: string,
  use: Use<Result>,
): Promise<Result> {
  const browser: Browser = await chromium.launch({
    executablePath,
    args: [...args, ...FRAME_ARGUMENTS],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    page.setDefaultTimeout(PATIENCE);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(url);
    const devtools = await page.context().newCDPSession(page);
    const result = await within(use(page, devtools));
    if (errors.length > 0) throw new Error(errors[0]);
    return result;
  } finally {
    await browser.close();
  }
}

async function within<Result>(work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the page does not answer')), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Bytes in use after a collection, buffers of typed arrays included. */
export async function heapOf(devtools: CDPSession): Promise<number> {
  // What the first collection frees may keep other things until the second.
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const usage = await devtools.send('Runtime.getHeapUsage');
  return usage.usedSize + usage.backingStorageSize;
}

/** Calls a step of the page's; what it throws is told with the step's name. */
async function call<Pages extends Steps | DataSteps>(
  page: Page,
  step: keyof Pages & string,
  argument?: unknown,
): Promise<Figures> {
  type Page = { readonly steps: Record<string, (argument: unknown) => Promise<Figures>> };
  return page
    .evaluate(([name, given]) => (globalThis as unknown as Page).steps[name]!(given), [
      step,
      argument,
    ] as const)
    .catch((error: Error) => {
      throw new Error(`${step}: ${error.message.replace(/^page\.evaluate: (?:Error: )?/, '')}`);
    });
}

export interface GridSample {
  readonly url: string;
  readonly setting: Setting;
  readonly steps: readonly Exclude<keyof Steps, 'prepare'>[];
}

/** What a step measures, where that is more than its name and its longest task. */
const MEASURES: Partial<Record<keyof Steps, readonly string[]>> = {
  jump: ['jump'],
  scroll: ['scroll', 'scrollP95', 'blank'],
};

/** Runs steps of the grid page, with a collection before each. One that fails costs its own figures only. */
export function sampleGrid(browser: BrowserChoice, sample: GridSample): Promise<Outcome> {
  const { url, setting, steps } = sample;
  return withPage(browser, url, async (page, devtools) => {
    await call<Steps>(page, 'prepare', setting);
    let figures: Figures = {};
    const missing: string[] = [];
    for (const step of steps) {
      const before = await heapOf(devtools);
      const measured = await call<Steps>(page, step).catch((error: Error) => {
        // Without it there is nothing to do the others with.
        if (step === 'mount') throw error;
        missing.push(error.message);
        return Object.fromEntries((MEASURES[step] ?? [step]).map((name) => [name, NaN]));
      });
      figures = { ...figures, ...measured };
      if (step === 'mount') {
        const grown = (await heapOf(devtools)) - before;
        figures = { ...figures, heap: grown / setting.records };
      }
    }
    return { figures, missing };
  });
}

/** What the records weigh, in the product's table and as objects, and how fast both are grouped. */
export function sampleStore(browser: BrowserChoice, url: string, records: number) {
  return withPage(browser, url, async (page, devtools): Promise<Outcome> => {
    const empty = await heapOf(devtools);
    await call<DataSteps>(page, 'table', records);
    const withTable = await heapOf(devtools);
    await call<DataSteps>(page, 'objects', records);
    const withBoth = await heapOf(devtools);
    const figures = {
      storeTable: (withTable - empty) / records,
      storeObjects: (withBoth - withTable) / records,
      ...(await call<DataSteps>(page, 'group')),
    };
    return { figures };
  });
}

/** Steps of the data page that need no other before them. */
export type DataStep = Exclude<keyof DataSteps, 'table' | 'objects' | 'group'>;

/** One step of the data page in a browser of its own. */
export function sampleData(
  browser: BrowserChoice,
  url: string,
  step: DataStep,
  records: number,
): Promise<Outcome> {
  return withPage(browser, url, async (page) => ({
    figures: await call<DataSteps>(page, step, records),
  }));
}

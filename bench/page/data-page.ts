/** What is measured without a table on screen, on a page that forbids inline code, styles and evaluation. */
import { parseJsonExactly, UsageClient, UsageTable } from '../../src/index.js';
import type * as Bundle from '../../src/bundle.js';
import { type Row, rowAt, SUBSCRIPTION_NO, wireRow } from '../data.js';
import { sourceOf } from '../peers/contestant.js';
import { clock, frames, longestTask, pause } from './clock.js';
import { compareTotals, nestedTotals, productTotals } from './totals.js';

export type Figures = Readonly<Record<string, number>>;

/** Records of one answer; the service is thought to give no more. */
const ANSWER_RECORDS = 3_000;
const RUNS = 5;

let table: UsageTable;
let rows: Row[];

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const CUSTOMER = { kind: 'customer', customerNo: '100045' } as const;
const JSON_HEADERS = { 'content-type': 'application/json' };

/** What the server has for the routes of the API, by their end; it has nothing else. */
const ANSWERS: Readonly<Record<string, string>> = {
  subscriptions: '/list.json',
  'usage-details': '/answer.json',
};
const READING_MS = 500;

/** An answer as it comes over the wire, and the text that it stands for. */
interface Answer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
  readonly records: number;
}

function answersOf(records: number): Answer[] {
  const answers: Answer[] = [];
  for (let first = 0; first < records; first += ANSWER_RECORDS) {
    const size = Math.min(ANSWER_RECORDS, records - first);
    const items = Array.from({ length: size }, (_, i) =>
      wireRow(first + i, records, SUBSCRIPTION_NO),
    );
    const text = JSON.stringify({ items, navigation: {} });
    answers.push({ text, bytes: new TextEncoder().encode(text), records: size });
  }
  return answers;
}

/** One pass over all answers: what parsing takes, exactly and not, and what the client takes from bytes to a table. */
async function read(
  answers: readonly Answer[],
): Promise<{ parse: number; exact: number; read: number }> {
  const times = { parse: 0, exact: 0, read: 0 };
  for (const { bytes, text, records } of answers) {
    times.parse += timed(() => JSON.parse(text));
    times.exact += timed(() => parseJsonExactly(text));
    const response = new Response(bytes, { headers: JSON_HEADERS });
    const client = new UsageClient({ ownerNo: 'L01', fetcher: () => Promise.resolve(response) });
    const start = performance.now();
    const answer = await client.details(CUSTOMER, SUBSCRIPTION_NO);
    times.read += performance.now() - start;
    if (!answer.ok || answer.value.table.length !== records) throw new Error('records were lost');
  }
  return times;
}

function mount(element: HTMLElement): void {
  document.body.append(element);
}

/** The rows that a table of records states to have, its header aside; 0 as long as none but grey bars is drawn. */
function rowsShown(element: HTMLElement): number {
  const records = element.shadowRoot?.querySelector('payex-usage-records')?.shadowRoot;
  const isDrawn = records?.querySelector('[role=gridcell]')?.textContent;
  return isDrawn ? Number(records?.querySelector('[role=grid]')?.ariaRowCount) - 1 : 0;
}

const dataSteps = {
  /** The product's table in memory; the runner weighs it. */
  async table(records: number): Promise<Figures> {
    table = UsageTable.create();
    table.append(sourceOf(records).records());
    await frames(1);
    return {};
  },

  /** The same records as JSON.parse gives them. */
  async objects(records: number): Promise<Figures> {
    rows = [];
    for (let first = 0; first < records; first += 10_000) {
      const some = Array.from({ length: Math.min(10_000, records - first) }, (_, i) =>
        rowAt(first + i, records),
      );
      rows = rows.concat(JSON.parse(JSON.stringify(some)) as Row[]);
    }
    await frames(1);
    return {};
  },

  /** Needs both of the above. */
  async group(): Promise<Figures> {
    compareTotals(nestedTotals(rows), productTotals(table));
    const nested: number[] = [];
    const product: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      nested.push(timed(() => nestedTotals(rows)));
      product.push(timed(() => productTotals(table)));
      await frames(1);
    }
    return { groupObjects: median(nested), groupTable: median(product) };
  },

  async read(records: number): Promise<Figures> {
    const answers = answersOf(records);
    await frames(2);
    const cold = await read(answers);
    const warm: Awaited<ReturnType<typeof read>>[] = [];
    for (let run = 0; run < RUNS; run++) {
      await frames(2);
      warm.push(await read(answers));
    }
    return {
      parseCold: cold.parse,
      readCold: cold.read,
      readColdShare: cold.read / cold.parse,
      parseWarm: median(warm.map(({ parse }) => parse)),
      readWarm: median(warm.map((times) => times.read)),
      readWarmShare: median(warm.map((times) => times.read / times.parse)),
      exactShare: median(warm.map(({ exact, parse }) => exact / parse)),
    };
  },

  /** One long answer as pages take it. */
  async plainAnswer(records: number): Promise<Figures> {
    await pause(0);
    const start = performance.now();
    const response = await fetch('/answer.json');
    const { items } = (await response.json()) as { items: unknown[] };
    const total = performance.now() - start;
    if (items.length !== records) throw new Error('records were lost');
    return { answerPlain: total, answerPlainTask: await longestTask(start) };
  },

  /** The same answer in `<payex-usage>`, opened from the overview: its first rows on screen, and all of them. */
  async productAnswer(records: number): Promise<Figures> {
    const file = '/payex-usage.js';
    const { PayexUsage } = (await import(/* @vite-ignore */ file)) as typeof Bundle;
    const element = new PayexUsage();
    element.ownerNo = 'L01';
    element.customerNo = '100045';
    element.fetcher = (url, init) => {
      const [kind = ''] = /[a-z-]+$/.exec(new URL(url, location.href).pathname) ?? [];
      return fetch(ANSWERS[kind] ?? '/empty.json', init);
    };
    const describe = () => `the answer never came: ${element.shadowRoot?.textContent}`;
    await clock(
      () => mount(element),
      () => element.shadowRoot?.querySelector('[part=subscription] .open') != null,
      describe,
    );
    // Agents read before they choose.
    await pause(READING_MS);
    const start = performance.now();
    const first = await clock(
      () => element.shadowRoot?.querySelector<HTMLElement>('[part=subscription] .open')?.click(),
      () => rowsShown(element) > 0,
      describe,
    );
    await clock(
      () => {},
      () => rowsShown(element) === records,
      describe,
    );
    const total = performance.now() - start;
    const task = await longestTask(start);
    return { answerFirst: first, answerTotal: total, answerTask: task };
  },

  /** From the start of the script to what is seen first, and from the first answer to its rows. */
  async firstPaint(subscriptions: number): Promise<Figures> {
    const element = document.createElement('payex-usage') as Bundle.PayexUsage;
    element.setAttribute('owner-no', 'L01');
    element.setAttribute('customer-no', '100045');
    let answer: (response: Response) => void = () => {};
    const list = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    element.fetcher = (url) =>
      new URL(url, location.href).pathname.endsWith('/subscriptions')
        ? list
        : new Promise(() => {});
    mount(element);
    const file = '/payex-usage.js';
    const describe = () => `the element shows: ${element.shadowRoot?.textContent}`;
    const seen = (selector: string) => element.shadowRoot?.querySelectorAll(selector).length ?? 0;
    await pause(100);
    const start = performance.now();
    const paintSkeleton = await clock(
      () => import(/* @vite-ignore */ file),
      () => seen('header, [part=header]') > 0 && seen('.bone') > 0,
      describe,
    );
    const paintTask = await longestTask(start);
    const items = Array.from({ length: subscriptions }, (_, i) => ({
      subscriptionNo: `4673${2_000_000 + i}`,
    }));
    const paintRows = await clock(
      () => answer(Response.json({ items, navigation: {} })),
      () => seen('[part=subscription]') >= subscriptions,
      describe,
    );
    return { paintSkeleton, paintTask, paintRows };
  },
};

export type DataSteps = typeof dataSteps;
Object.assign(globalThis, { steps: dataSteps });

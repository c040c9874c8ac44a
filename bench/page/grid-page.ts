/**
 * What is done with a contestant, step by step: the runner calls a step, collects garbage, and calls the
 * next. Each step returns figures by name, and throws if what should be on screen is not.
 */
import { FILTER_TEXT, landmarks, rowAt } from '../data.js';
import { type Contestant, type Frame, sourceOf } from '../peers/contestant.js';
import { clock, frame, frames, longestTask, pause } from './clock.js';
import { Screen, subscriptionTotals } from './screen.js';

export type Figures = Readonly<Record<string, number>>;

export interface Setting {
  readonly script: string;
  /** Style sheet of the contestant's own, null for none. */
  readonly style: string | null;
  readonly records: number;
  /** CSS pixels. */
  readonly rowHeight: number;
}

const HEIGHT = 576;
const JUMPS = 10;
/** Beyond this share some peers' canvas of a million rows ends; the last row is a measure of its own. */
const REACHABLE = 0.9;
const SCROLL_FRAMES = 120;
/** A brisk wheel: two and a half rows a frame. */
const SCROLL_STEP = 90;

let contestant: Contestant;
let screen: Screen;
let count = 0;
let size: Frame = { rowHeight: 36, height: HEIGHT };
const host = document.querySelector<HTMLElement>('#host')!;

function clockTo(act: () => void | Promise<void>, record: number, isThere: () => boolean) {
  const describe = () =>
    `expected ${JSON.stringify(rowAt(record, count))}, saw ${JSON.stringify(screen.topRow)}`;
  return clock(act, isThere, describe);
}

/** Shows a record at the top: it is there as soon as the top row has its cells. */
function clockToTop(act: () => void | Promise<void>, record: number): Promise<number> {
  return clockTo(act, record, () => screen.isRecord(screen.topRow, record));
}

function jumpTo(place: number): Promise<number> {
  return clockTo(
    () => contestant.jump(place),
    place,
    () => screen.isNear(place),
  );
}

/** One step's time and its longest task. */
async function timed(name: string, step: () => Promise<number>): Promise<Figures> {
  const start = performance.now();
  const time = await step();
  return { [name]: time, [`${name}Task`]: await longestTask(start) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function loadStyle(href: string): Promise<unknown> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', () => reject(new Error(`no style sheet at ${href}`)));
  });
}

const steps = {
  /** Loads script and style sheet and makes the data; not timed. */
  async prepare({ script, style, records, rowHeight }: Setting): Promise<Figures> {
    count = records;
    size = { ...size, rowHeight };
    if (style !== null) await loadStyle(style);
    ({ contestant } = (await import(/* @vite-ignore */ script)) as { contestant: Contestant });
    screen = new Screen(host, HEIGHT, contestant, count);
    await contestant.load(sourceOf(records));
    await frames(3);
    return {};
  },

  mount: () => timed('mount', () => clockToTop(() => contestant.mount(host, size), 0)),

  async jump(): Promise<Figures> {
    const times: number[] = [];
    for (let i = 0; i < JUMPS; i++) {
      // To and fro over the whole length, never to a neighbour of the last place.
      const share = REACHABLE * (((i * 7 + 3) % JUMPS) / JUMPS + 0.04);
      times.push(await jumpTo(Math.floor(count * share)));
      await pause(30);
    }
    return { jump: median(times) };
  },

  /** Frames while the rows go by, and how many of them showed nothing at the leading edge. */
  async scroll(): Promise<Figures> {
    await jumpTo(Math.floor(count * 0.4));
    await pause(300);
    const scroller = contestant.scroller();
    const edge = scroller.getBoundingClientRect().bottom - 12;
    const times: number[] = [];
    let blank = 0;
    const from = scroller.scrollTop;
    await frame();
    for (let i = 0; i < SCROLL_FRAMES; i++) {
      const start = performance.now();
      scroller.scrollTop += SCROLL_STEP;
      if (!screen.rowAt(edge)) blank++;
      await frame();
      times.push(performance.now() - start);
    }
    const went = scroller.scrollTop - from;
    // What is held back for the end of the movement is not part of it, but it has to come.
    await pause(300);
    if (!screen.rowAt(edge)) throw new Error('nothing is there after scrolling');
    if (went < (SCROLL_FRAMES * SCROLL_STEP) / 2) throw new Error(`scrolled by ${went} px only`);
    const sorted = times.toSorted((a, b) => a - b);
    const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? NaN;
    return { scroll: median(times), scrollP95: p95, blank };
  },

  async sort(): Promise<Figures> {
    await jumpTo(0);
    return timed('sort', () =>
      clockToTop(() => contestant.sortByAmount(), landmarks(count).largest),
    );
  },

  filter(): Promise<Figures> {
    const { largestFound } = landmarks(count);
    return timed('filter', () => clockToTop(() => contestant.filter(FILTER_TEXT), largestFound));
  },

  /** To the first line with a subscription's total; nothing if that can not be done. */
  async group(): Promise<Figures> {
    const totals = subscriptionTotals(count);
    let can = true;
    const time = await clock(
      () => {
        can = contestant.group?.() ?? false;
      },
      () => !can || screen.showsTotal(totals),
      () => 'no subscription with its total is to be seen',
    );
    return can ? { groupPainted: time } : {};
  },

  /** 1 if the last record can be seen, whole, at the end of the scroll bar. */
  async lastRow(): Promise<Figures> {
    const scroller = contestant.scroller();
    let seen = false;
    for (let tries = 0; tries < 20 && !seen; tries++) {
      scroller.scrollTop = scroller.scrollHeight;
      await pause(100);
      const { bottom } = scroller.getBoundingClientRect();
      for (let y = bottom - 4; y > bottom - 2 * size.rowHeight && !seen; y -= 8) {
        seen = screen.isRecord(screen.rowAt(y), count - 1);
      }
    }
    return { lastRow: seen ? 1 : 0 };
  },
};

export type Steps = typeof steps;
Object.assign(globalThis, { steps });

/** Clocks of the page: frames, and the longest time for which it answered nobody. */

const pulse = document.createElement('div');
let beats = 0;

/** The next frame. Something always changes, else frames that change nothing may be left out. */
export function frame(): Promise<void> {
  if (!pulse.isConnected) document.body.append(pulse);
  pulse.textContent = String(++beats);
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

export async function frames(count: number): Promise<void> {
  for (let passed = 0; passed < count; passed++) await frame();
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Nothing that is measured takes this long unless it will never be there; milliseconds. */
const PATIENCE = 40_000;

/**
 * Time from the call to the end of the frame that paints what is asked for.
 *
 * @param isThere asked once a frame, right before it is painted
 * @param describe what is there instead, for the error when it does not come
 */
export async function clock(
  act: () => void | Promise<void>,
  isThere: () => boolean,
  describe: () => string,
): Promise<number> {
  // In a task of the page's own: those of the developer tools are not told as long tasks.
  await pause(0);
  const start = performance.now();
  const acted = Promise.resolve(act());
  for (;;) {
    await frame();
    if (isThere()) break;
    if (performance.now() - start > PATIENCE) throw new Error(describe());
  }
  // In this callback the frame has not been painted yet; in the next one it has.
  await frame();
  const time = performance.now() - start;
  await acted;
  return time;
}

const tasks: PerformanceEntry[] = [];
const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
observer.observe({ type: 'longtask' });

/** The longest task that ends after `start`; 0 if none took 50 ms, from which on the browser tells of them. */
export async function longestTask(start: number): Promise<number> {
  // Entries come some time after their task.
  await pause(100);
  tasks.push(...observer.takeRecords());
  // What ran before the start is not ours, even if it was the beginning of the same task.
  const durations = tasks.map(({ startTime, duration }) =>
    Math.min(duration, startTime + duration - start),
  );
  return Math.max(0, ...durations);
}

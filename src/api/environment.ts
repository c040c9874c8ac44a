/**
 * The clock, the dice and the state of the page, as one object, so that tests decide what time it is
 * and no module of this room reads a global by itself.
 */
export interface Environment {
  /** Milliseconds since the epoch. */
  now(): number;
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(handle: unknown): void;
  /** 0 ≤ n < 1. */
  random(): number;
  isOnline(): boolean;
  isHidden(): boolean;
  /** Calls back when `isOnline` or `isHidden` may have changed; the answer unsubscribes. */
  onChange(listener: () => void): () => void;
}

/** What the page says that this runs in. */
export const browserEnvironment: Environment = {
  now: () => Date.now(),
  setTimeout: (callback, delayMs) => globalThis.setTimeout(callback, delayMs),
  clearTimeout: (handle) => globalThis.clearTimeout(handle as number),
  random: () => Math.random(),
  // Only "offline" says something: "online" merely means that some network card is up.
  isOnline: () => navigator.onLine,
  isHidden: () => document.visibilityState === 'hidden',
  onChange(listener) {
    const sources = [
      [window, 'online'],
      [window, 'offline'],
      [document, 'visibilitychange'],
    ] as const;
    for (const [target, type] of sources) target.addEventListener(type, listener);
    return () => {
      for (const [target, type] of sources) target.removeEventListener(type, listener);
    };
  },
};

/** Timers take 31 bits of milliseconds; anything longer fires at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A timer this late did not run late: the machine slept. */
const ASLEEP_MS = 5_000;

/** True when a timer of `delayMs`, set at `since`, fires so late that the machine must have slept. */
export function hasSlept(environment: Environment, since: number, delayMs: number): boolean {
  return environment.now() - since - delayMs > ASLEEP_MS;
}

/**
 * A promise that gives way to a signal: rejects with the signal's reason as soon as it is aborted,
 * whatever the promise does later. No listener is left behind.
 */
export function giveWay<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Resolves after `delayMs`, rejects with the signal's reason; the timer is cleared either way. */
export function pause(
  environment: Environment,
  delayMs: number,
  signal: AbortSignal,
): Promise<void> {
  let handle: unknown;
  const timer = new Promise<void>((resolve) => {
    handle = environment.setTimeout(resolve, Math.min(Math.max(delayMs, 0), LONGEST_TIMER_MS));
  });
  return giveWay(timer, signal).finally(() => environment.clearTimeout(handle));
}

/** Resolves once `isTrue` holds, looking again at every change of the page's state. */
export async function waitUntil(
  environment: Environment,
  isTrue: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  if (isTrue()) return;
  let stop = (): void => {};
  const change = new Promise<void>((resolve) => {
    stop = environment.onChange(() => {
      if (isTrue()) resolve();
    });
  });
  await giveWay(change, signal).finally(stop);
}

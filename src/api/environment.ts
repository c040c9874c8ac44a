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
  /** Calls back when the network or the page may have come back; the answer unsubscribes. */
  onChange(listener: () => void): () => void;
}

/** What the page says that this runs in. */
export const browserEnvironment: Environment = {
  now: () => Date.now(),
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (handle) => clearTimeout(handle as number),
  random: () => Math.random(),
  // Only "offline" says something: "online" merely means that some network card is up.
  isOnline: () => navigator.onLine,
  isHidden: () => document.hidden,
  onChange(listener) {
    const stop = new AbortController();
    for (const type of ['online', 'visibilitychange']) {
      addEventListener(type, listener, { signal: stop.signal });
    }
    return () => stop.abort();
  },
};

/** A timer this late did not run late: the machine slept. */
const ASLEEP_MS = 5_000;

/**
 * A promise that gives way to a signal: rejects with the signal's reason as soon as it is aborted,
 * whatever the promise does later. No listener is left behind.
 *
 * @param left called in the same moment
 */
export function giveWay<T>(
  promise: Promise<T>,
  signal: AbortSignal,
  left?: () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason);
      left?.();
    };
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave);
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/**
 * Resolves after `delayMs`, true if the machine slept through the end; rejects with the signal's
 * reason. The timer is cleared either way.
 */
export function pause(
  environment: Environment,
  delayMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const due = environment.now() + delayMs;
  let handle: unknown;
  const timer = new Promise<boolean>((resolve) => {
    handle = environment.setTimeout(() => resolve(environment.now() - due > ASLEEP_MS), delayMs);
  });
  return giveWay(timer, signal).finally(() => environment.clearTimeout(handle));
}

/** Resolves once `isTrue` holds, looking again at every change of the page's state. */
export function waitUntil(
  environment: Environment,
  isTrue: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  let stop: (() => void) | undefined;
  const change = new Promise<void>((resolve) => {
    const look = (): void => {
      if (isTrue()) resolve();
    };
    stop = environment.onChange(look);
    look();
  });
  return giveWay(change, signal).finally(stop);
}

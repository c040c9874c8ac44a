/** Waiting: for a promise, for a moment, for the network or the eye; each gives way to a signal. */

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

/** Resolves after `delayMs`; rejects with the signal's reason. The timer is cleared either way. */
export function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  let handle: ReturnType<typeof setTimeout>;
  const timer = new Promise<void>((resolve) => {
    handle = setTimeout(resolve, delayMs);
  });
  return giveWay(timer, signal).finally(() => clearTimeout(handle));
}

/**
 * Lets the page do what is due, and goes on in its turn; rejects with the signal's reason. A message, because
 * what follows `scheduler.yield` is put before timers and frames, and a timer rests for milliseconds.
 */
export async function nextTask(signal: AbortSignal): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  port1.close();
  signal.throwIfAborted();
}

/** Resolves once `isTrue` holds, looking again whenever network or page may have come back. */
export function waitUntil(isTrue: () => boolean, signal: AbortSignal): Promise<void> {
  const done = new AbortController();
  const change = new Promise<void>((resolve) => {
    const look = (): void => {
      if (isTrue()) resolve();
    };
    for (const type of ['online', 'visibilitychange']) {
      addEventListener(type, look, { signal: done.signal });
    }
    look();
  });
  return giveWay(change, signal).finally(() => done.abort());
}

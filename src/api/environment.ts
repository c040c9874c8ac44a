/**
 * The clock, the dice and the state of the page: the few parts of the global object that this room
 * reads, so that a test can hand in its own and decide what time it is.
 */
export interface Environment {
  readonly Date: Pick<DateConstructor, 'now'>;
  readonly Math: Pick<Math, 'random'>;
  /** Only "offline" says something: "online" merely means that some network card is up. */
  readonly navigator: Pick<Navigator, 'onLine'>;
  readonly document: Pick<Document, 'hidden'>;
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(handle: unknown): void;
  addEventListener(type: string, listener: () => void, options: { signal: AbortSignal }): void;
}

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
export function pause(
  environment: Environment,
  delayMs: number,
  signal: AbortSignal,
): Promise<void> {
  let handle: unknown;
  const timer = new Promise<void>((resolve) => {
    handle = environment.setTimeout(resolve, delayMs);
  });
  return giveWay(timer, signal).finally(() => environment.clearTimeout(handle));
}

/** Resolves once `isTrue` holds, looking again whenever network or page may have come back. */
export function waitUntil(
  environment: Environment,
  isTrue: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const done = new AbortController();
  const change = new Promise<void>((resolve) => {
    const look = (): void => {
      if (isTrue()) resolve();
    };
    for (const type of ['online', 'visibilitychange']) {
      environment.addEventListener(type, look, { signal: done.signal });
    }
    look();
  });
  return giveWay(change, signal).finally(() => done.abort());
}

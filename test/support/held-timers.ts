/** Timers of a delay, held until the test says that their time has come; all others run on. */
export interface HeldTimers {
  /** By id, in the order in which they were set. */
  readonly held: Map<number, () => void>;
  release(): void;
}

/** @param ms the delay of the timers that are held, milliseconds, or whether one is such a delay. */
export function holdTimers(ms: number | ((delay: number) => boolean)): HeldTimers {
  const isHeld = typeof ms === 'number' ? (delay: number) => delay === ms : ms;
  const real = { setTimeout: window.setTimeout, clearTimeout: window.clearTimeout };
  const held = new Map<number, () => void>();
  let next = 1_000_000;
  window.setTimeout = ((callback: () => void, delay?: number) => {
    if (!isHeld(delay ?? NaN)) return real.setTimeout.call(window, callback, delay);
    held.set(++next, callback);
    return next;
  }) as typeof window.setTimeout;
  window.clearTimeout = ((id: number) => {
    if (!held.delete(id)) real.clearTimeout.call(window, id);
  }) as typeof window.clearTimeout;
  return { held, release: () => void Object.assign(window, real) };
}

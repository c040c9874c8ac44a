import { holdTimers } from './held-timers.js';

/** A page whose every slice of work is one step long. The first is done at once, the others when the test says so. */
export interface HeldSlices {
  /** @returns whether there is more. */
  step(): boolean;
  all(): void;
  pending(): number;
  release(): void;
}

export function holdSlices(): HeldSlices {
  const { held, release } = holdTimers(0);
  const { now } = performance;
  let time = 0;
  performance.now = () => (time += 1_000);
  const step = (): boolean => {
    const [[id, callback] = []] = held;
    held.delete(id ?? 0);
    callback?.();
    return held.size > 0;
  };
  return {
    step,
    all: () => {
      while (step());
    },
    pending: () => held.size,
    release: () => {
      performance.now = now;
      release();
    },
  };
}

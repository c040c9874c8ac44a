import type { Environment } from '../../src/api/environment.js';

interface FakeTimer {
  readonly due: number;
  readonly callback: () => void;
}

/** Lets everything that is only waiting for promises run to its next real wait. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Time, dice, network and visibility of a page, all in the hands of the test. */
export class FakeClock implements Environment {
  /** What `random` says, from 0 up to but not including 1. */
  dice = 0.5;
  readonly #timers = new Map<number, FakeTimer>();
  readonly #listeners = new Set<() => void>();
  #now = Date.UTC(2026, 4, 6, 12, 0, 0);
  #nextHandle = 1;
  #online = true;
  #hidden = false;

  readonly Date = { now: (): number => this.#now };
  readonly Math = { random: (): number => this.dice };
  readonly navigator: Environment['navigator'];
  readonly document: Environment['document'];

  constructor() {
    const isOnline = (): boolean => this.#online;
    const isHidden = (): boolean => this.#hidden;
    this.navigator = {
      get onLine() {
        return isOnline();
      },
    };
    this.document = {
      get hidden() {
        return isHidden();
      },
    };
  }

  now(): number {
    return this.#now;
  }

  setTimeout(callback: () => void, delayMs: number): number {
    // As in a browser: what does not fit into 31 bits fires at once.
    const delay = delayMs > 2 ** 31 - 1 ? 0 : Math.max(0, delayMs);
    const handle = this.#nextHandle++;
    this.#timers.set(handle, { due: this.#now + delay, callback });
    return handle;
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as number);
  }

  addEventListener(_type: string, listener: () => void, options: { signal: AbortSignal }): void {
    this.#listeners.add(listener);
    options.signal.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  /** Timers that are set now. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Listeners for network and visibility. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** Milliseconds until the next timer, null when none is set. */
  get untilNext(): number | null {
    const due = Math.min(...Array.from(this.#timers.values(), (timer) => timer.due));
    return Number.isFinite(due) ? due - this.#now : null;
  }

  /** Lets time pass; timers fire in order, each followed by all that it sets off. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (;;) {
      const next = this.#earliest();
      if (!next || next[1].due > end) break;
      this.#now = Math.max(this.#now, next[1].due);
      this.#timers.delete(next[0]);
      next[1].callback();
      await settle();
    }
    this.#now = end;
    await settle();
  }

  /** The machine sleeps: all timers that came due meanwhile fire together when it wakes. */
  async sleep(ms: number): Promise<void> {
    await settle();
    this.#now += ms;
    const due = [...this.#timers].filter(([, timer]) => timer.due <= this.#now);
    for (const [handle] of due) this.#timers.delete(handle);
    for (const [, timer] of due) timer.callback();
    await settle();
  }

  async goOffline(): Promise<void> {
    this.#online = false;
    await this.#changed();
  }

  async goOnline(): Promise<void> {
    this.#online = true;
    await this.#changed();
  }

  async hide(): Promise<void> {
    this.#hidden = true;
    await this.#changed();
  }

  async show(): Promise<void> {
    this.#hidden = false;
    await this.#changed();
  }

  #earliest(): [number, FakeTimer] | undefined {
    return [...this.#timers].sort(([a, one], [b, other]) => one.due - other.due || a - b)[0];
  }

  async #changed(): Promise<void> {
    for (const listener of [...this.#listeners]) listener();
    await settle();
  }
}

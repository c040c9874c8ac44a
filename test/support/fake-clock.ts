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

/** Puts back what the page had before its newest clock. */
let restore: (() => void) | null = null;

afterEach(() => restore?.());

/** Puts members over those of an object of the page; gives the way back. */
function patch<Target extends object>(target: Target, members: Partial<Target>): () => void {
  const before = Object.getOwnPropertyDescriptors(target) as PropertyDescriptorMap;
  const over: PropertyDescriptorMap = Object.getOwnPropertyDescriptors(members);
  for (const name of Object.keys(over)) {
    Object.defineProperty(target, name, { ...over[name], configurable: true });
  }
  return () => {
    for (const name of Object.keys(over)) {
      Reflect.deleteProperty(target, name);
      if (before[name]) Object.defineProperty(target, name, before[name]);
    }
  };
}

/**
 * Time, dice, network and visibility of the page, all in the hands of the test until it ends or makes
 * another clock.
 */
export class FakeClock {
  /** What `random` says, from 0 up to but not including 1. */
  dice = 0.5;
  readonly #timers = new Map<number, FakeTimer>();
  readonly #listeners = new Set<() => void>();
  #now = Date.UTC(2026, 4, 6, 12, 0, 0);
  #nextHandle = 1;
  #online = true;
  #hidden = false;

  constructor() {
    restore?.();
    const isOnline = (): boolean => this.#online;
    const isHidden = (): boolean => this.#hidden;
    const parts = [
      patch(Date, { now: () => this.#now }),
      patch(Math, { random: () => this.dice }),
      patch(navigator, {
        get onLine() {
          return isOnline();
        },
      }),
      patch(document, {
        get hidden() {
          return isHidden();
        },
      }),
      patch(globalThis as Pick<typeof globalThis, 'setTimeout'>, {
        setTimeout: this.#setTimeout.bind(this) as unknown as typeof setTimeout,
      }),
      patch(globalThis as Pick<typeof globalThis, 'clearTimeout'>, {
        clearTimeout: (handle) => void this.#timers.delete(handle as number),
      }),
      patch(globalThis as Pick<typeof globalThis, 'addEventListener'>, {
        addEventListener: (
          type: string,
          listener: EventListenerOrEventListenerObject,
          options?: boolean | AddEventListenerOptions,
        ) => {
          if (/^(online|visibilitychange)$/.test(type)) {
            this.#listen(listener as () => void, (options as { signal: AbortSignal }).signal);
          } else EventTarget.prototype.addEventListener.call(window, type, listener, options);
        },
      }),
    ];
    restore = () => {
      for (const part of parts) part();
      restore = null;
    };
  }

  now(): number {
    return this.#now;
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

  #setTimeout(callback: () => void, delayMs: number): number {
    // As in a browser: what does not fit into 31 bits fires at once.
    const delay = delayMs > 2 ** 31 - 1 ? 0 : Math.max(0, delayMs);
    const handle = this.#nextHandle++;
    this.#timers.set(handle, { due: this.#now + delay, callback });
    return handle;
  }

  #listen(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  #earliest(): [number, FakeTimer] | undefined {
    return [...this.#timers].sort(([a, one], [b, other]) => one.due - other.due || a - b)[0];
  }

  async #changed(): Promise<void> {
    for (const listener of [...this.#listeners]) listener();
    await settle();
  }
}

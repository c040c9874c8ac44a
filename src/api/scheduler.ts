import { giveWay } from './environment.js';

/** What a running call gets from the scheduler. */
export interface Lane {
  /** Aborted once nobody waits for the call any more. */
  readonly signal: AbortSignal;
  /** Grows with every call that was started: tells calls opened before an event from later ones. */
  readonly order: number;
  /** Runs one attempt in one of the slots; a call that only waits (back-off, sign-in) holds none. */
  inSlot<T>(attempt: () => Promise<T>): Promise<T>;
}

export interface ScheduleOptions {
  /** The caller leaves when one of these is aborted; the call dies with its last caller. */
  readonly signals: readonly AbortSignal[];
  /** 0 = under the eye; larger = farther. */
  readonly priority: number;
}

/** Counts for tests and for whoever looks for a leak: started = finished + cancelled + open. */
export interface SchedulerCounts {
  readonly started: number;
  readonly finished: number;
  readonly cancelled: number;
  readonly open: number;
  /** Attempts that hold a slot now, and attempts that wait for one. */
  readonly running: number;
  readonly waiting: number;
}

interface OpenCall {
  readonly key: string;
  readonly order: number;
  readonly controller: AbortController;
  readonly answer: Promise<unknown>;
  priority: number;
  callers: number;
}

interface Ticket {
  readonly call: OpenCall;
  readonly enter: () => void;
}

/**
 * One door for all requests of the page: at most six attempts at once (what a browser grants an
 * HTTP/1.1 host), the nearest to the eye first, then first come first served. Two callers of the same
 * key share one call, which is aborted only when all of them are gone.
 */
export class RequestScheduler {
  readonly #slots: number;
  readonly #open = new Map<string, OpenCall>();
  readonly #queue: Ticket[] = [];
  #running = 0;
  #started = 0;
  #finished = 0;
  #cancelled = 0;

  constructor(slots = 6) {
    this.#slots = slots;
  }

  get counts(): SchedulerCounts {
    return {
      started: this.#started,
      finished: this.#finished,
      cancelled: this.#cancelled,
      open: this.#open.size,
      running: this.#running,
      waiting: this.#queue.length,
    };
  }

  /** The order of the newest call. */
  get latestOrder(): number {
    return this.#started;
  }

  isOpen(key: string): boolean {
    return this.#open.has(key);
  }

  /**
   * Joins the open call of this key, or starts one.
   * Rejects with the reason of the first of the caller's signals that is aborted.
   */
  call<T>(key: string, options: ScheduleOptions, job: (lane: Lane) => Promise<T>): Promise<T> {
    const gone = options.signals.find((signal) => signal.aborted);
    if (gone) return Promise.reject(gone.reason as Error);
    const call = this.#open.get(key) ?? this.#start(key, options.priority, job);
    call.priority = Math.min(call.priority, options.priority);
    call.callers += 1;
    return this.#attend(call, options.signals) as Promise<T>;
  }

  /** Moves a waiting call nearer or farther; unknown keys are ignored. */
  prioritise(key: string, priority: number): void {
    const call = this.#open.get(key);
    if (call) call.priority = priority;
  }

  #start(key: string, priority: number, job: (lane: Lane) => Promise<unknown>): OpenCall {
    const controller = new AbortController();
    const order = (this.#started += 1);
    const lane: Lane = {
      signal: controller.signal,
      order,
      inSlot: (attempt) => this.#inSlot(call, attempt),
    };
    // The job starts a microtask later, when `call` and its place in the map exist.
    const answer = Promise.resolve()
      .then(() => job(lane))
      .finally(() => this.#finish(call));
    const call: OpenCall = { key, order, controller, answer, priority, callers: 0 };
    this.#open.set(key, call);
    return call;
  }

  #finish(call: OpenCall): void {
    if (call.controller.signal.aborted) return;
    this.#finished += 1;
    this.#open.delete(call.key);
  }

  /** One caller's view of a call: ends with its answer, or when the caller leaves. */
  #attend(call: OpenCall, signals: readonly AbortSignal[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const stopListening = (): void => {
        for (const signal of signals) signal.removeEventListener('abort', leave);
      };
      const leave = (event: Event): void => {
        stopListening();
        const reason = (event.currentTarget as AbortSignal).reason as Error;
        reject(reason);
        this.#leave(call, reason);
      };
      for (const signal of signals) signal.addEventListener('abort', leave);
      call.answer.finally(stopListening).then(resolve, reject);
    });
  }

  #leave(call: OpenCall, reason: unknown): void {
    call.callers -= 1;
    if (call.callers > 0 || this.#open.get(call.key) !== call) return;
    // Out of the map first: who asks for the same key from now on must not join a dying call.
    this.#open.delete(call.key);
    this.#cancelled += 1;
    call.controller.abort(reason);
  }

  async #inSlot<T>(call: OpenCall, attempt: () => Promise<T>): Promise<T> {
    await this.#enter(call);
    try {
      return await attempt();
    } finally {
      this.#running -= 1;
      this.#admit();
    }
  }

  async #enter(call: OpenCall): Promise<void> {
    const { signal } = call.controller;
    signal.throwIfAborted();
    if (this.#running < this.#slots) {
      this.#running += 1;
      return;
    }
    let ticket: Ticket | undefined;
    const turn = new Promise<void>((resolve) => {
      ticket = { call, enter: resolve };
      this.#queue.push(ticket);
    });
    try {
      await giveWay(turn, signal);
    } catch (reason) {
      const place = ticket ? this.#queue.indexOf(ticket) : -1;
      if (place >= 0) this.#queue.splice(place, 1);
      else this.#release();
      throw reason;
    }
  }

  #release(): void {
    this.#running -= 1;
    this.#admit();
  }

  /** Gives free slots to the nearest tickets; the queue is in order of arrival. */
  #admit(): void {
    while (this.#running < this.#slots && this.#queue.length > 0) {
      let nearest = 0;
      this.#queue.forEach((ticket, index) => {
        const best = this.#queue[nearest];
        if (best && ticket.call.priority < best.call.priority) nearest = index;
      });
      const [ticket] = this.#queue.splice(nearest, 1);
      this.#running += 1;
      ticket?.enter();
    }
  }
}

/** The scheduler that all clients of the page share unless they are given another. */
export const pageScheduler = new RequestScheduler();

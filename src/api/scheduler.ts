import { giveWay } from './waits.js';

/** What a running call gets from the scheduler. */
export interface Lane {
  /** Aborted once nobody waits for the call any more. */
  readonly signal: AbortSignal;
  /** Runs one attempt in one of the slots; a call that only waits (back-off, sign-in) holds none. */
  inSlot<T>(attempt: () => Promise<T>): Promise<T>;
}

interface OpenCall {
  readonly ending: AbortController;
  readonly answer: Promise<unknown>;
  priority: number;
  callers: number;
  /** Set while the call waits for a slot. */
  enter?: (() => void) | undefined;
}

/** What a browser grants an HTTP/1.1 host. */
const SLOTS = 6;

/**
 * One door for all requests of the page: at most six attempts at once, the nearest to the eye first,
 * then first come first served. Two callers of the same key share one call, which is aborted only when
 * all of them are gone.
 */
export class RequestScheduler {
  /** In order of arrival. */
  readonly #open = new Map<string, OpenCall>();
  #running = 0;

  /**
   * Joins the open call of this key, or starts one. Rejects with the signal's reason when the caller
   * leaves.
   *
   * @param priority 0 = under the eye; larger = farther
   */
  async call<T>(
    key: string,
    signal: AbortSignal,
    priority: number,
    job: (lane: Lane) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const call = this.#open.get(key) ?? this.#start(key, priority, job);
    call.priority = Math.min(call.priority, priority);
    call.callers += 1;
    const answer = giveWay(call.answer, signal, () => {
      call.callers -= 1;
      // Closed first: who asks for the same key from now on must not join a dying call.
      if (call.callers > 0 || !this.#close(key, call)) return;
      call.ending.abort(signal.reason);
    });
    return answer as Promise<T>;
  }

  /** Moves a waiting call nearer or farther; unknown keys are ignored. */
  prioritise(key: string, priority: number): void {
    const call = this.#open.get(key);
    if (call) call.priority = priority;
  }

  #start(key: string, priority: number, job: (lane: Lane) => Promise<unknown>): OpenCall {
    const ending = new AbortController();
    const lane: Lane = {
      signal: ending.signal,
      inSlot: (attempt) => this.#inSlot(call, attempt),
    };
    // The job starts a microtask later, when `call` and its place in the map exist.
    const answer = Promise.resolve()
      .then(() => job(lane))
      .finally(() => this.#close(key, call));
    const call: OpenCall = { ending, answer, priority, callers: 0 };
    this.#open.set(key, call);
    return call;
  }

  /** False when it was closed before, and the key may be another call's by now. */
  #close(key: string, call: OpenCall): boolean {
    return this.#open.get(key) === call && this.#open.delete(key);
  }

  async #inSlot<T>(call: OpenCall, attempt: () => Promise<T>): Promise<T> {
    const turn = new Promise<void>((resolve) => {
      call.enter = resolve;
    });
    this.#admit();
    // Never ends for a call that is cancelled meanwhile: it is in nobody's hands any more.
    await turn;
    try {
      call.ending.signal.throwIfAborted();
      return await attempt();
    } finally {
      this.#running -= 1;
      this.#admit();
    }
  }

  /** Gives free slots to those nearest to the eye. */
  #admit(): void {
    while (this.#running < SLOTS) {
      const [nearest] = [...this.#open.values()]
        .filter(({ enter }) => enter)
        .sort((a, b) => a.priority - b.priority);
      if (!nearest) return;
      this.#running += 1;
      nearest.enter?.();
      nearest.enter = undefined;
    }
  }
}

/** The scheduler that all clients of the page share unless they are given their own. */
export const pageScheduler = new RequestScheduler();

import type { Level } from './route.js';

const MOST_SESSIONS = 1000;
const MOST_ENTRIES = 5000;

/** One request below `/billing/`, as `GET /sandbox/log` tells it. Holds no token. */
export interface LogEntry {
  readonly method: string;
  /** As it stood in the request line, query included. */
  readonly path: string;
  readonly level: Level | null;
  /** The faults asked for, as written. */
  readonly faults: string;
  /** `null` while the answer is under way, and when the connection was broken on purpose. */
  status: number | null;
  /** The client went away before the answer was complete. */
  cancelled: boolean;
}

/** What tests that run side by side must not share: the request log and the counts of "once". */
export class Session {
  readonly log: LogEntry[] = [];
  /** The token first seen, for faults that end when it is renewed. */
  firstToken: string | null = null;
  readonly #met = new Map<string, number>();

  record(entry: LogEntry): void {
    if (this.log.length < MOST_ENTRIES) this.log.push(entry);
  }

  /** How often this was counted before. */
  count(what: string): number {
    const before = this.#met.get(what) ?? 0;
    this.#met.set(what, before + 1);
    return before;
  }
}

/** Sessions by the name in `x-sandbox-session`; the oldest are forgotten. */
export class Sessions {
  readonly #byName = new Map<string, Session>();

  named(name: string): Session {
    let session = this.#byName.get(name);
    if (session === undefined) {
      const oldest = this.#byName.keys().next();
      if (this.#byName.size >= MOST_SESSIONS && oldest.done !== true) {
        this.#byName.delete(oldest.value);
      }
      session = new Session();
      this.#byName.set(name, session);
    }
    return session;
  }
}

import { usageError } from '../api/errors.js';
import type { Result, UsageError } from '../api/index.js';
import type { UsageTable } from '../model/usage-table.js';

/** What is known of one remote value. */
export interface Load<T> {
  /** The last good value: it stays beside a later error. */
  readonly value: T | null;
  /** Why the newest attempt failed; the value beside it, if any, is stale. */
  readonly error: UsageError | null;
  readonly pending: boolean;
  /** The rows that have come of an answer still on its way: not all, and not confirmed by its end. */
  readonly growing: UsageTable | null;
}

/** One remote value that is wanted now. */
export interface Wish<T = unknown> {
  /** @param onRows to be told of the table of an answer that is still on its way */
  load(signal: AbortSignal, onRows: (table: UsageTable) => void): Promise<Result<T>>;
  /** There are more rows in that table, while it is still wanted; a few times a second at most. */
  grown?(): void;
  /** An answer or a final failure, while it is still wanted. */
  settled(result: Result<T>): void;
}

class Entry {
  value: unknown = null;
  error: UsageError | null = null;
  growing: UsageTable | null = null;
  /** A new attempt is made as soon as it is wanted. */
  due = true;
  /** Set while an attempt is under way. */
  ending: AbortController | null = null;

  get pending(): boolean {
    return this.ending !== null;
  }

  /** Cancels what is under way. It and what has failed are tried again once they are wanted again. */
  leave(): void {
    if (this.ending ?? this.error) this.due = true;
    this.ending?.abort();
    this.end();
  }

  /** Nothing is under way any more. */
  end(): void {
    this.ending = null;
    this.growing = null;
  }
}

/** Of what was never wanted. */
export const NOTHING = new Entry() as Load<never>;

/**
 * The remote values of one customer, by key. Nobody starts or cancels a call by hand: whoever knows what
 * is on screen says what is wanted, and the rest follows from what is there already.
 */
export class Loads {
  readonly #entries = new Map<string, Entry>();
  /** Grows with every attempt, and with every answer or failure. */
  version = 0;

  get<T>(key: string): Load<T> {
    return (this.#entries.get(key) as Load<T> | undefined) ?? NOTHING;
  }

  /** The values that have come of all keys but those that begin so. */
  beside(beginning: string): unknown[] {
    return [...this.#entries].flatMap(([key, { value }]) =>
      value === null || key.startsWith(beginning) ? [] : [value],
    );
  }

  /** Nothing is under way. */
  get isIdle(): boolean {
    for (const { pending } of this.#entries.values()) if (pending) return false;
    return true;
  }

  /** Whether a new attempt is made as soon as it is wanted. */
  isDue(key: string): boolean {
    return this.#entries.get(key)?.due ?? true;
  }

  /** Starts what is wanted and not there yet, cancels what is under way and not wanted any more. */
  want(wishes: ReadonlyMap<string, Wish>): void {
    for (const [key, entry] of this.#entries) if (!wishes.has(key)) entry.leave();
    for (const [key, wish] of wishes) this.#start(key, wish);
  }

  /** What is wanted is fetched once more; what is there stays until the answer has come. */
  reload(): void {
    for (const entry of this.#entries.values()) entry.due = true;
  }

  /** The same for what has failed. */
  retryFailed(): void {
    for (const entry of this.#entries.values()) if (entry.error) entry.leave();
  }

  /** A value that was had in another way. */
  put(key: string, value: unknown): void {
    const entry = new Entry();
    entry.value = value;
    entry.due = false;
    this.#entries.set(key, entry);
  }

  /** What has come or failed is not kept: it has been handed on, or is to be tried again. */
  forget(key: string): void {
    this.#entries.delete(key);
  }

  #start(key: string, { load, grown, settled }: Wish): void {
    if (!this.isDue(key)) return;
    const entry = this.#entries.get(key) ?? new Entry();
    this.#entries.set(key, entry);
    entry.leave();
    entry.due = false;
    this.version += 1;
    // Beside a value the error says that it is stale; without one a second try is simply loading.
    if (entry.value === null) entry.error = null;
    entry.ending = new AbortController();
    const { signal } = entry.ending;
    const onRows = (table: UsageTable): void => {
      if (signal.aborted) return;
      entry.growing = table;
      grown?.();
    };
    void load(signal, onRows)
      // A call that rejects was cancelled, or is a host's function that threw.
      .catch(() => ({ ok: false, error: usageError('adapter') }) as const)
      .then((result) => {
        if (signal.aborted) return;
        entry.end();
        this.version += 1;
        entry.error = result.ok ? null : result.error;
        if (result.ok) entry.value = result.value;
        else if (isRevoking(result.error)) entry.value = null;
        settled(result);
      });
  }
}

/** What was shown may no longer be seen, is no longer there, or was someone else's. */
function isRevoking({ code }: UsageError): boolean {
  return ['auth', 'forbidden', 'foreign', 'not-found'].includes(code);
}

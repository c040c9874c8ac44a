import { Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import { type Result, type UsageError, usageError } from '../api/index.js';
import { PresenceController } from './presence.js';

type Host = ReactiveControllerHost & { readonly isConnected: boolean };

/** What to load: the key says whose and which data it is, so that a value is never shown under another key. */
export interface Wanted<T> {
  readonly key: string;
  load(call: { signal: AbortSignal; fresh: boolean }): Promise<Result<T>>;
}

export interface LoadOptions<T> {
  /** Read before each render; null when nothing is to be loaded. */
  wanted(): Wanted<T> | null;
  /** An answer or a final failure, while the element is in the page and still wants it. */
  settled?(result: Result<T>): void;
}

/**
 * One remote value of the element. `@lit/task` decides when to run and aborts the older run; this
 * controller adds what the task lacks: the last good value of the same key stays beside a later error,
 * a leave from the page aborts, and a return runs again what the leave cut off.
 */
export class LoadController<T> {
  readonly #options: LoadOptions<T>;
  readonly #host: Host;
  readonly #task: Task<readonly [key: string | null, epoch: unknown, round: number], void>;
  #key: string | null = null;
  #epoch: unknown = null;
  #round = 0;
  #cutOff = false;
  #value: T | null = null;
  #error: UsageError | null = null;
  #pending = false;

  /** `epoch` is compared by identity: another client means other data, whatever the key says. */
  constructor(host: Host, epoch: () => unknown, options: LoadOptions<T>) {
    this.#host = host;
    this.#options = options;
    this.#task = new Task(host, {
      args: () => [options.wanted()?.key ?? null, epoch(), this.#round] as const,
      task: ([key, now, round], { signal }) => this.#run(key, now, round, signal),
    });
    new PresenceController(host, {
      left: () => {
        this.#cutOff = this.#pending;
        this.#pending = false;
        this.#task.abort();
      },
      returned: () => {
        if (this.#cutOff) this.reload();
        this.#cutOff = false;
      },
    });
  }

  /** The last good value of the key that is wanted now. */
  get value(): T | null {
    return this.#value;
  }

  /** The value, but only if it is the one under this key. */
  valueOf(key: string): T | null {
    return key === this.#key ? this.#value : null;
  }

  /** Why the newest attempt failed; the value beside it, if any, is stale. */
  get error(): UsageError | null {
    return this.#error;
  }

  get pending(): boolean {
    return this.#pending;
  }

  /** Fetches again, around the cache; what is shown stays until the answer is there. */
  reload(): void {
    this.#round += 1;
    this.#host.requestUpdate();
  }

  /** Forgets the value at once (personal data must not outlive `clear()`). */
  forget(): void {
    this.#task.abort();
    this.#key = null;
    this.#value = null;
    this.#error = null;
    this.#pending = false;
  }

  async #run(
    key: string | null,
    epoch: unknown,
    round: number,
    signal: AbortSignal,
  ): Promise<void> {
    const fresh = key === this.#key && epoch === this.#epoch && round > 0;
    if (!fresh) {
      this.#key = key;
      this.#epoch = epoch;
      this.#value = null;
    }
    // Beside a value the error says that it is stale; without one a second try is simply loading.
    if (this.#value === null) this.#error = null;
    const wanted = this.#options.wanted();
    this.#pending = wanted !== null;
    if (!wanted) return;
    const result = await settle(wanted.load({ signal, fresh }), signal);
    if (result === null || signal.aborted) return;
    this.#pending = false;
    this.#error = result.ok ? null : result.error;
    if (result.ok) this.#value = result.value;
    else if (isRevoking(result.error)) this.#value = null;
    this.#options.settled?.(result);
  }
}

/** What was shown may no longer be seen, is no longer there, or was someone else's. */
export function isRevoking({ code }: UsageError): boolean {
  return ['auth', 'forbidden', 'foreign', 'not-found'].includes(code);
}

/** A loader that rejects was cancelled (null), or is a host's function that threw: an adapter error. */
async function settle<T>(
  promise: Promise<Result<T>>,
  signal: AbortSignal,
): Promise<Result<T> | null> {
  try {
    return await promise;
  } catch {
    return signal.aborted ? null : { ok: false, error: usageError('adapter') };
  }
}

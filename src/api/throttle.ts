import { pause, type Environment } from './environment.js';
import type { UsageError } from './errors.js';
import { RESUME_SPREAD_MS } from './retry-policy.js';

export type WaitNotice = { readonly retryAt: number } | null;

/**
 * What a server's `Retry-After` means for all calls of a client: one answer holds every attempt that
 * was not sent yet, so that three hundred queued calls do not each collect a refusal of their own.
 */
export class Throttle {
  readonly #environment: Environment;
  readonly #onWait: (wait: WaitNotice) => void;
  #heldUntil = 0;
  #waiting = 0;
  #announced: number | null = null;
  #refusal: { readonly error: UsageError; readonly upTo: number } | undefined;

  constructor(environment: Environment, onWait: (wait: WaitNotice) => void) {
    this.#environment = environment;
    this.#onWait = onWait;
  }

  isHeld(): boolean {
    return this.#environment.now() < this.#heldUntil;
  }

  /** No attempt before this moment (epoch ms). */
  hold(until: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, until);
    this.#announce();
  }

  /** Waits the hold out, telling the host about it; the calls go on spread, not in step. */
  async waitOut(signal: AbortSignal): Promise<void> {
    if (!this.isHeld()) return;
    this.#waiting += 1;
    this.#announce();
    try {
      while (this.isHeld()) {
        const left = this.#heldUntil - this.#environment.now();
        const spread = this.#environment.random() * RESUME_SPREAD_MS;
        await pause(this.#environment, left + spread, signal);
      }
    } finally {
      this.#waiting -= 1;
      this.#announce();
    }
  }

  /** Says each moment once, however many calls wait for it. */
  #announce(): void {
    const moment = this.#waiting > 0 ? this.#heldUntil : null;
    if (moment === this.#announced) return;
    this.#announced = moment;
    this.#onWait(moment === null ? null : { retryAt: moment });
  }

  /** The wait is too long to be sat out: calls open now end with this error instead of asking. */
  refuse(error: UsageError, latestOrder: number): void {
    this.#refusal = { error, upTo: latestOrder };
  }

  /** The error for a call that was open when the server said "much later", if it did. */
  refusalOf(order: number): UsageError | null {
    const refusal = this.#refusal;
    if (!refusal || order > refusal.upTo) return null;
    return this.#environment.now() < (refusal.error.retryAt ?? 0) ? refusal.error : null;
  }
}

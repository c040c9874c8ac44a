/** One request with all its attempts: the retry policy, the sign-in and the pauses come together here. */
import type { UsageClientOptions } from './client-types.js';
import { giveWay, pause, waitUntil } from './waits.js';
import { fail, usageError, type Result, type UsageError } from './errors.js';
import type { Findings } from './findings.js';
import { pageFetcher, send, type Attempt, type Outcome, type Page } from './http.js';
import { announcer } from './listeners.js';
import {
  ACTION_LIMIT_MS,
  ASLEEP_MS,
  ATTEMPT_LIMIT_MS,
  BACK_OFF_MS,
  BUTTON,
  FULL_BUDGET_TENTHS,
  MAX_WAIT_MS,
  pageRetryBudget,
  RENEWAL_LIMIT_MS,
  RESUME_SPREAD_MS,
  RETRY_TENTHS,
  SLOW_BACK_OFF_MS,
  type Failure,
  type RetryBudget,
} from './retry-policy.js';
import type { Lane } from './scheduler.js';

/** Outside of a page there is neither: nothing is offline there, and nothing is out of sight. */
const page: Partial<Pick<Window, 'document' | 'navigator'>> = globalThis;

/**
 * GETs a URL and reads what comes: gives what the page says of it, or the error of the last attempt.
 * Rejects only with the lane's reason, when the call is cancelled.
 *
 * @param open makes what reads the answer, anew for each attempt
 */
export type Get = <T>(url: string, open: () => Page<T>) => Promise<Result<T>>;

/**
 * What calls have to wait for; an error ends them. A call has to pass each gate that is shut while it
 * is open, but none from before it: whoever asks after a refusal is a person, who may.
 */
type Gate = Promise<UsageError | undefined>;

/** What one request has used up so far. */
interface CallState {
  readonly signal: AbortSignal;
  /** The newest gate that it has passed. */
  gate: Gate;
  attempts: number;
  /** Attempts and back-offs; time offline, hidden, asleep, queued or at the sign-in is not the server's. */
  spentMs: number;
  /** Whether it was sent again after a 401. */
  renewed: boolean;
}

/** Sends the requests of one client until they have an answer or a final failure. */
export class Requester {
  readonly #options: UsageClientOptions;
  readonly #budget: RetryBudget;
  readonly #whileHeld: ReturnType<typeof announcer<'onWait'>>;
  readonly #whileOffline: ReturnType<typeof announcer<'onOffline'>>;
  /** No attempt before this moment (epoch ms), so that queued calls do not each collect a refusal. */
  #heldUntil = 0;
  /** The newest gate, and the newest that is over: new calls have nothing to do with that one. */
  #gate: Gate = Promise.resolve(undefined);
  #passed = this.#gate;
  /** How often the host was asked for a token. */
  #timesAsked = 0;
  #renewal = new AbortController();

  constructor(options: UsageClientOptions) {
    this.#options = options;
    this.#budget = options.retryBudget ?? pageRetryBudget;
    this.#whileHeld = announcer(options, 'onWait');
    this.#whileOffline = announcer(options, 'onOffline');
  }

  /** Opens a call: all its requests go through what this gives. */
  open({ signal, inSlot }: Lane, findings: Findings): Get {
    return async (url, open) => {
      const { fetcher = pageFetcher } = this.#options;
      const attempt = { fetcher, url, signal, findings, open };
      const gate = this.#passed;
      const progress: CallState = { signal, gate, attempts: 0, spentMs: 0, renewed: false };
      for (;;) {
        let error = await this.#untilAllowed(progress);
        const outcome = error ? null : await inSlot(() => this.#attempt(attempt, progress));
        if (outcome?.ok) return outcome;
        if (outcome) error = await this.#untilRetry(outcome, progress);
        if (error) return fail({ ...error, attempt: progress.attempts });
      }
    };
  }

  /** Forgets the sign-in under way, its timer included; the host's late answer changes nothing. */
  reset(): void {
    this.#renewal.abort();
    this.#gate = this.#passed;
  }

  /** Waits for the network, for a server that asked for it, before a retry for somebody to see it. */
  async #untilAllowed(progress: CallState): Promise<UsageError | undefined> {
    const { signal } = progress;
    if (this.#isOffline()) {
      const error = usageError('network', { reason: 'offline', retryable: true });
      const isOnline = (): boolean => !this.#isOffline();
      await this.#whileOffline(error, waitUntil(isOnline, signal));
    }
    while (this.#isHeld()) {
      const retryAt = this.#heldUntil;
      await this.#whileHeld({ retryAt }, this.#rest(signal, retryAt - Date.now()));
    }
    if (progress.attempts > 0 && page.document?.hidden) {
      await waitUntil(() => !page.document?.hidden, signal);
      await this.#rest(signal);
    }
    if (progress.gate === this.#gate) return undefined;
    progress.gate = this.#gate;
    return giveWay(progress.gate, signal);
  }

  /** null when it was not sent, or was lost to a dead network: then it does not count. */
  async #attempt<T>(attempt: Attempt<T>, progress: CallState): Promise<Outcome<T> | null> {
    // The wait for a slot may have been long: what was true before it is looked at again.
    if (this.#isOffline() || this.#isHeld() || progress.gate !== this.#gate) return null;
    const since = Date.now();
    const limit = Math.min(ATTEMPT_LIMIT_MS, ACTION_LIMIT_MS - progress.spentMs);
    const outcome = await send(attempt, limit);
    if (!outcome.ok && !outcome.error.status && this.#isOffline()) return null;
    progress.attempts += 1;
    // At most the limit: hours asleep were not the server's.
    progress.spentMs += Math.min(limit, Date.now() - since);
    if (!outcome.ok) return this.#heed(outcome);
    this.#budget.tenths = Math.min(FULL_BUDGET_TENTHS, this.#budget.tenths + 1);
    return outcome;
  }

  /** Takes a `Retry-After` to heart before the slot goes to the next attempt. */
  #heed(failure: Failure): Failure {
    const { retryAt = 0 } = failure.error;
    if (retryAt - Date.now() > MAX_WAIT_MS) {
      return {
        ...failure,
        error: this.#refuse({ ...failure.error, code: 'throttled' }),
        tries: BUTTON,
      };
    }
    this.#heldUntil = Math.max(this.#heldUntil, retryAt);
    return failure;
  }

  /** Waits for what must come before the next attempt; the error when there will be none. */
  async #untilRetry(
    { error, tries }: Failure,
    progress: CallState,
  ): Promise<UsageError | undefined> {
    const { signal, attempts } = progress;
    // With no attempt left for the new token, asking for it would prompt somebody for nothing.
    if (attempts >= tries) return error;
    if (error.code === 'auth') {
      if (progress.renewed) return this.#refuse(error);
      progress.renewed = true;
      // If another gate was shut since it was sent, the token was renewed or will not be.
      if (progress.gate === this.#gate) this.#renew(error);
      return undefined;
    }
    const { retryAt, status } = error;
    // Full jitter: anywhere from now to the ceiling, so that many clients do not come back in step.
    const ceiling = (status === 429 ? SLOW_BACK_OFF_MS : BACK_OFF_MS) * 2 ** (attempts - 1);
    const now = Date.now();
    const delay = retryAt ? retryAt - now : Math.random() * ceiling;
    progress.spentMs += delay;
    if (progress.spentMs >= ACTION_LIMIT_MS || this.#budget.tenths < RETRY_TENTHS) return error;
    this.#budget.tenths -= RETRY_TENTHS;
    if (retryAt) return undefined;
    await pause(delay, signal);
    // After sleep all timers of the page are due at once: spread them anew.
    if (Date.now() > now + delay + ASLEEP_MS) await this.#rest(signal);
    return undefined;
  }

  /** At least `ms`, and then some: calls that wait for the same moment shall not go on in step. */
  #rest(signal: AbortSignal, ms = 0): Promise<void> {
    return pause(ms + Math.random() * RESUME_SPREAD_MS, signal);
  }

  /** Only this says something: "online" merely means that some network card is up. */
  #isOffline(): boolean {
    return page.navigator?.onLine === false;
  }

  #isHeld(): boolean {
    return Date.now() < this.#heldUntil;
  }

  /** Ends all calls that are open now with this error, as far as they still have to ask. */
  #refuse(error: UsageError): UsageError {
    this.#gate = this.#passed = Promise.resolve(error);
    return error;
  }

  /** Asks the host for a new token; the calls that are open and those that come meanwhile wait. */
  #renew(error: UsageError): void {
    const renewal = (this.#renewal = new AbortController());
    const ask = async (): Promise<void> => {
      const { onAuth } = this.#options;
      if (!onAuth) throw new TypeError();
      await onAuth((this.#timesAsked += 1), renewal.signal);
    };
    const limit = pause(RENEWAL_LIMIT_MS, renewal.signal);
    this.#gate = Promise.race([ask().then(() => undefined), limit.then(() => error)])
      // Whatever the host's sign-in throws may quote a token: only that it failed goes on.
      .catch(() => error)
      .finally(() => {
        renewal.abort();
        this.#passed = this.#gate;
      });
  }
}

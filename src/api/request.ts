/** One request with all its attempts: the retry policy, the sign-in and the pauses come together here. */
import type { UsageClientOptions } from './client-types.js';
import { browserEnvironment, giveWay, pause, waitUntil, type Environment } from './environment.js';
import { fail, usageError, type Result, type UsageError, type UsageWarning } from './errors.js';
import { attempt, pageFetcher, type JsonObject, type Outcome } from './http.js';
import { announcer, tell } from './listeners.js';
import {
  ACTION_LIMIT_MS,
  ATTEMPT_LIMIT_MS,
  BACK_OFF_MS,
  FULL_BUDGET_TENTHS,
  MAX_ATTEMPTS,
  MAX_WAIT_MS,
  pageRetryBudget,
  RENEWAL_LIMIT_MS,
  RESUME_SPREAD_MS,
  RETRY_TENTHS,
  SLOW_BACK_OFF_MS,
  type Failure,
  type RetryBudget,
  type RetryRule,
} from './retry-policy.js';
import type { Lane } from './scheduler.js';

interface Noted {
  readonly warnings?: readonly UsageWarning[];
}

/** Makes something of a body; the warnings in it, if any, go to the host. */
export type Reader<T> = (body: JsonObject) => Result<T> | Promise<Result<T>>;

/**
 * GETs a URL and reads what comes: gives the reader's answer or error, or the error of the last
 * attempt. Rejects only with the lane's reason, when the call is cancelled.
 */
export type Get = <T>(url: string, read: Reader<T>) => Promise<Result<T>>;

/** What one request has used up so far. */
interface Progress {
  readonly signal: AbortSignal;
  /** Tells calls that were open when something happened from later ones. */
  readonly order: number;
  attempts: number;
  /** Attempts and back-offs; time offline, hidden, asleep, queued or at the sign-in is not the server's. */
  spentMs: number;
  /** Which of the host's tokens the newest attempt was sent with. */
  token: number;
  /** Rules that allow one retry and have had it. */
  readonly used: Set<RetryRule>;
}

/** Sends the requests of one client until they have an answer or a final failure. */
export class Requester {
  readonly #options: UsageClientOptions;
  readonly #environment: Environment;
  readonly #budget: RetryBudget;
  readonly #whileHeld: ReturnType<typeof announcer<'onWait'>>;
  readonly #whileOffline: ReturnType<typeof announcer<'onOffline'>>;
  #latestOrder = 0;
  /** No attempt before this moment (epoch ms), so that queued calls do not each collect a refusal. */
  #heldUntil = 0;
  /** How calls up to an order end instead of asking: only a person may ask again. */
  #refusal: UsageError | undefined;
  #refusedUpTo = 0;
  /** How often the host was asked for a token, and which one it gave last. */
  #timesAsked = 0;
  #token = 0;
  /** The question to the host that is open, one for all calls that were refused with the same token. */
  #renewal: Promise<boolean> | undefined;
  #endOfRenewal = new AbortController();

  constructor(options: UsageClientOptions) {
    this.#options = options;
    this.#environment = options.environment ?? browserEnvironment;
    this.#budget = options.retryBudget ?? pageRetryBudget;
    this.#whileHeld = announcer(options, 'onWait');
    this.#whileOffline = announcer(options, 'onOffline');
  }

  /** Opens a call: all its requests go through what this gives. */
  open({ signal, inSlot }: Lane): Get {
    const order = (this.#latestOrder += 1);
    return async (url, read) => {
      const used = new Set<RetryRule>();
      const progress = { signal, order, attempts: 0, spentMs: 0, token: 0, used };
      for (;;) {
        let error = await this.#untilAllowed(progress);
        const outcome = error ? null : await inSlot(() => this.#attempt(url, progress));
        if (outcome && 'body' in outcome) {
          const answer = await read(outcome.body);
          if (answer.ok) this.#warn(answer.value as Noted);
          if (answer.ok) return answer;
          ({ error } = answer);
        } else if (outcome) {
          this.#warn(outcome);
          error = await this.#untilRetry(outcome, progress);
        }
        if (error) return fail({ ...error, attempt: progress.attempts });
      }
    };
  }

  /** Forgets the sign-in under way, its timer included; the host's late answer changes nothing. */
  reset(): void {
    this.#endOfRenewal.abort();
    this.#renewal = undefined;
  }

  #warn({ warnings = [] }: Noted): void {
    for (const warning of warnings) tell(this.#options, 'onWarning', warning);
  }

  /** Waits for the network, for a server that asked for it, and before a retry for somebody to see it. */
  async #untilAllowed({ signal, order, attempts }: Progress): Promise<UsageError | undefined> {
    const environment = this.#environment;
    const isOnline = (): boolean => environment.isOnline();
    if (!isOnline()) {
      const error = usageError('network', { reason: 'offline', retryable: true });
      await this.#whileOffline(error, waitUntil(environment, isOnline, signal));
    }
    while (this.#isHeld()) {
      const retryAt = this.#heldUntil;
      await this.#whileHeld({ retryAt }, this.#rest(signal, retryAt - environment.now()));
    }
    if (attempts > 0 && environment.isHidden()) {
      await waitUntil(environment, () => !environment.isHidden(), signal);
      await this.#rest(signal);
    }
    return this.#refusalOf(order);
  }

  /** null when it was not sent, or was lost to a dead network: then it does not count. */
  async #attempt(url: string, progress: Progress): Promise<Outcome | null> {
    const environment = this.#environment;
    // The wait for a slot may have been long: what was true before it is looked at again.
    if (!environment.isOnline() || this.#isHeld() || this.#refusalOf(progress.order)) return null;
    const { fetcher = pageFetcher } = this.#options;
    const since = environment.now();
    const limit = Math.min(ATTEMPT_LIMIT_MS, ACTION_LIMIT_MS - progress.spentMs);
    progress.token = this.#token;
    const outcome = await attempt(environment, fetcher, url, limit, progress.signal);
    const hasBody = 'body' in outcome;
    const mayBeLost = !hasBody && ['network', 'timeout'].includes(outcome.error.code);
    if (mayBeLost && !environment.isOnline()) return null;
    progress.attempts += 1;
    // At most the limit: hours asleep were not the server's.
    progress.spentMs += Math.min(limit, environment.now() - since);
    if (hasBody) this.#budget.tenths = Math.min(FULL_BUDGET_TENTHS, this.#budget.tenths + 1);
    return hasBody ? outcome : this.#heed(outcome);
  }

  /** Takes a `Retry-After` to heart before the slot goes to the next attempt. */
  #heed(failure: Failure): Failure {
    const { error } = failure;
    const { retryAt = 0 } = error;
    if (retryAt - this.#environment.now() > MAX_WAIT_MS) {
      return { ...failure, error: this.#refuse({ ...error, code: 'throttled' }), rule: 'button' };
    }
    this.#heldUntil = Math.max(this.#heldUntil, retryAt);
    return failure;
  }

  /** Waits for what must come before the next attempt; the error when there will be none. */
  async #untilRetry({ error, rule }: Failure, progress: Progress): Promise<UsageError | undefined> {
    const environment = this.#environment;
    const { signal, attempts, used } = progress;
    if (used.has(rule)) return rule === 'auth' ? this.#refuse(error) : error;
    // With no attempt left for the new token, asking for it would prompt somebody for nothing.
    if (rule === 'never' || rule === 'button' || attempts >= MAX_ATTEMPTS) return error;
    if (rule !== 'back-off') used.add(rule);
    if (rule === 'auth') {
      const renewed = await giveWay(this.#renewed(error, progress), signal);
      return renewed ? undefined : error;
    }
    const { retryAt, status } = error;
    // Full jitter: anywhere from now to the ceiling, so that many clients do not come back in step.
    const ceiling = (status === 429 ? SLOW_BACK_OFF_MS : BACK_OFF_MS) * 2 ** (attempts - 1);
    const delay = retryAt ? retryAt - environment.now() : environment.random() * ceiling;
    const isLate = progress.spentMs + delay >= ACTION_LIMIT_MS;
    if (isLate || this.#budget.tenths < RETRY_TENTHS) return error;
    this.#budget.tenths -= RETRY_TENTHS;
    progress.spentMs += delay;
    // After sleep all timers of the page are due at once: spread them anew.
    if (!retryAt && (await pause(environment, delay, signal))) await this.#rest(signal);
    return undefined;
  }

  /** At least `ms`, and then some: calls that wait for the same moment shall not go on in step. */
  #rest(signal: AbortSignal, ms = 0): Promise<unknown> {
    const environment = this.#environment;
    return pause(environment, ms + environment.random() * RESUME_SPREAD_MS, signal);
  }

  #isHeld(): boolean {
    return this.#environment.now() < this.#heldUntil;
  }

  /** Ends all calls that are open now with this error, as far as they still have to ask. */
  #refuse(error: UsageError): UsageError {
    this.#refusal = error;
    this.#refusedUpTo = this.#latestOrder;
    return error;
  }

  #refusalOf(order: number): UsageError | undefined {
    return order > this.#refusedUpTo ? undefined : this.#refusal;
  }

  /**
   * Whether the refused call should be repeated: the token was renewed for it, or already had been
   * since the attempt was sent. Never rejects.
   */
  async #renewed(error: UsageError, { token, order }: Progress): Promise<boolean> {
    if (this.#token > token) return true;
    if (!this.#options.onAuth || this.#refusalOf(order)) return false;
    return (this.#renewal ??= this.#renew(error));
  }

  async #renew(error: UsageError): Promise<boolean> {
    const { signal } = (this.#endOfRenewal = new AbortController());
    const ask = async (): Promise<void> => this.#options.onAuth?.((this.#timesAsked += 1));
    const limit = pause(this.#environment, RENEWAL_LIMIT_MS, signal);
    const renewed = await Promise.race([ask().then(() => true), limit.then(() => false)])
      // Whatever the host's sign-in throws may quote a token: only that it failed goes on.
      .catch(() => false);
    if (signal.aborted) return false;
    this.reset();
    if (renewed) this.#token += 1;
    else this.#refuse(error);
    return renewed;
  }
}

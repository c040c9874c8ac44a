/** One request with all its attempts: the retry policy, the sign-in and the pauses come together here. */
import type { AuthGate } from './auth.js';
import { giveWay, hasSlept, pause, waitUntil, type Environment } from './environment.js';
import { fail, ok, usageError, type Result, type UsageError, type UsageWarning } from './errors.js';
import { attempt, type Arrival, type Fetcher, type Outcome } from './http.js';
import { explainRefusal } from './problem.js';
import type { RetryBudget } from './retry-budget.js';
import {
  ACTION_LIMIT_MS,
  ATTEMPT_LIMIT_MS,
  backOffMs,
  MAX_ATTEMPTS,
  MAX_WAIT_MS,
  RESUME_SPREAD_MS,
  type Failure,
} from './retry-policy.js';
import type { Lane } from './scheduler.js';
import type { Throttle } from './throttle.js';

export interface RequesterOptions {
  readonly environment: Environment;
  readonly fetcher: Fetcher;
  readonly auth: AuthGate;
  readonly throttle: Throttle;
  readonly budget: RetryBudget;
  /** Order of the newest call. */
  readonly latestOrder: () => number;
  readonly onWarning: (warning: UsageWarning) => void;
  /** E(network) `offline` when a call starts to wait for the network, null when none waits. */
  readonly onOffline: (error: UsageError | null) => void;
}

/** What one request has used up so far. */
interface Progress {
  attempts: number;
  retries: number;
  /** Attempts and back-offs; time offline, hidden, asleep, queued or at the sign-in is not the server's. */
  spentMs: number;
  /** Of which token the newest attempt was sent with. */
  sentWith: number;
  usedOnce: boolean;
  usedAuth: boolean;
}

/** Sends GET requests until they have an answer or a final failure. */
export class Requester {
  readonly #options: RequesterOptions;
  #offline = 0;

  constructor(options: RequesterOptions) {
    this.#options = options;
  }

  /**
   * The body of a successful answer, or the error of the last attempt.
   * Rejects only with the lane's reason, when the call is cancelled.
   */
  async get(url: string, lane: Lane): Promise<Result<Arrival>> {
    const progress: Progress = {
      attempts: 0,
      retries: 0,
      spentMs: 0,
      sentWith: 0,
      usedOnce: false,
      usedAuth: false,
    };
    for (;;) {
      const outcome = await this.#send(url, lane, progress);
      if (outcome.ok) {
        this.#options.budget.refill();
        return ok({ body: outcome.body, attempts: progress.attempts });
      }
      const error = await this.#mayRetry(outcome.failure, lane, progress);
      if (error) return fail({ ...error, attempt: progress.attempts });
    }
  }

  /** One attempt as soon as network, throttle and a slot allow it. */
  async #send(url: string, lane: Lane, progress: Progress): Promise<Outcome> {
    const { environment, throttle } = this.#options;
    for (;;) {
      await this.#waitForNetwork(lane.signal, progress.attempts);
      await throttle.waitOut(lane.signal);
      const refusal = throttle.refusalOf(lane.order);
      if (refusal) return { ok: false, failure: { error: refusal, rule: 'never' } };
      const outcome = await lane.inSlot(async () => {
        // The wait for a slot may have been long: what was true before it is looked at again.
        const blocked =
          !environment.isOnline() || throttle.isHeld() || throttle.refusalOf(lane.order) !== null;
        return blocked ? null : this.#attempt(url, lane, progress);
      });
      if (outcome) return outcome;
    }
  }

  /** null when the network went away meanwhile: then the attempt does not count. */
  async #attempt(url: string, lane: Lane, progress: Progress): Promise<Outcome | null> {
    const { environment, fetcher, auth } = this.#options;
    const since = environment.now();
    progress.attempts += 1;
    progress.sentWith = auth.renewals;
    const outcome = await attempt({
      environment,
      fetcher,
      url,
      signal: lane.signal,
      limitMs: Math.min(ATTEMPT_LIMIT_MS, ACTION_LIMIT_MS - progress.spentMs),
    });
    if (!outcome.ok && !environment.isOnline() && isLostConnection(outcome.failure)) {
      progress.attempts -= 1;
      return null;
    }
    if (outcome.ok || !outcome.failure.slept) progress.spentMs += environment.now() - since;
    return outcome.ok ? outcome : this.#explain(outcome);
  }

  /** Makes the failure as exact as the problem in the refusal allows. */
  #explain({ failure, problem }: Outcome & { ok: false }): Outcome {
    const { error, warnings } = explainRefusal(failure.error, problem);
    for (const warning of warnings) this.#options.onWarning(warning);
    return { ok: false, failure: { ...failure, error } };
  }

  async #waitForNetwork(signal: AbortSignal, attempts: number): Promise<void> {
    const { environment, onOffline } = this.#options;
    if (environment.isOnline()) return;
    this.#offline += 1;
    if (this.#offline === 1) {
      onOffline(usageError('network', { reason: 'offline', retryable: true, attempt: attempts }));
    }
    try {
      await waitUntil(environment, () => environment.isOnline(), signal);
    } finally {
      this.#offline -= 1;
      if (this.#offline === 0) onOffline(null);
    }
  }

  /** Waits for whatever must come before the next attempt; the error when there will be none. */
  async #mayRetry(failure: Failure, lane: Lane, progress: Progress): Promise<UsageError | null> {
    const longWait = this.#refuseLongWait(failure);
    if (longWait) return longWait;
    const { error, rule } = failure;
    if (rule === 'never') return error;
    if (rule === 'auth') return this.#renewAuth(error, lane, progress);
    if (progress.attempts >= MAX_ATTEMPTS) return withRetryAt(failure);
    if (rule === 'once' && progress.usedOnce) return error;
    if (rule === 'once') progress.usedOnce = true;
    return this.#backOff(failure, lane, progress);
  }

  /** Notes a `Retry-After` for all calls; the error when it asks for more than may be waited for. */
  #refuseLongWait({ error, retryAt }: Failure): UsageError | null {
    if (retryAt === undefined) return null;
    const { environment, throttle, latestOrder } = this.#options;
    if (retryAt - environment.now() <= MAX_WAIT_MS) {
      throttle.hold(retryAt);
      return null;
    }
    const later = usageError('throttled', {
      ...error,
      retryable: true,
      reason: 'retry-later',
      retryAt,
    });
    throttle.refuse(later, latestOrder());
    return later;
  }

  async #renewAuth(error: UsageError, lane: Lane, progress: Progress): Promise<UsageError | null> {
    const { auth } = this.#options;
    if (progress.usedAuth) {
      auth.refuse();
      return { ...error, reason: error.reason ?? 'refused-again' };
    }
    // No attempt is left for the new token: asking for it would prompt somebody for nothing.
    if (progress.attempts >= MAX_ATTEMPTS) return error;
    progress.usedAuth = true;
    switch (await giveWay(auth.renew(progress.sentWith, lane.order), lane.signal)) {
      case 'renewed':
        return null;
      case 'timeout':
        return { ...error, reason: 'renewal-timeout' };
      case 'failed':
        return { ...error, reason: 'renewal-failed' };
      case 'refused':
        return error;
    }
  }

  async #backOff(failure: Failure, lane: Lane, progress: Progress): Promise<UsageError | null> {
    const { environment, throttle, budget } = this.#options;
    const { error, retryAt } = failure;
    const delay =
      retryAt === undefined
        ? backOffMs(progress.retries, error.status, environment.random())
        : Math.max(0, retryAt - environment.now());
    if (progress.spentMs + delay >= ACTION_LIMIT_MS) {
      const late = withRetryAt(failure);
      return late.code === 'timeout' ? { ...late, reason: 'action-deadline' } : late;
    }
    if (!budget.take()) return { ...withRetryAt(failure), reason: 'retry-budget' };
    progress.spentMs += delay;
    progress.retries += 1;
    if (retryAt === undefined) await this.#rest(delay, lane.signal);
    else await throttle.waitOut(lane.signal);
    await this.#waitToBeSeen(lane.signal);
    return null;
  }

  /** After sleep all timers of the page are due at once: spread them anew. */
  async #rest(delay: number, signal: AbortSignal): Promise<void> {
    const { environment } = this.#options;
    const since = environment.now();
    await pause(environment, delay, signal);
    if (hasSlept(environment, since, delay)) await this.#spread(signal);
  }

  async #waitToBeSeen(signal: AbortSignal): Promise<void> {
    const { environment } = this.#options;
    if (!environment.isHidden()) return;
    await waitUntil(environment, () => !environment.isHidden(), signal);
    await this.#spread(signal);
  }

  #spread(signal: AbortSignal): Promise<void> {
    const { environment } = this.#options;
    return pause(environment, environment.random() * RESUME_SPREAD_MS, signal);
  }
}

function isLostConnection({ error }: Failure): boolean {
  return error.code === 'network' || error.reason === 'attempt-deadline';
}

/** The moment is told even when the attempts are used up: the button can say when it is worth a try. */
function withRetryAt({ error, retryAt }: Failure): UsageError {
  return retryAt === undefined ? error : { ...error, retryAt };
}

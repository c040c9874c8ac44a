import { UsageClient, type UsageClientOptions } from '../../src/api/index.js';
import type { UsageError, UsageWarning } from '../../src/api/index.js';
import { RequestScheduler } from '../../src/api/scheduler.js';
import { FULL_BUDGET_TENTHS, type RetryBudget } from '../../src/api/retry-policy.js';
import { FakeClock } from './fake-clock.js';
import { FakeServer } from './fake-server.js';

export const CUSTOMER = { kind: 'customer', customerNo: 'C1' } as const;
export const INVOICE = { kind: 'invoice', invoiceNo: '900123' } as const;
export const SUBSCRIPTION = '46701234567';
export const ROOT = '/billing/usage/v1/L01';
export const DETAILS_PATH = `${ROOT}/customers/C1/subscriptions/${SUBSCRIPTION}/usage-details`;

/** Rows of `usage-details`, told apart by their ids. */
export function rows(...ids: string[]): Record<string, unknown>[] {
  return ids.map((id) => ({
    id,
    startTime: '2026-05-06T21:14:00',
    amount: 1.5,
    currency: 'SEK',
  }));
}

/** A client whose clock, server, scheduler and budget are the test's own. */
export class ClientRig {
  readonly clock = new FakeClock();
  readonly server = new FakeServer();
  readonly scheduler: RequestScheduler;
  readonly budget: RetryBudget;
  readonly client: UsageClient;
  readonly warnings: UsageWarning[] = [];
  readonly waits: ({ retryAt: number } | null)[] = [];
  readonly offline: (UsageError | null)[] = [];
  /** Generations the host was asked for. */
  readonly asked: number[] = [];
  /** Ends of the sign-ins under way, oldest first. */
  readonly signIns: { done: () => void; fail: () => void }[] = [];

  constructor(options: Partial<UsageClientOptions> = {}) {
    this.scheduler = options.scheduler ?? new RequestScheduler();
    this.budget = options.retryBudget ?? { tenths: FULL_BUDGET_TENTHS };
    this.client = new UsageClient({
      ownerNo: 'L01',
      fetcher: this.server.fetcher,
      scheduler: this.scheduler,
      retryBudget: this.budget,
      onWarning: (warning) => this.warnings.push(warning),
      onWait: (wait) => this.waits.push(wait),
      onOffline: (error) => this.offline.push(error),
      onAuth: (generation) =>
        new Promise((resolve, reject) => {
          this.asked.push(generation);
          this.signIns.push({ done: resolve, fail: () => reject(new Error('no')) });
        }),
      ...options,
    });
  }
}

/** How a call of the client ended, readable at any moment without waiting for it. */
export class Watched<T> {
  value: T | undefined;
  rejection: unknown;
  state: 'pending' | 'resolved' | 'rejected' = 'pending';

  constructor(promise: Promise<T>) {
    promise.then(
      (value) => {
        this.value = value;
        this.state = 'resolved';
      },
      (reason: unknown) => {
        this.rejection = reason;
        this.state = 'rejected';
      },
    );
  }
}

export function watch<T>(promise: Promise<T>): Watched<T> {
  return new Watched(promise);
}

/** The error of a call that must have failed by now. */
export function errorOf(watched: Watched<{ ok: boolean; error?: UsageError }>): UsageError {
  if (watched.state !== 'resolved' || !watched.value || watched.value.ok || !watched.value.error) {
    throw new Error(`the call has not failed: ${watched.state}`);
  }
  return watched.value.error;
}

/** The value of a call that must have succeeded by now. */
export function valueOf<T>(watched: Watched<{ ok: true; value: T } | { ok: false }>): T {
  if (watched.state !== 'resolved' || !watched.value?.ok) {
    throw new Error(`the call has not succeeded: ${watched.state}`);
  }
  return watched.value.value;
}

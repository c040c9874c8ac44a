/** What is tried again, how often and when: every number of it in one place. */
import { usageError, type ErrorCode, type UsageError } from './errors.js';

export const MAX_ATTEMPTS = 3;
/** One attempt, body included. */
export const ATTEMPT_LIMIT_MS = 10_000;
/** One request with its attempts and back-offs: what a person waits before giving up. */
export const ACTION_LIMIT_MS = 25_000;
/** Up to here a `Retry-After` is waited for; beyond it a person decides. */
export const MAX_WAIT_MS = 20_000;
/** How long the host may take to renew its token. */
export const RENEWAL_LIMIT_MS = 30_000;
/** Spread over which calls go on after a pause that ended for all of them at once. */
export const RESUME_SPREAD_MS = 400;

const BACK_OFF_MS = 400;
/** After 429 the server has said "too much": come back slower. */
const SLOW_BACK_OFF_MS = 1_500;
const MAX_BACK_OFF_MS = 8_000;

/**
 * - `never`: final.
 * - `back-off`: again up to MAX_ATTEMPTS, later each time.
 * - `once`: again one single time (an odd answer that a restarted server may have given).
 * - `auth`: again one single time, after the host renewed its token.
 */
export type RetryRule = 'never' | 'back-off' | 'once' | 'auth';

/** How one failed attempt is judged. */
export interface Failure {
  readonly error: UsageError;
  readonly rule: RetryRule;
  /** Epoch ms of a valid `Retry-After`. */
  readonly retryAt?: number;
  /** The machine slept during the attempt: the time it took says nothing. */
  readonly slept?: boolean;
}

/** Full jitter: anywhere from now to the ceiling, so that many clients do not come back in step. */
export function backOffMs(
  retriesSoFar: number,
  status: number | undefined,
  random: number,
): number {
  const base = status === 429 ? SLOW_BACK_OFF_MS : BACK_OFF_MS;
  return random * Math.min(MAX_BACK_OFF_MS, base * 2 ** retriesSoFar);
}

interface StatusRule {
  readonly code: ErrorCode;
  readonly rule: RetryRule;
  /** Whether a person may usefully press "try again". */
  readonly retryable: boolean;
}

const final = (code: ErrorCode, retryable = false): StatusRule => ({
  code,
  rule: 'never',
  retryable,
});
const again = (code: ErrorCode): StatusRule => ({ code, rule: 'back-off', retryable: true });

const STATUS_RULES: Readonly<Record<number, StatusRule>> = {
  401: { code: 'auth', rule: 'auth', retryable: true },
  403: final('forbidden'),
  404: final('not-found'),
  405: final('protocol'),
  406: final('protocol'),
  408: again('timeout'),
  409: final('invalid', true),
  410: final('not-found'),
  412: final('invalid', true),
  413: final('too-large'),
  414: final('too-large'),
  415: final('protocol'),
  422: final('invalid', true),
  425: again('server'),
  429: again('throttled'),
  451: final('forbidden'),
  500: again('server'),
  501: final('server'),
  502: again('server'),
  503: again('server'),
  504: again('server'),
  505: final('server'),
  511: final('server'),
};

/** The rule of an HTTP status that is no success; those not listed go by their class. */
function ruleOf(status: number): StatusRule {
  const listed = STATUS_RULES[status];
  if (listed) return listed;
  if (status >= 500) return final('server', true);
  return status >= 400 ? final('invalid') : final('protocol');
}

/** The failure that a status stands for, before anything is known of its body. */
export function failureOfStatus(status: number): Failure {
  const { code, rule, retryable } = ruleOf(status);
  return { error: usageError(code, { status, retryable, ...reasonOf(status) }), rule };
}

function reasonOf(status: number): Pick<UsageError, 'reason'> {
  if (status === 408) return { reason: 'request-timeout' };
  if (status === 405 || status === 406 || status === 415) return { reason: 'method-refused' };
  if (status >= 300 && status < 400) return { reason: 'redirect' };
  return {};
}

/** What is tried again, how often and when: every number of it in one place. */
import { usageError, type ErrorCode, type UsageError } from './errors.js';

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

/** First ceiling of the back-off; it doubles, but three attempts end before it could reach 8 seconds. */
export const BACK_OFF_MS = 400;
/** After 429 the server has said "too much": come back slower. */
export const SLOW_BACK_OFF_MS = 1_500;

/** A timer this late did not run late: the machine slept. */
export const ASLEEP_MS = 5_000;

/** How one failed attempt is judged. */
export interface Failure {
  readonly ok: false;
  readonly error: UsageError;
  /** Up to how many attempts there may be in all, one of those below. */
  readonly tries: number;
}

/** Final. */
export const NEVER = 0;
/** Final, but a person may usefully try again. */
export const BUTTON = 1;
/** Again one single time: an odd answer that a restarted server may have given. */
export const ONCE = 2;
/** Again and again, later each time; E(auth) once, after the host renewed its token. */
export const BACK_OFF = 3;

/** What each status means that is no success; those not listed go by their class. */
const STATUS_RULES: readonly (readonly [ErrorCode, tries: number, ...number[]])[] = [
  ['auth', BACK_OFF, 401],
  ['forbidden', NEVER, 403, 451],
  ['not-found', NEVER, 404, 410],
  ['protocol', NEVER, 405, 406, 415],
  ['timeout', BACK_OFF, 408],
  ['invalid', BUTTON, 409, 412, 422],
  ['too-large', NEVER, 413, 414],
  ['throttled', BACK_OFF, 429],
  ['server', BACK_OFF, 425, 500, 502, 503, 504],
  ['server', NEVER, 501, 505, 511],
];

export function failure(
  code: ErrorCode,
  tries: number,
  status?: number,
  retryAt?: number,
): Failure {
  const retryable = tries > NEVER;
  const error = usageError(code, { retryable, status: status || undefined, retryAt });
  return { ok: false, error, tries };
}

/**
 * The failure that a status stands for, before anything is known of its body.
 *
 * @param status 0 for an answer that the browser does not let us look at
 * @param retryAt epoch ms of a valid `Retry-After`, of which only 429 and 503 [known] mean something
 */
export function failureOfStatus(status: number, retryAt?: number): Failure {
  // The numbers of tries are no statuses.
  const [code, tries] = STATUS_RULES.find((row) => row.includes(status, 2)) ?? classOf(status);
  return failure(code, tries, status, status === 429 || status === 503 ? retryAt : undefined);
}

function classOf(status: number): readonly [ErrorCode, tries: number] {
  if (status >= 500) return ['server', BUTTON];
  return [status >= 400 ? 'invalid' : 'protocol', NEVER];
}

/**
 * The moment (epoch ms) before which the server asks not to be called again: from up to 999,999 whole
 * seconds, or from an IMF-fixdate (RFC 9110), which is the one form that a date prints itself in.
 *
 * undefined for anything that is not plainly one: `Number('0x10')`, '1, 2' of two merged headers, a
 * negative or past time must end in an ordinary back-off, never in a retry at once.
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^[0-9]{1,6}$/.test(text)) return now + Number(text) * 1_000;
  const instant = Date.parse(text);
  return instant > now && new Date(instant).toUTCString() === text ? instant : undefined;
}

/**
 * How many retries the whole page may still make: when a platform is down, three attempts of every
 * element would be three times the load on it. In tenths, because 0.1 added ten times is not 1 in
 * floating point: full at 100, minus 10 a retry, plus 1 a success.
 */
export interface RetryBudget {
  tenths: number;
}

export const RETRY_TENTHS = 10;
export const FULL_BUDGET_TENTHS = 10 * RETRY_TENTHS;

/** The budget that all clients of the page share unless they are given their own. */
export const pageRetryBudget: RetryBudget = { tenths: FULL_BUDGET_TENTHS };

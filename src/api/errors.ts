/**
 * How the api room says that something went wrong: closed lists of words, never sentences.
 *
 * An error is safe to log, to put in an event and to show: it never holds a body, a called number,
 * a token or a text of the platform (which quotes the body).
 */

/** `code` of a `payexerror` event. */
export const ERROR_CODES = [
  'config',
  'adapter',
  'timeout',
  'invalid',
  'auth',
  'forbidden',
  'not-found',
  'protocol',
  'too-large',
  'throttled',
  'server',
  'network',
  'data',
  'partial',
  'mismatch',
  'foreign',
  'render',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The API's own problem codes, last segment of `type` [known]; anything else is `other`. */
export const PROBLEM_KINDS = [
  'validation',
  'invoice-not-found',
  'customer-not-found',
  'invoice-has-no-usage',
  'subscription-not-found',
  'other',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** Finer words under a code where it says too little: a mistake of the page, and the network away. */
export const ERROR_REASONS = [
  'bad-id',
  'bad-base',
  'insecure-base',
  'no-fetcher',
  'offline',
] as const;
export type ErrorReason = (typeof ERROR_REASONS)[number];

/** A failure in closed lists of words: safe to log and to show. */
export interface UsageError {
  readonly code: ErrorCode;
  /** Whether the same call may go well later without anybody changing anything. */
  readonly retryable: boolean;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** How many attempts were made; 0 when nothing was sent. */
  readonly attempt: number;
  /** The `instance` of the problem, which PayEx' support asks for: at most 200 printable characters. */
  readonly instance?: string;
  readonly problem?: ProblemKind;
  /** The parameter that was refused: one of our own names for it, never a text of the answer. */
  readonly parameter?: string;
  /** Epoch milliseconds before which a retry is no use. */
  readonly retryAt?: number;
  readonly reason?: ErrorReason;
}

/** What a call gives: failures are values, not exceptions. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: UsageError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(error: UsageError): Result<never> {
  return { ok: false, error };
}

/** An error with the parts that are known; not retryable and not attempted unless said. */
export function usageError(
  code: ErrorCode,
  parts: Partial<Omit<UsageError, 'code'>> = {},
): UsageError {
  return { retryable: false, attempt: 0, ...parts, code };
}

/** The failed result of an error that is made on the spot. */
export function refuse(code: ErrorCode, parts?: Partial<Omit<UsageError, 'code'>>): Result<never> {
  return fail(usageError(code, parts));
}

/** What was odd in an answer but did not stop it. */
export const WARNING_CODES = [
  /** A row that is no object, holds nothing to show, or that the host's mapping made nothing of. */
  'unreadable-row',
  /** A time, number, currency or text that was cut, mended or left out; times, volumes, amounts and texts mark the record. */
  'bad-value',
  /** A number came as text or a text as number, and was taken because nothing is lost by it. */
  'coerced',
  /** The `status` in a problem is not the HTTP status, which wins. */
  'problem-status',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** A warning for the developer: a word and how often, no data. */
export interface UsageWarning {
  readonly code: WarningCode;
  readonly count: number;
}

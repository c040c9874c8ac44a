/** One attempt: from the call of the fetcher to a parsed object or a judged failure. */
import { discard, isEmpty, isTruncated, MAX_BODY_BYTES, readText } from './body.js';
import { giveWay, hasSlept, type Environment } from './environment.js';
import { usageError, type ErrorCode, type UsageError } from './errors.js';
import { MalformedJson, parseJsonExactly } from './json.js';
import { readRetryAfter } from './retry-after.js';
import { failureOfStatus, type Failure, type RetryRule } from './retry-policy.js';

/** Shaped like `fetch`; the host adds base URL, cookies, headers and tokens. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

export type JsonObject = Readonly<Record<string, unknown>>;

/** A body that arrived, and at which attempt. */
export interface Arrival {
  readonly body: JsonObject;
  readonly attempts: number;
}

export type Outcome =
  | { readonly ok: true; readonly body: JsonObject }
  | {
      readonly ok: false;
      readonly failure: Failure;
      /** The parsed body of a refusal, for whoever knows how to read problems. */
      readonly problem?: unknown;
    };

export interface AttemptOptions {
  readonly environment: Environment;
  readonly fetcher: Fetcher;
  readonly url: string;
  /** Aborted when nobody wants the answer any more; the attempt then rejects with its reason. */
  readonly signal: AbortSignal;
  /** From the call to the last byte of the body. */
  readonly limitMs: number;
}

const ACCEPT = 'application/json, application/problem+json';
const JSON_TYPE = /^application\/(?:[a-z0-9!#$&^_.+-]+\+)?json$/;
const PROBLEM_TYPE = 'application/problem+json';
const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml']);
/** Problems are a screenful; a longer "problem" is none. */
const MAX_PROBLEM_BYTES = 256 * 1024;

/**
 * The page's own `fetch` for its own origin. Redirects are not followed: their target would have been
 * called before anybody could look where it is.
 */
export const pageFetcher: Fetcher = (url, init) =>
  globalThis.fetch(url, {
    ...init,
    credentials: 'same-origin',
    mode: 'same-origin',
    redirect: 'manual',
  });

/**
 * Sends one attempt. Rejects only when `signal` is aborted, with its reason: what was thrown is not
 * looked at, because a fetcher may reject with anything, or never.
 */
export async function attempt(options: AttemptOptions): Promise<Outcome> {
  const { environment, signal, limitMs } = options;
  signal.throwIfAborted();
  const since = environment.now();
  const stop = new AbortController();
  const deadline = { passed: false, slept: false };
  const timer = environment.setTimeout(() => {
    deadline.passed = true;
    deadline.slept = hasSlept(environment, since, limitMs);
    stop.abort();
  }, limitMs);
  const cancel = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const outcome = await exchange(options, stop.signal);
    signal.throwIfAborted();
    return outcome;
  } catch {
    signal.throwIfAborted();
    if (!deadline.passed) return failed('network', 'back-off', { reason: 'interrupted' });
    const error = usageError('timeout', { retryable: true, reason: 'attempt-deadline' });
    const { slept } = deadline;
    return { ok: false, failure: { error, rule: slept ? 'once' : 'back-off', slept } };
  } finally {
    environment.clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

async function exchange(options: AttemptOptions, signal: AbortSignal): Promise<Outcome> {
  const { environment, fetcher, url } = options;
  let pending: Promise<Response>;
  try {
    pending = Promise.resolve(
      fetcher(url, { method: 'GET', headers: { Accept: ACCEPT }, cache: 'no-store', signal }),
    );
  } catch {
    return failed('adapter', 'never', { reason: 'fetcher-threw', retryable: true });
  }
  const response: unknown = await giveWay(pending, signal);
  if (!isUsableResponse(response)) return failed('adapter', 'never', { reason: 'no-response' });

  const blocked = misdirected(response, url);
  if (blocked) {
    discard(response);
    return blocked;
  }
  return response.status >= 200 && response.status < 300
    ? readSuccess(response, signal)
    : readRefusal(response, environment.now(), signal);
}

/** By shape, because a Response may come from another realm; one that was read already is useless. */
function isUsableResponse(value: unknown): value is Response {
  if (typeof value !== 'object' || value === null) return false;
  const { status, headers, text, bodyUsed } = value as Partial<Response>;
  return (
    typeof status === 'number' &&
    typeof headers?.get === 'function' &&
    typeof text === 'function' &&
    bodyUsed !== true
  );
}

/** Fault 53: an opaque answer cannot be judged, and one from elsewhere must not be used. */
function misdirected(response: Response, url: string): Outcome | null {
  const { type } = response;
  if (type === 'opaqueredirect') return failed('protocol', 'never', { reason: 'redirect' });
  if (type === 'opaque' || type === 'error') {
    return failed('protocol', 'never', { reason: 'opaque' });
  }
  const moved = response.redirected && originOf(response.url) !== originOf(url);
  return moved ? failed('protocol', 'never', { reason: 'redirect' }) : null;
}

function originOf(url: string): string | null {
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
}

async function readSuccess(response: Response, signal: AbortSignal): Promise<Outcome> {
  const { status } = response;
  const empty = (): Outcome =>
    failed('protocol', 'once', { status, reason: 'empty-body', retryable: true });
  if (status === 204 || status === 205) return empty();

  const type = contentType(response);
  const isWhole = status === 200 || status === 203;
  if (!isWhole || type === PROBLEM_TYPE || !JSON_TYPE.test(type)) {
    // Nothing is sniffed, but "no bytes" and "wrong type" deserve different names.
    const isLogin = isWhole && HTML_TYPES.has(type);
    if (!isLogin && isWhole && (await isEmpty(response, signal))) return empty();
    discard(response);
    if (isLogin) return failed('auth', 'auth', { status, reason: 'login-page', retryable: true });
    const reason = type === PROBLEM_TYPE ? 'problem-as-success' : 'content-type';
    return failed('protocol', 'never', { status, reason });
  }

  const body = await readText(response, MAX_BODY_BYTES, signal);
  if (body.kind === 'too-large')
    return failed('too-large', 'never', { status, reason: 'body-limit' });
  if (body.text.trim() === '') return empty();
  if (isTruncated(response, body.bytes)) {
    return failed('data', 'back-off', { status, reason: 'truncated', retryable: true });
  }
  return parse(body.text, status);
}

function parse(text: string, status: number): Outcome {
  try {
    const value = parseJsonExactly(text);
    if (isObject(value)) return { ok: true, body: value };
    return failed('data', 'never', { status, reason: 'not-an-object' });
  } catch (cause) {
    if (cause instanceof MalformedJson && cause.tooDeep) {
      return failed('data', 'never', { status, reason: 'too-deep' });
    }
    return failed('data', 'once', { status, reason: 'bad-json', retryable: true });
  }
}

async function readRefusal(response: Response, now: number, signal: AbortSignal): Promise<Outcome> {
  const { status } = response;
  const failure = failureOfStatus(status);
  const problem = await readProblemBody(response, signal);
  const retryAt =
    status === 429 || status === 503
      ? readRetryAfter(response.headers.get('retry-after'), now)
      : null;
  return {
    ok: false,
    failure: retryAt === null ? failure : { ...failure, retryAt },
    ...(problem === undefined ? {} : { problem }),
  };
}

/** The parsed body, or undefined for all that is no JSON: the status has said enough. */
async function readProblemBody(response: Response, signal: AbortSignal): Promise<unknown> {
  if (!JSON_TYPE.test(contentType(response))) {
    discard(response);
    return undefined;
  }
  try {
    const body = await readText(response, MAX_PROBLEM_BYTES, signal);
    return body.kind === 'text' ? parseJsonExactly(body.text) : undefined;
  } catch {
    return undefined;
  }
}

function contentType(response: Response): string {
  return (response.headers.get('content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase();
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function failed(
  code: ErrorCode,
  rule: RetryRule,
  parts: Partial<Omit<UsageError, 'code'>>,
): Outcome {
  const retryable = rule === 'back-off' || undefined;
  return {
    ok: false,
    failure: { error: usageError(code, { ...(retryable && { retryable }), ...parts }), rule },
  };
}

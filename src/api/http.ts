/** One attempt: from the call of the fetcher to a parsed object or a judged failure. */
import { giveWay, pause, type Environment } from './environment.js';
import { parseJsonExactly } from './json.js';
import { explainRefusal } from './problem.js';
import { failure, failureOfStatus, readRetryAfter, type Failure } from './retry-policy.js';

/** Shaped like `fetch`; the host adds base URL, cookies, headers and tokens. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

export type JsonObject = Readonly<Record<string, unknown>>;

export type Outcome = { readonly body: JsonObject } | Failure;

const ACCEPT = 'application/json, application/problem+json';
const JSON_TYPE = /^application\/([\w!#$&^.+-]+\+)?json\s*(;|$)/i;
const PROBLEM_TYPE = /^application\/problem\+/i;
const HTML_TYPE = /^(text\/html|application\/xhtml\+xml)/i;

/** Above this a page freezes for seconds; nobody reads a million rows. [assumed limit] */
export const MAX_BODY_BYTES = 200 * 1024 * 1024;
/** Problems are a screenful; a longer "problem" is none. */
const MAX_PROBLEM_BYTES = 256 * 1024;

/**
 * The page's own `fetch` for its own origin, with its cookies. Redirects are not followed: their target
 * would have been called before anybody could look where it is.
 */
export const pageFetcher: Fetcher = (url, init) =>
  fetch(url, { ...init, mode: 'same-origin', redirect: 'manual' });

/**
 * Sends one attempt. Rejects only when `signal` is aborted, with its reason: what was thrown is not
 * looked at, because a fetcher may reject with anything, or never.
 *
 * @param limitMs from the call to the last byte of the body
 * @param signal aborted when nobody wants the answer any more
 */
export async function attempt(
  environment: Environment,
  fetcher: Fetcher,
  url: string,
  limitMs: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const done = new AbortController();
  const late = new AbortController();
  let slept: boolean | undefined;
  pause(environment, limitMs, done.signal).then(
    (overslept) => {
      slept = overslept;
      late.abort();
    },
    () => undefined,
  );
  const either = AbortSignal.any([signal, late.signal]);
  try {
    return await giveWay(exchange(environment, fetcher, url, either), either);
  } catch {
    signal.throwIfAborted();
    if (slept === undefined) return failure('network', 'back-off');
    return failure('timeout', slept ? 'once' : 'back-off');
  } finally {
    done.abort();
  }
}

async function exchange(
  environment: Environment,
  fetcher: Fetcher,
  url: string,
  signal: AbortSignal,
): Promise<Outcome> {
  let answer: unknown;
  try {
    const headers = { Accept: ACCEPT };
    answer = fetcher(url, { method: 'GET', headers, cache: 'no-store', signal });
  } catch {
    return failure('adapter', 'button');
  }
  // By shape, because a Response may come from another realm; one that was read already is useless.
  const given = Object(await answer) as Partial<Response>;
  const isResponse = typeof given.headers?.get === 'function' && typeof given.text === 'function';
  if (!isResponse || given.bodyUsed) return failure('adapter', 'never');

  const response = given as Response;
  const { status, headers } = response;
  // Fault 53: an answer from elsewhere must not be used; an opaque one says 0 and is judged by that.
  if (response.redirected && new URL(response.url).origin !== new URL(url).origin) {
    discard(response);
    return failure('protocol', 'never', status);
  }
  const type = headers.get('content-type') ?? '';
  if (status >= 200 && status < 300) return readSuccess(response, type, signal);

  const problem: unknown = await readText(
    response,
    JSON_TYPE.test(type) ? MAX_PROBLEM_BYTES : 0,
    signal,
  )
    .then((text) => parseJsonExactly(text as string))
    // The status has said enough.
    .catch(() => null);
  const retryAt = readRetryAfter(headers.get('retry-after'), environment.now());
  const { error, rule } = failureOfStatus(status, retryAt);
  return { rule, ...explainRefusal(error, problem) };
}

async function readSuccess(
  response: Response,
  type: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const { status } = response;
  const isJson = JSON_TYPE.test(type) && !PROBLEM_TYPE.test(type) && status !== 206;
  // Nothing is sniffed, but "no bytes" and "wrong type" deserve different treatment.
  const text = await readText(response, isJson ? MAX_BODY_BYTES : 0, signal);
  if (HTML_TYPE.test(type)) return failure('auth', 'auth', status);
  if (typeof text === 'string' && !text.trim()) return failure('protocol', 'once', status);
  if (!isJson) return failure('protocol', 'never', status);
  if (typeof text !== 'string') return text;
  try {
    const body = parseJsonExactly(text);
    const isObject = body instanceof Object && !Array.isArray(body);
    return isObject ? { body: body as JsonObject } : failure('data', 'never', status);
  } catch (cause) {
    return failure('data', cause instanceof RangeError ? 'never' : 'once', status);
  }
}

/**
 * The whole body as text, decoded as UTF-8 whatever the charset parameter says (JSON has no other);
 * a byte order mark is dropped, invalid bytes become U+FFFD, which the row readers flag. A failure for
 * more than `limitBytes`, which is known before it is all in memory, and for less than was announced.
 *
 * Rejects when the connection breaks or the signal is aborted; the stream is let go in either case.
 */
export async function readText(
  response: Response,
  limitBytes: number,
  signal: AbortSignal,
): Promise<string | Failure> {
  const { status, headers } = response;
  const tooLarge = failure('too-large', 'never', status);
  const announced = Number(headers.get('content-length'));
  if (announced > limitBytes) {
    discard(response);
    return tooLarge;
  }
  // A fetcher's stand-in for Response may know no streams.
  const body = response.body ?? new Response(await response.text()).body;
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      bytes += chunk.byteLength;
      if (bytes > limitBytes) throw new RangeError();
      text += decoder.decode(chunk, { stream: true });
    },
  });
  try {
    await body?.pipeTo(sink, { signal });
  } catch (reason) {
    if (bytes > limitBytes) return tooLarge;
    throw reason;
  }
  // A compressed body announces its compressed length, and an answer of another origin may hide that
  // it was compressed: then nothing can be said.
  const isComparable = !headers.get('content-encoding') && response.type !== 'cors';
  if (isComparable && bytes < announced) return failure('data', 'back-off', status);
  return text + decoder.decode();
}

/** Tells the connection that nobody will read the body; what the stream thinks of it is no matter. */
function discard({ body }: Response): void {
  body?.cancel().catch(() => undefined);
}

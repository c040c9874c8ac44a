/** One attempt: from the call of the fetcher to a parsed object or a judged failure. */
import { giveWay, pause } from './waits.js';
import type { Findings } from './findings.js';
import { parseJsonExactly } from './json.js';
import { explainRefusal } from './problem.js';
import {
  ASLEEP_MS,
  BACK_OFF,
  BUTTON,
  failure,
  failureOfStatus,
  NEVER,
  ONCE,
  readRetryAfter,
  type Failure,
} from './retry-policy.js';

/** Shaped like `fetch`; the host adds base URL, cookies, headers and tokens. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

export type JsonObject = Readonly<Record<string, unknown>>;

export type Outcome = { readonly body: JsonObject } | Failure;

const ACCEPT = 'application/json, application/problem+json';
/** A problem that comes as a success is neither. */
const JSON_TYPE = /^application\/(?!problem\+)([\w!#$&^.+-]+\+)?json\s*(;|$)/i;
const HTML_TYPE = /^(text\/html|application\/xhtml\+xml)/i;

/** Above this a page freezes for seconds; nobody reads a million rows. [assumed limit] */
export const MAX_BODY_BYTES = 200 * 1024 * 1024;

/**
 * The page's own `fetch` for its own origin, with its cookies. Redirects are not followed: their target
 * would have been called before anybody could look where it is.
 */
export const pageFetcher: Fetcher = (url, init) =>
  fetch(url, { ...init, mode: 'same-origin', redirect: 'manual' });

/** Where an attempt goes, and what it has to keep to. */
export interface Attempt {
  readonly fetcher: Fetcher;
  readonly url: string;
  /** Aborted when nobody wants the answer any more. */
  readonly signal: AbortSignal;
  readonly findings: Findings;
}

/**
 * Sends one attempt. Rejects only when `signal` is aborted, with its reason: what was thrown is not
 * looked at, because a fetcher may reject with anything, or never.
 *
 * @param limitMs from the call to the last byte of the body
 */
export async function send(attempt: Attempt, limitMs: number): Promise<Outcome> {
  const { signal } = attempt;
  const since = Date.now();
  // Aborted in any case at the end, so that the connection of a body that nobody reads is let go.
  const ending = new AbortController();
  const either = AbortSignal.any([signal, ending.signal]);
  pause(limitMs, either).then(
    () => ending.abort(),
    () => undefined,
  );
  try {
    return await giveWay(exchange({ ...attempt, signal: either }), either);
  } catch {
    signal.throwIfAborted();
    if (!ending.signal.aborted) return failure('network', BACK_OFF);
    const slept = Date.now() - since > limitMs + ASLEEP_MS;
    return failure('timeout', slept ? ONCE : BACK_OFF);
  } finally {
    ending.abort();
  }
}

async function exchange(attempt: Attempt): Promise<Outcome> {
  const { fetcher, url, signal, findings } = attempt;
  let answer: unknown;
  try {
    const headers = { Accept: ACCEPT };
    answer = fetcher(url, { method: 'GET', headers, cache: 'no-store', signal });
  } catch {
    return failure('adapter', BUTTON);
  }
  // By shape, because a Response may come from another realm; one that was read already is useless.
  const response = Object(await answer) as Response;
  const { headers, body, bodyUsed } = response as Partial<Response>;
  if (!headers?.get || body === undefined || bodyUsed) return failure('adapter', NEVER);
  const { status } = response;
  // Fault 53: an answer from elsewhere must not be used; an opaque one says 0 and is judged by that.
  if (response.redirected && new URL(response.url).origin !== new URL(url).origin) {
    return failure('protocol', NEVER, status);
  }
  const text = await readText(response, signal);
  if (status >= 200 && status < 300) return readSuccess(response, text);
  const retryAt = readRetryAfter(headers.get('retry-after'), Date.now());
  const { error, tries } = failureOfStatus(status, retryAt);
  return { tries, error: explainRefusal(error, text, findings) };
}

function readSuccess({ status, headers }: Response, text: string | null): Outcome {
  if (text === null) return failure('too-large', NEVER, status);
  const type = headers.get('content-type') ?? '';
  if (HTML_TYPE.test(type)) return failure('auth', BACK_OFF, status);
  // Nothing is sniffed, but "no bytes" and "wrong type" deserve different treatment.
  if (!text.trim()) return failure('protocol', ONCE, status);
  if (!JSON_TYPE.test(type) || status === 206) return failure('protocol', NEVER, status);
  try {
    const body = parseJsonExactly(text);
    const isObject = body instanceof Object && !Array.isArray(body);
    return isObject ? { body: body as JsonObject } : failure('data', NEVER, status);
  } catch (cause) {
    if (cause instanceof RangeError) return failure('data', NEVER, status);
    // Fault 50: what is cut off is no JSON either, but the next answer may well be whole.
    const isCutOff = text.length < Number(headers.get('content-length'));
    return failure('data', isCutOff ? BACK_OFF : ONCE, status);
  }
}

/**
 * The whole body as text, decoded as UTF-8 whatever the charset parameter says (JSON has no other);
 * a byte order mark is dropped, invalid bytes become U+FFFD, which the row readers flag. null for
 * more than the limit, which is known before it is all in memory.
 *
 * Rejects when the connection breaks or the signal is aborted; the stream is let go in either case.
 */
export async function readText(
  { headers, body }: Response,
  signal: AbortSignal,
  limit = MAX_BODY_BYTES,
): Promise<string | null> {
  if (Number(headers.get('content-length')) > limit) return null;
  let text = '';
  const sink = new WritableStream<string>({
    write(chunk) {
      text += chunk;
      if (text.length > limit) throw new RangeError();
    },
  });
  try {
    await body?.pipeThrough(new TextDecoderStream()).pipeTo(sink, { signal });
    return text;
  } catch (reason) {
    if (text.length > limit) return null;
    throw reason;
  }
}

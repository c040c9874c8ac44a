/** One attempt: from the call of the fetcher to an answer that is read, or a judged failure. */
import type { Result } from './errors.js';
import type { Findings } from './findings.js';
import { ListReader, type JsonObject } from './list-reader.js';
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
import { giveWay, nextTask, pause } from './waits.js';

/** Shaped like `fetch`; the host adds base URL, cookies, headers and tokens. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

export type Outcome<T> = { readonly ok: true; readonly value: T } | Failure;

/** What reads and judges an answer. */
export interface Page<T> {
  readonly reader: ListReader;
  /** What a whole body is, which the reader gave. */
  judge(body: JsonObject): Result<T>;
}

const ACCEPT = 'application/json, application/problem+json';
/** A problem that comes as a success is neither. */
const JSON_TYPE = /^application\/(?!problem\+)([\w!#$&^.+-]+\+)?json\s*(;|$)/i;
const HTML_TYPE = /^(text\/html|application\/xhtml\+xml)/i;

/** So much is read at once, in a millisecond or less; the rows of the first piece fill a screen. */
const PIECE_BYTES = 16 * 1024;
/** Then the page may answer to its user. */
const SLICE_MS = 16;

/** Above this a page freezes for seconds; nobody reads a million rows. [assumed limit] */
export const MAX_BODY_BYTES = 200 * 1024 * 1024;

/**
 * The page's own `fetch` for its own origin, with its cookies. Redirects are not followed: their target
 * would have been called before anybody could look where it is.
 */
export const pageFetcher: Fetcher = (url, init) =>
  fetch(url, { ...init, mode: 'same-origin', redirect: 'manual' });

/** Where an attempt goes, and what it has to keep to. */
export interface Attempt<T> {
  readonly fetcher: Fetcher;
  readonly url: string;
  /** Aborted when nobody wants the answer any more. */
  readonly signal: AbortSignal;
  readonly findings: Findings;
  /** Makes what reads the answer. */
  readonly open: () => Page<T>;
}

/**
 * Sends one attempt. Rejects only when `signal` is aborted, with its reason: what was thrown is not
 * looked at, because a fetcher may reject with anything, or never.
 *
 * @param limitMs from the call to the last byte of the body
 */
export async function send<T>(attempt: Attempt<T>, limitMs: number): Promise<Outcome<T>> {
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

async function exchange<T>(attempt: Attempt<T>): Promise<Outcome<T>> {
  const { fetcher, url, signal } = attempt;
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
  return readAnswer(response, attempt);
}

async function readAnswer<T>(
  response: Response,
  { open, signal, findings }: Attempt<T>,
): Promise<Outcome<T>> {
  const { status, headers } = response;
  const type = headers.get('content-type') ?? '';
  const isSuccess = status >= 200 && status < 300;
  // Nothing is sniffed, but "no bytes" and "wrong type" deserve different treatment.
  const page = isSuccess && status !== 206 && JSON_TYPE.test(type) ? open() : null;
  const reader = page?.reader ?? new ListReader();
  const size = await readBytes(response, signal, (bytes) => reader.push(bytes));
  if (!isSuccess) {
    const retryAt = readRetryAfter(headers.get('retry-after'), Date.now());
    const refusal = failureOfStatus(status, retryAt);
    return { ...refusal, error: explainRefusal(refusal.error, problemOf(reader), findings) };
  }
  if (size === null) return failure('too-large', NEVER, status);
  if (HTML_TYPE.test(type)) return failure('auth', BACK_OFF, status);
  if (reader.isBlank) return failure('protocol', ONCE, status);
  if (!page) return failure('protocol', NEVER, status);
  try {
    const answer = page.judge(reader.end());
    return answer.ok ? answer : { ...answer, tries: NEVER };
  } catch (cause) {
    if (cause instanceof RangeError) return failure('data', NEVER, status);
    // Fault 50: what is cut off is no JSON either, but the next answer may well be whole.
    const isCutOff = size < Number(headers.get('content-length'));
    return failure('data', isCutOff ? BACK_OFF : ONCE, status);
  }
}

/** The members of a refusal; none where it is no JSON: then the status has said enough. */
function problemOf(reader: ListReader): JsonObject {
  try {
    return reader.end();
  } catch {
    return {};
  }
}

/**
 * Hands on the body in small pieces, and lets the page live between them. How many bytes there were;
 * null for more than the limit.
 *
 * Rejects when the connection breaks or the signal is aborted; the stream is let go in either case.
 */
export async function readBytes(
  { headers, body }: Response,
  signal: AbortSignal,
  take: (bytes: Uint8Array) => void,
  limit = MAX_BODY_BYTES,
): Promise<number | null> {
  if (Number(headers.get('content-length')) > limit) return null;
  let size = 0;
  let pausedAt = performance.now();
  const sink = new WritableStream<Uint8Array>({
    async write(chunk) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        // A short answer waits for nobody; the first rows of a long one are shown before more are read.
        const isFirst = size <= 2 * PIECE_BYTES;
        if (size > 0 && (isFirst || performance.now() > pausedAt + SLICE_MS)) {
          await nextTask(signal);
          pausedAt = performance.now();
        }
        const piece = chunk.subarray(at, at + PIECE_BYTES);
        size += piece.length;
        if (size > limit) throw new RangeError();
        take(piece);
      }
    },
  });
  try {
    await body?.pipeTo(sink, { signal });
    return size;
  } catch (reason) {
    if (size > limit) return null;
    throw reason;
  }
}

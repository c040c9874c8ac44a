/** Reads the body of an answer as a stream, so that its size is known before it is all in memory. */
import { giveWay } from './environment.js';

/** Above this a page freezes for seconds; nobody reads a million rows. [assumed limit] */
export const MAX_BODY_BYTES = 200 * 1024 * 1024;

export type BodyText =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'too-large' };

/**
 * The whole body as text, decoded as UTF-8 whatever the charset parameter says (JSON has no other);
 * a byte order mark is dropped, invalid bytes become U+FFFD, which the row readers flag.
 *
 * Rejects with the signal's reason when it is aborted, and with whatever the stream says when the
 * connection breaks; the stream is let go in either case.
 */
export async function readText(
  response: Response,
  limitBytes: number,
  signal: AbortSignal,
): Promise<BodyText> {
  const declared = declaredLength(response);
  if (declared !== null && declared > limitBytes) {
    discard(response);
    return { kind: 'too-large' };
  }
  if (!response.body) return readWhole(response, limitBytes, signal);

  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await giveWay(reader.read(), signal);
      if (done) return { kind: 'text', text: text + decoder.decode(), bytes };
      bytes += value.byteLength;
      if (bytes > limitBytes) {
        letGo(reader);
        return { kind: 'too-large' };
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch (reason) {
    letGo(reader);
    throw reason;
  }
}

/** A fetcher's stand-in for Response may know no streams. */
async function readWhole(
  response: Response,
  limitBytes: number,
  signal: AbortSignal,
): Promise<BodyText> {
  const text = await giveWay(response.text(), signal);
  const bytes = new TextEncoder().encode(text).byteLength;
  return bytes > limitBytes
    ? { kind: 'too-large' }
    : { kind: 'text', text: text.replace(/^\uFEFF/, ''), bytes };
}

/** Whether the body has no byte at all; reads at most one chunk of it. */
export async function isEmpty(response: Response, signal: AbortSignal): Promise<boolean> {
  if (!response.body) return (await giveWay(response.text(), signal)) === '';
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await giveWay(reader.read(), signal);
      if (done) return true;
      if (value.byteLength > 0) return false;
    }
  } finally {
    letGo(reader);
  }
}

/** Tells the connection that nobody will read the body; what the stream thinks of it is no matter. */
export function discard(response: Response): void {
  if (response.body && !response.body.locked) response.body.cancel().catch(() => {});
}

function letGo(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  reader.cancel().catch(() => {});
}

/** Content-Length in bytes, or null where it is not plainly one. */
function declaredLength(response: Response): number | null {
  const text = response.headers.get('content-length');
  return text !== null && /^[0-9]{1,15}$/.test(text) ? Number(text) : null;
}

/**
 * Whether fewer bytes came than were announced. A compressed body announces its compressed length,
 * and an answer of another origin may hide that it was compressed: then nothing can be said.
 */
export function isTruncated(response: Response, bytes: number): boolean {
  if (response.headers.get('content-encoding') || response.type === 'cors') return false;
  const declared = declaredLength(response);
  return declared !== null && bytes < declared;
}

import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { ServerResponse } from 'node:http';
import type { FaultCall, FaultTable } from './fault.js';

/** How a broken connection looks to whoever calls the app without a server. */
const broken = (): Response =>
  new Response(
    new ReadableStream({ start: (controller) => controller.error(new Error('connection reset')) }),
  );

const brokenOnPurpose = new WeakSet<ServerResponse>();

/** Whether a fault broke this connection: then it was not the client who left. */
export function isBrokenOnPurpose(outgoing: ServerResponse): boolean {
  return brokenOnPurpose.has(outgoing);
}

function breakOff(outgoing: ServerResponse): void {
  brokenOnPurpose.add(outgoing);
  outgoing.destroy();
}

function reset(call: FaultCall): Response {
  if (call.outgoing === null) return broken();
  breakOff(call.outgoing);
  return RESPONSE_ALREADY_SENT;
}

function breakHalfWay(
  bytes: Uint8Array<ArrayBuffer>,
  headers: Headers,
  { outgoing }: FaultCall,
): Response {
  if (outgoing === null) return broken();
  outgoing.writeHead(200, {
    ...Object.fromEntries(headers),
    'content-length': String(bytes.length),
  });
  outgoing.write(bytes.subarray(0, bytes.length >> 1), () => breakOff(outgoing));
  return RESPONSE_ALREADY_SENT;
}

const gone = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** A byte at a time, so that headers come in time and the body does not. */
function drip(bytes: Uint8Array<ArrayBuffer>, everyMs: number): ReadableStream<Uint8Array> {
  let sent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new ReadableStream({
    pull: (controller) =>
      new Promise((resolve) => {
        timer = setTimeout(() => {
          if (sent < bytes.length) controller.enqueue(bytes.subarray(sent, (sent += 1)));
          else controller.close();
          resolve();
        }, everyMs);
      }),
    cancel: () => clearTimeout(timer),
  });
}

/** Faults of the connection itself. */
export const TRANSPORT_FAULTS: FaultTable = {
  reset: { doc: 'The connection breaks before any header.', answer: reset },
  'reset-mid-body': {
    doc: 'The connection breaks half-way through the body.',
    send: breakHalfWay,
  },
  'reset-once': {
    // Half-way, since browsers repeat by themselves what broke before the headers on a kept connection.
    doc: "The connection breaks half-way through the body of the session's first answer.",
    send: (bytes, headers, call) =>
      call.before === 0 ? breakHalfWay(bytes, headers, call) : new Response(bytes, { headers }),
  },
  'slow-drip': {
    doc: 'One byte of the body every 250 ms; "=50" for another pace.',
    send: (bytes, headers, call) =>
      new Response(drip(bytes, Number(call.argument ?? 250)), { headers }),
  },
  hang: {
    doc: 'No answer until the client goes away.',
    answer: async (call) => {
      await gone(call.signal);
      return call.outgoing === null ? broken() : RESPONSE_ALREADY_SENT;
    },
  },
};

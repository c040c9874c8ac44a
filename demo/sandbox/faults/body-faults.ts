import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { FaultTable } from './fault.js';

const encoder = new TextEncoder();

/** The first text among the members that looks like words gets a byte that UTF-8 never has. */
function breakUtf8(text: string): Uint8Array<ArrayBuffer> {
  const at = text.search(/"[A-ZÅÄÖ][a-zåäö]+[^"]*"(?=[,}])/u);
  const bytes = encoder.encode(text);
  if (at !== -1) bytes[encoder.encode(text.slice(0, at + 1)).length] = 0xff;
  return bytes;
}

/** Faults in the bytes of an answer, and in how they travel. */
export const BODY_FAULTS: FaultTable = {
  'no-content-type': {
    doc: 'The right body without a content type.',
    send: (bytes, headers, { outgoing }) => {
      headers.delete('content-type');
      if (outgoing === null) return new Response(bytes, { headers });
      // By hand, since the adapter gives every answer without a type one.
      outgoing.writeHead(200, Object.fromEntries(headers));
      outgoing.end(bytes);
      return RESPONSE_ALREADY_SENT;
    },
  },
  'wrong-content-type': {
    doc: 'The right body as text/plain.',
    send: (bytes, headers) => {
      headers.set('content-type', 'text/plain');
      return new Response(bytes, { headers });
    },
  },
  'empty-200': { doc: 'Status 200 with an empty body.', rewrite: () => '' },
  bom: { doc: 'A byte order mark before the body.', rewrite: (text) => `\ufeff${text}` },
  'invalid-utf8': { doc: 'A byte in a text that UTF-8 never has.', rewrite: breakUtf8 },
  'malformed-json': {
    doc: 'A body that is not JSON: single quotes and a trailing comma.',
    rewrite: (text) => `${text.slice(0, -1).replaceAll('"', "'")},}`,
  },
  'top-level-array': { doc: 'A list without its envelope.', reshape: (body) => body.items ?? [] },
  'items-missing': { doc: 'An envelope without its list.', reshape: () => ({ navigation: {} }) },
  'deep-nesting': {
    doc: 'A body nested 200,000 deep.',
    rewrite: () => `{"items":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
  },
  'truncated-body': {
    doc: 'Half a body, its length stated as if that were all.',
    rewrite: (text) => text.slice(0, Math.floor(text.length / 2)),
  },
};

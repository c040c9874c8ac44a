import type { IncomingMessage } from 'node:http';

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a request was meant for this server. A foreign name in `Host` is a page elsewhere that has
 * its name resolved to this machine (DNS rebinding).
 */
export function isForThisServer({ headers, socket }: IncomingMessage): boolean {
  const [, name = '', port = '80'] = /^(.*?)(?::(\d+))?$/.exec(headers.host ?? '') ?? [];
  return LOCAL_NAMES.has(name.toLowerCase()) && Number(port) === socket.localPort;
}

/**
 * Whether a request comes from this server's own pages, or from no page at all. `same-site` is refused
 * as well, since every port of this machine is the same site; `none` is what the user types into the
 * address bar.
 */
export function isOwnRequest(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return (
    isForThisServer(request) && (site === undefined || site === 'same-origin' || site === 'none')
  );
}

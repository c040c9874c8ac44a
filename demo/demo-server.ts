import { getRequestListener } from '@hono/node-server';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createForwarder, type ForwardConfig } from './forward.js';
import { isForThisServer, isOwnRequest } from './own-origin.js';
import { createSandbox } from './sandbox/app.js';
import { COMMON_HEADERS } from './security-headers.js';
import { serveStatic, type StaticFolder } from './static-files.js';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const FOLDERS: readonly StaticFolder[] = [
  { prefix: '/dist/', folder: folder('../dist') },
  { prefix: '/', folder: folder('./public') },
];

const SANDBOX_OWNER = 'L01';

/** What `GET /demo/config.json` tells the demo page. */
export interface DemoConfig {
  /** `sandbox`: `/sandbox/token` and `/sandbox/customers` are there; `forward`: a real PayEx is. */
  readonly mode: 'sandbox' | 'forward';
  readonly ownerNo: string;
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    ...COMMON_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

const forbid = (response: ServerResponse): void =>
  sendJson(response, 403, { title: 'Only for pages of this server' });

/** The demo page, the built files and a PayEx: the sandbox, or with `forward` the real one. */
export function createDemoServer(forward: ForwardConfig | null): Server {
  const payex =
    forward === null
      ? getRequestListener(createSandbox({ ownerNo: SANDBOX_OWNER }).app.fetch, {
          overrideGlobalObjects: false,
        })
      : createForwarder(forward);
  const config: DemoConfig =
    forward === null
      ? { mode: 'sandbox', ownerNo: SANDBOX_OWNER }
      : { mode: 'forward', ownerNo: forward.ownerNo };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (!isForThisServer(request)) return forbid(response);
    // Pages and scripts may be opened by a link from anywhere; data is for the pages of this server.
    if (!/^\/(?:billing|sandbox|demo)\//.test(path)) return serveStatic(request, response, FOLDERS);
    if (!isOwnRequest(request)) return forbid(response);
    if (path === '/demo/config.json') return sendJson(response, 200, config);
    if (path.startsWith('/billing/') || (path.startsWith('/sandbox/') && forward === null)) {
      return payex(request, response);
    }
    return sendJson(response, 404, { title: 'Not found' });
  };

  return createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
}

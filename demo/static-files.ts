import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { COMMON_HEADERS, policyFor } from './security-headers.js';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
};

/** Where the paths below a prefix are found. */
export interface StaticFolder {
  /** Ends with a slash. */
  readonly prefix: string;
  readonly folder: string;
}

/** The file of a path, or `null`: hidden names, dot segments and links out of the folder are not served. */
async function findFile(path: string, { prefix, folder }: StaticFolder): Promise<string | null> {
  let names: string[];
  try {
    names = decodeURIComponent(path.slice(prefix.length)).split('/');
  } catch {
    return null;
  }
  if (names.at(-1) === '') names[names.length - 1] = 'index.html';

  if (names.some((name) => name === '' || name.startsWith('.') || /[\\:\u0000]/.test(name))) {
    return null;
  }
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, ...names));
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...COMMON_HEADERS, 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

/** Answers from the first folder whose prefix fits; pages get their Content-Security-Policy. */
export async function serveStatic(
  request: IncomingMessage,
  response: ServerResponse,
  folders: readonly StaticFolder[],
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return refuse(response, 405, 'Only GET and HEAD are allowed');
  }
  const path = (request.url ?? '').split('?')[0] ?? '';
  const place = folders.find(({ prefix }) => path.startsWith(prefix));
  const file = place === undefined ? null : await findFile(path, place);
  const type = file === null ? undefined : CONTENT_TYPES[extname(file)];
  if (file === null || type === undefined) return refuse(response, 404, 'Not found');
  response.writeHead(200, {
    ...COMMON_HEADERS,
    'content-type': type,
    'cache-control': 'no-cache',
    ...(type.startsWith('text/html') && { 'content-security-policy': policyFor(basename(file)) }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // A reader that goes away half-way is nobody's fault.
  await pipeline(createReadStream(file), response).catch(() => response.destroy());
}

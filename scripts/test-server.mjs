/**
 * What the browser tests are served besides the sources: the PayEx sandbox, and pages under the
 * strict Content-Security-Policy that the bundle must run under.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { tsImport } from 'tsx/esm/api';
import { ROOT } from './prepare.mjs';

const { createSandbox } = await tsImport('../demo/sandbox/app.ts', import.meta.url);
const { STRICT_POLICY } = await tsImport('../demo/security-headers.ts', import.meta.url);

const CONTENT_TYPES = {
  // No charset: a page then says itself what it is written in, and a classic script is read like its page.
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json; charset=utf-8',
};

/** Which folder answers which path; the files leave exactly as they are on disk. */
const FOLDERS = [
  { prefix: '/strict/', folder: join(ROOT, 'test', 'pages'), policy: STRICT_POLICY },
  { prefix: '/dist/', folder: join(ROOT, 'dist'), policy: null },
];

/** Koa middleware: `/strict/*` from test/pages under the strict policy, `/dist/*` untouched by compilers. */
export async function pagesMiddleware(ctx, next) {
  const place = FOLDERS.find(({ prefix }) => ctx.path.startsWith(prefix));
  if (!place) return next();
  const file = normalize(
    join(place.folder, decodeURIComponent(ctx.path.slice(place.prefix.length))),
  );
  const type = CONTENT_TYPES[extname(file)];
  if (!type || !file.startsWith(place.folder + sep) || !existsSync(file)) {
    ctx.status = 404;
    return undefined;
  }
  if (place.policy) ctx.set('Content-Security-Policy', place.policy);
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Content-Type', type);
  ctx.body = await readFile(file);
  return undefined;
}

/** Koa middleware that hands `/billing/*` and `/sandbox/*` to a PayEx sandbox of its own. */
export function sandboxMiddleware() {
  const listener = getRequestListener(createSandbox().app.fetch, {
    overrideGlobalObjects: false,
  });
  return async (ctx, next) => {
    if (!/^\/(?:billing|sandbox)\//.test(ctx.path)) return next();
    // Koa must not answer as well: the sandbox writes to the response itself, or breaks it off.
    ctx.respond = false;
    await listener(ctx.req, ctx.res);
    return undefined;
  };
}

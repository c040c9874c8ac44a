import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { rootCertificates } from 'node:tls';
import { isOwnRequest } from './own-origin.js';
import { problem } from './sandbox/problems.js';
import { isBelowApi, readSegments } from './sandbox/route.js';

/**
 * Forwards the component's calls to a real PayEx, which knows servers only: by a client certificate
 * and a bearer token that must never reach a page. For a developer's own machine; a product puts the
 * same few rules into its own backend, behind its own sign-in.
 */

export interface ForwardConfig {
  /** `https:`, a path in front of `/billing` allowed. */
  readonly baseUrl: URL;
  readonly ownerNo: string;
  readonly token: string;
  /** PEM. */
  readonly cert?: Buffer;
  readonly key?: Buffer;
  readonly pfx?: Buffer;
  readonly passphrase?: string;
  /** PEM of one more authority to trust. */
  readonly ca?: Buffer;
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const QUIET_UPSTREAM_MS = 30_000;

/** What PayEx may say to the page; cookies and everything hop-by-hop stay here. */
const PASSED_ON = [
  'content-type',
  'content-length',
  'content-encoding',
  'content-language',
  'retry-after',
  'allow',
] as const;

function need(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]?.trim();
  if (!value) throw new Error(`${name} must be set to forward to PayEx`);
  return value;
}

function optionalFile(env: NodeJS.ProcessEnv, name: string): Buffer | undefined {
  const path = env[name]?.trim();
  if (!path) return undefined;
  try {
    return readFileSync(path);
  } catch {
    throw new Error(`The file that ${name} names cannot be read`);
  }
}

/**
 * Reads PAYEX_BASE_URL, PAYEX_OWNER_NO, PAYEX_TOKEN, PAYEX_CLIENT_CERT with PAYEX_CLIENT_KEY (or
 * PAYEX_CLIENT_PFX with PAYEX_CLIENT_PFX_PASSPHRASE) and PAYEX_CA. `null` without PAYEX_BASE_URL.
 * Throws an Error that names the variable, never its value.
 */
export function readForwardConfig(env: NodeJS.ProcessEnv): ForwardConfig | null {
  if (!env.PAYEX_BASE_URL?.trim()) return null;
  const base = need(env, 'PAYEX_BASE_URL');
  const baseUrl = URL.canParse(base) ? new URL(base) : null;
  if (baseUrl?.protocol !== 'https:') throw new Error('PAYEX_BASE_URL must start with https://');
  const token = need(env, 'PAYEX_TOKEN');
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Error('PAYEX_TOKEN holds characters no token has');
  const ownerNo = need(env, 'PAYEX_OWNER_NO');
  const pfx = optionalFile(env, 'PAYEX_CLIENT_PFX');
  if (pfx === undefined) {
    need(env, 'PAYEX_CLIENT_CERT');
    need(env, 'PAYEX_CLIENT_KEY');
  }
  return {
    baseUrl,
    token,
    ownerNo,
    pfx,
    passphrase: env.PAYEX_CLIENT_PFX_PASSPHRASE,
    cert: optionalFile(env, 'PAYEX_CLIENT_CERT'),
    key: optionalFile(env, 'PAYEX_CLIENT_KEY'),
    ca: optionalFile(env, 'PAYEX_CA'),
  };
}

async function refuse(response: ServerResponse, status: number, detail: string): Promise<void> {
  const refusal = problem({ status, code: 'none', detail });
  if (status === 405) response.setHeader('allow', 'GET');
  response.writeHead(status, Object.fromEntries(refusal.headers));
  response.end(await refusal.text());
}

interface Errand {
  /** As it came, query included: decoding and encoding again could change what it means. */
  readonly target: string;
  /** For the log: the last name of the route, never an identifier. */
  readonly kind: string;
}

interface Refused {
  readonly status: number;
  readonly detail: string;
}

/** The name of the route, none of the identifiers in it. */
function kindOf(segments: readonly string[]): string {
  const [, , subscriptions, subscriptionNo, leaf] = segments.slice(5);
  if (leaf === 'usage-details' || leaf === 'usage-summaries') return leaf;
  if (subscriptionNo !== undefined) return 'subscription';
  return subscriptions === undefined ? 'scope' : 'subscriptions';
}

/** Whether and where a request may go on. */
function examine(request: IncomingMessage, ownerNo: string): Errand | Refused {
  const target = request.url ?? '';
  const segments = /^\/[\x21-\x7e]*$/.test(target)
    ? readSegments(target.split('?')[0] ?? '')
    : null;
  if (!isOwnRequest(request)) return { status: 403, detail: 'Not from a page of this server' };
  if (request.method !== 'GET') return { status: 405, detail: 'Only GET is forwarded' };
  if (segments === null) return { status: 400, detail: 'The path is not well formed' };
  if (!isBelowApi(segments)) return { status: 404, detail: 'No such route' };
  if (segments[4] !== ownerNo) return { status: 403, detail: 'Another ledger than the configured' };
  return { target, kind: kindOf(segments) };
}

type Ask = (target: string, signal: AbortSignal) => Promise<IncomingMessage>;

/** The way to PayEx: one kept connection, the client certificate, the token. */
function connect({ baseUrl, token, cert, key, pfx, passphrase, ca }: ForwardConfig): Ask {
  const agent = new Agent({
    keepAlive: true,
    minVersion: 'TLSv1.2',
    cert,
    key,
    pfx,
    passphrase,
    // An authority given by hand comes on top of the usual ones, not instead of them.
    ca: ca === undefined ? undefined : [...rootCertificates, ca.toString('latin1')],
  });
  const prefix = baseUrl.pathname.replace(/\/+$/, '');
  return (target, signal) =>
    new Promise((resolve, reject) => {
      const upstream = httpsRequest(
        {
          agent,
          signal,
          hostname: baseUrl.hostname.replace(/^\[|\]$/g, ''),
          port: baseUrl.port || 443,
          path: prefix + target,
          headers: {
            // Nothing of the page's own headers goes on: not its cookies, and not its origin.
            accept: 'application/json, application/problem+json',
            authorization: `Bearer ${token}`,
          },
        },
        resolve,
      );
      upstream.setTimeout(QUIET_UPSTREAM_MS, () => upstream.destroy(new Error('PayEx is silent')));
      upstream.on('error', reject);
      upstream.end();
    });
}

/** Hands the answer on as it comes. */
async function passOn(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  const status = answer.statusCode ?? 502;
  if (status >= 300 && status < 400) {
    // Where it leads is not for the page to see, and the token does not follow it.
    answer.destroy();
    return refuse(response, 502, 'PayEx answered with a redirect');
  }
  for (const name of PASSED_ON) {
    const value = answer.headers[name];
    if (value !== undefined) response.setHeader(name, value);
  }
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.writeHead(status);
  // A connection that breaks on either side breaks on the other: half a body must look like half.
  await pipeline(answer, response).catch(() => response.destroy());
}

/** @param log one line a call, with neither identifiers nor anything of the body */
export function createForwarder(
  config: ForwardConfig,
  log: (line: string) => void = console.log,
): Listener {
  const ask = connect(config);
  return async (request, response) => {
    const errand = examine(request, config.ownerNo);
    if ('status' in errand) return refuse(response, errand.status, errand.detail);
    const started = performance.now();
    const note = (result: string | number): void =>
      log(`${errand.kind} ${result} ${Math.round(performance.now() - started)} ms`);
    const leaving = new AbortController();
    response.once('close', () => leaving.abort());
    let answer: IncomingMessage;
    try {
      answer = await ask(errand.target, leaving.signal);
    } catch (error) {
      if (leaving.signal.aborted) return note('cancelled');
      note(`failed (${errorCode(error)})`);
      return refuse(response, 502, 'PayEx cannot be reached');
    }
    note(answer.statusCode ?? 'without status');
    return passOn(answer, response);
  };
}

/** `ECONNREFUSED`, `CERT_HAS_EXPIRED`: a code says what to mend, a message could say too much. */
function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}

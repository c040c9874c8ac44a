import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { setTimeout as wait } from 'node:timers/promises';
import { UsageBook } from './answers.js';
import { catalogue, CUSTOMERS } from './catalogue.js';
import { converse } from './conversation.js';
import { FAULTS, readFaults } from './faults.js';
import { isBrokenOnPurpose } from './faults/transport-faults.js';
import type { SandboxCustomer } from './model.js';
import { Random } from './random.js';
import { readRoute } from './route.js';
import { type LogEntry, type Session, Sessions } from './sessions.js';
import { bearerToken, TokenDesk } from './tokens.js';

export interface SandboxOptions {
  /** The ledger that tokens are bound to; default `L01`. */
  readonly ownerNo?: string;
  /** Default ten minutes. */
  readonly tokenLifetimeMs?: number;
  /** Default: the stories of the catalogue. */
  readonly customers?: readonly SandboxCustomer[];
  /** Epoch, ms; default the clock. */
  readonly now?: () => number;
}

type SandboxEnv = { Bindings: Partial<HttpBindings> };

export interface Sandbox {
  /** Give it the requests below `/billing/` and `/sandbox/`. */
  readonly app: Hono<SandboxEnv>;
  /** As `POST /sandbox/token` does. */
  readonly issueToken: (options?: { ownerNo?: string; lifetimeMs?: number }) => string;
}

const LONGEST_LATENCY_MS = 60_000;

/**
 * A stand-in for the PayEx Billing Usage API, told per request how to behave:
 *
 * - `x-sandbox-session`: a name; its request log and its counts of "once" are its own;
 * - `x-sandbox-latency`: ms before the answer, `300` or `200-600` for jitter from a seeded generator;
 * - `x-sandbox-fault`: names of `GET /sandbox/faults`, with commas between them.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { ownerNo = 'L01', tokenLifetimeMs = 600_000, customers = CUSTOMERS } = options;
  const tokens = new TokenDesk(options.now);
  const sessions = new Sessions();
  const book = new UsageBook(customers);
  const app = new Hono<SandboxEnv>();

  const issueToken: Sandbox['issueToken'] = (grant = {}) =>
    tokens.issue(grant.ownerNo ?? ownerNo, grant.lifetimeMs ?? tokenLifetimeMs);

  app.post('/sandbox/token', (c) => {
    const asked = c.req.query('expiresInSeconds');
    const lifetimeMs = asked === undefined ? tokenLifetimeMs : Number(asked) * 1000;
    if (!(lifetimeMs >= 0)) return c.text('expiresInSeconds must be a number', 400);
    const token = issueToken({ ownerNo: c.req.query('ownerNo'), lifetimeMs });
    c.header('cache-control', 'no-store');
    return c.json({ token, expiresInSeconds: lifetimeMs / 1000 });
  });
  app.get('/sandbox/customers', (c) => c.json({ ownerNo, customers: catalogue(customers) }));
  app.get('/sandbox/faults', (c) =>
    c.json({ faults: Object.entries(FAULTS).map(([name, { doc }]) => ({ name, doc })) }),
  );
  app.get('/sandbox/log', (c) => {
    const name = c.req.query('session') ?? '';
    c.header('cache-control', 'no-store');
    return c.json({ session: name, requests: sessions.named(name).log });
  });
  app.all('/billing/*', (c) =>
    attend(c, sessions.named(c.req.header('x-sandbox-session') ?? ''), book, tokens),
  );
  return { app, issueToken };
}

/** Reads the sandbox' own headers, waits, answers, and writes the log. */
async function attend(
  c: Context<SandboxEnv>,
  session: Session,
  book: UsageBook,
  tokens: TokenDesk,
): Promise<Response> {
  const { incoming, outgoing } = c.env ?? {};
  const href = requestTarget(c.req.url, incoming?.url);
  const [path = '', query = ''] = href.split('?');
  const faultHeader = c.req.header('x-sandbox-fault') ?? '';
  const faults = readFaults(faultHeader);
  if (typeof faults === 'string') return c.text(`The sandbox knows no fault "${faults}"`, 400);
  const reading = readRoute(path);
  const entry: LogEntry = {
    method: c.req.method,
    path: href,
    level: typeof reading === 'string' ? null : reading.level,
    faults: faultHeader,
    status: null,
    cancelled: false,
  };
  session.record(entry);
  const { signal } = c.req.raw;
  outgoing?.once('close', () => {
    entry.cancelled = !outgoing.writableFinished && !isBrokenOnPurpose(outgoing);
  });
  await latency(c.req.header('x-sandbox-latency'), session, signal);
  const response = await converse(
    {
      method: c.req.method,
      reading,
      href,
      page: Math.max(1, Number(new URLSearchParams(query).get('page') ?? 1) || 1),
      token: bearerToken(c.req.header('authorization')),
      faults,
      session,
      signal,
      outgoing: outgoing ?? null,
    },
    book,
    tokens,
  );
  if (!outgoing?.destroyed) entry.status = response.status;
  return response;
}

/** The request line as it came: a URL object would have followed the dot segments already. */
function requestTarget(url: string, raw: string | undefined): string {
  if (raw?.startsWith('/')) return raw;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

async function latency(
  header: string | undefined,
  session: Session,
  signal: AbortSignal,
): Promise<void> {
  const [, low, high = low] = /^(\d+)(?:-(\d+))?$/.exec(header ?? '') ?? [];
  if (low === undefined) return;
  const random = new Random(`latency ${session.count('latency')}`);
  const ms = Math.min(random.between(Number(low), Number(high)), LONGEST_LATENCY_MS);
  // A client that goes away ends the wait; its answer is then written to nobody.
  await wait(ms, undefined, { signal }).catch(() => undefined);
}

/** Calls to the PayEx sandbox, which the test runner serves on the page's own origin. */

export const API = '/billing/usage/v1/L01';

let sessions = 0;

export interface SandboxCall {
  readonly faults?: string;
  readonly session?: string;
  readonly token?: string | null;
  readonly method?: string;
  readonly signal?: AbortSignal;
  readonly latency?: string;
}

export interface SandboxLogEntry {
  readonly method: string;
  readonly path: string;
  readonly level: string | null;
  readonly faults: string;
  readonly status: number | null;
  readonly cancelled: boolean;
}

/** A name nobody else uses: sessions are kept apart by it. */
export function newSession(): string {
  sessions += 1;
  return `${location.href} ${performance.timeOrigin} ${sessions}`.replace(/[^\w.-]/g, '-');
}

/** @param query as in `expiresInSeconds=0` or `ownerNo=L02` */
export async function fetchToken(query = ''): Promise<string> {
  const response = await fetch(`/sandbox/token?${query}`, { method: 'POST' });
  const { token } = (await response.json()) as { token: string };
  return token;
}

let sharedToken: Promise<string> | undefined;

/** A request below `/billing/usage/v1/L01`, with a good token unless `token` says otherwise. */
export async function ask(path: string, call: SandboxCall = {}): Promise<Response> {
  sharedToken ??= fetchToken();
  const token = call.token === undefined ? await sharedToken : call.token;
  return fetch(API + path, {
    method: call.method ?? 'GET',
    signal: call.signal,
    cache: 'no-store',
    headers: {
      'x-sandbox-session': call.session ?? newSession(),
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(call.faults !== undefined && { 'x-sandbox-fault': call.faults }),
      ...(call.latency !== undefined && { 'x-sandbox-latency': call.latency }),
    },
  });
}

export interface ListBody {
  readonly items: readonly Record<string, unknown>[];
  readonly navigation: { readonly '@id': string; readonly next?: string };
}

export async function askList(path: string, call: SandboxCall = {}): Promise<ListBody> {
  return (await (await ask(path, call)).json()) as ListBody;
}

export async function readLog(session: string): Promise<readonly SandboxLogEntry[]> {
  const response = await fetch(`/sandbox/log?session=${encodeURIComponent(session)}`);
  return ((await response.json()) as { requests: SandboxLogEntry[] }).requests;
}

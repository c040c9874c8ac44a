import type { ServerResponse } from 'node:http';
import type { UsageBook } from './answers.js';
import { appliesTo, type OrderedFault } from './faults.js';
import type { FaultCall } from './faults/fault.js';
import { DOCUMENTED_STYLE, problem, type ProblemStyle, type Refusal } from './problems.js';
import type { Route, RouteReading } from './route.js';
import type { Session } from './sessions.js';
import type { TokenDesk } from './tokens.js';

/** One request below `/billing/`, with all that its answer depends on. */
export interface Conversation {
  readonly method: string;
  readonly reading: RouteReading;
  /** Root-relative, with its query. */
  readonly href: string;
  readonly page: number;
  readonly token: string | null;
  readonly faults: readonly OrderedFault[];
  readonly session: Session;
  readonly signal: AbortSignal;
  readonly outgoing: ServerResponse | null;
}

interface Turn {
  readonly ordered: OrderedFault;
  readonly call: FaultCall;
}

const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/** Only faults meant for this level take a turn, and only those are counted. */
function turns(conversation: Conversation, refuse: (refusal: Refusal) => Response): Turn[] {
  const { reading, session, href, token, signal, outgoing, faults } = conversation;
  const route = typeof reading === 'string' ? null : reading;
  return faults
    .filter((ordered) => appliesTo(ordered, route?.level ?? null))
    .map((ordered) => ({
      ordered,
      call: {
        argument: ordered.argument,
        before: session.count(ordered.written),
        route,
        href,
        token,
        session,
        signal,
        outgoing,
        problem: refuse,
      },
    }));
}

/** Who may ask at all: the method, the way it is written, and the token, in PayEx' order. */
function gate(
  { method, reading, token }: Conversation,
  tokens: TokenDesk,
  refuse: (refusal: Refusal) => Response,
): Response | Route {
  if (method !== 'GET') {
    const response = refuse({ status: 405, code: 'none', detail: 'Only GET is allowed' });
    response.headers.set('allow', 'GET');
    return response;
  }
  if (reading === 'refused') {
    return refuse({ status: 400, code: 'none', detail: 'The path is not well formed' });
  }
  if (reading === 'unknown') return refuse({ status: 404, code: 'none', detail: 'No such route' });
  if (!tokens.accepts(token, reading.ownerNo)) {
    const detail = 'The token has expired, is invalid, or is for another ledger';
    return refuse({ status: 401, code: 'none', detail });
  }
  return reading;
}

/** Answers one request: faults first, then what PayEx would say, then the faults in what it says. */
export async function converse(
  conversation: Conversation,
  book: UsageBook,
  tokens: TokenDesk,
): Promise<Response> {
  const { faults, page } = conversation;
  const style: ProblemStyle = Object.assign(
    { ...DOCUMENTED_STYLE },
    ...faults.map(({ fault }) => fault.problemStyle ?? {}),
  );
  const refuse = (refusal: Refusal): Response => problem(refusal, style);
  const asked = turns(conversation, refuse);
  for (const { ordered, call } of asked) {
    const instead = await ordered.fault.answer?.(call);
    if (instead !== undefined) return instead;
  }
  const route = gate(conversation, tokens, refuse);
  if (route instanceof Response) return route;
  const paged = asked.find(({ ordered }) => ordered.fault.paging !== undefined);
  const { body, refusal } = book.answer(route, page, paged?.ordered.fault.paging?.(paged.call));
  if (refusal !== undefined) return refuse(refusal);
  let shape: unknown = body;
  for (const { ordered, call } of asked) {
    shape = ordered.fault.reshape?.(shape as typeof body, call) ?? shape;
  }
  return send(JSON.stringify(shape), asked);
}

/** The last stations: the text, its bytes, and how they leave. */
async function send(json: string, asked: readonly Turn[]): Promise<Response> {
  let written: string | Uint8Array<ArrayBuffer> = json;
  for (const { ordered, call } of asked) {
    if (ordered.fault.rewrite === undefined) continue;
    const text = typeof written === 'string' ? written : new TextDecoder().decode(written);
    written = ordered.fault.rewrite(text, call);
  }
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
  const headers = new Headers(JSON_HEADERS);
  for (const { ordered, call } of asked) {
    if (ordered.fault.send !== undefined) return ordered.fault.send(bytes, headers, call);
  }
  return new Response(bytes, { headers });
}

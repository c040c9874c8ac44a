import type { ServerResponse } from 'node:http';
import type { Paging } from '../answers.js';
import type { JsonObject } from '../dialects.js';
import type { ProblemStyle, Refusal } from '../problems.js';
import type { Level, Route } from '../route.js';
import type { Session } from '../sessions.js';

/** What a fault may look at when its turn comes. */
export interface FaultCall {
  /** What stands after `=` in the header, percent-decoded. */
  readonly argument: string | null;
  /** How often this very fault was met before in this session. */
  readonly before: number;
  readonly route: Route | null;
  /** Root-relative, with its query. */
  readonly href: string;
  readonly token: string | null;
  readonly session: Session;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
  /** The raw answer, for faults below HTTP; missing when the app is called without a server. */
  readonly outgoing: ServerResponse | null;
  readonly problem: (refusal: Refusal) => Response;
}

/**
 * A named way to go wrong. Each hook sits at one station of an answer's way: instead of it, on its
 * JSON, on its text, and on how its bytes leave.
 */
export interface Fault {
  /** One sentence for the demo's list and for whoever writes a test. */
  readonly doc: string;
  /** Answers instead of the sandbox; `undefined` lets the request pass. */
  readonly answer?: (call: FaultCall) => Response | Promise<Response> | undefined;
  readonly paging?: (call: FaultCall) => Paging;
  readonly problemStyle?: Partial<ProblemStyle>;
  /** Only for answers that are JSON and not a problem. */
  readonly reshape?: (body: JsonObject, call: FaultCall) => unknown;
  readonly rewrite?: (text: string, call: FaultCall) => string | Uint8Array<ArrayBuffer>;
  readonly send?: (
    bytes: Uint8Array<ArrayBuffer>,
    headers: Headers,
    call: FaultCall,
  ) => Response | Promise<Response>;
}

export type FaultTable = Readonly<Record<string, Fault>>;

/** A fault that changes the rows of a list, and leaves everything else alone. */
export function onRows(
  doc: string,
  levels: readonly Level[],
  change: (rows: JsonObject[], call: FaultCall) => readonly unknown[],
): Fault {
  return {
    doc,
    reshape: (body, call) =>
      call.route !== null && levels.includes(call.route.level) && Array.isArray(body.items)
        ? { ...body, items: change(body.items as JsonObject[], call) }
        : body,
  };
}

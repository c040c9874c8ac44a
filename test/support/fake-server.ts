import { settle } from './fake-clock.js';

export interface AnswerInit {
  status?: number;
  headers?: Record<string, string>;
}

/** A body that the test feeds by hand. */
export interface FakeBody {
  push(text: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
  /** The connection breaks. */
  break(): Promise<void>;
}

const PROBLEM_PREFIX = 'https://api.payex.com/billing/usage/problems/';

/**
 * A body that is all there. A page's own `Response` of a text hands it out in its own time, which differs from
 * engine to engine.
 */
export function streamOf(...chunks: readonly (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
      }
      controller.close();
    },
  });
}

/** One request that waits for its answer; each method answers it and lets the consequences happen. */
export class FakeRequest {
  readonly url: string;
  readonly init: RequestInit;
  #answered = false;
  readonly #resolve: (response: Response) => void;
  readonly #reject: (reason: unknown) => void;

  constructor(
    url: string,
    init: RequestInit,
    resolve: (response: Response) => void,
    reject: (reason: unknown) => void,
  ) {
    this.url = url;
    this.init = init;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  get aborted(): boolean {
    return this.init.signal?.aborted ?? false;
  }

  /** Neither answered by the test nor aborted by the client. */
  get isOpen(): boolean {
    return !this.#answered && !this.aborted;
  }

  async respond(response: unknown): Promise<void> {
    this.#answered = true;
    this.#resolve(response as Response);
    await settle();
  }

  async reject(reason: unknown = new TypeError('Failed to fetch')): Promise<void> {
    this.#answered = true;
    this.#reject(reason);
    await settle();
  }

  json(body: unknown, init: AnswerInit = {}): Promise<void> {
    return this.text(JSON.stringify(body), init);
  }

  /** JSON by its content type, whatever the text is. */
  async text(
    text: string | Uint8Array,
    { status = 200, headers = {} }: AnswerInit = {},
  ): Promise<void> {
    const all = { 'content-type': 'application/json', ...headers };
    await this.respond(new Response(streamOf(text), { status, headers: all }));
    // While it is read the page gets its turn, but not more often than this.
    for (let at = 0; at < text.length; at += 2 ** 13) await settle();
  }

  /** A refusal as PayEx sends it. */
  problem(status: number, kind: string, members: Record<string, unknown> = {}): Promise<void> {
    const body = { type: `${PROBLEM_PREFIX}${kind}`, title: 'x', status, ...members };
    return this.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
  }

  /** A refusal without a body. */
  status(status: number, headers: Record<string, string> = {}): Promise<void> {
    return this.respond(new Response(null, { status, headers }));
  }

  html(status: number): Promise<void> {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return this.respond(new Response(streamOf('<!doctype html><p>secret'), { status, headers }));
  }

  /** Headers now, body as the test feeds it. */
  async stream(headers: Record<string, string> = {}): Promise<FakeBody> {
    const encoder = new TextEncoder();
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
    const all = { 'content-type': 'application/json', ...headers };
    await this.respond(new Response(body, { status: 200, headers: all }));
    return {
      push: (text) => {
        controller?.enqueue(typeof text === 'string' ? encoder.encode(text) : text);
        return settle();
      },
      close: () => {
        controller?.close();
        return settle();
      },
      break: () => {
        controller?.error(new TypeError('network error'));
        return settle();
      },
    };
  }
}

/** A fetcher whose promises the test holds in its own hands and settles in any order. */
export class FakeServer {
  /** All requests that ever came, oldest first. */
  readonly requests: FakeRequest[] = [];

  readonly fetcher = (url: string, init: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      this.requests.push(new FakeRequest(url, init, resolve, reject));
    });

  get count(): number {
    return this.requests.length;
  }

  /** Requests that wait for an answer. */
  get open(): FakeRequest[] {
    return this.requests.filter((request) => request.isOpen);
  }

  /** The oldest open request whose URL ends with this text; fails the test if there is none. */
  async next(ending = ''): Promise<FakeRequest> {
    await settle();
    const request = this.open.find(({ url }) => url.endsWith(ending));
    if (!request) {
      throw new Error(`no open request for "${ending}" among ${this.requests.length}`);
    }
    return request;
  }
}

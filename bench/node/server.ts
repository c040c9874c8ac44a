/** Serves the pages of the benchmark on this machine, and answers of the API to measure reading on. */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import { SUBSCRIPTION_NO, wireRow } from '../data.js';
import { BENCH, DIST } from './builds.js';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
};

/** What a bank's CRM may send: nothing inline, nothing evaluated, no style sheet but the page's own. */
const STRICT_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; " +
  "require-trusted-types-for 'script'";

export interface BenchServer {
  readonly origin: string;
  close(): void;
}

/**
 * `/grid.html` for tables, `/data.html` under a strict policy, the built files by name, `/answer.json` for
 * one long answer, which is made beforehand (its making must not be measured), with a list of the one subscription that it is about and `/empty.json`.
 *
 * @param product folder of the product's built files
 * @param records of the answer
 */
export async function serve(product: string, records: number): Promise<BenchServer> {
  const answer = answerOf(records);
  const server = createServer(({ url = '/' }, response) => {
    const name = basename(new URL(url, 'http://localhost').pathname);
    if (name === 'answer.json') {
      send(response, 'application/json', answer);
    } else if (name === 'empty.json') {
      send(response, 'application/json', answerOf(0));
    } else if (name === 'list.json') {
      const items = [{ subscriptionNo: SUBSCRIPTION_NO }];
      send(response, 'application/json', Buffer.from(JSON.stringify({ items, navigation: {} })));
    } else if (name === 'data.html') {
      response.setHeader('content-security-policy', STRICT_POLICY);
      sendFile(response, join(BENCH, 'page', name));
    } else if (name === 'grid.html') {
      sendFile(response, join(BENCH, 'page', name));
    } else {
      sendFile(response, join(name === 'payex-usage.js' ? product : DIST, name));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function sendFile(response: ServerResponse, path: string): void {
  try {
    send(response, TYPES[extname(path)] ?? 'text/plain', readFileSync(path));
  } catch {
    response.writeHead(404).end();
  }
}

function send(response: ServerResponse, type: string, body: Buffer): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(body);
}

function answerOf(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, index) =>
    JSON.stringify(wireRow(index, count, SUBSCRIPTION_NO)),
  );
  return Buffer.from(`{"items":[${rows.join()}],"navigation":{}}`);
}

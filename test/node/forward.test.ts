import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  createServer as createHttpServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { after, before, describe, it } from 'node:test';
import { createForwarder, readForwardConfig } from '../../demo/forward.js';
import { type Certificates, hasOpenssl, makeCertificates } from '../support/certificates.js';
import { ask, listen } from '../support/node-http.js';

const TOKEN = 'opaque-token-of-the-test';
const PATH = '/billing/usage/v1/L01/invoices/900123/subscriptions/46701740612/usage-details';

interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

describe('forwarding to PayEx', { skip: hasOpenssl() ? false : 'openssl is not installed' }, () => {
  let certificates: Certificates;
  let upstream: Server;
  let front: Server;
  let port: number;
  let upstreamPort: number;
  const heard: Heard[] = [];
  const lines: string[] = [];
  /** What the upstream does next; each test sets its own. */
  let behave: RequestListener = (_request, response) => response.end('{}');

  const env = (changes: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    PAYEX_BASE_URL: `https://127.0.0.1:${upstreamPort}/tenant/`,
    PAYEX_OWNER_NO: 'L01',
    PAYEX_TOKEN: TOKEN,
    PAYEX_CLIENT_CERT: certificates.clientCert,
    PAYEX_CLIENT_KEY: certificates.clientKey,
    PAYEX_CA: certificates.ca,
    ...changes,
  });

  const serve = async (settings: NodeJS.ProcessEnv): Promise<{ server: Server; port: number }> => {
    const config = readForwardConfig(settings);
    assert.ok(config);
    const forward = createForwarder(config, (line) => lines.push(line));
    const server = createHttpServer((request, response) => void forward(request, response));
    return { server, port: await listen(server) };
  };

  before(async () => {
    certificates = makeCertificates();
    upstream = createHttpsServer(
      {
        cert: readFileSync(certificates.serverCert),
        key: readFileSync(certificates.serverKey),
        ca: readFileSync(certificates.ca),
        requestCert: true,
        rejectUnauthorized: true,
      },
      (request, response) => {
        heard.push({
          method: request.method ?? '',
          url: request.url ?? '',
          headers: request.headers,
        });
        behave(request, response);
      },
    );
    upstreamPort = await listen(upstream);
    ({ server: front, port } = await serve(env()));
  });

  after(() => {
    for (const server of [front, upstream]) {
      server.close();
      server.closeAllConnections();
    }
    certificates.remove();
  });

  it('sends the certificate, the token and the path as it came, and none of the page', async () => {
    heard.length = 0;
    behave = (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end('{"items":[]}');
    };
    const path = '/billing/usage/v1/L01/customers/0042%2F%C3%85%20%C3%96%26B-1?page=2';
    const headers = { cookie: 'crm=secret', 'x-sandbox-fault': 'reset', origin: 'http://a' };
    const answer = await ask(port, path, { headers });
    assert.equal(answer.status, 200);
    assert.equal(answer.body, '{"items":[]}');
    assert.equal(heard.length, 1);
    assert.equal(heard[0]?.url, `/tenant${path}`);
    assert.equal(heard[0]?.headers.authorization, `Bearer ${TOKEN}`);
    assert.equal(heard[0]?.headers.cookie, undefined);
    assert.equal(heard[0]?.headers.origin, undefined);
    assert.equal(heard[0]?.headers['x-sandbox-fault'], undefined);
  });

  it('hands on status, type and Retry-After, but neither cookies nor hop-by-hop headers', async () => {
    behave = (_request, response) => {
      response.writeHead(429, {
        'content-type': 'application/problem+json',
        'retry-after': '7',
        'set-cookie': 'payex=1',
        'proxy-authenticate': 'Basic',
        'x-powered-by': 'PayEx',
      });
      response.end('{"title":"x"}');
    };
    const answer = await ask(port, PATH);
    assert.equal(answer.status, 429);
    assert.equal(answer.headers['content-type'], 'application/problem+json');
    assert.equal(answer.headers['retry-after'], '7');
    assert.equal(answer.headers['cache-control'], 'no-store');
    for (const name of ['set-cookie', 'proxy-authenticate', 'x-powered-by']) {
      assert.equal(answer.headers[name], undefined, name);
    }
  });

  it('streams: the first half is there while PayEx still holds the second', async () => {
    let finish: (() => void) | undefined;
    behave = (_request, response) => {
      response.write('first half');
      finish = () => response.end(', second half');
    };
    const body = await new Promise<string>((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port, path: PATH }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text === 'first half') finish?.();
        });
        response.on('end', () => resolve(text));
      })
        .on('error', reject)
        .end();
    });
    assert.equal(body, 'first half, second half');
  });

  it('breaks off when PayEx breaks off, so that half a body is not taken for a whole', async () => {
    behave = (_request, response) => {
      response.write('half');
      setImmediate(() => response.destroy());
    };
    const answer = await ask(port, PATH);
    assert.equal(answer.complete, false);
  });

  for (const [what, path, status] of [
    ['a dot segment', '/billing/usage/v1/L01/../L02/invoices/1', 400],
    ['an encoded dot segment', '/billing/usage/v1/L01/invoices/%2e%2e/%2e%2e/L02', 400],
    ['a dot segment inside an identifier', '/billing/usage/v1/L01/invoices/a%2F..%2Fb', 400],
    ['another ledger', '/billing/usage/v1/L02/invoices/900123', 403],
    ['another API', '/billing/invoice/v1/L01/invoices/900123', 404],
    ['a whole address', 'http://other.invalid/billing/usage/v1/L01/invoices/1', 400],
  ] as const) {
    it(`does not forward ${what}`, async () => {
      heard.length = 0;
      assert.equal((await ask(port, path)).status, status);
      assert.deepEqual(heard, []);
    });
  }

  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
    it(`does not forward ${method}`, async () => {
      heard.length = 0;
      const answer = await ask(port, PATH, { method });
      assert.equal(answer.status, 405);
      assert.equal(answer.headers.allow, 'GET');
      assert.deepEqual(heard, []);
    });
  }

  for (const [what, headers] of [
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page on another port', { 'sec-fetch-site': 'same-site' }],
    ['a name that was resolved to this machine', { host: 'evil.invalid' }],
    ['the right name with another port', { host: '127.0.0.1:1' }],
  ] as [string, Record<string, string>][]) {
    it(`does not answer ${what}`, async () => {
      heard.length = 0;
      assert.equal((await ask(port, PATH, { headers })).status, 403);
      assert.deepEqual(heard, []);
    });
  }

  it('follows no redirect and does not say where it led', async () => {
    heard.length = 0;
    behave = (_request, response) => {
      response.writeHead(302, { location: 'https://inside.invalid/secret' });
      response.end();
    };
    const answer = await ask(port, PATH);
    assert.equal(answer.status, 502);
    assert.equal(answer.headers.location, undefined);
    assert.ok(!answer.body.includes('inside.invalid'));
    assert.equal(heard.length, 1);
  });

  it('is refused by PayEx with a stranger’s certificate, and says no more than 502', async () => {
    const settings = {
      PAYEX_CLIENT_CERT: certificates.strangerCert,
      PAYEX_CLIENT_KEY: certificates.strangerKey,
    };
    const { server, port: strangerPort } = await serve(env(settings));
    const answer = await ask(strangerPort, PATH);
    server.close();
    assert.equal(answer.status, 502);
    assert.equal(answer.headers['content-type'], 'application/problem+json');
    assert.doesNotMatch(answer.body, /certificate|127\.0\.0\.1|ERR_/i);
  });

  it('does not trust a server that no known authority vouches for', async () => {
    heard.length = 0;
    const { server, port: warePort } = await serve(env({ PAYEX_CA: undefined }));
    const answer = await ask(warePort, PATH);
    server.close();
    assert.equal(answer.status, 502);
    assert.deepEqual(heard, []);
  });

  it('never logs an identifier, the token or the body', async () => {
    lines.length = 0;
    behave = (_request, response) => response.end('{"items":["body of PayEx"]}');
    await ask(port, `${PATH}?page=3`);
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /^usage-details 200 \d+ ms$/);
  });
});

describe('the settings of the forwarder', () => {
  const good = { PAYEX_BASE_URL: 'https://payex.invalid', PAYEX_OWNER_NO: 'L01', PAYEX_TOKEN: 't' };

  it('are none without PAYEX_BASE_URL', () => {
    assert.equal(readForwardConfig({}), null);
  });

  for (const [what, env, message] of [
    [
      'an address without TLS',
      { ...good, PAYEX_BASE_URL: 'http://payex.invalid' },
      /PAYEX_BASE_URL/,
    ],
    ['no ledger', { ...good, PAYEX_OWNER_NO: '' }, /PAYEX_OWNER_NO/],
    ['no token', { ...good, PAYEX_TOKEN: undefined }, /PAYEX_TOKEN/],
    ['a token with a line break in it', { ...good, PAYEX_TOKEN: 'secret\nx' }, /PAYEX_TOKEN/],
    ['no certificate', good, /PAYEX_CLIENT_CERT/],
    [
      'a certificate file that is not there',
      { ...good, PAYEX_CLIENT_CERT: 'secret/not-there.pem', PAYEX_CLIENT_KEY: 'k' },
      /PAYEX_CLIENT_CERT/,
    ],
  ] as [string, NodeJS.ProcessEnv, RegExp][]) {
    it(`refuse ${what}, by the variable's name and without its value`, () => {
      assert.throws(
        () => readForwardConfig(env),
        (error: Error) => message.test(error.message) && !error.message.includes('secret'),
      );
    });
  }
});

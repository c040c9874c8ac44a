import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createDemoServer } from '../../demo/demo-server.js';
import { STRICT_POLICY } from '../../demo/security-headers.js';
import { serveStatic } from '../../demo/static-files.js';
import { ask, listen } from '../support/node-http.js';

describe('static files', () => {
  const root = mkdtempSync(join(tmpdir(), 'payex-usage-static-'));
  const pages = join(root, 'pages');
  let server: Server;
  let port: number;

  before(async () => {
    mkdirSync(pages);
    writeFileSync(join(root, 'secret.txt'), 'secret');
    writeFileSync(join(pages, '.hidden.txt'), 'secret');
    writeFileSync(join(pages, 'program.exe'), 'secret');
    writeFileSync(join(pages, 'index.html'), '<title>demo</title>');
    writeFileSync(join(pages, 'strict.html'), '<title>strict</title>');
    writeFileSync(join(pages, 'app.js'), 'export {};');
    symlinkSync(join(root, 'secret.txt'), join(pages, 'link.txt'));
    server = createServer(
      (request, response) => void serveStatic(request, response, [{ prefix: '/', folder: pages }]),
    );
    port = await listen(server);
  });

  after(() => {
    server.close();
    server.closeAllConnections();
    rmSync(root, { recursive: true, force: true });
  });

  it('have their type, and no one may guess another', async () => {
    const { status, headers } = await ask(port, '/app.js');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal(headers['x-content-type-options'], 'nosniff');
  });

  it('have the strict policy on the strict page', async () => {
    const { headers } = await ask(port, '/strict.html');
    assert.equal(headers['content-security-policy'], STRICT_POLICY);
    assert.match(STRICT_POLICY, /style-src 'none'/);
  });

  it('differ on the demo page by its own style sheet and icon only', async () => {
    const { headers } = await ask(port, '/');
    const policy = String(headers['content-security-policy']);
    assert.equal(
      policy
        .replace("style-src 'self'", "style-src 'none'")
        .replace("img-src 'self'", "img-src 'none'"),
      STRICT_POLICY,
    );
  });

  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/x/../../secret.txt',
    '/link.txt',
    '/.hidden.txt',
    '/program.exe',
    '//secret.txt',
    '/index.html%00.txt',
    '/%E0%A4%A',
  ]) {
    it(`do not include ${path}`, async () => {
      const { status, body } = await ask(port, path);
      assert.equal(status, 404);
      assert.ok(!body.includes('secret'));
    });
  }

  it('are only read', async () => {
    const { status, headers } = await ask(port, '/', { method: 'DELETE' });
    assert.equal(status, 405);
    assert.equal(headers.allow, 'GET, HEAD');
    assert.equal(existsSync(join(pages, 'index.html')), true);
  });
});

describe('the demo server', () => {
  const server = createDemoServer(null);
  let port: number;

  before(async () => {
    port = await listen(server);
  });

  after(() => {
    server.close();
    server.closeAllConnections();
  });

  it('tells its page that it has the sandbox', async () => {
    const { body } = await ask(port, '/demo/config.json');
    assert.deepEqual(JSON.parse(body), { mode: 'sandbox', ownerNo: 'L01' });
  });

  it('serves the sandbox, dot segments included as they came', async () => {
    const issued = await ask(port, '/sandbox/token', { method: 'POST' });
    const { token } = JSON.parse(issued.body) as { token: string };
    const headers = { authorization: `Bearer ${token}` };
    const known = await ask(port, '/billing/usage/v1/L01/invoices/900123', { headers });
    assert.equal(known.status, 200);
    const climbing = '/billing/usage/v1/L01/invoices/../invoices/900123';
    assert.equal((await ask(port, climbing, { headers })).status, 400);
  });

  for (const path of [
    '/sandbox/customers',
    '/billing/usage/v1/L01/invoices/1',
    '/demo/config.json',
  ]) {
    it(`keeps ${path} from other sites' pages`, async () => {
      const headers = { 'sec-fetch-site': 'cross-site' };
      assert.equal((await ask(port, path, { headers })).status, 403);
    });
  }

  it('answers to no name but its own', async () => {
    assert.equal((await ask(port, '/', { headers: { host: 'evil.invalid' } })).status, 403);
  });

  it('has neither sandbox nor tokens when it forwards', async () => {
    const forwarding = createDemoServer({
      baseUrl: new URL('https://payex.invalid'),
      ownerNo: 'L77',
      token: 'secret',
    });
    const itsPort = await listen(forwarding);
    const config = await ask(itsPort, '/demo/config.json');
    const sandbox = await ask(itsPort, '/sandbox/token', { method: 'POST' });
    forwarding.close();
    forwarding.closeAllConnections();
    assert.deepEqual(JSON.parse(config.body), { mode: 'forward', ownerNo: 'L77' });
    assert.equal(sandbox.status, 404);
  });
});

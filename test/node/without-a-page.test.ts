import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { UsageClient } from '../../src/api/index.js';

/** The typed client as a server uses it, where there is neither a document nor a network to be told of. */
async function clientOf(t: TestContext, answer: RequestListener): Promise<UsageClient> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const apiBase = `http://127.0.0.1:${port}`;
  return new UsageClient({ ownerNo: 'L01', apiBase, fetcher: (url, init) => fetch(url, init) });
}

const LIST = JSON.stringify({ items: [{ subscriptionNo: '46700000001' }], navigation: {} });

test('a call without a page is sent and answered', async (t) => {
  const client = await clientOf(t, (_, response) => {
    response.setHeader('content-type', 'application/json').end(LIST);
  });
  const answer = await client.subscriptions({ kind: 'customer', customerNo: '100045' });
  assert.ok(answer.ok);
  assert.deepEqual(
    answer.value.items.map(({ subscriptionNo }) => subscriptionNo),
    ['46700000001'],
  );
});

test('a call without a page is tried again', async (t) => {
  let calls = 0;
  const client = await clientOf(t, (_, response) => {
    calls += 1;
    response.statusCode = calls === 1 ? 503 : 200;
    response.setHeader('content-type', 'application/json').end(LIST);
  });
  const answer = await client.subscriptions({ kind: 'customer', customerNo: '100045' });
  assert.ok(answer.ok);
  assert.equal(calls, 2);
});

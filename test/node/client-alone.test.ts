/** The client where there is no page: a server of the host, a script. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageClient } from '../../src/index.js';

const CUSTOMER = { kind: 'customer', customerNo: '100045' } as const;
const NO = '46700000001';

test('without a page, a client has its records after a refusal that passes', async () => {
  const items = [{ recordId: '1', subscriptionNo: NO, currency: 'SEK', amountExclVat: 1.25 }];
  const answers = [new Response('', { status: 503 }), Response.json({ items, navigation: {} })];
  const client = new UsageClient({
    ownerNo: 'L01',
    apiBase: 'https://usage.example/api',
    fetcher: () => Promise.resolve(answers.shift() ?? Response.error()),
  });
  const answer = await client.details(CUSTOMER, NO);
  assert.ok(answer.ok, JSON.stringify(answer));
  assert.equal(answer.value.table.length, 1);
});

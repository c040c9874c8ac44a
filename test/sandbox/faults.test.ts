import { expect } from '@open-wc/testing';
import { API, ask, askList, newSession } from '../support/sandbox-http.js';

const LIST = '/invoices/900123/subscriptions';
const DETAILS = `${LIST}/46701740612/usage-details`;
const SUMMARIES = `${LIST}/46701740612/usage-summaries`;

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('sandbox status faults', () => {
  const statuses: Record<string, number> = {
    '401-always': 401,
    '403': 403,
    '404-html': 404,
    '405': 405,
    '408': 408,
    '410': 410,
    '413': 413,
    '422': 422,
    '425': 425,
    '429': 429,
    '429-plain': 429,
    '500-always': 500,
    '501': 501,
    '503-retry-after': 503,
    '204': 204,
    'problem-with-200': 200,
    'html-login-200': 200,
  };
  for (const [name, status] of Object.entries(statuses)) {
    it(`${name} answers ${status}`, async () => {
      expect((await ask(LIST, { faults: name })).status).to.equal(status);
    });
  }

  it('401-once and 500-once end with the first request of the session', async () => {
    for (const name of ['401-once', '500-once', '500-once=2']) {
      const call = { session: newSession(), faults: name };
      const seen = [await ask(LIST, call), await ask(LIST, call), await ask(LIST, call)];
      const expected = name.endsWith('=2') ? [false, false, true] : [false, true, true];
      expect(
        seen.map(({ ok }) => ok),
        name,
      ).to.deep.equal(expected);
    }
  });

  it('send Retry-After as it was asked for, commas and all', async () => {
    const value = 'Sun, 06 Nov 2094 08:49:37 GMT';
    const response = await ask(LIST, { faults: `429=${encodeURIComponent(value)}` });
    expect(response.headers.get('retry-after')).to.equal(value);
    const plain = await ask(LIST, { faults: '429-plain' });
    expect(plain.headers.get('retry-after')).to.equal(null);
  });

  it('hold only for the level they name', async () => {
    const call = { session: newSession(), faults: '500-always@usage-details' };
    expect((await ask(LIST, call)).status).to.equal(200);
    expect((await ask(DETAILS, call)).status).to.equal(500);
  });

  it('tell HTML from problems by the content type', async () => {
    const login = await ask(LIST, { faults: 'html-login-200' });
    expect(login.headers.get('content-type')).to.equal('text/html; charset=utf-8');
    const problem = await ask(LIST, { faults: 'problem-with-200' });
    expect(problem.headers.get('content-type')).to.equal('application/problem+json');
  });
});

describe('sandbox body faults', () => {
  it('no-content-type has a body and no type', async () => {
    const response = await ask(LIST, { faults: 'no-content-type' });
    expect(response.headers.get('content-type')).to.equal(null);
    expect(await response.json()).to.have.property('items');
  });

  it('empty-200 has no bytes', async () => {
    expect(await (await ask(LIST, { faults: 'empty-200' })).text()).to.equal('');
  });

  it('bom starts with the three bytes of a byte order mark', async () => {
    const bytes = new Uint8Array(await (await ask(LIST, { faults: 'bom' })).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
  });

  it('invalid-utf8 breaks one text and no number', async () => {
    const response = await ask(DETAILS, { faults: 'invalid-utf8' });
    const bytes = await response.arrayBuffer();
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).to.throw();
    const { items } = JSON.parse(new TextDecoder().decode(bytes)) as { items: object[] };
    const sound = await askList(DETAILS);
    const changed = items.filter(
      (row, n) => JSON.stringify(row) !== JSON.stringify(sound.items[n]),
    );
    expect(changed).to.have.lengthOf(1);
  });

  for (const name of ['malformed-json', 'truncated-body', 'html-login-200']) {
    it(`${name} is no JSON, though the answer is whole`, async () => {
      const text = await (await ask(LIST, { faults: name })).text();
      expect(text).not.to.equal('');
      expect(() => JSON.parse(text) as unknown).to.throw(SyntaxError);
    });
  }
});

describe('sandbox transport faults', () => {
  it('reset breaks before the headers', async () => {
    expect(await failure(ask(LIST, { faults: 'reset' }))).to.be.instanceOf(TypeError);
  });

  it('reset-mid-body gives headers and then breaks', async () => {
    const response = await ask(DETAILS, { faults: 'reset-mid-body' });
    expect(response.status).to.equal(200);
    expect(await failure(response.text())).to.be.instanceOf(TypeError);
  });

  it('reset-once lets the second request through', async () => {
    const call = { session: newSession(), faults: 'reset-once' };
    const first = await ask(LIST, call);
    expect(await failure(first.text())).to.be.instanceOf(TypeError);
    expect((await askList(LIST, call)).items).to.have.lengthOf(5);
  });

  it('slow-drip gives the headers at once and the body in single bytes', async () => {
    const leaving = new AbortController();
    const response = await ask(LIST, { faults: 'slow-drip=5', signal: leaving.signal });
    const first = await response.body?.getReader().read();
    leaving.abort();
    expect(first?.value).to.have.lengthOf(1);
  });

  it('hang answers only when the client leaves', async () => {
    const leaving = new AbortController();
    const call = ask(LIST, { faults: 'hang', signal: leaving.signal });
    const quick = ask(LIST).then(() => 'quick');
    expect(await Promise.race([call.then(() => 'hang'), quick])).to.equal('quick');
    leaving.abort();
    expect(await failure(call)).to.have.property('name', 'AbortError');
  });
});

describe('sandbox row faults', () => {
  it('foreign-row adds a row of another subscription', async () => {
    const { items } = await askList(DETAILS, { faults: 'foreign-row' });
    const numbers = new Set(items.map(({ subscriptionNo }) => subscriptionNo));
    expect([...numbers]).to.deep.equal(['46701740612', '46701740699']);
  });

  it('forged-lit puts a template object where a text is due', async () => {
    const { items } = await askList(DETAILS, { faults: 'forged-lit' });
    expect(items[0]?.usageTypeText).to.have.property('_$litType$', 1);
  });

  it('proto-member sends an own __proto__', async () => {
    const { items } = await askList(DETAILS, { faults: 'proto-member' });
    expect(Object.hasOwn(items[0] ?? {}, '__proto__')).to.equal(true);
    expect(Object.hasOwn(items[0] ?? {}, 'constructor')).to.equal(true);
  });

  it('bad-rows spoils three rows', async () => {
    const { items } = await askList(DETAILS, { faults: 'bad-rows' });
    expect(items.slice(0, 2)).to.deep.equal([null, 'a text']);
    expect(items[2]).not.to.have.property('amountExclVat');
  });

  it('missing-amounts leaves the amount out of every third row', async () => {
    const { items } = await askList(DETAILS, { faults: 'missing-amounts' });
    const missing = items.map((row) => !('amountExclVat' in row));
    expect(missing.slice(0, 4)).to.deep.equal([true, false, false, true]);
  });

  it('mixed-currency mixes two', async () => {
    const { items } = await askList(SUMMARIES, { faults: 'mixed-currency' });
    expect(items.slice(0, 2).map(({ currency }) => currency)).to.deep.equal(['SEK', 'NOK']);
  });

  it('exactly-3000 gives 3,000 records with 3,000 ids', async () => {
    const { items } = await askList(DETAILS, { faults: 'exactly-3000' });
    expect(items).to.have.lengthOf(3000);
    expect(new Set(items.map(({ usageId }) => usageId)).size).to.equal(3000);
  });

  it('hostile-strings reaches every text, and only texts', async () => {
    const { items } = await askList(DETAILS, { faults: 'hostile-strings' });
    expect(items[0]).to.include({
      usageTypeText: '<img src=x onerror=alert(1)>',
      detailInfo: '<img src=x onerror=alert(1)>',
      destinationPlainText: '<img src=x onerror=alert(1)>',
    });
    expect(items[0]?.amountExclVat).to.be.a('number');
  });

  it('summary-mismatch is ten more than the records', async () => {
    const { items } = await askList(SUMMARIES, { faults: 'summary-mismatch' });
    const sound = await askList(SUMMARIES);
    const difference = Number(items[0]?.amountExclVat) - Number(sound.items[0]?.amountExclVat);
    expect(difference).to.be.closeTo(10, 1e-9);
  });

  it('duplicate-ids repeats a record word for word, conflicting-ids does not', async () => {
    const same = await askList(DETAILS, { faults: 'duplicate-ids' });
    expect(same.items[0]).to.deep.equal(same.items[1]);
    const other = await askList(DETAILS, { faults: 'conflicting-ids' });
    expect(other.items[0]?.usageId).to.equal(other.items[1]?.usageId);
    expect(other.items[0]).not.to.deep.equal(other.items[1]);
  });
});

describe('sandbox paging and link faults', () => {
  it('paged leads from page to page through every row once', async () => {
    const seen: unknown[] = [];
    let path: string | undefined = LIST;
    while (path !== undefined) {
      const body = await askList(path, { faults: 'paged' });
      seen.push(...body.items.map(({ subscriptionNo }) => subscriptionNo));
      path = body.navigation.next?.slice(API.length);
    }
    const whole = await askList(LIST);
    expect(seen).to.deep.equal(whole.items.map(({ subscriptionNo }) => subscriptionNo));
  });

  it('overlapping-pages repeats a row, page-gap loses one', async () => {
    const whole = await askList(DETAILS);
    const overlapping = await askList(`${DETAILS}?page=2`, { faults: 'overlapping-pages' });
    expect(overlapping.items[0]).to.deep.equal(whole.items[4]);
    const torn = await askList(`${DETAILS}?page=2`, { faults: 'page-gap' });
    expect(torn.items[0]).to.deep.equal(whole.items[6]);
  });

  it('repeated-next leads to the same page', async () => {
    const { navigation } = await askList(LIST, { faults: 'repeated-next' });
    expect(navigation.next).to.equal(API + LIST);
  });

  it('other-ledger-next leads into another ledger', async () => {
    const { navigation } = await askList(LIST, { faults: 'other-ledger-next' });
    expect(navigation.next).to.equal(`${API.replace('L01', 'L02')}${LIST}`);
  });

  it('foreign-link leads the first subscription to another origin', async () => {
    const { items } = await askList(LIST, { faults: 'foreign-link' });
    expect(items[0]?.usageDetails).to.match(/^https:\/\/other\.invalid\//);
    expect(items[1]?.usageDetails).to.match(/^\/billing\//);
  });

  it('are all described for whoever wants to choose one', async () => {
    const response = await fetch('/sandbox/faults');
    const { faults } = (await response.json()) as { faults: { name: string; doc: string }[] };
    expect(faults.length).to.be.greaterThan(60);
    for (const { name, doc } of faults) expect(doc, name).to.match(/\.$/);
  });
});

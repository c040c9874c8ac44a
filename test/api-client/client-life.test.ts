import { expect } from '@open-wc/testing';
import { RequestScheduler } from '../../src/api/index.js';
import { ClientRig, CUSTOMER, rows, SUBSCRIPTION, valueOf, watch } from '../support/client-rig.js';
import { settle } from '../support/fake-clock.js';

const OTHER = { kind: 'customer', customerNo: 'C2' } as const;

describe('life of a client', () => {
  let rig: ClientRig;

  beforeEach(() => {
    rig = new ClientRig();
  });

  it('89: customer A, then B, and A answers last: only B lands', async () => {
    const a = watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
    const toA = await rig.server.next();
    rig.client.clear();
    const b = watch(rig.client.details(OTHER, SUBSCRIPTION));
    await (await rig.server.next()).json({ items: rows('b') });
    await toA.json({ items: rows('a') });
    expect([a.state, valueOf(b).table.record(0).recordId]).to.eql(['rejected', 'b']);
  });

  it('89: the late answer for A is not kept for a later look at A either', async () => {
    void watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
    const toA = await rig.server.next();
    rig.client.clear();
    await toA.json({ items: rows('a') });
    void rig.client.details(CUSTOMER, SUBSCRIPTION);
    await settle();
    expect(rig.server.count).to.equal(2);
  });

  it('93: after the fetcher was swapped the answer of the old one is not used', async () => {
    const scheduler = new RequestScheduler();
    const old = new ClientRig({ scheduler });
    const before = watch(old.client.details(CUSTOMER, SUBSCRIPTION));
    const late = await old.server.next();
    const fresh = new ClientRig({ scheduler });
    old.client.clear();
    const after = watch(fresh.client.details(CUSTOMER, SUBSCRIPTION));
    await late.json({ items: rows('old') });
    await (await fresh.server.next()).json({ items: rows('new') });
    expect([before.state, valueOf(after).table.record(0).recordId]).to.eql(['rejected', 'new']);
  });

  it('clear cancels with an AbortError, aborts the fetcher, and leaves no timer', async () => {
    const call = watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
    const request = await rig.server.next();
    rig.client.clear();
    await settle();
    expect(call.rejection).to.include({ name: 'AbortError' });
    expect([request.aborted, rig.clock.timers, rig.clock.listeners]).to.eql([true, 0, 0]);
    for (const number of '123456') void rig.client.details(CUSTOMER, number);
    await settle();
    expect(rig.server.open.length).to.equal(6);
  });

  it('no answer is kept: the second look asks anew', async () => {
    void rig.client.details(CUSTOMER, SUBSCRIPTION);
    await (await rig.server.next()).json({ items: rows('1') });
    const second = watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
    await (await rig.server.next()).json({ items: rows('1', '2') });
    expect([valueOf(second).table.length, rig.server.count]).to.eql([2, 2]);
  });

  it('two callers share one request', async () => {
    const calls = [1, 2].map(() => watch(rig.client.details(CUSTOMER, SUBSCRIPTION)));
    await (await rig.server.next()).json({ items: rows('1') });
    expect(calls.map((call) => call.value?.ok)).to.eql([true, true]);
    expect(rig.server.count).to.equal(1);
  });

  it('two clients on one scheduler never share a request', async () => {
    const other = new ClientRig({ scheduler: rig.scheduler });
    void rig.client.details(CUSTOMER, SUBSCRIPTION);
    void other.client.details(CUSTOMER, SUBSCRIPTION);
    await settle();
    expect([rig.server.count, other.server.count]).to.eql([1, 1]);
  });

  it('clients on one scheduler share its six slots', async () => {
    const other = new ClientRig({ scheduler: rig.scheduler });
    for (let n = 0; n < 5; n += 1) {
      void rig.client.details(CUSTOMER, `${n}`);
      void other.client.details(CUSTOMER, `${n}`);
    }
    await settle();
    expect(rig.server.count + other.server.count).to.equal(6);
  });

  it('91: the last caller who leaves takes the request along at once', async () => {
    const leaving = new AbortController();
    watch(rig.client.details(CUSTOMER, SUBSCRIPTION, { signal: leaving.signal }));
    const request = await rig.server.next();
    leaving.abort();
    expect(request.aborted).to.equal(true);
  });

  it('95: who asks right after clear never joins a call from before it', async () => {
    watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
    const before = await rig.server.next();
    rig.client.clear();
    watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
    await settle();
    expect([before.aborted, rig.server.count]).to.eql([true, 2]);
  });

  it('a subscription that comes into view overtakes those that wait', async () => {
    for (let n = 0; n < 9; n += 1) {
      void rig.client.summaries(CUSTOMER, `${n}`, { priority: 5 });
    }
    await settle();
    rig.client.prioritise(CUSTOMER, '8', 'summaries', 0);
    await (await rig.server.next()).json({ items: [] });
    expect(rig.server.requests[6]?.url).to.include('/subscriptions/8/');
  });

  it('a listener of the host that throws does not break the call', async () => {
    const reported: unknown[] = [];
    const realHandler = window.onerror;
    window.onerror = (_message, _source, _line, _column, reason) => {
      reported.push(reason);
      return true;
    };
    try {
      const mistake = new Error('host');
      rig = new ClientRig({
        onWarning: () => {
          throw mistake;
        },
      });
      const call = watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
      await (await rig.server.next()).json({ items: [...rows('1'), 'no row'] });
      expect(call.value?.ok).to.equal(true);
      expect(reported).to.eql([mistake]);
    } finally {
      window.onerror = realHandler;
    }
  });

  it('an aborted signal rejects with its reason before anything is looked at', async () => {
    const reason = new Error('gone');
    const signal = AbortSignal.abort(reason);
    const call = watch(rig.client.details({ kind: 'customer', customerNo: '..' }, '', { signal }));
    await settle();
    expect(call.rejection).to.equal(reason);
  });
});

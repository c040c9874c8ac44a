import { expect } from '@open-wc/testing';
import { UsageClient } from '../../src/api/index.js';
import { ATTEMPT_LIMIT_MS } from '../../src/api/retry-policy.js';
import { ClientRig, CUSTOMER, errorOf, SUBSCRIPTION, watch } from '../support/client-rig.js';
import { settle } from '../support/fake-clock.js';

describe('configuration faults', () => {
  let realFetch: typeof globalThis.fetch;
  let bareCalls: [string, RequestInit | undefined][];

  beforeEach(() => {
    realFetch = globalThis.fetch;
    bareCalls = [];
    globalThis.fetch = (input, init) => {
      bareCalls.push([String(input), init]);
      return Promise.reject(new TypeError('not in this test'));
    };
  });

  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  it('2: an id of dot segments is refused before anything is sent', async () => {
    const rig = new ClientRig();
    const call = watch(
      rig.client.details({ kind: 'customer', customerNo: 'a/../b' }, SUBSCRIPTION),
    );
    await settle();
    expect(errorOf(call)).to.include({ code: 'config', attempt: 0 });
    expect(rig.server.count).to.equal(0);
  });

  it('5: an id with outer spaces shares the request of the trimmed one', async () => {
    const rig = new ClientRig();
    void rig.client.details(CUSTOMER, SUBSCRIPTION);
    void rig.client.details({ kind: 'customer', customerNo: ' C1 ' }, ` ${SUBSCRIPTION} `);
    await settle();
    expect(rig.server.count).to.equal(1);
  });

  it('7: another origin without a fetcher is never called', async () => {
    const client = new UsageClient({ ownerNo: 'L01', apiBase: 'https://lf-api.payex.com' });
    const call = watch(client.details(CUSTOMER, SUBSCRIPTION));
    await settle();
    expect(errorOf(call)).to.include({ code: 'config', reason: 'no-fetcher' });
    expect(bareCalls).to.eql([]);
  });

  it('7: a base element that points elsewhere steers no call', async () => {
    const base = Object.assign(document.createElement('base'), { href: 'https://cdn.example/' });
    document.head.append(base);
    try {
      const rig = new ClientRig();
      void rig.client.details(CUSTOMER, SUBSCRIPTION);
      expect(new URL((await rig.server.next()).url).origin).to.equal(location.origin);
    } finally {
      base.remove();
    }
  });

  it('calls the own origin and neither leaves it nor follows a redirect', async () => {
    const rig = new ClientRig({ fetcher: undefined });
    void rig.client.details(CUSTOMER, SUBSCRIPTION);
    await settle();
    const [url, init] = bareCalls[0] ?? ['', undefined];
    expect(new URL(url).origin).to.equal(location.origin);
    expect(init).to.include({
      method: 'GET',
      cache: 'no-store',
      mode: 'same-origin',
      redirect: 'manual',
    });
  });

  it('hands the fetcher GET, the accepted types, no-store and a signal, and nothing else', async () => {
    const rig = new ClientRig();
    void rig.client.details(CUSTOMER, SUBSCRIPTION);
    const { init } = await rig.server.next();
    const { signal, ...rest } = init;
    expect(signal).to.be.instanceOf(AbortSignal);
    expect(rest).to.eql({
      method: 'GET',
      headers: { Accept: 'application/json, application/problem+json' },
      cache: 'no-store',
    });
  });

  it('8: a fetcher that throws at once is told as such, and is not tried again by itself', async () => {
    let calls = 0;
    const rig = new ClientRig({
      fetcher: () => {
        calls += 1;
        throw new Error('token=secret');
      },
    });
    const call = watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
    await rig.clock.advance(60_000);
    expect(errorOf(call)).to.include({ code: 'adapter', retryable: true, attempt: 1 });
    expect(calls).to.equal(1);
    expect(JSON.stringify(errorOf(call))).not.to.include('secret');
  });

  const noResponses: Record<string, () => unknown> = {
    undefined: () => undefined,
    'parsed JSON': () => ({ items: [] }),
    'an object with a status only': () => ({ status: 200 }),
    'a response that was read already': () => {
      const response = new Response('{}', { headers: { 'content-type': 'application/json' } });
      void response.text();
      return response;
    },
  };
  for (const [name, make] of Object.entries(noResponses)) {
    it(`9: a fetcher that gives ${name} instead of a Response`, async () => {
      const rig = new ClientRig();
      const call = watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
      await (await rig.server.next()).respond(make());
      expect(errorOf(call)).to.include({
        code: 'adapter',
        retryable: false,
      });
    });
  }

  it('10: a fetcher that never settles is aborted and given up after three attempts', async () => {
    const rig = new ClientRig();
    const call = watch(rig.client.details(CUSTOMER, SUBSCRIPTION));
    await rig.clock.advance(25_000);
    expect(errorOf(call)).to.include({ code: 'timeout', attempt: 3, retryable: true });
    expect(rig.server.requests.map((request) => request.aborted)).to.eql([true, true, true]);
    expect(rig.clock.timers).to.equal(0);
  });

  it('10: one attempt is given no more than its limit', async () => {
    const rig = new ClientRig();
    void rig.client.details(CUSTOMER, SUBSCRIPTION);
    await rig.clock.advance(ATTEMPT_LIMIT_MS - 1);
    expect(rig.server.requests[0]?.aborted).to.equal(false);
    await rig.clock.advance(1);
    expect(rig.server.requests[0]?.aborted).to.equal(true);
  });
});

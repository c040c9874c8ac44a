import { expect } from '@open-wc/testing';
import {
  ClientRig,
  CUSTOMER,
  errorOf,
  rows,
  SUBSCRIPTION,
  valueOf,
  watch,
  type Watched,
} from '../support/client-rig.js';
import type { DetailsAnswer, Result } from '../../src/api/index.js';
import { streamOf } from '../support/fake-server.js';

describe('transport faults', () => {
  let rig: ClientRig;

  beforeEach(() => {
    rig = new ClientRig();
  });

  const details = (): Watched<Result<DetailsAnswer>> =>
    watch(rig.client.details(CUSTOMER, SUBSCRIPTION));

  it('47: offline at start sends nothing, says so, and goes on when online', async () => {
    await rig.clock.goOffline();
    const call = details();
    await rig.clock.advance(120_000);
    expect([rig.server.count, call.state]).to.eql([0, 'pending']);
    expect(rig.offline[0]).to.include({ code: 'network', reason: 'offline', attempt: 0 });
    await rig.clock.goOnline();
    await (await rig.server.next()).json({ items: rows('1') });
    expect(valueOf(call).table.length).to.equal(1);
    expect(rig.offline.at(-1)).to.equal(null);
  });

  it('47: many calls offline are one message', async () => {
    await rig.clock.goOffline();
    for (const number of ['1', '2', '3']) void rig.client.details(CUSTOMER, number);
    await rig.clock.advance(0);
    await rig.clock.goOnline();
    expect(rig.offline.map((error) => error?.code ?? null)).to.eql(['network', null]);
  });

  it('47: a call that is cancelled offline leaves no listener', async () => {
    await rig.clock.goOffline();
    const call = details();
    await rig.clock.advance(0);
    rig.client.clear();
    await rig.clock.advance(0);
    expect([call.state, rig.clock.listeners, rig.clock.timers]).to.eql(['rejected', 0, 0]);
  });

  it('48: an attempt lost to a dead network does not count', async () => {
    const call = details();
    for (let n = 0; n < 5; n += 1) {
      const request = await rig.server.next();
      await rig.clock.goOffline();
      await request.reject();
      await rig.clock.advance(60_000);
      expect(rig.server.open.length).to.equal(0);
      await rig.clock.goOnline();
    }
    for (let n = 0; n < 3; n += 1) {
      await (await rig.server.next()).status(500);
      await rig.clock.advance(1_000);
    }
    expect(errorOf(call)).to.include({ code: 'server', attempt: 3 });
  });

  it('48: calls that waited for a slot are not sent into a dead network', async () => {
    for (let n = 0; n < 7; n += 1) void rig.client.details(CUSTOMER, `${n}`);
    const request = await rig.server.next();
    await rig.clock.goOffline();
    await request.reject();
    expect(rig.server.count).to.equal(6);
  });

  it('48: the network going during a back-off pauses it', async () => {
    details();
    await (await rig.server.next()).status(500);
    await rig.clock.goOffline();
    await rig.clock.advance(60_000);
    expect(rig.server.count).to.equal(1);
    await rig.clock.goOnline();
    expect(rig.server.count).to.equal(2);
  });

  it('49: a reset before the headers is tried three times', async () => {
    const call = details();
    for (let n = 0; n < 3; n += 1) {
      await (await rig.server.next()).reject(new TypeError('net::ERR secret'));
      await rig.clock.advance(1_000);
    }
    expect(errorOf(call)).to.include({ code: 'network', attempt: 3, retryable: true });
    expect(JSON.stringify(errorOf(call))).not.to.include('secret');
  });

  it('49: a reset in the middle of the body never gives the part for the whole', async () => {
    const call = details();
    const body = await (await rig.server.next()).stream();
    await body.push('{"items":[');
    await body.break();
    await rig.clock.advance(1_000);
    await (await rig.server.next()).json({ items: rows('1', '2') });
    expect(valueOf(call).table.length).to.equal(2);
  });

  it('50: a body shorter than announced is tried three times, then E(data)', async () => {
    const call = details();
    for (let n = 0; n < 3; n += 1) {
      const headers = { 'content-length': '5000' };
      await (await rig.server.next()).text('{"items":[{"secret', { headers });
      await rig.clock.advance(1_000);
    }
    expect(errorOf(call)).to.include({ code: 'data', attempt: 3 });
    expect(JSON.stringify(errorOf(call))).not.to.include('secret');
  });

  it('50: a compressed body is not measured by its compressed length', async () => {
    const call = details();
    const headers = { 'content-length': '5000', 'content-encoding': 'gzip' };
    await (await rig.server.next()).json({ items: [] }, { headers });
    expect(call.value?.ok).to.equal(true);
  });

  it('51: a body that drips past the deadline is given up although its headers were quick', async () => {
    const call = details();
    const request = await rig.server.next();
    const body = await request.stream();
    for (let second = 0; second < 9; second += 1) {
      await body.push(' ');
      await rig.clock.advance(1_000);
    }
    expect(request.aborted).to.equal(false);
    await rig.clock.advance(1_000);
    expect(request.aborted).to.equal(true);
    await rig.clock.advance(15_000);
    expect(errorOf(call)).to.include({ code: 'timeout', attempt: 3 });
  });

  it('51: three attempts end within 25 seconds', async () => {
    rig.clock.dice = 0.999;
    const call = details();
    await rig.clock.advance(24_999);
    expect(call.state).to.equal('pending');
    await rig.clock.advance(1);
    expect(errorOf(call).code).to.equal('timeout');
  });

  it('52: a CORS refusal is E(network) and is not called offline', async () => {
    const call = details();
    for (let n = 0; n < 3; n += 1) {
      await (await rig.server.next()).reject();
      await rig.clock.advance(1_000);
    }
    expect(errorOf(call)).to.include({ code: 'network', attempt: 3 });
    expect(rig.offline).to.eql([]);
  });

  const moved = (url: string): Response => {
    const response = new Response(streamOf('{"items":[]}'), {
      headers: { 'content-type': 'application/json' },
    });
    Object.defineProperties(response, { redirected: { value: true }, url: { value: url } });
    return response;
  };

  it('53: an answer redirected to another origin is not used', async () => {
    const call = details();
    await (await rig.server.next()).respond(moved('https://elsewhere.example/x'));
    expect(errorOf(call)).to.include({ code: 'protocol', attempt: 1 });
  });

  it('53: an answer redirected within the origin is used', async () => {
    const call = details();
    await (await rig.server.next()).respond(moved(`${location.origin}/moved`));
    expect(call.value?.ok).to.equal(true);
  });

  for (const type of ['opaque', 'opaqueredirect', 'error']) {
    it(`53: a response of type ${type} is not used and not tried again`, async () => {
      const call = details();
      const headers = { 'content-type': 'application/json' };
      const response = new Response(streamOf('{"items":[]}'), { headers });
      Object.defineProperties(response, { type: { value: type }, status: { value: 0 } });
      await (await rig.server.next()).respond(response);
      await rig.clock.advance(60_000);
      expect(errorOf(call)).to.include({ code: 'protocol', attempt: 1 });
    });
  }

  it('54: after a sleep the request is sent once more', async () => {
    const call = details();
    await rig.server.next();
    await rig.clock.sleep(3_600_000);
    await rig.clock.advance(1_000);
    await (await rig.server.next()).json({ items: rows('1') });
    expect([call.value?.ok, rig.server.count]).to.eql([true, 2]);
  });

  it('54: the hours asleep are no part of the time a call may take', async () => {
    details();
    await rig.server.next();
    await rig.clock.sleep(3_600_000);
    await rig.clock.advance(400);
    await rig.clock.advance(9_000);
    expect((await rig.server.next()).aborted).to.equal(false);
  });

  it('54: a second sleep is an error', async () => {
    const call = details();
    for (let n = 0; n < 2; n += 1) {
      await rig.server.next();
      await rig.clock.sleep(3_600_000);
      await rig.clock.advance(1_000);
    }
    expect(errorOf(call)).to.include({ code: 'timeout', attempt: 2 });
  });

  it('54: back-offs that all came due in the sleep do not fire together', async () => {
    for (const number of ['1', '2', '3']) {
      void rig.client.details(CUSTOMER, number);
      await (await rig.server.next(`${number}/usage-details`)).status(500);
    }
    await rig.clock.sleep(3_600_000);
    expect(rig.server.open.length).to.equal(0);
    await rig.clock.advance(400);
    expect(rig.server.open.length).to.equal(3);
  });

  it('55: a hidden tab does not retry until it is seen', async () => {
    details();
    await (await rig.server.next()).status(500);
    await rig.clock.hide();
    await rig.clock.advance(600_000);
    expect(rig.server.count).to.equal(1);
    await rig.clock.show();
    await rig.clock.advance(400);
    expect(rig.server.count).to.equal(2);
  });

  it('55: a hidden tab may send its first attempt', async () => {
    await rig.clock.hide();
    details();
    await rig.clock.advance(0);
    expect(rig.server.count).to.equal(1);
  });

  it('an AbortError that nobody asked for is a broken connection', async () => {
    const call = details();
    await (await rig.server.next()).reject(new DOMException('x', 'AbortError'));
    expect(call.state).to.equal('pending');
    await rig.clock.advance(1_000);
    expect(rig.server.count).to.equal(2);
  });

  it('a cancelled call is no error whatever the fetcher throws then', async () => {
    const leaving = new AbortController();
    const call = watch(rig.client.details(CUSTOMER, SUBSCRIPTION, { signal: leaving.signal }));
    const request = await rig.server.next();
    const reason = new Error('left');
    leaving.abort(reason);
    await request.reject(new TypeError('Failed to fetch'));
    expect([call.rejection, request.aborted]).to.eql([reason, true]);
    expect(rig.budget.tenths).to.equal(100);
    await rig.clock.advance(60_000);
    expect(rig.server.count).to.equal(1);
  });
});

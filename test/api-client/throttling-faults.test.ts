import { expect } from '@open-wc/testing';
import { ClientRig, CUSTOMER, errorOf, rows, SUBSCRIPTION, watch } from '../support/client-rig.js';

describe('throttling', () => {
  let rig: ClientRig;

  beforeEach(() => {
    rig = new ClientRig();
  });

  const details = (subscription = SUBSCRIPTION) =>
    watch(rig.client.details(CUSTOMER, subscription));

  for (const status of [429, 503]) {
    it(`35: ${status} with a short Retry-After counts down and is not sent early`, async () => {
      details();
      await (await rig.server.next()).status(status, { 'retry-after': '20' });
      expect(rig.waits).to.eql([{ retryAt: rig.clock.now() + 20_000 }]);
      await rig.clock.advance(19_999);
      expect(rig.server.count).to.equal(1);
      await rig.clock.advance(500);
      expect(rig.server.count).to.equal(2);
      expect(rig.waits.at(-1)).to.equal(null);
    });

    it(`36: ${status} with a long Retry-After ends with the time and no wait`, async () => {
      const call = details();
      const now = rig.clock.now();
      await (await rig.server.next()).status(status, { 'retry-after': '21' });
      expect(errorOf(call)).to.include({
        code: 'throttled',
        retryable: true,
        retryAt: now + 21_000,
      });
      await rig.clock.advance(60_000);
      expect(rig.server.count).to.equal(1);
      expect(rig.waits).to.eql([]);
    });
  }

  it('35: the wait holds calls back that were not sent yet', async () => {
    details();
    await (await rig.server.next()).status(429, { 'retry-after': '5' });
    details('2');
    await rig.clock.advance(4_999);
    expect(rig.server.count).to.equal(1);
    await rig.clock.advance(500);
    expect(rig.server.count).to.equal(3);
  });

  it('35: the wait holds calls back that only waited for a slot', async () => {
    for (let n = 0; n < 7; n += 1) details(`${n}`);
    await (await rig.server.next()).status(429, { 'retry-after': '5' });
    expect(rig.server.count).to.equal(6);
  });

  it('35: a shorter wait asked for later does not end the longer one', async () => {
    details('1');
    details('2');
    const second = await rig.server.next('2/usage-details');
    await (await rig.server.next('1/usage-details')).status(429, { 'retry-after': '9' });
    await second.status(429, { 'retry-after': '1' });
    await rig.clock.advance(8_999);
    expect(rig.server.count).to.equal(2);
  });

  it('35: a wait that would outlast the 25 seconds of an action is not begun', async () => {
    const call = details();
    await rig.clock.advance(8_000);
    await (await rig.server.next()).status(503, { 'retry-after': '18' });
    expect(errorOf(call)).to.include({ code: 'server', retryAt: rig.clock.now() + 18_000 });
  });

  it('35: calls that waited for the same moment do not go on in step', async () => {
    details('1');
    await (await rig.server.next()).status(429, { 'retry-after': '5' });
    rig.clock.dice = 0.1;
    details('2');
    await rig.clock.advance(5_100);
    expect(rig.server.open.map(({ url }) => url.includes('/2/'))).to.eql([true]);
  });

  it('35: many calls that wait are one countdown', async () => {
    details();
    await (await rig.server.next()).status(429, { 'retry-after': '5' });
    for (const number of ['2', '3', '4']) details(number);
    await rig.clock.advance(6_000);
    expect(rig.waits.length).to.equal(2);
  });

  it('35: a call that is cancelled during the wait ends the countdown', async () => {
    const leaving = new AbortController();
    watch(rig.client.details(CUSTOMER, SUBSCRIPTION, { signal: leaving.signal }));
    await (await rig.server.next()).status(429, { 'retry-after': '5' });
    leaving.abort();
    await rig.clock.advance(0);
    expect(rig.waits.at(-1)).to.equal(null);
    expect(rig.clock.timers).to.equal(0);
  });

  it('36: calls that were queued then end with the same time instead of asking', async () => {
    const calls = Array.from({ length: 10 }, (_, n) => details(`${n}`));
    await (await rig.server.next()).status(429, { 'retry-after': '3600' });
    await rig.clock.advance(0);
    expect(rig.server.count).to.equal(6);
    expect(errorOf(calls[9]!)).to.include({ code: 'throttled', attempt: 0 });
  });

  it('36: the button still asks', async () => {
    details();
    await (await rig.server.next()).status(429, { 'retry-after': '3600' });
    details();
    await rig.clock.advance(0);
    expect(rig.server.open.length).to.equal(1);
  });

  it('37: 429 without a header is retried slower than a server error', async () => {
    rig.clock.dice = 0.999;
    details();
    await (await rig.server.next()).status(429);
    expect(rig.clock.untilNext).to.be.within(1_400, 1_500);
  });

  it('37: retries do not go in step', async () => {
    details('1');
    details('2');
    const [first, second] = [
      await rig.server.next('1/usage-details'),
      await rig.server.next('2/usage-details'),
    ];
    rig.clock.dice = 0.1;
    await first.status(429);
    rig.clock.dice = 0.9;
    await second.status(429);
    await rig.clock.advance(150);
    expect(
      rig.server.open.map(({ url }) => url).filter((url) => url.includes('/1/')).length,
    ).to.equal(1);
    expect(rig.server.open.length).to.equal(1);
  });

  it('back-off grows and stays below its ceiling', async () => {
    rig.clock.dice = 0.999;
    details();
    await (await rig.server.next()).status(500);
    const first = rig.clock.untilNext ?? 0;
    await rig.clock.advance(first);
    await (await rig.server.next()).status(500);
    expect([first, rig.clock.untilNext].map((ms) => Math.ceil((ms ?? 0) / 10) * 10)).to.eql([
      400, 800,
    ]);
  });

  for (const header of ['0x10', '-5', 'Wed, 06 May 2020 12:00:00 GMT', '1, 2', 'soon']) {
    it(`38: Retry-After "${header}" means an ordinary back-off, not a retry at once`, async () => {
      details();
      await (await rig.server.next()).status(429, { 'retry-after': header });
      expect(rig.waits).to.eql([]);
      expect(rig.clock.untilNext).to.be.within(1, 1_500);
    });
  }

  it('39: a Retry-After beyond any timer ends with the time', async () => {
    const call = details();
    await (await rig.server.next()).status(503, { 'retry-after': 'Fri, 31 Dec 2100 23:59:59 GMT' });
    expect(errorOf(call)).to.include({
      code: 'throttled',
      retryAt: Date.UTC(2100, 11, 31, 23, 59, 59),
    });
    await rig.clock.advance(60_000);
    expect(rig.server.count).to.equal(1);
  });

  it('36: a Retry-After means nothing beside other statuses', async () => {
    const call = details();
    await (await rig.server.next()).status(403, { 'retry-after': '3600' });
    expect(errorOf(call)).to.include({ code: 'forbidden', retryable: false });
    expect(errorOf(call).retryAt).to.equal(undefined);
  });

  it('39: seven digits are no number of seconds', async () => {
    details();
    await (await rig.server.next()).status(429, { 'retry-after': '9999999' });
    expect(rig.clock.untilNext).to.be.within(1, 1_500);
  });

  it('the last refusal tells when another try is worth it', async () => {
    const call = details();
    for (let n = 0; n < 3; n += 1) {
      await (await rig.server.next()).status(429, { 'retry-after': '2' });
      if (n < 2) await rig.clock.advance(2_400);
    }
    expect(errorOf(call)).to.include({ code: 'throttled', retryAt: rig.clock.now() + 2_000 });
  });

  it('56: with the budget spent a failure is final at once', async () => {
    rig.budget.tenths = 0;
    const call = details();
    await (await rig.server.next()).status(500);
    expect(errorOf(call)).to.include({
      code: 'server',
      retryable: true,
      attempt: 1,
    });
  });

  it('56: clients of one page share the budget', async () => {
    rig.budget.tenths = 0;
    const other = new ClientRig({ retryBudget: rig.budget });
    const call = watch(other.client.details(CUSTOMER, SUBSCRIPTION));
    await (await other.server.next()).status(500);
    expect(errorOf(call)).to.include({ code: 'server', attempt: 1 });
  });

  it('56: ten successes pay for one retry', async () => {
    rig.budget.tenths = 0;
    for (let n = 0; n < 10; n += 1) {
      details(`${n}`);
      await (await rig.server.next()).json({ items: rows(`${n}`) });
    }
    details();
    await (await rig.server.next()).status(500);
    await rig.clock.advance(400);
    expect(rig.server.open.length).to.equal(1);
  });
});

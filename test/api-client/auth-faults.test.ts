import { expect } from '@open-wc/testing';
import { ClientRig, CUSTOMER, errorOf, rows, SUBSCRIPTION, watch } from '../support/client-rig.js';
import { settle } from '../support/fake-clock.js';

describe('sign-in', () => {
  let rig: ClientRig;

  beforeEach(() => {
    rig = new ClientRig();
  });

  const details = (subscription = SUBSCRIPTION) =>
    watch(rig.client.details(CUSTOMER, subscription));

  const signIn = async (): Promise<void> => {
    rig.signIns.shift()?.done();
    await settle();
  };

  it('17: the first 401 asks the host once and goes on with the new token', async () => {
    const call = details();
    await (await rig.server.next()).status(401);
    expect([call.state, rig.asked]).to.eql(['pending', [1]]);
    await signIn();
    await (await rig.server.next()).json({ items: rows('1') });
    expect(call.value?.ok).to.equal(true);
  });

  it('18: the second 401 is final', async () => {
    const call = details();
    await (await rig.server.next()).status(401);
    await signIn();
    await (await rig.server.next()).status(401);
    expect(errorOf(call)).to.include({ code: 'auth', status: 401, retryable: true, attempt: 2 });
    expect([rig.asked.length, rig.server.count]).to.eql([1, 2]);
  });

  it('18: calls that are open then do not ask the host another time', async () => {
    const first = details('0');
    await (await rig.server.next()).status(401);
    await signIn();
    const others = Array.from({ length: 8 }, (_, n) => details(`${n + 1}`));
    await settle();
    while (rig.server.open.length > 0) await (await rig.server.next()).status(401);
    const codes = [first, ...others].map((call) => errorOf(call).code);
    expect(codes).to.eql(Array(9).fill('auth'));
    expect(rig.asked).to.eql([1]);
  });

  it('18: the button asks the host again, with the next generation', async () => {
    details();
    await (await rig.server.next()).status(401);
    await signIn();
    await (await rig.server.next()).status(401);
    details();
    await (await rig.server.next()).status(401);
    expect(rig.asked).to.eql([1, 2]);
  });

  it('19: 401 on four parallel calls is one question, and each is repeated once', async () => {
    const calls = ['1', '2', '3', '4'].map((number) => details(number));
    for (let n = 0; n < 4; n += 1) await (await rig.server.next()).status(401);
    expect(rig.asked).to.eql([1]);
    await signIn();
    expect(rig.server.open.length).to.equal(4);
    for (let n = 0; n < 4; n += 1) await (await rig.server.next()).json({ items: rows('1') });
    expect(calls.every((call) => call.value?.ok)).to.equal(true);
    expect(rig.server.count).to.equal(8);
  });

  it('19: a call that comes while the host renews waits for the new token and asks nobody', async () => {
    details('1');
    await (await rig.server.next()).status(401);
    const late = details('2');
    await settle();
    expect(rig.server.open.length).to.equal(0);
    await signIn();
    await (await rig.server.next('2/usage-details')).json({ items: rows('1') });
    expect([late.value?.ok, rig.asked]).to.eql([true, [1]]);
  });

  it('19: a 401 to the old token, come late, does not ask for another one', async () => {
    details('1');
    details('2');
    const late = await rig.server.next('2/usage-details');
    await (await rig.server.next('1/usage-details')).status(401);
    await signIn();
    await late.status(401);
    expect(rig.asked).to.eql([1]);
    expect(rig.server.open.length).to.equal(2);
  });

  it('20: a host that never answers is waited for 30 seconds', async () => {
    const call = details();
    await (await rig.server.next()).status(401);
    await rig.clock.advance(29_999);
    expect(call.state).to.equal('pending');
    await rig.clock.advance(1);
    expect(errorOf(call)).to.include({ code: 'auth', retryable: true });
  });

  it('20: a host that answers after that changes nothing', async () => {
    details();
    await (await rig.server.next()).status(401);
    await rig.clock.advance(30_000);
    await signIn();
    expect(rig.server.count).to.equal(1);
  });

  it('a host that fails to sign in ends the call without its reason', async () => {
    const call = details();
    await (await rig.server.next()).status(401);
    rig.signIns[0]?.fail();
    await settle();
    expect(errorOf(call)).to.include({ code: 'auth', attempt: 1 });
  });

  it('a host that fails to sign in is not asked again by the calls that were open then', async () => {
    details('1');
    details('2');
    const second = await rig.server.next('2/usage-details');
    await (await rig.server.next('1/usage-details')).status(401);
    rig.signIns[0]?.fail();
    await settle();
    await second.status(401);
    expect(rig.asked).to.eql([1]);
  });

  it('without anybody to ask, 401 is final', async () => {
    rig = new ClientRig({ onAuth: undefined });
    const call = details();
    await (await rig.server.next()).status(401);
    expect(errorOf(call)).to.include({ code: 'auth', attempt: 1 });
  });

  it('21: a change of customer while waiting resumes nothing', async () => {
    const call = details();
    await (await rig.server.next()).status(401);
    rig.client.clear();
    await settle();
    expect([call.state, rig.clock.timers]).to.eql(['rejected', 0]);
    await signIn();
    expect(rig.server.count).to.equal(1);
  });

  it('21: the new customer gets a question of its own', async () => {
    details();
    await (await rig.server.next()).status(401);
    rig.client.clear();
    const next = watch(rig.client.details({ kind: 'customer', customerNo: 'C2' }, SUBSCRIPTION));
    await (await rig.server.next()).status(401);
    rig.signIns[0]?.done();
    await settle();
    expect([rig.asked, rig.server.count]).to.eql([[1, 2], 2]);
    rig.signIns[1]?.done();
    await settle();
    await (await rig.server.next('')).json({ items: rows('1') });
    expect(next.value?.ok).to.equal(true);
  });

  it('the wait for the host does not use up the time of the call', async () => {
    const call = details();
    await (await rig.server.next()).status(401);
    await rig.clock.advance(29_000);
    await signIn();
    await rig.clock.advance(9_000);
    await (await rig.server.next()).json({ items: rows('1') });
    expect(call.value?.ok).to.equal(true);
  });

  it('57: an HTML login page with 200 asks the host once, then is final', async () => {
    const call = details();
    await (await rig.server.next()).html(200);
    expect(rig.asked).to.eql([1]);
    await signIn();
    await (await rig.server.next()).html(200);
    expect(errorOf(call)).to.include({ code: 'auth', attempt: 2 });
    expect(JSON.stringify(errorOf(call))).not.to.include('secret');
  });

  it('a 401 to the third attempt prompts nobody, since no attempt is left', async () => {
    const call = details();
    for (const status of [500, 500, 401]) {
      await (await rig.server.next()).status(status);
      await rig.clock.advance(1_000);
    }
    expect([errorOf(call).code, rig.asked.length, rig.server.count]).to.eql(['auth', 0, 3]);
  });
});

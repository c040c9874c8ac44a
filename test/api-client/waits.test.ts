import { expect } from '@open-wc/testing';
import { giveWay, pause, waitUntil } from '../../src/api/waits.js';
import { FakeClock, settle } from '../support/fake-clock.js';
import { watch } from '../support/client-rig.js';

describe('waits', () => {
  it('a wait for the page hears when the network or the page is back, until it was heard', async () => {
    let looks = 0;
    const events = (): void => {
      window.dispatchEvent(new Event('online'));
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    };
    const isSecondChange = (): boolean => (looks += 1) > 2;
    const wait = waitUntil(isSecondChange, new AbortController().signal);
    events();
    await wait;
    events();
    expect(looks).to.equal(3);
  });

  it('an aborted pause clears its timer', async () => {
    const clock = new FakeClock();
    const leaving = new AbortController();
    const call = watch(pause(1_000, leaving.signal));
    leaving.abort();
    await settle();
    expect([call.state, clock.timers]).to.eql(['rejected', 0]);
  });

  it('an aborted wait stops listening', async () => {
    const clock = new FakeClock();
    const leaving = new AbortController();
    const call = watch(waitUntil(() => false, leaving.signal));
    leaving.abort();
    await settle();
    expect([call.state, clock.listeners]).to.eql(['rejected', 0]);
  });

  it('a promise that fails after it was given up on is no unhandled error', async () => {
    const leaving = new AbortController();
    let failLate: (reason: Error) => void = () => {};
    const late = new Promise<never>((_, reject) => (failLate = reject));
    const call = watch(giveWay(late, leaving.signal));
    const reason = new Error('left');
    leaving.abort(reason);
    failLate(new Error('late'));
    await settle();
    expect(call.rejection).to.equal(reason);
  });
});

import { expect } from '@open-wc/testing';
import {
  browserEnvironment,
  giveWay,
  LONGEST_TIMER_MS,
  pause,
  waitUntil,
} from '../../src/api/environment.js';
import { FakeClock, settle } from '../support/fake-clock.js';
import { watch } from '../support/client-rig.js';

describe('environment', () => {
  it('hears the network come and go and the page being shown, until it is unsubscribed', () => {
    let heard = 0;
    const stop = browserEnvironment.onChange(() => (heard += 1));
    const events = (): void => {
      window.dispatchEvent(new Event('online'));
      window.dispatchEvent(new Event('offline'));
      document.dispatchEvent(new Event('visibilitychange'));
    };
    events();
    stop();
    events();
    expect(heard).to.equal(3);
  });

  it('a pause longer than any timer does not end at once', async () => {
    const clock = new FakeClock();
    const call = watch(pause(clock, LONGEST_TIMER_MS * 2, new AbortController().signal));
    await clock.advance(60_000);
    expect(call.state).to.equal('pending');
  });

  it('an aborted pause clears its timer', async () => {
    const clock = new FakeClock();
    const leaving = new AbortController();
    const call = watch(pause(clock, 1_000, leaving.signal));
    leaving.abort();
    await settle();
    expect([call.state, clock.timers]).to.eql(['rejected', 0]);
  });

  it('an aborted wait stops listening', async () => {
    const clock = new FakeClock();
    const leaving = new AbortController();
    const call = watch(waitUntil(clock, () => false, leaving.signal));
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

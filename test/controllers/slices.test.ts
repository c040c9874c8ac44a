import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { SliceController } from '../../src/controllers/slices.js';
import type { Steps } from '../../src/model/steps.js';
import { FakeClock } from '../support/fake-clock.js';

/** Of so many steps; counts those that were done. */
function workOf(done: { count: number }, steps = 2): Steps<void> {
  return (function* () {
    while (++done.count < steps) yield;
  })();
}

describe('work that can wait', () => {
  const { requestIdleCallback, cancelIdleCallback } = globalThis;
  let clock: FakeClock;
  let idle: IdleRequestCallback | null;
  let slices: SliceController;

  beforeEach(() => {
    clock = new FakeClock();
    idle = null;
    globalThis.requestIdleCallback = (callback) => {
      idle = callback;
      return 1;
    };
    globalThis.cancelIdleCallback = () => {
      idle = null;
    };
    const host = { isConnected: true, addController: () => undefined };
    slices = new SliceController(host as unknown as ReactiveControllerHost & Element);
  });

  afterEach(() => {
    Object.assign(globalThis, { requestIdleCallback, cancelIdleCallback });
  });

  it('is not begun before the page is idle', async () => {
    const done = { count: 0 };
    slices.startIdle(workOf(done), 100);
    await clock.advance(5_000);
    expect(done.count).to.equal(0);
    idle?.({ didTimeout: false, timeRemaining: () => 50 });
    expect(done.count).to.equal(2);
  });

  it('takes a frame of time where the page is never idle, not a step of it', async () => {
    const done = { count: 0 };
    slices.startIdle(workOf(done, 1_000), 0);
    await clock.advance(1);
    const { now } = performance;
    let time = 0;
    performance.now = () => ++time;
    idle?.({ didTimeout: true, timeRemaining: () => 0 });
    performance.now = now;
    expect(done.count).to.be.within(10, 20);
  });

  it('is not put off by who asks for it again', async () => {
    const work = workOf({ count: 0 });
    slices.startIdle(work, 100);
    await clock.advance(60);
    slices.startIdle(work, 100);
    await clock.advance(60);
    expect(idle).not.to.equal(null);
  });

  it('is done at once when it can wait no longer', async () => {
    const done = { count: 0 };
    const work = workOf(done);
    slices.startIdle(work, 5_000);
    slices.startLater(work);
    await clock.advance(1);
    expect(done.count).to.equal(2);
  });

  it('is put off while the agent scrolls', async () => {
    const done = { count: 0 };
    slices.startIdle(workOf(done), 0);
    await clock.advance(1);
    slices.rest(300);
    await clock.advance(299);
    expect(idle).to.equal(null);
    await clock.advance(1);
    expect(idle).not.to.equal(null);
  });

  it('is not put off by scrolling where it can not wait', async () => {
    const done = { count: 0 };
    slices.startLater(workOf(done));
    slices.rest(300);
    await clock.advance(1);
    expect(done.count).to.equal(2);
  });
});

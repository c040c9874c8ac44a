import { expect } from '@open-wc/testing';
import { RequestScheduler, type Lane } from '../../src/api/scheduler.js';
import { settle } from '../support/fake-clock.js';
import { watch, type Watched } from '../support/client-rig.js';

/** Attempts that run until the test ends them. */
class Attempts {
  readonly started: string[] = [];
  readonly lanes = new Map<string, Lane>();
  readonly #ends = new Map<string, () => void>();

  job(name: string): (lane: Lane) => Promise<string> {
    return (lane) => {
      this.lanes.set(name, lane);
      return lane.inSlot(
        () =>
          new Promise((resolve, reject) => {
            this.started.push(name);
            this.#ends.set(name, () => resolve(name));
            lane.signal.addEventListener('abort', () => reject(lane.signal.reason as Error));
          }),
      );
    };
  }

  async end(name: string): Promise<void> {
    this.#ends.get(name)?.();
    await settle();
  }
}

function caller(
  scheduler: RequestScheduler,
  attempts: Attempts,
  name: string,
  priority = 0,
  signal = new AbortController().signal,
): Watched<string> {
  return watch(scheduler.call(name, signal, priority, attempts.job(name)));
}

describe('request scheduler', () => {
  let scheduler: RequestScheduler;
  let attempts: Attempts;

  beforeEach(() => {
    scheduler = new RequestScheduler();
    attempts = new Attempts();
  });

  const startMany = async (names: string): Promise<void> => {
    for (const name of names) caller(scheduler, attempts, name);
    await settle();
  };

  it('runs at most six attempts at once', async () => {
    await startMany('abcdefgh');
    expect(attempts.started.join('')).to.equal('abcdef');
  });

  it('gives a free slot to the nearest to the eye, then to the first that came', async () => {
    await startMany('abcdef');
    caller(scheduler, attempts, 'far', 9);
    caller(scheduler, attempts, 'near1', 1);
    caller(scheduler, attempts, 'near2', 1);
    await settle();
    for (const name of 'abc') await attempts.end(name);
    expect(attempts.started.slice(6)).to.eql(['near1', 'near2', 'far']);
  });

  it('lets a waiting call overtake once it has come into view', async () => {
    await startMany('abcdef');
    caller(scheduler, attempts, 'one', 5);
    caller(scheduler, attempts, 'two', 5);
    await settle();
    scheduler.prioritise('two', 0);
    await attempts.end('a');
    expect(attempts.started[6]).to.equal('two');
  });

  it('takes the nearer priority when a second caller joins', async () => {
    await startMany('abcdef');
    caller(scheduler, attempts, 'one', 5);
    caller(scheduler, attempts, 'two', 5);
    caller(scheduler, attempts, 'two', 0);
    await settle();
    await attempts.end('a');
    expect(attempts.started[6]).to.equal('two');
  });

  it('answers two callers of one key with one call', async () => {
    const first = caller(scheduler, attempts, 'a');
    const second = caller(scheduler, attempts, 'a');
    await settle();
    await attempts.end('a');
    expect([first.value, second.value, attempts.started.length]).to.eql(['a', 'a', 1]);
  });

  it('goes on when one of two callers leaves', async () => {
    const leaving = new AbortController();
    const first = caller(scheduler, attempts, 'a', 0, leaving.signal);
    const second = caller(scheduler, attempts, 'a');
    await settle();
    leaving.abort(new Error('bye'));
    await attempts.end('a');
    expect([first.state, second.state]).to.eql(['rejected', 'resolved']);
    expect(attempts.started.length).to.equal(1);
  });

  it('aborts the call when its last caller leaves, with the reason of that caller', async () => {
    const leaving = new AbortController();
    const reason = new Error('bye');
    const only = caller(scheduler, attempts, 'a', 0, leaving.signal);
    await settle();
    leaving.abort(reason);
    await settle();
    expect(only.rejection).to.equal(reason);
    expect(attempts.lanes.get('a')?.signal.aborted).to.equal(true);
    await startMany('bcdefgh');
    expect(attempts.started.join('')).to.equal('abcdefg');
  });

  it('starts anew instead of joining a dying call', async () => {
    const leaving = new AbortController();
    caller(scheduler, attempts, 'a', 0, leaving.signal);
    await settle();
    leaving.abort();
    const second = caller(scheduler, attempts, 'a');
    await settle();
    await attempts.end('a');
    expect(second.state).to.equal('resolved');
    expect(attempts.started.length).to.equal(2);
  });

  it('leaves no ticket in the queue when a waiting call is cancelled', async () => {
    const leaving = new AbortController();
    await startMany('abcdef');
    caller(scheduler, attempts, 'g', 0, leaving.signal);
    await settle();
    leaving.abort();
    await settle();
    await attempts.end('a');
    expect(attempts.started).not.to.include('g');
    await startMany('hi');
    expect(attempts.started.join('')).to.equal('abcdefh');
  });

  it('gives the slot on when its new holder is cancelled at the very moment of entry', async () => {
    const leaving = new AbortController();
    await startMany('abcdef');
    caller(scheduler, attempts, 'g', 0, leaving.signal);
    caller(scheduler, attempts, 'h', 1);
    await settle();
    attempts.lanes.get('a')?.signal.addEventListener('abort', () => {});
    const ending = attempts.end('a');
    await Promise.resolve();
    leaving.abort();
    await ending;
    await settle();
    expect(attempts.started).to.include('h');
    await startMany('i');
    expect(attempts.started).not.to.include('i');
  });

  it('refuses a caller whose signal was aborted before', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    const call = caller(scheduler, attempts, 'a', 0, gone);
    await settle();
    expect(call.state).to.equal('rejected');
    expect(attempts.started).to.eql([]);
  });

  it('frees the slot of an attempt that throws', async () => {
    const failing = watch(
      scheduler.call('x', new AbortController().signal, 0, (lane) =>
        lane.inSlot(() => Promise.reject(new Error('no'))),
      ),
    );
    await settle();
    expect(failing.state).to.equal('rejected');
    await startMany('abcdefg');
    expect(attempts.started.join('')).to.equal('abcdef');
  });
});

import { expect } from '@open-wc/testing';
import { usageError } from '../../src/api/errors.js';
import type { Result } from '../../src/api/index.js';
import { Loads, type Wish } from '../../src/controllers/load.js';
import { UsageTable } from '../../src/model/usage-table.js';
import { settle } from '../support/fake-clock.js';

/** A wish whose attempts the test settles by hand. */
class Held implements Wish<string> {
  readonly attempts: { signal: AbortSignal; settle(result: Result<string>): void }[] = [];
  told = 0;

  load(signal: AbortSignal): Promise<Result<string>> {
    return new Promise((resolve) => this.attempts.push({ signal, settle: resolve }));
  }

  settled(): void {
    this.told += 1;
  }

  async answer(attempt: number, result: Result<string>): Promise<void> {
    this.attempts[attempt]?.settle(result);
    await settle();
  }
}

const good = (value: string): Result<string> => ({ ok: true, value });
const bad = (code: 'server' | 'forbidden'): Result<string> => ({
  ok: false,
  error: usageError(code),
});

function setUp(): { loads: Loads; held: Held; want(): void } {
  const loads = new Loads();
  const held = new Held();
  // As the session does: the wishes are made anew with each render.
  const wish: Wish = { load: (signal) => held.load(signal), settled: () => held.settled() };
  return { loads, held, want: () => loads.want(new Map([['a', { ...wish }]])) };
}

describe('what is wanted', () => {
  it('is asked for once, however often it is wanted', async () => {
    const { held, want } = setUp();
    want();
    want();
    await held.answer(0, good('1'));
    want();
    expect(held.attempts).to.have.length(1);
  });

  it('is not asked for again by itself after a failure', async () => {
    const { held, want } = setUp();
    want();
    await held.answer(0, bad('server'));
    want();
    expect(held.attempts).to.have.length(1);
  });

  it('is cancelled when it is not wanted any more, and a late answer changes nothing', async () => {
    const { loads, held, want } = setUp();
    want();
    loads.want(new Map());
    expect(held.attempts[0]?.signal.aborted).to.equal(true);
    await held.answer(0, good('late'));
    expect(loads.get('a')).to.include({ value: null, pending: false });
    expect(held.told).to.equal(0);
  });

  it('is asked for again when it was cut off, but not when it had come', async () => {
    const { loads, held, want } = setUp();
    want();
    loads.want(new Map());
    want();
    await held.answer(1, good('1'));
    loads.want(new Map());
    want();
    expect(held.attempts).to.have.length(2);
  });

  it('stays beside the error of a reload that failed', async () => {
    const { loads, held, want } = setUp();
    want();
    await held.answer(0, good('1'));
    loads.reload();
    want();
    expect(loads.get('a')).to.include({ value: '1', pending: true });
    await held.answer(1, bad('server'));
    expect(loads.get('a').value).to.equal('1');
    expect(loads.get('a').error?.code).to.equal('server');
  });

  it('is gone once it may not be seen any more', async () => {
    const { loads, held, want } = setUp();
    want();
    await held.answer(0, good('1'));
    loads.reload();
    want();
    await held.answer(1, bad('forbidden'));
    expect(loads.get('a').value).to.equal(null);
  });

  it('takes the answer of the newest attempt when a reload overtakes the first', async () => {
    const { loads, held, want } = setUp();
    want();
    loads.reload();
    want();
    await held.answer(1, good('new'));
    await held.answer(0, good('old'));
    expect(loads.get('a').value).to.equal('new');
    expect(held.told).to.equal(1);
  });

  it('shows the rows of an answer on its way until it ends, however it ends', async () => {
    for (const end of [good('1'), bad('server')]) {
      const loads = new Loads();
      const held = new Held();
      const table = UsageTable.create();
      const load: Wish['load'] = (signal, grow) => {
        grow(table);
        return held.load(signal);
      };
      loads.want(new Map([['a', { load, settled: () => undefined }]]));
      expect(loads.get('a').growing).to.equal(table);
      expect(loads.get('a')).to.include({ value: null, pending: true });
      await held.answer(0, end);
      expect(loads.get('a').growing).to.equal(null);
    }
  });

  it('rows of an answer that nobody wants any more are not shown', () => {
    const loads = new Loads();
    let grow: Parameters<Wish['load']>[1] = () => undefined;
    const load: Wish['load'] = (_, told) => {
      grow = told;
      return new Promise(() => undefined);
    };
    const wish = { load, settled: () => undefined };
    loads.want(new Map([['a', wish]]));
    const late = grow;
    grow(UsageTable.create());
    loads.want(new Map());
    expect(loads.get('a').growing).to.equal(null);
    late(UsageTable.create());
    expect(loads.get('a').growing).to.equal(null);
  });

  it('fails as an adapter error when the host’s function throws, without its words', async () => {
    const loads = new Loads();
    const load = (): Promise<never> => Promise.reject(new Error('secret'));
    loads.want(new Map([['a', { load, settled: () => undefined }]]));
    await settle();
    expect(JSON.stringify(loads.get('a'))).not.to.contain('secret');
    expect(loads.get('a').error?.code).to.equal('adapter');
  });
});

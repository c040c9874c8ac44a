import { expect } from '@open-wc/testing';
import type { Fetcher } from '../../src/api/index.js';
import type { PayexUsage } from '../../src/elements/payex-usage.js';
import { answering, mountUsage, type UsageRig } from '../support/usage-rig.js';
import { settle } from '../support/fake-clock.js';
import { PageCounts } from '../support/page-counts.js';

const NOS = ['46700000001', '46700000002', '46700000003'];

const answer = answering((path) => {
  const items = path.endsWith('/subscriptions')
    ? NOS.map((subscriptionNo) => ({ subscriptionNo }))
    : path.endsWith('usage-details')
      ? NOS.map((id) => ({ id, startTime: '2026-03-08T21:14:00', amountExclVat: '1.00' }))
      : [{ typeOfCall: 'VOICE', amountExclVat: '3.00', currency: 'SEK' }];
  return { items, navigation: {} };
});

const mounted = (): Promise<UsageRig> =>
  mountUsage({ 'customer-no': 'C0' }, (element) => void (element.fetcher = answer));

/** Where an agent goes in a minute; each step may be overtaken by the next. */
const STEPS: readonly ((element: PayexUsage, turn: number) => void)[] = [
  (element, turn) => void (element.customerNo = `C${turn}`),
  (element) => void (element.viewState = { view: 'unbilled', subscriptionNo: NOS[0] ?? '' }),
  (element) => void (element.viewState = { view: 'unbilled', all: true }),
  (element) => element.reload(),
  (element) => element.parentElement?.append(element),
  (element) => void (element.viewState = { view: 'unbilled' }),
  (element) => element.clear(),
  (element) => {
    const parent = element.parentElement;
    element.remove();
    parent?.append(element);
  },
];

const isLike = (some: object, others: object): boolean =>
  JSON.stringify(some) === JSON.stringify(others);

/** What is still under way ends by itself; what does not is told by what follows. */
async function ended(rig: UsageRig, isOver: () => boolean): Promise<void> {
  for (let turn = 0; turn < 50 && !isOver(); turn += 1) await rig.rest();
}

describe('nothing is left', () => {
  let counts: PageCounts;
  beforeEach(() => (counts = new PageCounts()));
  afterEach(() => counts.stop());

  it('after 400 steps of an agent: as many nodes, listeners, timers and watches as before', async () => {
    const rig = await mounted();
    await rig.rest();
    const before = counts.now(rig.element);
    for (let turn = 0; turn < 400; turn += 1) {
      STEPS[(turn * 7 + (turn >> 3)) % STEPS.length]?.(rig.element, turn);
      if (turn % 3 > 0) await rig.element.updateComplete;
      if (turn % 5 === 0) await settle();
    }
    rig.element.viewState = { view: 'unbilled' };
    rig.element.customerNo = 'C0';
    rig.element.reload();
    await ended(rig, () => isLike(counts.now(rig.element), before));
    expect(counts.now(rig.element)).to.deep.equal(before);
  });

  it('after 200 mounts: no listener, timer or watch, and no call under way', async () => {
    const first = await mounted();
    await first.rest();
    first.element.remove();
    await first.rest();
    const before = counts.now();
    const open = new Set<AbortSignal>();
    let asked = 0;
    const never: Fetcher = (_, { signal }) => {
      asked += 1;
      if (signal) open.add(signal);
      signal?.addEventListener('abort', () => open.delete(signal));
      return new Promise(() => undefined);
    };
    for (let turn = 0; turn < 200; turn += 1) {
      const element = document.createElement('payex-usage');
      element.ownerNo = 'L01';
      element.customerNo = `C${turn}`;
      element.fetcher = turn % 4 < 2 ? never : answer;
      if (turn % 2) element.viewState = { view: 'unbilled', all: true };
      document.body.append(element);
      if (turn % 3) await element.updateComplete;
      if (turn % 4 === 0) await settle();
      element.remove();
    }
    await ended(first, () => isLike(counts.now(), before));
    expect(counts.now()).to.deep.equal(before);
    expect(asked).to.be.at.least(50);
    expect(open.size).to.equal(0);
  });
});

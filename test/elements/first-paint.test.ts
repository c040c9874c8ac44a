import '../../src/define.js';
import { expect } from '@open-wc/testing';
import type { PayexUsage } from '../../src/elements/payex-usage.js';
import { settle } from '../support/fake-clock.js';
import { FakeServer } from '../support/fake-server.js';
import { subscriptionList } from '../support/usage-rig.js';

/** Counts the updates of an element from its making on. */
function made(): { element: PayexUsage; server: FakeServer; updates(): number } {
  const element = document.createElement('payex-usage');
  const server = new FakeServer();
  element.ownerNo = 'L01';
  element.customerNo = 'C1';
  element.fetcher = server.fetcher;
  let updates = 0;
  const hooks = element as unknown as { updated(): void };
  const updated = hooks.updated.bind(element);
  hooks.updated = () => {
    updates += 1;
    updated();
  };
  return { element, server, updates: () => updates };
}

describe('first paint', () => {
  let element: PayexUsage;
  afterEach(() => element.remove());

  it('header and skeleton are there before the next task, with one update and no answer', async () => {
    const rig = made();
    ({ element } = rig);
    document.body.append(element);
    await element.updateComplete;
    const root = element.shadowRoot;
    expect(root?.querySelector('.title')?.textContent).to.match(/\S/);
    expect(root?.querySelectorAll('.list .bone').length).to.be.above(3);
    expect(rig.updates()).to.equal(1);
    expect(rig.server.count).to.equal(0);
    await settle();
    // The question for invoices, which nobody asks here, has ended.
    expect(rig.updates()).to.be.at.most(2);
    expect(rig.server.count).to.equal(1);
  });

  it('the rows of the first answer are there with the next update', async () => {
    const rig = made();
    ({ element } = rig);
    document.body.append(element);
    const request = await rig.server.next('/subscriptions');
    const before = rig.updates();
    const path = new URL(request.url, location.href).pathname;
    await request.json(subscriptionList(path, ['46700000001', '46700000002']));
    expect(rig.updates()).to.equal(before + 1);
    expect(element.shadowRoot?.querySelectorAll('tr[data-no]')).to.have.length(2);
  });

  it('a thousand properties set before it is in the page cost one update', async () => {
    const rig = made();
    ({ element } = rig);
    for (let turn = 0; turn < 1000; turn += 1) element.customerNo = `C${turn}`;
    document.body.append(element);
    await element.updateComplete;
    expect(rig.updates()).to.equal(1);
  });
});

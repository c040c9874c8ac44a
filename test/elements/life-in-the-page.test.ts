import { expect } from '@open-wc/testing';
import { mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

const amounts = (rig: UsageRig): string => rig.text;

describe('life in the page', () => {
  it('89: customer A then B, A answers last: B is shown', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    const first = await rig.server.next('/subscriptions');
    rig.element.customerNo = 'B';
    await rig.rest();
    await rig.list('46700000002');
    await first.json({ items: [{ subscriptionNo: '46700000001' }], navigation: {} });
    await rig.rest();
    expect(rig.text).to.contain('46700000002');
    expect(rig.markup).not.to.contain('46700000001');
  });

  it('89: the call for A is cancelled when B is asked for', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    const first = await rig.server.next('/subscriptions');
    rig.element.customerNo = 'B';
    await rig.rest();
    expect(first.aborted).to.equal(true);
  });

  it('a change of customer clears the old rows with its first render', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    await rig.list('46700000001');
    await rig.summary('46700000001', summaryRow('12.34'));
    expect(amounts(rig)).to.contain('12.34');
    rig.element.customerNo = 'B';
    await rig.element.updateComplete;
    expect(rig.markup).not.to.contain('46700000001');
    expect(rig.markup).not.to.contain('12.34');
  });

  it('90: an attribute that flips 1,000 times in one task makes one call, for the last value', async () => {
    const rig = await mountUsage({});
    for (let turn = 0; turn < 1000; turn += 1) {
      rig.element.setAttribute('customer-no', turn % 2 === 0 ? 'A' : 'B');
    }
    await rig.rest();
    expect(rig.server.requests.map(({ url }) => url)).to.have.length(1);
    expect(rig.server.requests[0]?.url).to.contain('/customers/B/');
  });

  it('91: removed while loading: the call is cancelled, and a late answer changes nothing', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    const request = await rig.server.next('/subscriptions');
    rig.element.remove();
    await Promise.resolve();
    expect(request.aborted).to.equal(true);
    const heard = rig.events.length;
    await request.json({ items: [{ subscriptionNo: '46700000001' }], navigation: {} });
    await rig.rest();
    expect(rig.events).to.have.length(heard);
    expect(rig.markup).not.to.contain('46700000001');
  });

  it('91: put back after that, it asks again and shows the answer', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    const parent = rig.element.parentElement;
    rig.element.remove();
    await rig.rest();
    parent?.append(rig.element);
    await rig.rest();
    await rig.list('46700000001');
    expect(rig.text).to.contain('46700000001');
  });

  it('92: moved while loading: nothing is fetched again and nothing is cancelled', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    const request = await rig.server.next('/subscriptions');
    document.body.append(rig.element);
    await rig.rest();
    expect(request.aborted).to.equal(false);
    expect(rig.server.count).to.equal(1);
    await rig.list('46700000001');
    expect(rig.text).to.contain('46700000001');
    rig.element.remove();
  });

  it('92: moved after loading: what is shown stays as it is', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    await rig.list('46700000001');
    await rig.summary('46700000001', summaryRow('12.34'));
    const before = rig.text;
    document.body.append(rig.element);
    await rig.rest();
    expect(rig.text).to.equal(before);
    expect(rig.server.count).to.equal(2);
    rig.element.remove();
  });

  it('93: another fetcher half-way: its answers are used, the old one is cancelled', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    const old = await rig.server.next('/subscriptions');
    const urls: string[] = [];
    rig.element.fetcher = (url) => {
      urls.push(url);
      const body = JSON.stringify({ items: [{ subscriptionNo: '46700000009' }], navigation: {} });
      const headers = { 'content-type': 'application/json' };
      return Promise.resolve(new Response(body, { headers }));
    };
    await rig.rest();
    expect(old.aborted).to.equal(true);
    expect(urls[0]).to.contain('/customers/A/subscriptions');
    expect(rig.text).to.contain('46700000009');
  });

  it('the same fetcher set again fetches nothing', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    await rig.list();
    rig.element.fetcher = rig.server.fetcher;
    rig.element.customerNo = ' A ';
    await rig.rest();
    expect(rig.server.count).to.equal(1);
  });

  it('95: clear() leaves no personal data in the element and cancels what is under way', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    await rig.list('46700000001');
    const summary = await rig.server.next('usage-summaries');
    rig.element.clear();
    await rig.rest();
    expect(summary.aborted).to.equal(true);
    expect(rig.markup).not.to.contain('46700000001');
  });

  it('95: going into the back/forward cache forgets, coming out of it fetches anew', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    await rig.list('46700000001');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await rig.rest();
    expect(rig.markup).not.to.contain('46700000001');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await rig.rest();
    await rig.list('46700000003');
    expect(rig.text).to.contain('46700000003');
  });

  it('98: templates whose comment markers were stripped give a clear message and E(render)', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    const root = rig.element.renderRoot;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
    const comments: Node[] = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    for (const comment of comments) comment.parentNode?.removeChild(comment);
    await rig.list('46700000001');
    expect(rig.text).to.contain('not set up correctly');
    expect(rig.heard('payexerror').map(({ detail }) => detail['code'])).to.deep.equal(['render']);
  });

  it('94: a listener of the host that throws breaks nothing', async () => {
    const rig = await mountUsage({ 'customer-no': 'A' });
    const silence = (event: ErrorEvent): void => event.preventDefault();
    window.addEventListener('error', silence);
    const old = window.onerror;
    window.onerror = () => true;
    rig.element.addEventListener('payexload', () => {
      throw new Error('host');
    });
    await rig.list('46700000001');
    window.onerror = old;
    window.removeEventListener('error', silence);
    expect(rig.text).to.contain('46700000001');
  });
});

import { expect, oneEvent } from '@open-wc/testing';
import { detailRow, mountUsage, summaryRow } from '../support/usage-rig.js';
import { holdTimers } from '../support/held-timers.js';

const NO = '46700000001';
const OTHER = '46700000002';

describe('what one moment leaves to the next', () => {
  it('a stranger’s row in one of the totals is not told as a complete load', async () => {
    const rig = await mountUsage();
    await rig.list(NO, OTHER);
    await rig.summary(NO, summaryRow('10.00'));
    const loads = rig.heard('payexload').length;
    await rig.summary(OTHER, summaryRow('66.66', { customerNo: 'X9' }));
    expect(rig.heard('payexerror').map(({ detail }) => detail['code'])).to.deep.equal(['foreign']);
    expect(rig.heard('payexload')).to.have.length(loads);
    expect(rig.markup).not.to.contain('66.66').and.not.to.contain('10.00').and.not.to.contain(NO);
  });

  it('a listener that clears on an error is told of no load after it', async () => {
    const rig = await mountUsage();
    rig.element.addEventListener('payexerror', () => rig.element.clear());
    await rig.list(NO, OTHER);
    await rig.summary(NO, summaryRow('10.00'));
    const loads = rig.heard('payexload').length;
    await rig.summary(OTHER, summaryRow('x'));
    expect(rig.heard('payexload')).to.have.length(loads);
  });

  it('totals without all their rows, or of a list without all its entries, are not told as complete', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    await rig.summary(NO, summaryRow('10.00'), summaryRow('x'));
    expect(rig.heard('payexload').at(-1)?.detail['complete']).to.equal(false);
  });

  it('the last total that comes is told as the end of the load, and none before it', async () => {
    const rig = await mountUsage();
    await rig.list(NO, OTHER);
    const listed = rig.heard('payexload').length;
    await rig.summary(NO, summaryRow('10.00'));
    expect(rig.heard('payexload')).to.have.length(listed);
    await rig.summary(OTHER, summaryRow('5.00'));
    expect(rig.heard('payexload')).to.have.length(listed + 1);
    expect(rig.heard('payexload').at(-1)?.detail['complete']).to.equal(true);
  });

  it('"Load all" fetches totals that failed once more', async () => {
    const rig = await mountUsage();
    await rig.list(NO, OTHER);
    await rig.summary(NO, summaryRow('10.00'));
    await (await rig.server.next('usage-summaries')).status(501);
    await rig.rest();
    rig.button('Load all').click();
    await rig.rest();
    await rig.summary(OTHER, summaryRow('5.00'));
    expect(rig.text).to.contain('15.00');
  });

  it('"Load all" holds for the customer for whom it was asked, until another one comes', async () => {
    const many = Array.from({ length: 60 }, (_, index) => String(46_700_000_000 + index));
    const rig = await mountUsage();
    rig.element.parentElement!.style.cssText = 'display: none';
    await rig.list(...many);
    const before = rig.server.count;
    rig.button('Load all').click();
    await rig.rest();
    expect(rig.server.count).to.be.greaterThan(before);
    rig.element.customerNo = 'C2';
    await rig.rest();
    await rig.list(NO);
    rig.element.customerNo = 'C1';
    await rig.rest();
    await rig.list(...many);
    expect(rig.server.open).to.have.length(0);
  });

  it('20: a sign-in that the host never ends is not waited for on screen once it is given up', async () => {
    const patience = holdTimers(30_000);
    try {
      const rig = await mountUsage();
      rig.element.addEventListener('payexauth', (event) => {
        event.waitUntil(new Promise(() => undefined));
      });
      await (await rig.server.next('/subscriptions')).status(401);
      await rig.rest();
      expect(rig.text).to.contain('Waiting for sign-in');
      for (const giveUp of patience.held.values()) giveUp();
      await rig.rest();
      expect(rig.text).to.contain('Sign in again').and.not.to.contain('Waiting for sign-in');
      rig.button('Try again').click();
      await rig.rest();
      await rig.list(NO);
      await rig.summary(NO, summaryRow('10.00'));
      expect(rig.text).to.contain('10.00').and.not.to.contain('Waiting for sign-in');
    } finally {
      patience.release();
    }
  });

  it('18: a sign-in that the host refuses is no unhandled rejection, which might quote a token', async () => {
    const rejected: PromiseRejectionEvent[] = [];
    const note = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      rejected.push(event);
    };
    window.addEventListener('unhandledrejection', note, { capture: true });
    const rig = await mountUsage();
    rig.element.addEventListener('payexauth', (event) => {
      event.waitUntil(Promise.reject(new Error('token')));
    });
    await (await rig.server.next('/subscriptions')).status(401);
    await rig.rest();
    window.removeEventListener('unhandledrejection', note, { capture: true });
    expect(rig.text).to.contain('Sign in again');
    expect(rejected).to.have.length(0);
  });

  it('a view state that is no JSON throws nothing', async () => {
    const rig = await mountUsage();
    const records: Record<string, unknown> = {};
    records['self'] = records;
    for (const junk of [records, { at: 1n }, { toJSON: () => undefined }]) {
      const state = { view: 'unbilled', subscriptionNo: NO, records: junk };
      rig.element.viewState = state as unknown as typeof rig.element.viewState;
      await rig.rest();
    }
    expect(rig.element.viewState.subscriptionNo).to.equal(NO);
  });

  it('95: what the host has cleared stays so when the page comes out of the cache', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    rig.element.clear();
    await rig.rest();
    const before = rig.server.count;
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await rig.rest();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await rig.rest();
    expect(rig.server.count).to.equal(before);
  });

  it('the host who keeps the view after clear() keeps it blank', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    rig.element.clear();
    await rig.rest();
    const before = rig.server.count;
    rig.element.addEventListener('payexnavigate', (event) => event.preventDefault());
    rig.button('Billed').click();
    await rig.rest();
    expect(rig.server.count).to.equal(before);
  });

  it('invoiceSource is asked once however often the agent changes sides', async () => {
    let asked = 0;
    const rig = await mountUsage({ 'customer-no': 'C1' }, (element) => {
      element.invoiceSource = () => {
        asked += 1;
        return Promise.resolve([{ invoiceNo: '700001' }]);
      };
    });
    await rig.list(NO);
    for (const side of ['Billed', 'Not yet billed', 'Billed']) {
      rig.button(side).click();
      await rig.rest();
    }
    expect(asked).to.equal(1);
  });

  it('a half-typed invoice number is not there for the next customer', async () => {
    const rig = await mountUsage({ 'customer-no': 'A', view: 'billed' });
    await rig.rest();
    rig.find<HTMLInputElement>('#invoiceNo')!.value = '9001';
    rig.element.customerNo = 'B';
    await rig.rest();
    expect(rig.find<HTMLInputElement>('#invoiceNo')?.value).to.equal('');
  });

  it('who filters before the records are there is not told for ever that they are fetched', async () => {
    const rig = await mountUsage({ 'customer-no': 'A', 'subscription-no': NO });
    await rig.summary(NO, summaryRow('1.00'));
    const field = rig.find<HTMLInputElement>('.search')!;
    field.value = 'x';
    const filtered = oneEvent(rig.find('payex-usage-records')!, 'payexviewchange');
    field.dispatchEvent(new Event('input'));
    await filtered;
    await rig.details(NO, detailRow('r1', '1.00'));
    expect(rig.text).not.to.contain('Fetching usage');
  });

  it('half-typed words do not search the next customer’s records', async () => {
    const rig = await mountUsage({ 'customer-no': 'A', 'subscription-no': NO });
    await rig.summary(NO, summaryRow('1.00'));
    await rig.details(NO, detailRow('r1', '1.00'));
    const field = rig.find<HTMLInputElement>('.search')!;
    const typing = holdTimers(100);
    field.value = '0701234567';
    field.dispatchEvent(new Event('input'));
    expect(typing.held.size).to.equal(1);
    rig.element.customerNo = 'B';
    await rig.rest();
    await rig.summary(NO, summaryRow('2.00'));
    await rig.details(NO, detailRow('r2', '2.00'));
    for (const over of typing.held.values()) over();
    typing.release();
    await rig.rest();
    expect(rig.element.viewState.records?.filter?.text).to.equal(undefined);
    expect(rig.find<HTMLInputElement>('.search')?.value).to.equal('');
  });
});

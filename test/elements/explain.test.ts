import { expect } from '@open-wc/testing';
import type { Explanation } from '../../src/index.js';
import {
  BEFORE,
  COMPARE,
  details,
  every,
  INVOICES,
  NO,
  NOW,
  OTHER,
  premium,
  premiumCall,
  shock,
  summary,
} from '../support/comparison-rig.js';
import { mountUsage, summaryRow } from '../support/usage-rig.js';

describe('where the sentence goes', () => {
  it('to the clipboard, and the host hears of it without its words', async () => {
    const rig = await shock();
    const { clipboard } = navigator;
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void (copied = text)) },
    });
    rig.button('Copy').click();
    await rig.rest();
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    expect(copied).to.contain('more than invoice');
    expect(rig.heard('payexaudit').map(({ detail }) => detail)).to.deep.equal([
      { action: 'copy', count: 1 },
    ]);
    expect(rig.text).to.contain('Copied');
  });

  it('to a host action, with the drivers', async () => {
    const rig = await mountUsage(COMPARE, (element) => {
      element.actions = [{ id: 'case', label: 'Add to case' }];
    });
    await rig.listOf(NOW, NO);
    await rig.listOf(BEFORE, NO);
    await summary(rig, NOW, NO, premium('20.00'));
    await summary(rig, BEFORE, NO);
    rig.button('Add to case').click();
    const [event] = rig.heard('payexaction');
    const { explanation, ...rest } = event?.detail as { explanation: Explanation };
    expect(rest).to.deep.include({ action: 'case', customerNo: 'C1', invoiceNo: '900123' });
    expect(explanation.text).to.contain('more than invoice 900122');
    expect(explanation.drivers[0]?.money).to.deep.equal({
      amount: '20.00',
      currency: 'SEK',
      vat: 'excluded',
    });
  });
});

describe('explain()', () => {
  it('compares the default sides from another view, and shows nothing of it', async () => {
    const rig = await mountUsage({ ...INVOICES, 'subscription-no': NO });
    const explanation = rig.element.explain();
    await rig.rest();
    await rig.listOf('/customers/C1', NO);
    await rig.listOf(NOW, NO);
    await summary(rig, '/customers/C1', NO, premium('20.00'));
    await summary(rig, NOW, NO);
    await details(rig, '/customers/C1', NO, premiumCall('a', '20.00'));
    const { text, drivers: parts } = await explanation;
    expect(text).to.contain('more than invoice 900123').and.to.contain('premium-rate number on');
    expect(parts).to.have.length(1);
    expect(rig.element.viewState.view).to.equal('unbilled');
  });

  it('asks the host for the invoices where it has named none', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1' }, (element) => {
      element.invoiceSource = () => Promise.resolve([{ invoiceNo: '900123' }]);
    });
    const explanation = rig.element.explain();
    await rig.rest();
    await rig.listOf(NOW);
    await rig.listOf('/customers/C1');
    expect((await explanation).text).to.equal('The same as invoice 900123.');
  });

  it('fetches every total, however many there are', async () => {
    const nos = Array.from({ length: 30 }, (_, index) => String(46_700_000_000 + index));
    const rig = await mountUsage(COMPARE);
    const explanation = rig.element.explain();
    await rig.rest();
    await rig.listOf(NOW, ...nos);
    await rig.listOf(BEFORE, ...nos);
    await every(rig, 'usage-summaries', (url) => [summaryRow(url.includes(NOW) ? '2.00' : '1.00')]);
    const { text, drivers } = await explanation;
    expect(text).to.contain('30.00 more than invoice 900122');
    expect(drivers).to.have.length(30);
  });

  it('is about what was set a moment before, on an element that was just put into the page', async () => {
    const rig = await mountUsage();
    const element = document.createElement('payex-usage');
    element.fetcher = rig.server.fetcher;
    Object.assign(element, { ownerNo: 'L01', customerNo: 'C1', invoiceNos: '900123' });
    rig.element.replaceWith(element);
    const explanation = element.explain();
    await element.updateComplete;
    await rig.listOf(NOW);
    await rig.listOf('/customers/C1');
    expect((await explanation).text).to.equal('The same as invoice 900123.');
    element.remove();
  });

  it('is empty without two sides', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1' });
    expect(await rig.element.explain()).to.deep.equal({ text: '', drivers: [] });
  });

  it('is empty on an element that never was in a page', async () => {
    const element = document.createElement('payex-usage');
    Object.assign(element, { ownerNo: 'L01', customerNo: 'C1', invoiceNos: '900123' });
    expect((await element.explain()).text).to.equal('');
  });

  it('is empty on an element that is not in a page, and that leaves it', async () => {
    const rig = await mountUsage(INVOICES);
    const explanation = rig.element.explain();
    rig.element.remove();
    expect((await explanation).text).to.equal('');
    expect((await rig.element.explain()).text).to.equal('');
  });

  it('95: is empty after clear(), and asks for nothing', async () => {
    const rig = await shock();
    const explanation = rig.element.explain();
    await rig.rest();
    const asked = rig.server.requests.length;
    rig.element.clear();
    await rig.rest();
    expect((await explanation).text).to.equal('');
    const after = rig.element.explain();
    await rig.rest();
    expect(await after).to.deep.equal({ text: '', drivers: [] });
    expect(rig.server.requests).to.have.length(asked);
    expect(rig.text).not.to.contain('more than');
  });

  it('is empty when the customer changes meanwhile', async () => {
    const rig = await mountUsage(INVOICES);
    const explanation = rig.element.explain();
    await rig.rest();
    await rig.listOf(NOW, NO);
    rig.element.customerNo = 'C2';
    await rig.rest();
    expect((await explanation).text).to.equal('');
  });

  it('is empty when an answer belongs to someone else', async () => {
    const rig = await mountUsage(COMPARE);
    const explanation = rig.element.explain();
    await rig.listOf(NOW, NO);
    await rig.listOf(BEFORE, NO);
    await summary(rig, NOW, NO, summaryRow('66.66', { subscriptionNo: OTHER }));
    expect(await explanation).to.deep.equal({ text: '', drivers: [] });
    expect(rig.markup).not.to.contain('66.66');
  });
});

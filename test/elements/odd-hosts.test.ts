import { expect } from '@open-wc/testing';
import type { PayexUsage } from '../../src/elements/payex-usage.js';
import { settle } from '../support/fake-clock.js';
import {
  answering,
  detailRow,
  mountUsage,
  subscriptionList,
  summaryRow,
} from '../support/usage-rig.js';

const NO = '46700000001';
const JUNK: readonly unknown[] = [null, 5, Number.NaN, true, 'x', [], ['a', 1], {}, () => 'x'];

describe('hosts that do odd things', () => {
  // First in this file: a page is warned once.
  it('a customer or an invoice that is no text is not taken for one that is, and the developer hears of it', async () => {
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (text: unknown) => void warnings.push(text);
    const rig = await mountUsage();
    const before = rig.server.count;
    Object.assign(rig.element, {
      customerNo: 100_045,
      invoices: [{ invoiceNo: 900_123 }, 900_122],
    });
    await rig.rest();
    console.warn = warn;
    expect(rig.text).to.contain('No customer selected');
    expect(rig.server.count).to.equal(before);
    expect(warnings).to.deep.equal([
      'payex-usage: customer-no is not valid',
      'payex-usage: invoice-no is not valid',
    ]);
  });

  it('invoice numbers as an array are taken as the list they are', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', view: 'billed' }, (element) => {
      Object.assign(element, { invoiceNos: ['900123', '900122'] });
    });
    await rig.rest();
    expect(rig.find('select')?.textContent).to.contain('900122');
  });

  it('invoices that are objects of a class of the host are invoices with all that they say', async () => {
    class Invoice {
      get invoiceNo(): string {
        return '900123';
      }
      get invoiceDate(): string {
        return '2026-03-31';
      }
    }
    const rig = await mountUsage({ 'customer-no': 'C1', view: 'billed' }, (element) => {
      element.invoices = [new Invoice()];
    });
    await rig.rest();
    expect(rig.find('select')?.textContent).to.contain('900123').and.to.contain('31 Mar 2026');
  });

  it('junk in any property throws nothing and leaves an element that says something', async () => {
    const rig = await mountUsage();
    const names = Object.keys(
      (rig.element.constructor as typeof PayexUsage).properties,
    ) as (keyof PayexUsage)[];
    for (const name of names) {
      const before = rig.element[name];
      for (const junk of JUNK) {
        Object.assign(rig.element, { [name]: junk });
        await rig.element.updateComplete;
        await settle();
        const title = rig.find('.title')?.textContent;
        expect(title, `${name} = ${JSON.stringify(junk)}`)
          .to.be.a('string')
          .and.not.equal('');
      }
      Object.assign(rig.element, { [name]: before });
    }
    expect(rig.heard('payexerror').some(({ detail }) => detail['code'] === 'render')).to.equal(
      false,
    );
  });

  it('names of subscriptions that are no text are shown as if they were', async () => {
    const labels = { [NO]: 5 } as never;
    const rig = await mountUsage({ 'customer-no': 'C1' }, (element) => {
      Object.assign(element, { labels, selection: 'multiple', subscriptionNo: NO });
    });
    await rig.summary(NO, summaryRow('1.00'));
    await rig.details(NO, detailRow('r1', '1.00'));
    rig.find('.row .check')?.click();
    await rig.rest();
    expect(rig.find('[part=basket]')?.textContent).to.contain(`${NO} · 5`);
    expect(rig.heard('payexerror')).to.deep.equal([]);
  });

  it('records that were collected at no time that can be read are shown all the same', async () => {
    const rig = await mountUsage();
    for (const asOf of ['yesterday', '', '99999999-01-01']) {
      const item = { customerNo: 'C1', subscriptionNo: NO, recordId: 'r1', asOf };
      Object.assign(rig.element, { viewState: { view: 'unbilled', basket: [item] } });
      await rig.rest();
      expect(rig.find('[part=basket]')?.textContent, asOf).to.contain(NO);
    }
    expect(rig.heard('payexerror')).to.deep.equal([]);
  });

  it('91: a change just before the removal tells nothing after it', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    const heard = rig.events.length;
    Object.assign(rig.element, { customerNo: 'C2', view: 'billed', invoiceNo: '7' });
    rig.element.remove();
    await rig.rest();
    expect(rig.events).to.have.length(heard);
    expect(rig.server.requests.some(({ url }) => url.includes('/7/'))).to.equal(false);
  });

  it('91: what was changed outside the page is shown when it comes back', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    const parent = rig.element.parentElement!;
    rig.element.remove();
    await rig.rest();
    rig.element.customerNo = 'C2';
    await rig.rest();
    parent.append(rig.element);
    await rig.rest();
    expect(rig.markup).not.to.contain(NO);
    expect(rig.server.requests.at(-1)?.url).to.contain('/C2/');
  });

  it('92: an answer that came just before a move is drawn after it', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    const request = await rig.server.next('usage-summaries');
    await request.json({ items: [summaryRow('12.34')], navigation: {} });
    rig.element.parentElement!.append(rig.element);
    await settle();
    await rig.rest();
    expect(rig.text).to.contain('12.34');
  });

  it('92: rows that come into view after a move are still fetched', async () => {
    const many = Array.from({ length: 60 }, (_, index) => String(46_700_000_000 + index));
    const rig = await mountUsage();
    await rig.list(...many);
    document.body.append(rig.element);
    await rig.rest();
    rig.all('tr[data-no]').at(-1)?.scrollIntoView();
    await rig.looked();
    for (const request of rig.server.open) await request.status(501);
    await rig.rest();
    for (const request of rig.server.open) await request.status(501);
    await rig.rest();
    rig.element.remove();
    const urls = rig.server.requests.map(({ url }) => url).join();
    expect(urls).to.contain('4670000004');
    // What was on screen before the scroll waits behind it.
    expect(urls).not.to.contain('46700000007/');
  });

  it('rows that a sort brings into view are fetched', async () => {
    const many = Array.from({ length: 60 }, (_, index) => String(46_700_000_000 + index));
    const asked: string[] = [];
    const rig = await mountUsage({ 'customer-no': 'C1' }, (element) => {
      element.fetcher = answering((path) => {
        const [, no] = /(\d+)\/usage-summaries$/.exec(path) ?? [];
        if (no) asked.push(no);
        return no ? { items: [summaryRow('1.00')] } : subscriptionList(path, many);
      });
    });
    rig.all('tr[data-no]').at(-1)?.scrollIntoView();
    await rig.looked();
    const before = new Set(asked);
    expect(before.size).to.be.lessThan(60);
    // What has an amount goes to the top: others stand below it now.
    rig.find<HTMLElement>('th.amount button')?.click();
    await rig.looked();
    const sought = asked.filter((no) => !before.has(no));
    expect(sought).not.to.be.empty;
  });

  it('98: a page that strips comments is told once, however often it draws', async () => {
    const rig = await mountUsage();
    const walker = document.createTreeWalker(rig.element.renderRoot, NodeFilter.SHOW_COMMENT);
    const comments: ChildNode[] = [];
    while (walker.nextNode()) comments.push(walker.currentNode as ChildNode);
    for (const comment of comments) comment.remove();
    await rig.list(NO);
    const alert = rig.find('[role=alert]');
    expect(alert).to.exist;
    rig.element.customerNo = 'C2';
    await rig.rest();
    expect(rig.find('[role=alert]')).to.equal(alert);
  });
});

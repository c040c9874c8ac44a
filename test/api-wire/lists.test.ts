import { expect } from '@open-wc/testing';
import { readInvoice, readSubscriptions } from '../../src/api/read-lists.js';
import { subscriptionsUrl } from '../../src/api/routes.js';
import {
  BASE,
  CONTEXT,
  CUSTOMER,
  errorOf,
  INVOICE,
  OWNER,
  SUBSCRIPTION,
  SUBSCRIPTION_PATH,
  valueOf,
  warned,
} from '../support/wire.js';

const MEMBER = {
  subscriptionNo: SUBSCRIPTION,
  usageDetails: `${SUBSCRIPTION_PATH}/usage-details`,
  usageSummaries: `${SUBSCRIPTION_PATH}/usage-summaries`,
  '@id': SUBSCRIPTION_PATH,
};
const OWN_URL = subscriptionsUrl(BASE, OWNER, INVOICE);
const SUBSCRIPTIONS_PATH = '/billing/usage/v1/L01/invoices/900123/subscriptions';

describe('the list of subscriptions', () => {
  it('the documented answer is read with its links', () => {
    const body = { items: [MEMBER], navigation: { '@id': SUBSCRIPTIONS_PATH } };
    expect(valueOf(readSubscriptions(body, CONTEXT))).to.deep.equal({
      items: [
        {
          subscriptionNo: SUBSCRIPTION,
          detailsUrl: `${OWN_URL}/${SUBSCRIPTION}/usage-details`,
          summariesUrl: `${OWN_URL}/${SUBSCRIPTION}/usage-summaries`,
        },
      ],
      gaps: {},
      next: null,
      nextRefused: null,
      warnings: [],
    });
  });

  it('a member without links is a subscription all the same', () => {
    const page = valueOf(readSubscriptions({ items: [{ subscriptionNo: '007' }] }, CONTEXT));
    expect(page.items).to.deep.equal([
      { subscriptionNo: '007', detailsUrl: null, summariesUrl: null },
    ]);
    expect(page.warnings).to.deep.equal([]);
  });

  for (const member of [
    null,
    'x',
    [],
    {},
    { subscriptionNo: '' },
    { subscriptionNo: {} },
    { subscriptionNo: '..' },
    { subscriptionNo: 'a/b' },
    { subscriptionNo: '1'.repeat(35) },
    { subscriptionNo: 1.5 },
  ]) {
    it(`the member ${JSON.stringify(member)} is counted and its siblings stay`, () => {
      const page = valueOf(readSubscriptions({ items: [member, MEMBER] }, CONTEXT));
      expect(page.items.length).to.equal(1);
      expect(page.gaps).to.deep.equal({ unreadableRows: 1 });
    });
  }

  it('fault 72: a number as number is taken, with a warning', () => {
    const page = valueOf(readSubscriptions({ items: [{ subscriptionNo: 46701234567 }] }, CONTEXT));
    expect(page.items[0]!.subscriptionNo).to.equal(SUBSCRIPTION);
    expect(warned(page, 'coerced')).to.equal(1);
  });

  it('the same subscription twice is listed once', () => {
    const page = valueOf(readSubscriptions({ items: [MEMBER, MEMBER] }, CONTEXT));
    expect(page.items.length).to.equal(1);
    expect(warned(page, 'duplicate-subscription')).to.equal(1);
  });

  for (const link of [
    'https://evil.example/usage-details',
    MEMBER.usageDetails.replace(SUBSCRIPTION, '46700000000'),
    MEMBER.usageDetails.replace('900123', '900124'),
    7,
  ]) {
    it(`fault 84: the link ${JSON.stringify(link)} is left out with a warning`, () => {
      const page = valueOf(
        readSubscriptions({ items: [{ ...MEMBER, usageDetails: link }] }, CONTEXT),
      );
      expect(page.items[0]!.detailsUrl).to.equal(null);
      expect(page.items[0]!.summariesUrl).not.to.equal(null);
      expect(warned(page, 'bad-link')).to.equal(1);
    });
  }

  it('fault 85: a member or a list of somebody else blocks the whole list', () => {
    const member = { items: [MEMBER, { ...MEMBER, invoiceNo: '1' }] };
    expect(errorOf(readSubscriptions(member, CONTEXT)).code).to.equal('foreign');
    const list = { customerNo: '1', items: [] };
    expect(errorOf(readSubscriptions(list, { ...CONTEXT, scope: CUSTOMER })).code).to.equal(
      'foreign',
    );
  });

  it('fault 63: a bare list is no answer, and fault 59: neither is an object without one', () => {
    expect(errorOf(readSubscriptions([MEMBER], CONTEXT)).code).to.equal('data');
    expect(errorOf(readSubscriptions({}, CONTEXT)).code).to.equal('protocol');
  });

  it('the next page is followed below the same invoice only', () => {
    const page = (next: string) =>
      valueOf(readSubscriptions({ items: [], navigation: { next } }, CONTEXT));
    expect(page(`${SUBSCRIPTIONS_PATH}?page=2`).next).to.equal(`${OWN_URL}?page=2`);
    const refused = page('/billing/usage/v1/L01/invoices/1/subscriptions');
    expect([refused.next, refused.nextRefused?.code]).to.deep.equal([null, 'foreign']);
    expect(refused.gaps).to.deep.equal({ brokenPaging: true });
  });
});

describe('the invoice', () => {
  const read = (subscriptions: unknown) =>
    valueOf(readInvoice({ invoiceNo: '900123', subscriptions }, CONTEXT));

  for (const subscriptions of [
    SUBSCRIPTIONS_PATH,
    { '@id': SUBSCRIPTIONS_PATH },
    { href: SUBSCRIPTIONS_PATH },
  ]) {
    it(`a link to the subscriptions as ${JSON.stringify(subscriptions)}`, () => {
      expect(read(subscriptions)).to.deep.equal({
        invoiceNo: '900123',
        hasUsage: true,
        subscriptionsUrl: OWN_URL,
        subscriptions: null,
      });
    });
  }

  for (const subscriptions of [undefined, null, 7, 'https://evil.example/', {}]) {
    it(`our own route where the link is ${JSON.stringify(subscriptions)}`, () => {
      expect(read(subscriptions)).to.include({ subscriptionsUrl: OWN_URL, subscriptions: null });
    });
  }

  for (const subscriptions of [[MEMBER], { items: [MEMBER] }]) {
    it(`the subscriptions themselves in ${Array.isArray(subscriptions) ? 'a list' : 'items'}`, () => {
      const invoice = read(subscriptions);
      expect(invoice.hasUsage).to.equal(true);
      expect(invoice.subscriptions!.items[0]!.subscriptionNo).to.equal(SUBSCRIPTION);
    });
  }

  it('fault 26: an empty list in the answer is an invoice without usage', () => {
    expect(read([]).hasUsage).to.equal(false);
  });

  it('a list of which nothing could be read is not "no usage"', () => {
    expect(read([null]).hasUsage).to.equal(true);
  });

  it('items that are no list are a wrong envelope', () => {
    const body = { invoiceNo: '900123', subscriptions: { items: 7 } };
    expect(errorOf(readInvoice(body, CONTEXT)).reason).to.equal('envelope');
  });

  it('fault 85: another invoice than was asked for is not shown', () => {
    expect(errorOf(readInvoice({ invoiceNo: '900124' }, CONTEXT))).to.include({
      code: 'foreign',
      reason: 'foreign-invoice',
    });
  });

  it('an answer without an invoice number is a wrong envelope', () => {
    expect(errorOf(readInvoice({ subscriptions: [] }, CONTEXT)).reason).to.equal('envelope');
  });
});

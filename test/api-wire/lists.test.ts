import { expect } from '@open-wc/testing';
import { ok, type Result, type UsageError, type UsageWarning } from '../../src/api/errors.js';
import { readInvoiceBody } from '../../src/api/invoice.js';
import { bytesOf } from '../../src/api/json.js';
import { ListPage, SubscriptionReader, type SubscriptionRef } from '../../src/api/read-lists.js';
import { listUrl, type Route } from '../../src/api/routes.js';
import type { Incompleteness } from '../../src/model/money.js';
import {
  CUSTOMER,
  errorOf,
  INVOICE_PLACE,
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
const OWN_URL = listUrl(INVOICE_PLACE, 'subscriptions');
const SUBSCRIPTIONS_PATH = '/billing/usage/v1/L01/invoices/900123/subscriptions';

interface SubscriptionsPage {
  readonly items: readonly SubscriptionRef[];
  readonly next: string | null;
  readonly gaps: Incompleteness;
  readonly errors: readonly UsageError[];
  readonly warnings: readonly UsageWarning[];
}

/** One page of the list of subscriptions. */
function readSubscriptions(body: unknown, place: Route): Result<SubscriptionsPage> {
  const page = new ListPage(
    place,
    'subscriptions',
    (findings) => new SubscriptionReader(place, findings),
  );
  page.reader.push(bytesOf(body));
  const next = page.judge(page.reader.end());
  if (!next.ok) return next;
  const { gaps, errors } = page.findings;
  const warnings = page.findings.listWarnings();
  return ok({ items: page.rows.items, next: next.value, gaps, errors, warnings });
}

describe('the list of subscriptions', () => {
  it('the documented answer is read', () => {
    const body = { items: [MEMBER], navigation: { '@id': SUBSCRIPTIONS_PATH } };
    expect(valueOf(readSubscriptions(body, INVOICE_PLACE))).to.deep.equal({
      items: [{ subscriptionNo: SUBSCRIPTION }],
      gaps: {},
      next: null,
      errors: [],
      warnings: [],
    });
  });

  it('a member without links is a subscription all the same', () => {
    const page = valueOf(readSubscriptions({ items: [{ subscriptionNo: '007' }] }, INVOICE_PLACE));
    expect(page.items).to.deep.equal([{ subscriptionNo: '007' }]);
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
    { subscriptionNo: '1'.repeat(51) },
    { subscriptionNo: 1.5 },
  ]) {
    it(`the member ${JSON.stringify(member)} is counted and its siblings stay`, () => {
      const page = valueOf(readSubscriptions({ items: [member, MEMBER] }, INVOICE_PLACE));
      expect(page.items.length).to.equal(1);
      expect(page.gaps).to.deep.equal({ unreadableRows: 1 });
    });
  }

  it('outer spaces are no part of a number', () => {
    const body = { items: [{ subscriptionNo: ` ${SUBSCRIPTION} ` }] };
    expect(valueOf(readSubscriptions(body, INVOICE_PLACE)).items).to.deep.equal([
      { subscriptionNo: SUBSCRIPTION },
    ]);
  });

  it('fault 72: a number as number is taken, with a warning', () => {
    const page = valueOf(
      readSubscriptions({ items: [{ subscriptionNo: 46701234567 }] }, INVOICE_PLACE),
    );
    expect(page.items[0]!.subscriptionNo).to.equal(SUBSCRIPTION);
    expect(warned(page, 'coerced')).to.equal(1);
  });

  it('fault 85: a member or a list of somebody else blocks the whole list', () => {
    const member = { items: [MEMBER, { ...MEMBER, invoiceNo: '1' }] };
    expect(errorOf(readSubscriptions(member, INVOICE_PLACE)).code).to.equal('foreign');
    const list = { customerNo: '1', items: [] };
    expect(errorOf(readSubscriptions(list, { ...INVOICE_PLACE, scope: CUSTOMER })).code).to.equal(
      'foreign',
    );
  });

  it('fault 63: a bare list is no answer, and fault 59: neither is an object without one', () => {
    expect(() => readSubscriptions([MEMBER], INVOICE_PLACE)).to.throw(RangeError);
    expect(errorOf(readSubscriptions({}, INVOICE_PLACE)).code).to.equal('protocol');
  });

  it('the next page is followed on the same invoice only', () => {
    const page = (next: string) =>
      valueOf(readSubscriptions({ items: [], navigation: { next } }, INVOICE_PLACE));
    expect(page(`${SUBSCRIPTIONS_PATH}?page=2`).next).to.equal(`${OWN_URL}?page=2`);
    const refused = page('/billing/usage/v1/L01/invoices/1/subscriptions');
    expect([refused.next, refused.errors[0]?.code]).to.deep.equal([null, 'protocol']);
    expect(refused.gaps).to.deep.equal({ brokenPaging: true });
  });
});

describe('the invoice', () => {
  const read = (subscriptions: unknown) =>
    valueOf(readInvoiceBody({ invoiceNo: '900123', subscriptions }, INVOICE_PLACE));

  for (const subscriptions of [
    SUBSCRIPTIONS_PATH,
    { '@id': SUBSCRIPTIONS_PATH },
    { href: SUBSCRIPTIONS_PATH },
    ...[undefined, null, 7, 'https://evil.example/', {}, { items: 7 }],
    ...[[MEMBER], { items: [MEMBER] }],
  ]) {
    it(`has usage where subscriptions are ${JSON.stringify(subscriptions)}`, () => {
      expect(read(subscriptions)).to.equal(true);
    });
  }

  it('fault 26: an empty list in the answer is an invoice without usage', () => {
    expect(read([])).to.equal(false);
    expect(read({ items: [] })).to.equal(false);
  });

  it('a list of which nothing could be read is not "no usage"', () => {
    expect(read([null])).to.equal(true);
  });

  it('fault 85: another invoice than was asked for is not shown', () => {
    expect(errorOf(readInvoiceBody({ invoiceNo: '900124' }, INVOICE_PLACE)).code).to.equal(
      'foreign',
    );
  });

  it('an answer without an invoice number is a wrong envelope', () => {
    expect(errorOf(readInvoiceBody({ subscriptions: [] }, INVOICE_PLACE)).code).to.equal(
      'protocol',
    );
  });
});

import { expect } from '@open-wc/testing';
import { readDetails } from '../../src/api/read-answers.js';
import {
  BASE,
  CONTEXT,
  CUSTOMER,
  detailsOf,
  errorOf,
  GOOD_ROW,
  SUBSCRIPTION,
  SUBSCRIPTION_PATH,
  valueOf,
} from '../support/wire.js';

describe('rows of somebody else', () => {
  const ROWS = [
    { subscriptionNo: '46700000000' },
    { SubscriptionNumber: 46700000000 },
    { invoiceNo: '900124' },
  ];

  for (const members of ROWS) {
    it(`fault 85: one row with ${JSON.stringify(members)} blocks the whole answer`, () => {
      const body = { items: [GOOD_ROW, { ...GOOD_ROW, ...members }] };
      expect(errorOf(readDetails(body, CONTEXT)).code).to.equal('foreign');
    });

    it(`fault 85: so does an unreadable one, and the envelope: ${JSON.stringify(members)}`, () => {
      expect(errorOf(readDetails({ items: [members] }, CONTEXT)).code).to.equal('foreign');
    });
  }

  it('fault 85: a number that only begins like the one asked for, or is not as long', () => {
    for (const other of [`${SUBSCRIPTION}8`, SUBSCRIPTION.slice(0, -1)]) {
      const body = { items: [{ ...GOOD_ROW, subscriptionNo: other }] };
      expect(errorOf(readDetails(body, CONTEXT)).code, other).to.equal('foreign');
    }
  });

  it('fault 85: a number as number, where a text of the row before was the one asked for', () => {
    const own = { subscriptionNo: SUBSCRIPTION, ...GOOD_ROW };
    const other = { subscriptionNo: 46700000000, bNumber: SUBSCRIPTION, ...GOOD_ROW };
    expect(errorOf(readDetails({ items: [own, other] }, CONTEXT)).code).to.equal('foreign');
  });

  it('fault 85: another customer in unbilled usage', () => {
    const context = { ...CONTEXT, scope: CUSTOMER };
    const body = { items: [{ ...GOOD_ROW, customerNo: '10043' }] };
    expect(errorOf(readDetails(body, context)).code).to.equal('foreign');
  });

  it('fault 85: an envelope that names somebody else', () => {
    const body = { subscriptionNo: '46700000000', items: [] };
    expect(errorOf(readDetails(body, CONTEXT)).code).to.equal('foreign');
  });

  it('the numbers that were asked for, outer spaces and missing numbers are nobody else', () => {
    const page = detailsOf([
      { ...GOOD_ROW, subscriptionNo: ` ${SUBSCRIPTION} `, invoiceNo: 900123 },
      { ...GOOD_ROW, subscriptionNo: null, invoiceNo: '', customerNo: 'any' },
      { ...GOOD_ROW, subscriptionNo: ' ' },
    ]);
    expect(page.records.length).to.equal(3);
    const blank = { subscriptionNo: '', invoiceNo: ' ', items: [GOOD_ROW] };
    expect(valueOf(readDetails(blank, CONTEXT)).records.length).to.equal(1);
  });

  it("fault 85: the host's mapping cannot hide or bring in a foreign row", () => {
    const own = { amount: 1 };
    const foreignRow = { items: [{ invoiceNo: '1' }] };
    const hidden = readDetails(foreignRow, { ...CONTEXT, mapUsageDetail: () => own });
    expect(errorOf(hidden).code).to.equal('foreign');
    const brought = readDetails(
      { items: [{}] },
      { ...CONTEXT, mapUsageDetail: () => ({ ...own, subscriptionNo: '1' }) },
    );
    expect(errorOf(brought).code).to.equal('foreign');
  });
});

describe('the next page', () => {
  const next = (link: unknown): ReturnType<typeof readDetails> =>
    readDetails({ items: [GOOD_ROW], navigation: { '@id': '/x', next: link } }, CONTEXT);
  const page2 = `${SUBSCRIPTION_PATH}/usage-details?page=2`;

  for (const link of [page2, { href: page2 }]) {
    it(`is found in ${typeof link === 'string' ? 'a text' : 'href'} and ready to be called`, () => {
      const page = valueOf(next(link));
      expect(page.next).to.equal(`${BASE.origin}${BASE.prefix}${page2}`);
      expect(page.gaps).to.deep.equal({});
    });
  }

  for (const none of [null, undefined, '']) {
    it(`there is none for ${JSON.stringify(none)}`, () => {
      expect(valueOf(next(none))).to.deep.include({ next: null, errors: [], gaps: {} });
    });
  }

  it('a navigation of the wrong type is no navigation', () => {
    for (const navigation of [null, 'x', 7, []]) {
      const page = valueOf(readDetails({ items: [], navigation }, CONTEXT));
      expect([page.next, page.errors]).to.deep.equal([null, []]);
    }
  });

  for (const link of [
    `https://evil.example${page2}`,
    page2.replace('L01', 'L02'),
    page2.replace('900123', '900124'),
    page2.replace(SUBSCRIPTION, '46700000000'),
    7,
    {},
  ]) {
    it(`fault 84: ${JSON.stringify(link)} is not called, and the list is incomplete`, () => {
      const page = valueOf(next(link));
      expect([page.next, page.errors[0]?.code]).to.deep.equal([null, 'protocol']);
      expect(page.gaps).to.deep.equal({ brokenPaging: true });
      expect(page.records.length).to.equal(1);
    });
  }

  const rows = (count: number): unknown[] => Array.from({ length: count }, () => GOOD_ROW);

  it('fault 88: exactly 3,000 records may be cut off', () => {
    expect(detailsOf(rows(3_000)).gaps).to.deep.equal({ cutOff: true });
  });

  it('fault 88: one more or one less, or a next page, says nothing', () => {
    expect(detailsOf(rows(2_999)).gaps).to.deep.equal({});
    expect(detailsOf(rows(3_001)).gaps).to.deep.equal({});
    const body = { items: rows(3_000), navigation: { next: page2 } };
    expect(valueOf(readDetails(body, CONTEXT)).gaps).to.deep.equal({});
  });
});

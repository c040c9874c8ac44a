import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readNext } from '../../src/api/links.js';
import { listUrl, type ApiBase, type Route } from '../../src/api/routes.js';
import { BASE, errorOf, INVOICE_PLACE, SUBSCRIPTION, valueOf } from '../support/wire.js';

const PLACE: Route = { ...INVOICE_PLACE, subscriptionNo: SUBSCRIPTION };
const DETAILS = `/billing/usage/v1/L01/invoices/900123/subscriptions/${SUBSCRIPTION}/usage-details`;
const PLAIN: ApiBase = { origin: 'https://crm.example', prefix: '' };
const PREFIXED_URL = `https://crm.example/payex${DETAILS}`;

const guard = (link: unknown, base = BASE) =>
  readNext(link, listUrl({ ...PLACE, base }, 'details'), base);

describe('links in answers', () => {
  it("a root-relative link is called behind the host's prefix", () => {
    expect(valueOf(guard(`${DETAILS}?page=2`))).to.equal(`${PREFIXED_URL}?page=2`);
  });

  it('a link that the backend has rewritten already gets no second prefix', () => {
    expect(valueOf(guard(`/payex${DETAILS}?page=2`))).to.equal(`${PREFIXED_URL}?page=2`);
  });

  it('an absolute link to the same origin is followed', () => {
    expect(valueOf(guard(`https://CRM.example${DETAILS}?page=2`, PLAIN))).to.equal(
      `https://crm.example${DETAILS}?page=2`,
    );
  });

  it('a query alone is another part of the same list', () => {
    expect(valueOf(guard('?page=2'))).to.equal(`${PREFIXED_URL}?page=2`);
  });

  it('the query of a next page stays as it is', () => {
    const query = '?page=2&after=a%2Fb';
    expect(valueOf(guard(DETAILS + query))).to.equal(PREFIXED_URL + query);
  });

  for (const link of [
    `https://evil.example${DETAILS}`,
    `//evil.example${DETAILS}`,
    `\\\\evil.example${DETAILS}`,
    `https://crm.example.evil.example${DETAILS}`,
    `https://crm.example@evil.example${DETAILS}`,
    `https://crm.example:444${DETAILS}`,
    `http://crm.example${DETAILS}`,
    `blob:https://crm.example${DETAILS}`,
    'javascript:alert(1)',
    'https://',
  ]) {
    it(`fault 84: never calls ${link}`, () => {
      expect(errorOf(guard(link)).code).to.equal('protocol');
    });
  }

  for (const link of [
    DETAILS.replace('/L01/', '/L02/'),
    DETAILS.replace('/L01/', '/l01/'),
    DETAILS.replace('900123', '900124'),
    DETAILS.replace('900123', '9001234'),
    DETAILS.replace('invoices', 'customers'),
    DETAILS.replace(SUBSCRIPTION, '46700000000'),
    DETAILS.replace('usage-details', 'usage-summaries'),
    `${DETAILS}/../../46700000000/usage-details`,
    `${DETAILS}/%2e%2e/%2E%2E/46700000000/usage-details`,
    `${DETAILS}/..%2fusage-details`,
    `/x/..${DETAILS.replace('L01', 'L02')}`,
    `${DETAILS}/%zz`,
    `${DETAILS}/%ff`,
    '/billing/usage/v1/L01',
    '/admin',
    '/',
  ]) {
    it(`fault 84: never leaves the list for ${link}`, () => {
      expect(errorOf(guard(link)).code).to.equal('protocol');
    });
  }

  it('compares decoded numbers: the server may escape more or less than we do', () => {
    const scope = { kind: 'customer', customerNo: 'A/b &ö' } as const;
    const url = listUrl({ ...INVOICE_PLACE, base: PLAIN, scope }, 'subscriptions');
    const link = '/billing/usage/v1/%4C01/customers/A%2fb%20&%c3%b6/subscriptions?page=2';
    expect(valueOf(readNext(link, url, PLAIN))).to.equal(`${url}?page=2`);
  });

  it('whatever the link, what is called is the list with a query, or nothing', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...['..', '.', '%2e', '%2E%2e', '/', '//', '\\', '%2f', '%5c', '?', '#', '@', ':', ';'],
        ...['https:', 'crm.example', 'evil.example', '/payex', '/billing/usage/v1', '/L01', '/L02'],
        ...['/invoices', '/900123', '/900124', '/customers', '/10042', '/subscriptions', '%25'],
        DETAILS,
      ),
      fc.string({ maxLength: 4 }),
    );
    const link = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const steered = link.map((tail) => DETAILS + tail);
    fc.assert(
      fc.property(fc.oneof(link, steered), fc.constantFrom(BASE, PLAIN), (text, base) => {
        const guarded = guard(text, base);
        if (!guarded.ok || guarded.value === null) return;
        const called = new URL(guarded.value);
        expect(called.origin + called.pathname).to.equal(listUrl({ ...PLACE, base }, 'details'));
        expect(called.href, 'no parser reads it differently').to.equal(guarded.value);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is found as a text, under href and under @id', () => {
    const link = `${DETAILS}?page=2`;
    for (const given of [link, { href: link }, { '@id': link }]) {
      expect(valueOf(guard(given))).to.equal(`${PREFIXED_URL}?page=2`);
    }
  });

  it('there is none in nothing', () => {
    for (const nothing of [null, undefined, '']) {
      expect(valueOf(guard(nothing))).to.equal(null);
    }
  });

  it('something that is no link is no "nothing"', () => {
    for (const junk of [7, true, false, 0, [], {}, { href: 7 }, { '@id': [] }, [DETAILS]]) {
      expect(errorOf(guard(junk)).code, JSON.stringify(junk)).to.equal('protocol');
    }
  });
});

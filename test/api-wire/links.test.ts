import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readLink } from '../../src/api/links.js';
import { scopeUrl, type ApiBase, type Place } from '../../src/api/routes.js';
import {
  BASE,
  errorOf,
  INVOICE_PLACE,
  SUBSCRIPTION,
  SUBSCRIPTION_PATH,
  valueOf,
} from '../support/wire.js';

const DETAILS = `${SUBSCRIPTION_PATH}/usage-details`;
const PLAIN: ApiBase = { origin: 'https://crm.example', prefix: '' };

const placeOn = (base: ApiBase): Place => ({ ...INVOICE_PLACE, base });
const guard = (link: unknown, base = BASE) => readLink(link, placeOn(base));

describe('links in answers', () => {
  it("a root-relative link is called behind the host's prefix", () => {
    expect(valueOf(guard(DETAILS))).to.equal(`https://crm.example/payex${DETAILS}`);
  });

  it('a link that the backend has rewritten already gets no second prefix', () => {
    expect(valueOf(guard(`/payex${DETAILS}`))).to.equal(`https://crm.example/payex${DETAILS}`);
  });

  it('an absolute link to the same origin is followed', () => {
    expect(valueOf(guard(`https://CRM.example${DETAILS}`, PLAIN))).to.equal(
      `https://crm.example${DETAILS}`,
    );
  });

  it('the query of a next page stays as it is', () => {
    expect(valueOf(guard(`${DETAILS}?page=2&after=a%2Fb`, PLAIN))).to.equal(
      `https://crm.example${DETAILS}?page=2&after=a%2Fb`,
    );
  });

  it('a slash at the end is the same place', () => {
    expect(valueOf(guard(`${DETAILS}/`, PLAIN))).to.equal(`https://crm.example${DETAILS}`);
  });

  for (const link of [
    `https://evil.example${DETAILS}`,
    `//evil.example${DETAILS}`,
    `https://crm.example.evil.example${DETAILS}`,
    `https://crm.example@evil.example${DETAILS}`,
    `https://crm.example:444${DETAILS}`,
    `http://crm.example${DETAILS}`,
    'javascript:alert(1)',
    `?page=2`,
    `usage-details?page=2`,
  ]) {
    it(`fault 84: never calls ${link}`, () => {
      expect(errorOf(guard(link)).code).to.equal('protocol');
    });
  }

  for (const link of [
    DETAILS.replace('/L01/', '/L02/'),
    DETAILS.replace('/L01/', '/l01/'),
    '/billing/usage/v1/L01',
    '/billing/usage/v2/L01/invoices/900123',
    '/admin',
    '/',
  ]) {
    it(`fault 84: another ledger or no ledger: ${link}`, () => {
      const error = errorOf(guard(link));
      expect(error.code).to.equal(link.endsWith('v1/L01') ? 'foreign' : 'protocol');
    });
  }

  for (const link of [
    `${SUBSCRIPTION_PATH}/../../900124`,
    `${SUBSCRIPTION_PATH}/%2e%2e/%2E%2E/900124`,
    `${SUBSCRIPTION_PATH}/.%2e/x`,
    `${SUBSCRIPTION_PATH}/./x`,
    `${SUBSCRIPTION_PATH}/..;a=1/x`,
    `${SUBSCRIPTION_PATH}/..%2f..%2fx`,
    `${SUBSCRIPTION_PATH}/a%2fb`,
    `${SUBSCRIPTION_PATH}/a%5cb`,
    `${SUBSCRIPTION_PATH}/%252e%252e/x`,
    `${SUBSCRIPTION_PATH}//x`,
    `${SUBSCRIPTION_PATH}/%00`,
    `${SUBSCRIPTION_PATH}/%zz`,
    `${SUBSCRIPTION_PATH}/%ff`,
    `${SUBSCRIPTION_PATH}/x#y`,
    `${SUBSCRIPTION_PATH}\\x`,
    `${SUBSCRIPTION_PATH}/a b`,
    `${SUBSCRIPTION_PATH}/å`,
    `\t${SUBSCRIPTION_PATH}`,
    `${SUBSCRIPTION_PATH}?${'x'.repeat(2_000)}`,
  ]) {
    it(`fault 84: refuses the tricks in ${JSON.stringify(link.slice(0, 100))}`, () => {
      expect(errorOf(guard(link)).code).to.equal('protocol');
    });
  }

  it('fault 85: a link to another invoice or to a customer is foreign', () => {
    for (const link of [
      '/billing/usage/v1/L01/invoices/900124/subscriptions',
      '/billing/usage/v1/L01/invoices/9001234',
      '/billing/usage/v1/L01/customers/900123/subscriptions',
    ]) {
      expect(errorOf(guard(link)).code, link).to.equal('foreign');
    }
  });

  it('fault 85: a link to another subscription is foreign where one was asked for', () => {
    const other = DETAILS.replace(SUBSCRIPTION, '46700000000');
    expect(guard(other).ok).to.equal(true);
    const asked = { ...INVOICE_PLACE, subscriptionNo: SUBSCRIPTION };
    expect(errorOf(readLink(other, asked)).code).to.equal('foreign');
  });

  it('compares decoded numbers: the server may escape more or less than we do', () => {
    const scope = { kind: 'customer', customerNo: 'A/b &ö' } as const;
    const place = { ...placeOn(PLAIN), scope };
    const link = '/billing/usage/v1/%4C01/customers/A%2fb%20&%c3%b6/subscriptions';
    expect(valueOf(readLink(link, place))).to.equal(`${scopeUrl(place)}/subscriptions`);
  });

  it('whatever the link, the URL lies below the scope or there is none', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...['..', '.', '%2e', '%2E%2e', '/', '//', '\\', '%2f', '%5c', '?', '#', '@', ':', ';'],
        ...['https:', 'crm.example', 'evil.example', '/payex', '/billing/usage/v1', '/L01', '/L02'],
        ...['/invoices', '/900123', '/900124', '/customers', '/10042', '/subscriptions', '%25'],
        SUBSCRIPTION_PATH,
      ),
      fc.string({ maxLength: 4 }),
    );
    const link = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const steered = link.map((tail) => SUBSCRIPTION_PATH + tail);
    fc.assert(
      fc.property(fc.oneof(link, steered), fc.constantFrom(BASE, PLAIN), (text, base) => {
        const guarded = guard(text, base);
        if (!guarded.ok || guarded.value === null) return;
        const root = scopeUrl(placeOn(base));
        const called = new URL(guarded.value);
        const place = called.origin + called.pathname;
        expect(place === root || place.startsWith(`${root}/`), guarded.value).to.equal(true);
        expect(called.href, 'no parser reads it differently').to.equal(guarded.value);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is found as a text, under href and under @id', () => {
    for (const link of [DETAILS, { href: DETAILS }, { '@id': DETAILS }]) {
      expect(valueOf(guard(link, PLAIN))).to.equal(`https://crm.example${DETAILS}`);
    }
  });

  it('there is none in nothing', () => {
    for (const nothing of [null, undefined, '']) {
      expect(valueOf(guard(nothing))).to.equal(null);
    }
  });

  it('something that is no link is no "nothing"', () => {
    for (const junk of [7, true, false, 0, [], {}, { href: 7 }, { '@id': [] }]) {
      expect(errorOf(guard(junk)).code, JSON.stringify(junk)).to.equal('protocol');
    }
  });
});

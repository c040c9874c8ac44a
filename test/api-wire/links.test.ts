import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { guardLink, LinkTrail, linkText } from '../../src/api/links.js';
import { scopeUrl, type ApiBase } from '../../src/api/routes.js';
import {
  BASE,
  CUSTOMER,
  errorOf,
  INVOICE,
  OWNER,
  SUBSCRIPTION,
  SUBSCRIPTION_PATH,
  valueOf,
} from '../support/wire.js';

const DETAILS = `${SUBSCRIPTION_PATH}/usage-details`;
const PLAIN: ApiBase = { origin: 'https://crm.example', prefix: '', crossOrigin: false };

const guard = (link: string, base = BASE) => guardLink(base, OWNER, INVOICE, link);

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
      expect(errorOf(guard(link)).reason).to.equal('link-origin');
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
      expect(errorOf(guard(link))).to.include({ code: 'protocol', reason: 'bad-link' });
    });
  }

  it('fault 85: a link to another invoice or to a customer is foreign', () => {
    for (const link of [
      '/billing/usage/v1/L01/invoices/900124/subscriptions',
      '/billing/usage/v1/L01/invoices/9001234',
      '/billing/usage/v1/L01/customers/900123/subscriptions',
    ]) {
      expect(errorOf(guard(link)), link).to.include({ code: 'foreign', reason: 'link-scope' });
    }
  });

  it('fault 85: a link to another subscription is foreign where one was asked for', () => {
    const other = DETAILS.replace(SUBSCRIPTION, '46700000000');
    expect(guardLink(BASE, OWNER, INVOICE, other).ok).to.equal(true);
    expect(errorOf(guardLink(BASE, OWNER, INVOICE, other, SUBSCRIPTION)).code).to.equal('foreign');
  });

  it('compares decoded numbers: the server may escape more or less than we do', () => {
    const scope = { kind: 'customer', customerNo: 'A/b &ö' } as const;
    const link = '/billing/usage/v1/%4C01/customers/A%2fb%20&%c3%b6/subscriptions';
    expect(valueOf(guardLink(PLAIN, OWNER, scope, link))).to.equal(
      `${scopeUrl(PLAIN, OWNER, scope)}/subscriptions`,
    );
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
        const guarded = guardLink(base, OWNER, INVOICE, text);
        if (!guarded.ok) return;
        const root = scopeUrl(base, OWNER, INVOICE);
        const called = new URL(guarded.value);
        const place = called.origin + called.pathname;
        expect(place === root || place.startsWith(`${root}/`), guarded.value).to.equal(true);
        expect(called.href, 'no parser reads it differently').to.equal(guarded.value);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is found as a text, under href and under @id, and nowhere else', () => {
    expect(linkText('/a')).to.equal('/a');
    expect(linkText({ href: '/a' })).to.equal('/a');
    expect(linkText({ '@id': '/a' })).to.equal('/a');
    for (const none of [
      null,
      undefined,
      '',
      7,
      true,
      [],
      {},
      { href: 7 },
      Object.create({ href: '/a' }),
    ]) {
      expect(linkText(none)).to.equal(null);
    }
  });
});

describe('the trail of pages', () => {
  const first = scopeUrl(BASE, OWNER, CUSTOMER);

  it('fault 83: a link that comes back ends the list as partial', () => {
    const trail = new LinkTrail(first);
    expect(valueOf(trail.follow(`${first}?page=2`))).to.equal(`${first}?page=2`);
    expect(errorOf(trail.follow(`${first}?page=2`))).to.include({
      code: 'partial',
      reason: 'repeated-link',
    });
  });

  it('fault 83: the first page as its own next page ends it, too', () => {
    expect(errorOf(new LinkTrail(first).follow(first)).reason).to.equal('repeated-link');
  });

  it('fault 83: pages without end come to an end', () => {
    const trail = new LinkTrail(first);
    let page = 1;
    while (page < 5_000 && trail.follow(`${first}?page=${page}`).ok) page++;
    expect(page).to.equal(1_000);
    expect(errorOf(trail.follow(`${first}?page=x`)).reason).to.equal('too-many-pages');
  });
});

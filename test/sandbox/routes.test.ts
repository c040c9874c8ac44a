import { expect } from '@open-wc/testing';
import { API, ask, askList } from '../support/sandbox-http.js';

interface Problem {
  type: string;
  title: string;
  status: number;
  instance: string;
  problems?: { name: string; description: string }[];
}

const problemOf = async (response: Response): Promise<Problem> =>
  (await response.json()) as Problem;

describe('sandbox routes', () => {
  it('gives an invoice as PayEx documents it', async () => {
    const response = await ask('/invoices/900123');
    expect(await response.json()).to.deep.equal({
      invoiceNo: '900123',
      subscriptions: `${API}/invoices/900123/subscriptions`,
    });
  });

  it('gives the subscriptions of an invoice with the links of the documentation', async () => {
    const { items, navigation } = await askList('/invoices/900123/subscriptions');
    const self = `${API}/invoices/900123/subscriptions/46701740612`;
    expect(items[0]).to.deep.equal({
      subscriptionNo: '46701740612',
      usageDetails: `${self}/usage-details`,
      usageSummaries: `${self}/usage-summaries`,
      '@id': self,
    });
    expect(navigation).to.deep.equal({ '@id': `${API}/invoices/900123/subscriptions` });
  });

  it('has the same tree below a customer for what is not billed yet', async () => {
    const response = await ask('/customers/100045');
    expect(await response.json()).to.deep.equal({
      customerNo: '100045',
      subscriptions: `${API}/customers/100045/subscriptions`,
    });
    const { items } = await askList('/customers/100045/subscriptions/46701740612/usage-details');
    expect(items[0]).to.include({ subscriptionNo: '46701740612', currency: 'SEK' });
  });

  it('gives one subscription', async () => {
    const response = await ask('/invoices/900123/subscriptions/fiber-17');
    expect(await response.json()).to.include({ subscriptionNo: 'fiber-17' });
  });

  for (const [what, path, type] of [
    ['an unknown invoice', '/invoices/404404', 'invoice-not-found'],
    ['an unknown customer', '/customers/404404', 'customer-not-found'],
    ['a customer without unbilled usage', '/customers/100105', 'customer-not-found'],
    ['an invoice without usage', '/invoices/900802', 'invoice-has-no-usage'],
    [
      'the list of an invoice without usage',
      '/invoices/900802/subscriptions',
      'invoice-has-no-usage',
    ],
    [
      'a foreign subscription',
      '/invoices/900123/subscriptions/46701740620',
      'subscription-not found',
    ],
  ] as const) {
    it(`answers for ${what} with the problem "${type}"`, async () => {
      const response = await ask(path);
      expect(response.status).to.equal(404);
      expect(response.headers.get('content-type')).to.equal('application/problem+json');
      const problem = await problemOf(response);
      expect(problem.type).to.equal(`/billing/usage/problems/${type}`);
      expect(problem.instance).to.match(/^urn:uuid:/);
    });
  }

  it('names the parameter that it refuses', async () => {
    const response = await ask('/customers/1234567890123456');
    expect(response.status).to.equal(400);
    const problem = await problemOf(response);
    expect(problem.type).to.equal('/billing/usage/problems/validation');
    expect(problem.problems?.map(({ name }) => name)).to.deep.equal(['customerNo']);
  });

  it('writes problems in PascalCase and with the other prefix on demand', async () => {
    const response = await ask('/customers/1234567890123456', { faults: 'pascal-problems' });
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).to.include({ Type: '/billing/usage/service/validation', Status: 400 });
    expect(problem.Problems).to.have.lengthOf(1);
    expect((problem.Problems as object[])[0]).to.have.all.keys('customerNo');
  });

  it('writes subscription-not-found with a hyphen on demand', async () => {
    const response = await ask('/invoices/900123/subscriptions/1', { faults: 'hyphen-problems' });
    expect((await problemOf(response)).type).to.match(/\/subscription-not-found$/);
  });

  it('refuses every method but GET', async () => {
    const response = await ask('/invoices/900123', { method: 'POST' });
    expect(response.status).to.equal(405);
    expect(response.headers.get('allow')).to.equal('GET');
  });

  it('says in one way that there is no such route', async () => {
    for (const path of ['/invoices', '/invoices/900123/records', '/orders/1', '/invoices//x']) {
      expect((await ask(path)).status, path).to.equal(404);
    }
  });
});

describe('sandbox identifiers', () => {
  const customer = encodeURIComponent('0042/Å Ö&B-1');
  const subscription = encodeURIComponent('Växel Åre 2 & 3');

  it('decodes slash, space, ampersand and åäö once', async () => {
    const { items } = await askList(`/customers/${customer}/subscriptions`);
    expect(items.map((item) => item.subscriptionNo)).to.deep.equal([
      '0046701740670',
      'Växel Åre 2 & 3',
    ]);
  });

  it('links with every segment encoded, so that the link itself can be followed', async () => {
    const { items } = await askList(`/customers/${customer}/subscriptions`);
    const link = String(items[1]?.usageDetails);
    expect(link).to.equal(
      `${API}/customers/${customer}/subscriptions/${subscription}/usage-details`,
    );
    const rows = await askList(link.slice(API.length));
    expect(rows.items[0]).to.include({ subscriptionNo: 'Växel Åre 2 & 3' });
  });

  it('keeps leading zeros, and knows nobody without them', async () => {
    const known = await ask('/invoices/000900903');
    expect(await known.json()).to.include({ invoiceNo: '000900903' });
    expect((await ask('/invoices/900903')).status).to.equal(404);
  });

  for (const path of [
    '/invoices/a%2F..%2F900123',
    '/customers/..%2F..%2Fx/subscriptions',
    '/invoices/900123%00',
    '/invoices/9%5C..',
    '/invoices/%E0%A4%A',
  ]) {
    it(`refuses ${path}`, async () => {
      expect((await ask(path)).status).to.equal(400);
    });
  }
});

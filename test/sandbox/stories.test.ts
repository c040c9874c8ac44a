import { expect } from '@open-wc/testing';
import { API, askList } from '../support/sandbox-http.js';

interface CatalogueCustomer {
  readonly customerNo: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly hasUnbilled: boolean;
  readonly invoices: readonly { invoiceNo: string; amount: number; currency: string }[];
}

type Row = Readonly<Record<string, unknown>>;

const AMOUNT =
  /^(amountExclVat|amountInclVat|totalCharge|taxExcludedAmount|taxIncludedAmount|price|Charge)$/;
const CURRENCY = /^currency(Code)?$/;

async function fetchCatalogue(): Promise<readonly CatalogueCustomer[]> {
  const response = await fetch('/sandbox/customers');
  return ((await response.json()) as { customers: CatalogueCustomer[] }).customers;
}

/** All rows of a list, page by page. */
async function everyRow(link: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let next: string | undefined = link; next !== undefined;) {
    const { items, navigation } = await askList(next.slice(API.length));
    rows.push(...items);
    next = navigation.next;
  }
  return rows;
}

/** `amountExclVat SEK` → öre. */
function sums(rows: readonly Row[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const row of rows) {
    const names = Object.keys(row);
    const amount = names.find((name) => AMOUNT.test(name)) ?? 'none';
    const currency = names.find((name) => CURRENCY.test(name));
    const key = `${amount} ${currency === undefined ? '' : String(row[currency])}`;
    const ore = Math.round(Number(String(row[amount]).replace(',', '.')) * 100);
    totals[key] = (totals[key] ?? 0) + ore;
  }
  return totals;
}

/** Details and summaries of every subscription of an invoice or a customer. */
async function usageOf(scope: string): Promise<{ details: Row[]; summaries: Row[] }[]> {
  const lines = await everyRow(`${API}${scope}/subscriptions`);
  return Promise.all(
    lines.map(async (line) => ({
      details: await everyRow(String(line.usageDetails)),
      summaries: await everyRow(String(line.usageSummaries)),
    })),
  );
}

const detailsOf = async (scope: string): Promise<Row[]> =>
  (await usageOf(scope)).flatMap(({ details }) => details);

const totalOf = async (invoiceNo: string): Promise<number> =>
  Object.values(sums(await detailsOf(`/invoices/${invoiceNo}`))).reduce((a, b) => a + b, 0);

describe('sandbox stories', () => {
  it('are about customers with several months each', async () => {
    const customers = await fetchCatalogue();
    expect(customers.length).to.be.at.least(10);
    for (const { customerNo, invoices } of customers) {
      expect(invoices.length, customerNo).to.be.at.least(2);
    }
  });

  it('have a label for each subscription that they list', async () => {
    for (const { customerNo, labels, invoices } of await fetchCatalogue()) {
      const scope = `${API}/invoices/${encodeURIComponent(invoices[0]?.invoiceNo ?? '')}`;
      const lines = await everyRow(`${scope}/subscriptions`);
      expect(lines, customerNo).not.to.be.empty;
      expect(Object.keys(labels)).to.include.members(lines.map((line) => line.subscriptionNo));
    }
  });

  it('have summaries that are the sum of their records, to the öre', async () => {
    for (const { customerNo, invoices, hasUnbilled } of await fetchCatalogue()) {
      // The companies' lines are made by the same code, and thousands of calls would add nothing.
      if (['200300', '200301', '100106'].includes(customerNo)) continue;
      const scopes = invoices.map(({ invoiceNo }) => `/invoices/${encodeURIComponent(invoiceNo)}`);
      if (hasUnbilled) scopes.push(`/customers/${encodeURIComponent(customerNo)}`);
      for (const scope of scopes) {
        const usage = await usageOf(scope);
        expect(usage, scope).not.to.be.empty;
        for (const { details, summaries } of usage) {
          expect(sums(details), scope).to.deep.equal(sums(summaries));
        }
      }
    }
  });

  it('are the same in every answer', async () => {
    const path = '/customers/100101/subscriptions/46701740620/usage-details';
    expect(await askList(path)).to.deep.equal(await askList(path));
  });

  it('bill shock: 286,75 kr more, 241,25 of it premium and 45,50 roaming data', async () => {
    expect((await totalOf('900123')) - (await totalOf('900122'))).to.equal(28675);
    const details = await detailsOf('/invoices/900123');
    const premium = details.filter((row) => row.typeOfCall === 'PREMIUM');
    expect(premium.map((row) => row.startDateTime)).to.deep.equal([
      '2026-03-08T20:58:00',
      '2026-03-08T21:14:00',
    ]);
    expect(sums(premium)).to.deep.equal({ 'amountExclVat SEK': 24125 });
    const roaming = details.filter((row) => row.typeOfCall === 'ROAM_DATA');
    expect(roaming.map((row) => String(row.startDateTime).slice(0, 10))).to.deep.equal([
      '2026-03-12',
      '2026-03-13',
      '2026-03-14',
      '2026-03-15',
    ]);
    expect(sums(roaming)).to.deep.equal({ 'amountExclVat SEK': 4550 });
  });

  it('large company: a million records, and the night that makes the difference', async () => {
    const lines = await everyRow(`${API}/invoices/901503/subscriptions`);
    const detailsIn = (invoiceNo: string, subscriptionNo: string): Promise<Row[]> =>
      everyRow(`${API}/invoices/${invoiceNo}/subscriptions/${subscriptionNo}/usage-details`);
    const numbers = lines.map((line) => String(line.subscriptionNo));
    const some = ['KN-0001', 'KN-1000', 'KN-2500'];
    for (const subscriptionNo of some) {
      expect(numbers).to.include(subscriptionNo);
      const march = await detailsIn('901503', subscriptionNo);
      expect(march.length * numbers.length).to.equal(1_000_000);
      expect(sums(march)).to.deep.equal(sums(await detailsIn('901502', subscriptionNo)));
    }
    const [march, february] = [
      await detailsIn('901503', 'KN-1733'),
      await detailsIn('901502', 'KN-1733'),
    ];
    const premium = march.filter((row) => row.typeOfCall === 'PREMIUM');
    expect(premium.length).to.equal(12);
    expect(sums(premium)).to.deep.equal({ 'amountExclVat SEK': 498_000 });
    expect(sums(march.filter((row) => !premium.includes(row)))).to.deep.equal(sums(february));
  });

  it('large company: the ledger knows what its million records come to', async () => {
    const { invoices } = (await fetchCatalogue()).find((each) => each.customerNo === '200301')!;
    let ore = 0;
    // Every tenth is of the same kind.
    for (let kind = 1; kind <= 10; kind += 1) {
      const no = `KN-00${String(kind).padStart(2, '0')}`;
      const path = `${API}/invoices/901502/subscriptions/${no}/usage-summaries`;
      ore += 250 * (sums(await everyRow(path))['amountExclVat SEK'] ?? NaN);
    }
    expect(invoices.map(({ amount }) => Math.round(amount * 100))).to.deep.equal(
      [ore + 498_000, ore].map((sum) => Math.round(sum * 1.25) + 37_250_000),
    );
  });

  it('family: the new number is the whole difference', async () => {
    const details = await detailsOf('/invoices/900303');
    const tilde = details.filter((row) => row.subscriptionNo === '46701740634');
    expect(sums(tilde)).to.deep.equal({ 'amountInclVat SEK': 13173 });
    expect((await totalOf('900303')) - (await totalOf('900302'))).to.equal(13173);
  });

  it('roaming summer: 965,10 kr on 12–15 July, with offsets', async () => {
    const details = await detailsOf('/invoices/900402');
    const abroad = details.filter((row) => String(row.usageType).startsWith('ROAM_'));
    expect(sums(abroad)).to.deep.equal({ 'taxExcludedAmount SEK': 96510 });
    for (const row of abroad) expect(row.usageDate).to.match(/^2025-07-1[2-5]T.*\+02:00$/);
    const winter = await detailsOf('/invoices/900404');
    expect(winter[0]?.usageDate).to.match(/\+01:00$/);
  });

  it('price change: the same calls, 104,84 kr dearer', async () => {
    const seconds = (rows: readonly Row[]): number =>
      rows.reduce((sum, row) => sum + Number(row.totalVolume), 0);
    const [march, february] = [
      await detailsOf('/invoices/900503'),
      await detailsOf('/invoices/900502'),
    ];
    expect(seconds(march)).to.equal(seconds(february));
    expect((await totalOf('900503')) - (await totalOf('900502'))).to.equal(10484);
  });

  it('company: 300 subscriptions, and a switchboard in pages of 1,000', async () => {
    const lines = await everyRow(`${API}/invoices/900603/subscriptions`);
    expect(lines).to.have.lengthOf(300);
    const switchboard = '/invoices/900603/subscriptions/46846500400/usage-details';
    expect((await askList(switchboard)).items).to.have.lengthOf(1000);
    expect(await everyRow(API + switchboard)).to.have.lengthOf(2964);
    const traveller = await everyRow(`${API}/invoices/900603/subscriptions/NV-0117/usage-details`);
    const abroad = traveller.filter((row) => row.usageType === 'ROAM_DATA');
    expect(sums(abroad)).to.deep.equal({ 'taxExcludedAmount SEK': 191200 });
  });

  it('credits: 198,00 kr less, with a credit and a reversal', async () => {
    expect((await totalOf('901003')) - (await totalOf('901002'))).to.equal(-19800);
    const details = await detailsOf('/invoices/901003');
    const negative = details.filter((row) => Number(row.amountExclVat) < 0);
    expect(negative.map((row) => row.amountExclVat)).to.deep.equal([-99, -12.4]);
  });

  it('two currencies: three totals that cannot be added', async () => {
    expect(sums(await detailsOf('/invoices/901103'))).to.deep.equal({
      'amountExclVat SEK': 29319,
      'amountInclVat SEK': 14900,
      'amountExclVat NOK': 8750,
    });
  });

  it('late roaming: 214,00 kr of January on the invoice of March', async () => {
    const details = await detailsOf('/invoices/901203');
    const january = details.filter((row) => String(row.usageDate).startsWith('2026-01-2'));
    expect(sums(january)).to.deep.equal({ 'taxExcludedAmount SEK': 21400 });
  });

  it('protected numbers: two free calls and one to a helpline', async () => {
    const details = await detailsOf('/invoices/901303');
    const free = details.filter((row) => row.IsFree === true);
    expect(free.map((row) => row.CalledNumber)).to.deep.equal([
      '020-0000001',
      '020-0000001',
      '116111',
    ]);
  });
});

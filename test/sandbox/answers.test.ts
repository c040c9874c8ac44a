import { expect } from '@open-wc/testing';
import { CUSTOMERS } from '../../demo/sandbox/catalogue.js';
import type { Question, SandboxCustomer } from '../../demo/sandbox/model.js';
import { UsageClient, type Scope } from '../../src/api/index.js';
import type { Comparison } from '../../src/model/compare.js';
import { mergeGaps } from '../../src/model/money.js';
import { compareUsage, type ComparedUsage } from '../support/compared.js';
import { plain } from '../support/model-records.js';
import { fetchToken } from '../support/sandbox-http.js';

/**
 * All that a large customer's lines have in common is made by one piece of code: of the ten kinds there
 * are, and of those that the answer is about.
 */
const LARGE = '200301';
const SOME = ['KN-0001', 'KN-0002', 'KN-0003', 'KN-0004', 'KN-0005', 'KN-1733'];

let client: UsageClient;

/** Everything that the service sums up of an invoice, as the element itself asks for it. */
async function usageOf(invoiceNo: string, only?: readonly string[]): Promise<ComparedUsage> {
  const scope: Scope = { kind: 'invoice', invoiceNo };
  const list = await client.subscriptions(scope);
  if (!list.ok) throw new Error(`${invoiceNo}: ${list.error.code}`);
  const items = list.value.items.filter(
    ({ subscriptionNo }) => only?.includes(subscriptionNo) ?? true,
  );
  const answers = await Promise.all(items.map((item) => client.summaries(scope, item)));
  return answers.reduce<Required<Omit<ComparedUsage, 'silent'>>>(
    (all, answer) => {
      if (!answer.ok) throw new Error(`${invoiceNo}: ${answer.error.code}`);
      return {
        summaries: [...all.summaries, ...answer.value.summaries],
        gaps: mergeGaps(all.gaps, answer.value.gaps),
      };
    },
    { summaries: [], gaps: list.value.gaps },
  );
}

async function compare({ invoiceNo, before }: Question, customerNo: string): Promise<Comparison> {
  const only = customerNo === LARGE ? SOME : undefined;
  return compareUsage(await usageOf(before, only), await usageOf(invoiceNo, only));
}

describe('what the callers of the sandbox ask', () => {
  before(async () => {
    const token = await fetchToken();
    client = new UsageClient({
      ownerNo: 'L01',
      fetcher: (url, init) => {
        const headers = new Headers(init?.headers);
        headers.set('Authorization', `Bearer ${token}`);
        return fetch(url, { ...init, headers });
      },
    });
  });

  for (const { customerNo, name, invoices, question } of CUSTOMERS) {
    it(`${name}: the parts of the difference are those of the story, and no others`, async () => {
      const { drivers, gaps } = await compare(question, customerNo);
      const found = drivers.map(({ cause, subscriptionNo, usageType, amount, currency }) => ({
        cause,
        subscriptionNo,
        usageType,
        amount: plain(amount),
        ...(currency !== null && currency !== invoices[0]?.currency && { currency }),
      }));
      expect(found).to.deep.equal(question.answer);
      expect(gaps).to.deep.equal({});
    });
  }

  it('is about an invoice that the CRM lists, against the next older one', () => {
    const asked = (customer: SandboxCustomer): string[] => {
      const numbers = customer.invoices.map(({ invoiceNo }) => invoiceNo);
      return numbers.slice(numbers.indexOf(customer.question.invoiceNo)).slice(0, 2);
    };
    for (const customer of CUSTOMERS) {
      const { invoiceNo, before } = customer.question;
      expect(asked(customer), customer.name).to.deep.equal([invoiceNo, before]);
    }
  });

  it('stands in the CRM with each customer, without the answer', async () => {
    const response = await fetch('/sandbox/customers');
    const { customers } = (await response.json()) as { customers: { question: object }[] };
    expect(customers.map(({ question }) => question)).to.deep.equal(
      CUSTOMERS.map(({ question: { words, invoiceNo } }) => ({ words, invoiceNo })),
    );
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { fetchToken } from '../support/sandbox-http.js';

const LANGUAGES = ['sv', 'nb', 'da', 'fi', 'en'] as const;

/** The sentence about an invoice of a sandbox customer and the one before it, as the element says it. */
async function sentence(locale: string, customerNo: string, invoiceNo?: string, compareWith?: string) {
  const token = await fetchToken();
  const { customers } = (await (await fetch('/sandbox/customers')).json()) as {
    customers: { customerNo: string; labels: Record<string, string>; invoices: [] }[];
  };
  const usage = document.createElement('payex-usage');
  Object.assign(usage, {
    ownerNo: 'L01',
    locale,
    customerNo,
    view: 'compare',
    invoiceNo,
    compareWith,
    invoices: customers.find((each) => each.customerNo === customerNo)?.invoices,
    labels: customers.find((each) => each.customerNo === customerNo)?.labels,
    fetcher: (url: string, init: RequestInit) =>
      fetch(url, { ...init, headers: { authorization: `Bearer ${token}` } }),
  });
  await fixture(html`<div>${usage}</div>`);
  const { text } = await usage.explain();
  // No-break spaces are the localizer's own affair.
  return text.replace(/[\u00a0\u202f\u2009]/g, ' ');
}

const STORIES = {
  'bill shock': ['100045', '900123', '900122'],
  'roaming summer': ['100103', '900402', '900401'],
  'price change': ['100104', '900503', '900502'],
  family: ['100102', '900303', '900302'],
  credits: ['100107', '901003', '901002'],
  'late roaming': ['100109', '901203', '901202'],
} as const;

describe('x', () => {
  for (const [story, [customerNo, invoiceNo, older]] of Object.entries(STORIES)) {
    it(story, async () => {
      const all: string[] = [];
      for (const language of LANGUAGES) all.push(language + ' ' + (await sentence(language, customerNo, invoiceNo, older)));
      if (story === 'bill shock') for (const language of LANGUAGES) all.push(await sentence(language, customerNo));
      throw new Error(all.join(' ##\n'));
    });
  }
});

import type { SandboxCustomer, SandboxInvoice } from './model.js';
import { billShock } from './stories/bill-shock.js';
import { company } from './stories/company.js';
import { credits } from './stories/credits.js';
import { family } from './stories/family.js';
import { largeCompany } from './stories/large-company.js';
import { lateRoaming } from './stories/late-roaming.js';
import { nothingUnbilled } from './stories/nothing-unbilled.js';
import { oddIdentifiers } from './stories/odd-identifiers.js';
import { priceChange } from './stories/price-change.js';
import { privatePerson } from './stories/private-person.js';
import { protectedNumbers } from './stories/protected-numbers.js';
import { quietInvoice } from './stories/quiet-invoice.js';
import { roamingSummer } from './stories/roaming-summer.js';
import { twoCurrencies } from './stories/two-currencies.js';

/** All customers of ledger L01. */
export const CUSTOMERS: readonly SandboxCustomer[] = [
  billShock,
  privatePerson,
  family,
  roamingSummer,
  priceChange,
  company,
  largeCompany,
  nothingUnbilled,
  quietInvoice,
  oddIdentifiers,
  credits,
  twoCurrencies,
  lateRoaming,
  protectedNumbers,
];

/** What a CRM's own database would say about an invoice. */
export interface CatalogueInvoice {
  readonly invoiceNo: string;
  readonly invoiceDate: string;
  readonly dueDate: string;
  /** VAT and monthly fees included, in the currency's unit. */
  readonly amount: number;
  readonly currency: string;
}

export interface CatalogueCustomer {
  readonly customerNo: string;
  readonly name: string;
  readonly city: string;
  readonly story: string;
  /** What the caller wants to know, and the invoice that it is about. */
  readonly question: { readonly words: string; readonly invoiceNo: string };
  readonly invoices: readonly CatalogueInvoice[];
  readonly labels: Readonly<Record<string, string>>;
  readonly hasUnbilled: boolean;
}

/** Usage in the invoice's own currency with 25 % VAT where it is not in the price yet, and the fees. */
function invoiceAmount(invoice: SandboxInvoice): number {
  let ore = invoice.feesOre;
  for (const { records, ore: known } of invoice.usage) {
    ore += 1.25 * (known?.() ?? 0);
    if (known) continue;
    for (const record of records()) {
      if (record.currency !== invoice.currency) continue;
      ore += record.vat === 'excluded' ? record.ore * 1.25 : record.ore;
    }
  }
  return Math.round(ore) / 100;
}

/** The CRM's side of the sandbox: who the customers are and which invoices they have. */
export function catalogue(customers: readonly SandboxCustomer[] = CUSTOMERS): CatalogueCustomer[] {
  return customers.map(({ question, invoices, unbilled, ...customer }) => ({
    customerNo: customer.customerNo,
    name: customer.name,
    city: customer.city,
    story: customer.story,
    question: { words: question.words, invoiceNo: question.invoiceNo },
    labels: customer.labels,
    hasUnbilled: unbilled !== null,
    invoices: invoices.map((invoice) => ({
      invoiceNo: invoice.invoiceNo,
      invoiceDate: invoice.invoiceDate,
      dueDate: invoice.dueDate,
      amount: invoiceAmount(invoice),
      currency: invoice.currency,
    })),
  }));
}

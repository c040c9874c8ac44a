/** What the tests of the wire readers share: a base, a context, and rows to spoil. */
import type { Result, UsageError } from '../../src/api/errors.js';
import type { RowContext } from '../../src/api/read-context.js';
import { readDetails, type DetailsPage } from '../../src/api/read-answers.js';
import type { ApiBase, Route, Scope } from '../../src/api/routes.js';
import type { UsageRecord } from '../../src/model/usage-record.js';

export const BASE: ApiBase = {
  origin: 'https://crm.example',
  prefix: '/payex',
};
export const OWNER = 'L01';
export const CUSTOMER: Scope = { kind: 'customer', customerNo: '10042' };
export const INVOICE: Scope = { kind: 'invoice', invoiceNo: '900123' };
export const SUBSCRIPTION = '46701234567';
/** Path of the subscription on the invoice, as the API writes it. */
export const SUBSCRIPTION_PATH = `/billing/usage/v1/${OWNER}/invoices/900123/subscriptions/${SUBSCRIPTION}`;

/** Where the list of subscriptions of the invoice is asked for. */
export const INVOICE_PLACE: Route = {
  base: BASE,
  ownerNo: OWNER,
  scope: INVOICE,
  subscriptionNo: '',
};

export const CONTEXT: RowContext = {
  ...INVOICE_PLACE,
  subscriptionNo: SUBSCRIPTION,
  timeZone: 'Europe/Stockholm',
};

/** A row with nothing wrong with it. */
export const GOOD_ROW = {
  usageId: 'u-1',
  startTime: '2026-05-06T21:14:03',
  typeOfCall: 'VOICE',
  detailInfo: '46709876543',
  totalVolume: 2467,
  volumeCode: 'S',
  amountExclVat: 12.5,
  currency: 'SEK',
};

/** The value of a result that must be good. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The error of a result that must be bad. */
export function errorOf(result: Result<unknown>): UsageError {
  if (result.ok) throw new Error('expected an error, got a value');
  return result.error;
}

/** The page that these rows are read into. */
export function detailsOf(
  items: readonly unknown[],
  context: Partial<RowContext> = {},
): DetailsPage {
  return valueOf(readDetails({ items }, { ...CONTEXT, ...context }));
}

/** The one record that a good row becomes with some members spoilt. */
export function recordOf(
  members: Readonly<Record<string, unknown>>,
  context: Partial<RowContext> = {},
): UsageRecord {
  const { records } = detailsOf([{ ...GOOD_ROW, ...members }], context);
  if (records.length !== 1) throw new Error(`expected one record, got ${records.length}`);
  return records[0]!;
}

/** How often a warning was given. */
export function warned(page: { warnings: DetailsPage['warnings'] }, code: string): number {
  return page.warnings.find((warning) => warning.code === code)?.count ?? 0;
}

/**
 * An invoice of monthly fees only. Known answer: 900802 (February) says 404 invoice-has-no-usage, a
 * calm state; January has usage, and so has March: two calls of ten minutes (5,90 kr each), five messages
 * (0,69 kr each) and 485 MB (9,70 kr), 24,95 kr excl. VAT in all and all of it new.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { FILE_DIALECT } from '../dialects.js';
import { type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { mobile } from '../numbers.js';

const NUMBER = mobile(65);
const HABITS: Habits = { calls: 5, messages: 7, data: 6 };

const ordinary = (name: string, untilDay?: number): Itemisation =>
  new Itemisation(NUMBER).life(name, { ...HABITS, untilDay });

const march = (): Itemisation =>
  new Itemisation(NUMBER)
    .call('2026-03-04T17:20:00', mobile(66), 600)
    .call('2026-03-19T11:02:00', mobile(66), 600)
    .data('2026-03-06T08:12:00', 300_000)
    .data('2026-03-23T20:41:00', 185_000)
    .message('2026-03-02T12:00:00', mobile(66))
    .message('2026-03-09T16:31:00', mobile(67))
    .message('2026-03-09T16:40:00', mobile(67))
    .message('2026-03-15T10:05:00', mobile(66))
    .message('2026-03-28T19:55:00', mobile(66));

const month = (write: () => Itemisation): SubscriptionUsage[] => [usage(NUMBER, write)];

export const quietInvoice: SandboxCustomer = {
  customerNo: '100106',
  name: 'Stina Tystnad',
  city: 'Lugnvik',
  story: 'Fakturan för februari saknar förbrukning',
  question: {
    words: 'I februari kostade samtalen ingenting, varför gör de det nu?',
    invoiceNo: '900803',
    before: '900802',
    answer: [
      { cause: 'newSubscription', subscriptionNo: NUMBER, usageType: null, amount: '24.95' },
    ],
  },
  dialect: FILE_DIALECT,
  labels: { [NUMBER]: 'Mobil' },
  invoices: [
    monthlyInvoice('900803', '2026-03', month(march), { feesOre: 14900 }),
    monthlyInvoice('900802', '2026-02', [], { feesOre: 14900 }),
    monthlyInvoice(
      '900801',
      '2026-01',
      month(() => ordinary('2026-01')),
      { feesOre: 14900 },
    ),
  ],
  unbilled: month(() => ordinary('2026-04', 15)),
};

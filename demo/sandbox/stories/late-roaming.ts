/**
 * Foreign networks report late. Known answer: invoice 901203 (March) holds three roaming records of
 * 24–26 January, 214,00 kr excl. VAT together, that were not on 901201 (January); all else is the
 * same as in February.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { TMF_DIALECT } from '../dialects.js';
import { type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { mobile } from '../numbers.js';

const NUMBER = mobile(80);
const HABITS: Habits = { calls: 22, messages: 30, data: 18, steady: true };

const ordinary = (name: string, untilDay?: number): Itemisation =>
  new Itemisation(NUMBER).life(name, { ...HABITS, untilDay });

const march = (): Itemisation =>
  ordinary('2026-03')
    .roamingData('2026-01-24T15:20:11', 'Island', 'ISXX1', 38, 7600)
    .roamingData('2026-01-25T10:44:38', 'Island', 'ISXX1', 47, 9400)
    .roamingData('2026-01-26T08:09:57', 'Island', 'ISXX2', 22, 4400);

const month = (write: () => Itemisation): SubscriptionUsage[] => [usage(NUMBER, write)];

export const lateRoaming: SandboxCustomer = {
  customerNo: '100109',
  name: 'Ivar Sedermera',
  city: 'Efterbyn',
  story: 'Utlandstrafik i januari som kommer med på marsfakturan',
  question: {
    words: 'Jag var på Island i januari, varför betalar jag för det i mars?',
    invoiceNo: '901203',
    before: '901202',
    answer: [
      { cause: 'newType', subscriptionNo: NUMBER, usageType: 'ROAM_DATA', amount: '214.00' },
    ],
  },
  dialect: TMF_DIALECT,
  labels: { [NUMBER]: 'Mobil' },
  invoices: [
    monthlyInvoice('901203', '2026-03', month(march), { feesOre: 24900 }),
    monthlyInvoice(
      '901202',
      '2026-02',
      month(() => ordinary('2026-02')),
      { feesOre: 24900 },
    ),
    monthlyInvoice(
      '901201',
      '2026-01',
      month(() => ordinary('2026-01')),
      { feesOre: 24900 },
    ),
  ],
  unbilled: month(() => ordinary('2026-04', 23)),
};

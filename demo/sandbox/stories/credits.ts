/**
 * Money that comes back. Known answer: invoice 901002 (February) charges 99,00 kr for a service that
 * nobody ordered; 901003 (March) credits −99,00 kr, and reverses one call record: 12,40 kr and
 * −12,40 kr with the same time and number. March's calls, messages and
 * data are those of February, so March is 198,00 kr less.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { FILE_DIALECT } from '../dialects.js';
import { type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { mobile } from '../numbers.js';

const NUMBER = mobile(70);
const HABITS: Habits = { calls: 28, messages: 16, data: 14, steady: true };

const ordinary = (name: string, untilDay?: number): Itemisation =>
  new Itemisation(NUMBER).life(name, { ...HABITS, untilDay });

const february = (): Itemisation =>
  ordinary('2026-02').charge('2026-02-11T10:02:17', 'FEE', 'Väckarklockan Plus', 9900, {
    contentProvider: 'Väckarklockan (påhittad)',
  });

const march = (): Itemisation =>
  ordinary('2026-03')
    .charge('2026-03-05T12:00:00', 'CREDIT', 'Kreditering Väckarklockan Plus', -9900)
    .call('2026-03-17T09:41:00', mobile(71), 1261, { ore: 1240 })
    .call('2026-03-17T09:41:00', mobile(71), 1261, { ore: -1240, text: 'Samtal, återfört' });

const month = (write: () => Itemisation): SubscriptionUsage[] => [usage(NUMBER, write)];

export const credits: SandboxCustomer = {
  customerNo: '100107',
  name: 'Rut Ångerström',
  city: 'Återgården',
  story: 'Kreditering av en tjänst som ingen beställt, och ett samtal som återförts',
  question: {
    words: 'Har jag fått tillbaka pengarna för tjänsten som jag aldrig beställde?',
    invoiceNo: '901003',
    before: '901002',
    answer: [
      { cause: 'credit', subscriptionNo: NUMBER, usageType: 'CREDIT', amount: '-99.00' },
      { cause: 'goneType', subscriptionNo: NUMBER, usageType: 'FEE', amount: '-99.00' },
      { cause: 'credit', subscriptionNo: NUMBER, usageType: 'VOICE', amount: '-12.40' },
      { cause: 'moreUsed', subscriptionNo: NUMBER, usageType: 'VOICE', amount: '12.40' },
    ],
  },
  dialect: FILE_DIALECT,
  labels: { [NUMBER]: 'Mobil' },
  invoices: [
    monthlyInvoice('901003', '2026-03', month(march), { feesOre: 24900 }),
    monthlyInvoice('901002', '2026-02', month(february), { feesOre: 24900 }),
    monthlyInvoice(
      '901001',
      '2026-01',
      month(() => ordinary('2026-01')),
      { feesOre: 24900 },
    ),
  ],
  unbilled: month(() => ordinary('2026-04', 16)),
};

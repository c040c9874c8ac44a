/**
 * A trip outside the EU, told with offsets: Switzerland, 12–15 July 2025. Known answer: invoice
 * 900402 (July 2025) holds 898,00 kr of roaming data (4 records, 449 MB at 2 kr), 59,60 kr of roaming
 * calls (2) and 7,50 kr of roaming messages (3), 965,10 kr in all, excl. VAT; June and August none.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { TMF_DIALECT } from '../dialects.js';
import { type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { mobile } from '../numbers.js';

const NUMBER = mobile(40);
const HABITS: Habits = { calls: 25, messages: 18, data: 22, steady: true };
const ABROAD = { destination: 'Schweiz', destinationCode: 'ROAM-CH', roamingProvider: 'CHXX1' };

const ordinary = (name: string, untilDay?: number): Itemisation =>
  new Itemisation(NUMBER).life(name, { ...HABITS, untilDay });

function journey(): Itemisation {
  const call = { ...ABROAD, type: 'ROAM_VOICE', text: 'Samtal utomlands' } as const;
  const message = { ...ABROAD, type: 'ROAM_SMS', text: 'Sms utomlands', ore: 250 } as const;
  return ordinary('2025-07')
    .roamingData('2025-07-12T09:12:40', 'Schweiz', 'CHXX1', 131, 26200)
    .roamingData('2025-07-13T14:40:02', 'Schweiz', 'CHXX1', 96, 19200)
    .roamingData('2025-07-14T18:03:59', 'Schweiz', 'CHXX1', 142, 28400)
    .roamingData('2025-07-15T11:27:31', 'Schweiz', 'CHXX2', 80, 16000)
    .call('2025-07-12T17:20:00', mobile(41), 241, { ...call, ore: 3975 })
    .call('2025-07-14T20:11:15', mobile(41), 120, { ...call, ore: 1985 })
    .message('2025-07-12T09:15:00', mobile(41), message)
    .message('2025-07-13T08:00:12', mobile(42), message)
    .message('2025-07-15T12:45:48', mobile(41), message);
}

const month = (write: () => Itemisation): SubscriptionUsage[] => [usage(NUMBER, write)];

export const roamingSummer: SandboxCustomer = {
  customerNo: '100103',
  name: 'Vera Resedröm',
  city: 'Fjärranhamn',
  story: 'En resa utanför EU 12–15 juli 2025, med tider som anger tidszon',
  question: {
    words: 'Vi var bara borta några dagar i juli, hur kan det bli så dyrt?',
    invoiceNo: '900402',
    before: '900401',
    answer: [
      { cause: 'newType', subscriptionNo: NUMBER, usageType: 'ROAM_DATA', amount: '898.00' },
      { cause: 'newType', subscriptionNo: NUMBER, usageType: 'ROAM_VOICE', amount: '59.60' },
      { cause: 'newType', subscriptionNo: NUMBER, usageType: 'ROAM_SMS', amount: '7.50' },
    ],
  },
  dialect: TMF_DIALECT,
  labels: { [NUMBER]: 'Mobil' },
  invoices: [
    monthlyInvoice(
      '900406',
      '2026-03',
      month(() => ordinary('2026-03')),
      { feesOre: 24900 },
    ),
    monthlyInvoice(
      '900405',
      '2026-02',
      month(() => ordinary('2026-02')),
      { feesOre: 24900 },
    ),
    monthlyInvoice(
      '900404',
      '2026-01',
      month(() => ordinary('2026-01')),
      { feesOre: 24900 },
    ),
    monthlyInvoice(
      '900403',
      '2025-08',
      month(() => ordinary('2025-08')),
      { feesOre: 24900 },
    ),
    monthlyInvoice('900402', '2025-07', month(journey), { feesOre: 24900 }),
    monthlyInvoice(
      '900401',
      '2025-06',
      month(() => ordinary('2025-06')),
      { feesOre: 24900 },
    ),
  ],
  unbilled: month(() => ordinary('2026-04', 18)),
};

/**
 * Calls that an itemisation must not show. Known answer: invoice 901303 (March) has two calls to
 * 020-000 00 01 and one to the helpline 116 111, all free; none of the three may be listed, found,
 * exported or printed. Nor may the call to 116 111 in April. All other usage is that of February: there is
 * no difference, and no word of what is free.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { SWITCH_DIALECT } from '../dialects.js';
import { EVERYDAY_TARIFF, type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { mobile } from '../numbers.js';

const NUMBER = mobile(85);
const HABITS: Habits = { calls: 14, messages: 25, data: 12, steady: true };
const TARIFF = { ...EVERYDAY_TARIFF, vat: 'unstated' } as const;
const FREE = {
  ore: 0,
  free: true,
  chargedVolume: 0,
  destination: 'Frisamtal',
  destinationCode: '020',
} as const;
const HELPLINE = { ...FREE, destination: 'Hjälplinje', destinationCode: '116' } as const;

const ordinary = (name: string, untilDay?: number): Itemisation =>
  new Itemisation(NUMBER, TARIFF).life(name, { ...HABITS, untilDay });

const march = (): Itemisation =>
  ordinary('2026-03')
    .call('2026-03-04T13:05:00', '020-0000001', 512, FREE)
    .call('2026-03-11T09:30:25', '020-0000001', 77, FREE)
    .call('2026-03-21T22:48:09', '116111', 1833, HELPLINE);

const april = (): Itemisation =>
  ordinary('2026-04', 20).call('2026-04-06T23:10:40', '116111', 940, HELPLINE);

const month = (write: () => Itemisation): SubscriptionUsage[] => [usage(NUMBER, write)];

export const protectedNumbers: SandboxCustomer = {
  customerNo: '100110',
  name: 'Maj Hemlig',
  city: 'Skymningsö',
  story: 'Samtal till gratisnummer och en stödlinje, som inte får visas',
  question: {
    words: 'Syns det på fakturan vem jag har ringt?',
    invoiceNo: '901303',
    before: '901302',
    answer: [],
  },
  dialect: SWITCH_DIALECT,
  labels: { [NUMBER]: 'Mobil' },
  invoices: [
    monthlyInvoice('901303', '2026-03', month(march), { feesOre: 24900 }),
    monthlyInvoice(
      '901302',
      '2026-02',
      month(() => ordinary('2026-02')),
      { feesOre: 24900 },
    ),
    monthlyInvoice(
      '901301',
      '2026-01',
      month(() => ordinary('2026-01')),
      { feesOre: 24900 },
    ),
  ],
  unbilled: month(april),
};

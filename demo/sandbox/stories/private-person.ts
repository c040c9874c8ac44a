/**
 * The ordinary case: one person, one number, nothing out of the way. Known answer: no premium, no
 * roaming, no fee; the same calls, messages and data in each of three months. Invoice 900203 (March) has
 * one call more, on 22 March from 18:05, 90 minutes at 0,59 kr: 53,10 kr excl. VAT more than 900202.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { STRING_DIALECT } from '../dialects.js';
import { type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { mobile } from '../numbers.js';

const NUMBER = mobile(20);
const HABITS: Habits = { calls: 34, messages: 41, pictures: 3, data: 26, steady: true };

const ordinary = (name: string, untilDay?: number): Itemisation =>
  new Itemisation(NUMBER).life(name, { ...HABITS, untilDay });

const march = (): Itemisation => ordinary('2026-03').call('2026-03-22T18:05:00', mobile(21), 5_400);

const month = (write: () => Itemisation): SubscriptionUsage[] => [usage(NUMBER, write)];

export const privatePerson: SandboxCustomer = {
  customerNo: '100101',
  name: 'Nils Fantasi',
  city: 'Sagostad',
  story: 'En person med ett nummer; i mars ett enda samtal mer än vanligt',
  question: {
    words: 'Jag har väl ringt ungefär som vanligt i mars?',
    invoiceNo: '900203',
    before: '900202',
    answer: [{ cause: 'moreUsed', subscriptionNo: NUMBER, usageType: 'VOICE', amount: '53.10' }],
  },
  dialect: STRING_DIALECT,
  labels: { [NUMBER]: 'Mobil' },
  invoices: [
    monthlyInvoice('900203', '2026-03', month(march), { feesOre: 24900 }),
    monthlyInvoice(
      '900202',
      '2026-02',
      month(() => ordinary('2026-02')),
      { feesOre: 24900 },
    ),
    monthlyInvoice(
      '900201',
      '2026-01',
      month(() => ordinary('2026-01')),
      { feesOre: 24900 },
    ),
  ],
  unbilled: month(() => ordinary('2026-04', 21)),
};

/**
 * A former customer. Known answer: the customer route says 404 customer-not-found, which means only
 * that no unbilled usage is known; both old invoices are there. No currency in the bodies. Invoice 900701
 * (January) has a fee of 99,00 for calls that follow to another number, 900702 (February) has none, and
 * else they hold the same.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { SWITCH_DIALECT } from '../dialects.js';
import { EVERYDAY_TARIFF, type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { fixedLine } from '../numbers.js';

const NUMBER = fixedLine(60);
const HABITS: Habits = { calls: 19, messages: 2, steady: true };
const TARIFF = { ...EVERYDAY_TARIFF, vat: 'unstated' } as const;

const ordinary = (name: string): Itemisation => new Itemisation(NUMBER, TARIFF).life(name, HABITS);

const january = (): Itemisation =>
  ordinary('2026-01').charge('2026-01-30T09:15:00', 'FEE', 'Hänvisning', 9900);

const month = (write: () => Itemisation): SubscriptionUsage[] => [usage(NUMBER, write)];

export const nothingUnbilled: SandboxCustomer = {
  customerNo: '100105',
  name: 'Egil Avflyttad',
  city: 'Tomtebo',
  story: 'Ingen ofakturerad förbrukning är känd; svaren saknar valuta',
  question: {
    words: 'Varför är den sista fakturan lägre än den i januari?',
    invoiceNo: '900702',
    before: '900701',
    answer: [{ cause: 'goneType', subscriptionNo: NUMBER, usageType: 'FEE', amount: '-99.00' }],
  },
  dialect: SWITCH_DIALECT,
  labels: { [NUMBER]: 'Hemtelefon' },
  invoices: [
    monthlyInvoice(
      '900702',
      '2026-02',
      month(() => ordinary('2026-02')),
      { feesOre: 17900 },
    ),
    monthlyInvoice('900701', '2026-01', month(january), { feesOre: 17900 }),
  ],
  unbilled: null,
};

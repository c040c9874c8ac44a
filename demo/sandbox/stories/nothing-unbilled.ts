/**
 * A former customer. Known answer: the customer route says 404 customer-not-found, which means only
 * that no unbilled usage is known; both old invoices are there. No currency in the bodies.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { SWITCH_DIALECT } from '../dialects.js';
import { EVERYDAY_TARIFF, type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { fixedLine } from '../numbers.js';

const NUMBER = fixedLine(60);
const HABITS: Habits = { calls: 19, messages: 2 };
const TARIFF = { ...EVERYDAY_TARIFF, vat: 'unstated' } as const;

const month = (name: string): SubscriptionUsage[] => [
  usage(NUMBER, () => new Itemisation(NUMBER, TARIFF).life(name, HABITS)),
];

export const nothingUnbilled: SandboxCustomer = {
  customerNo: '100105',
  name: 'Egil Avflyttad',
  city: 'Tomtebo',
  story: 'Ingen ofakturerad förbrukning är känd; svaren saknar valuta',
  dialect: SWITCH_DIALECT,
  labels: { [NUMBER]: 'Hemtelefon' },
  invoices: [
    monthlyInvoice('900702', '2026-02', month('2026-02'), { feesOre: 17900 }),
    monthlyInvoice('900701', '2026-01', month('2026-01'), { feesOre: 17900 }),
  ],
  unbilled: null,
};

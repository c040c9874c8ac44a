/**
 * An invoice of monthly fees only. Known answer: 900802 (February) says 404 invoice-has-no-usage, a
 * calm state; January and March have usage.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { FILE_DIALECT } from '../dialects.js';
import { type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { mobile } from '../numbers.js';

const NUMBER = mobile(65);
const HABITS: Habits = { calls: 5, messages: 7, data: 6 };

const month = (name: string, untilDay?: number): SubscriptionUsage[] => [
  usage(NUMBER, () => new Itemisation(NUMBER).life(name, { ...HABITS, untilDay })),
];

export const quietInvoice: SandboxCustomer = {
  customerNo: '100106',
  name: 'Stina Tystnad',
  city: 'Lugnvik',
  story: 'Fakturan för februari saknar förbrukning',
  dialect: FILE_DIALECT,
  labels: { [NUMBER]: 'Mobil' },
  invoices: [
    monthlyInvoice('900803', '2026-03', month('2026-03'), { feesOre: 14900 }),
    monthlyInvoice('900802', '2026-02', [], { feesOre: 14900 }),
    monthlyInvoice('900801', '2026-01', month('2026-01'), { feesOre: 14900 }),
  ],
  unbilled: month('2026-04', 15),
};

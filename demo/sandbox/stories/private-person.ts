/**
 * The ordinary case: one person, one number, nothing to explain. Known answer: no premium, no
 * roaming, no fee; calls, messages and data in each of three months and in the unbilled April.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { STRING_DIALECT } from '../dialects.js';
import { type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { mobile } from '../numbers.js';

const NUMBER = mobile(20);
const HABITS: Habits = { calls: 34, messages: 41, pictures: 3, data: 26 };

const month = (name: string, untilDay?: number): SubscriptionUsage[] => [
  usage(NUMBER, () => new Itemisation(NUMBER).life(name, { ...HABITS, untilDay })),
];

export const privatePerson: SandboxCustomer = {
  customerNo: '100101',
  name: 'Nils Fantasi',
  city: 'Sagostad',
  story: 'En person med ett nummer, inget ovanligt',
  dialect: STRING_DIALECT,
  labels: { [NUMBER]: 'Mobil' },
  invoices: [
    monthlyInvoice('900203', '2026-03', month('2026-03'), { feesOre: 24900 }),
    monthlyInvoice('900202', '2026-02', month('2026-02'), { feesOre: 24900 }),
    monthlyInvoice('900201', '2026-01', month('2026-01'), { feesOre: 24900 }),
  ],
  unbilled: month('2026-04', 21),
};

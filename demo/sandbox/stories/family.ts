/**
 * A family with five numbers, amounts with VAT. Known answer: 070-174 06 34 (Tilde) is new on
 * invoice 900303 (March); the four other numbers use the same as in February, so what Tilde's number
 * uses is the whole difference: 131,73 kr.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { FILE_DIALECT } from '../dialects.js';
import { EVERYDAY_TARIFF, type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { mobile } from '../numbers.js';

const TARIFF = { ...EVERYDAY_TARIFF, vat: 'included' } as const;

const LABELS: Readonly<Record<string, string>> = {
  [mobile(30)]: 'Signe',
  [mobile(31)]: 'Folke',
  [mobile(32)]: 'Alva',
  [mobile(33)]: 'Ture',
  [mobile(34)]: 'Tilde',
};
const NEW_NUMBER = mobile(34);

const HABITS: Readonly<Record<string, Habits>> = {
  [mobile(30)]: { calls: 44, messages: 60, pictures: 8, data: 20, steady: true },
  [mobile(31)]: { calls: 61, messages: 22, data: 25, steady: true },
  [mobile(32)]: { calls: 6, messages: 95, pictures: 21, data: 28, steady: true },
  [mobile(33)]: { calls: 3, messages: 40, data: 28, steady: true },
  [NEW_NUMBER]: { calls: 4, messages: 12, data: 9, steady: true },
};

function month(name: string, numbers: readonly string[], untilDay?: number): SubscriptionUsage[] {
  return numbers.map((no) =>
    usage(no, () => new Itemisation(no, TARIFF).life(name, { ...HABITS[no], untilDay })),
  );
}

const FIVE = Object.keys(LABELS);
const FOUR = FIVE.filter((no) => no !== NEW_NUMBER);

export const family: SandboxCustomer = {
  customerNo: '100102',
  name: 'Familjen Låtsas',
  city: 'Drömköping',
  story: 'En familj med fem nummer, varav ett är nytt i mars',
  question: {
    words: 'Vi gör ju som vi alltid gjort, varför har räkningen stigit?',
    invoiceNo: '900303',
    before: '900302',
    answer: [
      { cause: 'newSubscription', subscriptionNo: NEW_NUMBER, usageType: null, amount: '131.73' },
    ],
  },
  dialect: FILE_DIALECT,
  labels: LABELS,
  invoices: [
    monthlyInvoice('900303', '2026-03', month('2026-03', FIVE), { feesOre: 99500 }),
    monthlyInvoice('900302', '2026-02', month('2026-02', FOUR), { feesOre: 79600 }),
    monthlyInvoice('900301', '2026-01', month('2026-01', FOUR), { feesOre: 79600 }),
  ],
  unbilled: month('2026-04', FIVE, 20),
};

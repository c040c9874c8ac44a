/**
 * The same usage at a new price, VAT not stated. Known answer: from 1 March a call costs 0,89 kr a
 * minute instead of 0,59 kr; invoices 900503 (March) and 900502 (February) hold the same 96 calls with
 * the same 5 h 49 min 34 s, and the whole difference, 104,84 kr, is "dearer calls".
 */
import { monthlyInvoice, usage } from '../billing.js';
import { FILE_DIALECT } from '../dialects.js';
import { EVERYDAY_TARIFF, Itemisation, type Tariff } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { fixedLine } from '../numbers.js';

const NUMBER = fixedLine(50);
const BEFORE: Tariff = { ...EVERYDAY_TARIFF, vat: 'unstated' };
const SINCE_MARCH: Tariff = { ...BEFORE, callMinute: 89 };

const month = (name: string, tariff: Tariff, untilDay?: number): SubscriptionUsage[] => [
  usage(NUMBER, () =>
    new Itemisation(NUMBER, tariff).life(name, { calls: 96, steady: true, untilDay }),
  ),
];

export const priceChange: SandboxCustomer = {
  customerNo: '100104',
  name: 'Gunvor Mynt',
  city: 'Öresby',
  story: 'Minutpriset höjs den 1 mars, samtalen är desamma',
  question: {
    words: 'Jag ringer inte mer än förut, varför kostar det mer?',
    invoiceNo: '900503',
    before: '900502',
    answer: [{ cause: 'dearer', subscriptionNo: NUMBER, usageType: 'VOICE', amount: '104.84' }],
  },
  dialect: FILE_DIALECT,
  labels: { [NUMBER]: 'Hemtelefon' },
  invoices: [
    monthlyInvoice('900503', '2026-03', month('2026-03', SINCE_MARCH), { feesOre: 17900 }),
    monthlyInvoice('900502', '2026-02', month('2026-02', BEFORE), { feesOre: 17900 }),
    monthlyInvoice('900501', '2026-01', month('2026-01', BEFORE), { feesOre: 17900 }),
  ],
  unbilled: month('2026-04', SINCE_MARCH, 22),
};

/**
 * Identifiers as old ledgers have them. Known answer: the customer number `0042/Å Ö&B-1`, the invoice
 * numbers with leading zeros (one has a slash, one a space) and the subscription `Växel Åre/2 & 3` all
 * work when each is percent-encoded once, and none is ever a number.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { STRING_DIALECT } from '../dialects.js';
import { type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';

const LEADING_ZEROS = '0046701740670';
const SWITCHBOARD = 'Växel Åre/2 & 3';
const HABITS: Habits = { calls: 12, messages: 5 };

const month = (name: string, untilDay?: number): SubscriptionUsage[] =>
  [LEADING_ZEROS, SWITCHBOARD].map((no) =>
    usage(no, () => new Itemisation(no).life(name, { ...HABITS, untilDay })),
  );

export const oddIdentifiers: SandboxCustomer = {
  customerNo: '0042/Å Ö&B-1',
  name: 'Å, Ö & Bröderna Hittepå HB',
  city: 'Åbrinken',
  story: 'Inledande nollor, åäö, snedstreck, blanksteg och et-tecken i numren',
  dialect: STRING_DIALECT,
  labels: { [LEADING_ZEROS]: 'Mobil', [SWITCHBOARD]: 'Växel' },
  invoices: [
    monthlyInvoice('000900903', '2026-03', month('2026-03'), { feesOre: 49800 }),
    monthlyInvoice('0009/902', '2026-02', month('2026-02'), { feesOre: 49800 }),
    monthlyInvoice('ÅR 26_01', '2026-01', month('2026-01'), { feesOre: 49800 }),
  ],
  unbilled: month('2026-04', 17),
};

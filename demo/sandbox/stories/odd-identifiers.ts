/**
 * Identifiers as old ledgers have them. Known answer: the customer number `0042/Å Ö&B-1`, the invoice
 * numbers with leading zeros (one has an underscore, one a space) and the subscription `Växel Åre 2 & 3` all
 * work when each is percent-encoded once, and none is ever a number. Invoice `0009_902` (February) has a
 * third subscription, `Fax 2-B`, with twenty messages of 0,69 kr; it is gone in March, when the two others
 * use the same: 13,80 kr excl. VAT less.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { STRING_DIALECT } from '../dialects.js';
import { type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';

const LEADING_ZEROS = '0046701740670';
const SWITCHBOARD = 'Växel Åre 2 & 3';
const FAX = 'Fax 2-B';
const HABITS: Habits = { calls: 12, messages: 5, steady: true };

const month = (name: string, untilDay?: number): SubscriptionUsage[] =>
  [LEADING_ZEROS, SWITCHBOARD].map((no) =>
    usage(no, () => new Itemisation(no).life(name, { ...HABITS, untilDay })),
  );

const withFax = (name: string): SubscriptionUsage[] => [
  ...month(name),
  usage(FAX, () => new Itemisation(FAX).life(name, { messages: 20, steady: true })),
];

export const oddIdentifiers: SandboxCustomer = {
  customerNo: '0042/Å Ö&B-1',
  name: 'Å, Ö & Bröderna Hittepå HB',
  city: 'Åbrinken',
  story: 'Inledande nollor, åäö, snedstreck, blanksteg och et-tecken i numren',
  question: {
    words: 'Faxen är uppsagd, har den försvunnit från fakturan?',
    invoiceNo: '000900903',
    before: '0009_902',
    answer: [{ cause: 'goneSubscription', subscriptionNo: FAX, usageType: null, amount: '-13.80' }],
  },
  dialect: STRING_DIALECT,
  labels: { [LEADING_ZEROS]: 'Mobil', [SWITCHBOARD]: 'Växel', [FAX]: 'Fax' },
  invoices: [
    monthlyInvoice('000900903', '2026-03', month('2026-03'), { feesOre: 49800 }),
    monthlyInvoice('0009_902', '2026-02', withFax('2026-02'), { feesOre: 49800 }),
    monthlyInvoice('ÅR 26_01', '2026-01', withFax('2026-01'), { feesOre: 49800 }),
  ],
  unbilled: month('2026-04', 17),
};

/**
 * A commuter over the border. Known answer: invoice 901103 (March) has three totals that are never
 * added: SEK without VAT (calls, messages, data), 149,00 SEK with VAT (one parking service) and
 * 87,50 NOK without VAT (five charges at 17,50 for Norwegian road tolls). February had four, and else the
 * same: 17,50 NOK more.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { FILE_DIALECT } from '../dialects.js';
import { type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { mobile } from '../numbers.js';

const NUMBER = mobile(75);
const HABITS: Habits = { calls: 31, messages: 12, data: 20, steady: true };

function month(name: string, tolls: number, untilDay?: number): SubscriptionUsage[] {
  return [
    usage(NUMBER, () => {
      const written = new Itemisation(NUMBER).life(name, { ...HABITS, untilDay });
      for (let n = 0; n < tolls; n += 1) {
        written.charge(`${name}-0${n + 2}T07:1${n}:00`, 'FEE', 'Bompassering', 1750, {
          currency: 'NOK',
          destination: 'Norge',
          contentProvider: 'Bomvakta (oppdiktet)',
        });
      }
      return written.charge(`${name}-10T16:45:00`, 'FEE', 'Parkering', 14900, {
        vat: 'included',
        contentProvider: 'Parkera Mera (påhittad)',
      });
    }),
  ];
}

export const twoCurrencies: SandboxCustomer = {
  customerNo: '100108',
  name: 'Ingrid Gränsland',
  city: 'Mellanriket',
  story: 'Två valutor och två momsgrunder på samma faktura',
  question: {
    words: 'Körde jag verkligen genom tullen oftare i mars?',
    invoiceNo: '901103',
    before: '901102',
    answer: [
      {
        cause: 'moreUsed',
        subscriptionNo: NUMBER,
        usageType: 'FEE',
        amount: '17.50',
        currency: 'NOK',
      },
    ],
  },
  dialect: FILE_DIALECT,
  labels: { [NUMBER]: 'Mobil' },
  invoices: [
    monthlyInvoice('901103', '2026-03', month('2026-03', 5), { feesOre: 24900 }),
    monthlyInvoice('901102', '2026-02', month('2026-02', 4), { feesOre: 24900 }),
    monthlyInvoice('901101', '2026-01', month('2026-01', 6), { feesOre: 24900 }),
  ],
  unbilled: month('2026-04', 3, 19),
};

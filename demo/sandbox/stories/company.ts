/**
 * A company with 300 subscriptions in pages of 1,000 rows: the switchboard with 2,964 records a month,
 * 219 phones with 2–9 records and 80 machines with 4 each of a usage type that nobody knows. Written
 * when asked for: the list alone makes no record. Known answer: invoice 900603 (March) is 1 912,00 kr
 * excl. VAT more than 900602, all of it roaming data of NV-0117 in Norway on 3–5 March.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { TMF_DIALECT } from '../dialects.js';
import { type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { fixedLine } from '../numbers.js';
import { hash } from '../random.js';

const SWITCHBOARD = fixedLine(0);
const TRAVELLER = 'NV-0117';
const PHONES = 219;
const LINES = Array.from({ length: 299 }, (_, n) => `NV-${String(n + 1).padStart(4, '0')}`);

function habitsOf(subscriptionNo: string): Habits {
  if (subscriptionNo === SWITCHBOARD) return { calls: 2964, steady: true };
  const character = hash(subscriptionNo);
  return {
    calls: 1 + (character % 4),
    messages: (character >> 4) % 3,
    data: 1 + ((character >> 8) % 3),
    steady: true,
  };
}

const isMachine = (subscriptionNo: string): boolean => LINES.indexOf(subscriptionNo) >= PHONES;

function line(subscriptionNo: string, month: string, untilDay = 28): Itemisation {
  const written = new Itemisation(subscriptionNo);
  if (!isMachine(subscriptionNo)) {
    written.life(month, { ...habitsOf(subscriptionNo), untilDay });
  } else {
    for (const day of ['06', '13', '20', '27'].filter((one) => Number(one) <= untilDay)) {
      written.charge(`${month}-${day}T03:00:00`, 'M2M_PING', 'Telemetri', 25);
    }
  }
  if (subscriptionNo === TRAVELLER && month === '2026-03') {
    written
      .roamingData('2026-03-03T07:55:21', 'Norge', 'NOXX1', 410, 57400)
      .roamingData('2026-03-04T12:30:44', 'Norge', 'NOXX1', 530, 74200)
      .roamingData('2026-03-05T16:02:09', 'Norge', 'NOXX2', 425, 59600);
  }
  return written;
}

const month = (name: string, untilDay?: number): SubscriptionUsage[] =>
  [SWITCHBOARD, ...LINES].map((no) => usage(no, () => line(no, name, untilDay)));

const label = (no: string, n: number): string =>
  isMachine(no) ? `Mätare ${n + 1 - PHONES}` : `Servicebil ${n + 1}`;

export const company: SandboxCustomer = {
  customerNo: '200300',
  name: 'Nordanvind Exempel AB',
  city: 'Påhittsund',
  story: 'Ett företag med 300 abonnemang, varav ett med 2 964 poster i månaden',
  question: {
    words: 'Vilket av våra 300 abonnemang är det som har dragit i väg?',
    invoiceNo: '900603',
    before: '900602',
    answer: [
      { cause: 'newType', subscriptionNo: TRAVELLER, usageType: 'ROAM_DATA', amount: '1912.00' },
    ],
  },
  dialect: TMF_DIALECT,
  labels: {
    [SWITCHBOARD]: 'Växel',
    ...Object.fromEntries(LINES.map((no, n) => [no, label(no, n)])),
  },
  invoices: [
    monthlyInvoice('900603', '2026-03', month('2026-03'), { feesOre: 4_475_000 }),
    monthlyInvoice('900602', '2026-02', month('2026-02'), { feesOre: 4_475_000 }),
    monthlyInvoice('900601', '2026-01', month('2026-01'), { feesOre: 4_475_000 }),
  ],
  unbilled: month('2026-04', 20),
};

/**
 * "Why is my bill so high?" Known answer: invoice 900123 (March) is exactly 286,75 kr excl. VAT more
 * than 900122 (February). 241,25 kr of it are two calls to the premium number 0939-112 40 00 on
 * 8 March (20:58, 7 min 8 s, 35,65 kr; 21:14, 41 min 7 s, 205,60 kr) from 070-174 06 12, and
 * 45,50 kr are roaming data in Denmark on 12–15 March on 070-174 06 13. All other usage is, type by
 * type and number by number, the same volume at the same price in both months.
 */
import { monthlyInvoice, usage } from '../billing.js';
import { FILE_DIALECT } from '../dialects.js';
import { FLAT_TARIFF, type Habits, Itemisation } from '../itemisation.js';
import type { SandboxCustomer, SubscriptionUsage } from '../model.js';
import { fixedLine, mobile } from '../numbers.js';

const PRIVATE = mobile(12);
const WORK = mobile(13);
const SPARE = mobile(14);
const HOME = fixedLine(16);
const FIBRE = 'fiber-17';

const HABITS: Readonly<Record<string, Habits>> = {
  [PRIVATE]: { calls: 90, messages: 60, pictures: 4, data: 28, steady: true },
  [WORK]: { calls: 48, messages: 20, data: 24, steady: true },
  [SPARE]: { calls: 30, messages: 31, steady: true },
  [HOME]: { calls: 22, steady: true },
};

function everyday(month: string, subscriptionNo: string, untilDay?: number): Itemisation {
  return new Itemisation(subscriptionNo).life(month, { ...HABITS[subscriptionNo], untilDay });
}

/** The fibre line is paid by the month: a record a day that costs nothing. */
function fibre(month: string, untilDay = 28): Itemisation {
  const line = new Itemisation(FIBRE, FLAT_TARIFF);
  for (let day = 1; day <= untilDay; day += 1) {
    line.data(`${month}-${String(day).padStart(2, '0')}T00:00:00`, 4_200_000 + day * 31_000);
  }
  return line;
}

function premiumCall(line: Itemisation, start: string, seconds: number, ore: number): Itemisation {
  return line.call(start, '0939-1124000', seconds, {
    type: 'PREMIUM',
    text: 'Betalnummer',
    destination: 'Betaltjänst',
    destinationCode: '0939',
    contentProvider: 'Stjärntydarna (påhittad)',
    ore,
  });
}

function shockingPrivate(): Itemisation {
  const line = everyday('2026-03', PRIVATE);
  premiumCall(line, '2026-03-08T20:58:00', 428, 3565);
  return premiumCall(line, '2026-03-08T21:14:00', 2467, 20560);
}

function travellingWork(): Itemisation {
  return everyday('2026-03', WORK)
    .roamingData('2026-03-12T08:31:10', 'Danmark', 'DKXX1', 61, 1220)
    .roamingData('2026-03-13T12:04:52', 'Danmark', 'DKXX1', 74, 1480)
    .roamingData('2026-03-14T19:47:05', 'Danmark', 'DKXX2', 52, 1040)
    .roamingData('2026-03-15T10:15:33', 'Danmark', 'DKXX1', 40, 810);
}

function ordinaryMonth(month: string, untilDay?: number): SubscriptionUsage[] {
  return [
    ...[PRIVATE, WORK, SPARE, HOME].map((no) => usage(no, () => everyday(month, no, untilDay))),
    usage(FIBRE, () => fibre(month, untilDay)),
  ];
}

const MARCH: SubscriptionUsage[] = ordinaryMonth('2026-03').map((line) => {
  if (line.subscriptionNo === PRIVATE) return usage(PRIVATE, shockingPrivate);
  if (line.subscriptionNo === WORK) return usage(WORK, travellingWork);
  return line;
});

export const billShock: SandboxCustomer = {
  customerNo: '100045',
  name: 'Astrid Påhittad',
  city: 'Fabelby',
  story: 'Två samtal till betalnummer och fyra dagars data utomlands gör mars dyr',
  question: {
    words: 'Varför är marsfakturan så mycket högre än den i februari?',
    invoiceNo: '900123',
    before: '900122',
    answer: [
      { cause: 'newType', subscriptionNo: PRIVATE, usageType: 'PREMIUM', amount: '241.25' },
      { cause: 'newType', subscriptionNo: WORK, usageType: 'ROAM_DATA', amount: '45.50' },
    ],
  },
  dialect: FILE_DIALECT,
  labels: {
    [PRIVATE]: 'Mobil privat',
    [WORK]: 'Mobil jobb',
    [SPARE]: 'Reserv',
    [HOME]: 'Fast',
    [FIBRE]: 'Fiber',
  },
  invoices: [
    monthlyInvoice('900123', '2026-03', MARCH, { feesOre: 74700 }),
    monthlyInvoice('900122', '2026-02', ordinaryMonth('2026-02'), { feesOre: 74700 }),
    monthlyInvoice('900121', '2026-01', ordinaryMonth('2026-01'), { feesOre: 74700 }),
  ],
  unbilled: ordinaryMonth('2026-04', 19),
};

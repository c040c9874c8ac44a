/**
 * A group of companies with 2,500 subscriptions and a million records a month, to see what that is like.
 * An answer is written each time it is asked for: kept, one month would fill half a gigabyte. Known
 * answer: invoice 901503 (March) is exactly 4 980,00 kr excl. VAT more than 901502, all of it twelve
 * calls of 415,00 kr to the premium number 0939-112 40 00 in the night to 14 March from KN-1733.
 */
import { monthlyInvoice } from '../billing.js';
import { FILE_DIALECT } from '../dialects.js';
import { Itemisation } from '../itemisation.js';
import { memoise, type SandboxCustomer, type SubscriptionUsage } from '../model.js';
import { anyFixedLine, anyMobile } from '../numbers.js';
import { Random } from '../random.js';

const LINES = Array.from({ length: 2_500 }, (_, n) => `KN-${String(n + 1).padStart(4, '0')}`);
const RECORDS_A_MONTH = 400;
const CALLS_AT_NIGHT = 12;
const ORE_A_CALL = 41_500;
const RINGS_AT_NIGHT = 'KN-1733';

/** As many kinds of work there are: whoever does the same uses as much, at other times. */
const KINDS = 10;
const kindOf = (subscriptionNo: string): number => (Number(subscriptionNo.slice(3)) - 1) % KINDS;

const two = (value: number): string => String(value).padStart(2, '0');

/** Each record has its own time and number, but what the month comes to follows from the kind. */
function ordinary(subscriptionNo: string, month: string, lastDay: number): Itemisation {
  const line = new Itemisation(subscriptionNo);
  const much = new Random(`large company ${kindOf(subscriptionNo)}`);
  const where = new Random(`${subscriptionNo} ${month}`);
  const count = Math.round((RECORDS_A_MONTH * lastDay) / 28);
  for (let n = 0; n < count; n += 1) {
    const day = 1 + Math.floor((n * lastDay) / count);
    const clock = [where.between(6, 21), where.between(0, 59), where.between(0, 59)];
    const start = `${month}-${two(day)}T${clock.map(two).join(':')}`;
    const kind = much.between(1, 10);
    const size = much.between(7, 900);
    if (kind <= 3) line.data(start, size * 211);
    else if (kind <= 5) line.message(start, anyMobile(where));
    else line.call(start, kind < 9 ? anyMobile(where) : anyFixedLine(where), size);
  }
  return line;
}

function written(subscriptionNo: string, month: string, lastDay = 28): Itemisation {
  const line = ordinary(subscriptionNo, month, lastDay);
  if (subscriptionNo !== RINGS_AT_NIGHT || month !== '2026-03') return line;
  for (let n = 0; n < CALLS_AT_NIGHT; n += 1) {
    line.call(
      `2026-03-14T0${Math.floor(n / 3)}:${two(4 + 19 * (n % 3))}:00`,
      '0939-1124000',
      1_020,
      {
        type: 'PREMIUM',
        text: 'Betalnummer',
        destination: 'Betaltjänst',
        destinationCode: '0939',
        contentProvider: 'Stjärntydarna (påhittad)',
        ore: ORE_A_CALL,
      },
    );
  }
  return line;
}

/** What each kind uses in a whole month, in öre: the same in each, and added up once. */
const ORE_OF_KINDS = LINES.slice(0, KINDS).map((subscriptionNo) =>
  memoise(() => {
    const records = ordinary(subscriptionNo, '2026-02', 28).records();
    return records.reduce((sum, { ore }) => sum + ore, 0);
  }),
);

function wholeMonth(name: string): SubscriptionUsage[] {
  return lines(name).map((line) => ({
    ...line,
    ore: () => {
      const ringsAtNight = line.subscriptionNo === RINGS_AT_NIGHT && name === '2026-03';
      const ordinarily = ORE_OF_KINDS[kindOf(line.subscriptionNo)]?.() ?? NaN;
      return ordinarily + (ringsAtNight ? CALLS_AT_NIGHT * ORE_A_CALL : 0);
    },
  }));
}

function lines(month: string, lastDay?: number): SubscriptionUsage[] {
  return LINES.map((subscriptionNo) => ({
    subscriptionNo,
    records: () => written(subscriptionNo, month, lastDay).records(),
  }));
}

export const largeCompany: SandboxCustomer = {
  customerNo: '200301',
  name: 'Koncernen Påhitt AB',
  city: 'Hittevik',
  story: 'En koncern med 2 500 abonnemang och en miljon poster i månaden',
  question: {
    words: 'Nästan fem tusen kronor mer i mars, vem av oss är det?',
    invoiceNo: '901503',
    before: '901502',
    answer: [
      { cause: 'newType', subscriptionNo: RINGS_AT_NIGHT, usageType: 'PREMIUM', amount: '4980.00' },
    ],
  },
  dialect: FILE_DIALECT,
  labels: Object.fromEntries(LINES.map((no, n) => [no, `Anställd ${n + 1}`])),
  invoices: [
    monthlyInvoice('901503', '2026-03', wholeMonth('2026-03'), { feesOre: 37_250_000 }),
    monthlyInvoice('901502', '2026-02', wholeMonth('2026-02'), { feesOre: 37_250_000 }),
  ],
  unbilled: lines('2026-04', 20),
};

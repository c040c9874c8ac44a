/**
 * Whether figures agree that should say the same money: the sum of the records, the service's own summary,
 * and the amount of the invoice. What lies between two of them has an exact size and a name.
 */
import {
  absDecimal,
  addDecimals,
  compareDecimals,
  type Decimal,
  isNegative,
  isZero,
  multiplyDecimals,
  subtractDecimals,
  ZERO,
} from './decimal.js';
import { type MoneySum, type Total, VAT_BASES, type VatBasis } from './money.js';

/**
 * What a gap can come from.
 *
 * incomplete – something is known to be missing from one of the figures, which may be all of the gap;
 * rounding – it is no more than what is left where every row is rounded;
 * vat – one figure includes VAT and the other does not, or one of them does not say;
 * notItemised – money that has no record or no summary, such as a fee or a discount of the invoice;
 * conflicting – nothing that is known explains it.
 */
export type GapReason = 'incomplete' | 'rounding' | 'vat' | 'notItemised' | 'conflicting';

/** What lies between a figure and the total in one currency and, as far as they share it, VAT basis. */
export interface Gap {
  /** ISO 4217; null = not stated. */
  readonly currency: string | null;
  /** null where the two are not of the same bases. */
  readonly vat: VatBasis | null;
  readonly figure: Decimal;
  readonly total: Decimal;
  /** Figure less total, never zero. */
  readonly difference: Decimal;
  /** One, or two that can not be told apart. */
  readonly reasons: readonly GapReason[];
}

/** Each row may be off by half of a hundredth [assumed], an invoice by half of a whole besides. */
const ROW_SLACK: Decimal = { units: 5n, scale: 3 };
const INVOICE_SLACK: Decimal = { units: 5n, scale: 1 };

/** The standard rates of SE, NO, DK and of FI, per mille: a gap of just this size is VAT and no more. */
const VAT_RATES = [250n, 255n];

/**
 * Compares the sum of the records with the service's summary. The gaps are records − summary, per currency
 * and VAT basis: a sum on one side only differs by all of itself.
 */
export function reconcile(records: Total, summary: Total): Gap[] {
  return gapsOf(records, summary, ZERO, (isMixed, difference) =>
    isMixed ? ['vat'] : [isNegative(difference) ? 'notItemised' : 'conflicting'],
  );
}

/**
 * Compares the amount of an invoice with its usage. The gaps are invoice − usage.
 *
 * @param amount to pay, so VAT is included [assumed].
 * @param currency null = not stated: then that of the usage.
 */
export function reconcileInvoice(usage: Total, amount: Decimal, currency: string | null): Gap[] {
  const [leading] = usage.sums;
  const sum = { currency: currency ?? leading?.currency ?? null, vat: 'included', amount } as const;
  const invoice = { sums: [sum], count: 0, complete: true, gaps: {} };
  return gapsOf(invoice, usage, INVOICE_SLACK, (isMixed, difference, of, slack) => {
    if (!isMixed) return [of.currency === sum.currency ? 'notItemised' : 'conflicting'];
    const isTax = VAT_RATES.some((units) => {
      const tax = multiplyDecimals(of.total, { units, scale: 3 });
      return isWithin(subtractDecimals(difference, tax), slack);
    });
    return isTax ? ['vat'] : ['vat', 'notItemised'];
  });
}

type NameGap = (
  isMixed: boolean,
  difference: Decimal,
  of: Pick<Gap, 'currency' | 'total'>,
  slack: Decimal,
) => GapReason[];

function gapsOf(figure: Total, total: Total, extra: Decimal, nameOf: NameGap): Gap[] {
  const isComplete = figure.complete && total.complete;
  const rows = { units: BigInt(figure.count + total.count), scale: 0 };
  const slack = addDecimals(multiplyDecimals(rows, ROW_SLACK), extra);
  const currencies = new Set([...figure.sums, ...total.sums].map(({ currency }) => currency));
  return [...currencies].flatMap((currency) => {
    const sides = [figure, total].map(({ sums }) =>
      sums.filter((sum) => sum.currency === currency),
    ) as [MoneySum[], MoneySum[]];
    const [bases, others] = sides.map((sums) => VAT_BASES.filter((vat) => hasBasis(sums, vat)));
    // Where one side has nothing at all, the other one differs by all of itself.
    const isMixed = sides.every(({ length }) => length > 0) && String(bases) !== String(others);
    return (isMixed ? [null] : VAT_BASES).flatMap((vat) => {
      const [a, b] = sides.map((sums) => sumOf(sums, vat)) as [Decimal, Decimal];
      const difference = subtractDecimals(a, b);
      if (isZero(difference)) return [];
      const reasons: GapReason[] = !isComplete
        ? ['incomplete']
        : isWithin(difference, slack)
          ? ['rounding']
          : nameOf(isMixed, difference, { currency, total: b }, slack);
      return { currency, vat, figure: a, total: b, difference, reasons };
    });
  });
}

function hasBasis(sums: readonly MoneySum[], wanted: VatBasis): boolean {
  return sums.some(({ vat }) => vat === wanted);
}

/** null stands for every basis: what they have in common is the money that it is about. */
function sumOf(sums: readonly MoneySum[], wanted: VatBasis | null): Decimal {
  return sums
    .filter(({ vat }) => wanted === null || vat === wanted)
    .reduce((sum, { amount }) => addDecimals(sum, amount), ZERO);
}

function isWithin(difference: Decimal, slack: Decimal): boolean {
  return compareDecimals(absDecimal(difference), slack) <= 0;
}

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
 * currency – an invoice has one amount, and the usage is in another currency, or in more than one;
 * notItemised – money that has no record or no summary, such as a fee or a discount of the invoice;
 * conflicting – the records hold more than their summary, which nothing that is known explains.
 */
export type GapReason =
  'incomplete' | 'rounding' | 'vat' | 'currency' | 'notItemised' | 'conflicting';

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

/** The amount of an invoice as a total, to pay: VAT is included [assumed]. */
export function invoiceTotal(amount: Decimal, currency: string | null): Total {
  return { sums: [{ currency, vat: 'included', amount }], count: 0, complete: true, gaps: {} };
}

/** So many hundredths are a whole, to which an invoice is rounded. */
const ROWS_OF_WHOLE = 100;

/** Whether a difference is no more than what is left where so many rows are rounded: half of a hundredth each [assumed]. */
export function isRounding(difference: Decimal, rows: number): boolean {
  return compareDecimals(absDecimal(difference), { units: BigInt(5 * rows), scale: 3 }) <= 0;
}

/**
 * Compares a figure with the total that it should be: records with the summary of them, or an invoice with
 * its usage. The gaps are figure − total, per currency and VAT basis: a sum on one side only differs by all
 * of itself. Where a currency is not of the same bases on both sides, it is compared as a whole.
 *
 * What rounding may leave is half of a hundredth a row [assumed], for an invoice half of a whole besides.
 */
export function reconcile(figure: Total, total: Total, isInvoice = false): Gap[] {
  const sides = [figure, total];
  const rows = figure.count + total.count + (isInvoice ? ROWS_OF_WHOLE : 0);
  const currencies = new Set(sides.flatMap(({ sums }) => sums.map(({ currency }) => currency)));
  return [...currencies].flatMap((currency) => {
    const own = ({ sums }: Total, vat: VatBasis | null): MoneySum[] =>
      sums.filter((sum) => sum.currency === currency && (vat ?? sum.vat) === sum.vat);
    const [bases, others] = sides.map((side) =>
      String(VAT_BASES.filter((vat) => own(side, vat).length > 0)),
    );
    // Where one side has nothing at all, the other one differs by all of itself.
    const isMixed = bases && others && bases !== others;
    return (isMixed ? [null] : VAT_BASES).flatMap((vat) => {
      const [a = ZERO, b = ZERO] = sides.map((side) =>
        own(side, vat).reduce((sum, { amount }) => addDecimals(sum, amount), ZERO),
      );
      const difference = subtractDecimals(a, b);
      if (isZero(difference)) return [];
      const reasons: GapReason[] =
        !figure.complete || !total.complete
          ? ['incomplete']
          : [
              ...(isMixed ? (['vat'] as const) : []),
              isInvoice && currencies.size > 1
                ? 'currency'
                : isRounding(difference, rows)
                  ? 'rounding'
                  : isMixed || isInvoice || isNegative(difference)
                    ? 'notItemised'
                    : 'conflicting',
            ];
      return { currency, vat, figure: a, total: b, difference, reasons };
    });
  });
}

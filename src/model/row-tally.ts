/** The money of a group of rows, on its way to a total. */
import type { DecimalColumn } from './columns.js';
import { ExactSum } from './exact-sums.js';
import { MoneyTally, type Incompleteness, type VatBasis } from './money.js';
import { RECORD_MARKS } from './usage-record.js';
import type { WithheldRow } from './withheld-rows.js';

/** What a tally reads of a table. */
export interface MoneySource {
  readonly amount: DecimalColumn;
  /** Currency and VAT basis as one small integer. */
  moneyCode(row: number): number;
  moneyOf(code: number): { currency: string | null; vat: VatBasis };
  marks(row: number): number;
}

/**
 * Whether a row without amount leaves a hole in its total. A record that says that it is free or
 * included costs nothing beyond it, unless an amount was there and could not be read.
 */
export function lacksAmount(marks: number): boolean {
  if (marks & RECORD_MARKS.badAmount) return true;
  return (marks & (RECORD_MARKS.free | RECORD_MARKS.included)) === 0;
}

/** One sum per currency and VAT basis: a group of rows can not be added across. */
export class RowTally {
  readonly #source: MoneySource;
  readonly #sums: (ExactSum | undefined)[] = [];
  #count = 0;
  #missing = 0;
  #conflicting = 0;

  constructor(source: MoneySource) {
    this.#source = source;
  }

  add(row: number): void {
    const { amount } = this.#source;
    const marks = this.#source.marks(row);
    this.#count++;
    if (marks & RECORD_MARKS.conflicting) this.#conflicting++;
    if (amount.isMissing(row)) {
      if (lacksAmount(marks)) this.#missing++;
      return;
    }
    const money = this.#source.moneyCode(row);
    amount.addTo((this.#sums[money] ??= new ExactSum()), row);
  }

  /** @param gaps what is known to be missing beside what the rows themselves lack. */
  tally(gaps: Incompleteness = {}): MoneyTally {
    const tally = new MoneyTally();
    this.#sums.forEach((sum, code) => {
      if (!sum) return;
      const { currency, vat } = this.#source.moneyOf(code);
      tally.add(currency, vat, sum.at(this.#source.amount.scale));
    });
    tally.countRows(this.#count);
    tally.note(gaps);
    tally.note({ missingAmounts: this.#missing, conflictingRows: this.#conflicting });
    return tally;
  }
}

/** Adds the money of withheld rows to a tally: they are not listed, but they are paid for. */
export function addWithheld(tally: MoneyTally, rows: Iterable<WithheldRow>): void {
  for (const { currency, vat, amount, marks } of rows) {
    tally.countRows(1);
    if (amount) tally.add(currency, vat, amount);
    else if (lacksAmount(marks)) tally.note({ missingAmounts: 1 });
    if (marks & RECORD_MARKS.conflicting) tally.note({ conflictingRows: 1 });
  }
}

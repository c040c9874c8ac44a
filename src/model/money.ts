/**
 * Sums of money with their honesty: one per currency and VAT basis, and with each total what is
 * known to be missing from it.
 */
import { absDecimal, addDecimals, compareDecimals, type Decimal } from './decimal.js';

/** Whether an amount holds VAT. Never derived from one another without a rate. */
export const VAT_BASES = ['excluded', 'included', 'unstated'] as const;
export type VatBasis = (typeof VAT_BASES)[number];

/** One sum per currency and VAT basis; never added across. Decimal kronor, never öre. */
export interface MoneySum {
  /** ISO 4217 in capitals; null = not stated. */
  readonly currency: string | null;
  readonly vat: VatBasis;
  readonly amount: Decimal;
}

/** Why a total is not all there is. An absent member means nothing is known to be missing. */
export interface Incompleteness {
  /** Rows that came but could not be read. */
  readonly unreadableRows?: number;
  /** Rows that are listed but state no readable amount. */
  readonly missingAmounts?: number;
  /** Whole answers (a subscription, a page) that could not be had. */
  readonly missingAnswers?: number;
  /** The list ends at the service's limit of rows, so there may be more. */
  readonly cutOff?: boolean;
  /** Pages overlapped, were missing, or pointed in a circle. */
  readonly brokenPaging?: boolean;
  /** Rows that share an id but not their content: one of them should perhaps not count. */
  readonly conflictingRows?: number;
}

export interface Total {
  /** By absolute amount, largest first. */
  readonly sums: readonly MoneySum[];
  /** How many rows stand behind the sums. */
  readonly count: number;
  readonly complete: boolean;
  readonly gaps: Incompleteness;
}

/** 'sek' and ' SEK ' are one currency; an empty text is none. */
export function normaliseCurrency(currency: string | null | undefined): string | null {
  return currency?.trim().toUpperCase() || null;
}

/** Both sets of gaps together: counts are added, flags stay raised. */
export function mergeGaps(a: Incompleteness, b: Incompleteness): Incompleteness {
  const sum = (x = 0, y = 0): number | undefined => x + y || undefined;
  return dropUndefined({
    unreadableRows: sum(a.unreadableRows, b.unreadableRows),
    missingAmounts: sum(a.missingAmounts, b.missingAmounts),
    missingAnswers: sum(a.missingAnswers, b.missingAnswers),
    cutOff: a.cutOff || b.cutOff || undefined,
    brokenPaging: a.brokenPaging || b.brokenPaging || undefined,
    conflictingRows: sum(a.conflictingRows, b.conflictingRows),
  });
}

/** Gaps travel in events as plain JSON and are compared in tests: only what is there is a member. */
function dropUndefined(gaps: Incompleteness): Incompleteness {
  return Object.fromEntries(Object.entries(gaps).filter(([, value]) => value !== undefined));
}

/** True when nothing is known to be missing. */
export function isComplete(gaps: Incompleteness): boolean {
  return Object.values(gaps).every((value) => !value);
}

/**
 * The sums in the one order in which they are shown: by absolute amount, largest first. Equal
 * amounts go by currency and basis, so that the same rows in any order give the same page.
 */
export function sortSums(sums: Iterable<MoneySum>): MoneySum[] {
  return [...sums].sort(
    (a, b) =>
      compareDecimals(absDecimal(b.amount), absDecimal(a.amount)) ||
      compareTexts(a.currency ?? '', b.currency ?? '') ||
      VAT_BASES.indexOf(a.vat) - VAT_BASES.indexOf(b.vat),
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Collects amounts into a {@link Total}. */
export class MoneyTally {
  readonly #sums = new Map<string, MoneySum>();
  #count = 0;
  #gaps: Incompleteness = {};

  /** Adds one amount to the sum of its currency and VAT basis. */
  add(currency: string | null, vat: VatBasis, amount: Decimal): void {
    const code = normaliseCurrency(currency);
    const key = `${vat} ${code ?? ''}`;
    const sum = this.#sums.get(key);
    this.#sums.set(key, {
      currency: code,
      vat,
      amount: sum ? addDecimals(sum.amount, amount) : amount,
    });
  }

  addAll(sums: Iterable<MoneySum>): void {
    for (const { currency, vat, amount } of sums) this.add(currency, vat, amount);
  }

  /** Takes over another total: its sums, its rows and what it lacks. */
  addTotal(total: Total): void {
    this.addAll(total.sums);
    this.countRows(total.count);
    this.note(total.gaps);
  }

  /** Notes what is missing; counts add up over calls. */
  note(gaps: Incompleteness): void {
    this.#gaps = mergeGaps(this.#gaps, gaps);
  }

  countRows(n: number): void {
    this.#count += n;
  }

  total(): Total {
    return {
      sums: sortSums(this.#sums.values()),
      count: this.#count,
      complete: isComplete(this.#gaps),
      gaps: this.#gaps,
    };
  }
}

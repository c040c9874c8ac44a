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

/** Sums with what is known to be missing from them: never show them without. */
export interface Total {
  /** By absolute amount, largest first. */
  readonly sums: readonly MoneySum[];
  /** How many rows stand behind the sums. */
  readonly count: number;
  readonly complete: boolean;
  readonly gaps: Incompleteness;
}

/** 'sek' and ' SEK ' are one currency; an empty text is none. */
export function normaliseCurrency(currency: string | null): string | null {
  return currency?.trim().toUpperCase() || null;
}

/** Both sets of gaps together: counts are added, flags stay raised, nothing else is a member. */
export function mergeGaps(a: Incompleteness, b: Incompleteness): Incompleteness {
  const merged: Record<string, number | boolean> = {};
  for (const gaps of [a, b]) {
    for (const [gap, value] of Object.entries<number | boolean | undefined>({ ...gaps })) {
      if (value) merged[gap] = value === true || value + Number(merged[gap] ?? 0);
    }
  }
  return merged;
}

/** True when nothing is known to be missing. */
export function isComplete(gaps: Incompleteness): boolean {
  return !Object.values(gaps).some(Boolean);
}

/**
 * By absolute amount, largest first. Equal amounts go by currency and basis, so that the same rows
 * in any order give the same page.
 */
function compareSums(a: MoneySum, b: MoneySum): number {
  return (
    compareDecimals(absDecimal(b.amount), absDecimal(a.amount)) ||
    compareTexts(a.currency ?? '', b.currency ?? '') ||
    compareTexts(a.vat, b.vat)
  );
}

/** By UTF-16 units: for codes, and wherever the order only has to be one and the same. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Collects amounts into a {@link Total}. */
export class MoneyTally {
  readonly #sums = new Map<string, MoneySum>();
  #count = 0;
  #gaps: Incompleteness;

  constructor(gaps: Incompleteness = {}) {
    this.#gaps = gaps;
  }

  /** Adds one amount to the sum of its currency, in capitals, and its VAT basis. */
  add(currency: string | null, vat: VatBasis, amount: Decimal): void {
    const name = `${vat} ${currency ?? ''}`;
    const sum = this.#sums.get(name)?.amount;
    this.#sums.set(name, { currency, vat, amount: sum ? addDecimals(sum, amount) : amount });
  }

  addAll(sums: Iterable<MoneySum>): void {
    for (const { currency, vat, amount } of sums) this.add(currency, vat, amount);
  }

  /** Takes over another total: its sums, its rows and what it lacks. */
  addTotal({ sums, count, gaps }: Total): void {
    this.addAll(sums);
    this.countRows(count);
    this.note(gaps);
  }

  /** Notes what is missing; counts add up over calls. */
  note(gaps: Incompleteness): void {
    this.#gaps = mergeGaps(this.#gaps, gaps);
  }

  countRows(n: number): void {
    this.#count += n;
  }

  total(): Total {
    const gaps = this.#gaps;
    const sums = [...this.#sums.values()].sort(compareSums);
    return { sums, count: this.#count, complete: isComplete(gaps), gaps };
  }
}

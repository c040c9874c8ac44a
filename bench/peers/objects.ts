/** What the peers have in common that leave sorting and filtering of an array to their page. */
import { type Row, SEARCHED_FIELDS, SHOWN_COLUMNS } from '../data.js';

/** Below every amount. */
const NO_AMOUNT = -1e12;

/** Without an amount last when the largest come first. */
export function compareAmounts(a: Row, b: Row): number {
  return (a.amount ?? NO_AMOUNT) - (b.amount ?? NO_AMOUNT);
}

export function holdsText(text: string): (row: Row) => boolean {
  const wanted = text.toLowerCase();
  return (row) =>
    SEARCHED_FIELDS.some((field) => row[field]?.toLowerCase().includes(wanted) ?? false);
}

/** What stands in a cell. */
export function cellText(row: Row, field: (typeof SHOWN_COLUMNS)[number]['field']): string {
  if (field === 'amount') return amountText(row.amount);
  if (field === 'startTime') return `${row.startTime.slice(0, 10)} ${row.startTime.slice(11, 16)}`;
  return String(row[field] ?? '–');
}

export function amountText(amount: number | null): string {
  return amount === null ? '–' : amount.toFixed(2);
}

/** An array of records that is sorted and filtered as pages do it. */
export class RowList {
  readonly #all: readonly Row[];
  #text = '';
  #sorted: readonly Row[];
  rows: readonly Row[];

  constructor(rows: readonly Row[]) {
    this.#all = this.#sorted = this.rows = rows;
  }

  sortByAmount(): void {
    this.#sorted = this.#all.toSorted((a, b) => compareAmounts(b, a));
    this.#show();
  }

  filter(text: string): void {
    this.#text = text;
    this.#show();
  }

  #show(): void {
    this.rows = this.#text ? this.#sorted.filter(holdsText(this.#text)) : this.#sorted;
  }
}

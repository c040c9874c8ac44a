import type { Result } from '../api/index.js';
import type { InvoiceInfo, InvoiceSource } from './defaults.js';
import { type Load, Loads, type Wish } from './load.js';
import { isInvoice } from './settings.js';

/**
 * The customer's invoices, as the host's source knows them. What it has said stays over a failure, and
 * while the same customer is asked about once more.
 */
export class InvoicesController {
  readonly #settled: (result: Result<unknown>) => void;
  #loads = new Loads();
  #source: InvoiceSource | null = null;
  #customerNo: string | null = null;

  /** @param settled is told of each answer; what the source throws may quote data, so only that it failed. */
  constructor(settled: (result: Result<unknown>) => void) {
    this.#settled = settled;
  }

  get #load(): Load<readonly InvoiceInfo[]> {
    return this.#loads.get('');
  }

  get pending(): boolean {
    return this.#load.pending;
  }

  /** The source could not say them. */
  get failed(): boolean {
    return this.#load.error !== null;
  }

  /** Who is asked for whose invoices, if anybody; another question ends the older one. Called before each render. */
  follow(source: InvoiceSource | null, customerNo: string | null): void {
    if (source !== this.#source) this.reload();
    if (customerNo !== this.#customerNo) {
      this.leave();
      this.#loads = new Loads();
    }
    this.#source = source;
    this.#customerNo = customerNo;
    const wishes = new Map<string, Wish>();
    if (source && customerNo !== null) {
      wishes.set('', {
        load: async (signal) => {
          const answer: readonly unknown[] = await source({ customerNo, signal });
          return { ok: true, value: answer.filter(isInvoice) };
        },
        settled: this.#settled,
      });
    }
    this.#loads.want(wishes);
  }

  /**
   * After the host's own list what its source knows of the customer that was asked about last: each
   * invoice once, where it stands first, with what either says of it.
   */
  after(listed: readonly InvoiceInfo[]): readonly InvoiceInfo[] {
    const merged = new Map<string, InvoiceInfo>();
    for (const invoice of [...listed, ...(this.#load.value ?? [])]) {
      merged.set(invoice.invoiceNo, { ...merged.get(invoice.invoiceNo), ...invoice });
    }
    return [...merged.values()];
  }

  /** Asks once more; what is known stays until the answer is there. */
  reload(): void {
    this.#loads.reload();
  }

  /** Nobody is asked any more. */
  leave(): void {
    this.#loads.want(new Map());
  }
}

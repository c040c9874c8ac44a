import { Task, TaskStatus, initialState } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import type { InvoiceInfo, InvoiceSource } from './defaults.js';
import { readInvoices } from './settings.js';

/** Who is asked for whose invoices, if anybody. */
export type InvoiceQuestion = readonly [source: InvoiceSource | null, customerNo: string];

/**
 * The customer's invoices, as the host's source knows them. The task runs when the question changes and
 * aborts the older one; it keeps no value over a failure, and the value of one question during the next.
 */
export class InvoicesController {
  readonly #task: Task<readonly [...InvoiceQuestion, round: number], readonly InvoiceInfo[]>;
  #round = 0;
  #list: readonly InvoiceInfo[] = [];
  #owner = '';

  /** @param failed what the source throws may quote data, so only that it failed is told */
  constructor(host: ReactiveControllerHost, question: () => InvoiceQuestion, failed: () => void) {
    this.#task = new Task(host, {
      args: () => {
        const [source, customerNo] = question();
        if (customerNo !== this.#owner) this.#list = [];
        this.#owner = customerNo;
        return [source, customerNo, this.#round] as const;
      },
      task: async ([source, customerNo], { signal }) => {
        const answer: unknown = await source?.({ customerNo, signal });
        return source ? readInvoices(answer as unknown[]) : initialState;
      },
      onComplete: (list) => {
        this.#list = list;
      },
      onError: failed,
    });
  }

  /**
   * After the host's own list what its source knows of the customer that was asked about last: each
   * invoice once, where it stands first, with what either says of it.
   */
  after(listed: readonly InvoiceInfo[]): readonly InvoiceInfo[] {
    const merged = new Map<string, InvoiceInfo>();
    for (const invoice of [...listed, ...this.#list]) {
      merged.set(invoice.invoiceNo, { ...merged.get(invoice.invoiceNo), ...invoice });
    }
    return [...merged.values()];
  }

  get pending(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  /** The source could not say them. */
  get failed(): boolean {
    return this.#task.status === TaskStatus.ERROR;
  }

  /** Asks once more; what is known stays until the answer is there. */
  reload(): void {
    this.#round += 1;
  }

  /** Nobody is asked outside the page, which ends the older question; who returns asks anew. */
  leave(): void {
    void this.#task.run([null, this.#owner, this.#round]);
  }
}

import type { TextKey } from '../../i18n/index.js';

const NONE: ReadonlySet<TextKey> = new Set();

/**
 * The record whose detail is open. What was uncovered of it is covered again by everything that
 * opens another one or closes it.
 */
export class OpenRecord {
  #row = -1;
  #revealed = false;
  #expanded = NONE;

  /** Row of the table; -1 for none. */
  get row(): number {
    return this.#row;
  }

  /** The agent has asked to see the number. */
  get revealed(): boolean {
    return this.#revealed;
  }

  /** Fields of which the whole text is shown. */
  get expanded(): ReadonlySet<TextKey> {
    return this.#expanded;
  }

  show(row: number): void {
    if (row === this.#row) return;
    this.#row = row;
    this.#expanded = NONE;
    this.cover();
  }

  close(): void {
    this.show(-1);
  }

  reveal(): void {
    this.#revealed = this.#row >= 0;
  }

  cover(): void {
    this.#revealed = false;
  }

  toggle(field: TextKey): void {
    const next = new Set(this.#expanded);
    if (!next.delete(field)) next.add(field);
    this.#expanded = next;
  }
}

interface Entry {
  readonly value: unknown;
  /** Order of the call that brought it. */
  readonly order: number;
}

/**
 * The successful answers of one client. A reload may overtake an older call of the same key: the
 * answer of the call that was started last stays, whichever comes in last.
 */
export class AnswerCache {
  readonly #entries = new Map<string, Entry>();

  get(key: string): unknown {
    return this.#entries.get(key)?.value;
  }

  /** Keeps an answer unless a later call has brought one already. */
  set(key: string, value: unknown, order: number): void {
    const present = this.#entries.get(key);
    if (!present || present.order < order) this.#entries.set(key, { value, order });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}

/** Record ids: texts that are nearly all distinct, packed, with an index to find them again. */
import { CodeColumn } from './columns.js';

/** A service that gives one id to all its records must not make every append a scan of them. */
const MAX_FOUND = 50;

/**
 * A million distinct JavaScript strings in a map would cost more than all other columns together;
 * here an id costs its characters and some thirty bytes. Missing and empty are the same: null.
 */
export class IdColumn {
  readonly #chars = new CodeColumn();
  /** Where the characters of each row end. */
  readonly #ends = new CodeColumn();
  /** Rows in chains, one a hash: the youngest, and before each the next older; all plus one. */
  readonly #youngest = new Map<number, number>();
  readonly #older = new CodeColumn();

  at(row: number): string | null {
    let text = '';
    const end = this.#ends.code(row);
    for (let i = this.#ends.code(row - 1); i < end; i++)
      text += String.fromCharCode(this.#chars.code(i));
    return text || null;
  }

  /** Whether a row holds exactly this text, without making a string of it. */
  equals(row: number, text: string): boolean {
    const start = this.#ends.code(row - 1);
    if (this.#ends.code(row) - start !== text.length) return false;
    for (let i = 0; i < text.length; i++) {
      if (this.#chars.code(start + i) !== text.charCodeAt(i)) return false;
    }
    return true;
  }

  /**
   * The rows that hold a text, youngest first; of very many, some; none that are missing.
   *
   * @param group the whole number that was given to `append`.
   */
  find(text: string, group: number): number[] {
    const found: number[] = [];
    let row = (this.#youngest.get(hashOf(text, group)) ?? 0) - 1;
    for (; row >= 0 && found.length < MAX_FOUND; row = this.#older.code(row) - 1) {
      if (this.equals(row, text)) found.push(row);
    }
    return found;
  }

  /**
   * @param row the one after the last.
   * @param group ids are told apart by group: what is one in one group is another in the next.
   */
  append(row: number, text: string, group: number): void {
    const start = this.#ends.code(row - 1);
    for (let i = 0; i < text.length; i++) this.#chars.set(start + i, text.charCodeAt(i));
    this.#ends.set(row, start + text.length);
    if (!text) return;
    const hash = hashOf(text, group);
    this.#older.set(row, this.#youngest.get(hash) ?? 0);
    this.#youngest.set(hash, row + 1);
  }
}

const FNV_PRIME = 0x01000193;
/** What a map takes as it is, without a box around each number. */
const HASH_BITS = 2 ** 30 - 1;

/** FNV-1a over the UTF-16 units; every step can be undone, so each group has its own for a text. */
function hashOf(text: string, group: number): number {
  let hash = group;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash & HASH_BITS;
}

/** Record ids: texts that are nearly all distinct, packed, with an index to find them again. */
import { CodeColumn } from './columns.js';

const FNV_PRIME = 0x01000193;
/** A service that gives one id to all its records must not make every append a scan of them. */
const MAX_FOUND = 50;
/** Fuller than this, the ways to a free place become long. */
const FULLEST = 0.7;

/**
 * A million distinct JavaScript strings in a map would cost more than all other columns together;
 * here an id costs its characters and some sixteen bytes. Missing and empty are the same: null.
 */
export class IdColumn {
  readonly #chars = new CodeColumn();
  /** Where the characters of each row end. */
  readonly #ends = new CodeColumn();
  readonly #hashes = new CodeColumn();
  /** Rows plus one, each at the place that its hash names or at the next free one; 0 is free. */
  #places = new Int32Array(64);

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
   * The rows that hold a text, oldest first; of very many, some; none that are missing.
   *
   * @param group the whole number that was given to `append`.
   */
  find(text: string, group: number): number[] {
    const found: number[] = [];
    const hash = hashOf(text, group);
    for (let place = hash; text && found.length < MAX_FOUND; place++) {
      const row = this.#rowAt(place);
      if (row < 0) break;
      if (this.#hashes.code(row) === hash && this.equals(row, text)) found.push(row);
    }
    return found;
  }

  /**
   * @param row the one after the last.
   * @param group ids are told apart by group: what is one in one group is another in the next.
   * @param known how many rows hold it already; of very many, some are enough to be found.
   */
  append(row: number, text: string, group: number, known = 0): void {
    const start = this.#ends.code(row - 1);
    for (let i = 0; i < text.length; i++) this.#chars.set(start + i, text.charCodeAt(i));
    this.#ends.set(row, start + text.length);
    if (!text || known >= MAX_FOUND) return;
    this.#hashes.set(row, hashOf(text, group));
    let first = row;
    if (row >= this.#places.length * FULLEST) {
      this.#places = new Int32Array(this.#places.length * 2);
      first = 0;
    }
    for (let each = first; each <= row; each++) this.#put(each);
  }

  #put(row: number): void {
    let place = this.#hashes.code(row);
    if (place === 0) return;
    while (this.#rowAt(place) >= 0) place++;
    this.#places[place & (this.#places.length - 1)] = row + 1;
  }

  /** The row at a place, -1 if it is free; places beyond the last begin again at the first. */
  #rowAt(place: number): number {
    return (this.#places[place & (this.#places.length - 1)] ?? 0) - 1;
  }
}

/** FNV-1a over the UTF-16 units; every step can be undone, so each group has its own for a text. */
function hashOf(text: string, group: number): number {
  let hash = group;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  // 0 stands for a row that is not to be found.
  return hash || 1;
}

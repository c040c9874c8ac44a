/** Record ids: texts that are nearly all distinct, packed, with an index to find them again. */
import { CodeColumn } from './columns.js';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** A service that gives one id to all its records must not make every append a scan of them. */
const MAX_FOUND = 50;

/**
 * A million distinct JavaScript strings in a map would cost more than all other columns together;
 * here an id costs its characters and some sixteen bytes. Missing and empty are the same: null.
 */
export class IdColumn {
  readonly #chars = new CodeColumn();
  /** Where the characters of each row end. */
  readonly #ends = new CodeColumn();
  readonly #hashes = new CodeColumn();
  /** Rows in chains, one a bucket: the youngest, and before each the next older; all plus one. */
  readonly #older = new CodeColumn();
  #youngest = new Int32Array(64);

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
    const hash = hashOf(text, group);
    let row = (this.#youngest[this.#bucket(hash)] ?? 0) - 1;
    for (; row >= 0 && found.length < MAX_FOUND; row = this.#older.code(row) - 1) {
      if (this.#hashes.code(row) === hash && this.equals(row, text)) found.push(row);
    }
    return found;
  }

  /** @param group ids are told apart by group: what is one in one group is another in the next. */
  append(text: string, group: number): void {
    const row = this.#ends.length;
    for (let i = 0; i < text.length; i++) this.#chars.push(text.charCodeAt(i));
    this.#ends.push(this.#chars.length);
    this.#hashes.push(text ? hashOf(text, group) : 0);
    this.#older.push(0);
    if (row < this.#youngest.length) {
      this.#link(row);
      return;
    }
    this.#youngest = new Int32Array(this.#youngest.length * 4);
    for (let each = 0; each <= row; each++) this.#link(each);
  }

  #bucket(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#youngest.length - 1);
  }

  #link(row: number): void {
    if (this.#ends.code(row) === this.#ends.code(row - 1)) return;
    const bucket = this.#bucket(this.#hashes.code(row));
    this.#older.set(row, this.#youngest[bucket] ?? 0);
    this.#youngest[bucket] = row + 1;
  }
}

/** FNV-1a over the UTF-16 units; of one text, another number in every group. */
function hashOf(text: string, group: number): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash ^ group;
}

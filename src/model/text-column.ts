/** Texts that are nearly all distinct, packed into bytes, and an index to find them again. */
import { nextCapacity } from './vectors.js';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const LATIN1_LIMIT = 256;

/**
 * Record ids. A million distinct JavaScript strings in a map would cost more than all other
 * columns together; here an id costs its characters and four bytes. Texts beyond Latin-1, which
 * no id should be, are held aside. Missing and empty are the same: null.
 */
export class TextColumn {
  #bytes = new Uint8Array(0);
  /** Where the bytes of each row end; no array while every row is missing. */
  #ends = new Uint32Array(0);
  #length = 0;
  #reserved = 0;
  readonly #aside = new Map<number, string>();

  get length(): number {
    return this.#length;
  }

  at(row: number): string | null {
    const aside = this.#aside.get(row);
    if (aside !== undefined) return aside;
    const start = this.#start(row);
    const end = this.#ends[row] ?? 0;
    let text = '';
    for (let i = start; i < end; i++) text += String.fromCharCode(this.#bytes[i] ?? 0);
    return text || null;
  }

  append(text: string | null): void {
    const row = this.#length++;
    if (!text && this.#ends.length === 0) return;
    const start = this.#start(row);
    this.#ensure(row + 1, start + (text?.length ?? 0));
    this.#ends[row] = text ? this.#write(text, row, start) : start;
  }

  /** Whether a row holds exactly this text, without making a string of it. */
  equals(row: number, text: string): boolean {
    const aside = this.#aside.get(row);
    if (aside !== undefined) return aside === text;
    const start = this.#start(row);
    if ((this.#ends[row] ?? 0) - start !== text.length) return false;
    for (let i = 0; i < text.length; i++) {
      if (this.#bytes[start + i] !== text.charCodeAt(i)) return false;
    }
    return true;
  }

  /** The same number as {@link hashText} of the row's text. */
  hash(row: number): number {
    const aside = this.#aside.get(row);
    if (aside !== undefined) return hashText(aside);
    let hash = FNV_OFFSET;
    const end = this.#ends[row] ?? 0;
    for (let i = this.#start(row); i < end; i++) {
      hash = Math.imul(hash ^ (this.#bytes[i] ?? 0), FNV_PRIME);
    }
    return hash;
  }

  reserve(capacity: number): void {
    this.#reserved = capacity;
    if (this.#ends.length > 0) this.#ensure(capacity, 0);
  }

  #start(row: number): number {
    return row > 0 ? (this.#ends[row - 1] ?? 0) : 0;
  }

  /** Writes a text and returns where it ends; one that has no bytes goes aside. */
  #write(text: string, row: number, start: number): number {
    for (let i = 0; i < text.length; i++) {
      const char = text.charCodeAt(i);
      if (char >= LATIN1_LIMIT) {
        this.#aside.set(row, text);
        return start;
      }
      this.#bytes[start + i] = char;
    }
    return start + text.length;
  }

  #ensure(rows: number, bytes: number): void {
    if (rows > this.#ends.length) {
      const ends = new Uint32Array(nextCapacity(this.#ends.length, Math.max(rows, this.#reserved)));
      ends.set(this.#ends);
      this.#ends = ends;
    }
    if (bytes > this.#bytes.length) {
      const wider = new Uint8Array(nextCapacity(this.#bytes.length, bytes));
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
  }
}

/** FNV-1a over the UTF-16 units; a signed 32-bit integer. */
export function hashText(text: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash;
}

const FIRST_SLOTS = 64;

/**
 * Finds rows by a hash of their content: open addressing over row numbers, four to eight bytes a
 * row. Several rows may share a hash; the caller looks at each.
 */
export class RowIndex {
  readonly #hashOf: (row: number) => number;
  #slots = new Int32Array(FIRST_SLOTS).fill(-1);
  #count = 0;

  /** @param hashOf must give for a row in the index what `find` is later asked for. */
  constructor(hashOf: (row: number) => number) {
    this.#hashOf = hashOf;
  }

  /** The oldest row with this hash, or one near it, that the caller accepts; -1 if none. */
  find(hash: number, accept: (row: number) => boolean): number {
    const mask = this.#slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const row = this.#slots[slot] ?? -1;
      if (row < 0 || accept(row)) return row;
    }
  }

  add(row: number): void {
    // Kept at most three quarters full: probes stay short, and there is always a free slot.
    if (++this.#count * 4 > this.#slots.length * 3) this.#grow();
    this.#place(row);
  }

  #place(row: number): void {
    const mask = this.#slots.length - 1;
    let slot = spread(this.#hashOf(row)) & mask;
    while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = row;
  }

  #grow(): void {
    const rows = this.#slots;
    this.#slots = new Int32Array(rows.length * 2).fill(-1);
    for (const row of rows) if (row >= 0) this.#place(row);
  }
}

/** FNV's low bits are its weakest; neighbouring ids must not fall into neighbouring slots. */
function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7;
}

/** Texts in typed arrays, with an index to find them again: no object and no string a text. */
import { CodeColumn } from './code-column.js';

const FNV_PRIME = 0x01000193;
/** A service that gives one id to all its records must not make every append a scan of them. */
export const MAX_FOUND = 50;
/** Fuller than this, the ways to a free place become long. */
const FULLEST = 0.6;

const NONE: readonly number[] = [];

/** As many units as the longest text so far; shared, so to be read before the next text comes. */
let scratch = new Uint16Array(256);

/** The UTF-16 units of a text, at the beginning of an array that is used again for the next one. */
export function unitsOf(text: string): Uint16Array {
  const { length } = text;
  if (length > scratch.length) scratch = new Uint16Array(length);
  for (let i = 0; i < length; i++) scratch[i] = text.charCodeAt(i);
  return scratch;
}

/** More arguments than this may overflow the stack. */
const MOST_UNITS = 8192;

/** The text that units [from, to) make, lone surrogates included. */
export function textOf(units: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let start = from; start < to; start += MOST_UNITS) {
    text += String.fromCharCode(...units.subarray(start, Math.min(to, start + MOST_UNITS)));
  }
  return text;
}

/** FNV-1a; every step can be undone, so that each seed has a hash of its own for a text. */
export function hashOf(units: Uint16Array, from: number, to: number, seed = 0): number {
  let hash = seed;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (units[i] ?? 0), FNV_PRIME);
  // 0 stands for a text that is not to be found.
  return hash || 1;
}

/**
 * Texts by place. A million distinct JavaScript strings in a map would cost more than all other
 * columns together; here a text costs its characters and some sixteen bytes. Missing and empty are
 * the same: null.
 */
export class PackedTexts {
  readonly #chars = new CodeColumn();
  /** Where the characters of each text begin; one place on, where they end. */
  readonly #starts = new CodeColumn();
  readonly #hashes = new CodeColumn();
  /** Places of texts plus one, each where its hash says or at the next free cell; 0 is free. */
  #cells = new Int32Array(64);

  at(place: number): string | null {
    let text = '';
    const end = this.#starts.code(place + 1);
    for (let i = this.#starts.code(place); i < end; i++) {
      text += String.fromCharCode(this.#chars.code(i));
    }
    return text || null;
  }

  /** The hash under which the text is found; 0 for one that is not. */
  hash(place: number): number {
    return this.#hashes.code(place);
  }

  /** Whether a place holds exactly this text, without making a string of it. */
  equals(place: number, text: string): boolean {
    return this.holds(place, unitsOf(text), 0, text.length);
  }

  /** Whether a place holds exactly units [from, to). */
  holds(place: number, units: Uint16Array, from: number, to: number): boolean {
    const chars = this.#chars.codes;
    const end = this.#starts.code(place + 1);
    if (end - this.#starts.code(place) !== to - from) return false;
    // Ids and numbers of one service begin alike.
    for (let i = to - 1, at = end - 1; i >= from; i--, at--) {
      if ((chars[at] ?? 0) !== units[i]) return false;
    }
    return true;
  }

  /** The place of the oldest text that was added with this hash and these units; -1 if none was. */
  first(hash: number, units: Uint16Array, from: number, to: number): number {
    for (let cell = hash; ; cell++) {
      const place = this.#placeAt(cell);
      if (place < 0 || this.#isFound(place, hash, units, from, to)) return place;
    }
  }

  /** The places of all such texts, oldest first; of very many, some. */
  all(hash: number, units: Uint16Array, from: number, to: number): readonly number[] {
    if (this.first(hash, units, from, to) < 0) return NONE;
    const found: number[] = [];
    for (let cell = hash; found.length < MAX_FOUND; cell++) {
      const place = this.#placeAt(cell);
      if (place < 0) break;
      if (this.#isFound(place, hash, units, from, to)) found.push(place);
    }
    return found;
  }

  /**
   * @param place the one after the last.
   * @param hash of these units; 0 if the text need not be found.
   */
  add(place: number, hash: number, units: Uint16Array, from: number, to: number): void {
    const start = this.#starts.code(place) - from;
    for (let i = from; i < to; i++) this.#chars.set(start + i, units[i] ?? 0);
    this.#starts.set(place + 1, start + to);
    if (!hash) return;
    this.#hashes.set(place, hash);
    let first = place;
    if (place >= this.#cells.length * FULLEST) {
      this.#cells = new Int32Array(this.#cells.length * 2);
      first = 0;
    }
    for (let each = first; each <= place; each++) this.#put(each);
  }

  #isFound(place: number, hash: number, units: Uint16Array, from: number, to: number): boolean {
    return this.#hashes.code(place) === hash && this.holds(place, units, from, to);
  }

  #put(place: number): void {
    let cell = this.#hashes.code(place);
    if (cell === 0) return;
    while (this.#placeAt(cell) >= 0) cell++;
    this.#cells[cell & (this.#cells.length - 1)] = place + 1;
  }

  /** The place in a cell, -1 if it is free; cells beyond the last begin again at the first. */
  #placeAt(cell: number): number {
    return (this.#cells[cell & (this.#cells.length - 1)] ?? 0) - 1;
  }
}

/** Texts in typed arrays, with an index to find them again: no object and no string a text. */
import { grow, type Codes } from './code-column.js';

const FNV_PRIME = 0x01000193;
/** A service that gives one id to all its records must not make every append a scan of them. */
export const MAX_FOUND = 50;
/** Fuller than this, the ways to a free place become long. */
const FULLEST = 0.6;

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
export function textOf(units: ArrayLike<number>, from: number, to: number): string {
  let text = '';
  for (let start = from; start < to; start += MOST_UNITS) {
    // Of a plain array a text is made four times faster.
    const some: number[] = [];
    for (let i = start; i < to && i < start + MOST_UNITS; i++) some.push(units[i] ?? 0);
    text += String.fromCharCode(...some);
  }
  return text;
}

/**
 * FNV-1. Texts that differ in their last character only have neighbouring hashes, so that ids in
 * sequence are found side by side in memory. Every step can be undone: each seed has a hash of its
 * own for a text.
 */
export function hashOf(units: Uint16Array, from: number, to: number, seed = 0): number {
  let hash = seed;
  for (let i = from; i < to; i++) hash = Math.imul(hash, FNV_PRIME) ^ (units[i] ?? 0);
  // 0 stands for a text that is not to be found.
  return hash || 1;
}

/**
 * Texts by place. A million distinct JavaScript strings in a map would cost more than all other
 * columns together; here a text costs its characters and some sixteen bytes. Missing and empty are
 * the same: null.
 */
export class PackedTexts {
  /** UTF-16 units, in bytes as long as all are below 256. */
  #chars: Codes = new Uint8Array(0);
  #length = 0;
  /**
   * By place, side by side as both are asked for at once: where its characters begin (those of the
   * one before end there), and its hash, 0 if it is not to be found.
   */
  #entries = new Int32Array(0);
  /** Places plus one, each where its hash says or at the next free cell; 0 is free. */
  #cells = new Int32Array(128);

  at(place: number): string | null {
    return textOf(this.#chars, this.#start(place), this.#start(place + 1)) || null;
  }

  /** The hash under which the text is found; 0 for one that is not. */
  hash(place: number): number {
    return this.#entries[2 * place + 1] ?? 0;
  }

  /** Whether a place holds exactly units [from, to), without making a string of it. */
  holds(place: number, units: Uint16Array, from: number, to: number): boolean {
    const chars = this.#chars;
    let end = this.#start(place + 1);
    if (end - this.#start(place) !== to - from) return false;
    // Ids and numbers of one service begin alike.
    for (let i = to - 1; i >= from; i--) if ((chars[--end] ?? 0) !== units[i]) return false;
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
  all(hash: number, units: Uint16Array, from: number, to: number): number[] {
    const found: number[] = [];
    for (let cell = hash; found.length < MAX_FOUND; cell++) {
      const place = this.#placeAt(cell);
      if (place < 0) break;
      if (this.#isFound(place, hash, units, from, to)) found.push(place);
    }
    return found;
  }

  /**
   * Takes the place after the last one.
   *
   * @param hash of these units; 0 if the text need not be found.
   */
  add(hash: number, units: Uint16Array, from: number, to: number): void {
    const place = this.#length++;
    if (2 * place + 2 >= this.#entries.length) this.#grow();
    const start = this.#start(place);
    let chars = this.#chars;
    for (let i = from, at = start; i < to; i++, at++) {
      const unit = units[i] ?? 0;
      chars[at] = unit;
      if (chars[at] !== unit) chars = this.#chars = grow(chars, at, unit);
    }
    this.#entries[2 * place + 1] = hash;
    this.#entries[2 * place + 2] = start + to - from;
    this.#put(place);
  }

  #start(place: number): number {
    return this.#entries[2 * place] ?? 0;
  }

  #isFound(place: number, hash: number, units: Uint16Array, from: number, to: number): boolean {
    return this.hash(place) === hash && this.holds(place, units, from, to);
  }

  #grow(): void {
    this.#cells = new Int32Array(this.#cells.length * 2);
    const entries = new Int32Array(2 * FULLEST * this.#cells.length);
    entries.set(this.#entries);
    this.#entries = entries;
    for (let each = 0; each < this.#length; each++) this.#put(each);
  }

  #put(place: number): void {
    let cell = this.hash(place);
    if (cell === 0) return;
    while (this.#placeAt(cell) >= 0) cell++;
    this.#cells[cell & (this.#cells.length - 1)] = place + 1;
  }

  /** The place in a cell, -1 if it is free; cells beyond the last begin again at the first. */
  #placeAt(cell: number): number {
    return (this.#cells[cell & (this.#cells.length - 1)] ?? 0) - 1;
  }
}

/**
 * Growing typed arrays that start with the narrowest element and widen when a value asks for it.
 * They hide the growth strategy from the columns: a list of a million records costs a few bytes
 * a cell, and a field that no record fills costs nothing.
 */

const FIRST_CAPACITY = 64;
/** A quarter more: little slack, and still a constant number of copies a row. */
const GROWTH = 1.25;

/** Room for at least `needed` cells. */
export function nextCapacity(current: number, needed: number): number {
  return Math.max(needed, FIRST_CAPACITY, Math.ceil(current * GROWTH));
}

export type CodeArray = Uint8Array | Uint16Array | Uint32Array;

function codeArrayFor(code: number, capacity: number): CodeArray {
  if (code < 2 ** 8) return new Uint8Array(capacity);
  return code < 2 ** 16 ? new Uint16Array(capacity) : new Uint32Array(capacity);
}

/** Small non-negative integers: dictionary codes and bit sets. Cells never written are 0. */
export class CodeVector {
  #cells: CodeArray = new Uint8Array(0);
  #limit = 2 ** 8;
  #length = 0;
  #reserved = 0;

  get length(): number {
    return this.#length;
  }

  /** The cells themselves, longer than `length`; read-only, and stale after the next append. */
  get cells(): CodeArray {
    return this.#cells;
  }

  get(row: number): number {
    return this.#cells[row] ?? 0;
  }

  push(code: number): void {
    const row = this.#length++;
    // Nothing but zeros so far: no memory either.
    if (code === 0 && this.#cells.length === 0) return;
    this.#ensure(row + 1, code);
    this.#cells[row] = code;
  }

  set(row: number, code: number): void {
    this.#ensure(this.#length, code);
    this.#cells[row] = code;
  }

  /** Makes room ahead of an append of known size; memory is taken only once a value comes. */
  reserve(capacity: number): void {
    this.#reserved = capacity;
    if (this.#cells.length > 0) this.#ensure(capacity, 0);
  }

  #ensure(needed: number, code: number): void {
    const fits = needed <= this.#cells.length;
    if (fits && code < this.#limit) return;
    const wanted = Math.max(needed, this.#reserved);
    const capacity = fits ? this.#cells.length : nextCapacity(this.#cells.length, wanted);
    const wider = codeArrayFor(Math.max(code, this.#limit - 1), capacity);
    wider.set(this.#cells);
    this.#cells = wider;
    this.#limit = 2 ** (8 * wider.BYTES_PER_ELEMENT);
  }
}

type NumberArray = Int8Array | Int16Array | Int32Array | Float64Array;

/** Bits of the integer arrays, narrowest first; each one's lowest value stands for missing. */
const INTEGER_BITS = [8, 16, 32] as const;
const DOUBLE_BITS = 64;

function lowest(bits: number): number {
  return -(2 ** (bits - 1));
}

/** The narrowest array that holds a value beside its stand-in for missing. */
function bitsFor(value: number): number {
  if (Number.isNaN(value)) return INTEGER_BITS[0];
  if (!Number.isInteger(value)) return DOUBLE_BITS;
  const fits = (bits: number): boolean => value > lowest(bits) && value < -lowest(bits);
  return INTEGER_BITS.find(fits) ?? DOUBLE_BITS;
}

function numberArray(bits: number, capacity: number): NumberArray {
  switch (bits) {
    case 8:
      return new Int8Array(capacity);
    case 16:
      return new Int16Array(capacity);
    case 32:
      return new Int32Array(capacity);
    default:
      return new Float64Array(capacity);
  }
}

/** Numbers, NaN = missing: integers of 8, 16 or 32 bits while all of them are, else doubles. */
export class NumberVector {
  #cells: NumberArray = new Int8Array(0);
  #bits: number = INTEGER_BITS[0];
  /** What stands for NaN in the cells. */
  #missing = lowest(INTEGER_BITS[0]);
  /** Values strictly between these, if whole, fit the cells as they are. */
  #bound = -lowest(INTEGER_BITS[0]);
  #length = 0;
  #reserved = 0;

  get length(): number {
    return this.#length;
  }

  get(row: number): number {
    const value = this.#cells[row] ?? NaN;
    return value === this.#missing ? NaN : value;
  }

  push(value: number): void {
    const row = this.#length++;
    const missing = Number.isNaN(value);
    // Nothing but missing values so far: no memory either.
    if (missing && this.#cells.length === 0) return;
    if (row >= this.#cells.length || !(missing || this.#fits(value))) this.#ensure(row + 1, value);
    this.#cells[row] = missing ? this.#missing : value;
  }

  /** Replaces every value that is not missing. */
  transform(change: (value: number, row: number) => number): void {
    const changed = new NumberVector();
    changed.reserve(this.#cells.length);
    for (let row = 0; row < this.#length; row++) {
      const value = this.get(row);
      changed.push(Number.isNaN(value) ? NaN : change(value, row));
    }
    this.#cells = changed.#cells;
    this.#setBits(changed.#bits);
  }

  /** Makes room ahead of an append of known size; memory is taken only once a value comes. */
  reserve(capacity: number): void {
    this.#reserved = capacity;
    if (this.#cells.length > 0) this.#ensure(capacity, NaN);
  }

  #fits(value: number): boolean {
    return (
      this.#bits === DOUBLE_BITS ||
      (Number.isInteger(value) && value < this.#bound && value > -this.#bound)
    );
  }

  #ensure(needed: number, value: number): void {
    const bits = Math.max(this.#bits, bitsFor(value));
    const old = this.#cells;
    if (needed <= old.length && bits === this.#bits) return;
    const wanted = Math.max(needed, this.#reserved);
    const cells = numberArray(
      bits,
      needed <= old.length ? old.length : nextCapacity(old.length, wanted),
    );
    const missing = bits === DOUBLE_BITS ? NaN : lowest(bits);
    cells.set(old);
    if (bits !== this.#bits) {
      old.forEach((cell, row) => {
        if (cell === this.#missing) cells[row] = missing;
      });
    }
    cells.fill(missing, old.length);
    this.#cells = cells;
    this.#setBits(bits);
  }

  #setBits(bits: number): void {
    this.#bits = bits;
    this.#missing = bits === DOUBLE_BITS ? NaN : lowest(bits);
    this.#bound = -lowest(bits);
  }
}

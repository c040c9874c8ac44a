/** Integers by row, in as few bytes as they need: what all columns of the usage table are made of. */
const WIDTHS = [Uint8Array, Int16Array, Int32Array, Float64Array] as const;
export type Codes = InstanceType<(typeof WIDTHS)[number]>;

const FIRST_CAPACITY = 512;
/** Room is doubled as long as there is little of it; then it grows by this much and an eighth. */
const MOST_EXTRA = 16_384;

/**
 * Codes by row: safe integers that stand for the values of a column, 0 for a missing one. The
 * cells start as bytes and widen when a code asks for it, so that a million records cost a few
 * bytes a cell, and a field that no record fills costs nothing.
 */
export class CodeColumn {
  #codes: Codes = new Uint8Array(0);

  /** By row, as far as any was written; read-only, stale after the next one. */
  get codes(): Codes {
    return this.#codes;
  }

  code(row: number): number {
    return this.#codes[row] ?? 0;
  }

  set(row: number, code: number): void {
    const codes = this.#codes;
    // A cell that was never written reads 0 without memory.
    if (code === 0 && row >= codes.length) return;
    codes[row] = code;
    // A cell that is not there, or is too narrow, does not give back what was written.
    if (codes[row] !== code) this.#codes = grow(codes, row, code);
  }
}

/** The same cells with `code` in that of `row`: more of them, or wider ones. */
export function grow(codes: Codes, row: number, code: number): Codes {
  const { BYTES_PER_ELEMENT: width, length } = codes;
  const Wider =
    WIDTHS.find((Each) => Each.BYTES_PER_ELEMENT >= width && Each.of(code)[0] === code) ??
    Float64Array;
  // Little slack, and still a constant number of copies a row.
  const extra = Math.min(row, MOST_EXTRA + row / 8);
  const wider = new Wider(row < length ? length : row + extra + FIRST_CAPACITY);
  wider.set(codes);
  wider[row] = code;
  return wider;
}

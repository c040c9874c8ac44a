/** Sums over columns: exact, and as fast as adding doubles while they are exact. */
import { addDecimals, ZERO, type Decimal } from './decimal.js';

/** Two integers below this have a sum below 2^53, which a double holds exactly. */
const SAFE_ADDEND = 2 ** 52;

/**
 * A running sum of integers at a scale that the reader knows. It carries into a bigint before a
 * double could round, so that no order of the rows changes the result.
 */
export class ExactSum {
  #near = 0;
  #far = 0n;
  #others: Decimal | null = null;

  /** @param scaled a safe integer at the sum's scale. */
  addScaled(scaled: number): void {
    if (Math.abs(scaled) < SAFE_ADDEND) this.#near += scaled;
    else this.#far += BigInt(scaled);
    if (Math.abs(this.#near) >= SAFE_ADDEND) this.#carry();
  }

  /** For values that have no place at the sum's scale. */
  addDecimal(value: Decimal): void {
    this.#others = addDecimals(this.#others ?? ZERO, value);
  }

  /** The sum, where the scaled integers were at `scale`. */
  at(scale: number): Decimal {
    const sum = { units: this.#far + BigInt(this.#near), scale };
    return this.#others ? addDecimals(sum, this.#others) : sum;
  }

  #carry(): void {
    this.#far += BigInt(this.#near);
    this.#near = 0;
  }
}

/** Above this many possible groups a look-up table costs more than a map. */
const MAX_TABLE = 2 ** 16;

/** Numbers groups 0, 1, 2… in the order in which their keys are first met. */
export class GroupIndex {
  readonly #table: Int32Array | null;
  readonly #map = new Map<number, number>();
  readonly #keys: number[] = [];

  /** @param size keys are integers from 0 to below this. */
  constructor(size: number) {
    this.#table = size <= MAX_TABLE ? new Int32Array(size).fill(-1) : null;
  }

  /** The keys by number of their group. */
  get keys(): readonly number[] {
    return this.#keys;
  }

  groupOf(key: number): number {
    const group = this.#table ? (this.#table[key] ?? -1) : (this.#map.get(key) ?? -1);
    return group >= 0 ? group : this.#add(key);
  }

  #add(key: number): number {
    const group = this.#keys.push(key) - 1;
    if (this.#table) this.#table[key] = group;
    else this.#map.set(key, group);
    return group;
  }
}

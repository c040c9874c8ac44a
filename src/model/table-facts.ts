/** What is known of a whole table without looking at its rows again. */
import type { UsageTable } from './usage-table.js';

export interface TableFacts {
  /** Distinct usage type codes of the listed rows, in order of first appearance. */
  readonly types: readonly string[];
  /** Wall ms of the earliest and the latest row; the earliest is later when none states a time. */
  readonly earliest: number;
  readonly latest: number;
  /** A row is charged for another volume than it used. */
  readonly charged: boolean;
  /**
   * In which order of time the rows are, those without a time last: -1 = latest first, also where
   * all are alike; 1 = earliest first; 0 = neither.
   */
  readonly timeOrder: 1 | -1 | 0;
}

/** Facts of the rows so far. */
export class RowFacts {
  #earliest = Infinity;
  #latest = -Infinity;
  #charged = false;
  #ascending = true;
  #descending = true;

  /** @param row the one after the last that was added. */
  add({ startTime, volume, chargedVolume }: UsageTable, row: number): void {
    const key = startTime.key(row);
    if (!Number.isNaN(key)) {
      const last = row > 0 ? startTime.key(row - 1) : key;
      // A time behind a row without one is in neither order.
      this.#ascending &&= key >= last;
      this.#descending &&= key <= last;
      const wall = startTime.at(row);
      if (wall < this.#earliest) this.#earliest = wall;
      if (wall > this.#latest) this.#latest = wall;
    }
    // Quotients of equal decimals are equal doubles, also at other scales.
    this.#charged ||=
      chargedVolume.code(row) !== 0 &&
      chargedVolume.key(row) / 10 ** chargedVolume.scale !== volume.key(row) / 10 ** volume.scale;
  }

  of({ usageType }: UsageTable): TableFacts {
    return {
      types: usageType.values.filter(Boolean),
      earliest: this.#earliest,
      latest: this.#latest,
      charged: this.#charged,
      timeOrder: this.#descending ? -1 : this.#ascending ? 1 : 0,
    };
  }
}

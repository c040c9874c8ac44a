/** The column of the usage table for times. */
import { CodeColumn } from './code-column.js';
import { isWallTime, QUARTER_MS, TIME_PRECISIONS, type WallTime } from './time.js';
import { RECORD_MARKS } from './usage-record.js';

/** Room for zone × precision beside the wall ms; a multiple of the precisions, below 2^53 in all. */
const DETAILS = 384;
/** Zones lie within ±15 hours of UTC, a whole number of quarters: with this, none of them is 0. */
const ZONE_BASE = 64;

/** Wall-clock times with the precision and the offset that the text stated, in one number each. */
export class TimeColumn extends CodeColumn {
  /** Wall ms; NaN = missing. */
  at(row: number): number {
    return Math.floor(this.key(row) / DETAILS);
  }

  time(row: number): WallTime | null {
    const key = this.key(row);
    if (Number.isNaN(key)) return null;
    const wall = this.at(row);
    const zone = Math.floor((key % DETAILS) / TIME_PRECISIONS.length);
    const precision = TIME_PRECISIONS[key % TIME_PRECISIONS.length] ?? 'second';
    return { wall, precision, instant: zone ? wall + (zone - ZONE_BASE) * QUARTER_MS : null };
  }

  /**
   * Order of wall time; of two records at the same 02:30 in October, the one that happened first
   * comes first, if their texts had offsets. An exact integer, NaN = missing.
   */
  key(row: number): number {
    return (this.code(row) || NaN) - 1;
  }

  /** Writes the value of a row. Returns the mark for one that is no time, or 0. */
  write(row: number, value: unknown): number {
    if (!isWallTime(value)) return RECORD_MARKS.badTime;
    const { wall, precision, instant } = value;
    this.writeTime(row, wall, TIME_PRECISIONS.indexOf(precision), instant ?? NaN);
    return 0;
  }

  /**
   * Writes a time that is known to be one.
   *
   * @param wall whole ms from 1970 to 2100.
   * @param precision its place in TIME_PRECISIONS.
   * @param instant epoch ms, less than 15 hours away; NaN where the text stated no offset.
   */
  writeTime(row: number, wall: number, precision: number, instant: number): void {
    const zone = Number.isNaN(instant) ? 0 : ZONE_BASE - Math.round((wall - instant) / QUARTER_MS);
    // 0 stands for missing.
    this.set(row, wall * DETAILS + zone * TIME_PRECISIONS.length + precision + 1);
  }

  /** Takes the value of a row over from another column. */
  copy(row: number, from: this, fromRow: number): void {
    this.set(row, from.code(fromRow));
  }
}

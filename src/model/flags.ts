/**
 * What an agent should look at in a table of records, each with its reason. Flags say what the data holds
 * and nothing else; they change no row, no order and no total.
 */
import { CodeColumn } from './code-column.js';
import { RECORD_MARKS } from './usage-record.js';
import type { UsageKind } from './usage-type.js';

/**
 * Bits of one set: what is to be said of a record by itself, and what the others tell of it.
 *
 * premium, roaming – by the number called, the usage type or an operator abroad;
 * international – the number called is of another country, by the rules for numbers;
 * firstSeen – no earlier usage at hand holds that number;
 * unusual – much more than what records of this subscription and type usually cost;
 * duplicate – another record has the same subscription, type, number, time and amount;
 * overlapping – a call that begins while another one of the same subscription goes on, and that other one.
 */
export const FLAGS = {
  ...RECORD_MARKS,
  international: 2 ** 10,
  firstSeen: 2 ** 11,
  unusual: 2 ** 12,
  duplicate: 2 ** 13,
  overlapping: 2 ** 14,
} as const;
export type Flag = keyof typeof FLAGS;

/** What the kind of usage says. */
export function kindFlag(kind: UsageKind): number {
  return kind === 'premium' || kind === 'roaming' ? FLAGS[kind] : 0;
}

/** A step takes so many rows where each is looked at closely. */
export const FEW_ROWS = 2 ** 11;

/** By row; where few rows are flagged, in a few bytes. */
export class TableFlags {
  /** Bit sets of {@link FLAGS}. */
  readonly sets = new CodeColumn();
  /** Of what is unusual: the row that costs what is usual, plus one. */
  readonly usual = new CodeColumn();
  /** Of what overlaps: the other row, plus one. */
  readonly others = new CodeColumn();

  add(row: number, bits: number): void {
    this.sets.set(row, this.sets.code(row) | bits);
  }
}

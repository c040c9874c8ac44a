/** Rows by what they have in common: the exact total of every group, and the rows of each. */
import type { Codes, DictionaryColumn } from './columns.js';
import { MoneyTally, type Total } from './money.js';
import { allRows, RowSums } from './row-tally.js';
import { dayNumber, dayOfNumber } from './time.js';
import type { UsageTable } from './usage-table.js';

/** What rows can be grouped by, and how each of them is numbered by it. */
const KEYS = {
  subscription: ({ subscriptionNo }: UsageTable) => textKeys(subscriptionNo),
  type: ({ usageType }: UsageTable) => textKeys(usageType),
  destination: ({ destination }: UsageTable) => textKeys(destination),
  day: dayKeys,
} satisfies Record<string, (table: UsageTable) => Keys>;

export type GroupField = keyof typeof KEYS;
export const GROUP_FIELDS = Object.keys(KEYS) as readonly GroupField[];

export interface GroupTotal {
  /** Field by field what its rows have in common, a day as 'yyyy-mm-dd'; '' for what they lack. */
  readonly names: readonly string[];
  readonly total: Total;
}

/** A small whole number by row, below `size`; 0 or nothing for a row that lacks what is asked for. */
interface Keys {
  readonly codes: Codes;
  readonly size: number;
  nameOf(code: number): string;
}

function textKeys({ codes, values }: DictionaryColumn): Keys {
  return { codes, size: values.length, nameOf: (code) => values[code] ?? '' };
}

/** Numbers of days from one up, so that none is left for rows without a day. */
function dayKeys({ length, startTime }: UsageTable): Keys {
  const codes = new Int32Array(length);
  let size = 1;
  for (let row = 0; row < length; row++) {
    // What is not a number is kept as 0.
    const next = dayNumber(startTime.at(row)) + 1;
    codes[row] = next;
    if (next >= size) size = next + 1;
  }
  return { codes, size, nameOf: (code) => (code ? dayOfNumber(code - 1) : '') };
}

interface NumberedRows {
  /** A group by place in the rows. */
  readonly groups: Int32Array;
  /** By group, in order of first appearance. */
  readonly names: readonly (readonly string[])[];
}

/**
 * Numbers the groups of rows, field by field: what tells a group from others is its number so far and
 * the row's key, taken together as one whole number. That is found by open addressing: at once where
 * few such numbers are possible, and never in more room than the rows ask for.
 */
function numberRows(
  table: UsageTable,
  rows: Uint32Array,
  fields: readonly GroupField[],
): NumberedRows {
  const groups = new Int32Array(rows.length);
  let names: NumberedRows['names'] = [[]];
  for (const field of fields) {
    const { codes, size, nameOf } = KEYS[field](table);
    const wanted = Math.min(names.length * size, 2 * rows.length);
    const room = 2 ** Math.ceil(Math.log2(wanted + 1));
    /** Groups plus one; 0 is free. */
    const found = new Int32Array(room);
    const keys: number[] = [];
    for (let place = 0; place < rows.length; place++) {
      const key = (groups[place] ?? 0) * size + (codes[rows[place] ?? 0] ?? 0);
      let at = key & (room - 1);
      let group = (found[at] ?? 0) - 1;
      while (group >= 0 && keys[group] !== key) {
        at = (at + 1) & (room - 1);
        group = (found[at] ?? 0) - 1;
      }
      if (group < 0) {
        found[at] = keys.push(key);
        group = keys.length - 1;
      }
      groups[place] = group;
    }
    const outer = names;
    names = keys.map((key) => [...(outer[Math.floor(key / size)] ?? []), nameOf(key % size)]);
  }
  return { groups, names };
}

/**
 * Totals of rows by one or more fields, in order of first appearance. null stands for the whole table,
 * withheld money included; what is missing from the table may be missing from every group.
 */
export function groupRows(
  table: UsageTable,
  rows: Uint32Array | null,
  fields: readonly GroupField[],
): GroupTotal[] {
  const tallies = new Map<string, { names: readonly string[]; tally: MoneyTally }>();
  for (const part of rows ? [table] : table.parts) {
    const chosen = rows ?? allRows(part);
    const { groups, names } = numberRows(part, chosen, fields);
    const sums = new RowSums(part, names.length);
    sums.addAll(chosen, groups);
    names.forEach((each, group) => {
      const name = each.join('\n');
      const { tally } = tallies.get(name) ?? { tally: new MoneyTally(table.notedGaps) };
      tallies.set(name, { names: each, tally });
      sums.addTo(tally, group);
    });
  }
  return Array.from(tallies.values(), ({ names, tally }) => ({ names, total: tally.total() }));
}

/** The rows that have something in common, by name, each in the order in which they are given. */
export function splitRows(
  table: UsageTable,
  rows: Uint32Array,
  field: GroupField,
): Map<string, Uint32Array> {
  const { groups, names } = numberRows(table, rows, [field]);
  const ends = new Uint32Array(names.length);
  for (const group of groups) ends[group] = (ends[group] ?? 0) + 1;
  const parts = Array.from(ends, (size) => new Uint32Array(size));
  ends.fill(0);
  for (let place = 0; place < rows.length; place++) {
    const group = groups[place] ?? 0;
    const end = ends[group] ?? 0;
    ends[group] = end + 1;
    (parts[group] as Uint32Array)[end] = rows[place] ?? 0;
  }
  return new Map(names.map(([name = ''], group) => [name, parts[group] as Uint32Array]));
}

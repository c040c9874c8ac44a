import { compareTexts, type Total } from '../model/money.js';
import { type GroupField, groupRows, type GroupTotal, splitRows } from '../model/table-groups.js';
import { compareTotals } from '../model/table-totals.js';
import type { UsageTable } from '../model/usage-table.js';

/** What is grouped, and how. A new array of rows or fields means that they are others. */
interface Source {
  readonly table: UsageTable;
  /** Of the table. */
  readonly version: number;
  readonly rows: Uint32Array;
  readonly fields: readonly GroupField[];
  /** Days ascend; all other groups go by their largest sum. */
  readonly ascending: boolean;
}

export interface RowGroup {
  /** Tells it from all others, whatever rows there are. */
  readonly key: string;
  readonly field: GroupField;
  /** What its rows have in common, a day as 'yyyy-mm-dd'; '' for what they lack. */
  readonly name: string;
  readonly total: Total;
  /** 1 for a group, 2 for one within it. */
  readonly level: number;
  readonly open: boolean;
}

/** A line from here on is no row of the table but a group, by its number. */
const FIRST_GROUP = 2 ** 31;

/**
 * The lines of a grouped view: one for each group, and below an open one its groups or its rows, in
 * the order in which they were given. A group is closed until it is opened, and its rows are not looked
 * for before that.
 */
export class RowGroups {
  readonly #toggled: () => void;
  #source: Partial<Source> = {};
  #lines: Uint32Array | null = null;
  /** By number, which stays the same for a group as long as table and fields are the same. */
  #groups: RowGroup[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #open = new Set<string>();
  /** By the key of what the groups are within: their totals in order, and their rows once asked for. */
  readonly #totals = new Map<string, GroupTotal[]>();
  readonly #parts = new Map<string, ReadonlyMap<string, Uint32Array>>();

  /** @param toggled called when the lines have become others because a group was opened or closed. */
  constructor(toggled: () => void) {
    this.#toggled = toggled;
  }

  /**
   * The same array as before when nothing that it comes from has changed.
   *
   * @param revealed a row whose groups are opened; -1 for none.
   */
  lines(source: Source, revealed = -1): Uint32Array {
    const names = Object.keys(source) as (keyof Source)[];
    if (names.some((name) => source[name] !== this.#source[name])) {
      const { table, fields } = this.#source;
      if (source.table !== table || source.fields !== fields) this.#forget();
      this.#source = source;
      this.#totals.clear();
      this.#parts.clear();
      this.#lines = null;
    }
    if (revealed >= 0) this.#reveal(source, revealed);
    return (this.#lines ??= concat(this.#lay(source, source.rows, [])));
  }

  /** The group of a line, if it is one. */
  at(line = 0): RowGroup | undefined {
    return this.#groups[line - FIRST_GROUP];
  }

  /** Opens the group of a line, or closes it; false if the line is none. */
  toggle(line: number | undefined): boolean {
    const group = this.at(line);
    if (!group) return false;
    const { key, open } = group;
    if (open) this.#open.delete(key);
    else this.#open.add(key);
    this.#lines = null;
    this.#toggled();
    return true;
  }

  /**
   * Follows an arrow key at a line, as in a tree: opens and closes groups, goes into them and out.
   *
   * @returns the position to go to; undefined for other keys, and where nothing is grouped.
   */
  step(key: string, index: number): number | undefined {
    const isIn = key === 'ArrowRight';
    if ((!isIn && key !== 'ArrowLeft') || !this.#source.fields?.length) return undefined;
    const line = this.#lines?.[index];
    const group = this.at(line);
    if (group && group.open !== isIn) this.toggle(line);
    else if (!isIn) return this.#around(index);
    else if (group) return index + 1;
    return index;
  }

  /** Position of the group that a line is within; that of the line itself when there is none. */
  #around(index: number): number {
    const levelOf = (place: number): number => this.at(this.#lines?.[place])?.level ?? Infinity;
    const level = levelOf(index);
    for (let place = index - 1; place >= 0; place--) if (levelOf(place) < level) return place;
    return index;
  }

  #reveal({ table, fields }: Source, row: number): void {
    const [found] = groupRows(table, Uint32Array.of(row), fields);
    for (const [i] of fields.entries()) this.#open.add(keyOf(found?.names.slice(0, i + 1)));
    this.#lines = null;
  }

  #forget(): void {
    this.#groups = [];
    this.#numbers.clear();
    this.#open.clear();
  }

  #lay(source: Source, rows: Uint32Array, path: readonly string[]): Uint32Array[] {
    const { table, fields, ascending } = source;
    const field = fields[path.length];
    if (!field) return [rows];
    const within = keyOf(path);
    const totals =
      this.#totals.get(within) ??
      groupRows(table, rows, [field]).sort((a, b) => compareGroups(a, b, field, ascending));
    this.#totals.set(within, totals);
    return totals.flatMap(({ names: [name = ''], total }) => {
      const names = [...path, name];
      const key = keyOf(names);
      const number = this.#numbers.get(key) ?? this.#numbers.size;
      this.#numbers.set(key, number);
      const open = this.#open.has(key);
      this.#groups[number] = { key, field, name, total, level: names.length, open };
      const line = Uint32Array.of(FIRST_GROUP + number);
      if (!open) return [line];
      const parts = this.#parts.get(within) ?? splitRows(table, rows, field);
      this.#parts.set(within, parts);
      return [line, ...this.#lay(source, parts.get(name) ?? new Uint32Array(0), names)];
    });
  }
}

function keyOf(names: readonly string[] = []): string {
  return JSON.stringify(names);
}

/** Days by date, all others by their largest sum; equal ones by name, and what has none last. */
function compareGroups(a: GroupTotal, b: GroupTotal, field: GroupField, up: boolean): number {
  const [before, after] = [a, b].map(({ names: [name] }) => name || '\uffff') as [string, string];
  const byName = compareTexts(before, after);
  if (field !== 'day') return compareTotals(a.total, b.total) || byName;
  return up || !a.names[0] || !b.names[0] ? byName : -byName;
}

function concat(parts: readonly Uint32Array[]): Uint32Array {
  if (parts.length === 1) return parts[0] as Uint32Array;
  const lines = new Uint32Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    lines.set(part, end);
    end += part.length;
  }
  return lines;
}

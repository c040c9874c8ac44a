import { compareTexts, type Incompleteness } from '../model/money.js';
import { compareInSteps } from '../model/order.js';
import { eachInSteps, inSteps, type Steps } from '../model/steps.js';
import { type GroupField, type GroupRows, splitSteps } from '../model/table-groups.js';
import { compareTotals } from '../model/table-totals.js';
import type { UsageTable } from '../model/usage-table.js';

/** All rows, or those of a group. */
interface Branch {
  readonly rows: Uint32Array;
  /** 1 for a group, 2 for one within it. */
  readonly level: number;
  /** Tells it from all others, whatever rows there are. */
  readonly key: string;
  /** The groups within, and rows that stand between them, once they are asked for. */
  parts?: readonly (RowGroup | Uint32Array)[];
}

export interface RowGroup extends GroupRows, Branch {
  readonly field: GroupField;
  /** The same as long as table and fields are the same. */
  readonly line: number;
  open: boolean;
}

/** That of a group, or rows. */
type Line = number | Uint32Array;

/** A line from here on is no row of the table but a group. */
const FIRST_GROUP = 2 ** 31;

/**
 * The lines of a grouped view: one for each group, and below an open one its groups or its rows, in
 * the order in which they were given. A group is closed until it is opened, and not looked into
 * before that.
 */
export class RowGroups {
  readonly #toggled: () => void;
  #table?: UsageTable;
  #gaps: Incompleteness = {};
  #fields: readonly GroupField[] = [];
  #ascending = false;
  #all!: Branch;
  /** The lines that were laid last, and the groups among them. */
  #lines: Uint32Array = new Uint32Array(0);
  #groups: ReadonlyMap<number, RowGroup> = new Map();
  /** Lines of groups by their keys, and those of open ones. */
  readonly #known = new Map<string, number>();
  readonly #open = new Set<number>();
  #version = 0;

  /** @param toggled called when a group was opened or closed: the lines are to be laid anew. */
  constructor(toggled: () => void) {
    this.#toggled = toggled;
  }

  /** Grows whenever a group is opened or closed. */
  get version(): number {
    return this.#version;
  }

  /**
   * What is to be laid. Groups that are open stay open as long as table and fields are the same.
   *
   * @param gaps what the table lacked when the rows were taken.
   * @param ascending days ascend; sessions stand where the first of their rows does, all other groups go by
   *   their largest sum.
   */
  of(
    table: UsageTable,
    rows: Uint32Array,
    gaps: Incompleteness,
    fields: readonly GroupField[],
    ascending: boolean,
  ): void {
    if (table !== this.#table || fields !== this.#fields) {
      this.#known.clear();
      this.#open.clear();
    }
    this.#table = table;
    this.#gaps = gaps;
    this.#fields = fields;
    this.#ascending = ascending;
    this.#all = { rows, level: 0, key: '' };
  }

  /** @param revealed a row whose groups are opened; -1 for none. */
  *lay(revealed: number): Steps<Uint32Array> {
    const lines: Line[] = [];
    const groups = new Map<number, RowGroup>();
    yield* this.#add(this.#all, revealed, lines, groups);
    const laid = yield* concat(lines);
    this.#groups = groups;
    return (this.#lines = laid);
  }

  /** The group of a line, if it is one. */
  at(line = 0): RowGroup | undefined {
    return this.#groups.get(line);
  }

  /** How deep a line stands in the tree, from 1. */
  levelOf(line = 0): number {
    const field = this.#fields.indexOf('session');
    const isIn = (group?: RowGroup): boolean =>
      group?.field === 'session' && group.rows.includes(line);
    const isWithin = field < 0 || [...this.#open].some((open) => isIn(this.at(open)));
    return this.at(line)?.level ?? (isWithin ? this.#fields.length : field) + 1;
  }

  /** Opens the group of a line, or closes it; false if the line is none. */
  toggle(line = 0): boolean {
    if (!this.at(line)) return false;
    if (!this.#open.delete(line)) this.#open.add(line);
    this.#version++;
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
    if ((!isIn && key !== 'ArrowLeft') || !this.#groups.size) return undefined;
    const line = this.#lines[index];
    const group = this.at(line);
    if (group && group.open !== isIn) this.toggle(line);
    else if (!isIn) return this.#around(index);
    else if (group) return index + 1;
    return index;
  }

  /** Position of the group that a line is within; that of the line itself when there is none. */
  #around(index: number): number {
    const level = this.levelOf(this.#lines[index]);
    for (let place = index - 1; place >= 0; place--) {
      if (this.levelOf(this.#lines[place]) < level) return place;
    }
    return index;
  }

  /** Adds what stands below a branch. */
  *#add(
    branch: Branch,
    revealed: number,
    lines: Line[],
    groups: Map<number, RowGroup>,
  ): Steps<void> {
    const { rows } = branch;
    const field = this.#fields[branch.level];
    if (!field) {
      lines.push(rows);
      return;
    }
    branch.parts ??= yield* this.#split(branch, field);
    yield* eachInSteps(branch.parts, (part) => {
      if (part instanceof Uint32Array) {
        lines.push(part);
        return;
      }
      const { line } = part;
      if (part.rows.includes(revealed)) this.#open.add(line);
      part.open = this.#open.has(line);
      groups.set(line, part);
      lines.push(line);
      if (part.open) return this.#add(part, revealed, lines, groups);
    });
  }

  /** The groups of a branch in the order in which they are to stand. */
  *#split(branch: Branch, field: GroupField): Steps<readonly (RowGroup | Uint32Array)[]> {
    const { rows } = branch;
    const level = branch.level + 1;
    const groups = yield* splitSteps(this.#table as UsageTable, rows, field, this.#gaps);
    const parts: RowGroup[] = [];
    yield* eachInSteps(groups, (part) => {
      const key = JSON.stringify([branch.key, part.name]);
      const line = this.#known.get(key) ?? FIRST_GROUP + this.#known.size;
      this.#known.set(key, line);
      parts.push({ ...part, field, level, key, line, open: false });
    });
    if (field === 'session') return yield* weave(rows, parts);
    const sorted = yield* compareInSteps(parts.length, (a, b) =>
      compareGroups(parts[a] as RowGroup, parts[b] as RowGroup, field, this.#ascending),
    );
    return Array.from(sorted, (place) => parts[place] as RowGroup);
  }
}

/** Sessions in the places of their first rows; what is in none, or alone there, stays where it was. */
function* weave(rows: Uint32Array, groups: readonly RowGroup[]): Steps<(RowGroup | Uint32Array)[]> {
  const firsts = new Map<number | undefined, RowGroup>();
  yield* eachInSteps(groups, (group) => void firsts.set(group.rows[0], group));
  const single = groups.find(({ name }) => !name)?.rows ?? rows.subarray(0, 0);
  const woven: (RowGroup | Uint32Array)[] = [];
  let begin = 0;
  let end = 0;
  yield* inSteps(rows.length, (from, to) => {
    for (const row of rows.subarray(from, to)) {
      if (row === single[end]) end += 1;
      else {
        const group = firsts.get(row);
        if (!group) continue;
        if (begin < end) woven.push(single.subarray(begin, end));
        woven.push(group.rows.length > 1 ? group : group.rows);
        begin = end;
      }
    }
  });
  return [...woven, single.subarray(begin)];
}

/** Days by date, all others by their largest sum; equal ones by name, and what has none last. */
function compareGroups(a: GroupRows, b: GroupRows, field: GroupField, up: boolean): number {
  const byName = compareTexts(a.name || '\uffff', b.name || '\uffff');
  if (field !== 'day') return compareTotals(a.total, b.total) || byName;
  return up || !a.name || !b.name ? byName : -byName;
}

function* concat(parts: readonly Line[]): Steps<Uint32Array> {
  const [rows] = parts;
  if (parts.length === 1 && rows instanceof Uint32Array) return rows;
  const lengthOf = (part: Line): number => (typeof part === 'number' ? 1 : part.length);
  const lines = new Uint32Array(parts.reduce<number>((sum, part) => sum + lengthOf(part), 0));
  let end = 0;
  yield* eachInSteps(parts, (part) => {
    if (typeof part === 'number') lines[end] = part;
    else lines.set(part, end);
    end += lengthOf(part);
  });
  return lines;
}

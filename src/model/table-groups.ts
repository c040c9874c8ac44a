/** Rows by what they have in common: the exact total of every group, and the rows of each. */
import type { DictionaryColumn } from './columns.js';
import { type Incompleteness, MoneyTally, type Total } from './money.js';
import { dealOut } from './order.js';
import { type GroupKeys, tallySteps } from './row-tally.js';
import { sessionKeys } from './sessions.js';
import { eachInSteps, finish, inSteps, type Steps } from './steps.js';
import { dayNumber, dayOfNumber } from './time.js';
import type { UsageTable } from './usage-table.js';

/** What rows can be grouped by, and how each of them is numbered by it. */
const GROUP_KEYS = {
  subscription: ({ subscriptionNo }: UsageTable) => textKeys(subscriptionNo),
  type: ({ usageType }: UsageTable) => textKeys(usageType),
  destination: ({ destination }: UsageTable) => textKeys(destination),
  day: dayKeys,
  session: sessionKeys,
} satisfies Record<string, (table: UsageTable) => Steps<NamedKeys>>;

/** What records can be grouped by; `session` is a data session, which may be many records. */
export type GroupField = keyof typeof GROUP_KEYS;
export const GROUP_FIELDS = Object.keys(GROUP_KEYS) as readonly GroupField[];

export interface GroupTotal {
  /**
   * Field by field what its rows have in common, a day as 'yyyy-mm-dd', a session as the row that begins
   * it; '' for what they lack.
   */
  readonly names: readonly string[];
  readonly total: Total;
}

/** What rows are told apart by: the code of each, and what it stands for. */
interface NamedKeys extends GroupKeys {
  nameOf(code: number): string;
}

function* textKeys({ codes, values }: DictionaryColumn): Steps<NamedKeys> {
  return { codes, size: values.length, nameOf: (code) => values[code] ?? '' };
}

/** Numbers of days, the first of the table is one: none is left for rows without a day. */
function* dayKeys({ length, startTime, facts }: UsageTable): Steps<NamedKeys> {
  const before = dayNumber(facts.earliest) - 1;
  const codes = new Int32Array(length);
  let size = 1;
  yield* inSteps(length, (from, to) => {
    for (let row = from; row < to; row++) {
      // What is not a number is kept as 0.
      const next = dayNumber(startTime.at(row)) - before;
      codes[row] = next;
      if (next >= size) size = next + 1;
    }
  });
  return { codes, size, nameOf: (code) => (code ? dayOfNumber(code + before) : '') };
}

interface Groups {
  /** Of the fields, in the part that was tallied last. */
  readonly keys: readonly NamedKeys[];
  readonly groups: readonly { names: readonly string[]; code: number; tally: MoneyTally }[];
}

function* tallyGroups(
  table: UsageTable,
  rows: Uint32Array | null,
  fields: readonly GroupField[],
  gaps: Incompleteness,
): Steps<Groups> {
  const groups = new Map<string, Groups['groups'][number]>();
  let keys: NamedKeys[] = [];
  for (const part of rows ? [table] : table.parts) {
    keys = [];
    for (const field of fields) keys.push(yield* GROUP_KEYS[field](part));
    const size = keys[1]?.size ?? 1;
    yield* tallySteps(part, rows, keys, (code) => {
      const codes = [Math.floor(code / size), code % size];
      const names = keys.map(({ nameOf }, i) => nameOf(codes[i] ?? 0));
      const name = names.join('\n');
      const group = groups.get(name) ?? { names, code, tally: new MoneyTally(gaps) };
      groups.set(name, group);
      return group.tally;
    });
  }
  return { keys, groups: [...groups.values()] };
}

/**
 * Totals of rows by up to two fields, in no certain order. null stands for the whole table, withheld
 * money included; what is missing from the table may be missing from every group.
 */
export function groupRows(
  table: UsageTable,
  rows: Uint32Array | null,
  fields: readonly GroupField[],
): GroupTotal[] {
  return finish(groupSteps(table, rows, fields));
}

/** The same in steps. */
export function* groupSteps(...wanted: Parameters<typeof groupRows>): Steps<GroupTotal[]> {
  const [{ notedGaps }] = wanted;
  const { groups } = yield* tallyGroups(...wanted, notedGaps);
  return groups.map(({ names, tally }) => ({ names, total: tally.total() }));
}

export interface GroupRows {
  readonly name: string;
  readonly total: Total;
  /** In the order in which they were given. */
  readonly rows: Uint32Array;
}

/**
 * Rows by one field: the total of each group, and its rows.
 *
 * @param gaps what the table lacked when the rows were taken: it may have grown since.
 */
export function* splitSteps(
  table: UsageTable,
  rows: Uint32Array,
  field: GroupField,
  gaps: Incompleteness,
): Steps<GroupRows[]> {
  const { keys, groups } = yield* tallyGroups(table, rows, [field], gaps);
  const { codes, size } = keys[0] as NamedKeys;
  const sorted = new Uint32Array(rows.length);
  const ends = new Uint32Array(size);
  let end = 0;
  const split: GroupRows[] = [];
  yield* eachInSteps(groups, ({ names: [name = ''], code, tally }) => {
    const total = tally.total();
    ends[code] = end;
    end += total.count;
    split.push({ name, total, rows: sorted.subarray(ends[code], end) });
  });
  yield* inSteps(rows.length, (from, to) => dealOut(rows, sorted, codes, ends, from, to));
  return split;
}

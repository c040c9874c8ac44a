/** Totals of a table's rows by usage type and by day. */
import { absDecimal, compareDecimals, ZERO, type Decimal } from './decimal.js';
import { ExactSum, GroupIndex } from './exact-sums.js';
import { type MoneySum, type MoneyTally, type Total } from './money.js';
import { addWithheld, RowTally } from './row-tally.js';
import { dayNumber, dayOfNumber } from './time.js';
import type { UsageTable } from './usage-table.js';
import type { WithheldRow } from './withheld-rows.js';

/** A volume in one unit. Units are never converted into one another in a sum. */
export interface VolumeSum {
  readonly unit: string | null;
  readonly volume: Decimal;
}

export interface TypeTotal {
  readonly usageType: string | null;
  readonly total: Total;
  readonly volumes: readonly VolumeSum[];
}

export interface DayTotal {
  /** 'yyyy-mm-dd'; '' for rows without a readable time. */
  readonly day: string;
  readonly total: Total;
  readonly byType: readonly {
    readonly usageType: string | null;
    readonly sums: readonly MoneySum[];
  }[];
}

/** Calls back for every row of a selection, of the whole table if it is null. */
function eachRow(table: UsageTable, rows: Uint32Array | null, visit: (row: number) => void): void {
  const count = rows ? rows.length : table.length;
  for (let i = 0; i < count; i++) visit(rows ? (rows[i] ?? 0) : i);
}

/** A tally for each key, made when its first row comes. */
class TallyGroups {
  readonly #table: UsageTable;
  readonly #index: GroupIndex;
  readonly #tallies: RowTally[] = [];

  constructor(table: UsageTable, size: number) {
    this.#table = table;
    this.#index = new GroupIndex(size);
  }

  add(key: number, row: number): void {
    const group = this.#index.groupOf(key);
    (this.#tallies[group] ??= new RowTally(this.#table)).add(row);
  }

  /** What is missing from the table may be missing from every group. */
  entries(): [key: number, tally: MoneyTally][] {
    const gaps = this.#table.notedGaps;
    return this.#index.keys.flatMap((key, group) => {
      const tally = this.#tallies[group];
      return tally ? [[key, tally.tally(gaps)]] : [];
    });
  }
}

/** Adds withheld rows to the groups they belong to; a group of theirs alone is a new one. */
function joinWithheld<Key>(
  table: UsageTable,
  groups: Map<Key, MoneyTally>,
  rows: readonly WithheldRow[],
  keyOf: (row: WithheldRow) => Key,
): void {
  for (const row of rows) {
    const key = keyOf(row);
    let tally = groups.get(key);
    if (!tally) groups.set(key, (tally = new RowTally(table).tally(table.notedGaps)));
    addWithheld(tally, [row]);
  }
}

/**
 * Totals by usage type, largest first. null stands for the whole table: then withheld money is in
 * them, so that they add up to the table's total.
 */
export function totalsByType(table: UsageTable, rows: Uint32Array | null): TypeTotal[] {
  const { usageType } = table;
  const groups = new TallyGroups(table, usageType.values.length);
  eachRow(table, rows, (row) => groups.add(usageType.code(row), row));
  const tallies = new Map<string | null, MoneyTally>(
    groups.entries().map(([code, tally]) => [usageType.values[code] || null, tally]),
  );
  if (!rows) joinWithheld(table, tallies, table.withheld.rows, (row) => row.usageType);
  const volumes = volumesByType(table, rows);
  return [...tallies]
    .map(([type, tally]) => ({
      usageType: type,
      total: tally.total(),
      volumes: volumes.get(type) ?? [],
    }))
    .sort(byLargestSum);
}

/** By the largest sum of each; equal ones by code, so that no order of rows changes the page. */
export function byLargestSum(
  a: { readonly usageType: string | null; readonly total: Total },
  b: { readonly usageType: string | null; readonly total: Total },
): number {
  const [largestA, largestB] = [a, b].map(({ total }) => absDecimal(total.sums[0]?.amount ?? ZERO));
  return (
    compareDecimals(largestB ?? ZERO, largestA ?? ZERO) || compareTypes(a.usageType, b.usageType)
  );
}

/** By code, missing last. */
function compareTypes(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function volumesByType(
  table: UsageTable,
  rows: Uint32Array | null,
): Map<string | null, VolumeSum[]> {
  const { usageType, unit, volume } = table;
  const units = unit.values.length;
  const index = new GroupIndex(usageType.values.length * units);
  const sums: ExactSum[] = [];
  eachRow(table, rows, (row) => {
    if (volume.isMissing(row)) return;
    const group = index.groupOf(usageType.code(row) * units + unit.code(row));
    volume.addTo((sums[group] ??= new ExactSum()), row);
  });
  const byType = new Map<string | null, VolumeSum[]>();
  index.keys.forEach((key, group) => {
    const type = usageType.values[Math.floor(key / units)] || null;
    const sum = {
      unit: unit.values[key % units] || null,
      volume: sums[group]?.at(volume.scale) ?? ZERO,
    };
    byType.set(type, [...(byType.get(type) ?? []), sum].sort(byUnit));
  });
  return byType;
}

export function byUnit(a: VolumeSum, b: VolumeSum): number {
  return compareTypes(a.unit, b.unit);
}

/** Where rows without a time are kept among the days: before all of them. */
const NO_DAY = 0;

function dayKey(wall: number): number {
  return Number.isNaN(wall) ? NO_DAY : dayNumber(wall) + 1;
}

/** 1970 to 2100, and the one for no day. */
const DAY_KEYS = 47_849;

/**
 * Totals by day of the start time, ascending; rows without one come first, under ''. null stands
 * for the whole table, withheld money included.
 */
export function totalsByDay(table: UsageTable, rows: Uint32Array | null): DayTotal[] {
  const days = new TallyGroups(table, DAY_KEYS);
  eachRow(table, rows, (row) => days.add(dayKey(table.startTime.at(row)), row));
  const tallies = new Map(days.entries());
  if (!rows) joinWithheld(table, tallies, table.withheld.rows, (row) => dayKey(row.wall));
  const types = typesByDay(table, rows);
  return [...tallies]
    .sort(([a], [b]) => a - b)
    .map(([key, tally]) => ({
      day: key === NO_DAY ? '' : dayOfNumber(key - 1),
      total: tally.total(),
      byType: [...(types.get(key) ?? [])]
        .map(([usageType, ofType]) => ({ usageType, total: ofType.total() }))
        .sort(byLargestSum)
        .map(({ usageType, total }) => ({ usageType, sums: total.sums })),
    }));
}

type TypeTallies = Map<string | null, MoneyTally>;

function typesByDay(table: UsageTable, rows: Uint32Array | null): Map<number, TypeTallies> {
  const { startTime, usageType } = table;
  const types = usageType.values.length;
  const cells = new TallyGroups(table, DAY_KEYS * types);
  eachRow(table, rows, (row) => {
    cells.add(dayKey(startTime.at(row)) * types + usageType.code(row), row);
  });
  const byDay = new Map<number, TypeTallies>();
  const typesOf = (day: number): TypeTallies => {
    const known = byDay.get(day) ?? (new Map() as TypeTallies);
    byDay.set(day, known);
    return known;
  };
  for (const [key, tally] of cells.entries()) {
    typesOf(Math.floor(key / types)).set(usageType.values[key % types] || null, tally);
  }
  for (const row of rows ? [] : table.withheld.rows) {
    joinWithheld(table, typesOf(dayKey(row.wall)), [row], ({ usageType: type }) => type);
  }
  return byDay;
}

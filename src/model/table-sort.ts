/** The order of a view: typed keys for every column, never a comparator on records. */
import type { DecimalColumn, DictionaryColumn } from './columns.js';
import { compareDecimals, multiplyDecimals, ZERO, type Decimal } from './decimal.js';
import { sortByKeys } from './radix-sort.js';
import type { UsageTable } from './usage-table.js';
import { volumeFactor, volumeKind, type VolumeKind } from './volume.js';

export const SORT_COLUMNS = [
  'time',
  'type',
  'number',
  'destination',
  'volume',
  'charged',
  'amount',
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export interface TableSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** What of the language an order depends on. */
export interface SortWords {
  /** BCP 47; one that the platform refuses sorts as English. */
  readonly locale: string;
  typeLabel(code: string): string;
}

/**
 * Sorts rows by a column. Stable; rows without a value come last in both directions.
 *
 * Texts sort by locale, amounts by number alone whatever their currency, and volumes within their
 * kind: time, data, events, then each unknown unit by itself.
 */
export function sortRows(
  table: UsageTable,
  rows: Uint32Array,
  { column, descending }: TableSort,
  words: SortWords,
): Uint32Array {
  switch (column) {
    case 'time':
      return byKey(rows, (row) => table.startTime.key(row), descending);
    case 'type':
      return byRank(rows, table.usageType, rankTypes(table.usageType, words), descending);
    case 'number':
      return byRank(rows, table.otherParty, rankNumbers(table, words.locale), descending);
    case 'destination':
      return byRank(rows, table.destination, rankTexts(table.destination, words), descending);
    case 'volume':
      return byVolume(table, rows, table.volume, descending);
    case 'charged':
      return byVolume(table, rows, table.chargedVolume, descending);
    case 'amount':
      return byDecimal(rows, exactly(table.amount), descending).rows;
  }
}

function byKey(
  rows: Uint32Array,
  keyOf: (row: number) => number,
  descending: boolean,
): Uint32Array {
  return sortByKeys(rows, keysOf(rows, keyOf), descending).rows;
}

function keysOf(rows: Uint32Array, keyOf: (row: number) => number): Float64Array {
  const keys = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) keys[i] = keyOf(rows[i] ?? 0);
  return keys;
}

// ---- texts: each distinct one is compared once, rows by the rank of theirs ----

function byRank(
  rows: Uint32Array,
  column: DictionaryColumn,
  ranks: Float64Array,
  descending: boolean,
): Uint32Array {
  return byKey(rows, (row) => ranks[column.code(row)] ?? NaN, descending);
}

type Compare = (a: string, b: string) => number;

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function collate(locale: string): Compare {
  try {
    return new Intl.Collator(locale).compare;
  } catch {
    return new Intl.Collator('en').compare;
  }
}

/** Ranks by code; texts that compare as equal share a rank, code 0 (missing) has none. */
function rank(texts: readonly string[], compare: Compare, first = 0): Float64Array {
  const ranks = new Float64Array(texts.length).fill(NaN);
  const order = texts.map((_, code) => code).slice(1);
  order.sort((a, b) => compare(texts[a] ?? '', texts[b] ?? ''));
  let next = first;
  order.forEach((code, place) => {
    const previous = order[place - 1];
    if (previous !== undefined && compare(texts[previous] ?? '', texts[code] ?? '') !== 0) next++;
    ranks[code] = next;
  });
  return ranks;
}

function rankTypes({ values }: DictionaryColumn, words: SortWords): Float64Array {
  const labels = values.map((code) => (code ? words.typeLabel(code) : ''));
  return rank(labels, collate(words.locale));
}

interface Ranking {
  readonly locale: string;
  readonly ranks: Float64Array;
}

/** Sorting again, the other way round or after a filter, finds the ranks ready. */
const rankings = new WeakMap<DictionaryColumn, Ranking>();

function remembered(
  column: DictionaryColumn,
  locale: string,
  make: () => Float64Array,
): Float64Array {
  const known = rankings.get(column);
  if (known?.locale === locale && known.ranks.length === column.values.length) return known.ranks;
  const ranks = make();
  rankings.set(column, { locale, ranks });
  return ranks;
}

function rankTexts(column: DictionaryColumn, { locale }: SortWords): Float64Array {
  return remembered(column, locale, () => rank(column.values, collate(locale)));
}

/** Numbers by their characters, which is quick and what one expects; names after them. */
function rankNumbers(table: UsageTable, locale: string): Float64Array {
  const column = table.otherParty;
  return remembered(column, locale, () => {
    const isName = (code: number): boolean => table.numberClassOf(code) === 'service';
    const numbers = column.values.map((text, code) => (isName(code) ? '' : text));
    const names = column.values.map((text, code) => (isName(code) ? text : ''));
    const numberRanks = rank(numbers, compareCodeUnits);
    const nameRanks = rank(names, collate(locale), column.values.length);
    return numberRanks.map((numberRank, code) =>
      isName(code) ? (nameRanks[code] ?? NaN) : numberRank,
    );
  });
}

// ---- decimals: keys may round, so equal keys are looked at exactly where they could have ----

interface DecimalOrder {
  /** The value as the nearest double, at a scale of the order's own; NaN = missing. */
  key(row: number): number;
  /** False where the key may stand for more than one value. */
  isExact(row: number, key: number): boolean;
  value(row: number): Decimal;
}

function exactly(column: DecimalColumn): DecimalOrder {
  return {
    key: (row) => column.key(row),
    isExact: (row) => !column.isAside(row),
    value: (row) => column.at(row) ?? ZERO,
  };
}

function byDecimal(
  rows: Uint32Array,
  order: DecimalOrder,
  descending: boolean,
): { rows: Uint32Array; present: number } {
  const keys = keysOf(rows, (row) => order.key(row));
  const exact = keys.every((key, i) => Number.isNaN(key) || order.isExact(rows[i] ?? 0, key));
  const sorted = sortByKeys(rows, keys, descending);
  if (!exact) settleTies(sorted.rows.subarray(0, sorted.present), order, descending);
  return sorted;
}

/** Orders every run of equal keys that holds an inexact one by the exact values. */
function settleTies(sorted: Uint32Array, order: DecimalOrder, descending: boolean): void {
  const sign = descending ? -1 : 1;
  for (let start = 0; start < sorted.length;) {
    const key = order.key(sorted[start] ?? 0);
    let end = start;
    let exact = true;
    for (; end < sorted.length && order.key(sorted[end] ?? 0) === key; end++) {
      exact &&= order.isExact(sorted[end] ?? 0, key);
    }
    if (!exact && end - start > 1) {
      const run = Array.from(sorted.subarray(start, end), (row) => ({
        row,
        value: order.value(row),
      }));
      run.sort((a, b) => sign * compareDecimals(a.value, b.value));
      run.forEach(({ row }, i) => (sorted[start + i] = row));
    }
    start = end;
  }
}

// ---- volumes: seconds are not compared with bytes ----

const KIND_ORDER: readonly VolumeKind[] = ['time', 'data', 'events', 'other'];

function byVolume(
  table: UsageTable,
  rows: Uint32Array,
  column: DecimalColumn,
  descending: boolean,
): Uint32Array {
  const units = table.unit.values;
  const factors = units.map((unit) => volumeFactor(unit) ?? 1);
  const groups = groupUnits(units);
  const factorOf = (row: number): number => factors[table.unit.code(row)] ?? 1;
  const order: DecimalOrder = {
    key: (row) => column.key(row) * factorOf(row),
    isExact: (row, key) => Number.isSafeInteger(key) && !column.isAside(row),
    value: (row) =>
      multiplyDecimals(column.at(row) ?? ZERO, { units: BigInt(factorOf(row)), scale: 0 }),
  };
  const byValue = byDecimal(rows, order, descending);
  const present = byValue.rows.subarray(0, byValue.present);
  const byKind = byKey(present, (row) => groups[table.unit.code(row)] ?? 0, descending);
  byValue.rows.set(byKind);
  return byValue.rows;
}

/** By code of the unit: known kinds in their order, then unknown units by name. */
function groupUnits(units: readonly string[]): number[] {
  const unknown = units.filter((unit) => volumeKind(unit) === 'other').sort(compareCodeUnits);
  return units.map((unit) => {
    const kind = volumeKind(unit);
    return KIND_ORDER.indexOf(kind) + (kind === 'other' ? unknown.indexOf(unit) : 0);
  });
}

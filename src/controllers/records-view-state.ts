import type { RecordsViewState } from '../events.js';
import { parseDecimal } from '../model/decimal.js';
import { SORT_COLUMNS, type TableFilter, type TableSort } from '../model/table-view.js';
import { parseDay } from '../model/time.js';
import type { UsageTable } from '../model/usage-table.js';

/** What an agent looks for first: what happened last. */
export const DEFAULT_SORT: TableSort = { column: 'time', descending: true };

/** A view state of which every part can be used. */
export interface ReadViewState {
  readonly filter: TableFilter;
  readonly sort: TableSort;
  readonly recordId: string | null;
}

/** A view state from outside: what can be used of it, never an error. Equal states read equal. */
export function readViewState(value: unknown): ReadViewState {
  const given: Partial<Record<keyof RecordsViewState, unknown>> = isObject(value) ? value : {};
  return {
    filter: readFilter(given.filter),
    sort: readSort(given.sort),
    recordId: typeof given.recordId === 'string' ? given.recordId : null,
  };
}

export function readFilter(value: unknown): TableFilter {
  const given: Partial<Record<keyof TableFilter, unknown>> = isObject(value) ? value : {};
  const types = Array.isArray(given.types)
    ? given.types.filter((type): type is string => typeof type === 'string')
    : [];
  const when = <Key extends keyof TableFilter>(key: Key, usable: (text: string) => boolean) => {
    const text = given[key];
    return typeof text === 'string' && usable(text) ? { [key]: text } : {};
  };
  return {
    ...(types.length > 0 ? { types } : {}),
    ...when('fromDay', isDay),
    ...when('toDay', isDay),
    ...when('text', (text) => text.trim() !== ''),
    ...when('minAmount', isDecimal),
    ...when('maxAmount', isDecimal),
  };
}

/** The filter as a host may keep it. */
export function plainFilter({ types, ...rest }: TableFilter): RecordsViewState['filter'] {
  return { ...(types ? { types: [...types] } : {}), ...rest };
}

/** The row of a record id, -1 if it is not there. */
export function findRecord(table: UsageTable, recordId: string): number {
  for (let row = 0; row < table.length; row++) if (table.recordId.equals(row, recordId)) return row;
  return -1;
}

function readSort(value: unknown): TableSort {
  const given: Partial<Record<keyof TableSort, unknown>> = isObject(value) ? value : {};
  const column = SORT_COLUMNS.find((name) => name === given.column);
  return column ? { column, descending: given.descending === true } : DEFAULT_SORT;
}

function isDay(text: string): boolean {
  return parseDay(text) !== null;
}

function isDecimal(text: string): boolean {
  return parseDecimal(text) !== null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

import type { RecordsViewState } from '../events.js';
import { parseDecimal } from '../model/decimal.js';
import type { Total } from '../model/money.js';
import type { TableFacts as KnownFacts } from '../model/table-facts.js';
import { unitsOf } from '../model/packed-texts.js';
import {
  GROUP_FIELDS,
  type GroupField,
  SORT_COLUMNS,
  type TableFilter,
  type TableSort,
} from '../model/table-view.js';
import { parseDay } from '../model/time.js';
import { UsageTable } from '../model/usage-table.js';

/** Stands where no table has been given. */
export const NO_TABLE = /* @__PURE__ */ UsageTable.create();

/** A table of another copy of the code is one too. */
export function isTable(value: UsageTable): boolean {
  return typeof value.total === 'function';
}

/** What an agent looks for first: what happened last. */
const DEFAULT_SORT: TableSort = { column: 'time', descending: true };

/** What is known of a whole table, whatever the filter. */
export interface TableFacts extends KnownFacts {
  /** Of everything, money of unlisted rows included. */
  readonly total: Total;
}

export function factsOf(table: UsageTable): TableFacts {
  return { ...table.facts, total: table.total(null) };
}

/** A view state of which every part can be used. */
export interface ReadViewState {
  readonly filter: TableFilter;
  readonly sort: TableSort;
  /** One or two; undefined for a plain list. */
  readonly groupBy: readonly GroupField[] | undefined;
  readonly recordId: string | undefined;
}

/** A view state from outside: what can be used of it, never an error. Equal states read equal. */
export function readViewState(value: unknown): ReadViewState {
  const { filter, sort, groupBy } = membersOf(value);
  const { column, descending } = membersOf(sort);
  const known = SORT_COLUMNS.find((name) => name === column);
  return {
    filter: readFilter(filter),
    sort: known ? { column: known, descending: descending === true } : DEFAULT_SORT,
    groupBy: readGroupBy(groupBy),
    recordId: textsOf(value)['recordId'],
  };
}

/** What a text of the filter reads as; null when it can not be used. */
const FILTER_TEXTS = {
  fromDay: parseDay,
  toDay: parseDay,
  hour: (text: string) => /^([01]\d|2[0-3])$/.exec(text),
  text: (text: string) => text.trim() || null,
  minAmount: parseDecimal,
  maxAmount: parseDecimal,
} as const satisfies Partial<Record<keyof TableFilter, (text: string) => unknown>>;

export function readGroupBy(value: unknown): readonly GroupField[] | undefined {
  const fields = [...new Set([value].flat() as GroupField[])];
  const known = fields.filter((field) => GROUP_FIELDS.includes(field)).slice(0, 2);
  return known.length > 0 ? known : undefined;
}

export function readFilter(value: unknown): TableFilter {
  const { types: all } = membersOf(value);
  const given = textsOf(value);
  const types = [all].flat().filter((type) => typeof type === 'string');
  const texts = Object.entries(FILTER_TEXTS).filter(([name, read]) => {
    const text = given[name];
    return text !== undefined && read(text) !== null;
  });
  return {
    ...(types.length > 0 ? { types } : {}),
    ...Object.fromEntries(texts.map(([name]) => [name, given[name]])),
  };
}

/** Text with four or more digits, whatever separates them. */
export function mayBeNumber(text: string): boolean {
  return /\p{Nd}{4}/u.test(text.replace(/[^\p{L}\p{N}]/gu, ''));
}

/**
 * A view state as an event may carry it: an agent who has typed a called number into the search has not
 * said that it may leave the element.
 */
export function withoutNumber(state: RecordsViewState): RecordsViewState {
  const { text = '', ...filter } = state.filter ?? {};
  return mayBeNumber(text) ? { ...state, filter } : state;
}

/** The first row of a record id, -1 if it is not there. */
export function findRecord({ recordId, length }: UsageTable, id: string): number {
  const units = unitsOf(id);
  for (let row = 0; row < length; row++) if (recordId.holds(row, units, 0, id.length)) return row;
  return -1;
}

/** Of a value from outside; of what has none, none. */
export function membersOf(value: unknown): Record<string, unknown> {
  return { ...(value as object | null) };
}

/** Those of its members that are texts. */
export function textsOf(value: unknown): Partial<Record<string, string>> {
  const texts = Object.entries(membersOf(value)).filter(([, text]) => typeof text === 'string');
  return Object.fromEntries(texts) as Partial<Record<string, string>>;
}

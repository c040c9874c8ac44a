import type { RecordsViewState } from '../events.js';
import { parseDecimal } from '../model/decimal.js';
import {
  GROUP_FIELDS,
  type GroupField,
  SORT_COLUMNS,
  type TableFilter,
  type TableSort,
} from '../model/table-view.js';
import { parseDay } from '../model/time.js';
import { membersOf, textsOf } from './outside.js';

/** What an agent looks for first: what happened last. */
const DEFAULT_SORT: TableSort = { column: 'time', descending: true };

/** A view state of which every part can be used. */
export interface ReadRecordsState {
  readonly filter: TableFilter;
  readonly sort: TableSort;
  /** One or two; undefined for a plain list. */
  readonly groupBy: readonly GroupField[] | undefined;
  readonly recordId: string | undefined;
}

/** A view state from outside: what can be used of it, never an error. Equal states read equal. */
export function readRecordsState(value: unknown): ReadRecordsState {
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
export function withoutTypedNumber(state: RecordsViewState): RecordsViewState {
  const { text = '', ...filter } = state.filter ?? {};
  return mayBeNumber(text) ? { ...state, filter } : state;
}

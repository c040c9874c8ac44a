import { factsOf, type TableFacts } from '../../controllers/records-view.js';
import type { Settings } from '../../controllers/settings.js';
import type { Localizer } from '../../i18n/index.js';
import type { Total } from '../../model/money.js';
import { deriveView, type TableFilter, type TableSort } from '../../model/table-view.js';
import type { UsageTable } from '../../model/usage-table.js';
import { describeUsageType, type UsageTypeMap } from '../../model/usage-type.js';
import { typeWords } from '../words.js';
import { columnsOf, type Column } from './cells.js';
import { safeText } from './safe-text.js';

/** What the rows and their words come from. */
interface Source extends Pick<Settings, 'numberPolicy' | 'audience'> {
  readonly table: UsageTable;
  /** Of the table. */
  readonly version: number;
  readonly filter: TableFilter;
  readonly sort: TableSort;
  readonly localizer: Localizer;
  readonly usageTypes: UsageTypeMap | undefined;
}

/** Everything that decides what is drawn; a new object means that any cell may read otherwise. */
export interface Shown extends Source {
  readonly facts: TableFacts;
  readonly columns: readonly Column[];
  /** Row indexes of the table in the order in which they are shown. */
  readonly rows: Uint32Array;
  /** False when every record is shown. */
  readonly filtered: boolean;
  /** Of the rows; of everything without a filter, money of unlisted records included. */
  readonly total: Total;
  /** The words for a usage type code. */
  typeLabel(code: string | null): string;
}

/** What the templates are made of: what is shown, and what a person can do with it. */
export interface Frame extends Shown {
  /** What stands in the search field; may be ahead of the filter. */
  readonly typed: string;
  /** Accessible name of the grid. */
  readonly label: string;
  readonly multiple: boolean;
  /** Records are on their way, and none is there yet. */
  readonly expected: boolean;
  /** Searches, unless more is typed within the pause; milliseconds. */
  type(text: string, pause: number): void;
  filterBy(change: TableFilter): void;
  clear(): void;
  /** @param heading of the column, to be said aloud. */
  sortBy(sort: TableSort, heading: string): void;
  scroll(): void;
  click(event: Event): void;
  key(event: KeyboardEvent): void;
  /** Closes the open record. */
  close(): void;
  /** Shows its number. */
  reveal(): void;
  /** Shows its long texts whole, or short again. */
  expand(): void;
  /** Starts a host action on it. */
  act(id: string): void;
}

/** What is to be shown; the same object as before when nothing that it comes from has changed. */
export function show(source: Source, before: Partial<Shown>): Shown {
  const names = Object.keys(source) as (keyof Source)[];
  if (names.every((name) => source[name] === before[name])) return before as Shown;
  const { table, version, filter, sort, localizer, usageTypes, numberPolicy, audience } = source;
  const known = table === before.table && version === before.version;
  const facts = (known && before.facts) || factsOf(table);
  const typeLabel = (code: string | null): string =>
    safeText(typeWords(localizer, describeUsageType(code ?? '', usageTypes)));
  // An agent finds a number that the caller reads out although the last digits are masked.
  const seen = audience === 'customer' ? 'masked' : 'full';
  const searchNumbers = numberPolicy === 'hidden' ? 'none' : seen;
  const words = { locale: localizer.locale, typeLabel, searchNumbers } as const;
  const rows = deriveView(table, filter, sort, words);
  const filtered = Object.keys(filter).length > 0;
  const total = filtered ? table.total(rows) : facts.total;
  return { ...source, facts, columns: columnsOf(facts), rows, filtered, total, typeLabel };
}

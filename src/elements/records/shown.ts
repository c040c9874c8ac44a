import { factsOf, type TableFacts } from '../../controllers/records-view.js';
import type { HostAction } from '../../controllers/defaults.js';
import type { Settings } from '../../controllers/settings.js';
import type { Localizer } from '../../i18n/index.js';
import type { Total } from '../../model/money.js';
import { deriveView, type TableFilter, type TableSort } from '../../model/table-view.js';
import type { UsageTable } from '../../model/usage-table.js';
import { describeUsageType, type UsageTypeMap } from '../../model/usage-type.js';
import { typeWords } from '../words.js';
import { columnsOf, type Column } from './cells.js';
import { safeText } from './safe-text.js';

/** How many rows of grey bars stand for records that are on their way. */
const EXPECTED_ROWS = 5;

/** What the rows and their words come from. */
interface Source extends Pick<Settings, 'numberPolicy' | 'audience'> {
  readonly table: UsageTable;
  /** Of the table. */
  readonly version: number;
  readonly filter: TableFilter;
  readonly sort: TableSort;
  readonly localizer: Localizer;
  readonly usageTypes: UsageTypeMap | undefined;
  /** Records are on their way, and none is there yet. */
  readonly expected: boolean;
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
  /** Accessible name of the grid. */
  readonly label: string;
  /** Row of the open record in the table, -1 for none. */
  readonly row: number;
  /** The agent has asked to see its number. */
  readonly revealed: boolean;
  readonly headingLevel: number;
  /** More records are on their way. */
  readonly busy: boolean;
  /** IANA zone in which times with an offset were written down; unsaid if nobody has named it. */
  readonly timeZone: string | undefined;
  /** As the host gave them. */
  readonly hostActions: readonly HostAction[];
  /** Something was typed into the search. */
  type(event: Event): void;
  filterBy(change: TableFilter): void;
  clear(): void;
  /** @param heading of the column, to be said aloud. */
  sortBy(sort: TableSort, heading: string): void;
  scroll(): void;
  /** Closes the open record. */
  close(): void;
  /** Shows its number. */
  reveal(): void;
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
  const rows = source.expected
    ? new Uint32Array(EXPECTED_ROWS)
    : deriveView(table, filter, sort, words);
  const filtered = !source.expected && Object.keys(filter).length > 0;
  const total = filtered ? table.total(rows) : facts.total;
  return { ...source, facts, columns: columnsOf(facts), rows, filtered, total, typeLabel };
}

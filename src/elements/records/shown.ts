import type { nothing, TemplateResult } from 'lit';
import type { HostAction } from '../../controllers/defaults.js';
import type { ReadRecordsState } from '../../controllers/records-view.js';
import type { RowGroups } from '../../controllers/row-groups.js';
import type { Settings } from '../../controllers/settings.js';
import { factsAndTotal, NO_TABLE, type FactsAndTotal } from '../../controllers/tables.js';
import type { Localizer } from '../../i18n/index.js';
import type { TableFlags } from '../../model/flags.js';
import type { Total } from '../../model/money.js';
import { totalSteps } from '../../model/row-tally.js';
import type { Steps } from '../../model/steps.js';
import {
  type GroupField,
  type TableFilter,
  type TableSort,
  viewSteps,
  type ViewWords,
} from '../../model/table-view.js';
import type { UsageTable } from '../../model/usage-table.js';
import { describeUsageType, type UsageTypeMap } from '../../model/usage-type.js';
import type { Itemising } from '../itemising.js';
import { typeWords } from '../words.js';
import { columnsOf, type Column } from './cells.js';
import { safeText } from './safe-text.js';

const BAR_ROWS = new Uint32Array(5);

/** Rows of grey bars stand for records that are on their way. */
const BARS = {
  rows: BAR_ROWS,
  lines: BAR_ROWS,
  depth: 0,
  expected: true,
  filtered: false,
  flags: null,
  total: NO_TABLE.total(null),
} as const;

/** What the rows and their words come from. */
export interface Source extends Pick<Settings, 'numberPolicy' | 'audience'> {
  readonly table: UsageTable;
  /** Of the table. */
  readonly version: number;
  readonly filter: TableFilter;
  readonly sort: TableSort;
  readonly groupBy: readonly GroupField[];
  readonly localizer: Localizer;
  readonly usageTypes: UsageTypeMap | undefined;
  /** Wall ms: what began before it came late; and after the end of what. */
  readonly cutOff: number | undefined;
  readonly cutWords: string | undefined;
  /** Records are on their way, and none is there yet. */
  readonly waiting: boolean;
  /** Records can be put into a basket. */
  readonly multiple: boolean;
}

/** Of the source, what {@link Words} come from. */
const WORDS = ['localizer', 'usageTypes', 'numberPolicy', 'audience'] as const;

export interface Words extends ViewWords {
  /** The words for a usage type code. */
  typeLabel(code: string | null): string;
}

/** Everything that decides what is drawn; a new object means that any cell may read otherwise. */
export interface Shown extends Source {
  readonly facts: FactsAndTotal;
  readonly columns: readonly Column[];
  /** Row indexes of the table in the order in which they are shown. */
  readonly rows: Uint32Array;
  /** What the grid lists: the rows, or groups with the rows of those that are open. */
  readonly lines: Uint32Array;
  /** By how many fields the lines are grouped; 0 for a plain list. */
  readonly depth: number;
  /** Of the groups when the lines were laid. */
  readonly opened: number;
  /** In place of the rows are grey bars. */
  readonly expected: boolean;
  /** The rows, and what is said of them, are those of before; the next ones are being put in order. */
  readonly deriving: boolean;
  /** False when every record is shown. */
  readonly filtered: boolean;
  /** Of the rows; of everything without a filter, money of unlisted records included. */
  readonly total: Total;
  /** Null until they are worked out. */
  readonly flags: TableFlags | null;
  /** The same object as long as they are the same. */
  readonly words: Words;
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
  /** Of its headings. */
  readonly level: number;
  /** More records are on their way. */
  readonly busy: boolean;
  /** The rows have been on screen. */
  readonly painted: boolean;
  /** IANA zone in which times with an offset were written down; unsaid if nobody has named it. */
  readonly timeZone: string | undefined;
  /** As the host gave them. */
  readonly hostActions: readonly HostAction[];
  readonly itemising: Itemising;
  /** The list of single keys; nothing where it is shown around this element. */
  readonly keys: TemplateResult | typeof nothing;
  /** Goes to the next flagged record, or back to the one before. */
  seek(step: 1 | -1): void;
  /** Something was typed into the search. */
  type(event: Event): void;
  filterBy(change: TableFilter): void;
  clear(): void;
  /** @param heading of the column, to be said aloud. */
  sortBy(sort: TableSort, heading: string): void;
  groupRows(groupBy: ReadRecordsState['groupBy']): void;
  scroll(): void;
  /** Closes the open record. */
  close(): void;
  /** Shows its number. */
  reveal(): void;
  /** Starts a host action on it. */
  act(id: string): void;
}

/** The operator's own codes, names and numbers. */
const AGENT_FIELDS = ['destinationCode', 'roamingProvider', 'recordId'];

/** Whether a field of a record is for these eyes. */
export function isFor(audience: Shown['audience'], field: string): boolean {
  return audience === 'agent' || !AGENT_FIELDS.includes(field);
}

/** Whether something that the rows and their words come from is not as it was. */
export function isOther(source: Source, before: Partial<Shown>): boolean {
  const names = Object.keys(source) as (keyof Source)[];
  // Rows that come while others are put in order wait for their turn: else none would ever be.
  return names.some(
    (name) => source[name] !== before[name] && !(before.deriving && name === 'version'),
  );
}

/**
 * Works out what is to be shown. It tells of it twice: at once with the rows of before, or with grey bars
 * where these are of another table, and then with its own.
 *
 * @param revealed the row whose groups are opened, -1 for none.
 */
export function* showSteps(
  source: Source,
  before: Partial<Shown>,
  groups: RowGroups,
  revealed: number,
  tell: (shown: Shown) => void,
): Steps<void> {
  const { table, version, filter, sort, groupBy, waiting, multiple } = source;
  const known = table === before.table && !waiting ? before : {};
  const facts = (version === known.version && known.facts) || factsAndTotal(table);
  const isSaid = WORDS.every((name) => source[name] === before[name]);
  const words = (isSaid && before.words) || viewWordsOf(source);
  const shown = {
    ...BARS,
    ...known,
    ...source,
    facts,
    columns: columnsOf(facts, multiple),
    words,
    typeLabel: words.typeLabel,
    opened: groups.version,
    deriving: !waiting,
  };
  tell(shown);
  if (waiting) return;
  let ready = { ...shown, expected: false, deriving: false };
  // Opening a group leaves the rows as they are.
  const isNew = before.deriving || isOther(source, before);
  if (isNew) {
    const { notedGaps } = table;
    const rows = yield* viewSteps(table, filter, sort, words);
    yield;
    const filtered = Object.keys(filter).length > 0;
    const total = filtered ? yield* totalSteps(table, rows, notedGaps) : facts.total;
    groups.of(table, rows, notedGaps, groupBy, sort.column === 'time' && !sort.descending);
    ready = { ...ready, rows, total, filtered, depth: groupBy.length };
  }
  tell({ ...ready, lines: yield* groups.lay(revealed) });
}

/** The words in which records are shown, and what of them may be searched. */
export function viewWordsOf({
  localizer,
  usageTypes,
  numberPolicy,
  audience,
}: Pick<Source, (typeof WORDS)[number]>): Words {
  // An agent finds a number that the caller reads out although the last digits are masked.
  const seen = audience === 'customer' ? 'masked' : 'full';
  // A cell asks at each scroll, and there are few codes.
  const labels = new Map<string | null, string>();
  const labelOf = (code: string | null): string =>
    safeText(typeWords(localizer, describeUsageType(code ?? '', usageTypes)));
  return {
    locale: localizer.locale,
    typeLabel(code) {
      const label = labels.get(code) ?? labelOf(code);
      labels.set(code, label);
      return label;
    },
    searchNumbers: numberPolicy === 'hidden' ? 'none' : seen,
  };
}

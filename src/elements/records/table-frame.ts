import type { TableFacts } from '../../controllers/records-view.js';
import type { UsageTable } from '../../model/usage-table.js';
import { columnsFor, type Column } from './columns.js';
import type { RecordWords } from './record-words.js';
import type { RecordsSettings } from './records-settings.js';
import type { RowContent } from './row-pool.js';

/**
 * Words, columns and content of the grid, made anew only when something they come from has changed:
 * the rows compare by identity, so that an update without a change draws nothing.
 */
export class TableFrame {
  words!: RecordWords;
  columns: readonly Column[] = [];
  content: RowContent | null = null;

  #key: readonly unknown[] = [];
  #contentKey: readonly unknown[] = [];

  follow(
    settings: RecordsSettings,
    table: UsageTable | null,
    facts: TableFacts,
    rows: Uint32Array,
  ): void {
    const { localizer, numberPolicy, typeLabel } = settings;
    const { charged, marked, basis } = facts;
    const { currency, vat } = basis;
    const key = [localizer, numberPolicy, typeLabel, charged, marked, currency, vat];
    if (!same(key, this.#key)) {
      this.#key = key;
      this.words = { localizer, numberPolicy, typeLabel, basis };
      this.columns = columnsFor(facts, this.words);
    }
    const selectable = settings.selection !== 'none';
    const contentKey = [table, rows, this.columns, selectable];
    if (same(contentKey, this.#contentKey)) return;
    this.#contentKey = contentKey;
    const { words, columns } = this;
    this.content = table && { table, rows, columns, words, selectable };
  }
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

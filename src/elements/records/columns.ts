import type { SortColumn } from '../../model/table-view.js';
import type { UsageTable } from '../../model/usage-table.js';
import { marksText } from './marks.js';
import {
  amountText,
  amountTitle,
  chargedText,
  destinationText,
  numberText,
  timeText,
  typeText,
  volumeText,
  type RecordWords,
} from './record-words.js';

export type ColumnName = SortColumn | 'marks';

/** One column of the grid; its width is the style sheet's. */
export interface Column {
  readonly name: ColumnName;
  readonly heading: string;
  /** Null for marks: their order would mean nothing. */
  readonly sort: SortColumn | null;
  readonly text: (table: UsageTable, row: number, words: RecordWords) => string;
}

/** What of a table decides which columns it needs. */
export interface ColumnNeeds {
  readonly charged: boolean;
  readonly marked: boolean;
}

/** The columns in reading order. */
export function columnsFor(needs: ColumnNeeds, words: RecordWords): readonly Column[] {
  const { localizer } = words;
  const sortable = (name: SortColumn, heading: string, text: Column['text']): Column => ({
    name,
    heading,
    sort: name,
    text,
  });
  const marks: Column = {
    name: 'marks',
    heading: localizer.text('marks'),
    sort: null,
    text: marksText,
  };
  return [
    sortable('time', localizer.text('startTime'), timeText),
    sortable('type', localizer.text('usageType'), typeText),
    sortable('number', localizer.text('numberOrService'), numberText),
    sortable('destination', localizer.text('destination'), destinationText),
    ...(needs.marked ? [marks] : []),
    sortable('volume', localizer.text('durationOrVolume'), volumeText),
    ...(needs.charged ? [sortable('charged', localizer.text('charged'), chargedText)] : []),
    sortable('amount', amountTitle(words), amountText),
  ];
}

import type { TextKey } from '../../i18n/index.js';
import { hasMark, type RecordMark } from '../../model/usage-record.js';
import type { UsageTable } from '../../model/usage-table.js';
import type { RecordWords } from './record-words.js';

/**
 * `alert` must be looked at (premium-rate), `doubt` says that something could not be read or trusted,
 * `calm` explains a low amount. Each has its own shape; colour only repeats it.
 */
export type MarkTone = 'alert' | 'doubt' | 'calm';

interface KnownMark {
  readonly text: TextKey;
  /** The label of what the mark is about. */
  readonly field?: TextKey;
  readonly tone: MarkTone;
}

/** In order of weight: the first one of a record lends its shape. */
const BY_BIT: readonly (KnownMark & { readonly mark: RecordMark })[] = [
  { mark: 'conflicting', text: 'markConflicting', tone: 'doubt' },
  { mark: 'badAmount', text: 'unreadable', field: 'amount', tone: 'doubt' },
  { mark: 'badTime', text: 'unreadable', field: 'startTime', tone: 'doubt' },
  { mark: 'badVolume', text: 'unreadable', field: 'volume', tone: 'doubt' },
  { mark: 'badText', text: 'unreadable', tone: 'doubt' },
  { mark: 'credit', text: 'typeCredit', tone: 'calm' },
  { mark: 'free', text: 'markFree', tone: 'calm' },
  { mark: 'included', text: 'markIncluded', tone: 'calm' },
];

const PREMIUM: KnownMark = { text: 'typePremium', tone: 'alert' };
const NONE: readonly KnownMark[] = [];

/** What is to be said about a record, weightiest first. */
function marksOf(table: UsageTable, row: number): readonly KnownMark[] {
  const premium = table.numberClass(row) === 'premium';
  const marks = table.marks(row);
  if (marks === 0) return premium ? [PREMIUM] : NONE;
  const found = BY_BIT.filter(({ mark }) => hasMark(marks, mark));
  return premium ? [PREMIUM, ...found] : found;
}

/** 'Premium-rate number, Included in plan'; empty when there is nothing to say. */
export function marksText(table: UsageTable, row: number, { localizer }: RecordWords): string {
  const marks = marksOf(table, row);
  return marks
    .map(({ text, field }) => localizer.text(text) + (field ? `: ${localizer.text(field)}` : ''))
    .join(', ');
}

/** The tone of a record's weightiest mark; empty without marks. */
export function toneOf(table: UsageTable, row: number): MarkTone | '' {
  return marksOf(table, row)[0]?.tone ?? '';
}

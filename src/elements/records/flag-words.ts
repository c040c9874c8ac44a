import type { TextKey } from '../../i18n/index.js';
import { FLAGS } from '../../model/flags.js';
import { type NumberClass, presentNumber } from '../../model/number-rules.js';
import { RECORD_MARKS } from '../../model/usage-record.js';
import { safeText } from './safe-text.js';
import type { Shown } from './shown.js';

/** Something to be said about a record. A shape and words: colour only repeats them. */
interface Mark {
  readonly bit: number;
  readonly shape: string;
  /** Up to a colon for the column; with what follows it the reason. */
  readonly words: TextKey;
  /** What it is about. */
  readonly field?: TextKey;
  /** What of the data it follows from, as far as it may be shown. */
  readonly cause?: (shown: Shown, row: number) => string | null;
}

/** In order of weight. */
const MARKS: readonly Mark[] = [
  { bit: FLAGS.premium, shape: '▲', words: 'premium', cause: causeOf('premium') },
  { bit: FLAGS.unusual, shape: '▲', words: 'unusual', cause: usualText },
  // Something could not be read or trusted.
  { bit: RECORD_MARKS.conflicting, shape: '◆', words: 'markConflicting' },
  { bit: RECORD_MARKS.badAmount, shape: '◆', words: 'unreadable', field: 'amount' },
  { bit: RECORD_MARKS.badTime, shape: '◆', words: 'unreadable', field: 'startTime' },
  { bit: RECORD_MARKS.badVolume, shape: '◆', words: 'unreadable', field: 'volume' },
  { bit: RECORD_MARKS.badText, shape: '◆', words: 'unreadable' },
  { bit: FLAGS.duplicate, shape: '◆', words: 'duplicate' },
  {
    bit: FLAGS.overlapping,
    shape: '◆',
    words: 'overlapping',
    cause: otherTime,
  },
  // They explain the amount.
  {
    bit: FLAGS.roaming,
    shape: '○',
    words: 'roaming',
    cause: (shown, row) => shown.table.roamingProvider.at(row) ?? causeOf('roaming')(shown, row),
  },
  { bit: FLAGS.international, shape: '○', words: 'international', cause: shownNumber },
  { bit: FLAGS.firstSeen, shape: '○', words: 'firstSeen' },
  {
    bit: FLAGS.credit,
    shape: '○',
    words: 'credit',
    cause: moneyText,
  },
  { bit: RECORD_MARKS.free, shape: '○', words: 'markFree' },
  { bit: RECORD_MARKS.included, shape: '○', words: 'markIncluded' },
];

/** All but what says that nothing had to be paid. */
const NOTABLE = ~(RECORD_MARKS.free | RECORD_MARKS.included);

/** Bit set of {@link RECORD_MARKS} and, once they are worked out, {@link FLAGS}. */
function setOf({ table, flags }: Shown, row: number): number {
  return table.marks(row) | (flags?.sets.code(row) ?? 0);
}

function marksOf(shown: Shown, row: number): readonly Mark[] {
  const set = setOf(shown, row);
  return set ? MARKS.filter(({ bit }) => set & bit) : [];
}

/** Whether a row is one that an agent should look at. */
export function isFlagged(shown: Shown, row: number): boolean {
  return (setOf(shown, row) & NOTABLE) !== 0;
}

/** The shape before a record's marks, that of the weightiest, if it has any. */
export function shapeOf(shown: Shown, row: number): string | undefined {
  return marksOf(shown, row)[0]?.shape;
}

/** 'Premium-rate number, 12 × the usual'; empty when there is nothing to say. */
export function marksText(shown: Shown, row: number): string {
  return marksOf(shown, row)
    .map((mark) => wordsOf(shown, row, mark).replace(/:.*/, '') + aboutOf(shown, mark))
    .join(', ');
}

/** A sentence for each mark: what it says, and what of the data it follows from. */
export function reasonsOf(shown: Shown, row: number): string[] {
  return marksOf(shown, row).map((mark) => {
    const cause = mark.cause?.(shown, row);
    const words = wordsOf(shown, row, mark) + aboutOf(shown, mark);
    return cause ? `${words} (${safeText(cause)})` : words;
  });
}

function wordsOf(shown: Shown, row: number, { bit, words }: Mark): string {
  const { localizer } = shown;
  const isUnusual = bit === FLAGS.unusual;
  return localizer.text(words, isUnusual ? localizer.integer(factorOf(shown, row)) : undefined);
}

function aboutOf({ localizer }: Shown, { field }: Mark): string {
  return field ? `: ${localizer.text(field)}` : '';
}

/** The row that a flag names, of the table. */
function otherRow({ flags }: Shown, which: 'usual' | 'others', row: number): number {
  return (flags?.[which].code(row) ?? 0) - 1;
}

/** So many times the usual amount. */
function factorOf(shown: Shown, row: number): number {
  const { amount } = shown.table;
  return Math.round(amount.key(row) / amount.key(otherRow(shown, 'usual', row)));
}

/** When the call that went on at the same time began. */
function otherTime(shown: Shown, row: number): string {
  const { table, localizer } = shown;
  return localizer.dateTime(table.startTime.at(otherRow(shown, 'others', row)), 'minute');
}

/** "Call, 1.50 kr". */
function usualText(shown: Shown, row: number): string {
  const { table, typeLabel } = shown;
  return `${typeLabel(table.usageType.at(row))}, ${moneyText(shown, otherRow(shown, 'usual', row))}`;
}

function moneyText({ table, localizer }: Shown, row: number): string {
  const amount = table.amount.at(row);
  return amount ? localizer.money(amount, table.currency.at(row)) : '';
}

/** The number called under the policy; null where it may not be shown. */
function shownNumber({ table, numberPolicy }: Shown, row: number): string | null {
  return presentNumber(table.otherParty.at(row) ?? '', table.numberClass(row), numberPolicy);
}

/** The number where it is one of the class, else the operator's code of the type. */
function causeOf(cls: NumberClass): (shown: Shown, row: number) => string | null {
  return (shown, row) =>
    shown.table.numberClass(row) === cls ? shownNumber(shown, row) : shown.table.usageType.at(row);
}

import type { TextKey } from '../../i18n/index.js';
import { FLAGS } from '../../model/flags.js';
import { type NumberClass, presentNumber } from '../../model/number-rules.js';
import { safeText } from './safe-text.js';
import type { Shown } from './shown.js';

/** What of the data a mark follows from, as far as it may be shown. */
type AboutOf = (shown: Shown, row: number) => string | null;

/**
 * Something to be said about a record. A shape and words: colour only repeats them. Up to a colon the words
 * are for the column; with what follows it they are the reason.
 */
type Mark = readonly [bit: number, shape: string, words: TextKey, about?: TextKey | AboutOf];

/** Beside {@link FLAGS}: what began before older usage was cut off, and is not in it. */
const LATE = 2 ** 15;

/** In order of weight. */
const MARKS: readonly Mark[] = [
  [FLAGS.premium, '▲', 'premium', causeOf('premium')],
  [FLAGS.unusual, '▲', 'unusual', usualText],
  // Something could not be read or trusted.
  [FLAGS.conflicting, '◆', 'markConflicting'],
  [FLAGS.badAmount, '◆', 'unreadable', 'amount'],
  [FLAGS.badTime, '◆', 'unreadable', 'startTime'],
  [FLAGS.badVolume, '◆', 'unreadable', 'volume'],
  [FLAGS.badText, '◆', 'unreadable'],
  [FLAGS.duplicate, '◆', 'duplicate'],
  [FLAGS.overlapping, '◆', 'overlapping', otherTime],
  // They explain the amount.
  [LATE, '○', 'late', ({ cutWords = null }) => cutWords],
  [FLAGS.roaming, '○', 'roaming', causeOf('roaming')],
  [FLAGS.international, '○', 'international', shownNumber],
  [FLAGS.firstSeen, '○', 'firstSeen'],
  [FLAGS.credit, '○', 'credit', moneyText],
  [FLAGS.free, '○', 'markFree'],
  [FLAGS.included, '○', 'markIncluded'],
];

/** All but what says that nothing had to be paid. */
const NOTABLE = ~(FLAGS.free | FLAGS.included);

/** Bit set of {@link FLAGS}, those that the others tell once they are worked out, and {@link LATE}. */
function setOf({ table, flags, cutOff = 0 }: Shown, row: number): number {
  const late = table.startTime.at(row) < cutOff ? LATE : 0;
  return table.marks(row) | (flags?.sets.code(row) ?? 0) | late;
}

function marksOf(shown: Shown, row: number): readonly Mark[] {
  return marksIn(setOf(shown, row));
}

/** Those of a bit set of {@link FLAGS}, the weightiest first. */
export function marksIn(set: number): readonly Mark[] {
  return set ? MARKS.filter(([bit]) => set & bit) : [];
}

/** Whether a row is one that an agent should look at. */
export function isFlagged(shown: Shown, row: number): boolean {
  return (setOf(shown, row) & NOTABLE) !== 0;
}

/** The shape before a record's marks, that of the weightiest, if it has any. */
export function shapeOf(shown: Shown, row: number): string | undefined {
  return marksOf(shown, row)[0]?.[1];
}

/** 'Premium-rate number, 12 × the usual'; empty when there is nothing to say. */
export function marksText(shown: Shown, row: number): string {
  return marksOf(shown, row)
    .map((mark) => markWords(shown, row, mark).replace(/:.*/, '') + aboutOf(shown, mark))
    .join(', ');
}

/** A sentence for each mark: what it says, and what of the data it follows from. */
export function reasonsOf(shown: Shown, row: number): string[] {
  return marksOf(shown, row).map((mark) => {
    const [, , , about] = mark;
    const cause = typeof about === 'function' && about(shown, row);
    const words = markWords(shown, row, mark) + aboutOf(shown, mark);
    return cause ? `${words} (${safeText(cause)})` : words;
  });
}

function markWords(shown: Shown, row: number, [bit, , words]: Mark): string {
  const { localizer } = shown;
  const isUnusual = bit === FLAGS.unusual;
  return localizer.text(words, isUnusual ? localizer.integer(factorOf(shown, row)) : undefined);
}

/** The field that could not be read. */
function aboutOf({ localizer }: Shown, [, , , field]: Mark): string {
  return typeof field === 'string' ? `: ${localizer.text(field)}` : '';
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

/**
 * The number where it is one of the class; else the operator abroad, or the operator's code of the type. These
 * say nothing to a customer, who reads where it was.
 */
function causeOf(cls: NumberClass): AboutOf {
  return (shown, row) => {
    const { table, audience } = shown;
    if (table.numberClass(row) === cls) return shownNumber(shown, row);
    if (audience === 'customer') return table.destination.at(row);
    return (cls === 'roaming' && table.roamingProvider.at(row)) || table.usageType.at(row);
  };
}

import type { RowGroup } from '../../controllers/row-groups.js';
import type { FactsAndTotal } from '../../controllers/tables.js';
import { type Localizer, MISSING, type TextKey } from '../../i18n/index.js';
import type { Decimal } from '../../model/decimal.js';
import type { MoneySum } from '../../model/money.js';
import { presentNumber } from '../../model/number-rules.js';
import { bytesUsed } from '../../model/sessions.js';
import type { SortColumn } from '../../model/table-view.js';
import { amountHeading, recordCount, gapWords } from '../words.js';
import { marksText } from './flag-words.js';
import { safeText } from './safe-text.js';
import type { Shown } from './shown.js';

/** What the words in a cell come from. */
export type Cells = Pick<Shown, 'table' | 'localizer' | 'numberPolicy' | 'typeLabel'> & {
  readonly facts: Pick<FactsAndTotal, 'total'>;
};

/** A column of the grid: its name, the words over it, and those in it. Its width is the style sheet's. */
export type Column = readonly [
  name: SortColumn | 'marks' | 'check',
  heading: TextKey,
  text: (shown: Shown, row: number) => string,
];

/** Long enough for any figure or time that is one. */
const FIGURE_LIMIT = 40;

/** In reading order. */
const COLUMNS: readonly Column[] = [
  // A box, which the style sheet draws: that a row is selected is said of the row.
  ['check', 'basket', () => ''],
  ['time', 'startTime', timeText],
  ['type', 'usageType', ({ table, typeLabel }, row) => typeLabel(table.usageType.at(row))],
  ['number', 'numberOrService', numberText],
  ['destination', 'destination', destinationText],
  ['marks', 'marks', marksText],
  ['volume', 'volume', volumeText],
  ['charged', 'charged', (shown, row) => figure(shown, row, shown.table.chargedVolume.at(row))],
  ['amount', 'amount', amountText],
];

/** The columns that a table needs. */
export function columnsOf({ charged }: FactsAndTotal, check = false): readonly Column[] {
  const needed: Partial<Record<Column[0], boolean>> = { charged, check };
  return COLUMNS.filter(([name]) => needed[name] ?? true);
}

export function headingOf({ localizer, facts }: Shown, [name, heading]: Column): string {
  return name === 'amount' ? amountHeading(localizer, facts.total.sums) : localizer.text(heading);
}

/** To the minute: seconds are in the detail, and a column of them hides the minutes. */
export function timeText({ table, localizer }: Cells, row: number): string {
  const time = table.startTime.time(row);
  return time
    ? localizer.dateTime(time.wall, time.precision === 'day' ? 'day' : 'minute')
    : safeText(table.rawTime.at(row) ?? MISSING, FIGURE_LIMIT);
}

/** The number called under the policy, else the service behind the record. */
export function numberText({ table, localizer, numberPolicy }: Cells, row: number): string {
  const party = table.otherParty.at(row);
  if (party === null) return safeText(table.contentProvider.at(row) ?? MISSING);
  const shown = presentNumber(party, table.numberClass(row), numberPolicy);
  return shown === null ? localizer.text('hidden') : safeText(shown);
}

export function destinationText({ table }: Cells, row: number): string {
  return safeText(table.destination.at(row) ?? table.destinationCode.at(row) ?? MISSING);
}

/** A record that states a number of events only is not one without volume. */
function volumeText(shown: Shown, row: number): string {
  const { table, localizer } = shown;
  const volume = table.volume.at(row);
  return volume ? figure(shown, row, volume) : localizer.volume(table.quantity.at(row), 'E');
}

function figure({ table, localizer }: Shown, row: number, value: Decimal | null): string {
  return safeText(localizer.volume(value, table.unit.at(row)), FIGURE_LIMIT);
}

/** The figure; with currency and VAT basis where these differ, so that the heading can not say them. */
export function amountText(shown: Cells, row: number): string {
  const { table } = shown;
  const amount = table.amount.at(row);
  if (!amount) return MISSING;
  return figureOf(shown, { amount, currency: table.currency.at(row), vat: table.vat(row) });
}

function figureOf({ localizer, facts }: Cells, sum: MoneySum): string {
  return facts.total.sums.length > 1 ? sumText(localizer, sum) : localizer.amount(sum.amount);
}

/** '612,40 kr excl. VAT': a sum that says what it is. */
export function sumText(localizer: Localizer, { amount, currency, vat }: MoneySum): string {
  return `${localizer.money(amount, currency)} ${localizer.text(vat)}`;
}

/** What stands in a cell of a group's line: its name, how many records, what is missing, its sums. */
export function groupText(
  shown: Shown,
  { field, name, total, rows }: RowGroup,
  [column, , text]: Column,
): string {
  const { localizer, typeLabel, table } = shown;
  const isSession = field === 'session';
  if (column === 'number') return recordCount(localizer, total.count, total.count);
  if (column === 'marks') return gapWords(localizer, total.gaps) ?? '';
  if (column === 'amount') {
    return total.sums.map((sum) => figureOf(shown, sum)).join(' + ') || MISSING;
  }
  if (isSession && column === 'type') return text(shown, rows[0] ?? 0);
  if (isSession && column === 'volume') return localizer.volume(bytesUsed(table, rows), 'B');
  if (column !== 'time') return '';
  if (isSession) return sessionName(shown, rows);
  if (field === 'type') return typeLabel(name);
  if (name === '') return localizer.text('notStated');
  // A day is a date on the wall.
  return field === 'day' ? localizer.dateTime(Date.parse(name), 'day') : safeText(name);
}

/** 'Schweiz 12–15 juli 2025' */
function sessionName({ table, localizer }: Shown, rows: Uint32Array): string {
  const { destination, destinationCode, startTime } = table;
  const [first = 0] = rows;
  const walls = Float64Array.from(rows, (row) => startTime.at(row)).sort();
  const where = safeText(destination.at(first) ?? destinationCode.at(first) ?? '');
  return `${where} ${localizer.dayRange(walls[0] ?? NaN, walls.at(-1) ?? NaN)}`.trim();
}

/** Lines of comma-separated values that open right in a spreadsheet and can not become formulas there. */
import { type Decimal, decimalToString } from './decimal.js';

/** How a spreadsheet of the user's language reads a file: where a comma is the decimal sign, semicolons separate. */
export interface CsvFormat {
  readonly separator: ',' | ';';
  readonly decimalSign: ',' | '.';
}

/** A text, a figure, or nothing. */
export type CsvCell = string | Decimal | null;

/** At the start of a file: without it some spreadsheets read å as Ã¥. */
export const CSV_BEGIN = '\ufeff';

/** What would begin a formula, also behind blanks that a spreadsheet strips. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;
/**
 * Digits of which a spreadsheet would lose some, taking them for a figure: zeros in front, or the last of many;
 * and what it would take for a day or a time of day, such as 24/7. A day written as by ISO 8601 is one.
 */
const DIGITS = /^(?:0\d+|\d{12,}|\d+e\d+|(?!\d{4}-\d\d-)\d{1,4}([-./:,]\d{1,4}){1,2})$/i;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * One line with its end. A figure is plain: no separator of thousands, no unit, an ASCII minus. A text that
 * could begin a formula gets an apostrophe in front, also the "+" of a telephone number, and so does one of
 * digits that would not stay as they are.
 */
export function csvLine(cells: readonly CsvCell[], format: CsvFormat): string {
  return `${cells.map((cell) => csvCell(cell, format)).join(format.separator)}\r\n`;
}

function csvCell(cell: CsvCell, { separator, decimalSign }: CsvFormat): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') {
    const figure = decimalToString(cell).replace('.', decimalSign);
    return figure.includes(separator) ? `"${figure}"` : figure;
  }
  const text = FORMULA.test(cell) || DIGITS.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

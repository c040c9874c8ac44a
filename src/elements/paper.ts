import type { CsvCell } from '../model/csv.js';
import { inSteps, type Steps } from '../model/steps.js';
import type { Itemised } from './itemised.js';

/** The build takes the blanks out of what is tagged so. */
const css = String.raw;

/**
 * In ink on paper, whatever the theme. On a screen nobody sees it, so it is not laid out for one. A document
 * without a type lets nothing of the type face into its tables.
 */
const SHEET = css`
  @page {
    margin: 14mm 12mm;

    @bottom-right {
      content: counter(page) ' / ' counter(pages);
    }
  }

  @media screen {
    body {
      display: none;
    }
  }

  * {
    margin: 0;
    font: 8pt/1.4 system-ui;
    font-variant-numeric: tabular-nums;
  }

  h1 {
    font-size: 14pt;
  }

  table {
    inline-size: 100%;
    margin-block-start: 8pt;
    border-collapse: collapse;
  }

  tr {
    border-block-end: 0.5pt solid #bbb;
    break-inside: avoid;
  }

  th,
  td {
    padding: 2pt 6pt 2pt 0;
    text-align: start;
    vertical-align: top;
  }

  td {
    overflow-wrap: anywhere;
  }

  /* Words and numbers stay whole however long the texts beside them. */
  .whose,
  .type {
    min-inline-size: 7em;
  }

  th[class] {
    font-weight: 600;
    vertical-align: bottom;
  }

  :last-child {
    padding-inline-end: 0;
  }

  .volume,
  .charged,
  .amount {
    /* Not wider for the words over them, which may wrap as figures may not. */
    inline-size: 6em;
    text-align: end;
  }

  td.time,
  td.volume,
  td.charged,
  td.amount {
    white-space: nowrap;
  }
`;

/** How many rows a step writes. */
const PAPER_STEP_ROWS = 64;

/**
 * Writes what is itemised into an empty document, every page of which has the same head.
 *
 * @param inert makes a text of the data one that can be shown.
 * @param tell is told how much is written, 0–1.
 */
export function* paperSteps(
  { document: page, CSSStyleSheet: Sheet }: Window & typeof globalThis,
  { localizer, name, about, facts, columns, count, line }: Itemised,
  inert: (text: string) => string,
  tell: (share: number) => void,
): Steps<void> {
  // One of our own document would be refused there, and a strict policy refuses a <style>.
  const sheet = new Sheet();
  sheet.replaceSync(SHEET);
  page.adoptedStyleSheets = [sheet];
  page.documentElement.lang = localizer.locale;
  page.title = name;
  const add = <Name extends keyof HTMLElementTagNameMap>(
    parent: Element,
    tag: Name,
    cell: CsvCell = null,
  ): HTMLElementTagNameMap[Name] => {
    const made = page.createElement(tag);
    made.textContent =
      cell === null ? '' : typeof cell === 'string' ? inert(cell) : localizer.amount(cell);
    parent.append(made);
    return made;
  };
  add(page.body, 'h1', about[0]);
  for (const fact of facts) {
    const words = add(page.body, 'p');
    for (const cell of fact) words.append(add(words, 'span', cell), ' ');
  }
  const table = add(page.body, 'table');
  const head = add(table, 'thead');
  add(add(head, 'tr'), 'th', about.join(' · ')).colSpan = columns.length;
  const headings = add(head, 'tr');
  for (const [column, heading] of columns) add(headings, 'th', heading).className = column;
  const body = add(table, 'tbody');
  const writeRows = (from: number, to: number): void => {
    for (let index = from; index < to; index++) {
      const row = add(body, 'tr');
      line(index).forEach((cell, place) => {
        add(row, 'td', cell).className = columns[place]?.[0] ?? '';
      });
    }
    tell(to / count);
  };
  yield* inSteps(count, writeRows, PAPER_STEP_ROWS);
}

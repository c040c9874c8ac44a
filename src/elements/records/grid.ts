import { html, nothing, type TemplateResult } from 'lit';
import { type Column, headingOf } from './cells.js';
import type { Frame } from './shown.js';

/**
 * The frame of the grid. Rows are put into its body by a RowScroller; this template has no part in there.
 * One stop for the Tab key besides the headings: the keyboard's row is told by aria-activedescendant,
 * so that the focus survives the recycling of row elements.
 */
export function grid(frame: Frame): TemplateResult {
  const { columns, facts, rows, label, multiple, expected, key, click, scroll } = frame;
  return html`
    <div class="probe" aria-hidden="true"></div>
    <div
      class="grid ${facts.total.sums.length > 1 ? 'mixed' : ''}"
      part="grid"
      role="grid"
      tabindex="0"
      aria-label=${label}
      aria-rowcount=${rows.length + 1}
      aria-colcount=${columns.length}
      aria-multiselectable=${multiple || nothing}
      ?hidden=${rows.length === 0 && !expected}
      @keydown=${key}
      @click=${click}
      @scroll=${scroll}
    >
      <div class="head note" role="rowgroup">
        <div class="head-row" part="header" role="row" aria-rowindex="1">
          ${columns.map((column, i) => heading(frame, column, i + 1))}
        </div>
      </div>
      <div class="body" role="rowgroup" .style=${`--_count:${rows.length}`}></div>
    </div>
  `;
}

function heading(frame: Frame, column: Column, position: number): TemplateResult {
  const [name] = column;
  const { column: sorted, descending } = frame.sort;
  const text = headingOf(frame, column);
  const cell = (order: unknown, content: unknown): TemplateResult => html`
    <div class="cell ${name}" role="columnheader" aria-colindex=${position} aria-sort=${order}>
      ${content}
    </div>
  `;
  if (name === 'marks') return cell(nothing, text);
  // Figures and times are asked for from the top, words from the beginning.
  const words = name === 'type' || name === 'number' || name === 'destination';
  const next = { column: name, descending: name === sorted ? !descending : !words };
  return cell(
    name !== sorted ? 'none' : descending ? 'descending' : 'ascending',
    html`<button class="link" @click=${() => frame.sortBy(next, text)}>${text}</button>`,
  );
}

/** What is said below the rows, or in their place when there are none. */
export function afterRows({ table, rows, localizer, clear }: Frame): TemplateResult {
  const way =
    table.length === 0
      ? nothing
      : html`<button class="button" @click=${clear}>${localizer.text('clearFilters')}</button>`;
  return html`
    ${
      rows.length === 0
        ? html`<p class="empty bar pad" part="empty">
            <span class="soft">${localizer.text('empty')}</span> ${way}
          </p>`
        : nothing
    }
    ${
      table.withheld.count > 0
        ? html`<p class="withheld note pad">${localizer.text('withheldNote')}</p>`
        : nothing
    }
  `;
}

/** Grey bars where rows will stand. */
export function skeleton(): TemplateResult[] {
  const bone = html`<span class="bone"></span>`;
  const row = html`<div class="bones" aria-hidden="true">${bone}${bone}${bone}${bone}</div>`;
  return [row, row, row, row, row];
}

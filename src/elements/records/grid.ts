import { html, nothing, type TemplateResult } from 'lit';
import type { TableSort } from '../../model/table-view.js';
import { type Column, headingOf } from './cells.js';
import type { Shown } from './shown.js';

export interface GridActions {
  sortBy(sort: TableSort): void;
  key(event: KeyboardEvent): void;
  click(event: Event): void;
  scroll(): void;
}

/**
 * The frame of the grid. Rows are put into its body by a RowScroller; this template has no part in there.
 * One stop for the Tab key besides the headings: the keyboard's row is told by aria-activedescendant,
 * so that the focus survives the recycling of row elements.
 */
export function grid(
  shown: Shown,
  label: string,
  multiple: boolean,
  actions: GridActions,
): TemplateResult {
  const { columns, facts, rows } = shown;
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
      ?hidden=${rows.length === 0}
      @keydown=${actions.key}
      @click=${actions.click}
      @scroll=${actions.scroll}
    >
      <div class="head note" role="rowgroup">
        <div class="head-row" part="header" role="row" aria-rowindex="1">
          ${columns.map((column, i) => heading(shown, column, i + 1, actions))}
        </div>
      </div>
      <div class="body" role="rowgroup" .style=${`--_count:${rows.length}`}></div>
    </div>
  `;
}

function heading(
  shown: Shown,
  column: Column,
  position: number,
  actions: GridActions,
): TemplateResult {
  const [name] = column;
  const { column: sorted, descending } = shown.sort;
  const text = headingOf(shown, column);
  const order = name !== sorted ? 'none' : descending ? 'descending' : 'ascending';
  const choose = (): void => {
    if (name === 'marks') return;
    // Figures and times are asked for from the top, words from the beginning.
    const words = name === 'type' || name === 'number' || name === 'destination';
    actions.sortBy({ column: name, descending: name === sorted ? !descending : !words });
  };
  return html`
    <div
      class="cell ${name}"
      role="columnheader"
      aria-colindex=${position}
      aria-sort=${name === 'marks' ? nothing : order}
    >
      ${name === 'marks' ? text : html`<button class="link" @click=${choose}>${text}</button>`}
    </div>
  `;
}

/** What is said below the rows, or in their place when there are none. */
export function afterRows({ table, rows, localizer }: Shown, clear: () => void): TemplateResult {
  const none = table.length === 0;
  const way = none
    ? nothing
    : html`<button class="button" @click=${clear}>${localizer.text('clearFilters')}</button>`;
  return html`
    ${
      rows.length === 0
        ? html`<p class="empty bar pad" part="empty">
            <span class="soft">${localizer.text(none ? 'emptyRecords' : 'noneMatch')}</span> ${way}
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

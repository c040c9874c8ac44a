import { html, nothing, type TemplateResult } from 'lit';
import { MAX_CANVAS } from '../../controllers/row-window.js';
import { gapWords } from '../words.js';
import { type Column, headingOf } from './cells.js';
import type { Frame } from './shown.js';

/**
 * The frame of the grid. Rows are put into its body by a RowScroller; this template has no part in there.
 * One stop for the Tab key besides the headings: the keyboard's row is told by aria-activedescendant,
 * so that the focus survives the recycling of row elements.
 */
export function renderGrid(frame: Frame): TemplateResult {
  const { columns, facts, lines, depth, label, expected, deriving, multiple, scroll } = frame;
  return html`
    <div class="probe" aria-hidden="true"></div>
    <div
      class="grid ${facts.total.sums.length > 1 ? 'mixed' : ''}"
      part="grid"
      role=${depth > 0 ? 'treegrid' : 'grid'}
      tabindex="0"
      aria-label=${label}
      aria-busy=${expected || deriving}
      aria-multiselectable=${multiple || nothing}
      aria-colcount=${columns.length}
      aria-rowcount=${lines.length + 1}
      ?hidden=${lines.length === 0}
      @scroll=${scroll}
    >
      <div class="head note" role="rowgroup">
        <div class="head-row" part="header" role="row" aria-rowindex="1">
          ${columns.map((column, index) => renderHeading(frame, column, index))}
        </div>
      </div>
      <div
        class="body"
        role="rowgroup"
        .style=${`--_count:${lines.length};--_canvas:${MAX_CANVAS}px`}
      ></div>
    </div>
    <p class="why note pad" aria-hidden="true" ?hidden=${lines.length === 0}></p>
  `;
}

function renderHeading(frame: Frame, column: Column, index: number): TemplateResult {
  const [name] = column;
  const { column: sorted, descending } = frame.sort;
  const text = headingOf(frame, column);
  // Figures and times are asked for from the top, words from the beginning.
  const next = name === sorted ? !descending : !/type|number|destination/.test(name);
  return html`
    <div
      class="cell ${name}"
      role="columnheader"
      aria-colindex=${index + 1}
      aria-sort=${name !== sorted ? nothing : descending ? 'descending' : 'ascending'}
    >
      ${
        name === 'marks' || name === 'check'
          ? html`<span class=${name === 'check' ? 'ears-only' : ''}>${text}</span>`
          : html`<button @click=${() => frame.sortBy({ column: name, descending: next }, text)}>
              ${text}
            </button>`
      }
    </div>
  `;
}

/** What is said below the rows, or in their place when there are none, and why there may be some all the same. */
export function renderAfterRows({ table, rows, localizer, clear }: Frame): TemplateResult {
  return html`
    ${
      rows.length === 0
        ? html`<p class="empty bar pad" part="empty">
            <span class="soft">${localizer.text('empty')}</span>
            <span class="gaps">
              ${table.length > 0 ? nothing : gapWords(localizer, table.gaps)}
            </span>
            <button class="button" ?hidden=${table.length === 0} @click=${clear}>
              ${localizer.text('clearFilters')}
            </button>
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

import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsView } from '../../controllers/records-view.js';
import type { Localizer } from '../../i18n/index.js';

const BONE_ROWS = [0, 1, 2, 3, 4] as const;

/** What is said below the rows, or in their place when there are none. */
export function afterRows(
  { table, rows }: RecordsView,
  localizer: Localizer,
  clear: () => void,
): TemplateResult | typeof nothing {
  if (!table) return nothing;
  const none = rows.length === 0;
  return html`
    ${
      none && table.length === 0
        ? html`<p class="empty soft" part="empty">${localizer.text('emptyRecords')}</p>`
        : nothing
    }
    ${
      none && table.length > 0
        ? html`<p class="empty" part="empty">
            <span class="soft">${localizer.text('noneMatch')}</span>
            <button class="button" @click=${clear}>${localizer.text('clearFilters')}</button>
          </p>`
        : nothing
    }
    ${
      table.withheld.count > 0
        ? html`<p class="withheld note">${localizer.text('withheldNote')}</p>`
        : nothing
    }
  `;
}

/** Grey bars where rows will stand. */
export function skeleton(): TemplateResult {
  const bone = html`<span class="bone"></span>`;
  return html`
    <div class="skeleton" aria-hidden="true">
      ${BONE_ROWS.map(() => html`<div class="bones">${bone} ${bone} ${bone} ${bone}</div>`)}
    </div>
  `;
}

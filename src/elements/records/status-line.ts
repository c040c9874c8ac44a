import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsView } from '../../controllers/records-view.js';
import type { Localizer } from '../../i18n/index.js';
import { gapWords } from '../words.js';
import { sumText } from './record-words.js';
import type { TableFrame } from './table-frame.js';

/** What a person has changed about the view. */
export type ViewChange = 'filter' | 'sort';

/** How many records are shown, what they add up to, and what that lacks. */
export function statusLine(view: RecordsView, localizer: Localizer): TemplateResult {
  const { total, unfiltered, rows, table } = view;
  const all = table?.length ?? 0;
  const count = unfiltered
    ? localizer.plural('recordsCount', all)
    : localizer.plural('filteredCount', all, { shown: rows.length });
  const gaps = total.complete
    ? null
    : (gapWords(localizer, total.gaps) ?? localizer.text('incomplete'));
  return html`
    <p class="status" part="status">
      <span>${count}</span>
      ${total.sums.map((sum) => html`<span class="sum">${sumText(sum, localizer)}</span>`)}
      ${gaps === null ? nothing : html`<span class="gaps">${gaps}</span>`}
    </p>
  `;
}

/** What is said aloud after a change: how many rows are left, or how they are sorted now. */
export function spokenChange(
  changed: ViewChange,
  { rows, sort }: RecordsView,
  { words, columns }: TableFrame,
): string {
  const { localizer } = words;
  if (changed === 'filter') return localizer.plural('recordsCount', rows.length);
  const column = columns.find((candidate) => candidate.sort === sort.column)?.heading ?? '';
  const order = localizer.text(sort.descending ? 'descending' : 'ascending');
  return `${localizer.text('sorting')}: ${column}, ${order}`;
}

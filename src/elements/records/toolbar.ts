import { html, nothing, type TemplateResult } from 'lit';
import type { TableFilter } from '../../model/table-view.js';
import { dayOf } from '../../model/time.js';
import { gapWords } from '../words.js';
import { sumText } from './cells.js';
import type { Shown } from './shown.js';

export interface ToolbarActions {
  /** A key was pressed in the search field, or the field was left. */
  type(text: string, left: boolean): void;
  filterBy(change: TableFilter): void;
  clear(): void;
}

/** Stands in the list of types for all of them, and between several, which only a view state can set. */
const ALL = '\n';

/** @param typed what stands in the search field; may be ahead of the filter. */
export function toolbar(shown: Shown, typed: string, actions: ToolbarActions): TemplateResult {
  const { localizer, rows, filtered } = shown;
  const search = localizer.text('searchRecords');
  return html`
    <div class="toolbar bar pad" part="toolbar" role="group" aria-label=${localizer.text('filter')}>
      <input
        class="field search"
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${search}
        placeholder=${search}
        .value=${typed}
        @input=${(event: Event) => actions.type(valueOf(event), false)}
        @change=${(event: Event) => actions.type(valueOf(event), true)}
      />
      ${typeSelect(shown, actions)} ${dayField('fromDay', shown, actions)}
      ${dayField('toDay', shown, actions)}
      <button class="link clear" ?hidden=${!filtered || rows.length === 0} @click=${actions.clear}>
        ${localizer.text('clearFilters')}
      </button>
    </div>
  `;
}

/** How many records are shown, what they add up to, and what that lacks. */
export function statusLine({ localizer, table, rows, filtered, total }: Shown): TemplateResult {
  const count = filtered
    ? localizer.plural('filteredCount', table.length, { shown: rows.length })
    : localizer.plural('recordsCount', table.length);
  return html`
    <p class="status bar pad" part="status">
      <span class="soft">${count}</span>
      ${total.sums.map((sum) => html`<b>${sumText(localizer, sum)}</b> `)}
      <span class="gaps">
        ${total.complete ? nothing : (gapWords(localizer, total.gaps) ?? localizer.text('incomplete'))}
      </span>
    </p>
  `;
}

function typeSelect(
  { localizer, facts, filter, typeLabel }: Shown,
  actions: ToolbarActions,
): TemplateResult {
  const { types: chosen = [] } = filter;
  const single = [...new Set([...facts.types, ...chosen])]
    .map((code) => [code, typeLabel(code)] as const)
    .sort(([, a], [, b]) => localizer.compare(a, b));
  const value = chosen.length > 0 ? chosen.join(ALL) : ALL;
  const several = [value, chosen.map(typeLabel).join(', ')] as const;
  const change = (event: Event): void => {
    const picked = valueOf(event);
    actions.filterBy({ types: picked === ALL ? [] : picked.split(ALL) });
  };
  return html`
    <select class="field type-choice" aria-label=${localizer.text('usageType')} @change=${change}>
      ${[
        [ALL, localizer.text('typeAll')] as const,
        ...(chosen.length > 1 ? [several] : []),
        ...single,
      ].map(
        ([code, label]) =>
          html`<option value=${code} .selected=${code === value}>${label}</option>`,
      )}
    </select>
  `;
}

function dayField(
  end: 'fromDay' | 'toDay',
  { localizer, filter, facts: { earliest, latest } }: Shown,
  actions: ToolbarActions,
): TemplateResult {
  const known = earliest <= latest;
  return html`
    <label class="day">
      <span class="note">${localizer.text(end)}</span>
      <input
        class="field"
        type="date"
        min=${known ? dayOf(earliest) : nothing}
        max=${known ? dayOf(latest) : nothing}
        ?disabled=${!known}
        .value=${filter[end] ?? ''}
        @change=${(event: Event) => actions.filterBy({ [end]: valueOf(event) })}
      />
    </label>
  `;
}

function valueOf({ target }: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement).value;
}

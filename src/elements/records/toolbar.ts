import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TableFacts } from '../../controllers/records-view.js';
import type { SortColumn, TableFilter, TableSort } from '../../model/table-view.js';
import { dayOf } from '../../model/time.js';
import type { Column } from './columns.js';
import type { RecordWords } from './record-words.js';

export interface ToolbarState {
  readonly words: RecordWords;
  readonly columns: readonly Column[];
  readonly facts: TableFacts;
  readonly filter: TableFilter;
  readonly sort: TableSort;
  /** What stands in the search field; may be ahead of the filter. */
  readonly typed: string;
  /** Nothing is left to show: the way out stands there, in place of the rows. */
  readonly none: boolean;
}

export interface ToolbarActions {
  /** A key was pressed in the search field. */
  search(text: string): void;
  /** Search at once. */
  searchNow(): void;
  types(types: readonly string[]): void;
  day(end: 'fromDay' | 'toDay', day: string): void;
  sort(sort: TableSort): void;
  clear(): void;
}

/** Stands in the list for several types at once, which only a view state can set. */
const SEVERAL = '\u0000several';
const ALL = '\u0000all';

export function toolbar(state: ToolbarState, actions: ToolbarActions): TemplateResult {
  const { localizer } = state.words;
  const filtered = Object.keys(state.filter).length > 0;
  return html`
    <div class="toolbar" part="toolbar" role="group" aria-label=${localizer.text('filter')}>
      <input
        class="field search"
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${localizer.text('searchRecords')}
        placeholder=${localizer.text('searchRecords')}
        .value=${live(state.typed)}
        @input=${(event: Event) => actions.search(valueOf(event))}
        @change=${() => actions.searchNow()}
      />
      ${typeSelect(state, actions)} ${sortSelect(state, actions)}
      <div class="days">
        ${dayField('fromDay', state, actions)} ${dayField('toDay', state, actions)}
      </div>
      <button class="link clear" ?hidden=${!filtered || state.none} @click=${() => actions.clear()}>
        ${localizer.text('clearFilters')}
      </button>
    </div>
  `;
}

function typeSelect(
  { words, facts, filter }: ToolbarState,
  actions: ToolbarActions,
): TemplateResult {
  const chosen = filter.types ?? [];
  const [only] = chosen;
  const listed = [...new Set([...facts.types, ...chosen])]
    .map((code) => ({ code, label: words.typeLabel(code) }))
    .sort((a, b) => words.localizer.compare(a.label, b.label));
  const value = only === undefined ? ALL : chosen.length > 1 ? SEVERAL : only;
  const several = chosen.map((code) => words.typeLabel(code)).join(', ');
  const change = (event: Event): void => {
    const picked = valueOf(event);
    actions.types(picked === ALL ? [] : picked === SEVERAL ? chosen : [picked]);
  };
  const option = (code: string, label: string): TemplateResult =>
    html`<option value=${code} .selected=${live(code === value)}>${label}</option>`;
  return html`
    <select
      class="field type-choice"
      aria-label=${words.localizer.text('usageType')}
      @change=${change}
    >
      ${option(ALL, words.localizer.text('typeAll'))}
      ${chosen.length > 1 ? option(SEVERAL, several) : nothing}
      ${listed.map(({ code, label }) => option(code, label))}
    </select>
  `;
}

/** In the place of column headings, which cards have none of. */
function sortSelect(
  { words, columns, sort }: ToolbarState,
  actions: ToolbarActions,
): TemplateResult {
  const sortable = columns.filter(
    (column): column is Column & { sort: SortColumn } => column.sort !== null,
  );
  const change = (event: Event): void => {
    const [name, order] = valueOf(event).split(' ');
    const column = sortable.find((candidate) => candidate.sort === name)?.sort;
    if (column) actions.sort({ column, descending: order === 'down' });
  };
  const option = (column: Column, descending: boolean): TemplateResult => {
    const chosen = column.sort === sort.column && descending === sort.descending;
    return html`<option
      value="${column.name} ${descending ? 'down' : 'up'}"
      .selected=${live(chosen)}
    >
      ${column.heading} ${descending ? '↓' : '↑'}
    </option>`;
  };
  return html`
    <select
      class="field sort-choice"
      aria-label=${words.localizer.text('sorting')}
      @change=${change}
    >
      ${sortable.map((column) => [option(column, true), option(column, false)])}
    </select>
  `;
}

function dayField(
  end: 'fromDay' | 'toDay',
  { words, facts, filter }: ToolbarState,
  actions: ToolbarActions,
): TemplateResult {
  const known = !Number.isNaN(facts.earliest);
  return html`
    <label class="day">
      <span class="note">${words.localizer.text(end)}</span>
      <input
        class="field"
        type="date"
        min=${known ? dayOf(facts.earliest) : nothing}
        max=${known ? dayOf(facts.latest) : nothing}
        ?disabled=${!known}
        .value=${live(filter[end] ?? '')}
        @change=${(event: Event) => actions.day(end, valueOf(event))}
      />
    </label>
  `;
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

import { html, nothing, type TemplateResult } from 'lit';
import { dayOf } from '../../model/time.js';
import { countWords, gapWords } from '../words.js';
import { sumText } from './cells.js';
import type { Frame, Shown } from './shown.js';

/** Search and filters, and below them what they leave: how many records, and their total. */
export function toolbar(frame: Frame): TemplateResult {
  const { localizer, rows, filtered, filter, type, clear } = frame;
  const search = localizer.text('search');
  return html`
    <search class="toolbar bar pad" part="toolbar">
      <input
        class="field search"
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${search}
        placeholder=${search}
        .value=${filter.text ?? ''}
        @input=${type}
      />
      ${typeSelect(frame)}
      <div class="bar">${dayField('fromDay', frame)} ${dayField('toDay', frame)}</div>
      <button class="link clear" ?hidden=${!filtered || rows.length === 0} @click=${clear}>
        ${localizer.text('clearFilters')}
      </button>
    </search>
    ${statusLine(frame)}
  `;
}

/** How many records are shown, of how many. */
export function countOf({ localizer, rows, table, expected }: Shown): string {
  return expected
    ? localizer.text('loading')
    : countWords(localizer, 'records', rows.length, table.length);
}

/** How many records are shown, what they add up to, and what that lacks. */
function statusLine(frame: Frame): TemplateResult {
  const { localizer, total, busy, expected } = frame;
  return html`
    <p class="status bar pad" part="status">
      <span class="soft">${countOf(frame)}</span>
      ${total.sums.map((sum) => html`<b>${sumText(localizer, sum)}</b> `)}
      ${busy && !expected ? html`<span class="soft">${localizer.text('soFar')}</span>` : nothing}
      ${
        total.complete
          ? nothing
          : html`<span class="gaps">
              ${gapWords(localizer, total.gaps) ?? localizer.text('incomplete')}
            </span>`
      }
    </p>
  `;
}

/** Between the types of a choice, and in none of them. */
const AND = '\n';

/** All types, what is chosen, which may be several if a view state has set them, and each type. */
function typeSelect({ localizer, facts, filter, typeLabel, filterBy }: Frame): TemplateResult {
  const chosen = (filter.types ?? []).join(AND);
  const single = facts.types.toSorted((a, b) =>
    typeLabel(a).localeCompare(typeLabel(b), localizer.locale),
  );
  const partsOf = (choice: string): string[] => choice.split(AND).filter(Boolean);
  return html`
    <select
      class="field type-choice"
      aria-label=${localizer.text('usageType')}
      @change=${(event: Event) => filterBy({ types: partsOf(valueOf(event)) })}
    >
      ${[...new Set(['', chosen, ...single])].map(
        (choice) =>
          html`<option value=${choice} .selected=${choice === chosen}>
            ${partsOf(choice).map(typeLabel).join(', ') || localizer.text('typeAll')}
          </option>`,
      )}
    </select>
  `;
}

function dayField(
  end: 'fromDay' | 'toDay',
  { localizer, filter, facts: { earliest, latest }, filterBy }: Frame,
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
        @change=${(event: Event) => filterBy({ [end]: valueOf(event) })}
      />
    </label>
  `;
}

function valueOf({ target }: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement).value;
}

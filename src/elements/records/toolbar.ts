import { html, nothing, type TemplateResult } from 'lit';
import { dayOf } from '../../model/time.js';
import { countWords, gapWords } from '../words.js';
import { sumText } from './cells.js';
import type { Frame, Shown } from './shown.js';

/** The last keystroke waits this long for another one; milliseconds. */
const TYPING_PAUSE = 100;

/** Search and filters, and below them what they leave: how many records, and their total. */
export function toolbar(frame: Frame): TemplateResult {
  const { localizer, rows, filtered, typed, type, clear } = frame;
  const search = localizer.text('search');
  return html`
    <div class="toolbar bar pad" part="toolbar" role="group" aria-label=${search}>
      <input
        class="field search"
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${search}
        placeholder=${search}
        .value=${typed}
        @input=${(event: Event) => type(valueOf(event), TYPING_PAUSE)}
        @change=${(event: Event) => type(valueOf(event), 0)}
      />
      ${typeSelect(frame)} ${dayField('fromDay', frame)} ${dayField('toDay', frame)}
      <button class="link clear" ?hidden=${!filtered || rows.length === 0} @click=${clear}>
        ${localizer.text('clearFilters')}
      </button>
    </div>
    ${statusLine(frame)}
  `;
}

/** "Usage records: 2 / 310". */
export function countOf({ localizer, rows, table }: Shown): string {
  return countWords(localizer, 'records', rows.length, table.length);
}

/** How many records are shown, what they add up to, and what that lacks. */
function statusLine(frame: Frame): TemplateResult {
  const { localizer, total, expected } = frame;
  const count = expected ? localizer.text('loading') : countOf(frame);
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

/** All types, each of them, and several if a view state has set them. */
function typeSelect({ localizer, facts, filter, typeLabel, filterBy }: Frame): TemplateResult {
  const { types: chosen = [] } = filter;
  const single = [...new Set([...facts.types, ...chosen])]
    .sort((a, b) => typeLabel(a).localeCompare(typeLabel(b), localizer.locale))
    .map((type) => [type]);
  const choices = [[], ...(chosen.length > 1 ? [chosen] : []), ...single];
  const change = ({ target }: Event): void =>
    filterBy({ types: choices[(target as HTMLSelectElement).selectedIndex] });
  return html`
    <select class="field type-choice" aria-label=${localizer.text('usageType')} @change=${change}>
      ${choices.map(
        (types) =>
          html`<option value=${types.join()} .selected=${types.join() === chosen.join()}>
            ${types.map(typeLabel).join(', ') || localizer.text('typeAll')}
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

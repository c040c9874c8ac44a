import { html, nothing, type TemplateResult } from 'lit';
import type { GroupField } from '../../model/table-view.js';
import { dayOf } from '../../model/time.js';
import { readGroupBy } from '../../controllers/records-view.js';
import { MISSING, type TextKey } from '../../i18n/index.js';
import { renderLeaveButtons } from '../leave-buttons.js';
import { recordCount, gapWords, hourWords } from '../words.js';
import { sumText } from './cells.js';
import type { Frame, Shown } from './shown.js';

/** Search and filters, and below them what they leave: how many records, and their total. */
export function renderToolbar(frame: Frame): TemplateResult {
  const { localizer, rows, filtered, filter, type, clear } = frame;
  const search = localizer.text('search');
  return html`
    <search class="toolbar bar pad" part="toolbar">
      <input
        class="field search"
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-keyshortcuts="/"
        aria-label=${search}
        placeholder=${search}
        .value=${filter.text ?? ''}
        @input=${type}
      />
      <button class="button more" aria-expanded="false" @click=${unfold}>
        ${localizer.text('filters')}
      </button>
      ${renderTypeChoice(frame)}
      <div class="bar">${renderDayField('fromDay', frame)} ${renderDayField('toDay', frame)}</div>
      <div>
        <span class="note">${localizer.text('amount')}</span>
        ${renderAmountField('minAmount', frame)} ${renderAmountField('maxAmount', frame)}
      </div>
      ${renderGroupChoice(frame)}
      <button class="link clear" ?hidden=${!filtered || rows.length === 0} @click=${clear}>
        ${localizer.text('clearFilters')}
      </button>
    </search>
    ${renderStatus(frame)}
  `;
}

/** How many records are shown, of how many. */
export function countOf({ localizer, rows, table, expected }: Shown): string {
  return expected ? localizer.text('loading') : recordCount(localizer, rows.length, table.length);
}

/** How many records are shown, what they add up to, and what that lacks. */
function renderStatus(frame: Frame): TemplateResult {
  const { localizer, total, busy, expected, filter, rows, itemising } = frame;
  return html`
    <div class="status bar pad">
      <p class="bar" part="status">
        <span class="soft">${countOf(frame)}</span>
        ${filter.hour ? html`<span class="soft">${hourWords(filter.hour)}</span>` : nothing}
        ${total.sums.map((sum) => html`<b>${sumText(localizer, sum)}</b> `)}
        ${busy && !expected ? html`<span class="soft">${localizer.text('soFar')}</span>` : nothing}
        <span class="gaps">${gapWords(localizer, total.gaps)}</span>
      </p>
      <div class="leave">
        <span class="soft">
          ${localizer.text('marks')}
          ${renderSeekButton('N', '↓', 1, frame)}${renderSeekButton('Shift+N', '↑', -1, frame)}
        </span>
        ${renderLeaveButtons(localizer, itemising, expected || rows.length === 0)} ${frame.keys}
      </div>
    </div>
  `;
}

/** Goes to the next flagged record, or back to the one before. */
function renderSeekButton(
  key: string,
  arrow: string,
  step: 1 | -1,
  { localizer, expected, seek }: Frame,
): TemplateResult {
  return html`<button
    class="link"
    ?disabled=${expected}
    aria-keyshortcuts=${key}
    aria-label="${localizer.text('marks')} ${arrow}"
    @click=${() => seek(step)}
  >
    ${arrow}
  </button>`;
}

/** Between the types of a choice, and in none of them. */
const AND = '\n';

interface Choice {
  readonly chosen: readonly string[];
  /** What can be chosen besides. */
  readonly others: readonly string[];
  /** Words for nothing. */
  readonly none: string;
  wordsOf(part: string): string;
}

/** Nothing, what is chosen, which may be several if a view state has set them, and each of the others. */
function renderChoices({ chosen, others, none, wordsOf }: Choice): TemplateResult[] {
  const now = chosen.join(AND);
  return [...new Set(['', now, ...others])].map(
    (choice) =>
      html`<option value=${choice} .selected=${choice === now}>
        ${partsOf(choice).map(wordsOf).join(', ') || none}
      </option>`,
  );
}

function partsOf(choice: string): string[] {
  return choice.split(AND).filter(Boolean);
}

function renderTypeChoice({
  localizer,
  facts,
  filter,
  typeLabel,
  filterBy,
  painted,
}: Frame): TemplateResult {
  // Nobody opens it before there are rows, and to compare by locale for the first time takes long.
  const others = (painted ? facts.types : []).toSorted((a, b) =>
    typeLabel(a).localeCompare(typeLabel(b), localizer.locale),
  );
  const none = localizer.text('typeAll');
  return html`
    <select
      class="field type-choice"
      aria-label=${localizer.text('usageType')}
      @change=${(event: Event) => filterBy({ types: partsOf(valueOf(event)) })}
    >
      ${renderChoices({ chosen: filter.types ?? [], others, none, wordsOf: typeLabel })}
    </select>
  `;
}

const GROUP_WORDS: Readonly<Record<GroupField, TextKey>> = {
  subscription: 'subscriptions',
  type: 'usageType',
  destination: 'destination',
  day: 'byDay',
  session: 'sessions',
};

function renderGroupChoice({ localizer, table, groupBy, groupRows }: Frame): TemplateResult {
  const isShared = table.subscriptionNo.values.length > 2;
  const fields = Object.keys(GROUP_WORDS) as GroupField[];
  const others = fields.filter((field) => isShared || field !== 'subscription');
  const wordsOf = (field: string): string => localizer.text(GROUP_WORDS[field as GroupField]);
  return html`
    <label>
      <span class="note">${localizer.text('groupBy')}</span>
      <select
        class="field group-choice"
        @change=${(event: Event) => groupRows(readGroupBy(partsOf(valueOf(event))))}
      >
        ${renderChoices({ chosen: groupBy, others, none: MISSING, wordsOf })}
      </select>
    </label>
  `;
}

/** Of a column of amounts: comma or point, perhaps a sign, blanks as one writes them. */
const AMOUNT = '[+\\-−]?[\\d\\s]+([.,]\\d+)?';

function renderAmountField(
  end: 'minAmount' | 'maxAmount',
  { localizer, filter, filterBy }: Frame,
): TemplateResult {
  const words = localizer.text(end);
  return html`
    <input
      class="field span figure"
      inputmode="decimal"
      autocomplete="off"
      pattern=${AMOUNT}
      aria-label="${localizer.text('amount')}: ${words}"
      placeholder=${words}
      .value=${filter[end] ?? ''}
      @change=${(event: Event) =>
        filterBy({ [end]: valueOf(event).replace(/\s/g, '').replace('−', '-') })}
    />
  `;
}

/** Where there is little room, the fields behind the button are shown when it is pressed. */
function unfold({ currentTarget }: Event): void {
  const button = currentTarget as Element;
  button.ariaExpanded = String(button.ariaExpanded !== 'true');
}

function renderDayField(
  end: 'fromDay' | 'toDay',
  { localizer, filter, facts: { earliest, latest }, filterBy, painted }: Frame,
): TemplateResult {
  const known = earliest <= latest;
  // A calendar costs the browser as much as all rows together: it follows them.
  return html`
    <label class="day">
      <span class="note">${localizer.text(end)}</span>
      <input
        class="field"
        type=${painted ? 'date' : 'text'}
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

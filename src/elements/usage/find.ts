import { html, nothing, render, type TemplateResult } from 'lit';
import type { Asked, Finding, FindPart, Hit } from '../../controllers/finding.js';
import { placeOf } from '../../controllers/places.js';
import type { Settings } from '../../controllers/settings.js';
import type { Localizer } from '../../i18n/index.js';
import { compareDecimals } from '../../model/decimal.js';
import { type Chip, mendQuestion, type Reading, spell } from '../../model/find-text.js';
import type { Total } from '../../model/money.js';
import { DAY_MS, dayNumber, dayOf, wallOf } from '../../model/time.js';
import { amountText, type Cells, destinationText, numberText, timeText } from '../records/cells.js';
import { plainRecord } from '../records/plain-record.js';
import { viewWordsOf } from '../records/shown.js';
import {
  amountHeading,
  failureWords,
  gapWords,
  partOf,
  recordCount,
  scopeWords,
} from '../words.js';
import type { UsageFrame } from './frame.js';
import { renderProgress } from './totals.js';

/** What is asked where the agent is, and all that its meaning depends on. */
export function askedOf(localizer: Localizer, settings: Settings, question: string): Asked {
  const words = viewWordsOf({ ...settings, localizer });
  const today = dayNumber(wallOf(Date.now(), settings.timeZone));
  return {
    ...words,
    key: [today, words.locale, words.searchNumbers, question].join(),
    question,
    calendar: localizer.calendar,
    today,
  };
}

/** What came of a search, in one line; empty while nothing is asked. */
export function findWords({ localizer }: UsageFrame, finding: Finding): string {
  const { chips, busy, found } = finding;
  if (chips.length === 0) return '';
  if (found === 0) return localizer.text(busy ? 'loading' : 'empty');
  if (busy) return `${recordCount(localizer, found, found)} ${localizer.text('soFar')}`;
  const listed = finding.hits.length;
  const count = recordCount(localizer, listed, found);
  return listed < found ? `${count}. ${localizer.text('nextNarrow')}` : count;
}

/** A question in free text, how it was understood, and the records that fit. */
export function renderFind(frame: UsageFrame, finding: Finding): TemplateResult {
  const { localizer, places } = frame;
  const label = localizer.text('search');
  const example = `${localizer.day(Date.now())}, 48 kr, …567`;
  return html`
    <search class="toolbar">
      <input
        class="field question"
        aria-keyshortcuts="/"
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${label}
        placeholder=${example}
        .value=${places.question}
        @keydown=${(event: KeyboardEvent) => {
          // Of a question that is still being written there are no hits.
          if ((event.target as HTMLInputElement).value === places.question) walk(event);
        }}
        @change=${({ target }: Event) => places.ask((target as HTMLInputElement).value)}
      />
      ${finding.chips.map((chip) => renderChip(frame, finding, chip))}
    </search>
    ${finding.chips.length > 0 ? renderOutcome(frame, finding) : nothing}
    ${finding.hits.length > 0 ? renderHits(frame, finding) : nothing}
    ${finding.withheld ? html`<p class="toolbar note">${localizer.text('withheldNote')}</p>` : nothing}
  `;
}

/** One part of the question, with all that it may mean, so that it can be corrected or taken out. */
function renderChip(
  { localizer, places, look }: UsageFrame,
  { chips }: Finding,
  chip: Chip,
): TemplateResult {
  const { source, readings } = chip;
  const mend = (text: string): void => {
    places.ask(mendQuestion(chips, chip, text));
    // What was pressed may be gone.
    look({}, '.question');
  };
  const choose = ({ target }: Event): void => {
    const chosen = readings[(target as HTMLSelectElement).selectedIndex];
    if (chosen) mend(spell(chip, chosen));
  };
  return html`<span class="chip">
    ${
      readings.length > 1
        ? html`<select class="field" aria-label=${source} @change=${choose}>
            ${readings.map((reading) => html`<option>${readingWords(localizer, reading)}</option>`)}
          </select>`
        : html`<bdi>${readingWords(localizer, readings[0])}</bdi>`
    }
    <button title="${localizer.text('remove')}: ${source}" @click=${() => mend('')}>
      <span aria-hidden="true">×</span>
    </button>
  </span>`;
}

function readingWords(localizer: Localizer, reading: Reading): string {
  switch (reading.kind) {
    case 'days':
      return localizer.dayRange(reading.from * DAY_MS, reading.to * DAY_MS);
    case 'weekday':
      return localizer.calendar.weekdays[reading.weekday] ?? '';
    case 'time':
      return [...new Set([reading.from, reading.to])].map((end) => localizer.clock(end)).join('–');
    case 'amount':
      return `${localizer.text('amount')}: ${amountWords(localizer, reading)}`;
    case 'digits':
      return `${localizer.text('numberOrService')}: …${reading.digits}`;
    case 'text':
      // As it can be written.
      return `"${reading.text}"`;
  }
}

function amountWords(
  localizer: Localizer,
  { min, max, currency }: Extract<Reading, { kind: 'amount' }>,
): string {
  const most = localizer.money(max, currency);
  return compareDecimals(min, max) === 0 ? most : `${localizer.amount(min)}–${most}`;
}

/** What was found, where it was looked for, and where it could not be. */
function renderOutcome(frame: UsageFrame, finding: Finding): TemplateResult {
  const { localizer, session } = frame;
  const { parts, busy } = finding;
  const done = parts.filter(({ ended, failure }) => ended && !failure).length;
  const searched = `${localizer.text('searched')}: ${partOf(localizer, done, parts.length)}`;
  // There is room for each from the start, so that the hits stay where they are.
  const names = parts.map(({ ended, failure, scope }) =>
    failure
      ? nothing
      : html`<span class=${ended ? '' : 'due'}>${` · ${scopeWords(localizer, scope)}`}</span>`,
  );
  const lacks = parts.flatMap((part) => (part.ended ? lackWords(frame, part) : []));
  if (session.invoiceSource.failed) {
    lacks.push(`${localizer.text('billed')}: ${localizer.text('errorConfig')}`);
  }
  return html`
    <div class="trail gathering">
      <span>${findWords(frame, finding)}</span>
      <span class="note">${searched}${names}</span>
      ${lacks.map((text) => html`<p class="warning">${text}</p>`)}
      ${
        lacks.length > 0 && !busy
          ? html`<button class="link" @click=${() => session.searching.retry()}>
              ${localizer.text('tryAgain')}
            </button>`
          : nothing
      }
      ${busy ? renderProgress(finding.done / parts.length) : nothing}
    </div>
  `;
}

/** What of a scope could not be searched, and why. */
function lackWords(frame: UsageFrame, part: FindPart): string[] {
  const { localizer, settings } = frame;
  const lacks = [
    part.failure && failureWords(localizer, part.failure, settings.timeZone),
    gapWords(localizer, part.gathering?.table.notedGaps ?? {}),
  ];
  return lacks.flatMap((text) => (text ? `${scopeWords(localizer, part.scope)}: ${text}` : []));
}

/** Arrow keys lead from the field along the hits, and back to it. */
function walk(event: KeyboardEvent): void {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const from = event.target as HTMLElement;
  const root = from.getRootNode() as ShadowRoot;
  const stops = [...root.querySelectorAll<HTMLElement>('.question, .hits .open')];
  const at = stops.indexOf(from);
  const places: Readonly<Record<string, number>> =
    at > 0
      ? { ArrowUp: at - 1, ArrowDown: at + 1, Home: 1, End: stops.length - 1, Escape: 0 }
      : { ArrowDown: 1 };
  const stop = stops[places[key] ?? -1];
  if (!stop || altKey || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  stop.focus();
}

/** The hits, each with where it is billed; choosing one goes to its record. */
function renderHits(frame: UsageFrame, finding: Finding): TemplateResult {
  const { localizer } = frame;
  const { total } = finding;
  return html`
    <table class="list hits" part="hits" aria-label=${localizer.text('records')} @keydown=${walk}>
      <thead>
        <tr>
          <th scope="col" class="who note">${localizer.text('startTime')}</th>
          <th scope="col" class="spread note">${localizer.text('numberOrService')}</th>
          <th scope="col" class="marks note">${localizer.text('billed')}</th>
          <th scope="col" class="amount figure note">${amountHeading(localizer, total.sums)}</th>
        </tr>
      </thead>
      ${drawHits(frame, finding, total)}
    </table>
  `;
}

const elements = new WeakMap<object, HTMLElement>();

/** The element of a search or of a hit, made once. */
function elementOf(owner: object, name: string): HTMLElement {
  const element = elements.get(owner) ?? document.createElement(name);
  elements.set(owner, element);
  return element;
}

/**
 * The rows of the hits, each an element of its own: what comes above it takes neither its focus nor its place
 * on the screen, while Lit would write the next hit into the row that is there.
 */
function drawHits(frame: UsageFrame, finding: Finding, total: Total): HTMLElement {
  const { localizer, settings } = frame;
  const { typeLabel } = viewWordsOf({ ...settings, localizer });
  const body = elementOf(finding, 'tbody');
  const hits = new Map(finding.hits.map((hit) => [elementOf(hit, 'tr'), hit]));
  for (const row of [...body.children]) if (!hits.has(row as HTMLElement)) row.remove();
  // Where the agent is nothing moves: what belongs between those rows waits until the search is over.
  const isStill = finding.busy && body.matches(':hover, :focus-within');
  let next = body.firstElementChild;
  for (const [row, hit] of hits) {
    if (row === next) next = next.nextElementSibling;
    else if (next && isStill) continue;
    else body.insertBefore(row, next);
    const { table } = hit;
    const cells = { ...settings, localizer, typeLabel, facts: { total }, table };
    row.className = 'choice';
    row.onclick = () => openHit(frame, hit, cells, (row as HTMLTableRowElement).rowIndex);
    render(renderHit(frame, hit, cells), row);
  }
  return body;
}

function renderHit(
  { localizer, settings }: UsageFrame,
  { scope, table, row }: Hit,
  cells: Cells,
): TemplateResult {
  const subscriptionNo = table.subscriptionNo.at(row) ?? '';
  const number = numberText(cells, row);
  const destination = destinationText(cells, row);
  const where = scopeWords(localizer, scope);
  const name = settings.labels[subscriptionNo] ?? subscriptionNo;
  const amount = amountText(cells, row);
  // Who listens and goes from row to row with the arrow keys hears the row, not only its first cell.
  return html`
    <th scope="row" class="who">
      <button
        class="open"
        aria-description=${[number, destination, where, name, amount].join(', ')}
      >
        <b>${timeText(cells, row)}</b>
        <span class="soft">${cells.typeLabel(table.usageType.at(row))}</span>
      </button>
    </th>
    <td class="spread"><bdi>${number}</bdi> <bdi class="soft">${destination}</bdi></td>
    <td class="marks">${where} <bdi class="soft">${name}</bdi></td>
    <td class="amount figure">${amount}</td>
  `;
}

/** A record without an id can not be opened: then those of its day are shown. */
function openHit(frame: UsageFrame, { scope, table, row }: Hit, cells: Cells, at: number): void {
  const { recordId, startTime, subscriptionNo } = table.record(row);
  const day = startTime ? dayOf(startTime.wall) : undefined;
  frame.openRecord(
    placeOf(scope, subscriptionNo),
    recordId ? { recordId } : { filter: { fromDay: day, toDay: day } },
    plainRecord(cells, row),
    at,
  );
}

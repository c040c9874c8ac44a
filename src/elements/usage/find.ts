import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../../api/index.js';
import type { Asked, Finding, FindPart } from '../../controllers/finding.js';
import { placeOf } from '../../controllers/places.js';
import type { Settings } from '../../controllers/settings.js';
import type { Localizer } from '../../i18n/index.js';
import { compareDecimals } from '../../model/decimal.js';
import { type Chip, mendQuestion, type Reading, spell } from '../../model/find-text.js';
import { DAY_MS, dayNumber, dayOf, parseTime } from '../../model/time.js';
import { amountText, type Cells, destinationText, numberText, timeText } from '../records/cells.js';
import { plainRecord } from '../records/plain-record.js';
import { wordsOf } from '../records/shown.js';
import {
  amountHeading,
  failureWords,
  gapWords,
  partOf,
  recordCount,
  scopeWords,
} from '../words.js';
import type { UsageFrame } from './frame.js';
import { renderBar } from './totals.js';

/** What is asked where the agent is, and all that its meaning depends on. */
export function askedOf(localizer: Localizer, settings: Settings, question: string): Asked {
  const words = wordsOf({ ...settings, localizer });
  const now = parseTime(new Date().toISOString(), settings.timeZone);
  const today = dayNumber(now?.wall ?? NaN);
  return {
    ...words,
    key: [today, words.locale, words.searchNumbers, question].join(),
    question,
    calendar: localizer.calendar,
    today,
  };
}

/** What came of a search, in one line; empty while nothing is asked. */
export function findWords({ words }: UsageFrame, finding: Finding): string {
  const { chips, busy, found, listed } = finding;
  if (chips.length === 0) return '';
  if (found === 0) return words.text(busy ? 'loading' : 'empty');
  const count = recordCount(words, listed, found);
  if (busy) return `${count} ${words.text('soFar')}`;
  return listed < found ? `${count}. ${words.text('nextNarrow')}` : count;
}

/** A question in free text, how it was understood, and the records that fit. */
export function renderFind(frame: UsageFrame, finding: Finding): TemplateResult {
  const { words, places } = frame;
  const label = words.text('search');
  const example = `${words.day(Date.now())}, 48 kr, …567`;
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
        @change=${({ target }: Event) => places.ask((target as HTMLInputElement).value)}
      />
      ${finding.chips.map((chip) => renderChip(frame, finding, chip))}
    </search>
    ${finding.chips.length > 0 ? renderOutcome(frame, finding) : nothing}
    ${finding.listed > 0 ? renderHits(frame, finding) : nothing}
    ${finding.withheld ? html`<p class="toolbar note">${words.text('withheldNote')}</p>` : nothing}
  `;
}

/** One part of the question, with all that it may mean, so that it can be corrected or taken out. */
function renderChip(
  { words, places, look }: UsageFrame,
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
  const remove = `${words.text('remove')}: ${source}`;
  return html`<span class="chip">
    ${
      readings.length > 1
        ? html`<select class="field" aria-label=${source} @change=${choose}>
            ${readings.map((reading) => html`<option>${readingWords(words, reading)}</option>`)}
          </select>`
        : html`<bdi>${readingWords(words, readings[0])}</bdi>`
    }
    <button aria-label=${remove} title=${remove} @click=${() => mend('')}>×</button>
  </span>`;
}

function readingWords(words: Localizer, reading: Reading): string {
  switch (reading.kind) {
    case 'days':
      return words.dayRange(reading.from * DAY_MS, reading.to * DAY_MS);
    case 'weekday':
      return words.calendar.weekdays[reading.weekday] ?? '';
    case 'time':
      return [...new Set([reading.from, reading.to])].map((end) => words.clock(end)).join('–');
    case 'amount':
      return `${words.text('amount')}: ${amountWords(words, reading)}`;
    case 'digits':
      return `${words.text('numberOrService')}: …${reading.digits}`;
    case 'text':
      return `“${reading.text}”`;
  }
}

function amountWords(
  words: Localizer,
  { min, max, currency }: Extract<Reading, { kind: 'amount' }>,
): string {
  const most = words.money(max, currency);
  return compareDecimals(min, max) === 0 ? most : `${words.amount(min)}–${most}`;
}

/** What was found, where it was looked for, and where it could not be. */
function renderOutcome(frame: UsageFrame, finding: Finding): TemplateResult {
  const { words, session } = frame;
  const { parts, busy, done } = finding;
  const names = parts.flatMap(({ ended, failure, scope }) =>
    ended && !failure ? scopeWords(words, scope) : [],
  );
  const searched = `${words.text('searched')}: ${[partOf(words, names.length, parts.length), ...names].join(' · ')}`;
  const lacks = parts.flatMap((part) => (part.ended ? lackWords(frame, part) : []));
  if (session.invoiceSource.failed) {
    lacks.push(`${words.text('billed')}: ${words.text('errorConfig')}`);
  }
  return html`
    <div class="trail gathering">
      <span>${findWords(frame, finding)}</span>
      <span class="note">${searched}</span>
      ${lacks.map((text) => html`<p class="warning">${text}</p>`)}
      ${
        lacks.length > 0 && !busy
          ? html`<button class="link" @click=${() => session.searching.retry()}>
              ${words.text('tryAgain')}
            </button>`
          : nothing
      }
      ${busy ? renderBar([{ kind: 'accent', length: done / parts.length }], 'progress') : nothing}
    </div>
  `;
}

/** What of a scope could not be searched, and why. */
function lackWords(frame: UsageFrame, part: FindPart): string[] {
  const { words, settings } = frame;
  const lacks = [
    part.failure && failureWords(words, part.failure, settings.timeZone),
    gapWords(words, part.gathering?.table.notedGaps ?? {}),
  ];
  return lacks.flatMap((text) => (text ? `${scopeWords(words, part.scope)}: ${text}` : []));
}

/** The hits, each with where it is billed; choosing one goes to its record. */
function renderHits(frame: UsageFrame, { parts, total }: Finding): TemplateResult {
  const { words, settings } = frame;
  const { typeLabel } = wordsOf({ ...settings, localizer: words });
  const facts = { total };
  return html`
    <table class="list hits" part="hits" aria-label=${words.text('records')}>
      <thead>
        <tr>
          <th scope="col" class="who note">${words.text('startTime')}</th>
          <th scope="col" class="spread note">${words.text('numberOrService')}</th>
          <th scope="col" class="marks note">${words.text('billed')}</th>
          <th scope="col" class="amount figure note">${amountHeading(words, total.sums)}</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map(({ scope, gathering }) => {
          if (!gathering) return nothing;
          const { table } = gathering;
          const cells = { ...settings, localizer: words, typeLabel, facts, table };
          return Array.from({ length: table.length }, (_, row) =>
            renderHit(frame, scope, cells, row),
          );
        })}
      </tbody>
    </table>
  `;
}

function renderHit(frame: UsageFrame, scope: Scope, cells: Cells, row: number): TemplateResult {
  const { words, settings } = frame;
  const { table } = cells;
  const subscriptionNo = table.subscriptionNo.at(row) ?? '';
  return html`
    <tr class="choice" @click=${() => openHit(frame, scope, cells, row)}>
      <th scope="row" class="who">
        <button class="open">
          <b>${timeText(cells, row)}</b>
          <span class="soft">${cells.typeLabel(table.usageType.at(row))}</span>
        </button>
      </th>
      <td class="spread">
        <bdi>${numberText(cells, row)}</bdi> <bdi class="soft">${destinationText(cells, row)}</bdi>
      </td>
      <td class="marks">
        ${scopeWords(words, scope)}
        <bdi class="soft">${settings.labels[subscriptionNo] ?? subscriptionNo}</bdi>
      </td>
      <td class="amount figure">${amountText(cells, row)}</td>
    </tr>
  `;
}

/** A record without an id can not be opened: then those of its day are shown. */
function openHit(frame: UsageFrame, scope: Scope, cells: Cells, row: number): void {
  const { recordId, startTime, subscriptionNo } = cells.table.record(row);
  const day = startTime ? dayOf(startTime.wall) : undefined;
  frame.openRecord(
    placeOf(scope, subscriptionNo),
    recordId ? { recordId } : { filter: { fromDay: day, toDay: day } },
    plainRecord(cells, row),
  );
}

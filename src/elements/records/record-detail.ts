import { html, nothing, type TemplateResult } from 'lit';
import type { HostAction } from '../../controllers/defaults.js';
import { MISSING, type TextKey } from '../../i18n/index.js';
import { trimDecimal, type Decimal } from '../../model/decimal.js';
import { presentNumber } from '../../model/number-rules.js';
import type { WallTime } from '../../model/time.js';
import type { UsageRecord } from '../../model/usage-record.js';
import type { UsageTable } from '../../model/usage-table.js';
import { amountHeading } from '../words.js';
import { marksText } from './marks.js';
import type { RecordWords } from './record-words.js';
import { safeText } from './safe-text.js';

/** What of a long text is shown before one asks for the rest. */
const TEXT_LIMIT = 600;

export interface DetailState {
  readonly table: UsageTable;
  readonly row: number;
  readonly words: RecordWords;
  /** IANA zone in which times with an offset were written down; null leaves it unsaid. */
  readonly timeZone: string | null;
  readonly headingLevel: number;
  /** The agent has asked to see the number. */
  readonly revealed: boolean;
  readonly revealable: boolean;
  /** Fields of which the whole text is shown. */
  readonly expanded: ReadonlySet<TextKey>;
  readonly actions: readonly HostAction[];
}

export interface DetailActions {
  close(): void;
  reveal(): void;
  expand(field: TextKey): void;
  act(id: string): void;
}

type Value = string | TemplateResult | null;

/** Everything that is known of one record, in words. */
export function recordDetail(state: DetailState, actions: DetailActions): TemplateResult {
  const { localizer } = state.words;
  return html`
    <section class="detail" part="detail" aria-labelledby="detail-title">
      <div class="detail-head">
        <div id="detail-title" class="heading" role="heading" aria-level=${state.headingLevel}>
          ${localizer.text('recordDetail')}
        </div>
        <button class="button" @click=${() => actions.close()}>${localizer.text('close')}</button>
      </div>
      <dl>
        ${fields(state, actions).map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value ?? missing(state)}</dd>
            </div>`,
        )}
      </dl>
      ${
        state.actions.length > 0
          ? html`<p class="host-actions">
              ${state.actions.map(
                ({ id, label }) =>
                  html`<button class="button" part="action" @click=${() => actions.act(id)}>
                    ${safeText(label)}
                  </button>`,
              )}
            </p>`
          : nothing
      }
    </section>
  `;
}

/** Labels and values in reading order; what is missing is null. */
function fields(state: DetailState, actions: DetailActions): (readonly [string, Value])[] {
  const { table, row, words } = state;
  const { localizer } = words;
  const record = table.record(row);
  const field = (key: TextKey, value: Value) => [localizer.text(key), value] as const;
  const text = (key: TextKey, value: string | null) =>
    field(key, value === null ? null : longText(key, value, state, actions));
  const time = (key: TextKey, value: WallTime | null) =>
    field(key, value && timeValue(value, state));
  const volume = (key: TextKey, value: Decimal | null) =>
    field(key, value && safeText(localizer.volume(value, record.unit, true)));
  const figure = (key: TextKey, value: Decimal | null) =>
    field(key, value && localizer.decimal(trimDecimal(value)));
  const money = (value: Decimal | null): Value =>
    value && localizer.money(trimDecimal(value), record.currency);
  const { amount, vat } = record;
  return [
    record.startTime ? time('startTime', record.startTime) : text('startTime', record.rawTime),
    time('endTime', record.endTime),
    field('usageType', html`<bdi>${words.typeLabel(record.usageType)}</bdi>`),
    text('description', record.description),
    field('calledNumber', numberValue(record, state, actions)),
    text('destination', record.destination),
    text('destinationCode', record.destinationCode),
    volume('volume', record.volume),
    volume('charged', record.chargedVolume),
    figure('quantity', record.quantity),
    field('unitPrice', money(record.unitPrice)),
    // The currency stands in the value.
    [amountHeading(localizer, amount ? [{ amount, vat, currency: null }] : []), money(amount)],
    field('vatAmount', money(record.vatAmount)),
    figure('vatRate', record.vatRate),
    text('contentProvider', record.contentProvider),
    text('roamingProvider', record.roamingProvider),
    text('recordId', record.recordId),
    field('marks', marksText(table, row, words) || null),
  ];
}

/** A dash for the eye, words for the ear. */
function missing({ words }: DetailState): TemplateResult {
  return html`<span class="soft" aria-hidden="true">${MISSING}</span>
    <span class="ears-only">${words.localizer.text('notStated')}</span>`;
}

function timeValue(time: WallTime, { words, timeZone }: DetailState): Value {
  const shown = words.localizer.dateTime(time.wall, time.precision);
  const zoned = timeZone !== null && time.instant !== null;
  return zoned ? html`${shown} <span class="soft">${timeZone}</span>` : shown;
}

function numberValue(record: UsageRecord, state: DetailState, actions: DetailActions): Value {
  const { otherParty } = record;
  if (otherParty === null) return null;
  const { localizer, numberPolicy } = state.words;
  const cls = state.table.numberClass(state.row);
  const shown = presentNumber(otherParty, cls, numberPolicy);
  if (shown === null) return localizer.text('numberHidden');
  if (shown === otherParty || state.revealed)
    return longText('calledNumber', otherParty, state, actions);
  const [readable = ''] = shown.split('•', 1);
  return html`<bdi
      >${safeText(readable)}<span aria-hidden="true"
        >${safeText(shown.slice(readable.length))}</span
      ></bdi
    >
    <span class="ears-only">${localizer.text('numberMasked')}</span>
    ${
      state.revealable
        ? html`<button class="link" @click=${() => actions.reveal()}>
            ${localizer.text('revealNumber')}
          </button>`
        : nothing
    }`;
}

/** A foreign text, isolated from what stands around it; a very long one on demand only. */
function longText(
  field: TextKey,
  text: string,
  { words, expanded }: DetailState,
  actions: DetailActions,
): TemplateResult {
  const whole = expanded.has(field);
  const shown = safeText(text, whole ? Infinity : TEXT_LIMIT);
  if (text.length <= TEXT_LIMIT) return html`<bdi>${shown}</bdi>`;
  return html`<bdi class=${whole ? 'whole' : ''} tabindex=${whole ? 0 : nothing}>${shown}</bdi>
    <button class="link" aria-expanded=${whole} @click=${() => actions.expand(field)}>
      ${words.localizer.text(whole ? 'less' : 'more')}
    </button>`;
}

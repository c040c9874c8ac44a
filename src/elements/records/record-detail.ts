import { html, nothing, type TemplateResult } from 'lit';
import { MISSING, type TextKey } from '../../i18n/index.js';
import { trimDecimal, type Decimal } from '../../model/decimal.js';
import { presentNumber } from '../../model/number-rules.js';
import type { WallTime } from '../../model/time.js';
import type { UsageRecord } from '../../model/usage-record.js';
import { sumText } from './cells.js';
import { reasonsOf } from './flag-words.js';
import { renderHostActions } from './host-actions.js';
import { safeText } from './safe-text.js';
import { type Frame, isFor } from './shown.js';

/** What of a long text is shown before one asks for the rest. */
const TEXT_LIMIT = 600;

type Value = string | TemplateResult | null;

/** Everything that is known of one record, in words. */
export function renderRecordDetail(frame: Frame): TemplateResult {
  const { localizer } = frame;
  // A dash for the eye, words for the ear.
  const missing = html`<span class="soft" aria-hidden="true">${MISSING}</span>
    <span class="ears-only">${localizer.text('notStated')}</span>`;
  return html`
    <section class="detail pad" part="detail" aria-label=${localizer.text('record')}>
      <div class="bar">
        <div class="heading" role="heading" aria-level=${frame.level}>
          ${localizer.text('record')}
        </div>
        <button class="button" @click=${frame.close}>${localizer.text('close')}</button>
      </div>
      <dl>
        ${fields(frame).map(
          ([label, value]) =>
            html`<div>
              <dt class="soft">${localizer.text(label)}</dt>
              <dd>${value || missing}</dd>
            </div>`,
        )}
      </dl>
      <p class="bar">${renderHostActions(frame.hostActions, frame.act)}</p>
    </section>
  `;
}

type Field = readonly [label: TextKey, Value];

/** Labels and values in reading order; what is missing is null. */
function fields(frame: Frame): readonly Field[] {
  const { localizer, table } = frame;
  const record = table.record(frame.row);
  const why = reasonsOf(frame, frame.row).map((reason) => html`<div>${reason}</div>`);
  // What an agent should look at comes first.
  const reasons: readonly Field[] = why.length > 0 ? [['marks', html`${why}`]] : [];
  const isolated = (text: string | null): Value => text && longText(text, frame);
  const time = (value: WallTime | null): Value => value && timeValue(value, frame);
  const text = (name: keyof UsageRecord & TextKey): Field => [
    name,
    isolated(record[name] as string | null),
  ];
  const decimal = (label: TextKey, value: Decimal | null, words: (d: Decimal) => string): Field => [
    label,
    value && words(value),
  ];
  const volume = (value: Decimal): string => safeText(localizer.volume(value, record.unit, true));
  const figure = (value: Decimal): string => localizer.decimal(trimDecimal(value));
  const money = (value: Decimal): string => localizer.money(trimDecimal(value), record.currency);
  const all: readonly Field[] = [
    ...reasons,
    ['startTime', time(record.startTime) ?? isolated(record.rawTime)],
    ['endTime', time(record.endTime)],
    ['usageType', isolated(frame.typeLabel(record.usageType))],
    text('description'),
    ['calledNumber', numberValue(record, frame)],
    text('destination'),
    text('destinationCode'),
    decimal('volume', record.volume, volume),
    decimal('charged', record.chargedVolume, volume),
    decimal('quantity', record.quantity, figure),
    decimal('unitPrice', record.unitPrice, money),
    decimal('amount', record.amount, (amount) =>
      sumText(localizer, { ...record, amount: trimDecimal(amount) }),
    ),
    decimal('vatAmount', record.vatAmount, money),
    decimal('vatRate', record.vatRate, figure),
    text('contentProvider'),
    text('roamingProvider'),
    text('recordId'),
  ];
  return all.filter(([label]) => isFor(frame.audience, label));
}

function timeValue(time: WallTime, { localizer, timeZone }: Frame): Value {
  const words = localizer.dateTime(time.wall, time.precision);
  const zoned = timeZone && time.instant !== null;
  return zoned ? html`${words} <span class="soft">${timeZone}</span>` : words;
}

function numberValue({ otherParty }: UsageRecord, frame: Frame): Value {
  if (otherParty === null) return null;
  const { localizer, numberPolicy, table } = frame;
  const present = presentNumber(otherParty, table.numberClass(frame.row), numberPolicy);
  if (present === null) return localizer.text('hidden');
  const mayReveal = frame.audience === 'agent';
  if (present === otherParty || (mayReveal && frame.revealed)) return longText(otherParty, frame);
  return html`<bdi>${safeText(present)}</bdi>
    <span class="ears-only">${localizer.text('hidden')}</span>
    ${
      mayReveal
        ? html`<button class="link" @click=${frame.reveal}>${localizer.text('show')}</button>`
        : nothing
    }`;
}

/** A foreign text, isolated from what stands around it; a very long one on demand only. */
function longText(text: string, { localizer }: Frame): TemplateResult {
  const start = html`<bdi>${safeText(text, TEXT_LIMIT)}</bdi>`;
  if (text.length <= TEXT_LIMIT) return start;
  return html`${start}
    <details>
      <summary>${localizer.text('show')}</summary>
      <bdi>${safeText(text, Infinity)}</bdi>
    </details>`;
}

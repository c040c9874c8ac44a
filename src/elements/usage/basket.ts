import { html, nothing, type TemplateResult } from 'lit';
import { plainMoney } from '../../controllers/basket.js';
import { withoutNumber } from '../../controllers/records-view.js';
import {
  PayexActionEvent,
  type ActionDetail,
  type PlainRecord,
  type UsageIds,
} from '../../events.js';
import { type Localizer, MISSING } from '../../i18n/index.js';
import type { BasketItem } from '../../model/basket.js';
import type { Total } from '../../model/money.js';
import { describeUsageType } from '../../model/usage-type.js';
import { sumText } from '../records/cells.js';
import { renderHostActions } from '../records/host-actions.js';
import { plainFields, selectEvent } from '../records/plain-record.js';
import { safeText } from '../records/safe-text.js';
import { gapWords, recordCount, typeWords } from '../words.js';
import type { UsageFrame } from './frame.js';

/** A record of the basket in words. */
interface Line {
  readonly item: BasketItem;
  /** Where it is billed, or that it is not yet, and whose it is; null where the line before says the same. */
  readonly usage: string | null;
  /** When, what, and the number as far as it may be shown. */
  readonly what: string;
  readonly amount: string;
}

/** What the agent has collected, at the bottom of every place: how many, their sums, and what to do with them. */
export function renderBasket(frame: UsageFrame): TemplateResult | typeof nothing {
  const { words, settings, session, host } = frame;
  const { basket } = session;
  if (basket.items.length === 0) return nothing;
  const total = basket.total();
  const lines = linesOf(frame);
  const text = noteOf(frame, lines, total);
  const act = (action: string): void => {
    host.dispatchEvent(new PayexActionEvent({ ...detailOf(frame, total), action, text }));
  };
  const remove = (item: BasketItem): void => {
    if (!basket.remove(item)) return;
    host.dispatchEvent(selectEvent(idsOf(item), plainOf(frame, item), false));
  };
  return html`
    <section class="basket" part="basket" aria-label=${words.text('basket')}>
      <details>
        <summary class="link">${words.text('basket')}: ${countOf(frame)}</summary>
        <ul>
          ${lines.map((line) => renderLine(words, line, remove))}
        </ul>
      </details>
      <p role="status">
        ${total.sums.map((sum) => html`<b>${sumText(words, sum)}</b> `)}
        <span class="warning note">${gapWords(words, total.gaps)}</span>
        <span class="note">${frame.copied === text ? frame.said : nothing}</span>
      </p>
      <div>
        ${renderHostActions(settings.actions, act)}
        <button class="link" @click=${() => frame.copy(text, lines.length)}>
          ${words.text('copy')}
        </button>
        <button class="link" @click=${() => basket.items.forEach(remove)}>
          ${words.text('removeAll')}
        </button>
      </div>
    </section>
  `;
}

function renderLine(
  words: Localizer,
  { item, usage, what, amount }: Line,
  remove: (item: BasketItem) => void,
): TemplateResult {
  return html`
    ${usage && html`<li class="note soft">${usage}</li>`}
    <li>
      <bdi>${what}</bdi>
      <span class="figure">${amount}</span>
      <button
        class="link"
        aria-label="${words.text('remove')}: ${what}"
        @click=${() => remove(item)}
      >
        ${words.text('remove')}
      </button>
    </li>
  `;
}

function countOf({ words, session }: UsageFrame): string {
  const { length } = session.basket.items;
  return recordCount(words, length, length);
}

/** Nothing here can break out of its line, whatever the data holds. */
function linesOf(frame: UsageFrame): Line[] {
  const { words, settings } = frame;
  const join = (...parts: (string | null | undefined)[]): string =>
    parts.flatMap((part) => (part ? safeText(part) : [])).join(' · ');
  let before = '';
  return frame.session.basket.items.map((item) => {
    const { invoiceNo, record } = item;
    const { startTime, subscriptionNo, rawTime, contentProvider, amount } = record;
    const { usageTypeLabel, number } = plainOf(frame, item);
    const time = startTime
      ? words.dateTime(startTime.wall, startTime.precision === 'day' ? 'day' : 'minute')
      : rawTime;
    const usage = join(
      words.text(invoiceNo ? 'invoiceNo' : 'unbilled', invoiceNo),
      subscriptionNo,
      settings.labels[subscriptionNo],
    );
    const isSaid = usage === before;
    before = usage;
    return {
      item,
      usage: isSaid ? null : usage,
      what: join(time ?? MISSING, usageTypeLabel, number ?? contentProvider),
      amount: amount ? sumText(words, { ...record, amount }) : MISSING,
    };
  });
}

/** The basket as text for a note, in the language of the user. */
function noteOf(frame: UsageFrame, lines: readonly Line[], { sums, gaps }: Total): string {
  const { words, settings } = frame;
  const asOf = asOfOf(frame);
  const { customerNo, timeZone } = settings;
  return [
    customerNo === null ? null : words.text('customerNo', customerNo),
    ...lines.flatMap(({ usage, what, amount }) => [usage, `${what} · ${amount}`]),
    [countOf(frame), ...sums.map((sum) => sumText(words, sum))].join(' · '),
    gapWords(words, gaps),
    // A note is read on another day.
    asOf === null ? null : words.text('asOf', words.time(Date.parse(asOf), timeZone, 0)),
  ]
    .filter((line) => line !== null)
    .join('\n');
}

/** All of the basket for the host, as plain JSON. */
function detailOf(frame: UsageFrame, { sums }: Total): Omit<ActionDetail, 'action'> {
  const { customerNo } = frame.settings;
  const { basket } = frame.session;
  return {
    ...(customerNo !== null && { customerNo }),
    records: basket.items.map((item) => plainOf(frame, item)),
    totals: sums.map(plainMoney),
    asOf: asOfOf(frame),
    filters: withoutNumber(frame.places.records).filter ?? {},
  };
}

/** ISO instant of the oldest answer. */
function asOfOf({ session }: UsageFrame): string | null {
  const known = session.basket.items.flatMap(({ asOf }) => asOf ?? []);
  return known.sort()[0] ?? null;
}

function idsOf({ customerNo, invoiceNo, record }: BasketItem): UsageIds {
  const { subscriptionNo } = record;
  return { ...(customerNo && { customerNo }), ...(invoiceNo && { invoiceNo }), subscriptionNo };
}

/** A record as the host may have it, with whose it is. */
function plainOf({ words, settings }: UsageFrame, item: BasketItem): PlainRecord {
  const { record, numberClass } = item;
  const { numberPolicy, usageTypes } = settings;
  return {
    ...idsOf(item),
    ...plainFields(record, numberClass, {
      numberPolicy,
      typeLabel: (code) => typeWords(words, describeUsageType(code ?? '', usageTypes)),
    }),
  };
}

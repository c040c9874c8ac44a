import { html, nothing, type TemplateResult } from 'lit';
import { plainMoney } from '../../controllers/basket.js';
import { withoutTypedNumber } from '../../controllers/records-view.js';
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
  const { localizer, settings, session, host } = frame;
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
    <section class="basket" part="basket" aria-label=${localizer.text('basket')}>
      <details>
        <summary class="link">${localizer.text('basket')}: ${basketCount(frame)}</summary>
        <ul>
          ${lines.map((line) => renderLine(localizer, line, remove))}
        </ul>
      </details>
      <p role="status">
        ${total.sums.map((sum) => html`<b>${sumText(localizer, sum)}</b> `)}
        <span class="warning note">${gapWords(localizer, total.gaps)}</span>
        <span class="note">${frame.copied === text ? frame.said : nothing}</span>
      </p>
      <div>
        ${renderHostActions(settings.actions, act)}
        <button class="link" @click=${() => frame.copy(text, lines.length)}>
          ${localizer.text('copy')}
        </button>
        <button class="link" @click=${() => basket.items.forEach(remove)}>
          ${localizer.text('removeAll')}
        </button>
      </div>
    </section>
  `;
}

function renderLine(
  localizer: Localizer,
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
        aria-label="${localizer.text('remove')}: ${what}"
        @click=${() => remove(item)}
      >
        ${localizer.text('remove')}
      </button>
    </li>
  `;
}

function basketCount({ localizer, session }: UsageFrame): string {
  const { length } = session.basket.items;
  return recordCount(localizer, length, length);
}

/** Nothing here can break out of its line, whatever the data holds. */
function linesOf(frame: UsageFrame): Line[] {
  const { localizer, settings } = frame;
  const join = (...parts: (string | null | undefined)[]): string =>
    parts.flatMap((part) => (part ? safeText(part) : [])).join(' · ');
  let before = '';
  return frame.session.basket.items.map((item) => {
    const { invoiceNo, record } = item;
    const { startTime, subscriptionNo, rawTime, contentProvider, amount } = record;
    const { usageTypeLabel, number } = plainOf(frame, item);
    const time = startTime
      ? localizer.dateTime(startTime.wall, startTime.precision === 'day' ? 'day' : 'minute')
      : rawTime;
    const usage = join(
      localizer.text(invoiceNo ? 'invoiceNo' : 'unbilled', invoiceNo),
      subscriptionNo,
      settings.labels[subscriptionNo],
    );
    const isSaid = usage === before;
    before = usage;
    return {
      item,
      usage: isSaid ? null : usage,
      what: join(time ?? MISSING, usageTypeLabel, number ?? contentProvider),
      amount: amount ? sumText(localizer, { ...record, amount }) : MISSING,
    };
  });
}

/** The basket as text for a note, in the language of the user. */
function noteOf(frame: UsageFrame, lines: readonly Line[], { sums, gaps }: Total): string {
  const { localizer, settings } = frame;
  const asOf = asOfOf(frame);
  const { customerNo, timeZone } = settings;
  return [
    customerNo === null ? null : localizer.text('customerNo', customerNo),
    ...lines.flatMap(({ usage, what, amount }) => [usage, `${what} · ${amount}`]),
    [basketCount(frame), ...sums.map((sum) => sumText(localizer, sum))].join(' · '),
    gapWords(localizer, gaps),
    // A note is read on another day.
    asOf === null ? null : localizer.text('asOf', localizer.time(Date.parse(asOf), timeZone, 0)),
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
    filters: withoutTypedNumber(frame.places.records).filter ?? {},
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
function plainOf({ localizer, settings }: UsageFrame, item: BasketItem): PlainRecord {
  const { record, numberClass } = item;
  const { numberPolicy, usageTypes } = settings;
  return {
    ...idsOf(item),
    ...plainFields(record, numberClass, {
      numberPolicy,
      typeLabel: (code) => typeWords(localizer, describeUsageType(code ?? '', usageTypes)),
    }),
  };
}

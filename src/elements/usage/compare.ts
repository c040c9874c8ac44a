import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../../api/index.js';
import type { Compared, Told } from '../../controllers/comparison.js';
import { MISSING } from '../../i18n/index.js';
import type { Driver } from '../../model/compare.js';
import { approximate, type Decimal, isNegative } from '../../model/decimal.js';
import { describeUsageType } from '../../model/usage-type.js';
import {
  amountHeading,
  failureWords,
  moneyList,
  scopeWords,
  signedMoney,
  subscriptionCount,
  typeWords,
} from '../words.js';
import { renderHostActions } from '../records/host-actions.js';
import type { UsageFrame } from './frame.js';
import { causeWords, explanationOf, GONE, NEW, sentenceOf } from './sentence.js';
import { bone, bones, renderBar, renderProgress, renderTotal } from './totals.js';

/** Why one side is higher than the other: the difference, a sentence about it, and what makes it. */
export function renderCompare(frame: UsageFrame): TemplateResult {
  const { localizer, session, compared, busy } = frame;
  const told = compared?.told ?? null;
  const { count = 0, done = 0 } = told ?? {};
  const growing = count - done;
  const caption =
    compared && !growing
      ? compared.sides.map((side) => scopeWords(localizer, side)).join(' → ')
      : subscriptionCount(localizer, done, count);
  const { before, now, differences } = told?.comparison ?? {};
  // Nobody has asked for all of long lists yet.
  const more =
    growing && !busy
      ? html`<button class="link" @click=${() => session.fetchAll()}>
          ${localizer.text('loadAll')}
        </button>`
      : before &&
        now &&
        html`<br />${moneyList(localizer, before) || MISSING} →
          ${moneyList(localizer, now) || MISSING}`;
  const total =
    told && differences && (done > 0 || !growing)
      ? { sums: differences, count, complete: false, gaps: told.gaps }
      : null;
  return html`
    <div class="summary" part="summary">
      <div class="sums">
        ${renderTotal(localizer, total, caption, busy ? growing : 0, more, true)}
      </div>
      ${renderExplanation(frame, compared)} ${growing ? renderProgress(done / count) : nothing}
    </div>
    ${renderDrivers(frame, told)}
  `;
}

/** The sentence, and where it can go. */
function renderExplanation(frame: UsageFrame, compared: Compared | null): TemplateResult {
  const { localizer, settings, session, busy, trouble, said, copied, share } = frame;
  const text = compared ? sentenceOf(frame, compared) : '';
  const hand = (action?: string): void => {
    if (compared) share(explanationOf(frame, compared), action);
  };
  const soFar = compared?.told?.soFar;
  const button = (name: string, press: () => void, key?: string): TemplateResult =>
    html`<button class="link" aria-keyshortcuts=${key ?? nothing} @click=${press}>${name}</button>`;
  return html`
    <div class="explain" part="explanation">
      <p>${text || bone}</p>
      <p>
        ${
          text
            ? [
                button(localizer.text('copy'), () => hand(), 'C'),
                ...renderHostActions(settings.actions, hand),
              ]
            : nothing
        }
        ${
          soFar && soFar.differences === undefined
            ? button(localizer.text('sameDays'), () => session.comparing.compareSameDays())
            : nothing
        }
        <span role="status">${copied === text ? said : ''}</span>
      </p>
      ${
        trouble && !busy
          ? html`<p class="warning note">
              ${failureWords(localizer, trouble, settings.timeZone)}
              ${button(localizer.text('tryAgain'), () => session.fetchAll())}
            </p>`
          : nothing
      }
    </div>
  `;
}

/** Ranked bars over a real table: cause, volumes, figure, and the way to the records on either side. */
function renderDrivers(frame: UsageFrame, told: Told | null): TemplateResult {
  const { localizer, rows } = frame;
  const { drivers = [], differences = [] } = told?.comparison ?? {};
  return html`
    <table
      class="list drivers"
      part="drivers"
      aria-label=${localizer.text('compare')}
      aria-rowcount=${told ? drivers.length + 1 : nothing}
    >
      <thead>
        <tr>
          <th scope="col" class="who note">${localizer.text('subscriptions')}</th>
          <th scope="col" class="spread note">${localizer.text('share')}</th>
          <th scope="col" class="marks note">${localizer.text('volume')}</th>
          <th scope="col" class="amount figure note">${amountHeading(localizer, differences)}</th>
        </tr>
      </thead>
      <tbody>
        ${
          told
            ? drivers.slice(0, rows).map((driver, row) => renderDriver(frame, driver, row + 1))
            : bones(
                html`<tr class="choice">
                  <th scope="row" class="who">${bone}</th>
                  <td class="amount figure">${bone}</td>
                </tr>`,
              )
        }
      </tbody>
    </table>
  `;
}

/** @param row of the table, from 1 */
function renderDriver(frame: UsageFrame, driver: Driver, row: number): TemplateResult {
  const { localizer, settings, compared, openBehind } = frame;
  const { cause, subscriptionNo, whole, usageType, description, amount, currency, volume } = driver;
  const type = describeUsageType(usageType ?? '', settings.usageTypes);
  const name = whole ? localizer.text('typeAll') : typeWords(localizer, type, description);
  const what = `${causeWords(localizer, cause)} ${name}`;
  // Only one side has what is new, or gone.
  const sides =
    compared?.sides.map((side, i) => ((i ? GONE : NEW).test(cause) ? null : side)) ?? [];
  const open = (side: Scope | null | undefined) => (event: Event) => {
    event.stopPropagation();
    if (side) openBehind(driver, side, row);
  };
  const button = (side: Scope | null, amount: Decimal | undefined): unknown => {
    if (!side) return MISSING;
    const text = volume && amount ? localizer.volume(amount, volume.unit) : localizer.text('show');
    const label = `${text}: ${scopeWords(localizer, side)}, ${what} ${subscriptionNo}`;
    return html`<button class="link" aria-label=${label} @click=${open(side)}>${text}</button>`;
  };
  return html`
    <tr
      class="choice"
      data-no=${subscriptionNo}
      aria-rowindex=${row + 1}
      @click=${open(sides[1] ?? sides[0])}
    >
      <th scope="row" class="who">
        <b>${causeWords(localizer, cause)}</b> <bdi>${name}</bdi>
        <p class="note">
          <bdi>${subscriptionNo}</bdi> <bdi>${settings.labels[subscriptionNo]}</bdi>
        </p>
      </th>
      <td class="spread">
        ${renderBar(
          [{ kind: type.kind, length: lengthOf(driver, compared) }],
          isNegative(amount) ? 'minus' : 'plus',
        )}
      </td>
      <td class="marks">
        ${button(sides[0] ?? null, volume?.before)} → ${button(sides[1] ?? null, volume?.now)}
      </td>
      <td class="amount figure">${signedMoney(localizer, { amount, currency })}</td>
    </tr>
  `;
}

/** 0–1 of the largest; what is of another currency or VAT basis is not to be measured by it. */
function lengthOf({ amount, currency, vat }: Driver, compared: Compared | null): number {
  const largest = compared?.told?.comparison.drivers[0];
  return currency === largest?.currency && vat === largest.vat
    ? Math.abs(approximate(amount) / approximate(largest.amount))
    : 0;
}

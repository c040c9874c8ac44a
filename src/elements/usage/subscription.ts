import { html, nothing, type TemplateResult } from 'lit';
import type { DayBar } from '../../controllers/subscription-model.js';
import type { Localizer } from '../../i18n/index.js';
import { parseDay } from '../../model/time.js';
import { moneyList } from '../words.js';
import { factsOf } from './facts.js';
import type { UsageFrame } from './frame.js';
import { renderSums, renderTotal, renderTypes } from './totals.js';

const DAY = 86_400_000;

/** One subscription's total, usage types (choosing one filters the records) and days. */
export function renderSubscription(frame: UsageFrame): TemplateResult {
  const { words, places } = frame;
  const { page } = factsOf(frame);
  const mismatch = page?.mismatch;
  return html`
    <div class="summary three" part="summary">
      <div>
        ${renderTotal(words, page?.total ?? null, words.text('total'))}
        ${
          mismatch
            ? html`<p class="warning">
                ${words.text('records')}: ${moneyList(words, mismatch.records)} ≠
                ${moneyList(words, mismatch.summary)} (${moneyList(words, mismatch.difference)})
              </p>`
            : nothing
        }
      </div>
      ${renderTypes(words, page?.total ? page.types : null, {
        chosen: places.records.filter?.types ?? [],
        choose: frame.chooseType,
      })}
      ${renderDays(words, page?.days ?? [])}
    </div>
  `;
}

/** A picture with its table: the bars are for the eye, the table says the same to everyone. */
function renderDays(words: Localizer, days: readonly DayBar[]): TemplateResult {
  const name = (bar: DayBar | undefined): string =>
    bar ? words.day((parseDay(bar.day) ?? 0) * DAY) : '';
  return html`
    <div part="days">
      <div class="days" aria-hidden="true">
        ${days.map(({ length }) => html`<i .style=${`--length:${length}`}></i>`)}
      </div>
      <p class="ends note" aria-hidden="true">
        <span>${name(days[0]) || html`&nbsp;`}</span>
        <span>${days.length > 1 ? name(days.at(-1)) : ''}</span>
      </p>
      <details>
        <summary>${words.text('byDay')}</summary>
        <table class="by-day">
          <caption class="ears-only">
            ${words.text('byDay')}
          </caption>
          <tbody>
            ${days
              .filter(({ total }) => total.count > 0)
              .map(
                (bar) =>
                  html`<tr>
                    <th scope="row">${name(bar)}</th>
                    <td class="figure">${renderSums(words, bar.total, true)}</td>
                  </tr>`,
              )}
          </tbody>
        </table>
      </details>
    </div>
  `;
}

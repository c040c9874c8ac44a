import { html, type TemplateResult } from 'lit';
import type { DayBar } from '../../controllers/subscription-model.js';
import type { Localizer } from '../../i18n/index.js';
import { parseTime } from '../../model/time.js';
import type { UsageFrame } from './frame.js';
import { renderGaps } from './reconciliation.js';
import { renderBar, renderSums, renderTotal, renderTypes } from './totals.js';

/** One subscription's total, usage types (choosing one filters the records) and days. */
export function renderSubscription(frame: UsageFrame): TemplateResult {
  const { words, places, page } = frame;
  return html`
    <div class="summary" part="summary">
      <div class="sums">
        ${renderTotal(words, page?.total ?? null, words.text('total'))}
        ${renderGaps(words, page?.gaps ?? [])}
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
  const name = ({ day }: DayBar): string => words.day(parseTime(day, 'UTC')?.wall ?? NaN);
  const ends = days.length > 1 ? [days[0], days.at(-1)] : days;
  return html`
    <div class="days" part="days">
      ${renderBar(days.map(({ length }) => ({ kind: 'call', length })))}
      <p class="ends note" aria-hidden="true">
        ${ends.map((bar) => html`<span>${bar && name(bar)}</span>`)}
      </p>
      <details>
        <summary class="link">${words.text('byDay')}</summary>
        <table aria-label=${words.text('byDay')}>
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

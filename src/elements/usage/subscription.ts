import { html, type TemplateResult } from 'lit';
import type { UsageFrame } from './frame.js';
import { renderGaps } from './reconciliation.js';
import { renderTimeline } from './timeline.js';
import { renderTotal, renderTypes } from './totals.js';

/** One subscription's total, usage types (choosing one filters the records) and days. */
export function renderSubscription(frame: UsageFrame): TemplateResult {
  const { localizer, places, page } = frame;
  return html`
    <div class="summary" part="summary">
      <div class="sums">
        ${renderTotal(localizer, page?.total ?? null, localizer.text('total'))}
        ${renderGaps(localizer, page?.gaps ?? [])}
      </div>
      ${renderTypes(localizer, page?.total ? page.types : null, {
        chosen: places.records.filter?.types ?? [],
        choose: frame.chooseType,
      })}
      ${renderTimeline(frame)}
    </div>
  `;
}

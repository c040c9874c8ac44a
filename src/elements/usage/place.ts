import { html, nothing, type TemplateResult } from 'lit';
import type { UsageError } from '../../api/index.js';
import { tablesAtHand } from '../../controllers/at-hand.js';
import type { GatheringState } from '../../controllers/gathering.js';
import { cutBefore } from '../../controllers/timeline.js';
import type { TextKey } from '../../i18n/index.js';
import type { UsageTable } from '../../model/usage-table.js';
import type { PayexUsageRecords } from '../payex-usage-records.js';
import { subscriptionCount, failureWords } from '../words.js';
import { renderFind } from './find.js';
import { renderCompare } from './compare.js';
import type { UsageFrame } from './frame.js';
import { renderOverview } from './overview.js';
import { renderSubscription } from './subscription.js';
import { stretchWords } from './timeline.js';
import { renderProgress } from './totals.js';

/** What the agent came for: exactly one of nothing to show, failed, and the data itself. */
export function renderPlace(frame: UsageFrame): TemplateResult {
  const { calm, failure, session } = frame;
  if (calm !== null) return html`<p class="state soft" part="empty">${calm}</p>`;
  if (failure) return renderFailure(frame, failure);
  const { current } = session.searching;
  if (current) return renderFind(frame, current);
  const { view, subscriptionNo, all } = frame.places.place;
  if (view === 'compare') return renderCompare(frame);
  if (subscriptionNo) return renderRecords(frame);
  return all ? renderAllRecords(frame) : renderOverview(frame);
}

function renderRecords(frame: UsageFrame): TemplateResult {
  const { summary, details } = frame.session;
  return html`
    ${summary.error && !summary.value ? renderFailure(frame, summary.error) : renderSubscription(frame)}
    ${
      details.error && !details.value
        ? renderFailure(frame, details.error)
        : renderTable(
            frame,
            details.value?.table ?? details.growing,
            details.value?.asOf,
            details.pending && !details.value,
          )
    }
  `;
}

/** How far the records of all subscriptions are, what can be done about it, and what is there. */
function renderAllRecords(frame: UsageFrame): TemplateResult {
  const { localizer, settings, session, gathering } = frame;
  const { count = 0, done = 0, failed = 0, error } = gathering ?? {};
  const { state = 'on', ended, table, asOf } = gathering ?? {};
  const button = (key: TextKey, next: GatheringState): TemplateResult =>
    html`<button
      class="link"
      @click=${() => {
        session.gather(next);
        // The button that was pressed may be gone.
        frame.look({}, '.gathering button');
      }}
    >
      ${localizer.text(key)}
    </button>`;
  return html`
    <div class="trail gathering">
      <span>${subscriptionCount(localizer, done, count)}</span>
      ${
        error
          ? html`<span class="warning">
              ${failureWords(localizer, error, settings.timeZone)} (${localizer.integer(failed)})
            </span>`
          : nothing
      }
      ${
        done === count
          ? nothing
          : state === 'on' && !ended
            ? button('pause', 'paused')
            : button('goOn', 'on')
      }
      ${ended || state === 'off' ? nothing : button('cancel', 'off')}
      ${done === count ? nothing : renderProgress(done / count)}
    </div>
    ${renderTable(frame, table?.length || ended ? table : null, asOf, !ended && state !== 'off')}
  `;
}

/**
 * @param asOf epoch milliseconds of the oldest answer
 * @param busy the table grows, or is still to come
 */
function renderTable(
  { localizer, settings, session, places, host, level }: UsageFrame,
  table: UsageTable | null | undefined,
  asOf: number | undefined,
  busy: boolean,
): TemplateResult {
  const cut = cutBefore(session.seam.sections, session.scope);
  return html`<payex-usage-records
    .records=${table}
    .others=${tablesAtHand(session)}
    .cutOff=${cut && Date.parse(cut.to)}
    .cutWords=${cut && stretchWords(localizer, cut)}
    .busy=${busy}
    .localizer=${localizer}
    .timeZone=${settings.timeZone}
    .usageTypes=${settings.usageTypes}
    .numberPolicy=${settings.numberPolicy}
    .audience=${settings.audience}
    .selection=${host.selection}
    .actions=${settings.actions}
    .basket=${session.basket}
    .ids=${session.ids}
    .asOf=${asOf && new Date(asOf).toISOString()}
    .headingLevel=${level + 2}
    .viewState=${places.records}
    theme=${host.theme}
    density=${host.density}
    @payexviewchange=${(event: Event) => {
      event.stopPropagation();
      places.lookAt((event.currentTarget as PayexUsageRecords).viewState);
    }}
  ></payex-usage-records>`;
}

/** What happened, what to do next, and what support will ask for. */
function renderFailure(frame: UsageFrame, error: UsageError): TemplateResult {
  const { localizer, settings } = frame;
  const { instance } = error;
  return html`
    <div class="state" part="error">
      <p class="heading">${localizer.text('failed')}</p>
      <p>${failureWords(localizer, error, settings.timeZone)}</p>
      ${
        instance
          ? html`<p class="note">
              ${localizer.text('reference', instance)}
              <button class="link" @click=${() => frame.copy(instance)}>
                ${localizer.text('copy')}
              </button>
              <span role="status">${frame.copied === instance ? frame.said : nothing}</span>
            </p>`
          : nothing
      }
      ${
        mayHelp(error)
          ? html`<button class="button" @click=${frame.host.reload}>
              ${localizer.text('tryAgain')}
            </button>`
          : nothing
      }
    </div>
  `;
}

/** Trying again is no use where only another number or another page can mend it. */
function mayHelp({ retryable, code }: UsageError): boolean {
  return retryable || ['adapter', 'auth', 'invalid', 'forbidden'].includes(code);
}

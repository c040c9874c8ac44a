import { html, nothing, type TemplateResult } from 'lit';
import type { UsageError } from '../../api/index.js';
import type { PayexUsageRecords } from '../payex-usage-records.js';
import { failureWords } from '../words.js';
import type { UsageFrame } from './frame.js';
import { renderOverview } from './overview.js';
import { renderSubscription } from './subscription.js';

/** What the agent came for: exactly one of nothing to show, failed, and the data itself. */
export function renderPlace(frame: UsageFrame): TemplateResult {
  const { calm, failure } = frame;
  if (calm !== null) return html`<p class="state soft" part="empty">${calm}</p>`;
  if (failure) return renderFailure(frame, failure);
  return frame.places.place.subscriptionNo ? renderRecords(frame) : renderOverview(frame);
}

function renderRecords(frame: UsageFrame): TemplateResult {
  const { words, settings, session, places, host } = frame;
  const { summary, details } = session;
  return html`
    ${summary.error && !summary.value ? renderFailure(frame, summary.error) : renderSubscription(frame)}
    ${
      details.error && !details.value
        ? renderFailure(frame, details.error)
        : html`<payex-usage-records
            .records=${details.value?.table ?? null}
            .busy=${details.pending}
            .localizer=${words}
            .timeZone=${settings.timeZone}
            .usageTypes=${settings.usageTypes}
            .numberPolicy=${settings.numberPolicy}
            .audience=${settings.audience}
            .selection=${host.selection}
            .actions=${settings.actions}
            .ids=${session.ids}
            .asOf=${details.value && new Date(details.value.asOf).toISOString()}
            .headingLevel=${frame.level + 2}
            .viewState=${places.records}
            theme=${host.theme}
            density=${host.density}
            @payexviewchange=${(event: Event) => {
              event.stopPropagation();
              places.lookAt((event.currentTarget as PayexUsageRecords).viewState);
            }}
          ></payex-usage-records>`
    }
  `;
}

/** What happened, what to do next, and what support will ask for. */
function renderFailure(frame: UsageFrame, error: UsageError): TemplateResult {
  const { words, settings } = frame;
  const { instance } = error;
  return html`
    <div class="state" part="error">
      <p class="heading">${words.text('failed')}</p>
      <p>${failureWords(words, error, settings.timeZone)}</p>
      ${
        instance
          ? html`<p class="note">
              ${words.text('reference', instance)}
              <button class="link" @click=${() => frame.copy(instance)}>
                ${words.text('copy')}
              </button>
              <span role="status">${frame.said}</span>
            </p>`
          : nothing
      }
      ${
        mayHelp(error)
          ? html`<button class="button" @click=${frame.host.reload}>
              ${words.text('tryAgain')}
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

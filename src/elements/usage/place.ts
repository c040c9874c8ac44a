import { html, nothing, type TemplateResult } from 'lit';
import type { UsageError } from '../../api/index.js';
import type { PayexUsageRecords } from '../payex-usage-records.js';
import { failureWords } from '../words.js';
import type { UsageFrame } from './frame.js';
import { renderOverview } from './overview.js';
import { renderSubscription } from './subscription.js';

/** What the agent came for: exactly one of nothing chosen, failed, empty, and the data itself. */
export function renderPlace(frame: UsageFrame): TemplateResult {
  const { words, settings, session, places } = frame;
  if (session.blocked) return renderFailure(frame, session.blocked);
  if (!session.scope) {
    const unchosen = settings.customerNo !== null && places.place.view === 'billed';
    return calm(unchosen ? words.text('chooseInvoice') : forAudience(frame, 'nothingChosen'));
  }
  if (places.place.subscriptionNo) return renderRecords(frame);
  const { error, value } = session.subscriptions;
  if (error && !value) return renderFailure(frame, error);
  if (value?.complete && value.items.length === 0) {
    const billed = session.scope.kind === 'invoice';
    return calm(billed ? words.text('emptyInvoice') : words.text('emptyUnbilled'));
  }
  return renderOverview(frame);
}

/** Agents read about a customer; to the customers themselves there is simply nothing yet. */
function forAudience(
  { words, settings }: UsageFrame,
  key: 'nothingChosen' | 'unknownCustomer',
): string {
  return words.text(settings.audience === 'customer' ? 'nothingYet' : key);
}

function calm(text: string): TemplateResult {
  return html`<p class="state soft" part="empty">${text}</p>`;
}

function renderRecords(frame: UsageFrame): TemplateResult {
  const { words, settings, session, places } = frame;
  const { summary, details } = session;
  const error = details.value ? null : details.error;
  if (error && !summary.value) return renderFailure(frame, error);
  return html`
    ${renderSubscription(frame)}
    ${
      error
        ? renderFailure(frame, error)
        : html`<payex-usage-records
            .records=${details.value?.table ?? null}
            .busy=${details.pending}
            .localizer=${words}
            .timeZone=${settings.timeZone}
            .usageTypes=${settings.usageTypes}
            .numberPolicy=${settings.numberPolicy}
            .audience=${settings.audience}
            .selection=${frame.selection}
            .actions=${settings.actions}
            .ids=${session.ids}
            .headingLevel=${Math.min(6, frame.level + 2)}
            .viewState=${places.records}
            theme=${frame.theme}
            density=${frame.density}
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
  // No fault: nothing is known of this customer.
  if (error.problem === 'customer-not-found') return calm(forAudience(frame, 'unknownCustomer'));
  const { instance } = error;
  return html`
    <div class="state" part="error">
      <p class="heading">${words.text('failed')}</p>
      <p>${failureWords(words, error, settings.timeZone)}</p>
      ${
        instance
          ? html`<p class="note">
              ${words.text('supportReference', { instance })}
              <button class="link" @click=${() => frame.copy(instance)}>
                ${words.text('copy')}
              </button>
            </p>`
          : nothing
      }
      ${
        mayHelp(error)
          ? html`<p>
              <button class="button" @click=${frame.reload}>${words.text('tryAgain')}</button>
            </p>`
          : nothing
      }
    </div>
  `;
}

/** Trying again is no use where only another number or another page can mend it. */
function mayHelp({ retryable, code }: UsageError): boolean {
  return retryable || ['adapter', 'auth', 'invalid', 'forbidden'].includes(code);
}

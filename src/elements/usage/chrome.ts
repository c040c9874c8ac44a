import { html, nothing, type TemplateResult } from 'lit';
import { VIEWS } from '../../controllers/settings.js';
import { renderKeys } from '../keys.js';
import { failureWords } from '../words.js';
import type { UsageFrame } from './frame.js';
import { renderInvoiceChooser } from './invoice-chooser.js';

type Rendered = TemplateResult | typeof nothing;

/** Title, whose usage it is, and the choice of view. */
export function renderHeader(frame: UsageFrame): TemplateResult {
  const { localizer, settings, level } = frame;
  const { customerNo } = settings;
  const { place } = frame.places;
  return html`
    <header part="header">
      <span class="title heading" role="heading" aria-level=${level} tabindex="-1">
        ${localizer.text('title')}
      </span>
      ${customerNo && html`<bdi class="soft">${localizer.text('customerNo', customerNo)}</bdi>`}
      ${renderKeys(localizer)}
      ${
        customerNo === null
          ? nothing
          : html`<nav class="views" aria-label=${localizer.text('title')}>
              ${VIEWS.map((view, index) => {
                const current = place.view === view;
                return html`<button
                  class="button"
                  aria-keyshortcuts=${index + 1}
                  aria-current=${current ? 'page' : nothing}
                  @click=${() =>
                    frame.go(
                      { view, invoiceNo: place.invoiceNo },
                      view === 'find' ? '.question' : undefined,
                    )}
                >
                  ${localizer.text(view)}
                </button>`;
              })}
            </nav>`
      }
    </header>
  `;
}

/** Which invoice, which period, how final and how fresh. */
export function renderPlaceToolbar(frame: UsageFrame): Rendered {
  const { localizer, settings, session, places, calm, failure, period, asOf } = frame;
  const { view } = places.place;
  const billed = view === 'billed';
  const compare = view === 'compare';
  const { scope } = session;
  if (!billed && !compare && !scope) return nothing;
  return html`
    <div class="toolbar" part="toolbar">
      ${billed ? renderInvoiceChooser(frame, scope) : compare ? renderSides(frame) : nothing}
      ${
        calm !== null || failure || compare
          ? nothing
          : html`<span class="soft">
                ${scope ? localizer.text(billed ? 'final' : 'preliminary') : nothing}
              </span>
              <span class="soft period">${period}</span>`
      }
      ${
        scope
          ? html`<span class="soft figure fresh">
              ${asOf === null ? '' : localizer.text('asOf', localizer.time(asOf, settings.timeZone))}
              <button
                class="button"
                aria-keyshortcuts="R"
                title=${localizer.text('reload')}
                @click=${frame.host.reload}
              >
                <span aria-hidden="true">↻</span>
              </button>
            </span>`
          : nothing
      }
    </div>
  `;
}

/** The choice of both sides of a comparison. */
function renderSides(frame: UsageFrame): TemplateResult {
  const [before, now] = frame.session.comparing.sides;
  return html`${renderInvoiceChooser(frame, now)}
    <span class="soft" aria-hidden="true">↔</span>
    ${renderInvoiceChooser(frame, before, 'compareWith')}`;
}

/** What the agent must know of the connection; nothing on a good day. */
export function renderBanner(frame: UsageFrame): Rendered {
  const { localizer, settings, retrySeconds, asOf, busy, held, stale } = frame;
  const { timeZone } = settings;
  const countdown =
    busy && retrySeconds ? localizer.text('countdown', localizer.integer(retrySeconds)) : '';
  const text = stale
    ? `${localizer.text('stale', localizer.time(asOf ?? 0, timeZone))} ${failureWords(localizer, stale, timeZone)}`
    : (held ?? countdown);
  const retry = html`<button class="link" @click=${frame.host.reload}>
    ${localizer.text('tryAgain')}
  </button>`;
  return text === ''
    ? nothing
    : html`<p class="banner ${stale ? '' : 'calm'}" part="banner">
        <span>${text}</span> ${stale ? retry : nothing}
      </p>`;
}

/** On a subscription or all records: the way back, and which it is. */
export function renderTrail(frame: UsageFrame): Rendered {
  const { localizer, settings, places, level } = frame;
  const { subscriptionNo = '', all } = places.place;
  if (!(subscriptionNo || all) || !frame.session.scope) return nothing;
  return html`
    <div class="trail" part="trail">
      <button class="link" aria-keyshortcuts="B" @click=${frame.back}>
        ← ${localizer.text('back')}
      </button>
      <span class="heading" role="heading" aria-level=${Math.min(6, level + 1)} tabindex="-1">
        <bdi>${subscriptionNo || localizer.text('allRecords')}</bdi>
      </span>
      <bdi class="soft">${settings.labels[subscriptionNo]}</bdi>
    </div>
  `;
}

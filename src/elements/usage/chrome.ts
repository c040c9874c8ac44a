import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../../controllers/settings.js';
import type { UsageFrame } from './frame.js';
import { factsOf } from './facts.js';
import { failureWords } from '../words.js';
import { renderInvoiceChooser } from './invoice-chooser.js';

/** Title, whose usage it is, and the choice of view. */
export function renderHeader(frame: UsageFrame): TemplateResult {
  const { words, settings, places, level } = frame;
  const views: readonly View[] = settings.customerNo === null ? [] : ['unbilled', 'billed'];
  return html`
    <header part="header">
      <span class="title" role="heading" aria-level=${level} tabindex="-1">
        ${words.text('title')}
      </span>
      ${
        settings.customerNo === null
          ? nothing
          : html`<bdi class="whose">${words.text('customerNo', settings.customerNo)}</bdi>`
      }
      ${
        views.length > 0
          ? html`<nav class="views" aria-label=${words.text('title')}>
              ${views.map((view) => {
                const { place } = places;
                const current = place.view === view;
                return html`<button
                  aria-current=${current ? 'page' : nothing}
                  @click=${() =>
                    frame.go(current ? { ...place, subscriptionNo: undefined } : { view })}
                >
                  ${words.text(view)}
                </button>`;
              })}
            </nav>`
          : nothing
      }
    </header>
  `;
}

/** Which invoice, which period, on which VAT basis, how final and how fresh. */
export function renderToolbar(frame: UsageFrame): TemplateResult | typeof nothing {
  const { words, settings, session, places } = frame;
  const { view } = places.place;
  const { scope } = session;
  if (view === 'unbilled' && !scope) return nothing;
  const facts = factsOf(frame);
  return html`
    <div class="toolbar" part="toolbar">
      ${view === 'billed' ? renderInvoiceChooser(frame) : nothing}
      ${view === 'unbilled' && scope ? html`<span>${words.text('preliminary')}</span>` : nothing}
      ${facts.calm === null && !facts.failure ? html`<span class="period">${facts.period}</span>` : nothing}
      ${
        scope
          ? html`<span class="fresh">
              ${
                facts.asOf === null
                  ? html`&nbsp;`
                  : words.text('asOf', words.time(facts.asOf, settings.timeZone))
              }
              <button
                class="reload"
                aria-label=${words.text('reload')}
                title=${words.text('reload')}
                @click=${frame.reload}
              >
                ↻
              </button>
            </span>`
          : nothing
      }
    </div>
  `;
}

/** What the agent must know of the connection; nothing on a good day. */
export function renderBanner(frame: UsageFrame): TemplateResult | typeof nothing {
  const { words, settings, retrySeconds } = frame;
  const { asOf, busy, held, stale } = factsOf(frame);
  if (stale && asOf !== null) {
    const time = words.time(asOf, settings.timeZone);
    return html`<p class="banner" part="banner">
      ${words.text('stale', time)} ${failureWords(words, stale, settings.timeZone)}
      <button class="link" @click=${frame.reload}>${words.text('tryAgain')}</button>
    </p>`;
  }
  const text =
    held ?? (busy && retrySeconds ? words.text('countdown', words.integer(retrySeconds)) : null);
  return text === null ? nothing : html`<p class="banner calm" part="banner">${text}</p>`;
}

/** On a subscription: the way back, and which one it is. */
export function renderTrail(frame: UsageFrame): TemplateResult | typeof nothing {
  const { words, settings, places, level } = frame;
  const { subscriptionNo } = places.place;
  if (!subscriptionNo || !frame.session.scope) return nothing;
  const label = settings.labels[subscriptionNo];
  return html`
    <div class="trail" part="trail">
      <button class="link" @click=${frame.back}>← ${words.text('back')}</button>
      <span class="heading" role="heading" aria-level=${Math.min(6, level + 1)} tabindex="-1">
        <bdi>${subscriptionNo}</bdi>
      </span>
      ${label ? html`<bdi class="soft">${label}</bdi>` : nothing}
    </div>
  `;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { InvoiceInfo } from '../../controllers/defaults.js';
import type { Localizer } from '../../i18n/index.js';
import { toDecimal } from '../../model/decimal.js';
import { parseTime } from '../../model/time.js';
import type { UsageFrame } from './frame.js';

/**
 * The choice of an invoice: from the host's list, or by the number that the caller reads out, since the
 * API itself lists none.
 */
export function renderInvoiceChooser(frame: UsageFrame): TemplateResult {
  const { words, session, look, go } = frame;
  const { scope, invoices } = session;
  const chosen = scope?.kind === 'invoice' ? scope.invoiceNo : '';
  const listed = invoices.some(({ invoiceNo }) => invoiceNo === chosen);
  // What was typed stays in its field, where it can be mended.
  const typing = frame.typing || !listed;
  const selected = typing ? '' : chosen;
  return html`
    <div class="chooser">
      ${
        invoices.length > 0
          ? html`<select
              class="field"
              aria-label=${words.text('chooseInvoice')}
              @change=${({ target }: Event) => {
                const select = target as HTMLSelectElement;
                const { value } = select;
                // The host may keep the view: what is chosen follows what is open, not the hand.
                select.value = selected;
                if (value === '') look({ typing: true }, '#invoice');
                else go({ view: 'billed', invoiceNo: value });
              }}
            >
              ${invoices.map(
                (invoice) =>
                  html`<option
                    value=${invoice.invoiceNo}
                    .selected=${invoice.invoiceNo === selected}
                  >
                    ${describe(words, invoice)}
                  </option>`,
              )}
              <option value="" .selected=${typing}>${words.text('typeInvoice')}</option>
            </select>`
          : nothing
      }
      ${typing ? renderInput(frame, listed ? '' : chosen) : nothing}
    </div>
  `;
}

/** A number that is none is opened too: the client refuses it, and the place says so. */
function renderInput({ words, go }: UsageFrame, typed: string): TemplateResult {
  const submit = ({ target }: Event): void => {
    const input = (target as Element).parentElement?.querySelector('input');
    const invoiceNo = input?.value.trim();
    if (invoiceNo) go({ view: 'billed', invoiceNo });
  };
  return html`
    <input
      class="field"
      id="invoice"
      autocomplete="off"
      spellcheck="false"
      maxlength="60"
      aria-label=${words.text('typeInvoice')}
      placeholder=${words.text('typeInvoice')}
      .value=${typed}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter') submit(event);
      }}
    />
    <button class="button" @click=${submit}>${words.text('show')}</button>
  `;
}

/** Number, date and amount, as far as the host has said them in a way that can be read. */
function describe(words: Localizer, invoice: InvoiceInfo): string {
  const { invoiceNo, invoiceDate, amount, currency } = invoice;
  const date = parseTime(String(invoiceDate), 'UTC');
  const value = toDecimal(amount);
  return [
    words.text('invoiceNo', invoiceNo),
    date && words.day(date.wall),
    value && words.money(value, currency ?? null),
  ]
    .filter(Boolean)
    .join(' · ');
}

import { html, nothing, type TemplateResult } from 'lit';
import { checkIdentifier } from '../../api/index.js';
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
  const { words, session, entry, go } = frame;
  const { scope, invoices } = session;
  const chosen = scope?.kind === 'invoice' ? scope.invoiceNo : '';
  // What was typed is listed too, so that the choice always shows what is open.
  const listed =
    chosen === '' || invoices.some(({ invoiceNo }) => invoiceNo === chosen)
      ? invoices
      : [{ invoiceNo: chosen }, ...invoices];
  const typing = entry !== 'list' || listed.length === 0;
  const selected = typing ? '' : chosen;
  return html`
    <div class="chooser">
      ${
        listed.length > 0
          ? html`<select
              class="field"
              aria-label=${words.text('chooseInvoice')}
              @change=${({ target }: Event) => {
                const select = target as HTMLSelectElement;
                const { value } = select;
                // The host may keep the view: what is chosen follows what is open, not the hand.
                select.value = selected;
                if (value === '') frame.look({ entry: 'typing' }, '#invoice');
                else go({ view: 'billed', invoiceNo: value });
              }}
            >
              ${listed.map(
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
      ${typing ? renderInput(frame) : nothing}
    </div>
  `;
}

function renderInput({ words, entry, look, go }: UsageFrame): TemplateResult {
  const wrong = entry === 'wrong';
  const submit = ({ target }: Event): void => {
    const input = (target as Element).parentElement?.querySelector('input');
    const number = checkIdentifier('invoice', input?.value);
    if (number.ok) go({ view: 'billed', invoiceNo: number.value });
    else look({ entry: 'wrong' }, '#invoice');
  };
  return html`
    <input
      class="field"
      id="invoice"
      autocomplete="off"
      spellcheck="false"
      maxlength="60"
      aria-label=${words.text('typeInvoice')}
      aria-invalid=${wrong}
      aria-describedby="wrong"
      placeholder=${words.text('typeInvoice')}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter') submit(event);
      }}
    />
    <button class="button" @click=${submit}>${words.text('show')}</button>
    <p class="warning note" id="wrong" role="alert">
      ${wrong ? words.text('nextCheckNumber') : ''}
    </p>
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

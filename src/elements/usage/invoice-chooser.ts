import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../../api/index.js';
import type { InvoiceInfo } from '../../controllers/defaults.js';
import type { Localizer } from '../../i18n/index.js';
import { toDecimal } from '../../model/decimal.js';
import { parseTime } from '../../model/time.js';
import type { UsageFrame } from './frame.js';

/** The value that stands for what is not billed yet: no number of an invoice is blank. */
const UNBILLED = ' ';

/**
 * The choice of an invoice: from the host's list, or by the number that the caller reads out, since the
 * API itself lists none. The newer side of a comparison may be what is not billed yet, too.
 *
 * @param part the member of the place that is chosen
 */
export function renderInvoiceChooser(
  frame: UsageFrame,
  scope: Scope | null,
  part: 'invoiceNo' | 'compareWith' = 'invoiceNo',
): TemplateResult {
  const { localizer, session, settings, places, look } = frame;
  const { invoices } = session;
  const { view, invoiceNo: newer } = places.place;
  const chosen = scope?.kind === 'invoice' ? scope.invoiceNo : scope ? UNBILLED : '';
  const mayBeUnbilled = view === 'compare' && part === 'invoiceNo' && settings.customerNo !== null;
  const numbers = invoices.map(({ invoiceNo }) => invoiceNo);
  const listed = chosen === UNBILLED || numbers.includes(chosen);
  // What was typed stays in its field, where it can be mended.
  const typing = frame.typing === part || !listed;
  const selected = typing ? '' : chosen;
  // With another newer side, the older one is the next after that.
  const go: Go = (value) =>
    frame.go({
      view,
      ...(part === 'compareWith' && { invoiceNo: newer }),
      [part]: value.trim() || undefined,
    });
  const option = (value: string, text: string): TemplateResult =>
    html`<option value=${value} .selected=${value === selected}>${text}</option>`;
  return html`
    <div class="chooser">
      ${
        invoices.length > 0
          ? html`<select
              class="field"
              aria-label=${labelOf(localizer, part)}
              @change=${({ target }: Event) => {
                const select = target as HTMLSelectElement;
                const { value } = select;
                // The host may keep the view: what is chosen follows what is open, not the hand.
                select.value = selected;
                if (value === '') look({ typing: part }, `#${part}`);
                else go(value);
              }}
            >
              ${mayBeUnbilled ? option(UNBILLED, localizer.text('unbilled')) : nothing}
              ${invoices.map((invoice) => option(invoice.invoiceNo, describe(localizer, invoice)))}
              ${option('', localizer.text('typeInvoice'))}
            </select>`
          : nothing
      }
      ${typing ? renderInput(localizer, part, listed ? '' : chosen, go) : nothing}
    </div>
  `;
}

type Go = (value: string) => void;

/** Two choices side by side are told apart by their names. */
function labelOf(localizer: Localizer, part: string): string {
  const label = localizer.text('chooseInvoice');
  return part === 'invoiceNo' ? label : `${localizer.text('compare')}: ${label}`;
}

/** A number that is none is opened too: the client refuses it, and the place says so. */
function renderInput(localizer: Localizer, part: string, typed: string, go: Go): TemplateResult {
  const submit = ({ target }: Event): void => {
    const input = (target as Element).parentElement?.querySelector('input');
    if (input?.value.trim()) go(input.value);
  };
  return html`
    <input
      class="field"
      id=${part}
      autocomplete="off"
      spellcheck="false"
      maxlength="60"
      aria-label=${localizer.text('typeInvoice')}
      placeholder=${localizer.text('typeInvoice')}
      .value=${typed}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter') submit(event);
      }}
    />
    <button class="button" @click=${submit}>${localizer.text('show')}</button>
  `;
}

/** Number, date and amount, as far as the host has said them in a way that can be read. */
function describe(localizer: Localizer, invoice: InvoiceInfo): string {
  const { invoiceNo, invoiceDate, amount, currency } = invoice;
  const date = parseTime(String(invoiceDate), 'UTC');
  const value = toDecimal(amount);
  const facts = [
    date && localizer.day(date.wall),
    value && localizer.money(value, currency ?? null),
  ].filter(Boolean);
  // Where there is little room, a date is worth more than the word; it says as well that this is an invoice.
  return facts.length > 0
    ? [invoiceNo, ...facts].join(' · ')
    : localizer.text('invoiceNo', invoiceNo);
}

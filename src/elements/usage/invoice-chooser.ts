import { html, nothing, type TemplateResult } from 'lit';
import { checkIdentifier } from '../../api/index.js';
import type { InvoiceInfo } from '../../controllers/defaults.js';
import { type Localizer } from '../../i18n/index.js';
import { toDecimal } from '../../model/decimal.js';
import { parseDay } from '../../model/time.js';
import type { UsageFrame } from './frame.js';

const DAY = 86_400_000;

/** `typing`: the agent types a number instead of choosing one; `wrong`: it could not be one. */
export interface InvoiceEntry {
  readonly typing: boolean;
  readonly wrong: boolean;
}

/**
 * The choice of an invoice: from the host's list, or by the number that the caller reads out, since the
 * API itself lists none.
 */
export function renderInvoiceChooser(frame: UsageFrame): TemplateResult {
  const { words, session, entry } = frame;
  const { scope } = session;
  const chosen = scope?.kind === 'invoice' ? scope.invoiceNo : '';
  const known = session.invoices;
  // What was typed is listed too, so that the choice always shows what is open.
  const listed =
    chosen === '' || known.some(({ invoiceNo }) => invoiceNo === chosen)
      ? known
      : [{ invoiceNo: chosen }, ...known];
  const typing = entry.typing || listed.length === 0;
  const selected = typing ? '' : chosen;
  return html`
    <div class="chooser">
      ${
        listed.length > 0
          ? html`<select
              class="field"
              aria-label=${words.text('chooseInvoice')}
              .value=${selected}
              @change=${(event: Event) => {
                const select = event.target as HTMLSelectElement;
                const { value } = select;
                // The host may keep the view: what is chosen follows what is open, not the hand.
                select.value = selected;
                if (value === '') frame.enter({ typing: true, wrong: false });
                else frame.chooseInvoice(value);
              }}
            >
              ${listed.map(
                (invoice) =>
                  html`<option
                    value=${invoice.invoiceNo}
                    ?selected=${invoice.invoiceNo === selected}
                  >
                    ${describe(words, invoice)}
                  </option>`,
              )}
              <option value="" ?selected=${typing}>${words.text('typeInvoice')}</option>
            </select>`
          : nothing
      }
      ${typing ? renderInput(frame) : nothing}
      ${
        entry.wrong
          ? html`<p class="warning" id="wrong" role="alert">${words.text('nextCheckNumber')}</p>`
          : nothing
      }
    </div>
  `;
}

function renderInput(frame: UsageFrame): TemplateResult {
  const { words, entry } = frame;
  const submit = (event: Event): void => {
    const input = (event.currentTarget as Element).parentElement?.querySelector('input');
    const number = checkIdentifier('invoice', input?.value ?? '');
    if (number.ok) frame.chooseInvoice(number.value);
    else frame.enter({ typing: true, wrong: true });
  };
  return html`
    <input
      class="field"
      autocomplete="off"
      spellcheck="false"
      maxlength="60"
      aria-label=${words.text('typeInvoice')}
      aria-invalid=${entry.wrong}
      aria-describedby=${entry.wrong ? 'wrong' : nothing}
      placeholder=${words.text('typeInvoice')}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter') submit(event);
      }}
    />
    <button class="button" @click=${submit}>${words.text('show')}</button>
  `;
}

function describe(words: Localizer, invoice: InvoiceInfo): string {
  const { invoiceNo, invoiceDate, amount, currency } = invoice;
  const day = typeof invoiceDate === 'string' ? parseDay(invoiceDate) : null;
  const value = toDecimal(amount);
  const parts = [words.text('invoiceNo', invoiceNo)];
  if (day !== null) parts.push(words.day(day * DAY));
  if (value !== null) parts.push(words.money(value, currency ?? null));
  return parts.join(' · ');
}

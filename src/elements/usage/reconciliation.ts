import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer, TextKey } from '../../i18n/index.js';
import { absDecimal, isNegative, toDecimal } from '../../model/decimal.js';
import type { Total } from '../../model/money.js';
import {
  type Gap,
  type GapReason,
  reconcile,
  reconcileInvoice,
} from '../../model/reconciliation.js';
import type { UsageFrame } from './frame.js';

const REASONS: Readonly<Record<GapReason, TextKey>> = {
  incomplete: 'incomplete',
  rounding: 'rounding',
  vat: 'vatAmount',
  notItemised: 'notItemised',
  conflicting: 'markConflicting',
};

/** What the records add up to, a line for each sum that is not the total's. */
export function renderGaps(words: Localizer, gaps: readonly Gap[]): TemplateResult[] {
  return gaps.map(
    (gap) =>
      html`<p class="${gap.reasons[0] === 'rounding' ? '' : 'warning'} note">
        ${words.text('records')}: ${equation(words, gap)}
      </p>`,
  );
}

/**
 * On an invoice: its amount as the host knows it, and all records if they were gathered.
 *
 * @param usage null as long as it grows
 */
export function renderInvoiceGaps(frame: UsageFrame, usage: Total | null): unknown {
  const { words, session } = frame;
  const { scope, invoices, subscriptions, connection } = session;
  if (scope?.kind !== 'invoice') return nothing;
  const { invoiceNo } = scope;
  const { amount: stated, currency = null } =
    invoices.find((invoice) => invoice.invoiceNo === invoiceNo) ?? {};
  const amount = toDecimal(stated);
  const gaps = usage && amount ? reconcileInvoice(usage, amount, currency) : [];
  const { gathering } = connection;
  const records =
    gathering?.ended && gathering.list === subscriptions.value && gathering.table.total(null);
  return html`${
    amount
      ? html`<p class="gap note">
          ${words.text('invoiceNo', invoiceNo)}:
          ${gaps.map((gap) => equation(words, gap)).join(' · ') || words.money(amount, currency)}
        </p>`
      : nothing
  }
  ${usage && records ? renderGaps(words, reconcile(records, usage)) : nothing}`;
}

/** "12,50 kr = 10,00 kr + 2,50 kr (Moms, Ej specificerat)": a figure, the total, and what is between them. */
function equation(words: Localizer, { currency, figure, total, difference, reasons }: Gap): string {
  const sign = isNegative(difference) ? '\u2212' : '+';
  const [whole, part, rest] = [figure, total, absDecimal(difference)].map((amount) =>
    words.money(amount, currency),
  );
  const names = reasons.map((reason) => words.text(REASONS[reason])).join(', ');
  return `${whole} = ${part} ${sign} ${rest} (${names})`;
}

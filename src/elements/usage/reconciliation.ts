import { html, type TemplateResult } from 'lit';
import { isContradiction } from '../../controllers/subscription-model.js';
import { MINUS } from '../../i18n/formats.js';
import type { Localizer, TextKey } from '../../i18n/index.js';
import { absDecimal, isNegative, toDecimal } from '../../model/decimal.js';
import { normaliseCurrency } from '../../model/money.js';
import { type Gap, type GapReason, invoiceTotal, reconcile } from '../../model/reconciliation.js';
import type { UsageFrame } from './frame.js';

const REASONS: Readonly<Record<GapReason, TextKey>> = {
  incomplete: 'incomplete',
  rounding: 'rounding',
  vat: 'vatAmount',
  currency: 'currency',
  notItemised: 'notItemised',
  conflicting: 'markConflicting',
};

/** What the records add up to, a line for each sum that is not the total's. */
export function renderGaps(localizer: Localizer, gaps: readonly Gap[]): TemplateResult[] {
  return gaps.map(
    (gap) =>
      html`<p class="${isContradiction(gap) ? 'warning' : ''} note">
        ${localizer.text('records')}: ${equation(localizer, gap)}
      </p>`,
  );
}

/** On an invoice: its amount as the host knows it, and all records if they were gathered. */
export function renderInvoiceGaps({ localizer, session, overview }: UsageFrame): unknown {
  const { scope, invoices, subscriptions, totals, connection } = session;
  // Each has come, or will not: then what is missing is told, too.
  const usage = (totals.every(({ value, error }) => value ?? error) && overview?.total) || null;
  const number = scope?.kind === 'invoice' ? scope.invoiceNo : '';
  const invoice = invoices.find(({ invoiceNo }) => invoiceNo === number);
  const amount = toDecimal(invoice?.amount);
  // 'sek' is SEK, as in an answer; a host may hand over what is no text.
  const stated = normaliseCurrency([invoice?.currency].join());
  const currency = stated ?? usage?.sums[0]?.currency ?? null;
  const gaps = usage && amount ? reconcile(invoiceTotal(amount, currency), usage, true) : [];
  const { gathering } = connection;
  const records =
    gathering?.ended && gathering.list === subscriptions.value ? gathering.table : null;
  return html`${
    amount &&
    html`<p class="gap note">
      ${localizer.text('invoiceNo', number)}:
      ${gaps.map((gap) => equation(localizer, gap)).join(' · ') || localizer.money(amount, currency)}
    </p>`
  }
  ${usage && records && renderGaps(localizer, reconcile(records.total(null), usage))}`;
}

/** "12,50 kr = 10,00 kr + 2,50 kr (Moms, Ej specificerat)": a figure, the total, and what is between them. */
function equation(
  localizer: Localizer,
  { currency, figure, total, difference, reasons }: Gap,
): string {
  const [whole, part, rest] = [figure, total, absDecimal(difference)].map((amount) =>
    localizer.money(amount, currency),
  );
  const names = reasons.map((reason) => localizer.text(REASONS[reason])).join(', ');
  return `${whole} = ${part} ${isNegative(difference) ? MINUS : '+'} ${rest} (${names})`;
}

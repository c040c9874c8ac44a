import { expect } from '@open-wc/testing';
import { OfferedFiles } from './csv-file.js';
import {
  figure,
  grouped,
  isWhole,
  type Money,
  type OracleRow,
  type Total,
  totalOf,
} from './oracle.js';
import type { Seat } from './oracle-seat.js';
import { answerTotal, reconciled, type ScopeFigures, wholeOf } from './oracle-usage.js';
import type { WireCustomer } from './oracle-wire.js';
import {
  basisText,
  cellText,
  csvText,
  gapText,
  moneyText,
  plain,
  timeText,
  trimmed,
  typeText,
} from './oracle-words.js';

/** Where a scope is looked at. */
export const placeOf = ({ scope }: ScopeFigures): Record<string, unknown> =>
  scope.path.startsWith('/invoices')
    ? { view: 'billed', invoiceNo: scope.path.split('/').at(-1) }
    : { view: 'unbilled' };

/** The sums that stand large, each with its basis. */
export function shownSums(seat: Seat): string[] {
  const further = seat.rig
    .all('.sums > p > b')
    .map((bold) => plain(bold.parentElement?.textContent));
  return [plain(`${seat.one('[part=total]')} ${seat.one('[part=total] + .note')}`), ...further];
}

/** @param soFar more may come */
export function largeSums(sums: readonly Money[], soFar = false): string[] {
  const texts = sums.map((sum) => [moneyText(sum), soFar ? 'so far' : '', basisText(sum.vat)]);
  const [first = [soFar ? '' : '–'], ...further] = texts;
  const others = further.map(([money = '', , basis = '']) => [money, basis]);
  return [[...first, soFar ? 'Load all' : ''], ...others].map((words) => plain(words.join(' ')));
}

/** The smallest of the descriptions that a type has. */
function described(rows: readonly OracleRow[]): string {
  return (
    rows
      .map((row) => row.description)
      .filter(Boolean)
      .sort()[0] ?? ''
  );
}

/** Usage types with their sums, in any order. */
export function typeLines(rows: readonly OracleRow[]): string[] {
  const types = grouped(rows, ({ type }) => type);
  return types
    .map(([type, own]) =>
      plain(`${typeText(type, described(own))} ${cellText(totalOf(own), true)}`),
    )
    .sort();
}

/** Total, types and subscriptions of an overview, and what the host is told of it. */
export function checkOverview(seat: Seat, figures: ScopeFigures): void {
  const whole = wholeOf(figures, 'summaries');
  const answers = [...figures.summaries.values()];
  const lost = answers.filter((answer) => !answer).length;
  const { gaps } = whole;
  expect(shownSums(seat)).to.deep.equal(largeSums(whole.sums, lost > 0));
  // What has failed is told by how many there are, and by "so far".
  expect(seat.one('.sums > .soft')).to.equal(
    lost > 0 ? `Subscriptions: ${answers.length - lost} / ${answers.length}` : 'Total',
  );
  expect(seat.one('.sums > .warning')).to.equal(
    gapText(lost > 0 ? { ...gaps, answers: gaps.answers - lost } : gaps),
  );
  if (answers.length > lost || lost === 0) {
    expect(seat.texts('.types tbody tr').sort()).to.deep.equal(typeLines(whole.rows));
  }
  const lines = figures.numbers.map((no) => {
    const answer = figures.summaries.get(no);
    return answer ? cellText(answerTotal(answer), whole.sums.length > 1) : 'Try again';
  });
  const numbers = seat.rig.all('[part=subscription]').map((row) => row.dataset['no']);
  expect(numbers).to.deep.equal(figures.numbers);
  expect(seat.texts('[part=subscription] td.amount')).to.deep.equal(lines);
  const loads = seat.rig.heard('payexload').map(({ detail }) => detail);
  expect(loads.at(-1)).to.include({
    subscriptions: figures.numbers.length,
    complete: isWhole(gaps),
  });
}

/** The line between the host's amount of an invoice and its usage. */
export function checkInvoice(seat: Seat, figures: ScopeFigures, customer: WireCustomer): void {
  const invoice = customer.invoices.find((each) => figures.scope.path.endsWith(each.invoiceNo));
  if (!invoice) return;
  const whole = wholeOf(figures, 'summaries');
  const amount = figure(invoice.amount) ?? 0n;
  const currency = invoice.currency ?? whole.sums[0]?.currency ?? '';
  const stated: Total = { ...totalOf([]), sums: [{ currency, vat: 'included', amount }] };
  const gaps = reconciled(stated, whole, true).map(({ text }) => text);
  expect(seat.one('.gap')).to.equal(
    `Invoice ${invoice.invoiceNo}: ${gaps.join(' · ') || moneyText({ amount, currency })}`,
  );
}

/** The lines between all records, which were gathered, and the totals of an overview. */
export function checkGathered(seat: Seat, figures: ScopeFigures): void {
  const gaps = reconciled(wholeOf(figures, 'details'), wholeOf(figures, 'summaries'));
  const lines = seat.texts('.sums > .note').filter((text) => text.startsWith('Usage records:'));
  expect(lines.sort()).to.deep.equal(gaps.map(({ text }) => `Usage records: ${text}`).sort());
}

/** The file of an overview: its head, and a line for each type, currency and VAT basis. */
export async function checkOverviewFile(seat: Seat, figures: ScopeFigures): Promise<void> {
  const whole = wholeOf(figures, 'summaries');
  const files = new OfferedFiles();
  try {
    seat.rig.element.exportCsv();
    const file = await files.read(',');
    const head = file.head.map((cells) => trimmed(cells.join(' ')));
    for (const sum of whole.sums) {
      const { currency, vat, amount } = sum;
      expect(head).to.include(plain(`Total ${csvText(amount)} ${currency} ${basisText(vat)}`));
    }
    expect(head.filter((line) => line.startsWith('Total '))).to.have.length(whole.sums.length);
    expect(head).to.include(isWhole(whole.gaps) ? 'Complete' : 'Incomplete');
    if (!isWhole(whole.gaps)) expect(head).to.include(gapText(whole.gaps));
    const lines = file.records.map((record) => trimmed(Object.values(record).join(' ')));
    expect(lines.sort()).to.deep.equal(fileLines(figures));
  } finally {
    files.release();
  }
}

function fileLines(figures: ScopeFigures): string[] {
  const lines = [...figures.summaries].flatMap(([no, answer]) => {
    if (!answer) return `${no} Answer missing`;
    if (answer.rows.length === 0) return no;
    return grouped(answer.rows, ({ type }) => type).flatMap(([type, rows]) => {
      const { sums, gaps } = totalOf(rows);
      const name = `${no} ${typeText(type, described(rows))}`;
      const texts = sums.map((sum) => {
        return `${csvText(sum.amount)} ${sum.currency} ${basisText(sum.vat)}`;
      });
      return (texts.length > 0 ? texts : ['']).map((text) => `${name} ${text} ${gapText(gaps)}`);
    });
  });
  return lines.map(plain).sort();
}

/** The upper part of a subscription: its total, its types, and what its records say otherwise. */
export function checkSubscription(seat: Seat, figures: ScopeFigures, no: string): void {
  const summary = figures.summaries.get(no);
  const details = figures.details.get(no);
  const events = seat.rig.heard('payexerror').map(({ detail }) => detail['code']);
  if (!summary) {
    expect(seat.rig.find('[part=error]')).to.exist;
    return;
  }
  const total = answerTotal(summary);
  expect(shownSums(seat)).to.deep.equal(largeSums(total.sums));
  expect(seat.one('.sums > .warning')).to.equal(gapText(total.gaps));
  expect(seat.texts('.types tbody tr').sort()).to.deep.equal(typeLines(summary.rows));
  const gaps = details ? reconciled(answerTotal(details), total) : [];
  const lines = seat.texts('.sums > .note').filter((text) => text.startsWith('Usage records:'));
  expect(lines.sort()).to.deep.equal(gaps.map(({ text }) => `Usage records: ${text}`).sort());
  expect(events.includes('mismatch')).to.equal(gaps.some((gap) => gap.isContradiction));
}

/** What the days come to, where the records are. */
export function checkDays(seat: Seat, rows: readonly OracleRow[], noted: Total['gaps']): void {
  const days = grouped(
    rows.filter(({ day }) => day),
    ({ day, type }) => `${day} ${type}`,
  );
  const lines = days.map(([, own]) => {
    const { day = '', type = '' } = own[0] ?? {};
    return plain(`${timeText(day)} ${typeText(type)} ${cellText(totalOf(own, noted), true)}`);
  });
  const shown = seat.texts('[part=days] details table[aria-label="By day"] tr');
  expect(shown.sort()).to.deep.equal(lines.sort());
}

import {
  addGaps,
  type Gaps,
  isWhole,
  type Money,
  NO_GAPS,
  ONE,
  type OracleRow,
  readRecords,
  readRows,
  size,
  type Total,
  totalOf,
  type Vat,
} from './oracle.js';
import { moneyText } from './oracle-words.js';
import type { Listing, WireCustomer, WireScope } from './oracle-wire.js';

/** Rows that came, and what is known to be missing besides. */
export interface Answer {
  readonly rows: readonly OracleRow[];
  readonly noted: Gaps;
}

/** What one scope of a customer comes to. */
export interface ScopeFigures {
  readonly scope: WireScope;
  readonly numbers: readonly string[];
  readonly listGaps: Gaps;
  /** By subscription; null for an answer that cannot be had. */
  readonly summaries: ReadonlyMap<string, Answer | null>;
  readonly details: ReadonlyMap<string, Answer | null>;
}

function endGaps({ end }: Listing): Gaps {
  return { ...NO_GAPS, answers: end === 'lost' ? 1 : 0, cut: end === 'circle' || end === 'astray' };
}

export function figuresOf({ settings }: WireCustomer, scope: WireScope): ScopeFigures {
  const numbers = [...scope.subscriptions.keys()];
  const items = scope.list.pages.flat().length;
  const summaries = new Map<string, Answer | null>();
  const details = new Map<string, Answer | null>();
  for (const [no, subscription] of scope.subscriptions) {
    const lines = subscription.summaries;
    const { records, unreadable } = readRows(lines?.pages.flat() ?? [], settings);
    const noted = lines && addGaps(endGaps(lines), { ...NO_GAPS, unreadable });
    summaries.set(no, noted && { rows: records, noted });
    const list = subscription.details;
    const read = readRecords(list?.pages ?? [], settings);
    const lacks = { ...NO_GAPS, unreadable: read.unreadable, cut: read.repeats };
    const rows = read.records.map((record) => ({ ...record, subscriptionNo: no }));
    details.set(no, list && { rows, noted: addGaps(endGaps(list), lacks) });
  }
  const listGaps = { ...endGaps(scope.list), unreadable: items - numbers.length };
  return { scope, numbers, listGaps, summaries, details };
}

/** The total of an overview, or of all records. */
export function wholeOf(figures: ScopeFigures, of: 'summaries' | 'details'): Total & Answer {
  const answers = [...figures[of].values()];
  const there = answers.filter((answer) => answer !== null);
  const rows = there.flatMap((answer) => answer.rows);
  const lost = { ...NO_GAPS, answers: answers.length - there.length };
  const noted = addGaps(figures.listGaps, lost, ...there.map((answer) => answer.noted));
  return { ...totalOf(rows, noted), rows, noted };
}

export const answerTotal = ({ rows, noted }: Answer): Total => totalOf(rows, noted);

/** What lies between a figure and its total, as it is said. */
export interface OracleGap {
  readonly text: string;
  readonly isContradiction: boolean;
}

const BASES: readonly Vat[] = ['excluded', 'included', 'unstated'];

/** Where two totals that should say the same do not. */
export function reconciled(figure: Total, total: Total, isInvoice = false): OracleGap[] {
  const rounding = BigInt(figure.count + total.count + (isInvoice ? 100 : 0)) * (ONE / 200n);
  const currencies = new Set([...figure.sums, ...total.sums].map(({ currency }) => currency));
  const isComplete = isWhole(figure.gaps) && isWhole(total.gaps);
  return [...currencies].flatMap((currency) => {
    const sumOf = ({ sums }: Total, bases: readonly Vat[]): bigint =>
      sums
        .filter((sum) => sum.currency === currency && bases.includes(sum.vat))
        .reduce((sum, { amount }) => sum + amount, 0n);
    const basesOf = ({ sums }: Total): string =>
      BASES.filter((vat) =>
        sums.some((sum) => sum.currency === currency && sum.vat === vat),
      ).join();
    const [one, other] = [basesOf(figure), basesOf(total)];
    const isMixed = one !== '' && other !== '' && one !== other;
    return (isMixed ? [BASES] : BASES.map((vat) => [vat])).flatMap((bases) => {
      const [a, b] = [sumOf(figure, bases), sumOf(total, bases)];
      const difference = a - b;
      if (difference === 0n) return [];
      const reasons = isMixed ? ['VAT'] : [];
      const isRounding = size(difference) <= rounding;
      if (isRounding) reasons.push('Rounding');
      else reasons.push(isMixed || isInvoice || difference < 0n ? 'Not itemised' : 'Conflicting');
      const said = isComplete ? reasons.join(', ') : 'Incomplete';
      const text = [a, b, size(difference)].map((amount) => moneyText({ amount, currency }));
      const isContradiction = isComplete && (isMixed || !isRounding);
      return {
        text: `${text[0]} = ${text[1]} ${difference < 0n ? '−' : '+'} ${text[2]} (${said})`,
        isContradiction,
      };
    });
  });
}

/** Whether two sums are of one kind, and may be added. */
export const kindOf = ({ currency, vat }: Omit<Money, 'amount'>): string => `${currency} ${vat}`;

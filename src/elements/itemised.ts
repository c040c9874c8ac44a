import type { UsageIds } from '../events.js';
import type { Localizer } from '../i18n/index.js';
import type { CsvCell } from '../model/csv.js';
import type { MoneySum, Total } from '../model/money.js';
import { gapWords } from './words.js';

/** How records leave the element: as a file, or on paper. */
export type Form = 'export' | 'print';

/** What is to leave, as it was when it was asked for. Its texts are those of the data: not made inert yet. */
export interface Itemised {
  readonly localizer: Localizer;
  /** Of the file, without its ending, and of the printed document. */
  readonly name: string;
  /** What, whose, of when and how complete: at the head of every page. */
  readonly about: readonly string[];
  /** What is to be known of the lines before they are read. */
  readonly facts: readonly (readonly CsvCell[])[];
  /** Names are classes of the printed cells. */
  readonly columns: readonly (readonly [name: string, heading: string])[];
  readonly count: number;
  line(index: number): readonly CsvCell[];
}

/** What is said of anything that leaves. */
export interface Heading {
  readonly title: string;
  readonly ids: UsageIds | undefined;
  /** Epoch milliseconds of the oldest answer; not a number when nobody knows. */
  readonly asOf: number;
  readonly timeZone: string;
  readonly total: Total;
  /** More is on its way, or does not fit. */
  readonly isPart: boolean;
  /** How many there are, and which. */
  readonly facts: readonly (readonly CsvCell[])[];
}

/** The head of a file or of a print. It names the invoice or the customer, and nobody's number in its name. */
export function headed(
  localizer: Localizer,
  { title, ids = {}, asOf, timeZone, total, isPart, facts }: Heading,
): Pick<Itemised, 'localizer' | 'name' | 'about' | 'facts'> {
  const { customerNo, invoiceNo, subscriptionNo } = ids;
  const isComplete = total.complete && !isPart;
  const about = [
    title,
    customerNo && localizer.text('customerNo', customerNo),
    invoiceNo ? localizer.text('invoiceNo', invoiceNo) : customerNo && localizer.text('unbilled'),
    subscriptionNo && `${localizer.text('subscriptions')}: ${subscriptionNo}`,
    // With its day, also on that day: a file is read on another.
    asOf && localizer.text('asOf', localizer.time(asOf, timeZone, 0)),
    localizer.text(isComplete ? 'complete' : 'incomplete'),
  ];
  const gaps = gapWords(localizer, total.gaps);
  return {
    localizer,
    name: `payex-usage ${invoiceNo ?? customerNo ?? ''}`.trim().replace(/[^\w-]+/g, '-'),
    about: about.flatMap((words) => words || []),
    facts: [
      ...facts,
      ...total.sums.map((sum) => [localizer.text('total'), ...moneyCells(localizer, sum)]),
      ...(gaps ? [[gaps]] : []),
    ],
  };
}

/** A sum as a figure, and what it is of in cells of their own. */
export function moneyCells(localizer: Localizer, { amount, currency, vat }: MoneySum): CsvCell[] {
  return [amount, currency, localizer.text(vat)];
}

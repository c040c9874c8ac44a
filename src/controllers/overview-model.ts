import type { SubscriptionList, SummariesAnswer, UsageError } from '../api/index.js';
import { approximate } from '../model/decimal.js';
import { type Incompleteness, type MoneySum, MoneyTally, type Total } from '../model/money.js';
import { totalOfSummaries } from '../model/row-tally.js';
import { describeUsageType, type UsageTypeInfo, type UsageTypeMap } from '../model/usage-type.js';
import type { Load } from './load.js';

/** The total of one usage type; `share` is its part of the longest bar, 0–1. */
export interface TypeLine {
  readonly type: UsageTypeInfo;
  readonly description: string | null;
  readonly total: Total;
  readonly share: number;
}

/** What any number of summaries say together. */
export interface Figures {
  readonly total: Total;
  /** Largest first, so that the eye meets the reason for a high bill at the top. */
  readonly types: readonly TypeLine[];
  /** From the earliest start to the latest end, wall milliseconds; infinite where none is stated. */
  readonly from: number;
  readonly to: number;
  /** Epoch milliseconds of the oldest answer; infinite without any. */
  readonly asOf: number;
}

export const FLAGS = ['premium', 'roaming', 'credit'] as const;
export type Flag = (typeof FLAGS)[number];

/** One subscription of the list, with or without its total. */
export interface SubscriptionLine {
  readonly subscriptionNo: string;
  readonly total: Total | null;
  readonly error: UsageError | null;
  /** Of the whole's leading sum, 0–1; null while subscriptions are missing, or without such a sum. */
  readonly share: number | null;
  /** The bar: lengths 0–1 of the largest subscription, by kind of usage. */
  readonly parts: readonly { readonly type: UsageTypeInfo; readonly length: number }[];
  readonly flags: readonly Flag[];
}

export interface Overview extends Figures {
  readonly lines: readonly SubscriptionLine[];
  /** Subscriptions whose total is in. */
  readonly done: number;
}

/**
 * Everything the overview shows, from what has arrived so far; `loads` go with the items of the list.
 * Exact sums; only bars are approximate.
 */
export function overviewOf(
  list: SubscriptionList,
  loads: readonly Load<SummariesAnswer>[],
  usageTypes: UsageTypeMap,
): Overview {
  const answers = loads.flatMap(({ value }) => value ?? []);
  const missingAnswers = loads.length - answers.length;
  const whole = figuresOf(answers, usageTypes, list.gaps, { missingAnswers });
  const [leading] = whole.total.sums;
  const each = loads.map(({ value, error }) => {
    const { total, types } = figuresOf(value ? [value] : [], usageTypes);
    return { total: value && total, types, error, length: lengthOf(total, leading) };
  });
  const longest = most(each.map(({ length }) => length));
  const sum = each.reduce((before, { length }) => before + length, 0);
  const lines = each.map(({ total, types, error, length }, index) => ({
    subscriptionNo: list.items[index]?.subscriptionNo ?? '',
    total,
    error,
    share: sum > 0 && missingAnswers === 0 && total?.sums.length ? length / sum : null,
    parts: types
      .map((line) => ({ type: line.type, length: lengthOf(line.total, leading) / longest }))
      .filter((part) => part.length > 0),
    flags: FLAGS.filter((flag) => types.some((line) => isFlagged(line, flag))),
  }));
  return { ...whole, asOf: Math.min(list.asOf, whole.asOf), lines, done: answers.length };
}

/** What the answers say; what they lack, and the gaps beside them, the total lacks too. */
export function figuresOf(
  answers: readonly SummariesAnswer[],
  usageTypes: UsageTypeMap,
  ...gaps: readonly Incompleteness[]
): Figures {
  const summaries = answers.flatMap((answer) => answer.summaries);
  const total = totalOfSummaries(summaries);
  const tally = new MoneyTally();
  tally.addTotal(total);
  // Rows without an amount are among the summaries, which have counted them.
  for (const answer of answers) tally.note({ ...answer.gaps, missingAmounts: 0 });
  for (const gap of gaps) tally.note(gap);
  const [leading] = total.sums;
  const types = Array.from(new Set(summaries.map(({ usageType }) => usageType)), (usageType) => {
    const rows = summaries.filter((row) => row.usageType === usageType);
    return {
      type: describeUsageType(usageType ?? '', usageTypes),
      description: rows.find(({ description }) => description)?.description ?? null,
      total: totalOfSummaries(rows),
    };
  }).sort((a, b) => byValue(a.total, b.total, leading));
  const longest = types[0] ? lengthOf(types[0].total, leading) : 0;
  return {
    total: tally.total(),
    types: types.map((line) => ({ ...line, share: lengthOf(line.total, leading) / longest || 0 })),
    from: least(summaries.map(({ periodStart }) => periodStart?.wall ?? Infinity)),
    to: most(summaries.map(({ periodEnd }) => periodEnd?.wall ?? -Infinity)),
    asOf: least(answers.map(({ asOf }) => asOf)),
  };
}

/** Of any number: as arguments of one call, a hundred thousand of them would overflow the stack. */
export function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), -Infinity);
}

function least(numbers: readonly number[]): number {
  return -most(numbers.map((number) => -number));
}

/** For lengths of bars only; a credit has no length. */
export function lengthOf(total: Total, leading: MoneySum | undefined): number {
  return Math.max(0, valueOf(total, leading));
}

/** Largest first by the sum that leads the whole; what has no such sum comes last, as it stands. */
export function byValue(a: Total | null, b: Total | null, leading: MoneySum | undefined): number {
  return valueOf(b, leading) - valueOf(a, leading) || 0;
}

/** The sum of the same currency and VAT basis as the leading one, approximately. */
function valueOf(total: Total | null, leading: MoneySum | undefined): number {
  const sum = total?.sums.find(
    ({ currency, vat }) => currency === leading?.currency && vat === leading.vat,
  );
  return sum ? approximate(sum.amount) : -Infinity;
}

function isFlagged({ type, total }: TypeLine, flag: Flag): boolean {
  return flag === 'credit'
    ? total.sums.some(({ amount }) => amount.units < 0n)
    : type.kind === flag;
}

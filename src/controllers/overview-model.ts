import type { SubscriptionList, SummariesAnswer, UsageError } from '../api/index.js';
import { approximate } from '../model/decimal.js';
import { type MoneySum, MoneyTally, type Total } from '../model/money.js';
import { type SummaryTotals, totalsOfSummaries } from '../model/summaries.js';
import type { UsageSummary } from '../model/usage-record.js';
import { describeUsageType, type UsageTypeInfo, type UsageTypeMap } from '../model/usage-type.js';

/** The total of one usage type; `share` is its part of the longest bar, 0–1. */
export interface TypeLine {
  readonly type: UsageTypeInfo;
  readonly description: string | null;
  readonly total: Total;
  readonly share: number;
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

export interface Overview {
  readonly total: Total;
  readonly types: readonly TypeLine[];
  readonly lines: readonly SubscriptionLine[];
  /** Subscriptions whose total is in. */
  readonly done: number;
  /** Wall milliseconds; null when no summary states its period. */
  readonly from: number | null;
  readonly to: number | null;
  /** Epoch milliseconds of the oldest answer shown. */
  readonly asOf: number;
}

interface Loaded {
  readonly list: SubscriptionList;
  readonly answers: ReadonlyMap<string, SummariesAnswer>;
  readonly errors: ReadonlyMap<string, UsageError>;
}

/** Everything the overview shows, from what has arrived so far. Exact sums; only bars are approximate. */
export function overviewOf(loaded: Loaded, usageTypes: UsageTypeMap): Overview {
  const { list, answers, errors } = loaded;
  const whole = new MoneyTally();
  const types = new Map<string, { description: string | null; tally: MoneyTally }>();
  const perLine = new Map<string, SummaryTotals>();
  let asOf = list.asOf;
  for (const [no, answer] of answers) {
    const totals = totalsOfAnswer(answer);
    perLine.set(no, totals);
    whole.addTotal(totals.total);
    asOf = Math.min(asOf, answer.asOf);
    for (const { usageType, total } of totals.byType) {
      const key = usageType ?? '';
      const line = types.get(key) ?? { description: null, tally: new MoneyTally() };
      line.tally.addTotal(total);
      line.description ??= descriptionOf(answer, usageType);
      types.set(key, line);
    }
  }
  whole.note(list.gaps);
  const missingAnswers = list.items.length - answers.size;
  if (missingAnswers > 0) whole.note({ missingAnswers });
  const total = whole.total();
  return {
    total,
    types: typeLines(
      [...types].map(([usageType, { description, tally }]) => ({
        usageType,
        description,
        total: tally.total(),
      })),
      total.sums[0],
      usageTypes,
    ),
    lines: subscriptionLines(list, perLine, errors, total.sums[0], usageTypes),
    done: answers.size,
    ...periodOf([...answers.values()].flatMap((answer) => answer.summaries)),
    asOf,
  };
}

/** The totals of one answer; what the answer lacks, its total lacks too. */
export function totalsOfAnswer({ summaries, gaps }: SummariesAnswer): SummaryTotals {
  const totals = totalsOfSummaries(summaries);
  const tally = new MoneyTally();
  tally.addTotal(totals.total);
  // Rows without an amount are among the summaries, which have counted them.
  tally.note({ ...gaps, missingAmounts: undefined });
  return { ...totals, total: tally.total() };
}

/** From the earliest start to the latest end that the summaries state, wall milliseconds. */
export function periodOf(summaries: readonly UsageSummary[]): {
  from: number | null;
  to: number | null;
} {
  let from: number | null = null;
  let to: number | null = null;
  for (const { periodStart, periodEnd } of summaries) {
    if (periodStart) from = Math.min(from ?? Infinity, periodStart.wall);
    if (periodEnd) to = Math.max(to ?? -Infinity, periodEnd.wall);
  }
  return { from, to };
}

/** The sum of the same currency and VAT basis as the leading one. */
function sumLike(total: Total, leading: MoneySum | undefined): MoneySum | undefined {
  return total.sums.find((sum) => sum.currency === leading?.currency && sum.vat === leading.vat);
}

/** For lengths of bars only; a credit has no length. */
export function lengthOf(total: Total, leading: MoneySum | undefined): number {
  return Math.max(0, valueOf(total, leading));
}

export function descriptionOf(answer: SummariesAnswer, usageType: string | null): string | null {
  return answer.summaries.find((row) => row.usageType === usageType)?.description ?? null;
}

/** What a bar says, for sorting only; without such a sum it comes last. */
export function valueOf(total: Total | null, leading: MoneySum | undefined): number {
  const sum = total && sumLike(total, leading);
  return sum ? approximate(sum.amount) : -Infinity;
}

/** Largest first, so that the eye meets the reason for a high bill at the top. */
export function typeLines(
  totals: Iterable<{ usageType: string | null; description: string | null; total: Total }>,
  leading: MoneySum | undefined,
  usageTypes: UsageTypeMap,
): TypeLine[] {
  const lines = [...totals];
  const longest = Math.max(0, ...lines.map(({ total }) => lengthOf(total, leading)));
  return lines
    .map(({ usageType, description, total }) => ({
      type: describeUsageType(usageType ?? '', usageTypes),
      description,
      total,
      share: longest > 0 ? lengthOf(total, leading) / longest : 0,
    }))
    .sort(
      (a, b) =>
        valueOf(b.total, leading) - valueOf(a.total, leading) ||
        (a.type.code < b.type.code ? -1 : 1),
    );
}

function subscriptionLines(
  list: SubscriptionList,
  totals: ReadonlyMap<string, SummaryTotals>,
  errors: ReadonlyMap<string, UsageError>,
  leading: MoneySum | undefined,
  usageTypes: UsageTypeMap,
): SubscriptionLine[] {
  let longest = 0;
  let whole = 0;
  for (const { total } of totals.values()) {
    const length = lengthOf(total, leading);
    longest = Math.max(longest, length);
    whole += length;
  }
  return list.items.map(({ subscriptionNo }) => {
    const own = totals.get(subscriptionNo);
    const length = own ? lengthOf(own.total, leading) : 0;
    const byType = (own?.byType ?? []).map(({ usageType, total }) => ({
      type: describeUsageType(usageType ?? '', usageTypes),
      total,
    }));
    return {
      subscriptionNo,
      total: own?.total ?? null,
      error: errors.get(subscriptionNo) ?? null,
      share:
        whole > 0 && totals.size === list.items.length && own?.total.sums.length
          ? length / whole
          : null,
      parts:
        longest > 0
          ? byType
              .map(({ type, total }) => ({
                type,
                length: lengthOf(total, leading) / longest,
              }))
              .filter((part) => part.length > 0)
          : [],
      flags: flagsOf(byType),
    };
  });
}

function flagsOf(byType: readonly { type: UsageTypeInfo; total: Total }[]): Flag[] {
  const has = (flag: Flag): boolean =>
    flag === 'credit'
      ? byType.some(({ total }) => total.sums.some((sum) => sum.amount.units < 0n))
      : byType.some(({ type }) => type.kind === flag);
  return FLAGS.filter(has);
}

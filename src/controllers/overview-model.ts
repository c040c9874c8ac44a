import type { SubscriptionList, SummariesAnswer, UsageError } from '../api/index.js';
import { approximate, isNegative } from '../model/decimal.js';
import { FLAGS, kindFlag } from '../model/flags.js';
import { compareTexts, type MoneySum, MoneyTally, type Total } from '../model/money.js';
import { totalOfSummaries } from '../model/row-tally.js';
import { describeUsageType, type UsageTypeInfo, type UsageTypeMap } from '../model/usage-type.js';
import { type Load, NOTHING } from './load.js';

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

/** One subscription of the list, with or without its total. */
export interface SubscriptionLine {
  readonly subscriptionNo: string;
  readonly total: Total | null;
  readonly error: UsageError | null;
  /** Of the whole's leading sum, 0–1; null while subscriptions are missing, or without such a sum. */
  readonly share: number | null;
  /** The bar: lengths 0–1 of the largest subscription, by kind of usage. */
  readonly parts: readonly { readonly type: UsageTypeInfo; readonly length: number }[];
  /** Largest first. */
  readonly types: readonly TypeLine[];
}

export interface Overview extends Figures {
  /** Subscriptions of the list. */
  readonly count: number;
  /** Of these, how many have their total. */
  readonly done: number;
  /** Places in the list, in its order or the largest first; what has no leading sum comes last. */
  order(byAmount: boolean): readonly number[];
  /** What is to be drawn of one place: worked out for those that are. */
  line(place: number): SubscriptionLine;
}

/**
 * Everything the overview shows, from what has arrived so far; `loads` go with the items of the list.
 * Exact sums; only bars are approximate. It is drawn again with every few of thousands of answers, so only
 * what is new is added up.
 */
export function overviewOf(
  list: SubscriptionList,
  loads: readonly Load<SummariesAnswer>[],
  usageTypes: UsageTypeMap,
): Overview {
  const answers = loads.flatMap(({ value }) => value ?? []);
  const count = loads.length;
  const done = answers.length;
  const whole = describe(answerSums(list, answers), usageTypes);
  const tally = new MoneyTally(list.gaps);
  tally.addTotal(whole.total);
  tally.note({ missingAnswers: count - done });
  const [leading] = whole.total.sums;
  const values = loads.map(({ value }) =>
    value ? valueOf(answerSums(value, [value]).total, leading) : -Infinity,
  );
  const lengths = values.map((value) => Math.max(0, value));
  const longest = most(lengths);
  const sum = lengths.reduce((before, length) => before + length, 0);
  return {
    ...whole,
    total: tally.total(),
    asOf: Math.min(list.asOf, whole.asOf),
    count,
    done,
    order(byAmount) {
      const places = values.map((_, place) => place);
      return byAmount ? places.sort((a, b) => byValue(values[a], values[b])) : places;
    },
    line(place) {
      const { value, error } = loads[place] ?? NOTHING;
      const { total, types } = figuresOf(value, usageTypes);
      return {
        subscriptionNo: list.items[place]?.subscriptionNo ?? '',
        total: value && total,
        error,
        share: sum > 0 && done === count && total.sums.length ? (lengths[place] ?? 0) / sum : null,
        parts: types
          .map((line) => ({ type: line.type, length: lengthOf(line.total, leading) / longest }))
          .filter((part) => part.length > 0),
        types,
      };
    },
  };
}

/** What the answer says; what it lacks, the total lacks too. */
export function figuresOf(answer: SummariesAnswer | null, usageTypes: UsageTypeMap): Figures {
  return describe(answer ? answerSums(answer, [answer]) : new AnswerSums(), usageTypes);
}

/** With the words for the types, and their order. */
function describe(sums: AnswerSums, usageTypes: UsageTypeMap): Figures {
  const [leading] = sums.total.sums;
  const lines = Array.from(sums.types, ([usageType, { description, tally }]) => {
    const total = tally.total();
    const type = describeUsageType(usageType ?? '', usageTypes);
    return { type, description, total, share: valueOf(total, leading) };
  }).sort((a, b) => byValue(a.share, b.share) || compareTexts(a.type.code, b.type.code));
  const longest = lines[0]?.share ?? 0;
  const types = lines.map((line) => ({ ...line, share: Math.max(0, line.share) / longest || 0 }));
  const { total, from, to, asOf } = sums;
  return { total, types, from, to, asOf };
}

interface TypeSum {
  description: string | null;
  readonly tally: MoneyTally;
}

/** What answers add up to, one after the other. No order of them changes it. */
class AnswerSums {
  readonly answers = new Set<SummariesAnswer>();
  readonly types = new Map<string | null, TypeSum>();
  total = totalOfSummaries([]);
  from = Infinity;
  to = -Infinity;
  asOf = Infinity;
  readonly #tally = new MoneyTally();

  add(answer: SummariesAnswer): void {
    const { summaries, gaps, asOf } = answer;
    for (const row of summaries) {
      const { usageType, description, periodStart, periodEnd } = row;
      const type = this.types.get(usageType) ?? { description: null, tally: new MoneyTally() };
      this.types.set(usageType, type);
      // The first by the alphabet, where there are several.
      if (description && description < (type.description ?? '\uffff'))
        type.description = description;
      const sum = totalOfSummaries([row]);
      type.tally.addTotal(sum);
      this.#tally.addTotal(sum);
      this.from = Math.min(this.from, periodStart?.wall ?? Infinity);
      this.to = Math.max(this.to, periodEnd?.wall ?? -Infinity);
    }
    // Rows without an amount are among the summaries, which have counted them.
    this.#tally.note({ ...gaps, missingAmounts: 0 });
    this.total = this.#tally.total();
    this.asOf = Math.min(this.asOf, asOf);
    this.answers.add(answer);
  }
}

const known = new WeakMap<object, AnswerSums>();

/**
 * What answers add up to. It is kept with their owner: what comes is added, and all are added up again only
 * when one of them is gone.
 */
function answerSums(owner: object, answers: readonly SummariesAnswer[]): AnswerSums {
  const before = known.get(owner);
  const kept = answers.filter((answer) => before?.answers.has(answer));
  const sums = before?.answers.size === kept.length ? before : new AnswerSums();
  known.set(owner, sums);
  for (const answer of answers) if (!sums.answers.has(answer)) sums.add(answer);
  return sums;
}

/** Of any number: as arguments of one call, a hundred thousand of them would overflow the stack. */
export function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), -Infinity);
}

/** For lengths of bars only; a credit has no length. */
export function lengthOf(total: Total, leading: MoneySum | undefined): number {
  return Math.max(0, valueOf(total, leading));
}

/** Largest first; what has no value comes last, as it stands. */
function byValue(a = -Infinity, b = -Infinity): number {
  return b - a || 0;
}

/** The sum of the same currency and VAT basis as the leading one, approximately. */
function valueOf(total: Total, leading: MoneySum | undefined): number {
  const sum = total.sums.find(
    ({ currency, vat }) => currency === leading?.currency && vat === leading.vat,
  );
  return sum ? approximate(sum.amount) : -Infinity;
}

/** Bit set of {@link FLAGS}, as far as summaries tell them. */
export function flagsOf({ type, total }: TypeLine): number {
  const isCredit = total.sums.some(({ amount }) => isNegative(amount));
  return kindFlag(type.kind) | (isCredit ? FLAGS.credit : 0);
}

import type { SubscriptionList, SummariesAnswer, UsageError } from '../api/index.js';
import { approximate } from '../model/decimal.js';
import { type Incompleteness, type MoneySum, MoneyTally, type Total } from '../model/money.js';
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
  /** Subscriptions of the list. */
  readonly count: number;
  /** Of these, how many have their total. */
  readonly done: number;
  /** Places in the list, in its order or the largest first; what has no leading sum comes last. */
  order(byAmount: boolean): readonly number[];
  /** What is to be drawn of one place: worked out for those that are. */
  line(place: number): SubscriptionLine;
}

/** What answers add up to, in a form that adds up itself. */
interface Sums extends Omit<Figures, 'types'> {
  readonly types: ReadonlyMap<string | null, TypeSum>;
}

type TypeSum = Pick<TypeLine, 'description' | 'total'>;

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
  const count = loads.length;
  const done = loads.filter(({ value }) => value).length;
  const sums = add(runsOf(list, loads), list.gaps, { missingAnswers: count - done });
  const whole = describe(sums, usageTypes);
  const [leading] = whole.total.sums;
  const values = loads.map(({ value }) =>
    value ? valueOf(sumsOf(value).total, leading) : -Infinity,
  );
  const lengths = values.map((value) => Math.max(0, value));
  const longest = most(lengths);
  const sum = lengths.reduce((before, length) => before + length, 0);
  return {
    ...whole,
    asOf: Math.min(list.asOf, whole.asOf),
    count,
    done,
    order(byAmount) {
      const places = values.map((_, place) => place);
      return byAmount ? places.sort((a, b) => byValue(values[a], values[b])) : places;
    },
    line(place) {
      const { value, error } = loads[place] ?? NOTHING;
      const { total, types } = figuresOf(value ? [value] : [], usageTypes);
      return {
        subscriptionNo: list.items[place]?.subscriptionNo ?? '',
        total: value && total,
        error,
        share: sum > 0 && done === count && total.sums.length ? (lengths[place] ?? 0) / sum : null,
        parts: types
          .map((line) => ({ type: line.type, length: lengthOf(line.total, leading) / longest }))
          .filter((part) => part.length > 0),
        flags: FLAGS.filter((flag) => types.some((line) => isFlagged(line, flag))),
      };
    },
  };
}

/** What the answers say; what they lack, the total lacks too. */
export function figuresOf(answers: readonly SummariesAnswer[], usageTypes: UsageTypeMap): Figures {
  return describe(add(answers.map(sumsOf)), usageTypes);
}

/** With the words for the types, and their order. */
function describe(sums: Sums, usageTypes: UsageTypeMap): Figures {
  const [leading] = sums.total.sums;
  const lines = Array.from(sums.types, ([usageType, { description, total }]) => ({
    type: describeUsageType(usageType ?? '', usageTypes),
    description,
    total,
    share: valueOf(total, leading),
  })).sort((a, b) => byValue(a.share, b.share));
  const longest = lines[0]?.share ?? 0;
  const types = lines.map((line) => ({ ...line, share: Math.max(0, line.share) / longest || 0 }));
  return { ...sums, types };
}

/** So many subscriptions are added up once, and again only when an answer among them is another. */
const RUN = 64;

interface Run {
  readonly answers: readonly (SummariesAnswer | null)[];
  readonly sums: Sums;
}

const knownRuns = new WeakMap<SubscriptionList, readonly Run[]>();

/** The sums of a list, run by run. */
function runsOf(list: SubscriptionList, loads: readonly Load<SummariesAnswer>[]): Sums[] {
  const known = knownRuns.get(list);
  const runs = Array.from({ length: Math.ceil(loads.length / RUN) }, (_, index): Run => {
    const answers = loads.slice(index * RUN, (index + 1) * RUN).map(({ value }) => value);
    const run = known?.[index];
    if (run && answers.every((answer, place) => answer === run.answers[place])) return run;
    return { answers, sums: add(answers.flatMap((answer) => (answer ? sumsOf(answer) : []))) };
  });
  knownRuns.set(list, runs);
  return runs.map(({ sums }) => sums);
}

const knownSums = new WeakMap<SummariesAnswer, Sums>();

/** What one answer says. */
function sumsOf(answer: SummariesAnswer): Sums {
  let sums = knownSums.get(answer);
  if (!sums) {
    const { summaries, gaps, asOf } = answer;
    const types = new Map<string | null, TypeSum>();
    for (const usageType of new Set(summaries.map((row) => row.usageType))) {
      const rows = summaries.filter((row) => row.usageType === usageType);
      const description = rows.find((row) => row.description)?.description ?? null;
      types.set(usageType, { description, total: totalOfSummaries(rows) });
    }
    sums = {
      // Rows without an amount are among the summaries, which have counted them.
      total: sumOf([totalOfSummaries(summaries)], { ...gaps, missingAmounts: 0 }),
      types,
      from: least(summaries.map(({ periodStart }) => periodStart?.wall ?? Infinity)),
      to: most(summaries.map(({ periodEnd }) => periodEnd?.wall ?? -Infinity)),
      asOf,
    };
    knownSums.set(answer, sums);
  }
  return sums;
}

/** Sums and the gaps beside them. */
function add(parts: readonly Sums[], ...gaps: readonly Incompleteness[]): Sums {
  const rows = new Map<string | null, TypeSum[]>();
  for (const { types } of parts) {
    for (const [usageType, sum] of types) {
      const same = rows.get(usageType);
      if (same) same.push(sum);
      else rows.set(usageType, [sum]);
    }
  }
  const types = Array.from(rows, ([usageType, same]) => {
    const description = same.find((sum) => sum.description)?.description ?? null;
    return [usageType, { description, total: sumOf(same.map(({ total }) => total)) }] as const;
  });
  return {
    total: sumOf(
      parts.map(({ total }) => total),
      ...gaps,
    ),
    types: new Map(types),
    from: least(parts.map(({ from }) => from)),
    to: most(parts.map(({ to }) => to)),
    asOf: least(parts.map(({ asOf }) => asOf)),
  };
}

function sumOf(totals: readonly Total[], ...gaps: readonly Incompleteness[]): Total {
  const tally = new MoneyTally();
  for (const total of totals) tally.addTotal(total);
  for (const gap of gaps) tally.note(gap);
  return tally.total();
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

function isFlagged({ type, total }: TypeLine, flag: Flag): boolean {
  return flag === 'credit'
    ? total.sums.some(({ amount }) => amount.units < 0n)
    : type.kind === flag;
}

import type { ReactiveControllerHost } from 'lit';
import type { DetailsAnswer, SummariesAnswer } from '../api/index.js';
import { MoneyTally, type Total } from '../model/money.js';
import { type Gap, reconcile } from '../model/reconciliation.js';
import type { Steps } from '../model/steps.js';
import { daySteps } from '../model/table-view.js';
import { dayOfNumber, parseDay } from '../model/time.js';
import type { UsageTypeMap } from '../model/usage-type.js';
import { type Figures, figuresOf, lengthOf, most } from './overview-model.js';
import { MAX_AT_ONCE, SliceController } from './slices.js';

/** One day of the chart; `length` is 0–1 of the highest day. */
export interface DayBar {
  /** `yyyy-mm-dd`. */
  readonly day: string;
  readonly total: Total;
  readonly length: number;
}

/** The figures are the summary's, which is there first; `asOf` is that of the older answer. */
export interface SubscriptionPage extends Omit<Figures, 'total'> {
  /** Null until the summary is in. */
  readonly total: Total | null;
  /** Every day from the first to the last with usage; empty until the records are in. */
  readonly days: readonly DayBar[];
  /** Between the records and the summary; empty until both are in. */
  readonly gaps: readonly Gap[];
}

/** In a run of days longer than this only those with usage are drawn: one odd date may lie decades off. */
const MAX_DAYS = 200;

export function subscriptionPageOf(
  summary: SummariesAnswer | null,
  details: DetailsAnswer | null,
  usageTypes: UsageTypeMap,
): SubscriptionPage {
  const figures = figuresOf(summary, usageTypes);
  const total = summary && figures.total;
  return {
    ...figures,
    total,
    days: (details && known.get(details)) ?? [],
    gaps: total && details ? reconcile(details.table.total(null), total) : [],
    asOf: Math.min(figures.asOf, details?.asOf ?? Infinity),
  };
}

/** Only complete figures can contradict each other, and what rounding leaves does not. */
export function isContradiction({ reasons: [reason] }: Gap): boolean {
  return reason !== 'incomplete' && reason !== 'rounding';
}

/** The days of answers, as far as they were worked out. */
const known = new WeakMap<DetailsAnswer, readonly DayBar[]>();

/** Works out the days of answers one after the other, once each, and draws the host when they are there. */
export class DaysController {
  readonly #host: ReactiveControllerHost;
  readonly #slices: SliceController;
  #answer: DetailsAnswer | null = null;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#slices = new SliceController(host);
  }

  /** To be called before each render with the answer that is shown. */
  follow(answer: DetailsAnswer | null): void {
    if (answer === this.#answer) return;
    this.#answer = answer;
    if (answer) this.#slices.start(this.#steps(answer), answer.table.length <= MAX_AT_ONCE);
  }

  *#steps(answer: DetailsAnswer): Steps<void> {
    if (known.has(answer)) return;
    known.set(answer, yield* daysOf(answer));
    this.#host.requestUpdate();
  }
}

/** Days without usage are drawn too: a quiet week is part of the picture. */
function* daysOf({ table }: DetailsAnswer): Steps<DayBar[]> {
  const [leading] = table.total(null).sums;
  const days = (yield* daySteps(table, null)).filter(({ day }) => day !== '');
  const longest = most(days.map(({ total }) => lengthOf(total, leading)));
  const from = parseDay(days[0]?.day ?? '');
  const to = parseDay(days.at(-1)?.day ?? '');
  if (from === null || to === null) return [];
  const count = to - from + 1;
  const byDay = new Map(days.map(({ day, total }) => [day, total]));
  const empty = new MoneyTally().total();
  const shown =
    count > MAX_DAYS
      ? [...byDay.keys()]
      : Array.from({ length: count }, (_, index) => dayOfNumber(from + index));
  return shown.map((day) => {
    const total = byDay.get(day) ?? empty;
    return { day, total, length: lengthOf(total, leading) / longest || 0 };
  });
}

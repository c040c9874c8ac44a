import type { ReactiveControllerHost } from 'lit';
import type { DetailsAnswer, Scope } from '../api/index.js';
import { type HourUsage, timeSteps, type UsageTimes } from '../model/days.js';
import { MoneyTally, type Total } from '../model/money.js';
import type { Steps } from '../model/steps.js';
import { dayOfNumber, parseDay } from '../model/time.js';
import { describeUsageType, type UsageTypeInfo, type UsageTypeMap } from '../model/usage-type.js';
import { lengthOf } from './overview-model.js';
import { isSame } from './same.js';
import type { Section } from './seam.js';
import { nameOf } from './wishes.js';
import { MAX_AT_ONCE, SliceController } from './slices.js';

/** Usage of one type on one day, of one section. */
export interface DayPart {
  readonly scope: Scope;
  readonly type: UsageTypeInfo;
  readonly total: Total;
  /** As the leading sum of the newest section has it; approximate, for the picture only. */
  readonly length: number;
  /** It was made before the cut-off of an older invoice, and is on none of these. */
  readonly isLate: boolean;
}

export interface TimelineDay {
  /** 'yyyy-mm-dd'. */
  readonly day: string;
  readonly total: Total;
  readonly parts: readonly DayPart[];
}

/** The days that one section covers, both included; what came late aside. */
export interface Stretch {
  readonly scope: Scope;
  readonly from: string;
  readonly to: string;
}

export interface Timeline {
  /** Every day from the first to the last with usage, quiet ones too. */
  readonly days: readonly TimelineDay[];
  /** Oldest first; sections without usage are not among them. */
  readonly stretches: readonly Stretch[];
  readonly hours: readonly (HourUsage & { readonly scope: Scope })[];
  /** Of everything that came late. */
  readonly late: Total;
}

/** In a run of days longer than this only those with usage are drawn: one odd date may lie decades off. */
const MAX_DAYS = 200;

/** The days of answers, as far as they were worked out. */
const known = new WeakMap<DetailsAnswer, UsageTimes>();
const NO_TIMES: UsageTimes = { days: [], hours: [] };

/**
 * The days of sections, oldest first. The API states no cut-off: an invoice is taken to be cut off with the
 * day of its latest record [assumed].
 */
function stretchesOf(sections: readonly Section[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { scope, answer } of sections) {
    const { days } = known.get(answer) ?? NO_TIMES;
    const cut = stretches.at(-1)?.to ?? '';
    const from = days.find(({ day }) => day >= cut)?.day;
    if (from) stretches.push({ scope, from, to: days.at(-1)?.day ?? '' });
  }
  return stretches;
}

/** The latest of the stretches before a scope's: what that one holds of a day before its end came late. */
export function cutBefore(sections: readonly Section[], scope: Scope | null): Stretch | undefined {
  const place = sections.findIndex((section) => nameOf(section.scope) === nameOf(scope));
  return stretchesOf(sections.slice(0, Math.max(0, place))).at(-1);
}

/** Joins what is known of sections, oldest first. */
export function timelineOf(sections: readonly Section[], usageTypes: UsageTypeMap): Timeline {
  const [leading] = sections.at(-1)?.answer.table.total(null).sums ?? [];
  const byDay = new Map<string, DayPart[]>();
  const late = new MoneyTally();
  const hours: Timeline['hours'][number][] = [];
  for (const { scope, answer } of sections) {
    const times = known.get(answer) ?? NO_TIMES;
    const cut = cutBefore(sections, scope)?.to ?? '';
    for (const { day, usageType, total } of times.days) {
      const isLate = day < cut;
      if (isLate) late.addTotal(total);
      const type = describeUsageType(usageType, usageTypes);
      const part = { scope, type, total, isLate, length: lengthOf(total, leading) };
      byDay.set(day, [...(byDay.get(day) ?? []), part]);
    }
    for (const hour of times.hours) hours.push({ ...hour, scope });
  }
  const days = everyDay([...byDay.keys()].sort()).map((day) => {
    const tally = new MoneyTally();
    const parts = byDay.get(day) ?? [];
    for (const { total } of parts) tally.addTotal(total);
    return { day, total: tally.total(), parts };
  });
  return { days, stretches: stretchesOf(sections), hours, late: late.total() };
}

/** Days without usage are drawn too: a quiet week is part of the picture. */
function everyDay(days: readonly string[]): readonly string[] {
  const from = parseDay(days[0] ?? '');
  const to = parseDay(days.at(-1) ?? '');
  if (from === null || to === null || to - from >= MAX_DAYS) return days;
  return Array.from({ length: to - from + 1 }, (_, index) => dayOfNumber(from + index));
}

/** Works out the days of answers one after the other, once each, and draws the host when they are there. */
export class DaysController {
  readonly #host: ReactiveControllerHost;
  readonly #slices: SliceController;
  #answers: readonly DetailsAnswer[] = [];

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#slices = new SliceController(host);
  }

  /** To be called before each render with the answers that are shown. */
  follow(answers: readonly DetailsAnswer[]): void {
    if (isSame(answers, this.#answers)) return;
    this.#answers = answers;
    const unknown = answers.filter((answer) => !known.has(answer));
    const rows = unknown.reduce((sum, { table }) => sum + table.length, 0);
    this.#slices.start(this.#steps(unknown), rows <= MAX_AT_ONCE);
  }

  *#steps(answers: readonly DetailsAnswer[]): Steps<void> {
    for (const answer of answers) {
      known.set(answer, yield* timeSteps(answer.table));
      this.#host.requestUpdate();
    }
  }
}

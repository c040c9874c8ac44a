import type { DetailsAnswer, SummariesAnswer } from '../api/index.js';
import { approximate } from '../model/decimal.js';
import { isComplete, type MoneySum, MoneyTally, type Total } from '../model/money.js';
import { reconcile } from '../model/summaries.js';
import { totalsByDay } from '../model/table-view.js';
import { describeUsageType, type UsageTypeMap } from '../model/usage-type.js';
import { dayOfNumber, parseDay } from '../model/time.js';
import { lengthOf, periodOf, totalsOfAnswer, type TypeLine } from './overview-model.js';

/** One day of the chart; `length` is 0–1 of the highest day. */
export interface DayBar {
  /** `yyyy-mm-dd`. */
  readonly day: string;
  readonly total: Total;
  readonly length: number;
}

/** What the records add up to beside what the summary says, where the two differ (never hidden). */
export interface Mismatch {
  readonly records: readonly MoneySum[];
  readonly summary: readonly MoneySum[];
  readonly difference: readonly MoneySum[];
}

export interface SubscriptionPage {
  /** From the summary, which is there first; null until then. */
  readonly total: Total | null;
  readonly types: readonly TypeLine[];
  /** Every day from the first to the last with usage; empty until the records are in. */
  readonly days: readonly DayBar[];
  readonly mismatch: Mismatch | null;
  /** Wall milliseconds of the summary's period; null where it states none. */
  readonly from: number | null;
  readonly to: number | null;
  /** Epoch milliseconds of the older of the two answers. */
  readonly asOf: number | null;
}

/** Longest run of days that is drawn; a period longer than this is shown by its table alone. */
const MAX_DAYS = 200;

export function subscriptionPageOf(
  summary: SummariesAnswer | null,
  details: DetailsAnswer | null,
  usageTypes: UsageTypeMap,
): SubscriptionPage {
  const totals = summary ? totalsOfAnswer(summary) : null;
  const leading = totals?.total.sums[0];
  const total = totals?.total ?? null;
  const lengths = (totals?.byType ?? []).map((line) => lengthOf(line.total, leading));
  const longest = Math.max(0, ...lengths);
  const types = (totals?.byType ?? []).map((line, index) => ({
    type: describeUsageType(line.usageType ?? '', usageTypes),
    description:
      summary?.summaries.find((row) => row.usageType === line.usageType)?.description ?? null,
    total: line.total,
    share: longest > 0 ? (lengths[index] ?? 0) / longest : 0,
  }));
  types.sort((a, b) => value(b.total, leading) - value(a.total, leading));
  const asOfs = [summary?.asOf, details?.asOf].filter((time) => time !== undefined);
  return {
    total,
    types,
    days: details ? daysOf(details) : [],
    mismatch: total && details ? mismatchOf(details.table.total(null), total) : null,
    ...periodOf(summary?.summaries ?? []),
    asOf: asOfs.length > 0 ? Math.min(...asOfs) : null,
  };
}

function value(total: Total, leading: MoneySum | undefined): number {
  const sum = total.sums.find(
    (candidate) => candidate.currency === leading?.currency && candidate.vat === leading.vat,
  );
  return sum ? approximate(sum.amount) : -Infinity;
}

/** Days without usage are drawn too: a quiet week is part of the picture. */
function daysOf({ table }: DetailsAnswer): DayBar[] {
  const leading = table.total(null).sums[0];
  const days = totalsByDay(table, null).filter(({ day }) => day !== '');
  const longest = Math.max(0, ...days.map(({ total }) => lengthOf(total, leading)));
  const from = parseDay(days[0]?.day ?? '');
  const to = parseDay(days.at(-1)?.day ?? '');
  if (from === null || to === null) return [];
  const count = to - from + 1;
  if (count > MAX_DAYS) return [];
  const byDay = new Map(days.map(({ day, total }) => [day, total]));
  const empty = new MoneyTally().total();
  return Array.from({ length: count }, (_, index) => {
    const day = dayOfNumber(from + index);
    const total = byDay.get(day) ?? empty;
    return { day, total, length: longest > 0 ? lengthOf(total, leading) / longest : 0 };
  });
}

/** Only complete figures can contradict each other. */
export function mismatchOf(records: Total, summary: Total): Mismatch | null {
  if (!isComplete(records.gaps) || !isComplete(summary.gaps)) return null;
  const { matches, difference } = reconcile(records, summary);
  return matches ? null : { records: records.sums, summary: summary.sums, difference };
}

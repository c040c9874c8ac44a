/** The service's own summaries: their totals, and whether the records agree with them. */
import { addDecimals, isZero, negateDecimal, type Decimal } from './decimal.js';
import { MoneyTally, type MoneySum, type Total } from './money.js';
import { lacksAmount } from './row-tally.js';
import { byLargestSum, byUnit, type VolumeSum } from './table-totals.js';
import type { UsageSummary } from './usage-record.js';
import { canonicalUnit } from './volume.js';

export interface SummaryTypeTotal {
  readonly usageType: string | null;
  readonly total: Total;
  /** Total volume, one sum a unit. */
  readonly volumes: readonly VolumeSum[];
  /** Number of events; null if no line states it. */
  readonly quantity: Decimal | null;
}

export interface SummaryTotals {
  readonly total: Total;
  /** Largest first. */
  readonly byType: readonly SummaryTypeTotal[];
}

/** The lines of one usage type. */
class TypeLines {
  readonly tally = new MoneyTally();
  readonly #volumes = new Map<string | null, Decimal>();
  quantity: Decimal | null = null;

  add(summary: UsageSummary): void {
    addLine(this.tally, summary);
    const { volume, quantity } = summary;
    if (quantity) this.quantity = this.quantity ? addDecimals(this.quantity, quantity) : quantity;
    if (!volume) return;
    const unit = canonicalUnit(summary.unit);
    const sum = this.#volumes.get(unit);
    this.#volumes.set(unit, sum ? addDecimals(sum, volume) : volume);
  }

  get volumes(): VolumeSum[] {
    return [...this.#volumes].map(([unit, volume]) => ({ unit, volume })).sort(byUnit);
  }
}

/** A missing amount is not zero: it leaves the total incomplete. */
function addLine(tally: MoneyTally, { currency, vat, amount, marks }: UsageSummary): void {
  tally.countRows(1);
  if (amount) tally.add(currency, vat, amount);
  else if (lacksAmount(marks)) tally.note({ missingAmounts: 1 });
}

/** Totals of summary lines, in all and by usage type. `count` is the number of lines. */
export function totalsOfSummaries(summaries: readonly UsageSummary[]): SummaryTotals {
  const all = new MoneyTally();
  const types = new Map<string | null, TypeLines>();
  for (const summary of summaries) {
    addLine(all, summary);
    const type = summary.usageType || null;
    const lines = types.get(type) ?? new TypeLines();
    types.set(type, lines);
    lines.add(summary);
  }
  return {
    total: all.total(),
    byType: [...types]
      .map(([usageType, lines]) => ({
        usageType,
        total: lines.tally.total(),
        volumes: lines.volumes,
        quantity: lines.quantity,
      }))
      .sort(byLargestSum),
  };
}

/**
 * Compares the sum of the records with the service's summary.
 *
 * The difference is records − summary, one sum per currency and VAT basis that differs: a sum on
 * one side only differs by all of itself. It is told, never hidden; whether an incomplete total
 * explains it is for the reader to say.
 */
export function reconcile(
  records: Total,
  summary: Total,
): { readonly matches: boolean; readonly difference: readonly MoneySum[] } {
  const tally = new MoneyTally();
  tally.addAll(records.sums);
  tally.addAll(summary.sums.map((sum) => ({ ...sum, amount: negateDecimal(sum.amount) })));
  const difference = tally.total().sums.filter(({ amount }) => !isZero(amount));
  return { matches: difference.length === 0, difference };
}

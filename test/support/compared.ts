import { type Comparison, compareSteps, type Pair } from '../../src/model/compare.js';
import { type Facts, factSteps, type Period, sumSteps } from '../../src/model/driver-facts.js';
import { type Account, accountSteps, type Part } from '../../src/model/explain.js';
import { type Incompleteness, mergeGaps, type MoneySum } from '../../src/model/money.js';
import { finish } from '../../src/model/steps.js';
import type { UsageSummary } from '../../src/model/usage-record.js';
import type { UsageTable } from '../../src/model/usage-table.js';
import { dec, usageSummary } from './model-records.js';

/** The subscription of a {@link line}. */
export const NO = '46701234567';

/** One side: what the service sums up, and what is known to be missing from it. */
export interface ComparedUsage {
  readonly summaries: readonly UsageSummary[];
  readonly gaps?: Incompleteness;
  /** Subscriptions that it has although no line is about them. */
  readonly silent?: readonly string[];
}

/** Compares two sides all at once. */
export function compareUsage(
  before: ComparedUsage,
  now: ComparedUsage,
  unsure: ReadonlySet<string> = new Set(),
): Comparison {
  const sides = [before, now].map(({ summaries, silent = [] }) => {
    const lines = new Map<string, UsageSummary[]>(silent.map((no) => [no, []]));
    for (const line of summaries) {
      lines.set(line.subscriptionNo, [...(lines.get(line.subscriptionNo) ?? []), line]);
    }
    return lines;
  });
  const numbers = [...new Set(sides.flatMap((side) => [...side.keys()]))].sort();
  const pairs = numbers.map((subscriptionNo): Pair => ({
    subscriptionNo,
    sides: sides.map((side) => side.get(subscriptionNo) ?? null),
    unsure: unsure.has(subscriptionNo),
  }));
  return finish(compareSteps(pairs, mergeGaps(before.gaps ?? {}, now.gaps ?? {})));
}

/** The same of sides of which nothing is known to be missing. */
export function compare(before: UsageSummary[], now: UsageSummary[]): Comparison {
  return compareUsage({ summaries: before }, { summaries: now });
}

/** A line of calls in a summary, changed as the test wants. */
export function line(amount: string, parts: Partial<UsageSummary> = {}): UsageSummary {
  return usageSummary({
    subscriptionNo: NO,
    usageType: 'VOICE',
    currency: 'SEK',
    vat: 'excluded',
    amount: dec(amount),
    ...parts,
  });
}

export function accountsOf(comparison: Comparison): Account[] {
  return finish(accountSteps(comparison));
}

export function factsOf(part: Part, tables: readonly (UsageTable | undefined)[]): Facts | null {
  return finish(factSteps(part, tables));
}

export function usageWithin(tables: readonly UsageTable[], period: Period): readonly MoneySum[] {
  return finish(sumSteps(tables, period));
}

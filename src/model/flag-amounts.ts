/** Amounts far above what is usual for the subscription and the type, by median and quartiles. */
import { FEW_ROWS, FLAGS, type TableFlags } from './flags.js';
import { countFrom, sortByKeys } from './order.js';
import { inSteps, type Steps } from './steps.js';
import { amountKeys } from './table-sort.js';
import type { UsageTable } from './usage-table.js';

/** With fewer records nothing is usual. */
const LEAST_USUAL = 8;
/** More than so many times the usual amount, and farther above the upper quartile than so many times the middle half. */
const LEAST_FACTOR = 5;
const FENCE = 3;

/** What costs nothing, or less, is not what is usual; of an unknown subscription nothing is. */
export function* flagUnusual(table: UsageTable, flags: TableFlags): Steps<void> {
  const { amount, subscriptionNo, usageType, moneyCodes, length } = table;
  const columns = [moneyCodes, usageType, subscriptionNo];
  // What is alike stands together, the least amount first.
  let rows = yield* sortByKeys(countFrom(0, length), yield* amountKeys(table), 1);
  for (const { codes } of columns) rows = yield* sortByKeys(rows, { codes, none: 0 }, 1);
  let start = 0;
  yield* inSteps(
    length,
    (from, to) => {
      for (let i = from; i < to; i++) {
        const row = rows[i] ?? 0;
        const next = rows[i + 1];
        const isAlike =
          next !== undefined && columns.every((each) => each.code(row) === each.code(next));
        if (isAlike) continue;
        if (subscriptionNo.code(row)) flagGroup(rows.subarray(start, i + 1));
        start = i + 1;
      }
    },
    FEW_ROWS,
  );

  /** @param group by amount */
  function flagGroup(group: Uint32Array): void {
    const priced = group.filter((row) => amount.key(row) > 0);
    if (priced.length < LEAST_USUAL) return;
    const rowAt = (share: number): number => priced[Math.floor((priced.length - 1) * share)] ?? 0;
    const keyAt = (share: number): number => amount.key(rowAt(share));
    const most = Math.max(
      LEAST_FACTOR * keyAt(0.5),
      (1 + FENCE) * keyAt(0.75) - FENCE * keyAt(0.25),
    );
    const usual = rowAt(0.5) + 1;
    // At most a quarter of them.
    for (const row of priced.reverse()) {
      if (amount.key(row) <= most) break;
      flags.add(row, FLAGS.unusual);
      flags.usual.set(row, usual);
    }
  }
}

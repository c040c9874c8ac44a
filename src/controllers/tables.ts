import type { Total } from '../model/money.js';
import type { TableFacts } from '../model/table-facts.js';
import { UsageTable } from '../model/usage-table.js';

/** Stands where no table has been given. */
export const NO_TABLE = /* @__PURE__ */ UsageTable.create();

/** A table of another copy of the code is one too. */
export function isTable(value: UsageTable): boolean {
  return typeof value.total === 'function';
}

/** What is known of a whole table, whatever the filter, and what it comes to. */
export interface FactsAndTotal extends TableFacts {
  /** Of everything, money of unlisted rows included. */
  readonly total: Total;
}

export function factsAndTotal(table: UsageTable): FactsAndTotal {
  return { ...table.facts, total: table.total(null) };
}

import type { HostAction } from '../../controllers/defaults.js';
import { warnOnce } from '../../controllers/warn.js';
import type { UsageTable } from '../../model/usage-table.js';

/** Anything that is no table shows nothing. A table of another copy of the code is one too. */
export function readTable(value: unknown): UsageTable | null {
  if (value === null || value === undefined) return null;
  if (typeof (value as Partial<UsageTable>).total === 'function') return value as UsageTable;
  warnOnce('records is not a UsageTable');
  return null;
}

export function readActions(value: unknown): readonly HostAction[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (action: Partial<HostAction> | null): action is HostAction =>
      typeof action?.id === 'string' && typeof action.label === 'string',
  );
}

export function readHeadingLevel(value: number): number {
  return Math.min(6, Math.max(1, Math.round(value) || 2));
}

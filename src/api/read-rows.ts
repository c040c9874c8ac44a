/** The rows of `usage-details` and `usage-summaries`. Their bodies are not published: see aliases.ts. */
import type { UsageRecord, UsageSummary } from '../model/usage-record.js';
import { DETAIL_FIELDS, fieldReader, SUMMARY_FIELDS, type FieldTable } from './aliases.js';
import type { RowContext, RowMapper, RowOrigin } from './read-context.js';
import { strangerCheck, type ItemReader } from './read-lists.js';
import type { Findings } from './findings.js';
import { recordReader } from './read-values.js';

/** A reader of the rows of `usage-details`, for one call. */
export function detailReader(context: RowContext, findings: Findings): ItemReader<UsageRecord> {
  return rowReader(context, findings, DETAIL_FIELDS, context.mapUsageDetail);
}

/** A reader of the rows of `usage-summaries`, for one call. */
export function summaryReader(context: RowContext, findings: Findings): ItemReader<UsageSummary> {
  return rowReader(context, findings, SUMMARY_FIELDS, context.mapUsageSummary);
}

/** Reads one row: whose it is first, then its values, by our names or by the host's mapping. */
function rowReader<Row>(
  context: RowContext,
  findings: Findings,
  table: FieldTable,
  mapper: RowMapper<unknown> | null | undefined,
): ItemReader<Row> {
  const isStranger = strangerCheck(context);
  const byAlias = fieldReader(table, false);
  const byOwnName = fieldReader(table, true);
  const readRecord = recordReader(table, context, findings);
  const origin: RowOrigin = {
    subscriptionNo: context.subscriptionNo,
    usage: context.scope.kind === 'customer' ? 'unbilled' : 'billed',
  };
  return (row) => {
    if (!isRow(row)) return null;
    let values = byAlias(row);
    if (isStranger(values)) return 'foreign';
    if (mapper) {
      try {
        const mapped = mapper(row, origin);
        values = byOwnName(isRow(mapped) ? mapped : {});
      } catch {
        // The host's own code: what it throws may quote the row, so it goes nowhere.
        return null;
      }
      if (isStranger(values)) return 'foreign';
    }
    return readRecord(values) as Row | null;
  };
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

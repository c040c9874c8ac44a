/** The rows of `usage-details` and `usage-summaries`. Their bodies are not published: see aliases.ts. */
import { mergeGaps } from '../model/money.js';
import type { UsageRecord, UsageSummary } from '../model/usage-record.js';
import { aliasReader, DETAIL_FIELDS, SUMMARY_FIELDS, type FieldTable } from './aliases.js';
import { ok, refuse, type Result } from './errors.js';
import {
  RowTally,
  type PageNotes,
  type RowContext,
  type RowMapper,
  type RowOrigin,
} from './read-context.js';
import { readList, strangerCheck } from './read-lists.js';
import { recordReader } from './read-values.js';

/** The predecessor service cut its answers off at this many records without a word [assumed for REST]. */
const SUSPECT_ROW_COUNT = 3_000;

/** A page of usage records with what is known to be missing from it. */
export interface DetailsPage extends PageNotes {
  readonly records: readonly UsageRecord[];
}

/** A page of summaries with what is known to be missing from it. */
export interface SummariesPage extends PageNotes {
  readonly summaries: readonly UsageSummary[];
}

/** All records of one answer of `usage-details`. Errors: protocol, foreign. */
export function readDetails(body: unknown, context: RowContext): Result<DetailsPage> {
  const page = openDetails(body, context);
  if (!page.ok) return page;
  const records = page.value.read();
  return records.ok ? ok({ ...page.value.notes(), records: records.value }) : records;
}

/** All summaries of one answer of `usage-summaries`. Errors: protocol, foreign. */
export function readSummaries(body: unknown, context: RowContext): Result<SummariesPage> {
  const page = openSummaries(body, context);
  if (!page.ok) return page;
  const summaries = page.value.read();
  return summaries.ok ? ok({ ...page.value.notes(), summaries: summaries.value }) : summaries;
}

/** The same for long answers, to be read in slices. */
export function openDetails(body: unknown, context: RowContext): Result<RowPage<UsageRecord>> {
  return openRows(body, context, DETAIL_FIELDS, context.mapUsageDetail);
}

export function openSummaries(body: unknown, context: RowContext): Result<RowPage<UsageSummary>> {
  return openRows(body, context, SUMMARY_FIELDS, context.mapUsageSummary);
}

/**
 * The rows of one answer, read in slices so that a very long answer can be taken in between frames.
 * Nothing of a page may be shown before all of it was read: a later row may prove it foreign.
 */
export interface RowPage<Row> {
  /** Rows that have not been read yet. */
  readonly remaining: number;
  /** The next rows, or E(foreign) as soon as one of them names somebody else: drop the whole answer. */
  read(limit?: number): Result<Row[]>;
  /** What came with the rows that were read so far. */
  notes(): PageNotes;
}

function openRows<Row>(
  body: unknown,
  context: RowContext,
  table: FieldTable,
  mapper: RowMapper<unknown> | null | undefined,
): Result<RowPage<Row>> {
  const list = readList(body, context);
  if (!list.ok) return list;
  const { items, next } = list.value;
  const tally = new RowTally();
  const readRow = rowReader(context, table, mapper, tally);
  const mayBeCutOff =
    table === DETAIL_FIELDS && items.length === SUSPECT_ROW_COUNT && next.ok && !next.value;
  let at = 0;
  let unreadableRows = 0;
  return ok({
    get remaining() {
      return items.length - at;
    },
    read(limit = items.length) {
      const rows: Row[] = [];
      for (const item of items.slice(at, at + limit)) {
        const row = readRow(item);
        at++;
        if (row === 'foreign') {
          at = items.length;
          return refuse(row);
        }
        if (row) rows.push(row as Row);
        else unreadableRows++;
      }
      return ok(rows);
    },
    notes() {
      const gaps = {
        unreadableRows,
        missingAmounts: tally.missingAmounts,
        cutOff: mayBeCutOff,
        brokenPaging: !next.ok,
      };
      return { gaps: mergeGaps(gaps, {}), next, warnings: tally.list() };
    },
  });
}

/** Reads one row: whose it is first, then its values, by our names or by the host's mapping. */
function rowReader(
  context: RowContext,
  table: FieldTable,
  mapper: RowMapper<unknown> | null | undefined,
  tally: RowTally,
): (row: unknown) => object | 'foreign' | null {
  const isStranger = strangerCheck(context);
  const byAlias = aliasReader(table, false);
  const byOwnName = aliasReader(table, true);
  const readRecord = recordReader(table, context, tally);
  const origin: RowOrigin = {
    subscriptionNo: context.subscriptionNo,
    usage: context.scope.kind === 'customer' ? 'unbilled' : 'billed',
  };
  return (row) => {
    let record: object | null = null;
    if (isRow(row)) {
      let values = byAlias(row);
      if (isStranger(values)) return 'foreign';
      if (mapper) {
        try {
          const mapped = mapper(row, origin);
          values = byOwnName(isRow(mapped) ? mapped : {});
        } catch {
          // The host's own code: what it throws may quote the row, so it goes nowhere.
          values = {};
        }
        if (isStranger(values)) return 'foreign';
      }
      record = readRecord(values);
    }
    if (!record) tally.add('unreadable-row');
    return record;
  };
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

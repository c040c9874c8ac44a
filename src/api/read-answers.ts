/** Whole answers of the API, for a host that gets them in its own way. */
import type { Incompleteness } from '../model/money.js';
import type { UsageRecord, UsageSummary } from '../model/usage-record.js';
import { ok, type Result, type UsageError, type UsageWarning } from './errors.js';
import { Findings } from './findings.js';
import type { RowContext } from './read-context.js';
import { readItems, readList, type ItemReader } from './read-lists.js';
import { detailReader, summaryReader } from './read-rows.js';

/** What came with the rows of one answer. */
interface PageNotes {
  /** What is known to be missing from this page; the pages' gaps add up. */
  readonly gaps: Incompleteness;
  /**
   * URL of the next page, judged and ready to be called; null on the last page, and where there is
   * one that may not be called: then there is an error, and the list is incomplete.
   */
  readonly next: string | null;
  readonly errors: readonly UsageError[];
  readonly warnings: readonly UsageWarning[];
}

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
  const page = readPage(body, context, 'details', detailReader);
  return page.ok ? ok({ ...page.value.notes, records: page.value.rows }) : page;
}

/** All summaries of one answer of `usage-summaries`. Errors: protocol, foreign. */
export function readSummaries(body: unknown, context: RowContext): Result<SummariesPage> {
  const page = readPage(body, context, 'summaries', summaryReader);
  return page.ok ? ok({ ...page.value.notes, summaries: page.value.rows }) : page;
}

function readPage<Row extends object>(
  body: unknown,
  context: RowContext,
  kind: 'details' | 'summaries',
  reader: (context: RowContext, findings: Findings) => ItemReader<Row>,
): Result<{ rows: Row[]; notes: PageNotes }> {
  const findings = new Findings();
  const list = readList(body, context, kind, findings);
  if (!list.ok) return list;
  const rows = readItems(list.value.items, reader(context, findings), findings);
  if (!rows.ok) return rows;
  const { gaps, errors } = findings;
  const notes = { gaps, errors, warnings: findings.listWarnings(), next: list.value.next };
  return ok({ rows: rows.value, notes });
}

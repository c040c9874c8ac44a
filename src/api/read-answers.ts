/** Whole answers of the API, for a host that gets them in its own way. */
import type { Incompleteness, VatBasis } from '../model/money.js';
import { textOf } from '../model/packed-texts.js';
import type { UsageRecord, UsageSummary } from '../model/usage-record.js';
import type { RowKind } from './aliases.js';
import { ok, refuse, type Result, type UsageError, type UsageWarning } from './errors.js';
import { bytesOf } from './json.js';
import { LooseRows } from './loose-rows.js';
import type { RowContext } from './read-context.js';
import { ListPage } from './read-lists.js';
import { RowReader } from './read-rows.js';

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

/** Rows that keep their ids, which no table looks for. */
class NamedRows extends LooseRows {
  readonly #ids: (string | null)[] = [];

  override commit(
    marks: number,
    vat: VatBasis,
    id: Uint16Array,
    from: number,
    to: number,
  ): boolean {
    this.#ids.push(textOf(id, from, to) || null);
    return super.commit(marks, vat, id, from, to);
  }

  override record(row: number): UsageRecord {
    return { ...super.record(row), recordId: this.#ids[row] ?? null };
  }
}

/** All records of one answer of `usage-details`. Errors: protocol, foreign. */
export function readDetails(body: unknown, context: RowContext): Result<DetailsPage> {
  const page = readPage(body, context, 'details');
  return page.ok ? ok({ ...page.value.notes, records: page.value.rows.records() }) : page;
}

/** All summaries of one answer of `usage-summaries`. Errors: protocol, foreign. */
export function readSummaries(body: unknown, context: RowContext): Result<SummariesPage> {
  const page = readPage(body, context, 'summaries');
  return page.ok ? ok({ ...page.value.notes, summaries: page.value.rows.summaries() }) : page;
}

function readPage(
  body: unknown,
  context: RowContext,
  kind: RowKind,
): Result<{ rows: NamedRows; notes: PageNotes }> {
  const rows = new NamedRows();
  const page = new ListPage(context, kind, (findings) => {
    return new RowReader(kind, context, findings, rows);
  });
  try {
    page.reader.push(bytesOf(body));
    const next = page.judge(page.reader.end());
    if (!next.ok) return next;
    const { gaps, errors } = page.findings;
    const notes = { gaps, errors, warnings: page.findings.listWarnings(), next: next.value };
    return ok({ rows, notes });
  } catch {
    // Nothing that could be written as JSON.
    return refuse('protocol');
  }
}

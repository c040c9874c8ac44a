/** What each call of the client asks for, and how its pages become one answer. */
import { isComplete } from '../model/money.js';
import type { UsageSummary } from '../model/usage-record.js';
import { UsageTable } from '../model/usage-table.js';
import type {
  Answer,
  DetailsAnswer,
  SubscriptionList,
  SummariesAnswer,
  UsageClientOptions,
} from './client-types.js';
import { pause } from './waits.js';
import { ok, type ErrorCode, type Result, type UsageError } from './errors.js';
import type { Findings } from './findings.js';
import type { RowContext } from './read-context.js';
import {
  readItems,
  readList,
  subscriptionReader,
  type ItemReader,
  type SubscriptionRef,
} from './read-lists.js';
import { detailReader, summaryReader } from './read-rows.js';
import type { Get } from './request.js';
import { listUrl, type ListKind } from './routes.js';

/** Where a load gets its bodies from and what it needs to judge them. */
export interface LoadSource {
  readonly context: RowContext & Pick<UsageClientOptions, 'numberRules'>;
  readonly signal: AbortSignal;
  readonly get: Get;
  readonly findings: Findings;
}

export type Load<T> = (source: LoadSource) => Promise<Result<T>>;

/** More pages than any customer's usage fills; a server that always says "next" must end. */
const MAX_PAGES = 1_000;
/** Rows that are taken in between two frames; answers of at most 3,000 rows are one slice. */
const SLICE_ROWS = 4_000;

/** After these nothing of the list may be shown, however many pages came before. */
const FATAL: readonly ErrorCode[] = ['foreign', 'auth', 'forbidden'];

/** An answer of the API that means "nothing here", not "something went wrong" [known]. */
export function hasNoUsage({ problem }: UsageError): boolean {
  return problem === 'invoice-has-no-usage';
}

/**
 * Reads all pages of a list. A failure of the first page is the failure of the list; a later one ends
 * it early: the rows so far stay, marked as incomplete.
 *
 * @param take gets the rows as they come; the ids of those rows, where they have one
 */
async function readPages<Row extends object>(
  source: LoadSource,
  kind: ListKind,
  readRow: ItemReader<Row>,
  take: (rows: readonly Row[]) => readonly (string | null)[],
): Promise<Result<Answer>> {
  const { context, findings, get, signal } = source;
  const { gaps, errors } = findings;
  const urls = new Set<string>();
  const seen = new Set<string | null>();
  let url: string | null = listUrl(context, kind);
  while (url !== null) {
    if (urls.has(url) || urls.size >= MAX_PAGES) {
      gaps.brokenPaging = true;
      break;
    }
    urls.add(url);
    const page: Result<string | null> = await get(url, async (body) => {
      const list = readList(body, context, kind, findings);
      if (!list.ok) return list;
      const { items, next } = list.value;
      const ids: (string | null)[] = [];
      for (let at = 0; at < items.length; at += SLICE_ROWS) {
        // A very long answer shall not block the browser.
        if (at > 0) await pause(0, signal);
        const rows = readItems(items.slice(at, at + SLICE_ROWS), readRow, findings);
        if (!rows.ok) return rows;
        for (const id of take(rows.value)) ids.push(id);
      }
      // Where a page repeats entries of an earlier one, others were probably skipped.
      if (ids.some((id) => id !== null && seen.has(id))) gaps.brokenPaging = true;
      for (const id of ids) seen.add(id);
      return ok(next);
    });
    if (!page.ok) {
      const { error } = page;
      const isFirst = urls.size === 1;
      if (isFirst && hasNoUsage(error)) break;
      if (isFirst || FATAL.includes(error.code)) return page;
      gaps.missingAnswers = 1;
      errors.push(error);
      break;
    }
    url = page.value;
  }
  return ok({ gaps, errors, asOf: Date.now() });
}

export const subscriptions: Load<SubscriptionList> = async (source) => {
  const refs = new Map<string, SubscriptionRef>();
  const readRow = subscriptionReader(source.context, source.findings);
  const list = await readPages(source, 'subscriptions', readRow, (rows) => {
    for (const row of rows) refs.set(row.subscriptionNo, row);
    return rows.map(({ subscriptionNo }) => subscriptionNo);
  });
  if (!list.ok) return list;
  return ok({ ...list.value, items: [...refs.values()], complete: isComplete(list.value.gaps) });
};

export const summaries: Load<SummariesAnswer> = async (source) => {
  const all: UsageSummary[] = [];
  const readRow = summaryReader(source.context, source.findings);
  const list = await readPages(source, 'summaries', readRow, (rows) => {
    all.push(...rows);
    return [];
  });
  return list.ok ? ok({ ...list.value, summaries: all }) : list;
};

export const details: Load<DetailsAnswer> = async (source) => {
  const table = UsageTable.create(source.context);
  const readRow = detailReader(source.context, source.findings);
  const list = await readPages(source, 'details', readRow, (rows) => {
    table.append(rows);
    return rows.map(({ recordId }) => recordId);
  });
  if (!list.ok) return list;
  // The table counts missing amounts itself, row by row.
  table.note({ ...list.value.gaps, missingAmounts: undefined });
  return ok({ ...list.value, table, gaps: table.gaps });
};

/** What each call of the client asks for, and how its pages become one answer. */
import { isComplete } from '../model/money.js';
import { restOf } from '../model/steps.js';
import type { UsageSummary } from '../model/usage-record.js';
import { UsageTable } from '../model/usage-table.js';
import type {
  Answer,
  DetailsAnswer,
  SubscriptionList,
  SummariesAnswer,
  UsageClientOptions,
} from './client-types.js';
import { ok, type ErrorCode, type Result, type UsageError } from './errors.js';
import type { Findings } from './findings.js';
import { LooseRows } from './loose-rows.js';
import type { RowSink } from './list-reader.js';
import type { RowContext } from './read-context.js';
import { ListPage, SubscriptionReader, type SubscriptionRef } from './read-lists.js';
import { RowReader } from './read-rows.js';
import type { Get } from './request.js';
import { listUrl, type ListKind } from './routes.js';

/** Where a load gets its bodies from and what it needs to judge them. */
export interface LoadSource {
  readonly context: RowContext & Pick<UsageClientOptions, 'numberRules'>;
  readonly get: Get;
  readonly findings: Findings;
  /** Gets the table of usage records while it still grows. */
  readonly onRows?: (table: UsageTable) => void;
}

export type Loader<T> = (source: LoadSource) => Promise<Result<T>>;

/** More pages than any customer's usage fills; a server that always says "next" must end. */
const MAX_PAGES = 1_000;
/** A table that grows is told of at its first rows and then this often at most, in milliseconds. */
const TELL_MS = 100;

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
 * @param open makes what takes the rows of a page, anew for each attempt
 * @param take gets it when the page is whole; whether it repeats rows of an earlier page
 */
async function readPages<Rows extends RowSink>(
  source: LoadSource,
  kind: ListKind,
  open: (findings: Findings) => Rows,
  take: (rows: Rows) => boolean,
): Promise<Result<Answer>> {
  const { context, findings, get } = source;
  const { gaps, errors } = findings;
  const urls = new Set<string>();
  let url: string | null = listUrl(context, kind);
  while (url !== null) {
    if (urls.has(url) || urls.size >= MAX_PAGES) {
      gaps.brokenPaging = true;
      break;
    }
    urls.add(url);
    let page: ListPage<Rows> | undefined;
    const next: Result<string | null> = await get(
      url,
      () => (page = new ListPage(context, kind, open)),
    );
    if (!next.ok) {
      const { error } = next;
      const isFirst = urls.size === 1;
      if (isFirst && hasNoUsage(error)) break;
      if (isFirst || FATAL.includes(error.code)) return next;
      gaps.missingAnswers = 1;
      errors.push(error);
      break;
    }
    if (page) {
      // Where a page repeats entries of an earlier one, others were probably skipped.
      if (take(page.rows)) gaps.brokenPaging = true;
      findings.add(page.findings);
    }
    url = next.value;
  }
  return ok({ gaps, errors, asOf: Date.now() });
}

export const subscriptions: Loader<SubscriptionList> = async (source) => {
  const refs = new Map<string, SubscriptionRef>();
  const open = (findings: Findings): SubscriptionReader =>
    new SubscriptionReader(source.context, findings);
  const list = await readPages(source, 'subscriptions', open, ({ items }) => {
    const repeats = items.some(({ subscriptionNo }) => refs.has(subscriptionNo));
    for (const item of items) refs.set(item.subscriptionNo, item);
    return repeats;
  });
  if (!list.ok) return list;
  return ok({ ...list.value, items: [...refs.values()], complete: isComplete(list.value.gaps) });
};

export const summaries: Loader<SummariesAnswer> = async (source) => {
  const all: UsageSummary[] = [];
  let loose: LooseRows;
  const open = (findings: Findings): RowReader => {
    loose = new LooseRows();
    return new RowReader('summaries', source.context, findings, loose);
  };
  const list = await readPages(source, 'summaries', open, () => {
    for (const summary of loose.summaries()) all.push(summary);
    return false;
  });
  return list.ok ? ok({ ...list.value, summaries: all }) : list;
};

/** The first page goes into the answer's own table as it comes; a later one when it is whole. */
export const details: Loader<DetailsAnswer> = async (source) => {
  const { context, onRows } = source;
  let answer: UsageTable | undefined;
  let table: UsageTable;
  const open = (findings: Findings): RowReader => {
    const fresh = (table = UsageTable.create(context));
    const reader = new RowReader('details', context, findings, fresh);
    let tellAt = 0;
    if (onRows && !answer) {
      reader.tell = () => {
        const now = performance.now();
        if (fresh.length === 0 || now < tellAt) return;
        tellAt = now + restOf(TELL_MS, fresh.length);
        fresh.changed();
        onRows(fresh);
      };
    }
    return reader;
  };
  const list = await readPages(source, 'details', open, () => {
    if (answer) return answer.appendTable(table) > 0;
    answer = table;
    return false;
  });
  if (!list.ok) return list;
  answer ??= UsageTable.create(context);
  // The table counts missing amounts itself, row by row.
  answer.note({ ...list.value.gaps, missingAmounts: undefined });
  return ok({ ...list.value, table: answer, gaps: answer.gaps });
};

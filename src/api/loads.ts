/** What each call of the client asks for, and how its pages become one answer. */
import { isComplete, mergeGaps, type Incompleteness } from '../model/money.js';
import type { UsageRecord, UsageSummary } from '../model/usage-record.js';
import { UsageTable } from '../model/usage-table.js';
import type {
  Answer,
  DetailsAnswer,
  InvoiceState,
  SubscriptionList,
  SummariesAnswer,
  UsageClientOptions,
} from './client-types.js';
import { pause, type Environment } from './environment.js';
import { ok, type ErrorCode, type Result, type UsageError } from './errors.js';
import type { PageNotes, RowContext } from './read-context.js';
import { readInvoice, readSubscriptions, type SubscriptionRef } from './read-lists.js';
import { openDetails, openSummaries, type RowPage } from './read-rows.js';
import type { Get, Reader } from './request.js';
import { scopeUrl, subscriptionsUrl, usageDetailsUrl, usageSummariesUrl } from './routes.js';

/** Where a load gets its bodies from and what it needs to judge them. */
export interface LoadSource {
  readonly context: RowContext & Pick<UsageClientOptions, 'numberRules'>;
  /** The guarded link of the list of subscriptions, where it had one. */
  readonly link: string | null | undefined;
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly get: Get;
}

export type Load<T> = (source: LoadSource) => Promise<Result<T>>;

/** More pages than any customer's usage fills; a server that always says "next" must end. */
const MAX_PAGES = 1_000;

/** After these nothing of the list may be shown, however many pages came before. */
export const FATAL: readonly ErrorCode[] = ['foreign', 'auth', 'forbidden'];

/** An answer of the API that means "nothing here", not "something went wrong" [known]. */
function hasNoUsage({ problem }: UsageError): boolean {
  return problem === 'invoice-has-no-usage';
}

/** What a page says beside its rows, and the ids of its entries where they have one. */
type Page = PageNotes & { readonly ids: readonly (string | null)[] };

/**
 * Reads all pages from the link or, without one, from the route on. A failure of the first page is the
 * failure of the list; a later one ends it early: the rows so far stay, marked as incomplete.
 */
async function readPages(
  { get, environment, link }: LoadSource,
  route: string,
  read: Reader<Page>,
): Promise<Result<Answer>> {
  const errors: UsageError[] = [];
  const urls = new Set<string>();
  const seen = new Set<string | null>();
  let gaps: Incompleteness = {};
  const first = link ?? route;
  let url = first;
  for (;;) {
    urls.add(url);
    const page = await get(url, read);
    if (!page.ok) {
      const { error } = page;
      if (url === first && hasNoUsage(error)) break;
      if (url === first || FATAL.includes(error.code)) return page;
      gaps = mergeGaps(gaps, { missingAnswers: 1 });
      errors.push(error);
      break;
    }
    const { ids, next: following } = page.value;
    gaps = mergeGaps(gaps, page.value.gaps);
    if (!following.ok) errors.push(following.error);
    const next = following.ok ? following.value : null;
    // Where a page repeats entries of an earlier one, others were probably skipped.
    const repeats = ids.some((id) => id !== null && seen.has(id));
    for (const id of ids) seen.add(id);
    const isEndless = next !== null && (urls.has(next) || urls.size >= MAX_PAGES);
    if (repeats || isEndless) gaps = mergeGaps(gaps, { brokenPaging: true });
    if (next === null || isEndless) break;
    url = next;
  }
  return ok({ gaps, errors, asOf: environment.now() });
}

const invoice: Load<InvoiceState> = async ({ get, context }) => {
  const { scope } = context;
  const invoiceNo = scope.kind === 'invoice' ? scope.invoiceNo : '';
  const hasUsage = await get(scopeUrl(context), (body) => readInvoice(body, context));
  if (!hasUsage.ok && !hasNoUsage(hasUsage.error)) return hasUsage;
  return ok({ invoiceNo, hasUsage: hasUsage.ok && hasUsage.value });
};

const subscriptions: Load<SubscriptionList> = async (source) => {
  const refs = new Map<string, SubscriptionRef>();
  const list = await readPages(source, subscriptionsUrl(source.context), (body) => {
    const page = readSubscriptions(body, source.context);
    if (!page.ok) return page;
    const { items } = page.value;
    for (const item of items) refs.set(item.subscriptionNo, item);
    return ok({ ...page.value, ids: items.map(({ subscriptionNo }) => subscriptionNo) });
  });
  if (!list.ok) return list;
  const complete = isComplete(list.value.gaps);
  return ok({ ...list.value, items: [...refs.values()], complete });
};

const summaries: Load<SummariesAnswer> = async (source) => {
  const rows: UsageSummary[] = [];
  const list = await readPages(source, usageSummariesUrl(source.context), (body) => {
    return takeRows(openSummaries(body, source.context), source, (some) => rows.push(...some));
  });
  return list.ok ? ok({ ...list.value, summaries: rows }) : list;
};

const details: Load<DetailsAnswer> = async (source) => {
  const table = UsageTable.create(source.context);
  const list = await readPages(source, usageDetailsUrl(source.context), (body) => {
    return takeRows(openDetails(body, source.context), source, (some) => table.append(some));
  });
  if (!list.ok) return list;
  // The table counts missing amounts itself, row by row.
  table.note({ ...list.value.gaps, missingAmounts: undefined });
  return ok({ ...list.value, table, gaps: table.gaps });
};

/** One load for each kind of call. */
export const LOADS = { invoice, subscriptions, summaries, details } as const;

/** Rows that are taken in between two frames; answers of at most 3,000 rows are one slice. */
const SLICE_ROWS = 4_000;

/** Takes all rows of a page, without blocking the browser on a very long answer. */
async function takeRows<Row extends UsageRecord | UsageSummary>(
  page: Result<RowPage<Row>>,
  { environment, signal }: LoadSource,
  take: (rows: readonly Row[]) => void,
): Promise<Result<Page>> {
  if (!page.ok) return page;
  const { value } = page;
  const ids: (string | null)[] = [];
  for (;;) {
    const rows = value.read(SLICE_ROWS);
    if (!rows.ok) return rows;
    take(rows.value);
    for (const row of rows.value) ids.push('recordId' in row ? row.recordId : null);
    if (value.remaining === 0) return ok({ ...value.notes(), ids });
    await pause(environment, 0, signal);
  }
}

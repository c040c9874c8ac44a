/** What each call of the client asks for, and how its pages become one answer. */
import { isComplete } from '../model/money.js';
import type { UsageRecord, UsageSummary } from '../model/usage-record.js';
import type { UsageTable } from '../model/usage-table.js';
import type {
  DetailsAnswer,
  InvoiceState,
  SubscriptionList,
  SummariesAnswer,
} from './client-types.js';
import { pause, type Environment } from './environment.js';
import { fail, ok, type Result, type UsageError } from './errors.js';
import type { Arrival, JsonObject } from './http.js';
import { followPages, OverlapWatch, type ListNotes } from './paging.js';
import type { PageNotes, RowContext } from './read-context.js';
import { openDetails } from './read-detail.js';
import { readInvoice, readSubscriptions, type SubscriptionRef } from './read-lists.js';
import type { RowPage } from './read-page.js';
import { readSummaries } from './read-summary.js';
import { scopeUrl, subscriptionsUrl, usageDetailsUrl, usageSummariesUrl } from './routes.js';

/** Where a load gets its bodies from and what it needs to judge them. */
export interface LoadSource {
  readonly context: RowContext;
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly get: (url: string) => Promise<Result<Arrival>>;
}

/** An answer and what is to be told about it. */
export interface Loaded<T> {
  readonly answer: T;
  readonly notes: ListNotes;
}

export type Load<T> = (source: LoadSource) => Promise<Result<Loaded<T>>>;

const NOTHING_TO_NOTE: ListNotes = { gaps: {}, errors: [], warnings: [], final: true };

/** An answer of the API that means "nothing here", not "something went wrong" [known]. */
function hasNoUsage({ problem }: UsageError): boolean {
  return problem === 'invoice-has-no-usage';
}

export const loadInvoice: Load<InvoiceState> = async ({ get, context }) => {
  const { base, ownerNo, scope } = context;
  const asked = scope.kind === 'invoice' ? scope.invoiceNo : '';
  const arrival = await get(scopeUrl(base, ownerNo, scope));
  if (!arrival.ok) {
    if (!hasNoUsage(arrival.error)) return arrival;
    return ok({ answer: { invoiceNo: asked, hasUsage: false }, notes: NOTHING_TO_NOTE });
  }
  const { body, attempts } = arrival.value;
  const invoice = readInvoice(body, context);
  if (!invoice.ok) return fail({ ...invoice.error, attempt: attempts });
  const { invoiceNo, hasUsage, subscriptions } = invoice.value;
  const warnings = subscriptions?.warnings ?? [];
  return ok({ answer: { invoiceNo, hasUsage }, notes: { ...NOTHING_TO_NOTE, warnings } });
};

/** Follows a list; an invoice without usage is a list without pages. */
async function loadList(
  { get }: LoadSource,
  url: string,
  take: (body: JsonObject) => Promise<Result<PageNotes>> | Result<PageNotes>,
): Promise<Result<ListNotes>> {
  const notes = await followPages(url, { get, take });
  return !notes.ok && hasNoUsage(notes.error) ? ok(NOTHING_TO_NOTE) : notes;
}

export const loadSubscriptions: Load<SubscriptionList> = async (source) => {
  const { base, ownerNo, scope } = source.context;
  const refs = new Map<string, SubscriptionRef>();
  const watch = new OverlapWatch();
  const notes = await loadList(source, subscriptionsUrl(base, ownerNo, scope), (body) => {
    const page = readSubscriptions(body, source.context);
    if (!page.ok) return page;
    const { items } = page.value;
    const checked = watch.check(
      items.map((item) => item.subscriptionNo),
      page.value,
    );
    for (const item of items)
      if (!refs.has(item.subscriptionNo)) refs.set(item.subscriptionNo, item);
    return ok(checked);
  });
  if (!notes.ok) return notes;
  const { gaps, errors } = notes.value;
  const complete = isComplete(gaps);
  const asOf = source.environment.now();
  return ok({
    answer: { items: [...refs.values()], complete, gaps, errors, asOf },
    notes: notes.value,
  });
};

/** @param link the guarded link of the list of subscriptions, where it had one */
export async function loadSummaries(
  source: LoadSource,
  link: string | null,
): Promise<Result<Loaded<SummariesAnswer>>> {
  const { base, ownerNo, scope, subscriptionNo } = source.context;
  const url = link ?? usageSummariesUrl(base, ownerNo, scope, subscriptionNo);
  const summaries: UsageSummary[] = [];
  const notes = await loadList(source, url, (body) => {
    const page = readSummaries(body, source.context);
    if (page.ok) summaries.push(...page.value.summaries);
    return page;
  });
  if (!notes.ok) return notes;
  const { gaps, errors } = notes.value;
  const asOf = source.environment.now();
  return ok({ answer: { summaries, gaps, errors, asOf }, notes: notes.value });
}

/**
 * @param link the guarded link of the list of subscriptions, where it had one
 * @param table the empty table that takes the records
 */
export async function loadDetails(
  source: LoadSource,
  link: string | null,
  table: UsageTable,
): Promise<Result<Loaded<DetailsAnswer>>> {
  const { base, ownerNo, scope, subscriptionNo } = source.context;
  const url = link ?? usageDetailsUrl(base, ownerNo, scope, subscriptionNo);
  const watch = new OverlapWatch();
  const notes = await loadList(source, url, async (body) => {
    const page = openDetails(body, source.context);
    if (!page.ok) return page;
    const ids = await takeRecords(page.value, table, source);
    return ids.ok ? ok(watch.check(ids.value, page.value.notes())) : ids;
  });
  if (!notes.ok) return notes;
  const { gaps, errors } = notes.value;
  // The table counts missing amounts itself, row by row.
  table.note({ ...gaps, missingAmounts: undefined });
  const asOf = source.environment.now();
  return ok({ answer: { table, gaps: table.gaps, errors, asOf }, notes: notes.value });
}

/** Rows that are taken in between two frames; answers of at most 3,000 rows are one slice. */
const SLICE_ROWS = 4_000;

/** Reads all rows of a page into the table, without blocking the page on a very long answer. */
async function takeRecords(
  page: RowPage<UsageRecord>,
  table: UsageTable,
  { environment, signal }: LoadSource,
): Promise<Result<(string | null)[]>> {
  const ids: (string | null)[] = [];
  for (;;) {
    const records = page.read(SLICE_ROWS);
    if (!records.ok) return records;
    table.append(records.value);
    for (const { recordId } of records.value) ids.push(recordId);
    if (page.remaining === 0) return ok(ids);
    await pause(environment, 0, signal);
  }
}

import type { UsageError } from '../../api/index.js';
import type { Compared } from '../../controllers/comparison.js';
import type { Gathering } from '../../controllers/gathering.js';
import { overviewOf, type Overview } from '../../controllers/overview-model.js';
import { type SubscriptionPage, subscriptionPageOf } from '../../controllers/subscription-model.js';
import type { FrameSource } from './frame.js';

/** What several parts of the frame need to know of the data that is shown now. */
export interface FrameFacts {
  readonly overview: Overview | null;
  readonly page: SubscriptionPage | null;
  /** The table of all records. */
  readonly gathering: Gathering | null;
  /** Two sides beside each other. */
  readonly compared: Compared | null;
  /** Of the subscriptions of the list, how many have what is shown of them. */
  readonly progress: { readonly count: number; readonly done: number } | null;
  /** "1–31 Mar 2026"; null until a summary states it. */
  readonly period: string | null;
  /** Epoch milliseconds of the oldest answer shown. */
  readonly asOf: number | null;
  /** Something of what is shown is still on its way. */
  readonly busy: boolean;
  /** What it waits for, where that is more than an answer. */
  readonly held: string | null;
  /** In place of data: why there is none, which is no fault. */
  readonly calm: string | null;
  /** In place of data: what went wrong with all of it. */
  readonly failure: UsageError | null;
  /** What went wrong with any part of it. */
  readonly trouble: UsageError | null;
  /** Why something that is shown could not be updated. */
  readonly stale: UsageError | null;
}

/** Worked out once a render, for all parts of the frame. */
export function frameFacts(source: FrameSource): FrameFacts {
  const { localizer, settings, session, places } = source;
  const { connection, scope, subscriptions, summary, details, gathering, invoiceSource } = session;
  const { blocked } = connection;
  const { view, subscriptionNo, all: allRecords } = places.place;
  const open = subscriptionNo !== undefined;
  const compared = view === 'compare' ? session.comparing.current : null;
  const list = scope && subscriptions.value;
  const totals = open || allRecords || compared ? [] : session.totals;
  const overview =
    list && !open && !allRecords && !compared
      ? overviewOf(list, totals, settings.usageTypes)
      : null;
  const page = open ? subscriptionPageOf(summary.value, details.value, settings.usageTypes) : null;
  const shown = overview ?? page;
  const asOf = (shown ?? gathering ?? compared?.told)?.asOf ?? Infinity;
  const loads = compared?.lists ?? (open ? [summary, details] : [subscriptions]);
  const all = [...loads, ...totals, ...(compared?.others ?? [])];
  const trouble = blocked ?? (compared ? all : loads).find(({ error }) => error)?.error ?? null;
  const failed = loads.filter(({ error, value }) => error && value === null);
  // Of a subscription its summary or its records will do; a list stands for everything.
  const failure = blocked ?? (failed.length < (open ? 2 : 1) ? null : (failed[0]?.error ?? null));
  const calm = calmWords(source, failure, compared);
  const busy =
    all.some(({ pending }) => pending) ||
    compared?.isTold === false ||
    (!scope && invoiceSource.pending) ||
    session.searching.current?.busy ||
    (gathering !== null && gathering.state === 'on' && !gathering.ended);
  return {
    overview,
    page,
    gathering,
    compared,
    progress: overview ?? gathering ?? compared?.told ?? null,
    period:
      shown && (isFinite(shown.from) || isFinite(shown.to))
        ? localizer.dayRange(shown.from, shown.to)
        : null,
    asOf: isFinite(asOf) ? asOf : null,
    busy,
    held: connection.renewing
      ? localizer.text('waitingSignIn')
      : busy && !navigator.onLine
        ? localizer.text('waitingOnline')
        : null,
    calm,
    failure: calm === null ? failure : null,
    trouble,
    stale: all.find(({ error, value }) => error && value !== null)?.error ?? null,
  };
}

/** Agents read about a customer; to the customers themselves there is simply nothing yet. */
function calmWords(
  { localizer, settings, session, places }: FrameSource,
  failure: UsageError | null,
  compared: Compared | null,
): string | null {
  const { cleared, scope, subscriptions, invoiceSource } = session;
  const { view, subscriptionNo } = places.place;
  const nothingHere = `${localizer.text(view)}: ${localizer.text('empty')}`;
  if (failure) return failure.problem === 'customer-not-found' ? nothingHere : null;
  if (session.searching.current) return null;
  if (!scope) {
    if (invoiceSource.pending) return null;
    const { audience, customerNo } = settings;
    if (customerNo !== null && view !== 'unbilled' && !cleared)
      return localizer.text('chooseInvoice');
    return localizer.text(audience === 'customer' || cleared ? 'nothingYet' : 'nothingChosen');
  }
  const lists = (compared?.lists ?? [subscriptions]).map(({ value }) => value);
  const isEmpty = lists.every((list) => list?.complete && list.items.length === 0);
  return isEmpty && !subscriptionNo ? nothingHere : null;
}

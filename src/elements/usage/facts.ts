import { overviewOf, type Overview } from '../../controllers/overview-model.js';
import { type SubscriptionPage, subscriptionPageOf } from '../../controllers/subscription-model.js';
import type { UsageFrame } from './frame.js';

/** What several parts of the frame need to know of the data that is shown now. */
export interface FrameFacts {
  readonly overview: Overview | null;
  readonly page: SubscriptionPage | null;
  /** "1–31 Mar 2026"; null until a summary states it. */
  readonly period: string | null;
  /** Epoch milliseconds of the oldest answer shown. */
  readonly asOf: number | null;
  /** Something of what is shown is still on its way. */
  readonly busy: boolean;
  /** When what is shown was fetched, if it could not be updated since. */
  readonly staleSince: number | null;
}

const known = new WeakMap<UsageFrame, FrameFacts>();

/** Worked out once a render, whichever part asks first. */
export function factsOf(frame: UsageFrame): FrameFacts {
  let facts = known.get(frame);
  if (!facts) known.set(frame, (facts = workOut(frame)));
  return facts;
}

function workOut({ words, settings, session, places }: UsageFrame): FrameFacts {
  const { subscriptions, summary, details, totals } = session;
  const open = places.place.subscriptionNo !== undefined;
  const list = session.scope ? subscriptions.value : null;
  const overview =
    list && !open
      ? overviewOf({ list, answers: totals.answers, errors: totals.errors }, settings.usageTypes)
      : null;
  const page = open ? subscriptionPageOf(summary.value, details.value, settings.usageTypes) : null;
  const asOf = (open ? page?.asOf : overview?.asOf) ?? null;
  const period = overview ?? page;
  const loads = open ? [summary, details] : [subscriptions];
  const stale =
    loads.some((load) => load.value !== null && load.error !== null) ||
    (overview !== null && [...totals.errors.keys()].some((no) => totals.answers.has(no)));
  return {
    overview,
    page,
    period: period ? periodWords(period.from, period.to) : null,
    asOf,
    busy: loads.some((load) => load.pending) || (!open && totals.busy),
    staleSince: stale ? asOf : null,
  };

  function periodWords(from: number | null, to: number | null): string | null {
    return from === null && to === null ? null : words.dayRange(from ?? NaN, to ?? NaN);
  }
}

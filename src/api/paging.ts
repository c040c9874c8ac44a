/** Follows the pages of a list to its end, or to the point where it must not go on. */
import { mergeGaps, type Incompleteness } from '../model/money.js';
import {
  fail,
  ok,
  usageError,
  type ErrorCode,
  type Result,
  type UsageError,
  type UsageWarning,
  type WarningCode,
} from './errors.js';
import type { Arrival, JsonObject } from './http.js';
import { LinkTrail } from './links.js';
import type { PageNotes } from './read-context.js';

/** What is to be told about a list beside its rows. */
export interface ListNotes {
  readonly gaps: Incompleteness;
  /** Failures that the list survived: each is a gap, too. */
  readonly errors: readonly UsageError[];
  readonly warnings: readonly UsageWarning[];
  /** False when another try may bring more: such an answer is not kept. */
  readonly final: boolean;
}

export interface PageSource {
  readonly get: (url: string) => Promise<Result<Arrival>>;
  /** Takes the rows of one page; a failure loses the page. */
  readonly take: (body: JsonObject) => Promise<Result<PageNotes>> | Result<PageNotes>;
}

/** After these nothing of the list may be shown, however many pages came before. */
const FATAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['foreign', 'auth', 'forbidden']);

/**
 * Reads all pages from `first` on. A failure of the first page is the failure of the list; a later
 * one ends it early: the rows so far stay, marked as incomplete.
 */
export async function followPages(first: string, source: PageSource): Promise<Result<ListNotes>> {
  const trail = new LinkTrail(first);
  const errors: UsageError[] = [];
  const warnings = new Map<WarningCode, number>();
  let gaps: Incompleteness = {};
  let final = true;
  let url: string | null = first;
  while (url !== null) {
    const page = await readPage(url, source);
    if (!page.ok) {
      if (url === first || FATAL.has(page.error.code)) return page;
      gaps = mergeGaps(gaps, { missingAnswers: 1 });
      errors.push(page.error);
      final = false;
      break;
    }
    const { next, nextRefused } = page.value;
    gaps = mergeGaps(gaps, page.value.gaps);
    const overlaps = page.value.gaps.brokenPaging === true && nextRefused === null;
    if (overlaps) errors.push(usageError('partial'));
    for (const { code, count } of page.value.warnings) {
      warnings.set(code, (warnings.get(code) ?? 0) + count);
    }
    const follow: Result<string | null> = nextRefused
      ? fail(nextRefused)
      : next === null
        ? ok(null)
        : trail.follow(next);
    if (!follow.ok) {
      gaps = mergeGaps(gaps, { brokenPaging: true });
      errors.push(follow.error);
      break;
    }
    url = follow.value;
  }
  return ok({
    gaps,
    errors,
    warnings: Array.from(warnings, ([code, count]) => ({ code, count })),
    final,
  });
}

async function readPage(url: string, source: PageSource): Promise<Result<PageNotes>> {
  const arrival = await source.get(url);
  if (!arrival.ok) return arrival;
  const { body, attempts } = arrival.value;
  const page = await source.take(body);
  return page.ok ? page : fail({ ...page.error, attempt: attempts });
}

/** Notices a page that repeats entries of an earlier one: then others were probably skipped. */
export class OverlapWatch {
  readonly #earlier = new Set<string>();

  /** The page's notes, with the gap added if one of its ids came on an earlier page. */
  check(ids: readonly (string | null)[], notes: PageNotes): PageNotes {
    const present = ids.filter((id) => id !== null);
    const overlaps = present.some((id) => this.#earlier.has(id));
    for (const id of present) this.#earlier.add(id);
    return overlaps ? { ...notes, gaps: { ...notes.gaps, brokenPaging: true } } : notes;
  }
}

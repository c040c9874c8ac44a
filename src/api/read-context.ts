/** What the readers of answers need to know, and what they hand on besides data. */
import type { Place } from './routes.js';
import type { Result, UsageWarning, WarningCode } from './errors.js';
import type { Incompleteness } from '../model/money.js';
import type { DetailField, SummaryField } from './aliases.js';

/** What a host's mapping is told about the row it maps. */
export interface RowOrigin {
  readonly subscriptionNo: string;
  readonly usage: 'unbilled' | 'billed';
}

/**
 * A row in our names, as plain JSON values; names that are left out are missing values. Amounts and
 * volumes are numbers or, to keep every digit, strings; times are ISO texts.
 */
export type MappedUsageDetail = { readonly [field in DetailField]?: unknown };
/** As `MappedUsageDetail`, for a row of `usage-summaries`. */
export type MappedUsageSummary = { readonly [field in SummaryField]?: unknown };

/** The host's own reading of a row, in place of our alias table. May throw: the row is counted. */
export type RowMapper<Mapped> = (
  row: Readonly<Record<string, unknown>>,
  origin: RowOrigin,
) => Mapped;

/** Where an answer was asked from, enough to judge the links and numbers in it, and how to read it. */
export interface RowContext extends Place {
  /** IANA zone in which timestamps with an offset are shown. */
  readonly timeZone: string;
  /** The host's currency, for rows that name none. */
  readonly currency?: string | null;
  /** The host's VAT basis, for amounts that state none. */
  readonly vatBasis?: 'included' | 'excluded' | null;
  readonly mapUsageDetail?: RowMapper<MappedUsageDetail> | null;
  readonly mapUsageSummary?: RowMapper<MappedUsageSummary> | null;
}

/** What came with the data of one page of a list. */
export interface PageNotes {
  /** What is known to be missing from this page; the pages' gaps add up. */
  readonly gaps: Incompleteness;
  /**
   * URL of the next page, judged and ready to be called; null on the last page. E(protocol) or
   * E(foreign) where there is one that may not be called.
   */
  readonly next: Result<string | null>;
  readonly warnings: readonly UsageWarning[];
}

/** Counts what is odd in an answer, so that 3,000 bad rows make one warning. */
export class RowTally {
  /** Rows whose amount is missing or unreadable, without free and included ones. */
  missingAmounts = 0;
  readonly #warnings = new Map<WarningCode, number>();

  add(code: WarningCode): void {
    this.#warnings.set(code, (this.#warnings.get(code) ?? 0) + 1);
  }

  list(): UsageWarning[] {
    return Array.from(this.#warnings, ([code, count]) => ({ code, count }));
  }
}

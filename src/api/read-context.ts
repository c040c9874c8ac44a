/** What the readers of answers need to know. */
import type { Route } from './routes.js';
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
export interface RowContext extends Route {
  /** IANA zone in which timestamps with an offset are shown. */
  readonly timeZone: string;
  /** The host's currency, for rows that name none. */
  readonly currency?: string | null;
  /** The host's VAT basis, for amounts that state none. */
  readonly vatBasis?: 'included' | 'excluded' | null;
  readonly mapUsageDetail?: RowMapper<MappedUsageDetail> | null;
  readonly mapUsageSummary?: RowMapper<MappedUsageSummary> | null;
}

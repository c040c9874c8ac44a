/**
 * The one table of the names under which the API may send a value.
 *
 * The bodies of `usage-details` and `usage-summaries` are not published: all names here are
 * [assumed], PayEx' own file terms first, and one edit here corrects them.
 *
 * Rows are read by this and not by a zod schema: see docs/decisions/0010-bytes-to-columns.md.
 */

/** Our field → the names that it may have, best first. Its own name is the best one unless it is among them. */
const SHARED_FIELDS = {
  // Who a row says it belongs to; compared with what was asked, never shown.
  subscriptionNo: 'subscriptionNumber',
  customerNo: 'customerNumber',
  invoiceNo: 'invoiceNumber',
  usageType: 'typeOfCall callType usageCode type',
  description: 'usageTypeText usageName tariffName productName',
  volume: 'totalVolume volume duration usage',
  chargedVolume: 'billedVolume',
  quantity: 'count numberOfCalls',
  unit: 'volumeCode unit unitName',
  amountExVat: 'amountExclVat vatExclusiveAmount taxExcludedAmount',
  amountIncVat: 'amountInclVat vatInclusiveAmount taxIncludedAmount',
  amount: 'totalCharge charge amount price cost',
  currency: 'currencyCode',
  isFree: 'isFree',
  isIncluded: 'included',
  usageRatingTag: 'usageRatingTag',
} as const;

/** The fields of a usage record. */
export const DETAIL_FIELDS = {
  ...SHARED_FIELDS,
  /** Of a start that is no time: the reader fills it in where the row does not. */
  rawTime: 'rawTime',
  recordId: 'id usageId recordId @id',
  startTime: 'startDateTime startDate usageDate callDate dateTime date timestamp start',
  /** The day, where `startTime` turns out to be a time of day only. */
  startDay: 'startDate usageDate callDate date',
  /** The time of day, where `startTime` turns out to be a day only. */
  startClock: 'time startTime',
  endTime: 'endDateTime',
  otherParty: 'detailInfo bNumber calledNumber destinationNumber to',
  destination: 'destinationPlainText destination destinationName zone area',
  destinationCode: 'destinationReferenceCode destinationCode',
  unitPrice: 'unitPrice',
  vatAmount: 'vat',
  vatRate: 'taxRate',
  contentProvider: 'contentProviderReferenceCode contentProvider',
  roamingProvider: 'roamingProviderReferenceCode roamingProvider',
} as const;
/** Our names of what a row of `usage-details` may hold; docs/api-contract.md has the wire's. */
export type DetailField = keyof typeof DETAIL_FIELDS;

/** The fields of a usage summary. */
export const SUMMARY_FIELDS = {
  ...SHARED_FIELDS,
  productGroup: 'productGroupName',
  periodStart: 'startPeriod startDate fromDate',
  periodEnd: 'endPeriod endDate toDate',
} as const;
/** The same of a row of `usage-summaries`. */
export type SummaryField = keyof typeof SUMMARY_FIELDS;

/** Which field of a record takes what only a summary has: both are read into the same columns. */
export const SUMMARY_COLUMNS: Readonly<Record<string, DetailField | undefined>> = {
  productGroup: 'destination',
  periodStart: 'startTime',
  periodEnd: 'endTime',
};

/** By the kind of list whose rows they are. */
export const ROW_FIELDS = { details: DETAIL_FIELDS, summaries: SUMMARY_FIELDS };
export type RowKind = keyof typeof ROW_FIELDS;

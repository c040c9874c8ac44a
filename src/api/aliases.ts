/**
 * The one table of the names under which the API may send a value.
 *
 * The bodies of `usage-details` and `usage-summaries` are not published: all names here are
 * [assumed], PayEx' own file terms first, and one edit here corrects them.
 *
 * Rows are read by this and not by a zod schema: see docs/decisions/0010-bytes-to-columns.md.
 */

/**
 * Our field → what kind of value it is, and the names that it may have, best first. Its own name is
 * the best one unless the list says otherwise.
 *
 * text, volume, decimal, start, end: becomes a member of the record under the name of the field;
 * key, sum: so does a text or number that the row reader treats apart;
 * raw: one of the values that it makes something of.
 */
export type FieldTable = Readonly<Record<string, string>>;
export type FieldKind = 'text' | 'volume' | 'decimal' | 'start' | 'end' | 'key' | 'sum' | 'raw';

const SHARED_FIELDS = {
  // Who a row says it belongs to; compared with what was asked, never shown.
  subscriptionNo: 'key subscriptionNumber',
  customerNo: 'raw customerNumber',
  invoiceNo: 'raw invoiceNumber',
  usageType: 'text typeOfCall callType usageCode type',
  description: 'text usageTypeText usageName tariffName productName',
  volume: 'volume totalVolume volume duration usage',
  chargedVolume: 'volume billedVolume',
  quantity: 'volume count numberOfCalls',
  unit: 'text volumeCode unit unitName',
  amountExVat: 'raw amountExclVat vatExclusiveAmount taxExcludedAmount',
  amountIncVat: 'raw amountInclVat vatInclusiveAmount taxIncludedAmount',
  amount: 'sum totalCharge charge amount price cost',
  currency: 'key currencyCode',
  isFree: 'raw',
  isIncluded: 'raw included',
  usageRatingTag: 'raw',
} as const;

/** The fields of a usage record. */
export const DETAIL_FIELDS = {
  ...SHARED_FIELDS,
  /** Of a start that is no time: filled in by the reader, and therefore before the start. */
  rawTime: 'text',
  recordId: 'key id usageId recordId @id',
  startTime: 'start startDateTime startDate usageDate callDate dateTime date timestamp start',
  /** The day, where `startTime` turns out to be a time of day only. */
  startDay: 'raw startDate usageDate callDate date',
  /** The time of day, where `startTime` turns out to be a day only. */
  startClock: 'raw time startTime',
  endTime: 'end endDateTime',
  otherParty: 'key detailInfo bNumber calledNumber destinationNumber to',
  destination: 'text destinationPlainText destination destinationName zone area',
  destinationCode: 'text destinationReferenceCode destinationCode',
  unitPrice: 'decimal',
  vatAmount: 'decimal vat',
  vatRate: 'decimal taxRate',
  contentProvider: 'text contentProviderReferenceCode contentProvider',
  roamingProvider: 'text roamingProviderReferenceCode roamingProvider',
} as const;
export type DetailField = keyof typeof DETAIL_FIELDS;

/** The fields of a usage summary. */
export const SUMMARY_FIELDS = {
  ...SHARED_FIELDS,
  productGroup: 'text productGroupName',
  periodStart: 'start startPeriod startDate fromDate',
  periodEnd: 'end endPeriod endDate toDate',
} as const;
export type SummaryField = keyof typeof SUMMARY_FIELDS;

/** The kind of a field, as its table says. */
export function kindOf(spec: string): FieldKind {
  return spec.split(' ', 1)[0] as FieldKind;
}

/** By the kind of list whose rows they are. */
export const FIELDS = { details: DETAIL_FIELDS, summaries: SUMMARY_FIELDS };
export type RowKind = keyof typeof FIELDS;

/**
 * The one table of the names under which the API may send a value, and the reader that applies it.
 *
 * The bodies of `usage-details` and `usage-summaries` are not published: all names here are
 * [assumed], PayEx' own file terms first, and one edit here corrects them.
 *
 * Rows are read by this and not by a zod schema: zod/mini costs 3.4 times the JSON.parse of the same
 * rows, and a schema has no first-of-several-names.
 */

/**
 * Our field → what kind of value it is, and the names that it may have, best first. Its own name is
 * the best one unless the list says otherwise.
 *
 * text, volume, decimal, start, end: becomes a member of the record under the name of the field;
 * raw: one of the values that the row reader makes something of.
 */
export type FieldTable = Readonly<Record<string, string>>;
export type FieldKind = 'text' | 'volume' | 'decimal' | 'start' | 'end' | 'raw';

const SHARED_FIELDS = {
  // Who a row says it belongs to; compared with what was asked, never shown.
  subscriptionNo: 'raw subscriptionNumber',
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
  amount: 'raw totalCharge charge amount price cost',
  currency: 'raw currencyCode',
  isFree: 'raw',
  isIncluded: 'raw included',
  usageRatingTag: 'raw',
} as const;

/** The fields of a usage record. */
export const DETAIL_FIELDS = {
  ...SHARED_FIELDS,
  recordId: 'text id usageId recordId @id',
  startTime: 'start startDateTime startDate usageDate callDate dateTime date timestamp start',
  /** The day, where `startTime` turns out to be a time of day only. */
  startDay: 'raw startDate usageDate callDate date',
  /** The time of day, where `startTime` turns out to be a day only. */
  startClock: 'raw time startTime',
  /** Of a start that is no time: filled in by the reader. */
  rawTime: 'text',
  endTime: 'end endDateTime',
  otherParty: 'text detailInfo bNumber calledNumber destinationNumber to',
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

/** The values of a row by our fields, as they came; undefined is "not there". */
export type RowValues = Record<string, unknown>;

/**
 * A reader of rows by such a table, names without case: of several names that have a value the first
 * of the table wins; null and empty text are no values. Only own members are looked at, and only by
 * names that the table knows: `__proto__` or `constructor` in a row are members like any unknown one.
 *
 * @param ownNames each field goes by its own name only, as in what a host's mapping gives
 */
export function fieldReader(table: FieldTable, ownNames: boolean): (row: object) => RowValues {
  // Made at one stroke: copies of an object that grew by computed names are slow.
  const nothing = Object.fromEntries(Object.keys(table).map((field) => [field, undefined]));
  const fields = Object.entries(table).map(([field, spec]) => {
    const aliases = ownNames ? [] : spec.toLowerCase().split(' ').slice(1);
    const own = field.toLowerCase();
    if (!aliases.includes(own)) aliases.unshift(own);
    // Best first, as they are written in the rows so far: rows of one answer have the same members.
    return { field, aliases, names: [] as string[] };
  });
  const seen = new Set<string>();
  const learn = (name: string): void => {
    seen.add(name);
    for (const { aliases, names } of fields) {
      const rank = (alias: string): number => aliases.indexOf(alias.toLowerCase());
      if (rank(name) < 0) continue;
      names.push(name);
      names.sort((a, b) => rank(a) - rank(b));
    }
  };
  return (row) => {
    for (const name of Object.keys(row)) if (!seen.has(name)) learn(name);
    const values: RowValues = { ...nothing };
    for (const { field, names } of fields) {
      for (const name of names) {
        const value = (row as RowValues)[name];
        if (value === undefined || value === null || value === '') continue;
        values[field] = value;
        break;
      }
    }
    return values;
  };
}

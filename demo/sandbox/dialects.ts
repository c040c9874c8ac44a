import type { RatedRecord, SummaryRow, UsageCode, VatBasis } from './records.js';
import { withOffset } from './wall-clock.js';

export type JsonObject = { [name: string]: unknown };

/**
 * One way of writing usage as JSON. PayEx does not publish the bodies of usage-details and
 * usage-summaries, so the sandbox speaks several: the names are those of PayEx' files and of their
 * neighbours [all assumed, see docs/api-contract.md].
 */
export interface Dialect {
  readonly detail: (record: RatedRecord) => JsonObject;
  readonly summary: (summary: SummaryRow) => JsonObject;
  /** The `subscriptions` member is "dynamic" in PayEx' field table. */
  readonly subscriptionsLink: (href: string) => unknown;
  /** PayEx' own sample leaves `@id` out of list items. */
  readonly itemIds: boolean;
  /** Rows an answer; more are reached through `navigation.next`. */
  readonly pageSize: number;
}

type AmountNames = Readonly<Record<VatBasis, string>>;

const FILE_AMOUNTS: AmountNames = {
  excluded: 'amountExclVat',
  included: 'amountInclVat',
  unstated: 'totalCharge',
};
const TMF_AMOUNTS: AmountNames = {
  excluded: 'taxExcludedAmount',
  included: 'taxIncludedAmount',
  unstated: 'price',
};

/** The predecessor of the API never gave more rows than this in one answer. */
export const LARGEST_ANSWER = 3000;

const kronor = (ore: number): number => ore / 100;

/** `354.10`: always two decimals, so that a reader who drops them is found out. */
function kronorText(ore: number, sign = '.'): string {
  const digits = String(Math.abs(ore)).padStart(3, '0');
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)}${sign}${digits.slice(-2)}`;
}

/** Members that have nothing to say are left out rather than sent as null. */
function compact(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}

function fileDetail(record: RatedRecord): JsonObject {
  return compact({
    usageId: record.id,
    subscriptionNo: record.subscriptionNo,
    startDateTime: record.start,
    typeOfCall: record.type,
    usageTypeText: record.text,
    detailInfo: record.to,
    destinationPlainText: record.destination,
    destinationReferenceCode: record.destinationCode,
    totalVolume: record.volume,
    chargedVolume: record.chargedVolume,
    volumeCode: record.unit,
    [FILE_AMOUNTS[record.vat]]: kronor(record.ore),
    currency: record.currency,
    contentProviderReferenceCode: record.contentProvider,
    roamingProviderReferenceCode: record.roamingProvider,
    isFree: record.free ? true : null,
  });
}

function fileSummary(row: SummaryRow): JsonObject {
  return {
    subscriptionNo: row.subscriptionNo,
    productGroup: row.productGroup,
    typeOfCall: row.type,
    usageTypeText: row.text,
    volumeCode: row.unit,
    startPeriod: row.periodStart,
    endPeriod: row.periodEnd,
    quantity: row.quantity,
    chargedVolume: row.chargedVolume,
    totalVolume: row.volume,
    [FILE_AMOUNTS[row.vat]]: kronor(row.ore),
    currency: row.currency,
  };
}

/** PayEx' own file terms, amounts as JSON numbers. */
export const FILE_DIALECT: Dialect = {
  detail: fileDetail,
  summary: fileSummary,
  subscriptionsLink: (href) => href,
  itemIds: true,
  pageSize: LARGEST_ANSWER,
};

/** `46…` as `+46…`; anything that is no Swedish number as it is. */
const international = (to: string | null): string | null => to?.replace(/^46/, '+46') ?? null;

/** `46…` as `0…`. */
const national = (to: string | null): string | null => to?.replace(/^46/, '0') ?? null;

/** The same terms, but every number is a string, the currency in lower case and no `@id`. */
export const STRING_DIALECT: Dialect = {
  detail: (record) => ({
    ...fileDetail({ ...record, to: international(record.to) }),
    totalVolume: String(record.volume),
    chargedVolume: String(record.chargedVolume),
    [FILE_AMOUNTS[record.vat]]: kronorText(record.ore),
    currency: record.currency.toLowerCase(),
  }),
  summary: (row) => ({
    ...fileSummary(row),
    quantity: String(row.quantity),
    totalVolume: String(row.volume),
    [FILE_AMOUNTS[row.vat]]: kronorText(row.ore, ','),
    currency: row.currency.toLowerCase(),
  }),
  subscriptionsLink: (href) => ({ '@id': href }),
  itemIds: false,
  pageSize: LARGEST_ANSWER,
};

/** Names as in the TM Forum's usage documents, times with their offset, rows in pages. */
export const TMF_DIALECT: Dialect = {
  detail: (record) =>
    compact({
      id: record.id,
      usageDate: withOffset(record.start),
      usageType: record.type,
      description: record.text,
      bNumber: record.to,
      destinationName: record.destination,
      destinationCode: record.destinationCode,
      usage: record.volume,
      billedVolume: record.chargedVolume,
      unitName: record.unit,
      [TMF_AMOUNTS[record.vat]]: kronor(record.ore),
      taxRate: record.vat === 'excluded' ? 25 : null,
      currencyCode: record.currency,
      contentProvider: record.contentProvider,
      roamingProvider: record.roamingProvider,
    }),
  summary: (row) => ({
    productGroup: row.productGroup,
    usageType: row.type,
    description: row.text,
    unitName: row.unit,
    startDate: row.periodStart,
    endDate: row.periodEnd,
    numberOfCalls: row.quantity,
    billedVolume: row.chargedVolume,
    usage: row.volume,
    [TMF_AMOUNTS[row.vat]]: kronor(row.ore),
    currencyCode: row.currency,
  }),
  subscriptionsLink: (href) => ({ href }),
  itemIds: true,
  pageSize: 1000,
};

const SWITCH_CODES: Partial<Record<UsageCode, string>> = { VOICE: 'MOC', DATA: 'GPRS' };

/** Codes as a switch writes them, PascalCase members, and no currency at all: the host's counts. */
export const SWITCH_DIALECT: Dialect = {
  detail: (record) =>
    compact({
      RecordId: record.id,
      SubscriptionNo: record.subscriptionNo,
      CallDate: record.start.replace('T', ' '),
      CallType: SWITCH_CODES[record.type] ?? record.type,
      TariffName: record.text,
      CalledNumber: national(record.to),
      Zone: record.destination,
      Duration: record.volume,
      ChargedVolume: record.chargedVolume,
      Unit: record.unit,
      Charge: kronor(record.ore),
      IsFree: record.free ? true : null,
    }),
  summary: (row) => ({
    SubscriptionNo: row.subscriptionNo,
    CallType: SWITCH_CODES[row.type] ?? row.type,
    TariffName: row.text,
    Unit: row.unit,
    FromDate: row.periodStart,
    ToDate: row.periodEnd,
    Count: row.quantity,
    Volume: row.volume,
    ChargedVolume: row.chargedVolume,
    Charge: kronor(row.ore),
  }),
  subscriptionsLink: (href) => href,
  itemIds: true,
  pageSize: LARGEST_ANSWER,
};

/** The canonical usage record and usage summary: what every wire format is read into. */
import type { Decimal } from './decimal.js';
import type { VatBasis } from './money.js';
import type { WallTime } from './time.js';

/**
 * What is to be said about a record beside its fields: a bit set in {@link UsageRecord.marks}.
 *
 * free, included – the record says that it costs nothing, or lies within the subscription;
 * badTime, badVolume, badAmount, badText – a value was there but could not be taken;
 * conflicting – another record has the same id and other content;
 * credit – the amount is negative;
 * premium, roaming – the number called is one by the rules for numbers.
 */
export const RECORD_MARKS = {
  free: 1,
  included: 2,
  badTime: 4,
  badVolume: 8,
  badAmount: 16,
  conflicting: 32,
  badText: 64,
  credit: 128,
  premium: 256,
  roaming: 512,
} as const;
export type RecordMark = keyof typeof RECORD_MARKS;

/**
 * One event of use: a call, a message, a data session, a purchase. Missing is null, never zero.
 * The wire format is assumed (docs/api-contract.md); this shape is ours.
 */
export interface UsageRecord {
  /** Unique within its subscription, where the service gives one. */
  readonly recordId: string | null;
  readonly subscriptionNo: string;
  readonly startTime: WallTime | null;
  /** The start's text where it could not be read as a time; shown as it is. */
  readonly rawTime: string | null;
  readonly endTime: WallTime | null;
  /** The operator's code, e.g. 'VOICE'; see describeUsageType. */
  readonly usageType: string | null;
  readonly description: string | null;
  /** Number called, or the name of a service. Personal data: see presentNumber. */
  readonly otherParty: string | null;
  /** Where to, in plain text. */
  readonly destination: string | null;
  readonly destinationCode: string | null;
  /** In {@link unit}: what was used, and what of it was charged for. */
  readonly volume: Decimal | null;
  readonly chargedVolume: Decimal | null;
  /** A number of events. */
  readonly quantity: Decimal | null;
  /** S, MIN, E, B, KB, MB, GB, or the operator's own code. */
  readonly unit: string | null;
  /** Decimal kronor, on the VAT basis of the amount. */
  readonly unitPrice: Decimal | null;
  /** Decimal kronor; negative is a credit. */
  readonly amount: Decimal | null;
  /** ISO 4217. */
  readonly currency: string | null;
  /** The VAT basis of the amount. */
  readonly vat: VatBasis;
  /** Decimal kronor. */
  readonly vatAmount: Decimal | null;
  /** As the service states it: 25 or 0.25, not interpreted. */
  readonly vatRate: Decimal | null;
  readonly contentProvider: string | null;
  readonly roamingProvider: string | null;
  /** Bit set of {@link RECORD_MARKS}. */
  readonly marks: number;
}

/** One line of a subscription's summary: the service's own total of a usage type. */
export interface UsageSummary {
  readonly subscriptionNo: string;
  readonly usageType: string | null;
  readonly description: string | null;
  readonly productGroup: string | null;
  readonly unit: string | null;
  readonly periodStart: WallTime | null;
  readonly periodEnd: WallTime | null;
  readonly quantity: Decimal | null;
  readonly volume: Decimal | null;
  readonly chargedVolume: Decimal | null;
  /** Decimal kronor. */
  readonly amount: Decimal | null;
  readonly currency: string | null;
  readonly vat: VatBasis;
  /** Bit set of {@link RECORD_MARKS}. */
  readonly marks: number;
}

const EMPTY_RECORD: UsageRecord = {
  recordId: null,
  subscriptionNo: '',
  startTime: null,
  rawTime: null,
  endTime: null,
  usageType: null,
  description: null,
  otherParty: null,
  destination: null,
  destinationCode: null,
  volume: null,
  chargedVolume: null,
  quantity: null,
  unit: null,
  unitPrice: null,
  amount: null,
  currency: null,
  vat: 'unstated',
  vatAmount: null,
  vatRate: null,
  contentProvider: null,
  roamingProvider: null,
  marks: 0,
};

/** A record from the members that are known; all others are missing. */
export function usageRecord(parts: Partial<UsageRecord>): UsageRecord {
  return { ...EMPTY_RECORD, ...parts };
}

/** Whether a mark is set in the bit set of a record. */
export function hasMark(marks: number, mark: RecordMark): boolean {
  return (marks & RECORD_MARKS[mark]) !== 0;
}

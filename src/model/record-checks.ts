/**
 * The last look at a record before it enters a table. The API's readers have made it canonical
 * already, but a host may hand over records of its own making: whatever they hold, no wrong
 * figure is shown and no row is lost.
 */
import { canonicalUnit } from './volume.js';
import { compareDecimals, isNegative, type Decimal } from './decimal.js';
import { normaliseCurrency, VAT_BASES, type VatBasis } from './money.js';
import { isWallTime, type WallTime } from './time.js';
import { RECORD_MARKS, usageRecord, type UsageRecord } from './usage-record.js';

const TEXT_FIELDS = [
  'recordId',
  'subscriptionNo',
  'rawTime',
  'usageType',
  'description',
  'otherParty',
  'destination',
  'destinationCode',
  'unit',
  'currency',
  'contentProvider',
  'roamingProvider',
] as const satisfies readonly (keyof UsageRecord)[];

const VOLUME_FIELDS = ['volume', 'chargedVolume', 'quantity'] as const;
const MONEY_FIELDS = ['unitPrice', 'amount', 'vatAmount', 'vatRate'] as const;
const DECIMAL_FIELDS = [...VOLUME_FIELDS, ...MONEY_FIELDS] as const;
const TIME_FIELDS = ['startTime', 'endTime'] as const;

/** Products of two parsed numbers have at most this; a wilder scale would stall the sums. */
const MAX_SCALE = 80;

/** How much later than stated a time may be. */
const SPAN_MS = { day: 86_399_999, minute: 59_999, second: 0 } as const;

type Draft = { -readonly [Key in keyof UsageRecord]: UsageRecord[Key] };

/**
 * A record whose every field is of its type. What can not be taken becomes missing and leaves a
 * mark: a value of another type, a negative volume, an end before the start. Negative amounts are
 * credits. A sound record is handed back as it is.
 */
export function checkRecord(input: Partial<UsageRecord>): UsageRecord {
  return isSound(input) ? input : repair(usageRecord(input));
}

/**
 * Most records are sound, and a million of them should not be copied to find that out. Written
 * out field by field: looped over by name it takes several times as long.
 */
function isSound(input: Partial<UsageRecord>): input is UsageRecord {
  return (
    hasSoundTexts(input) &&
    hasSoundFigures(input) &&
    isSoundTime(input.startTime) &&
    isSoundTime(input.endTime) &&
    typeof input.marks === 'number' &&
    agreesWithItself(input as UsageRecord)
  );
}

function hasSoundTexts(input: Partial<UsageRecord>): boolean {
  return (
    typeof input.subscriptionNo === 'string' &&
    isSoundText(input.recordId) &&
    isSoundText(input.rawTime) &&
    isSoundText(input.usageType) &&
    isSoundText(input.description) &&
    isSoundText(input.otherParty) &&
    isSoundText(input.destination) &&
    isSoundText(input.destinationCode) &&
    isSoundText(input.contentProvider) &&
    isSoundText(input.roamingProvider) &&
    isSoundText(input.unit) &&
    canonicalUnit(input.unit) === input.unit &&
    isSoundText(input.currency) &&
    normaliseCurrency(input.currency) === input.currency
  );
}

function hasSoundFigures(input: Partial<UsageRecord>): boolean {
  return (
    isSoundDecimal(input.volume) &&
    isSoundDecimal(input.chargedVolume) &&
    isSoundDecimal(input.quantity) &&
    isSoundDecimal(input.unitPrice) &&
    isSoundDecimal(input.amount) &&
    isSoundDecimal(input.vatAmount) &&
    isSoundDecimal(input.vatRate) &&
    VAT_BASES.includes(input.vat as VatBasis)
  );
}

function isSoundText(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isSoundDecimal(value: Decimal | null | undefined): value is Decimal | null {
  return value === null || isDecimal(value);
}

function isSoundTime(value: WallTime | null | undefined): value is WallTime | null {
  return value === null || isWallTime(value);
}

/** Whether no field contradicts another, and every mark that follows from the fields is there. */
function agreesWithItself(record: UsageRecord): boolean {
  return (
    !isBelowZero(record.volume) &&
    !isBelowZero(record.chargedVolume) &&
    !endsTooSoon(record) &&
    (impliedMarks(record) & ~record.marks) === 0
  );
}

function isBelowZero(value: Decimal | null): boolean {
  return value !== null && isNegative(value);
}

function endsTooSoon({ startTime, endTime }: UsageRecord): boolean {
  return startTime !== null && endTime !== null && isBefore(endTime, startTime);
}

function impliedMarks({ startTime, rawTime, amount }: UsageRecord): number {
  const unreadTime = rawTime && !startTime ? RECORD_MARKS.badTime : 0;
  return unreadTime | (isBelowZero(amount) ? RECORD_MARKS.credit : 0);
}

function repair(record: Draft): UsageRecord {
  dropWrongTypes(record);
  for (const field of ['volume', 'chargedVolume'] as const) {
    if (isBelowZero(record[field])) drop(record, field, null, RECORD_MARKS.badVolume);
  }
  if (endsTooSoon(record)) drop(record, 'endTime', null, RECORD_MARKS.badTime);
  record.marks |= impliedMarks(record);
  record.unit = canonicalUnit(record.unit);
  record.currency = normaliseCurrency(record.currency);
  return record;
}

function dropWrongTypes(record: Draft): void {
  if (typeof record.marks !== 'number') record.marks = 0;
  if (!VAT_BASES.includes(record.vat)) record.vat = 'unstated';
  for (const field of TEXT_FIELDS) {
    if (typeof record[field] !== 'string') {
      drop(record, field, field === 'subscriptionNo' ? '' : null, RECORD_MARKS.badText);
    }
  }
  for (const field of VOLUME_FIELDS) {
    if (!isDecimal(record[field])) drop(record, field, null, RECORD_MARKS.badVolume);
  }
  for (const field of MONEY_FIELDS) {
    if (!isDecimal(record[field])) drop(record, field, null, RECORD_MARKS.badAmount);
  }
  for (const field of TIME_FIELDS) {
    if (!isWallTime(record[field])) drop(record, field, null, RECORD_MARKS.badTime);
  }
}

/** Absent is not bad: only a value that was there leaves a mark. */
function drop<Key extends keyof UsageRecord>(
  record: Draft,
  field: Key,
  missing: UsageRecord[Key],
  mark: number,
): void {
  if (record[field] != null) record.marks |= mark;
  record[field] = missing;
}

function isDecimal(value: Decimal | null | undefined): value is Decimal {
  return (
    typeof value?.units === 'bigint' &&
    Number.isInteger(value.scale) &&
    value.scale >= 0 &&
    value.scale <= MAX_SCALE
  );
}

/** By instant where both have one: on a night in October 02:10 may well follow 02:50. */
function isBefore(end: WallTime, start: WallTime): boolean {
  if (end.instant != null && start.instant != null) return end.instant < start.instant;
  return latest(end) < start.wall;
}

/** A date without a time of day stands for any moment of it, a minute for any second. */
function latest(time: WallTime): number {
  return time.wall + SPAN_MS[time.precision];
}

/** Whether two checked records state the same, whatever the scale of their figures. */
export function sameContent(a: UsageRecord, b: UsageRecord): boolean {
  return (
    a.vat === b.vat &&
    ((a.marks ^ b.marks) & ~RECORD_MARKS.conflicting) === 0 &&
    TEXT_FIELDS.every((field) => (a[field] || null) === (b[field] || null)) &&
    DECIMAL_FIELDS.every((field) => sameDecimal(a[field], b[field])) &&
    TIME_FIELDS.every((field) => sameTime(a[field], b[field]))
  );
}

function sameDecimal(a: Decimal | null, b: Decimal | null): boolean {
  return a && b ? compareDecimals(a, b) === 0 : a === b;
}

function sameTime(a: WallTime | null, b: WallTime | null): boolean {
  return a && b
    ? a.wall === b.wall && a.instant === b.instant && a.precision === b.precision
    : a === b;
}

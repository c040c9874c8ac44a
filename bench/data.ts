/**
 * The records of the benchmark. Record `index` of a run with `count` records is always the same, and can be
 * made alone: so it can be checked which record is under a point without keeping a second copy of all.
 */
import type { Decimal, UsageRecord } from '../src/index.js';

/** A record as the peers get it: twelve fields, plain values, texts shared where they repeat. */
export interface Row {
  readonly recordId: string;
  readonly subscriptionNo: string;
  /** 'yyyy-mm-ddThh:mm:00', wall-clock; later records come first. */
  readonly startTime: string;
  readonly usageType: string;
  readonly description: string;
  /** Called number; null for data. */
  readonly otherParty: string | null;
  readonly destination: string;
  readonly volume: number;
  readonly unit: string;
  readonly chargedVolume: number;
  /** Decimal kronor; null for 5 % of the records. */
  readonly amount: number | null;
  readonly currency: string;
}

/** What every contestant shows, in this order; widths in CSS pixels. */
export const SHOWN_COLUMNS = [
  { field: 'startTime', title: 'Time', width: 170 },
  { field: 'usageType', title: 'Type', width: 130 },
  { field: 'otherParty', title: 'Number', width: 170 },
  { field: 'destination', title: 'Destination', width: 200 },
  { field: 'volume', title: 'Volume', width: 110 },
  { field: 'chargedVolume', title: 'Charged', width: 110 },
  { field: 'amount', title: 'Amount', width: 110 },
] as const satisfies readonly { field: keyof Row; title: string; width: number }[];

/** Fields that a text filter looks at. */
export const SEARCHED_FIELDS = ['description', 'usageType', 'otherParty', 'destination'] as const;

/** What is filtered for; occurs in destinations only, in every twentieth record. */
export const FILTER_TEXT = 'norge';

/** A million records of one customer fill a year. */
const SECONDS_APART = 31;
const LAST_TIME = Date.UTC(2026, 9, 31, 23, 59);

/** Code, description, unit, most of it in one record. */
const TYPES = [
  ['VOICE', 'Samtal till mobil', 'S', 900],
  ['SMS', 'SMS', 'E', 1],
  ['VOICE', 'Samtal till fast telefon', 'S', 2_400],
  ['DATA', 'Mobildata', 'KB', 90_000],
  ['MMS', 'MMS', 'E', 1],
  ['ROAM_VOICE', 'Samtal utomlands', 'S', 700],
  ['VOICE', 'Röstbrevlåda', 'S', 120],
  ['ROAM_DATA', 'Mobildata utomlands', 'KB', 30_000],
] as const;

const DESTINATIONS = [
  ...['Sverige mobil', 'Sverige fast', 'Norge mobil', 'Danmark mobil', 'Finland mobil'],
  ...['Tyskland mobil', 'Polen fast', 'Spanien mobil', 'Frankrike fast', 'Italien mobil'],
  ...['Nederländerna', 'Belgien mobil', 'Österrike', 'Schweiz fast', 'Storbritannien'],
  ...['Irland mobil', 'Estland mobil', 'Lettland fast', 'Litauen mobil', 'USA och Kanada'],
] as const;

const SUBSCRIPTIONS = 200;
/** Whose records an answer holds. */
export const SUBSCRIPTION_NO = '46732000001';
/** Called numbers there are: at a million records a quarter of them is distinct. */
const NUMBERS = 250_000;

/** A number below `limit` that looks thrown, the same for the same arguments. */
function thrown(index: number, salt: number, limit: number): number {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return ((hash ^ (hash >>> 15)) >>> 0) % limit;
}

/** A record before it takes a form: codes and whole numbers. */
export interface RawRow {
  readonly type: number;
  /** Below NUMBERS, -1 for none. */
  readonly number: number;
  readonly destination: number;
  readonly volume: number;
  readonly charged: number;
  /** Öre, NaN for none. */
  readonly amount: number;
}

/** Where the largest amount of all is, and the largest of the records that the filter finds. */
export function landmarks(count: number): {
  readonly largest: number;
  readonly largestFound: number;
} {
  return { largest: Math.floor(count * 0.37), largestFound: Math.floor(count * 0.61) };
}

export function rawRow(index: number, count: number): RawRow {
  const { largest, largestFound } = landmarks(count);
  const type = thrown(index, 1, TYPES.length);
  const [, , unit, most] = TYPES[type] ?? TYPES[0];
  const volume = 1 + thrown(index, 2, most);
  const landmark = index === largest || index === largestFound;
  const isMissing = thrown(index, 5, 20) === 0 && !landmark;
  const minor = landmark
    ? 9_876_543 - (index === largest ? 0 : 1_111_111)
    : 5 * thrown(index, 6, 4_000);
  return {
    type: landmark ? 0 : type,
    number: unit === 'KB' && !landmark ? -1 : thrown(index, 3, NUMBERS),
    destination: index === largestFound ? 2 : thrown(index, 4, DESTINATIONS.length),
    volume,
    charged: unit === 'S' ? Math.ceil(volume / 60) * 60 : volume,
    amount: isMissing ? NaN : minor,
  };
}

export function timeOf(index: number): number {
  return LAST_TIME - Math.floor((index * SECONDS_APART) / 60) * 60_000;
}

export function numberText(number: number): string {
  return `4670${String(1_000_000 + number)}`;
}

const text = {
  subscription: (index: number) => `4673${String(2_000_000 + thrown(index, 7, SUBSCRIPTIONS))}`,
  recordId: (index: number) => `R${String(10_000_000 + index)}`,
  time: (index: number) => new Date(timeOf(index)).toISOString().slice(0, 19),
};

const subscriptions = new Map<string, string>();

/** One string for all equal ones, as a careful page would keep them. */
function shared(value: string): string {
  const known = subscriptions.get(value);
  if (known === undefined) subscriptions.set(value, value);
  return known ?? value;
}

export function rowAt(index: number, count: number): Row {
  const raw = rawRow(index, count);
  const [usageType, description, unit] = TYPES[raw.type] ?? TYPES[0];
  return {
    recordId: text.recordId(index),
    subscriptionNo: shared(text.subscription(index)),
    startTime: text.time(index),
    usageType,
    description,
    otherParty: raw.number < 0 ? null : numberText(raw.number),
    destination: DESTINATIONS[raw.destination] ?? '',
    volume: raw.volume,
    unit,
    chargedVolume: raw.charged,
    amount: Number.isNaN(raw.amount) ? null : raw.amount / 100,
    currency: 'SEK',
  };
}

/** A record as the API would send it, among others of the same subscription. */
export function wireRow(index: number, count: number, subscriptionNo: string): object {
  const { amount, volume, otherParty, destination, unit, ...row } = rowAt(index, count);
  return {
    ...row,
    subscriptionNo,
    ...(otherParty === null ? {} : { detailInfo: otherParty }),
    destinationPlainText: destination,
    totalVolume: volume,
    volumeCode: unit,
    ...(amount === null ? {} : { amountExclVat: amount }),
  };
}

const whole = (value: number): Decimal => ({ units: BigInt(value), scale: 0 });

/** A record as the product's table takes it. */
export function productRecord(index: number, count: number): Partial<UsageRecord> {
  const row = rowAt(index, count);
  const { amount } = rawRow(index, count);
  return {
    ...row,
    startTime: { wall: timeOf(index), precision: 'minute', instant: null },
    volume: whole(row.volume),
    chargedVolume: whole(row.chargedVolume),
    amount: Number.isNaN(amount) ? null : { units: BigInt(amount), scale: 2 },
    vat: 'excluded',
  };
}

/** All records in columns: what the bare limit works on. */
export interface Columns {
  readonly count: number;
  readonly times: Float64Array;
  readonly types: Uint8Array;
  readonly numbers: Int32Array;
  readonly destinations: Uint8Array;
  readonly volumes: Uint32Array;
  readonly charged: Uint32Array;
  /** Öre, NaN for none. */
  readonly amounts: Float64Array;
  /** Texts by code. */
  readonly typeNames: readonly string[];
  readonly descriptions: readonly string[];
  readonly destinationNames: readonly string[];
}

export function columnsOf(count: number): Columns {
  const columns = {
    count,
    times: new Float64Array(count),
    types: new Uint8Array(count),
    numbers: new Int32Array(count),
    destinations: new Uint8Array(count),
    volumes: new Uint32Array(count),
    charged: new Uint32Array(count),
    amounts: new Float64Array(count),
    typeNames: TYPES.map(([code]) => code),
    descriptions: TYPES.map(([, description]) => description),
    destinationNames: DESTINATIONS,
  };
  for (let index = 0; index < count; index++) {
    const raw = rawRow(index, count);
    columns.times[index] = timeOf(index);
    columns.types[index] = raw.type;
    columns.numbers[index] = raw.number;
    columns.destinations[index] = raw.destination;
    columns.volumes[index] = raw.volume;
    columns.charged[index] = raw.charged;
    columns.amounts[index] = raw.amount;
  }
  return columns;
}

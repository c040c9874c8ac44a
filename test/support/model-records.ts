import { decimalToString, parseDecimal, type Decimal } from '../../src/model/decimal.js';
import type { MoneySum } from '../../src/model/money.js';
import type { ViewWords } from '../../src/model/table-view.js';
import { parseTime, type WallTime } from '../../src/model/time.js';
import { usageRecord, type UsageRecord, type UsageSummary } from '../../src/model/usage-record.js';
import { UsageTable, type UsageTableOptions } from '../../src/model/usage-table.js';

/** A decimal from its text; a test that misspells one fails at once. */
export function dec(text: string): Decimal {
  const decimal = parseDecimal(text);
  if (!decimal) throw new Error(`Not a decimal: ${text}`);
  return decimal;
}

export function plain(d: Decimal | null): string | null {
  return d && decimalToString(d);
}

export function at(text: string): WallTime {
  const time = parseTime(text, 'Europe/Stockholm');
  if (!time) throw new Error(`Not a time: ${text}`);
  return time;
}

/** 'SEK excluded 12.50', one line a sum. */
export function lines(sums: readonly MoneySum[]): string[] {
  return sums.map(
    ({ currency, vat, amount }) => `${currency ?? '-'} ${vat} ${decimalToString(amount)}`,
  );
}

/** A call of 67 s to a Swedish mobile for 1.50 SEK, changed as the test wants. */
export function call(parts: Partial<UsageRecord> = {}): UsageRecord {
  return usageRecord({
    subscriptionNo: '46701234567',
    startTime: at('2026-03-08T21:14:00'),
    usageType: 'VOICE',
    description: 'Samtal',
    otherParty: '+46709876543',
    destination: 'Sverige mobil',
    volume: dec('67'),
    unit: 'S',
    amount: dec('1.50'),
    currency: 'SEK',
    vat: 'excluded',
    ...parts,
  });
}

export function tableOf(
  records: Iterable<Partial<UsageRecord>>,
  options?: UsageTableOptions,
): UsageTable {
  const table = UsageTable.create(options);
  table.append(records);
  return table;
}

export const WORDS: ViewWords = {
  locale: 'sv-SE',
  typeLabel: (code) => ({ VOICE: 'Samtal', SMS: 'Sms', DATA: 'Data' })[code] ?? code,
  searchNumbers: 'full',
};

const EMPTY_SUMMARY: UsageSummary = {
  subscriptionNo: '',
  usageType: null,
  description: null,
  productGroup: null,
  unit: null,
  periodStart: null,
  periodEnd: null,
  quantity: null,
  volume: null,
  chargedVolume: null,
  amount: null,
  currency: null,
  vat: 'unstated',
  marks: 0,
};

/** A summary line from the members that are known; all others are missing. */
export function usageSummary(parts: Partial<UsageSummary>): UsageSummary {
  return { ...EMPTY_SUMMARY, ...parts };
}

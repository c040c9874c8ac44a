import type { PlainMoney, PlainRecord } from '../../events.js';
import { decimalToString, type Decimal } from '../../model/decimal.js';
import type { MoneySum } from '../../model/money.js';
import { presentNumber } from '../../model/number-rules.js';
import type { WallTime } from '../../model/time.js';
import type { UsageTable } from '../../model/usage-table.js';
import type { RecordWords } from './record-words.js';

/** What a host gets of a record in an event: plain JSON, the number masked even while it is revealed. */
export function plainRecord(
  table: UsageTable,
  row: number,
  words: Pick<RecordWords, 'numberPolicy' | 'typeLabel'>,
): PlainRecord {
  const record = table.record(row);
  const { otherParty, amount } = record;
  return {
    recordId: record.recordId,
    startTime: plainTime(record.startTime),
    endTime: plainTime(record.endTime),
    usageType: record.usageType,
    usageTypeLabel: words.typeLabel(record.usageType),
    description: record.description,
    number:
      otherParty === null
        ? null
        : presentNumber(otherParty, table.numberClass(row), words.numberPolicy),
    destination: record.destination,
    volume: plainDecimal(record.volume),
    chargedVolume: plainDecimal(record.chargedVolume),
    quantity: plainDecimal(record.quantity),
    unit: record.unit,
    money:
      amount === null ? null : plainMoney({ amount, currency: record.currency, vat: record.vat }),
  };
}

/** A sum as text, so that no host has to trust a float. */
export function plainMoney({ amount, currency, vat }: MoneySum): PlainMoney {
  return { amount: decimalToString(amount), currency, vat };
}

/** `2026-03-08T21:14:00`, or the day alone: the clock on the wall, no offset. */
function plainTime(time: WallTime | null): string | null {
  if (time === null) return null;
  const text = new Date(time.wall).toISOString();
  return time.precision === 'day' ? text.slice(0, 10) : text.slice(0, 19);
}

function plainDecimal(value: Decimal | null): string | null {
  return value === null ? null : decimalToString(value);
}

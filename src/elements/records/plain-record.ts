import type { PlainRecord } from '../../events.js';
import { decimalToString, type Decimal } from '../../model/decimal.js';
import { presentNumber } from '../../model/number-rules.js';
import type { WallTime } from '../../model/time.js';
import type { Shown } from './shown.js';

/** What a host gets of a record in an event: plain JSON, the number masked even while it is revealed. */
export function plainRecord({ table, numberPolicy, typeLabel }: Shown, row: number): PlainRecord {
  const record = table.record(row);
  const { recordId, usageType, description, otherParty, destination, unit } = record;
  const { amount, currency, vat } = record;
  return {
    recordId,
    startTime: plainTime(record.startTime),
    endTime: plainTime(record.endTime),
    usageType,
    usageTypeLabel: typeLabel(usageType),
    description,
    number: otherParty && presentNumber(otherParty, table.numberClass(row), numberPolicy),
    destination,
    volume: plainDecimal(record.volume),
    chargedVolume: plainDecimal(record.chargedVolume),
    quantity: plainDecimal(record.quantity),
    unit,
    money: amount && { amount: decimalToString(amount), currency, vat },
  };
}

/** `2026-03-08T21:14:00`, or the day alone: the clock on the wall, no offset. */
function plainTime(time: WallTime | null): string | null {
  return time && new Date(time.wall).toISOString().slice(0, time.precision === 'day' ? 10 : 19);
}

/** Text, so that no host has to trust a float. */
function plainDecimal(value: Decimal | null): string | null {
  return value && decimalToString(value);
}

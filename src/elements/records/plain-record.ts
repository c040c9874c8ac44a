import { plainMoney } from '../../controllers/basket.js';
import { PayexSelectEvent, type PlainRecord, type UsageIds } from '../../events.js';
import { decimalToString, isDecimal } from '../../model/decimal.js';
import { type NumberClass, presentNumber } from '../../model/number-rules.js';
import { isWallTime } from '../../model/time.js';
import type { UsageRecord } from '../../model/usage-record.js';
import type { Shown } from './shown.js';

/** What stands in an event under the name that it has in the record. */
const FIELDS = [
  'recordId',
  'startTime',
  'endTime',
  'usageType',
  'description',
  'destination',
  'volume',
  'chargedVolume',
  'quantity',
  'unit',
] as const satisfies readonly (keyof PlainRecord & keyof UsageRecord)[];

/** What a host gets of a record in an event: plain JSON, the number masked even while it is revealed. */
export function plainRecord(
  shown: Pick<Shown, 'table' | 'numberPolicy' | 'typeLabel'>,
  row: number,
): PlainRecord {
  const { table } = shown;
  return plainFields(table.record(row), table.numberClass(row), shown);
}

/** The same of a record that is not, or not only, in a table. */
export function plainFields(
  record: UsageRecord,
  numberClass: NumberClass,
  { numberPolicy, typeLabel }: Pick<Shown, 'numberPolicy' | 'typeLabel'>,
): PlainRecord {
  const { usageType, otherParty, amount } = record;
  const fields = FIELDS.map((name) => [name, plainValue(record[name])]);
  return {
    ...(Object.fromEntries(fields) as Pick<PlainRecord, (typeof FIELDS)[number]>),
    usageTypeLabel: typeLabel(usageType),
    number: otherParty && presentNumber(otherParty, numberClass, numberPolicy),
    money: amount && plainMoney({ ...record, amount }),
  };
}

/** A record was selected, or is not any more. */
export function selectEvent(
  ids: UsageIds,
  record: PlainRecord,
  selected: boolean,
): PayexSelectEvent {
  const { usageType, recordId } = record;
  return new PayexSelectEvent({
    ...ids,
    level: 'record',
    selected,
    usageType: usageType ?? undefined,
    recordId: recordId ?? undefined,
    record,
  });
}

/** A time as the clock on the wall, no offset; a figure as text, so that no host has to trust a float. */
function plainValue(value: UsageRecord[(typeof FIELDS)[number]]): string | null {
  if (isDecimal(value)) return decimalToString(value);
  if (!isWallTime(value)) return value;
  return new Date(value.wall).toISOString().slice(0, value.precision === 'day' ? 10 : 19);
}

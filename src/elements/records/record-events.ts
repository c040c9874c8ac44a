import { PayexActionEvent, PayexSelectEvent, type UsageIds } from '../../events.js';
import type { UsageTable } from '../../model/usage-table.js';
import { plainRecord } from './plain-record.js';
import type { RecordWords } from './record-words.js';

/** The record that an event is about. */
export interface EventSubject {
  readonly table: UsageTable;
  readonly row: number;
  readonly words: RecordWords;
  readonly ids: UsageIds;
}

export function selectEvent(subject: EventSubject, selected: boolean): PayexSelectEvent {
  const { table, row, words } = subject;
  const record = plainRecord(table, row, words);
  const { recordId, usageType } = record;
  return new PayexSelectEvent({
    ...idsOf(subject),
    level: 'record',
    selected,
    ...(usageType === null ? {} : { usageType }),
    ...(recordId === null ? {} : { recordId }),
    record,
  });
}

/** @param asOf ISO instant of the newest answer behind the record. */
export function actionEvent(
  subject: EventSubject,
  action: string,
  asOf: string | null,
): PayexActionEvent {
  const { table, row, words } = subject;
  const record = plainRecord(table, row, words);
  const totals = record.money === null ? [] : [record.money];
  return new PayexActionEvent({ ...idsOf(subject), action, records: [record], totals, asOf });
}

function idsOf({ table, row, ids }: EventSubject): UsageIds {
  const subscriptionNo = table.subscriptionNo.at(row);
  return { ...ids, ...(subscriptionNo === null ? {} : { subscriptionNo }) };
}

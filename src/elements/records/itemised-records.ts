import { withoutTypedNumber } from '../../controllers/records-view.js';
import type { UsageIds } from '../../events.js';
import type { TextKey } from '../../i18n/index.js';
import type { CsvCell } from '../../model/csv.js';
import { isDecimal, trimDecimal } from '../../model/decimal.js';
import { presentNumber } from '../../model/number-rules.js';
import type { TableFilter } from '../../model/table-view.js';
import { isWallTime, type WallTime } from '../../model/time.js';
import type { UsageRecord } from '../../model/usage-record.js';
import { type Form, headed, type Itemised, moneyCells } from '../itemised.js';
import { hourWords, recordCount } from '../words.js';
import { columnsOf, headingOf } from './cells.js';
import { marksText } from './flag-words.js';
import { isFor, type Shown } from './shown.js';

/** Some five hundred pages. Of 50,000 rows the browser makes no document at all: nothing would be printed. */
const MAX_PRINTED = 20_000;

type FieldName = keyof UsageRecord;

/** The fields of a record in a file: its name, and what stands over it where that is another word, or two. */
const FIELDS: readonly (readonly [name: FieldName, heading?: string])[] = [
  ['subscriptionNo', 'subscriptions'],
  ['startTime'],
  ['endTime'],
  ['usageType'],
  ['description'],
  ['otherParty', 'calledNumber'],
  ['contentProvider'],
  ['destination'],
  ['volume'],
  ['chargedVolume', 'charged'],
  ['unit'],
  ['quantity'],
  ['unitPrice'],
  ['amount'],
  ['currency'],
  ['vat', 'amount vatAmount'],
  ['vatAmount'],
  ['vatRate'],
  ['marks'],
  ['destinationCode'],
  ['roamingProvider'],
  ['recordId'],
];

/** Whose the records are, and how far they have come. */
export interface About {
  readonly ids: UsageIds | undefined;
  readonly asOf: number;
  readonly timeZone: string;
  /** More records are on their way. */
  readonly busy: boolean;
}

/** The records that are shown, in their order: all their fields for a file, the columns of the grid for paper. */
export function itemisedRecords(form: Form, shown: Shown, about: About): Itemised {
  const { localizer, table, rows, total, filter, audience } = shown;
  const isFile = form === 'export';
  const count = isFile ? rows.length : Math.min(rows.length, MAX_PRINTED);
  const fields = FIELDS.filter(([name]) => isFor(audience, name));
  const names = fields.map(([name]) => name);
  // Nothing can be selected on paper.
  const columns = columnsOf(shown.facts);
  // On the screen one can group by subscription, or open the record.
  const isShared = table.subscriptionNo.values.length > 2;
  const whose: Itemised['columns'] = isShared ? [['whose', localizer.text('subscriptions')]] : [];
  const filters = filterWords(filter, shown);
  const soFar = about.busy ? [localizer.text('soFar')] : [];
  const head = headed(localizer, {
    ...about,
    title: localizer.text('records'),
    total,
    isPart: about.busy || count < rows.length,
    facts: [
      [recordCount(localizer, count, table.length), ...soFar],
      ...(filters ? [[localizer.text('filters'), filters]] : []),
      ...withheldFacts(shown),
    ],
  });
  return {
    ...head,
    columns: isFile
      ? fields.map(([name, heading = name]) => {
          const keys = heading.split(' ') as TextKey[];
          return ['', keys.map((key) => localizer.text(key)).join(', ')];
        })
      : whose.concat(columns.map((column) => [column[0], headingOf(shown, column)])),
    count,
    line(index) {
      const row = rows[index] ?? 0;
      return isFile
        ? [...plainCells(shown, row, names)]
        : [
            ...whose.map(() => table.subscriptionNo.at(row)),
            ...columns.map(([, , words]) => words(shown, row)),
          ];
    },
  };
}

/** A record as plain as can be: the number called under the policy, never as it was uncovered. */
function* plainCells(shown: Shown, row: number, names: readonly FieldName[]): Iterable<CsvCell> {
  const { table, localizer, numberPolicy, typeLabel } = shown;
  const record = table.record(row);
  const { otherParty, startTime, rawTime, usageType, vat } = record;
  const said = {
    ...record,
    startTime: startTime ?? rawTime,
    usageType: typeLabel(usageType),
    otherParty: otherParty && presentNumber(otherParty, table.numberClass(row), numberPolicy),
    vat: localizer.text(vat),
    marks: marksText(shown, row),
  };
  for (const name of names) {
    const value = said[name];
    yield isWallTime(value) ? plainTime(value) : isDecimal(value) ? trimDecimal(value) : value;
  }
}

/** As a spreadsheet reads it in every language, and no finer than it was stated. */
function plainTime({ wall, precision }: WallTime): string {
  const length = { day: 10, minute: 16, second: 19 }[precision];
  return new Date(wall).toISOString().slice(0, length).replace('T', ' ');
}

/** What is not listed counts in the total of everything, and in no other. */
function withheldFacts({ localizer, table, filtered }: Shown): CsvCell[][] {
  const { count, sums } = table.withheld;
  const note = localizer.text('withheldNote');
  if (filtered || sums.length === 0) return count > 0 ? [[note]] : [];
  return sums.map((sum) => [note, ...moneyCells(localizer, sum)]);
}

/** 'Type: Call, From: 2026-03-01'. A number that is searched for may be one that was masked. */
function filterWords(filter: TableFilter, { localizer, typeLabel }: Shown): string {
  const { types, text: wanted, hour, ...bounds } = filter;
  const sought = wanted && (withoutTypedNumber({ filter: { text: wanted } }).filter?.text ?? '•••');
  const parts: Partial<Record<TextKey, string>> = {
    ...(types && { usageType: types.map(typeLabel).join(' + ') }),
    ...(sought && { search: sought }),
    ...bounds,
    ...(hour && { startTime: hourWords(hour) }),
  };
  return Object.entries(parts)
    .map(([key, value]) => `${localizer.text(key as TextKey)}: ${value}`)
    .join(', ');
}

/**
 * The values of a row, judged one by one: what cannot be taken without loss or guess becomes null and
 * leaves a mark on the record and a warning in the answer.
 */
import { isNegative, toDecimal, type Decimal } from '../model/decimal.js';
import { lacksAmount } from '../model/row-tally.js';
import { isBefore, parseTime, type WallTime } from '../model/time.js';
import { RECORD_MARKS, type RecordMark } from '../model/usage-record.js';
import type { FieldKind, FieldTable, RowValues } from './aliases.js';
import type { Findings } from './findings.js';
import type { RowContext } from './read-context.js';

/** Longer text is cut: nobody reads it, and a 1 MB word would freeze every measuring of a row. */
const MAX_TEXT_LENGTH = 2_000;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^\d{2}:\d{2}/;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Stands for half a surrogate pair, and for bytes that were no UTF-8. */
const LOST = '\uFFFD';

/** VAT basis of an amount → the field that holds it. */
const AMOUNTS = { excluded: 'amountExVat', included: 'amountIncVat', unstated: 'amount' } as const;

/** Without any of these a row says nothing about usage. */
const ESSENTIAL = [
  ...Object.values(AMOUNTS),
  ...['startTime', 'volume', 'chargedVolume', 'quantity'],
];

/** What is known of the row that is being read. */
interface RowState {
  /** RECORD_MARKS so far. */
  marks: number;
  /** What the row's end is compared with. */
  start: WallTime | null;
  /** null; leaves a warning and, where one is given, a mark. */
  readonly bad: (mark?: RecordMark) => null;
}

/**
 * Makes records of the values of rows: a member for each text, number and time of the table, and
 * those that are made of several values. Null for a row that holds nothing to show.
 */
export function recordReader(
  table: FieldTable,
  context: RowContext,
  findings: Findings,
): (values: RowValues) => object | null {
  const row: RowState = {
    marks: 0,
    start: null,
    bad(mark) {
      if (mark) row.marks |= RECORD_MARKS[mark];
      findings.warn('bad-value');
      return null;
    },
  };
  const read = kindReaders(context, findings, row);
  const fields = Object.entries(table).flatMap(([field, spec]) => {
    const kind = spec.split(' ', 1)[0] as FieldKind;
    return kind === 'raw' ? [] : [{ field, kind }];
  });
  const names = [
    ...fields.map(({ field }) => field),
    'amount',
    'currency',
    'vat',
    'marks',
    'subscriptionNo',
  ];
  // Made at one stroke: copies of an object that grew by computed names are slow.
  const nothing = Object.fromEntries<unknown>(names.map((name) => [name, null]));
  nothing['subscriptionNo'] = context.subscriptionNo;

  return (values) => {
    if (ESSENTIAL.every((field) => values[field] === undefined)) return null;
    const record: Record<string, unknown> = { ...nothing };
    row.marks = 0;
    row.start = null;
    values['startTime'] = joinDayAndClock(values);
    for (const { field, kind } of fields) {
      if (values[field] !== undefined) record[field] = read[kind](values[field]);
    }
    // A start that is no time is shown as it came; the record is marked.
    if (values['startTime'] !== undefined && !record['startTime']) {
      record['rawTime'] = read.text(values['startTime']);
    }
    readAmount(values, record, context, row, read.decimal);
    const marks = row.marks | freeMarks(values);
    if (!record['amount'] && lacksAmount(marks)) findings.miss('missingAmounts');
    record['marks'] = marks;
    return record;
  };
}

/** A reader of single values that are there for each kind of field. */
interface KindReaders {
  text(value: unknown): string | null;
  /** @param mark what a value that cannot be read leaves; without one it spoils nothing */
  decimal(value: unknown, mark?: RecordMark): Decimal | null;
  volume(value: unknown): Decimal | null;
  start(value: unknown): WallTime | null;
  end(value: unknown): WallTime | null;
}

function kindReaders({ timeZone }: RowContext, findings: Findings, row: RowState): KindReaders {
  /** An answer repeats few numerals often. */
  const decimals = new Map<unknown, Decimal>();
  const decimal: KindReaders['decimal'] = (value, mark) => {
    let known = decimals.get(value) ?? null;
    if (!known) {
      known = toDecimal(value);
      if (!known) return row.bad(mark);
      decimals.set(value, known);
    }
    if (isText(value)) findings.warn('coerced');
    return known;
  };
  const time = (value: unknown): WallTime | null =>
    (isText(value) ? parseTime(value, timeZone) : null) ?? row.bad('badTime');
  return {
    /**
     * Text without outer spaces, null where there is none. Controls and bidi marks stay: they are
     * data, and the page isolates them. An object, list or boolean is never text.
     */
    text(value) {
      if (typeof value === 'number') {
        findings.warn('coerced');
        return String(value);
      }
      if (!isText(value)) return row.bad('badText');
      const text = value.slice(0, MAX_TEXT_LENGTH).replace(LONE_SURROGATE, LOST);
      if (value.length > MAX_TEXT_LENGTH || text.includes(LOST)) row.bad('badText');
      return text.trim() || null;
    },
    decimal,
    /** A volume or a count: a negative one is none (reversals carry their sign in the amount). */
    volume(value) {
      const volume = decimal(value, 'badVolume');
      return volume && isNegative(volume) ? row.bad('badVolume') : volume;
    },
    start: (value) => (row.start = time(value)),
    /** The end of a span: one before its start is none. */
    end(value) {
      const end = time(value);
      return end && row.start && isBefore(end, row.start) ? row.bad('badTime') : end;
    },
  };
}

/**
 * Puts the amount of the row into its record. Of several, the basis that the host prefers, else
 * without VAT, else with it, else the one that states none, which takes the host's basis. A candidate
 * that is there but cannot be read is not replaced by another: the row's basis would change with a
 * fault.
 */
function readAmount(
  values: RowValues,
  record: Record<string, unknown>,
  context: RowContext,
  row: RowState,
  decimal: KindReaders['decimal'],
): void {
  const order = [context.vatBasis ?? 'excluded', 'excluded', 'included'] as const;
  const basis = order.find((candidate) => values[AMOUNTS[candidate]] !== undefined);
  const given = values[AMOUNTS[basis ?? 'unstated']];
  // It may be an object of value and currency, as TMF678 has it [assumed].
  const { value, amount = value, unit, currency = unit } = Object(given) as RowValues;
  const read = given === undefined ? null : decimal(amount ?? given, 'badAmount');
  record['amount'] = read;
  record['vat'] = basis ?? context.vatBasis ?? 'unstated';
  // Junk is not the host's currency: the row does say what it is counted in.
  const stated = values['currency'] ?? currency;
  record['currency'] = currencyCode(stated ?? context.currency);
  if (stated !== undefined && !record['currency']) row.bad();
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A currency in capitals, null for anything else. */
function currencyCode(value: unknown): string | null {
  return isText(value) ? (/^\s*([a-z]{3})\s*$/i.exec(value)?.[1]?.toUpperCase() ?? null) : null;
}

/** Flags as JSON or text booleans, and the rating tag of TMF635 [assumed]. */
function freeMarks({ isFree, isIncluded, usageRatingTag }: RowValues): number {
  const tag = isText(usageRatingTag) ? usageRatingTag : '';
  const free = isTrue(isFree) || /^\s*(free|non[- ]?(chargeable|billable))/i.test(tag);
  const included = isTrue(isIncluded) || /^\s*included/i.test(tag);
  return (free ? RECORD_MARKS.free : 0) | (included ? RECORD_MARKS.included : 0);
}

function isTrue(value: unknown): boolean {
  return [true, 1, 'true', '1'].includes(value as never);
}

/** The start of the row: day and time of day put together where they came in two members. */
function joinDayAndClock({ startTime, startDay, startClock }: RowValues): unknown {
  const isClock = isText(startTime) && CLOCK.test(startTime);
  const [day, clock] = isClock ? [startDay, startTime] : [startTime, startClock];
  const fits = isText(day) && isText(clock) && DAY.test(day) && CLOCK.test(clock);
  return fits ? `${day}T${clock}` : startTime;
}

/**
 * The rows of `usage-details` and `usage-summaries`, from their bytes into columns. Their bodies are
 * not published: see aliases.ts.
 */
import type { DecimalColumn, DictionaryColumn } from '../model/columns.js';
import type { VatBasis } from '../model/money.js';
import { lacksAmount } from '../model/row-tally.js';
import type { TimeColumn } from '../model/time-column.js';
import { RECORD_MARKS } from '../model/usage-record.js';
import { WITHHELD_FIELDS } from '../model/usage-table.js';
import { FIELDS, kindOf, type FieldKind, type FieldTable, type RowKind } from './aliases.js';
import type { Findings } from './findings.js';
import { JsonReader, NONE, OBJECT, OTHER } from './json-reader.js';
import { bytesOf } from './json.js';
import type { RowContext, RowMapper, RowOrigin } from './read-context.js';
import { isStranger, numbersAsked, type PageRows } from './read-lists.js';
import { MISSING, RowIndex, type Value, type Values } from './row-index.js';
import { RowValues } from './row-values.js';

/** What rows are written into. */
export interface RowTarget {
  /** By name of the field; where this is missing, they are members of the target itself. */
  readonly columns?: Columns;
  /** The row that is written next. */
  readonly length: number;
  /** Begins a row with its other party: gives the target that the row belongs in. */
  begin(units: Uint16Array, from: number, to: number): RowTarget;
  /** Takes the row that was written; `from` and `to` of its id are equal where it has none. */
  commit(marks: number, vat: VatBasis, id: Uint16Array, from: number, to: number): boolean;
}

/** A column of any kind: which one it is follows from the field. */
export type AnyColumn = DictionaryColumn & DecimalColumn & TimeColumn;
export type Columns = Readonly<Record<string, AnyColumn | undefined>>;

/** A field that has a cell of its own. */
interface Cell {
  readonly kind: FieldKind;
  readonly values: Values;
  readonly column: AnyColumn | undefined;
}

/** Where the values of a row go. */
interface Part {
  readonly columns: Columns;
  readonly cells: readonly Cell[];
}

/** VAT basis of an amount → the field that holds it. */
const AMOUNTS = { excluded: 'amountExVat', included: 'amountIncVat', unstated: 'amount' } as const;

/** Kinds of fields that have a cell of their own. */
const CELLS: readonly FieldKind[] = ['text', 'volume', 'decimal', 'start', 'end'];

/** Without any of these a row says nothing about usage. */
const ESSENTIAL = [
  ...Object.values(AMOUNTS),
  ...['startTime', 'volume', 'chargedVolume', 'quantity'],
];

const { badAmount, badVolume } = RECORD_MARKS;

const TRUE: readonly unknown[] = [true, 1, 'true', '1'];
const FREE = /^\s*(free|non[- ]?(chargeable|billable))/i;
const INCLUDED = /^\s*included/i;

type AmountObject = Readonly<Record<string, unknown>>;
const NO_PARTS: AmountObject = {};

/** Reads one row after the other: whose it is first, then its values, by our names or the host's mapping. */
export class RowReader implements PageRows {
  /** Whether a row named somebody else than was asked for: it and all after it are not taken. */
  isForeign = false;
  /** Called when the rows so far may be looked at. */
  tell?: () => void;

  readonly #table: FieldTable;
  readonly #context: RowContext;
  readonly #findings: Findings;
  readonly #target: RowTarget;
  /** Of the target, and of that of withheld rows as soon as there is one. */
  readonly #parts = new Map<RowTarget, Part>();
  readonly #values: RowValues;
  readonly #byAlias: RowIndex;
  /** What is written: the row itself, or what the host makes of it. */
  readonly #index: RowIndex;
  readonly #asked: readonly (readonly [field: string, number: string])[];
  /** The host's, for rows that name none; junk is none. */
  readonly #currency: string | undefined;
  /** The VAT basis that the host prefers, then the others: the first on which a row has an amount is taken. */
  readonly #bases: readonly VatBasis[];
  readonly #mapper: RowMapper<unknown> | null | undefined;
  readonly #mapped = new JsonReader();

  constructor(kind: RowKind, context: RowContext, findings: Findings, target: RowTarget) {
    const table = FIELDS[kind];
    const mapper = kind === 'details' ? context.mapUsageDetail : context.mapUsageSummary;
    const { vatBasis, currency } = context;
    this.#table = table;
    this.#context = context;
    this.#findings = findings;
    this.#target = target;
    this.#values = new RowValues(context.timeZone, findings);
    this.#byAlias = new RowIndex(table, false);
    this.#mapper = mapper;
    this.#index = mapper ? new RowIndex(table, true) : this.#byAlias;
    this.#asked = numbersAsked(context);
    this.#currency = /^\s*[a-z]{3}\s*$/i.exec(currency ?? '')?.[0];
    this.#bases = [vatBasis ?? 'excluded', 'excluded', 'included', 'unstated'];
  }

  take(json: JsonReader): void {
    const isTaken = json.peek() === OBJECT[0] ? this.#takeRow(json) : !json.next() && false;
    if (!isTaken && !this.isForeign) this.#findings.missRow();
  }

  #takeRow(json: JsonReader): boolean {
    const { at } = json;
    const index = this.#byAlias;
    index.read(json);
    if (this.#isForeign(index)) return false;
    if (this.#mapper) {
      json.at = at;
      const row = json.value() as Readonly<Record<string, unknown>>;
      if (!this.#map(row) || this.#isForeign(this.#index)) return false;
    }
    const { fields } = this.#index;
    for (const field of ESSENTIAL) {
      if (this.#index.find(fields[field]).kind) return this.#write();
    }
    return false;
  }

  /** Reads what the host's mapping makes of a row; false where that is no row. */
  #map(row: Readonly<Record<string, unknown>>): boolean {
    const { scope, subscriptionNo } = this.#context;
    const usage = scope.kind === 'customer' ? 'unbilled' : 'billed';
    const origin: RowOrigin = { subscriptionNo, usage };
    const json = this.#mapped;
    try {
      // Of the row before there may be something left that was no row.
      json.at = json.end;
      json.append(bytesOf(this.#mapper?.(row, origin)));
      json.begin(0);
      if (json.peek() !== OBJECT[0]) return false;
      this.#index.read(json);
      return true;
    } catch {
      // The host's own code: what it throws may quote the row, so it goes nowhere.
      return false;
    }
  }

  #isForeign(index: RowIndex): boolean {
    for (const [field, asked] of this.#asked) {
      const value = index.plain(index.find(index.fields[field]));
      if (isStranger(value, asked)) this.isForeign = true;
    }
    return this.isForeign;
  }

  #write(): true {
    const index = this.#index;
    const values = this.#values;
    const { otherParty, recordId } = index.fields;
    const { units } = index.json;
    values.begin(index);
    values.text(index.find(otherParty));
    const target = this.#target.begin(units, values.from, values.to);
    const part = this.#parts.get(target) ?? this.#prepare(target);
    const row = target.length;
    part.columns['subscriptionNo']?.write(row, this.#context.subscriptionNo);
    for (const cell of part.cells) {
      const value = index.find(cell.values);
      if (value.kind) this.#writeCell(cell, row, value, part);
    }
    const vat = this.#writeAmount(part, row);
    values.text(index.find(recordId));
    target.commit(values.marks, vat, units, values.from, values.to);
    return true;
  }

  /** Of a withheld row only some columns may learn anything; its other values are judged all the same. */
  #prepare(target: RowTarget): Part {
    const { fields } = this.#index;
    const all = target.columns ?? (target as unknown as Columns);
    const kept = WITHHELD_FIELDS.map((field) => [field, all[field]]);
    const columns = target === this.#target ? all : (Object.fromEntries(kept) as Columns);
    const cells = Object.entries(this.#table).flatMap(([field, spec]) => {
      const kind = kindOf(spec);
      return CELLS.includes(kind)
        ? [{ kind, values: fields[field] ?? [], column: columns[field] }]
        : [];
    });
    const part = { columns, cells };
    this.#parts.set(target, part);
    return part;
  }

  #writeCell({ kind, column }: Cell, row: number, value: Value, part: Part): void {
    const values = this.#values;
    const { fields, json } = this.#index;
    switch (kind) {
      case 'text':
        if (values.text(value)) column?.writeUnits(row, json.units, values.from, values.to);
        break;
      case 'volume':
        values.decimal(column, row, value, badVolume);
        break;
      case 'decimal':
        // What cannot be read leaves no mark: it spoils no total.
        values.decimal(column, row, value, 0);
        break;
      case 'start':
        value = values.joinStart(value, fields['startDay'], fields['startClock']);
        if (values.start(value)) {
          column?.writeTime(row, values.wall, values.precision, values.instant);
        } else if (values.text(value)) {
          // A start that is no time is shown as it came; the record is marked.
          part.columns['rawTime']?.writeUnits(row, json.units, values.from, values.to);
        }
        break;
      case 'end':
        if (values.end(value)) {
          column?.writeTime(row, values.wall, values.precision, values.instant);
        }
        break;
      case 'key':
      case 'sum':
      case 'raw':
      // Made of several values, or taken by `begin` and `commit`.
    }
  }

  /**
   * Writes the amount and its currency, and gives its VAT basis. Of several amounts that is the one on
   * the basis that the host prefers, else without VAT, else with it, else the one that states none,
   * which takes the host's basis. A candidate that is there but cannot be read is not replaced by
   * another: the row's basis would change with a fault.
   */
  #writeAmount({ columns }: Part, row: number): VatBasis {
    const values = this.#values;
    const index = this.#index;
    const { fields } = index;
    let given: Value = MISSING;
    let vat: VatBasis = 'unstated';
    for (vat of this.#bases) {
      given = index.find(fields[AMOUNTS[vat]]);
      if (given.kind) break;
    }
    if (vat === 'unstated') vat = this.#context.vatBasis ?? vat;
    // It may be an object of value and currency, as TMF678 has it [assumed].
    const {
      value,
      amount = value,
      unit,
      currency = unit,
    } = given.kind === OTHER ? (given.other as AmountObject) : NO_PARTS;
    const hasAmount =
      given.kind > 0 && values.decimal(columns['amount'], row, given, badAmount, amount);
    const stated = currency ?? this.#currency;
    let code = index.find(fields['currency']);
    if (!code.kind && stated != null) code = index.put(typeof stated === 'string' ? stated : '');
    if (code.kind && values.currency(code)) {
      columns['currency']?.writeUnits(row, index.json.units, values.from, values.to);
    }
    values.marks |= freeMarks(index);
    if (!hasAmount && lacksAmount(values.marks)) this.#findings.missAmount();
    return vat;
  }
}

/** Flags as JSON or text booleans, and the rating tag of TMF635 [assumed]. */
function freeMarks(index: RowIndex): number {
  const { isFree, isIncluded, usageRatingTag } = index.fields;
  const tag = index.textOf(index.find(usageRatingTag));
  const free = isTrue(index, isFree) || (tag && FREE.test(tag));
  const included = isTrue(index, isIncluded) || (tag && INCLUDED.test(tag));
  return (free ? RECORD_MARKS.free : 0) | (included ? RECORD_MARKS.included : 0);
}

function isTrue(index: RowIndex, values: Values | undefined): boolean {
  const value = index.find(values);
  return value.kind !== NONE && TRUE.includes(index.plain(value));
}

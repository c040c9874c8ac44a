/**
 * The rows of `usage-details` and `usage-summaries`, from their bytes into columns. Their bodies are
 * not published: see aliases.ts.
 */
import { DecimalColumn, DictionaryColumn } from '../model/columns.js';
import type { VatBasis } from '../model/money.js';
import type { RecordColumns } from '../model/record-columns.js';
import { lacksAmount } from '../model/row-tally.js';
import { RECORD_MARKS } from '../model/usage-record.js';
import type { RowKind } from './aliases.js';
import type { Findings } from './findings.js';
import { JsonReader } from './json-reader.js';
import { OBJECT, OTHER, Value } from './json-values.js';
import type { RowContext, RowMapper } from './read-context.js';
import type { RowSink } from './list-reader.js';
import { isStranger, numbersAsked } from './read-lists.js';
import { ABSENT, RowIndex, type Field } from './row-index.js';
import { CURRENCY_CODE, RowValues } from './row-values.js';

/** What rows are written into. */
export interface RowTarget extends RecordColumns {
  /** The row that is written next. */
  readonly length: number;
  /** Begins a row with its other party: gives the target that the row belongs in. */
  begin(units: Uint16Array, from: number, to: number): RowTarget;
  /** Takes the row that was written; `from` and `to` of its id are equal where it has none. */
  commit(marks: number, vat: VatBasis, id: Uint16Array, from: number, to: number): boolean;
}

/** A field that goes into a column as it is. */
interface Cell<Column> {
  readonly field: Field;
  readonly column: Column;
}

/** VAT basis of an amount → the field that holds it. */
const AMOUNTS = { excluded: 'amountExVat', included: 'amountIncVat', unstated: 'amount' } as const;

/** Without any of these a row says nothing about usage; the start of a summary is that of its period. */
const ESSENTIAL = [...Object.values(AMOUNTS), 'volume', 'chargedVolume', 'quantity'] as const;

/** What the reader makes of several values, or writes before all others. */
const APART: readonly string[] = [
  'subscriptionNo',
  'otherParty',
  'usageType',
  'amount',
  'currency',
];

const { badAmount, badTime, badVolume, free, included } = RECORD_MARKS;

const TRUE: readonly unknown[] = [true, 1, 'true', '1'];
const FREE = /^\s*(free|non[- ]?(chargeable|billable))/i;
const INCLUDED = /^\s*included/i;

type Members = Readonly<Record<string, unknown>>;
const NO_PARTS: Members = {};

/** Reads one row after the other: whose it is first, then its values, by our names or the host's mapping. */
export class RowReader implements RowSink {
  /** Called when the rows so far may be looked at. */
  tell?: () => void;

  readonly #context: RowContext;
  readonly #findings: Findings;
  readonly #target: RowTarget;
  readonly #texts: Cell<DictionaryColumn>[] = [];
  readonly #decimals: Cell<DecimalColumn>[] = [];
  readonly #values: RowValues;
  readonly #index: RowIndex;
  readonly #asked: readonly [Field, string][];
  readonly #essential: readonly Field[];
  /** The host's, for rows that name none; junk is none. */
  readonly #currency: string | undefined;
  /** The VAT basis that the host prefers, then the others: the first on which a row has an amount is taken. */
  readonly #amounts: readonly { readonly vat: VatBasis; readonly field: Field }[];
  readonly #mapper: RowMapper<unknown> | null | undefined;
  readonly #mapped = new JsonReader();

  constructor(kind: RowKind, context: RowContext, findings: Findings, target: RowTarget) {
    const isDetails = kind === 'details';
    const mapper = isDetails ? context.mapUsageDetail : context.mapUsageSummary;
    const { vatBasis, currency } = context;
    this.#context = context;
    this.#findings = findings;
    this.#target = target;
    this.#values = new RowValues(context.timeZone, findings);
    this.#mapper = mapper;
    this.#index = new RowIndex(kind);
    const { fields } = this.#index;
    for (const [name, field] of Object.entries(fields)) {
      const column: unknown = target[name as keyof RecordColumns];
      if (APART.includes(name)) continue;
      if (column instanceof DictionaryColumn) this.#texts.push({ field, column });
      if (column instanceof DecimalColumn) this.#decimals.push({ field, column });
    }
    this.#asked = numbersAsked(context).map(([name, number]) => [fields[name], number]);
    const essential = isDetails ? [...ESSENTIAL, 'startTime' as const] : ESSENTIAL;
    this.#essential = essential.map((name) => fields[name]);
    this.#currency = CURRENCY_CODE.exec(currency ?? '')?.[0];
    const bases: VatBasis[] = [vatBasis ?? 'excluded', 'excluded', 'included', 'unstated'];
    this.#amounts = bases.map((vat) => ({ vat, field: fields[AMOUNTS[vat]] }));
  }

  take(json: JsonReader): void {
    const isObject = json.peek() === OBJECT[0];
    if (!isObject) json.value();
    const isTaken = isObject && this.#takeRow(json);
    if (!isTaken) this.#findings.missRow();
  }

  #takeRow(json: JsonReader): boolean {
    const { at } = json;
    this.#index.read(json);
    let source = json;
    if (this.#mapper && !this.#isForeign(json)) {
      json.at = at;
      source = this.#mapped;
      if (!this.#map(this.#mapper, json.value() as Members)) return false;
    }
    const isRow = !this.#isForeign(source) && this.#essential.some(({ value }) => value.kind);
    return isRow && this.#write(source);
  }

  /** Reads what the host's mapping makes of a row; false where that is no row. */
  #map(mapper: RowMapper<unknown>, row: Members): boolean {
    const { scope, subscriptionNo } = this.#context;
    const usage = scope.kind === 'customer' ? 'unbilled' : 'billed';
    try {
      this.#index.fill(this.#mapped, mapper(row, { subscriptionNo, usage }) as Members);
      return true;
    } catch {
      // The host's own code: what it throws may quote the row, so it goes nowhere.
      return false;
    }
  }

  #isForeign(json: JsonReader): boolean {
    for (const [{ value }, number] of this.#asked) {
      // The first test is for the speed of all others.
      const isAsked = json.isText(value, number) || !isStranger(json.plain(value), number);
      if (!isAsked) this.#findings.isForeign = true;
    }
    return this.#findings.isForeign;
  }

  #write(json: JsonReader): true {
    const values = this.#values;
    const { fields } = this.#index;
    values.begin(json);
    const party = values.text(fields.otherParty.value);
    const target = this.#target.begin(json.units, party.from, party.to);
    const row = target.length;
    target.subscriptionNo.write(row, this.#context.subscriptionNo);
    values.writeText(target.usageType, row, fields.usageType.value);
    this.#writeCells(target, row);
    const vat = this.#writeAmount(target, row, json);
    const id = values.text(fields.recordId.value);
    target.commit(values.marks, vat, json.units, id.from, id.to);
    // An end before its start is none.
    if (target.marks(row) & ~values.marks & badTime) values.bad();
    return true;
  }

  /** Of a withheld row nothing may be learned but what totals need: see WITHHELD_FIELDS. */
  #writeCells(target: RowTarget, row: number): void {
    const values = this.#values;
    const { startTime, startDay, startClock, endTime } = this.#index.fields;
    const start = values.joinStart(startTime.value, startDay.value, startClock.value);
    const isStart = !start.kind || values.writeTime(target.startTime, row, start);
    if (target !== this.#target) return;
    for (const { field, column } of this.#texts) {
      if (field.value.kind) values.writeText(column, row, field.value);
    }
    for (const { field, column } of this.#decimals) {
      // What else cannot be read leaves no mark: it spoils no total.
      if (field.value.kind) values.writeDecimal(column, row, field.value, badVolume);
    }
    // A start that is no time is shown as it came; the record is marked.
    if (!isStart) values.writeText(target.rawTime, row, start);
    if (endTime.value.kind) values.writeTime(target.endTime, row, endTime.value);
  }

  /**
   * Writes the amount and its currency, and gives its VAT basis. Of several amounts that is the one on
   * the basis that the host prefers, else without VAT, else with it, else the one that states none,
   * which takes the host's basis. A candidate that is there but cannot be read is not replaced by
   * another: the row's basis would change with a fault.
   */
  #writeAmount(target: RowTarget, row: number, json: JsonReader): VatBasis {
    const values = this.#values;
    const { fields } = this.#index;
    let given = ABSENT;
    let vat: VatBasis = 'unstated';
    for (const each of this.#amounts) {
      given = each.field.value;
      vat = each.vat;
      if (given.kind) break;
    }
    if (vat === 'unstated') vat = this.#context.vatBasis ?? vat;
    // It may be an object of value and currency, as TMF678 has it [assumed].
    const {
      value,
      amount = value,
      unit,
      currency = unit,
    } = given.kind === OTHER ? (given.other as Members) : NO_PARTS;
    const hasAmount =
      given.kind > 0 && values.writeDecimal(target.amount, row, given, badAmount, amount);
    let code = fields.currency.value;
    const stated = currency ?? this.#currency;
    if (!code.kind && stated != null) code = json.make(new Value(), stated);
    if (code.kind) values.writeCurrency(target.currency, row, code);
    // Flags as JSON or text booleans, and the rating tag of TMF635 [assumed].
    const tag = json.text(fields.usageRatingTag.value);
    if (isTrue(json, fields.isFree) || (tag && FREE.test(tag))) values.marks |= free;
    if (isTrue(json, fields.isIncluded) || (tag && INCLUDED.test(tag))) values.marks |= included;
    if (!hasAmount && lacksAmount(values.marks)) this.#findings.missAmount();
    return vat;
  }
}

function isTrue(json: JsonReader, { value }: Field): boolean {
  return value.kind > 0 && TRUE.includes(json.plain(value));
}

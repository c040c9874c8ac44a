/** The rows of the usage table: a column for each field of a record. */
import { CodeColumn } from './code-column.js';
import { DecimalColumn, DictionaryColumn } from './columns.js';
import { normaliseCurrency, VAT_BASES, type VatBasis } from './money.js';
import { PackedTexts } from './packed-texts.js';
import { TimeColumn } from './time-column.js';
import { isBefore } from './time.js';
import { RECORD_MARKS, type UsageRecord } from './usage-record.js';
import { canonicalUnit } from './volume.js';

const { badTime, badVolume, conflicting, credit } = RECORD_MARKS;

/** How many codes of money a currency has: one for each VAT basis, by its place among them plus one; 0 for what is none. */
export const MONEY_CODES = VAT_BASES.length + 1;

/** What totals need of a withheld row: nothing that tells who was called. */
export const WITHHELD_FIELDS = [
  'recordId',
  'subscriptionNo',
  'startTime',
  'usageType',
  'amount',
  'currency',
  'vat',
  'marks',
] as const satisfies readonly (keyof UsageRecord)[];

/** What all columns of fields can do. */
interface FieldColumn extends CodeColumn {
  at(row: number): unknown;
  /** Writes the value of a row. Returns the mark for one that can not be taken, or 0. */
  write(row: number, value: unknown): number;
  /** Takes the value of a row over from such a column of another table. */
  copy(row: number, from: FieldColumn, fromRow: number): void;
}

/**
 * A column for each field of a record but its id, its VAT basis and its marks. Hosts read rows by `record`.
 *
 * @internal
 */
class FieldColumns {
  readonly subscriptionNo = new DictionaryColumn();
  /** Texts of start times that could not be read. */
  readonly rawTime = new DictionaryColumn();
  readonly usageType = new DictionaryColumn();
  readonly description = new DictionaryColumn();
  readonly otherParty = new DictionaryColumn();
  readonly destination = new DictionaryColumn();
  readonly destinationCode = new DictionaryColumn();
  readonly unit = new DictionaryColumn(canonicalUnit);
  readonly currency = new DictionaryColumn(normaliseCurrency);
  readonly contentProvider = new DictionaryColumn();
  readonly roamingProvider = new DictionaryColumn();
  readonly startTime = new TimeColumn();
  readonly endTime = new TimeColumn();
  readonly volume = new DecimalColumn(badVolume);
  readonly chargedVolume = new DecimalColumn(badVolume);
  readonly quantity = new DecimalColumn(badVolume);
  readonly unitPrice = new DecimalColumn();
  readonly amount = new DecimalColumn();
  readonly vatAmount = new DecimalColumn();
  readonly vatRate = new DecimalColumn();
}

/** Records by row, cell by cell; what a row means to others is the table's. */
export class RecordColumns extends FieldColumns {
  /** First of all: so far, nothing but the columns is there. */
  #columns = Object.entries(this) as (readonly [keyof FieldColumns, FieldColumn])[];

  /** @internal */
  readonly recordId = new PackedTexts();
  /** @internal By row what `moneyCode` gives. */
  readonly moneyCodes = new CodeColumn();
  /** @internal By row what `marks` gives. */
  readonly markSets = new CodeColumn();

  /** @param names fields, if not all may be held. */
  constructor(names?: readonly string[]) {
    super();
    if (names) this.#columns = this.#columns.filter(([name]) => names.includes(name));
  }

  /** Whether the amount of a row holds VAT. */
  vat(row: number): VatBasis {
    return this.moneyOf(this.moneyCode(row)).vat;
  }

  /** Bit set of {@link RECORD_MARKS}: ask it with `hasMark`. */
  marks(row: number): number {
    return this.markSets.code(row);
  }

  /** @internal Currency and VAT basis of a row as one small integer, to group by. */
  moneyCode(row: number): number {
    return this.moneyCodes.code(row);
  }

  /** @internal What a `moneyCode` stands for. */
  moneyOf(code: number): { currency: string | null; vat: VatBasis } {
    const currency = this.currency.values[Math.floor(code / MONEY_CODES)] || null;
    return { currency, vat: VAT_BASES[(code % MONEY_CODES) - 1] ?? 'unstated' };
  }

  /** A row as a record, for its detail and for events. Scales of figures are the columns'. */
  record(row: number): UsageRecord {
    const cells = {
      ...Object.fromEntries(this.#columns.map(([name, column]) => [name, column.at(row)])),
      recordId: this.recordId.at(row),
      subscriptionNo: this.subscriptionNo.at(row) ?? '',
      startTime: this.startTime.time(row),
      endTime: this.endTime.time(row),
      vat: this.vat(row),
      marks: this.marks(row),
    };
    // A cell for every field.
    return cells as Partial<UsageRecord> as UsageRecord;
  }

  /** Writes the fields of a record into an empty row. Returns its marks so far. */
  protected write(row: number, record: Partial<UsageRecord>): number {
    let marks = Number(record.marks) | 0;
    for (const [name, column] of this.#columns) {
      const value = record[name];
      if (value != null) marks |= column.write(row, value);
    }
    return marks;
  }

  /** Writes what a row of another table holds into an empty row. */
  protected copy(row: number, from: FieldColumns, fromRow: number): void {
    for (const [name, column] of this.#columns) column.copy(row, from[name], fromRow);
  }

  /**
   * Completes a row of which all fields are written with what its cells say about it. An end before
   * the start is dropped.
   */
  protected complete(row: number, given: number, vat: VatBasis): void {
    let marks = given;
    const end = this.endTime.time(row);
    if (end && isBefore(end, this.startTime.time(row) ?? end)) {
      this.endTime.set(row, 0);
      marks |= badTime;
    }
    if (this.rawTime.code(row) && !this.startTime.code(row)) marks |= badTime;
    if (this.amount.key(row) < 0) marks |= credit;
    const money = this.currency.code(row) * MONEY_CODES + VAT_BASES.indexOf(vat) + 1;
    this.moneyCodes.set(row, money);
    this.markSets.set(row, marks);
  }

  /** The rows of an id, units [from, to), in a subscription; of very many, some. */
  protected rowsOf(
    subscriptionNo: string | null,
    hash: number,
    id: Uint16Array,
    from: number,
    to: number,
  ): readonly number[] {
    const rows = this.recordId.all(hash, id, from, to);
    return rows.length
      ? rows.filter((row) => this.subscriptionNo.at(row) === subscriptionNo)
      : rows;
  }

  protected empty(row: number): void {
    for (const [, column] of this.#columns) column.set(row, 0);
  }

  /** Whether two rows state the same, marks of conflict aside. */
  protected isSame(a: number, b: number): boolean {
    return (
      ((this.marks(a) ^ this.marks(b)) & ~conflicting) === 0 &&
      this.vat(a) === this.vat(b) &&
      this.#columns.every(([, column]) => column.code(a) === column.code(b))
    );
  }
}

/** The columnar store of usage records: no object a row, every cell in a typed column. */
import { CodeColumn, DecimalColumn, DictionaryColumn, TimeColumn } from './columns.js';
import { IdColumn } from './id-column.js';
import {
  mergeGaps,
  MoneyTally,
  normaliseCurrency,
  VAT_BASES,
  type Incompleteness,
  type MoneySum,
  type Total,
  type VatBasis,
} from './money.js';
import {
  DEFAULT_HOME_COUNTRY,
  numberClassifier,
  type NumberClass,
  type NumberRules,
} from './number-rules.js';
import { tallyRows } from './row-tally.js';
import { isBefore } from './time.js';
import { RECORD_MARKS, type UsageRecord } from './usage-record.js';
import { canonicalUnit } from './volume.js';

export interface UsageTableOptions {
  readonly numberRules?: NumberRules;
  /** Country calling code, digits only; '46' by default. */
  readonly homeCountry?: string;
}

const { badTime, badVolume, conflicting, credit } = RECORD_MARKS;

/** A column for each field of a record but its id, its VAT basis and its marks. */
class RecordColumns {
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

/** Codes of VAT bases: places among them plus one; 0 for what is none. */
const MONEY_CODES = VAT_BASES.length + 1;

type ColumnName = keyof RecordColumns;

/** What totals need of a withheld row: nothing that tells who was called. */
const WITHHELD_FIELDS = [
  'recordId',
  'subscriptionNo',
  'startTime',
  'usageType',
  'amount',
  'currency',
  'vat',
  'marks',
] as const satisfies readonly (keyof UsageRecord)[];

/**
 * Usage records by row, in the order in which they were appended. Grows only; readers take the
 * columns, and look at {@link version} to see that there is more.
 */
export class UsageTable extends RecordColumns {
  /** First of all: so far, nothing but the columns is there. */
  readonly #columns = Object.entries(this) as [ColumnName, RecordColumns[ColumnName]][];

  readonly recordId = new IdColumn();
  /** Country calling code, digits only. */
  readonly homeCountry: string;
  readonly #vat = new CodeColumn();
  readonly #marks = new CodeColumn();
  #length = 0;
  readonly #classify: (number: string) => NumberClass;
  /** By code of the other party. */
  readonly #classes: NumberClass[] = [];
  /** Rows to free numbers and helplines, without anything that tells who was called. */
  #withheld: UsageTable | null = null;
  #noted: Incompleteness = {};
  #version = 0;
  /** The total of the whole, which every header asks for at every update. */
  #whole: Total | null = null;

  constructor({ numberRules, homeCountry = DEFAULT_HOME_COUNTRY }: UsageTableOptions = {}) {
    super();
    this.homeCountry = homeCountry;
    this.#classify = numberClassifier(numberRules, homeCountry);
  }

  static create(options?: UsageTableOptions): UsageTable {
    return new UsageTable(options);
  }

  get length(): number {
    return this.#length;
  }

  /** Grows with every append and every note. */
  get version(): number {
    return this.#version;
  }

  /** What is known to be missing from the whole table. */
  get gaps(): Incompleteness {
    return this.total(null).gaps;
  }

  /** What was noted from outside; what single rows lack is theirs alone. */
  get notedGaps(): Incompleteness {
    return this.#noted;
  }

  /** Rows to free and helpline numbers: not listed, but their money counts in the whole. */
  get withheld(): { readonly count: number; readonly sums: readonly MoneySum[] } {
    return this.#withheld?.total(null) ?? { count: 0, sums: [] };
  }

  /** The table itself and, if there are any, the withheld rows: what the whole is made of. */
  get parts(): readonly UsageTable[] {
    return this.#withheld ? [this, this.#withheld] : [this];
  }

  vat(row: number): VatBasis {
    return this.moneyOf(this.moneyCode(row)).vat;
  }

  /** Bit set of RECORD_MARKS. */
  marks(row: number): number {
    return this.#marks.code(row);
  }

  numberClass(row: number): NumberClass {
    return this.numberClassOf(this.otherParty.code(row));
  }

  /** The class of a distinct other party, by its code in the column. */
  numberClassOf(code: number): NumberClass {
    return this.#classes[code] ?? 'ordinary';
  }

  /** Currency and VAT basis of a row as one small integer, to group by. */
  moneyCode(row: number): number {
    return this.currency.code(row) * MONEY_CODES + this.#vat.code(row);
  }

  moneyOf(code: number): { currency: string | null; vat: VatBasis } {
    const currency = this.currency.values[Math.floor(code / MONEY_CODES)] || null;
    return { currency, vat: VAT_BASES[(code % MONEY_CODES) - 1] ?? 'unstated' };
  }

  /**
   * Appends records, the client's or a host's own: whatever they hold, no wrong figure is shown
   * and no row is lost. What can not be taken becomes missing and leaves a mark: a value of another
   * type, a negative volume, an end before the start. Negative amounts are credits.
   *
   * A record that repeats an earlier one of its subscription, id and content alike, is taken once;
   * with the same id but other content, both stay and both are marked conflicting.
   */
  append(records: Iterable<Partial<UsageRecord>>): void {
    for (const record of records) this.#take(record);
    this.#change();
  }

  /** Notes what the table lacks; counts add up over calls. */
  note(gaps: Incompleteness): void {
    this.#noted = mergeGaps(this.#noted, gaps);
    this.#change();
  }

  /** A row as a record, for its detail and for events. Scales of figures are the columns'. */
  record(row: number): UsageRecord {
    return {
      ...Object.fromEntries(this.#columns.map(([name, column]) => [name, column.at(row)])),
      recordId: this.recordId.at(row),
      subscriptionNo: this.subscriptionNo.at(row) ?? '',
      startTime: this.startTime.time(row),
      endTime: this.endTime.time(row),
      vat: this.vat(row),
      marks: this.marks(row),
    } as UsageRecord;
  }

  /**
   * The sums of the given rows, per currency and VAT basis. null stands for the whole table,
   * withheld money included; a selection of rows, even of all, is without it.
   */
  total(rows: Uint32Array | null): Total {
    if (!rows && this.#whole) return this.#whole;
    const tally = tallyRows(this, rows, () => 0).get(0) ?? new MoneyTally(this.#noted);
    const total = tally.total();
    if (!rows) this.#whole = total;
    return total;
  }

  #change(): void {
    this.#whole = null;
    this.#version++;
  }

  #take(record: Partial<UsageRecord>): void {
    const { otherParty } = record;
    // A number that a row holds was classified before, and was not free.
    if (typeof otherParty === 'string' && this.otherParty.codeOf(otherParty) === undefined) {
      const cls = this.#classify(otherParty);
      if (cls === 'free') {
        const kept = Object.fromEntries(WITHHELD_FIELDS.map((name) => [name, record[name]]));
        this.#withheld ??= new UsageTable();
        this.#withheld.#add(kept, this);
        return;
      }
      // The code that the next distinct text gets.
      this.#classes[this.otherParty.values.length] = cls;
    }
    this.#add(record, this.#withheld);
  }

  /** @param other the table of records that are withheld where these are not, or the reverse. */
  #add(record: Partial<UsageRecord>, other: UsageTable | null): void {
    const row = this.#length;
    this.#write(row, record);
    const id = typeof record.recordId === 'string' ? record.recordId : '';
    const subscriptionNo = this.subscriptionNo.at(row) ?? '';
    const twins = this.#twinsOf(id, subscriptionNo);
    if (twins.some((twin) => this.#isSame(twin, row))) {
      for (const [, column] of this.#columns) column.set(row, 0);
      return;
    }
    this.#length++;
    this.recordId.append(row, id, this.subscriptionNo.code(row), twins.length);
    const others = other ? other.#twinsOf(id, subscriptionNo) : [];
    if (twins.length + others.length === 0) return;
    this.#flag([row, ...twins]);
    if (other) other.#flag(others);
  }

  #write(row: number, record: Partial<UsageRecord>): void {
    let marks = Number(record.marks) | 0;
    for (const [name, column] of this.#columns) {
      const value = record[name];
      if (value != null) marks |= column.write(row, value);
    }
    const end = this.endTime.time(row);
    if (end && isBefore(end, this.startTime.time(row) ?? end)) {
      this.endTime.set(row, 0);
      marks |= badTime;
    }
    if (this.rawTime.code(row) && !this.startTime.code(row)) marks |= badTime;
    if (this.amount.key(row) < 0) marks |= credit;
    const cls = this.numberClass(row);
    if (cls === 'premium' || cls === 'roaming') marks |= RECORD_MARKS[cls];
    this.#vat.set(row, VAT_BASES.indexOf(record.vat ?? 'unstated') + 1);
    this.#marks.set(row, marks);
  }

  /** Whether two rows state the same, marks of conflict aside. */
  #isSame(a: number, b: number): boolean {
    return (
      ((this.marks(a) ^ this.marks(b)) & ~conflicting) === 0 &&
      this.vat(a) === this.vat(b) &&
      this.#columns.every(([, column]) => column.code(a) === column.code(b))
    );
  }

  #twinsOf(id: string, subscriptionNo: string): number[] {
    // No group has the number -1.
    return this.recordId.find(id, this.subscriptionNo.codeOf(subscriptionNo) ?? -1);
  }

  #flag(rows: readonly number[]): void {
    for (const row of rows) this.#marks.set(row, this.marks(row) | conflicting);
  }
}

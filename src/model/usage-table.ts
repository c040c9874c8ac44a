/** The columnar store of usage records: no object a row, every cell in a typed column. */
import { DecimalColumn, DictionaryColumn, TimeColumn } from './columns.js';
import {
  mergeGaps,
  VAT_BASES,
  type MoneyTally,
  type Incompleteness,
  type MoneySum,
  type Total,
  type VatBasis,
} from './money.js';
import { NumberClassifier, type NumberClass, type NumberRules } from './number-rules.js';
import { checkRecord, sameContent } from './record-checks.js';
import { addWithheld, RowTally } from './row-tally.js';
import { hashText, RowIndex, TextColumn } from './text-column.js';
import { RECORD_MARKS, type UsageRecord } from './usage-record.js';
import { CodeVector } from './vectors.js';
import { WithheldRows, type WithheldRow } from './withheld-rows.js';

export interface UsageTableOptions {
  readonly numberRules?: NumberRules;
  /** Country calling code, digits only; '46' by default. */
  readonly homeCountry?: string;
}

/**
 * Usage records by row, in the order in which they were appended. Grows only; readers take the
 * columns, and look at {@link version} to see that there is more.
 */
export class UsageTable {
  readonly recordId = new TextColumn();
  readonly subscriptionNo = new DictionaryColumn();
  readonly usageType = new DictionaryColumn();
  readonly description = new DictionaryColumn();
  readonly otherParty = new DictionaryColumn();
  readonly destination = new DictionaryColumn();
  readonly destinationCode = new DictionaryColumn();
  readonly unit = new DictionaryColumn();
  readonly currency = new DictionaryColumn();
  readonly contentProvider = new DictionaryColumn();
  readonly roamingProvider = new DictionaryColumn();
  readonly startTime = new TimeColumn();
  readonly endTime = new TimeColumn();
  readonly volume = new DecimalColumn();
  readonly chargedVolume = new DecimalColumn();
  readonly quantity = new DecimalColumn();
  readonly unitPrice = new DecimalColumn();
  readonly amount = new DecimalColumn();
  readonly vatAmount = new DecimalColumn();
  readonly vatRate = new DecimalColumn();
  /** How the table tells free and premium numbers from others. */
  readonly numbers: NumberClassifier;

  /** Currency code × 3 + VAT basis: see {@link moneyCode}. */
  readonly #money = new CodeVector();
  readonly #marks = new CodeVector();
  readonly #rawTimes = new Map<number, string>();
  /** By code of the other party. */
  readonly #classes: NumberClass[] = ['ordinary'];
  readonly #withheld = new WithheldRows();
  readonly #ids = new RowIndex((row) => this.#hashOfRow(row));
  #noted: Incompleteness = {};
  #version = 0;
  /** The total of the whole, which every header asks for at every update. */
  #whole: { readonly version: number; readonly total: Total } | null = null;

  constructor({ numberRules, homeCountry }: UsageTableOptions = {}) {
    this.numbers = new NumberClassifier(numberRules, homeCountry);
  }

  static create(options?: UsageTableOptions): UsageTable {
    return new UsageTable(options);
  }

  get length(): number {
    return this.#marks.length;
  }

  /** Grows with every append and every note. */
  get version(): number {
    return this.#version;
  }

  /** Texts of start times that could not be read, by row. */
  get rawTimes(): ReadonlyMap<number, string> {
    return this.#rawTimes;
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
  get withheld(): {
    readonly count: number;
    readonly sums: readonly MoneySum[];
    readonly rows: readonly WithheldRow[];
  } {
    return this.#withheld;
  }

  vat(row: number): VatBasis {
    return this.moneyOf(this.moneyCode(row)).vat;
  }

  /** Bit set of RECORD_MARKS. */
  marks(row: number): number {
    return this.#marks.get(row);
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
    return this.#money.get(row);
  }

  moneyOf(code: number): { currency: string | null; vat: VatBasis } {
    const currency = this.currency.values[Math.floor(code / VAT_BASES.length)] || null;
    return { currency, vat: VAT_BASES[code % VAT_BASES.length] ?? 'unstated' };
  }

  /**
   * Appends records. One that repeats an earlier one of its subscription, id and content alike, is
   * taken once; with the same id but other content, both stay and both are marked conflicting.
   */
  append(records: Iterable<Partial<UsageRecord>>): void {
    if (Array.isArray(records)) this.#reserve(this.length + records.length);
    for (const record of records) this.#take(checkRecord(record));
    this.#version++;
  }

  /** Notes what the table lacks; counts add up over calls. */
  note(gaps: Incompleteness): void {
    this.#noted = mergeGaps(this.#noted, gaps);
    this.#version++;
  }

  /** A row as a record, for its detail and for events. Scales of figures are the columns'. */
  record(row: number): UsageRecord {
    return {
      recordId: this.recordId.at(row),
      subscriptionNo: this.subscriptionNo.at(row) ?? '',
      startTime: this.startTime.time(row),
      rawTime: this.#rawTimes.get(row) ?? null,
      endTime: this.endTime.time(row),
      usageType: this.usageType.at(row),
      description: this.description.at(row),
      otherParty: this.otherParty.at(row),
      destination: this.destination.at(row),
      destinationCode: this.destinationCode.at(row),
      volume: this.volume.at(row),
      chargedVolume: this.chargedVolume.at(row),
      quantity: this.quantity.at(row),
      unit: this.unit.at(row),
      unitPrice: this.unitPrice.at(row),
      amount: this.amount.at(row),
      currency: this.currency.at(row),
      vat: this.vat(row),
      vatAmount: this.vatAmount.at(row),
      vatRate: this.vatRate.at(row),
      contentProvider: this.contentProvider.at(row),
      roamingProvider: this.roamingProvider.at(row),
      marks: this.marks(row),
    };
  }

  /**
   * The sums of the given rows, per currency and VAT basis. null stands for the whole table,
   * withheld money included; a selection of rows, even of all, is without it.
   */
  total(rows: Uint32Array | null): Total {
    if (rows) return this.#tally(rows.length, (i) => rows[i] ?? 0).total();
    if (this.#whole?.version !== this.#version) {
      const tally = this.#tally(this.length, (i) => i);
      addWithheld(tally, this.#withheld.rows);
      this.#whole = { version: this.#version, total: tally.total() };
    }
    return this.#whole.total;
  }

  #tally(count: number, rowAt: (i: number) => number): MoneyTally {
    const sums = new RowTally(this);
    for (let i = 0; i < count; i++) sums.add(rowAt(i));
    return sums.tally(this.#noted);
  }

  #take(record: UsageRecord): void {
    const kept = this.#meet(record);
    if (!kept) return;
    const code = record.otherParty ? this.otherParty.codeOf(record.otherParty) : 0;
    // A number that a row holds was classified before, and was not free.
    const known = code !== undefined;
    const cls = known ? this.numberClassOf(code) : this.numbers.classify(record.otherParty ?? '');
    if (cls === 'free') {
      this.#withheld.add(kept);
      return;
    }
    this.#push(kept);
    if (!known) this.#classes[this.otherParty.code(this.length - 1)] = cls;
  }

  /** Compares with earlier rows of the same id: the record as it is to be kept, null if it is. */
  #meet(record: UsageRecord): UsageRecord | null {
    if (!record.recordId) return record;
    const twins = this.#twinsOf(record);
    if (twins.some((row) => sameContent(this.record(row), record))) return null;
    const withheld = this.#withheld.meets(record);
    if (withheld === 'same') return null;
    if (twins.length === 0 && withheld === 'new') return record;
    for (const row of twins) this.#marks.set(row, this.marks(row) | RECORD_MARKS.conflicting);
    return { ...record, marks: record.marks | RECORD_MARKS.conflicting };
  }

  #twinsOf(record: UsageRecord): readonly number[] {
    const { recordId, subscriptionNo } = record;
    const subscription = this.subscriptionNo.codeOf(subscriptionNo);
    if (recordId === null || subscription === undefined) return NONE;
    const isTwin = (row: number): boolean =>
      this.subscriptionNo.code(row) === subscription && this.recordId.equals(row, recordId);
    const hash = hashText(recordId) ^ subscription;
    if (this.#ids.find(hash, isTwin) < 0) return NONE;
    const twins: number[] = [];
    this.#ids.find(hash, (row) => {
      if (isTwin(row)) twins.push(row);
      return false;
    });
    return twins;
  }

  #hashOfRow(row: number): number {
    return this.recordId.hash(row) ^ this.subscriptionNo.code(row);
  }

  #push(record: UsageRecord): void {
    const row = this.length;
    this.recordId.append(record.recordId);
    this.subscriptionNo.append(record.subscriptionNo);
    this.usageType.append(record.usageType);
    this.description.append(record.description);
    this.otherParty.append(record.otherParty);
    this.destination.append(record.destination);
    this.destinationCode.append(record.destinationCode);
    this.unit.append(record.unit);
    this.currency.append(record.currency);
    this.contentProvider.append(record.contentProvider);
    this.roamingProvider.append(record.roamingProvider);
    this.startTime.append(record.startTime);
    this.endTime.append(record.endTime);
    this.volume.append(record.volume);
    this.chargedVolume.append(record.chargedVolume);
    this.quantity.append(record.quantity);
    this.unitPrice.append(record.unitPrice);
    this.amount.append(record.amount);
    this.vatAmount.append(record.vatAmount);
    this.vatRate.append(record.vatRate);
    const vat = VAT_BASES.indexOf(record.vat);
    this.#money.push(this.currency.code(row) * VAT_BASES.length + vat);
    this.#marks.push(record.marks);
    if (record.rawTime) this.#rawTimes.set(row, record.rawTime);
    if (record.recordId) this.#ids.add(row);
  }

  #reserve(rows: number): void {
    for (const column of this.#columns()) column.reserve(rows);
  }

  #columns(): readonly { reserve(rows: number): void }[] {
    return [
      this.recordId,
      this.subscriptionNo,
      this.usageType,
      this.description,
      this.otherParty,
      this.destination,
      this.destinationCode,
      this.unit,
      this.currency,
      this.contentProvider,
      this.roamingProvider,
      this.startTime,
      this.endTime,
      this.volume,
      this.chargedVolume,
      this.quantity,
      this.unitPrice,
      this.amount,
      this.vatAmount,
      this.vatRate,
      this.#money,
      this.#marks,
    ];
  }
}

const NONE: readonly number[] = [];

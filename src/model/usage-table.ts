/** The columnar store of usage records: no object a row, every cell in a typed column. */
import type { DictionaryColumn } from './columns.js';
import {
  mergeGaps,
  MoneyTally,
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
  withoutNumber,
} from './number-rules.js';
import { hashOf, MAX_FOUND, textOf, unitsOf } from './packed-texts.js';
import { RecordColumns, WITHHELD_FIELDS } from './record-columns.js';
import { countFrom } from './order.js';
import { tallySteps, totalSteps } from './row-tally.js';
import { finish, inSteps, type Steps } from './steps.js';
import { RowFacts, type TableFacts } from './table-facts.js';
import { RECORD_MARKS, type UsageRecord } from './usage-record.js';

export { WITHHELD_FIELDS } from './record-columns.js';

/** By what rules numbers called are judged: what is withheld, premium, roaming. */
export interface UsageTableOptions {
  readonly numberRules?: NumberRules;
  /** Country calling code, digits only; by default that of the rules. */
  readonly homeCountry?: string;
}

/** As many rows take some milliseconds. */
const APPENDED_ROWS = 2 ** 12;

const { conflicting, premium, roaming } = RECORD_MARKS;
const CLASS_MARKS: Partial<Record<NumberClass, number>> = { premium, roaming };

/**
 * Usage records by row, in the order in which they were appended. Grows only; readers look at
 * {@link version} to see that there is more.
 */
export class UsageTable extends RecordColumns {
  readonly numberRules: NumberRules | undefined;
  /** Country calling code, digits only. */
  readonly homeCountry: string;
  #length = 0;
  readonly #classify: (number: string) => NumberClass;
  /** By code of the other party. */
  readonly #classes: NumberClass[] = [];
  /** Rows to free numbers and helplines, without anything that tells who was called. */
  #withheld: UsageTable | null = null;
  /** The table from which these rows are withheld. */
  readonly #listed: UsageTable | null;
  #noted: Incompleteness = {};
  #version = 0;
  /** Of the first rows of this part, kept: every header asks for the total at every update. */
  readonly #tally = new MoneyTally();
  #tallied = 0;
  readonly #facts = new RowFacts();
  /** What may hold the number called as well. */
  readonly #texts = [this.description, this.destination, this.contentProvider] as const;

  /** @internal @param listed where this is the table of rows withheld from another. */
  constructor(
    {
      numberRules,
      homeCountry = numberRules?.homeCountry ?? DEFAULT_HOME_COUNTRY,
    }: UsageTableOptions = {},
    listed: UsageTable | null = null,
  ) {
    super(listed ? WITHHELD_FIELDS : undefined);
    this.numberRules = numberRules;
    // A host may write '+47', or a number.
    this.homeCountry = [homeCountry].join().replace(/\D/g, '');
    this.#classify = numberClassifier(numberRules, this.homeCountry);
    this.#listed = listed;
  }

  /** An empty table, of a host's own records or to put several tables together. */
  static create(options?: UsageTableOptions): UsageTable {
    return new UsageTable(options);
  }

  /** How many rows are listed. */
  get length(): number {
    return this.#length;
  }

  /** Grows with every batch of rows and every note. */
  get version(): number {
    return this.#version;
  }

  /** What is known to be missing from the whole table. */
  get gaps(): Incompleteness {
    return this.total(null).gaps;
  }

  /** @internal What was noted from outside; what single rows lack is theirs alone. */
  get notedGaps(): Incompleteness {
    return this.#noted;
  }

  /** Rows to free and helpline numbers: not listed, but their money counts in the whole. */
  get withheld(): { readonly count: number; readonly sums: readonly MoneySum[] } {
    return this.#withheld?.total(null) ?? { count: 0, sums: [] };
  }

  /** @internal The table itself and, if there are any, the withheld rows: what the whole is made of. */
  get parts(): readonly UsageTable[] {
    return this.#withheld ? [this, this.#withheld] : [this];
  }

  /** What is known of the listed rows, whatever the filter. */
  get facts(): TableFacts {
    return this.#facts.of(this);
  }

  /** What kind of number a row holds by the rules of the table; `presentNumber` asks for it. */
  numberClass(row: number): NumberClass {
    return this.numberClassOf(this.otherParty.code(row));
  }

  /** @internal The class of a distinct other party, by its code in the column. */
  numberClassOf(code: number): NumberClass {
    return this.#classes[code] ?? 'ordinary';
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
    for (const record of records) {
      const { otherParty, recordId, vat = 'unstated' } = record;
      const number = typeof otherParty === 'string' ? otherParty : '';
      const id = typeof recordId === 'string' ? recordId : '';
      const part = this.begin(unitsOf(number), 0, number.length);
      const marks = part.write(part.length, record);
      part.commit(marks, vat, unitsOf(id), 0, id.length);
    }
    this.changed();
  }

  /**
   * Takes over all rows, withheld rows and noted gaps of another table; twins are judged as in
   * `append`. Returns how many rows repeated one that was there.
   */
  appendTable(other: UsageTable): number {
    return finish(this.appendSteps(other));
  }

  /** @internal The same, some rows at a time: between two steps there are some of them, in all totals. */
  *appendSteps(other: UsageTable): Steps<number> {
    let repeated = 0;
    for (const part of other.parts) {
      yield* inSteps(
        part.length,
        (from, to) => {
          for (let row = from; row < to; row++) {
            if (!this.takeRow(part, row, part === other)) repeated++;
          }
          this.changed();
        },
        APPENDED_ROWS,
      );
    }
    this.note(other.#noted);
    return repeated;
  }

  /**
   * Takes over a row of another table; `changed` is to be called after the last of them.
   *
   * @internal
   * @param isListed false for one that was withheld there
   * @returns false if it repeats one that was there
   */
  takeRow(from: UsageTable, row: number, isListed = true): boolean {
    const number = from.otherParty.at(row) ?? '';
    const listed = this.begin(unitsOf(number), 0, number.length);
    const part = isListed ? listed : this.#withhold();
    part.copy(part.length, from, row);
    const id = from.recordId.at(row) ?? '';
    return part.commit(from.marks(row), from.vat(row), unitsOf(id), 0, id.length);
  }

  /**
   * Begins a row: writes its other party, UTF-16 units [from, to), or none where they are empty,
   * and returns the table in which the row belongs. That is this one or, for a free or helpline
   * number, that of the withheld rows: in it, only {@link WITHHELD_FIELDS} may be written, and the
   * number and what tells of it must be learned by no column.
   *
   * The cells of the row are to be written at the `length` of the table returned, and then
   * `commit` to be called on it.
   *
   * @internal
   */
  begin(units: Uint16Array, from: number, to: number): UsageTable {
    const { otherParty } = this;
    let code = otherParty.codeOfUnits(units, from, to);
    // A number that a row holds was classified before, and was not free.
    if (code === undefined) {
      const number = textOf(units, from, to);
      const cls = this.#classify(number);
      if (cls === 'free') return this.#withhold();
      code = otherParty.learn(number, units, from, to);
      this.#classes[code] = cls;
    }
    otherParty.set(this.#length, code);
    return this;
  }

  /**
   * Takes the row that was begun and written. Without an id, `from` and `to` are equal.
   *
   * @internal
   * @returns false if it repeats a row, and so was dropped.
   */
  commit(marks: number, vat: VatBasis, id: Uint16Array, from: number, to: number): boolean {
    const row = this.#length;
    for (const column of this.#texts) if (column.isNumbered(row)) this.#coverNumber(row, column);
    this.complete(row, marks | (CLASS_MARKS[this.numberClass(row)] ?? 0), vat);
    const hash = from < to ? hashOf(id, from, to, this.subscriptionNo.hash(row)) : 0;
    const subscriptionNo = this.subscriptionNo.at(row);
    const twins = this.rowsOf(subscriptionNo, hash, id, from, to);
    if (twins.some((twin) => this.isSame(twin, row))) {
      this.empty(row);
      return false;
    }
    this.#length++;
    this.recordId.add(twins.length < MAX_FOUND ? hash : 0, id, from, to);
    this.#facts.add(this, row);
    const other = this.#withheld ?? this.#listed;
    const others = other?.rowsOf(subscriptionNo, hash, id, from, to) ?? [];
    if (twins.length + others.length > 0) this.#flag([row, ...twins]);
    if (other) other.#flag(others);
    return true;
  }

  /** @internal To be called after a batch of rows that were taken one by one. */
  changed(): void {
    this.#version++;
    // While the rows are at hand, and a few at a time: a million of them would hold up the first draw.
    this.#sum();
  }

  /** Notes what the table lacks; counts add up over calls. */
  note(gaps: Incompleteness): void {
    this.#noted = mergeGaps(this.#noted, gaps);
    this.changed();
  }

  /**
   * The sums of the given rows, per currency and VAT basis. null stands for the whole table,
   * withheld money included; a selection of rows, even of all, is without it.
   */
  total(rows: Uint32Array | null): Total {
    if (rows) return finish(totalSteps(this, rows, this.#noted));
    const tally = new MoneyTally(this.#noted);
    for (const part of this.parts) tally.addTotal(part.#sum());
    return tally.total();
  }

  /** Takes the number called out of a text beside it: it has a field of its own, which policies are about. */
  #coverNumber(row: number, column: DictionaryColumn): void {
    const number = this.otherParty.at(row);
    if (!number || this.numberClass(row) === 'premium') return;
    const text = column.at(row) ?? '';
    const covered = withoutNumber(text, number, this.homeCountry);
    if (covered !== text) column.write(row, covered);
  }

  /** Of all rows of this part. */
  #sum(): Total {
    const added = countFrom(this.#tallied, this.#length - this.#tallied);
    finish(tallySteps(this, added, [], () => this.#tally));
    this.#tallied = this.#length;
    return this.#tally.total();
  }

  #withhold(): UsageTable {
    return (this.#withheld ??= new UsageTable({}, this));
  }

  #flag(rows: readonly number[]): void {
    for (const row of rows) {
      const marks = this.marks(row);
      if (marks & conflicting) continue;
      this.markSets.set(row, marks | conflicting);
      if (row < this.#tallied) this.#tally.note({ conflictingRows: 1 });
    }
  }
}

import { compareDecimals } from '../model/decimal.js';
import type { Total, VatBasis } from '../model/money.js';
import {
  deriveView,
  isFiltering,
  type TableFilter,
  type TableSort,
  type ViewWords,
} from '../model/table-view.js';
import type { UsageTable } from '../model/usage-table.js';
import { DEFAULT_SORT } from './records-view-state.js';

const NO_BASIS: SharedBasis = { currency: undefined, vat: undefined };
const NO_ROWS = new Uint32Array(0);
const NO_TOTAL: Total = { sums: [], count: 0, complete: true, gaps: {} };

/** Currency and VAT basis that all listed amounts share; undefined where they differ or there are none. */
export interface SharedBasis {
  /** Null: none of them states one. */
  readonly currency: string | null | undefined;
  readonly vat: VatBasis | undefined;
}

/** What is known of a whole table, whatever the filter. */
export interface TableFacts {
  /** Distinct usage type codes, in order of first appearance. */
  readonly types: readonly string[];
  /** Wall ms of the earliest and the latest record; NaN when none states a time. */
  readonly earliest: number;
  readonly latest: number;
  /** A record is charged for another volume than it used. */
  readonly charged: boolean;
  /** A record has something to be said about it. */
  readonly marked: boolean;
  /** What the listed amounts have in common. */
  readonly basis: SharedBasis;
}

/** One way of looking at a table: filter, sort, the rows that remain, and their total. */
export class RecordsView {
  #table: UsageTable | null = null;
  #version = -1;
  #words: ViewWords | null = null;
  #filter: TableFilter = {};
  #sort: TableSort = DEFAULT_SORT;
  #rows: Uint32Array = NO_ROWS;
  #derived = false;
  #total: Total | null = null;
  #facts = new FactsReader();

  get filter(): TableFilter {
    return this.#filter;
  }

  set filter(filter: TableFilter) {
    this.#filter = filter;
    this.#stale();
  }

  get sort(): TableSort {
    return this.#sort;
  }

  set sort(sort: TableSort) {
    this.#sort = sort;
    this.#derived = false;
  }

  /** True when every record is in the view. */
  get unfiltered(): boolean {
    return !isFiltering(this.#filter);
  }

  get table(): UsageTable | null {
    return this.#table;
  }

  get facts(): TableFacts {
    return this.#facts.facts;
  }

  /** Row indexes in the order in which they are shown. */
  get rows(): Uint32Array {
    if (!this.#derived && this.#table && this.#words) {
      this.#rows = deriveView(this.#table, this.#filter, this.#sort, this.#words);
      this.#derived = true;
    }
    return this.#rows;
  }

  /** Of the rows in the view; of everything, money of unlisted rows included, without a filter. */
  get total(): Total {
    this.#total ??= this.#table?.total(this.unfiltered ? null : this.rows) ?? NO_TOTAL;
    return this.#total;
  }

  /** Takes table and words; what has not changed is kept. Returns whether it is another table. */
  follow(table: UsageTable | null, words: ViewWords): boolean {
    const replaced = table !== this.#table;
    const grown = !replaced && table !== null && table.version !== this.#version;
    const reworded = words !== this.#words;
    if (replaced) this.#facts = new FactsReader();
    this.#table = table;
    this.#version = table?.version ?? -1;
    this.#words = words;
    if (table && (replaced || grown)) this.#facts.read(table);
    if (replaced || grown || reworded) this.#stale();
    if (!table) this.#rows = NO_ROWS;
    return replaced;
  }

  #stale(): void {
    this.#derived = false;
    this.#total = null;
  }
}

/** Reads each row once, also when rows are appended later. */
class FactsReader {
  #read = 0;
  /** Money codes that amounts were seen with. */
  readonly #money = new Set<number>();
  facts: TableFacts = {
    types: [],
    earliest: NaN,
    latest: NaN,
    charged: false,
    marked: false,
    basis: NO_BASIS,
  };

  read(table: UsageTable): void {
    let { earliest, latest, charged, marked } = this.facts;
    let lastMoney = -1;
    for (let row = this.#read; row < table.length; row++) {
      const wall = table.startTime.at(row);
      if (!(wall >= earliest)) earliest = Number.isNaN(wall) ? earliest : wall;
      if (!(wall <= latest)) latest = Number.isNaN(wall) ? latest : wall;
      marked ||= table.marks(row) !== 0 || table.numberClass(row) === 'premium';
      charged ||= chargesOtherVolume(table, row);
      const money = table.moneyCode(row);
      if (money !== lastMoney && !table.amount.isMissing(row)) {
        this.#money.add(money);
        lastMoney = money;
      }
    }
    this.#read = table.length;
    const types = table.usageType.values.filter((code) => code !== '');
    const basis = this.#sharedBasis(table);
    this.facts = { types, earliest, latest, charged, marked, basis };
  }

  #sharedBasis(table: UsageTable): SharedBasis {
    const seen = [...this.#money].map((code) => table.moneyOf(code));
    return {
      currency: only(seen.map(({ currency }) => currency)),
      vat: only(seen.map(({ vat }) => vat)),
    };
  }
}

function only<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

function chargesOtherVolume({ chargedVolume, volume }: UsageTable, row: number): boolean {
  if (chargedVolume.isMissing(row)) return false;
  if (chargedVolume.scale === volume.scale && chargedVolume.key(row) === volume.key(row)) {
    return false;
  }
  const charged = chargedVolume.at(row);
  const used = volume.at(row);
  return charged === null || used === null || compareDecimals(charged, used) !== 0;
}

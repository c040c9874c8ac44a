import { type Columns, columnsOf, productRecord, type Row, rowAt } from '../data.js';
import type { UsageRecord } from '../../src/index.js';

/** A row as it is on screen. */
export interface ShownRow {
  /** The texts of its cells, in any order. */
  readonly cells: readonly string[];
  /** Its place in the view, where the row states it; checked against what the cells say. */
  readonly index?: number;
}

/** The records of a run, in the form that a contestant asks for. */
export interface Source {
  readonly count: number;
  objects(): Row[];
  columns(): Columns;
  records(): Iterable<Partial<UsageRecord>>;
}

export interface Frame {
  /** Height of a row, CSS pixels. */
  readonly rowHeight: number;
  /** Height of header and rows together, CSS pixels. */
  readonly height: number;
}

/**
 * One way to show very many records. Everything goes through the public interface of what is measured. A
 * method may return before its effect is on screen: the clock runs until the right record is.
 */
export interface Contestant {
  /** Makes the data; not timed. */
  load(source: Source): void | Promise<void>;
  /** Shows the table in an empty host of fixed size. */
  mount(host: HTMLElement, frame: Frame): void | Promise<void>;
  /** Brings the record at a place of the view to the top, or near it if its rows state their index. */
  jump(index: number): void;
  /** The largest amount first. */
  sortByAmount(): void;
  /** Keeps the records that hold the text, in the order that is on. */
  filter(text: string): void;
  /**
   * Shows one line a subscription with its exact total, and its usage types below. Left out by those that
   * are not measured in it; false where it can not be done yet.
   */
  group?(): boolean;
  /** The row to which an element on screen belongs, null for none. */
  rowOf(element: Element): ShownRow | null;
  /** The element that scrolls. */
  scroller(): Element;
}

export function sourceOf(count: number): Source {
  return {
    count,
    objects: () => Array.from({ length: count }, (_, index) => rowAt(index, count)),
    columns: () => columnsOf(count),
    *records() {
      for (let index = 0; index < count; index++) yield productRecord(index, count);
    },
  };
}

/** The row around an element; cells are its children unless they lie deeper. */
export function rowByCells(element: Element, row: string, cell = ':scope > *'): ShownRow | null {
  const found = element.closest(row);
  return found && { cells: Array.from(found.querySelectorAll(cell), (each) => each.textContent) };
}

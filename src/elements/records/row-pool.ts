import type { UsageTable } from '../../model/usage-table.js';
import type { Column } from './columns.js';
import { toneOf } from './marks.js';
import type { RecordWords } from './record-words.js';

/** Everything that is drawn of the rows; a new object means that any cell may read otherwise. */
export interface RowContent {
  readonly table: UsageTable;
  /** Row indexes of the table in the order in which they are shown. */
  readonly rows: Uint32Array;
  readonly columns: readonly Column[];
  readonly words: RecordWords;
  /** Whether rows say if they are selected. */
  readonly selectable: boolean;
}

/** Where drawn rows stand; see RowWindow. */
export interface RowPlaces {
  readonly first: number;
  readonly drawn: number;
  offset(index: number): number;
}

interface Slot {
  readonly element: HTMLElement;
  readonly cells: readonly Cell[];
  /** Position in the view; -1 when the slot shows nothing. */
  index: number;
  content: RowContent | null;
  /** Row of the table. */
  row: number;
  offset: number;
  selected: boolean | null;
  active: boolean;
}

interface Cell {
  readonly element: HTMLElement;
  readonly column: Column;
  readonly text: Text;
  tone: string;
}

/** The card's first line; everything else stands in the second. */
const FIRST_LINE: readonly string[] = ['time', 'marks', 'amount'];

/**
 * A bounded set of row elements, each showing row `index` of the view where slot = index % size, so
 * that a scroll by n rows touches n of them, and of these only the text nodes that read otherwise.
 */
export class RowPool {
  readonly #body: HTMLElement;
  #slots: Slot[] = [];
  #columns: readonly Column[] = [];
  #shape = '';
  /** In the document: which slot stands first, and among how many the rows are dealt out. */
  #leading = 0;
  #dealt = 0;

  constructor(body: HTMLElement) {
    this.#body = body;
  }

  /** Shows the rows of the window. Nothing is written that already reads so. */
  draw(content: RowContent, places: RowPlaces, selectedRow: number, activeIndex: number): void {
    this.#prepare(content, places.drawn);
    const { drawn, first } = places;
    for (let index = first; index < first + drawn; index++) {
      const slot = this.#slots[index % drawn];
      if (!slot) continue;
      this.#fill(slot, content, index);
      this.#place(slot, places.offset(index));
      this.#mark(slot, content, selectedRow, activeIndex);
    }
    for (let i = drawn; i < this.#slots.length; i++) this.#hide(this.#slots[i]);
  }

  /** Shows nothing and keeps nothing. */
  clear(): void {
    for (const slot of this.#slots) this.#hide(slot);
  }

  /** Id of the element that shows row `index` of the view, if it is drawn. */
  idOf(index: number): string | null {
    return this.#slots.find((slot) => slot.index === index)?.element.id ?? null;
  }

  /** Position in the view of the row that an event came from. */
  indexOf(target: EventTarget | null): number | null {
    const element = target instanceof Element ? target.closest('[role="row"]') : null;
    return this.#slots.find((slot) => slot.element === element)?.index ?? null;
  }

  /**
   * Puts the elements into the order in which they are seen, for those who read the document and for
   * copying. Recycling only ever rotates them, so the shorter way round moves the fewest.
   */
  order({ drawn, first }: RowPlaces): void {
    const leading = drawn === 0 ? 0 : first % drawn;
    const ordered = { leading: this.#leading, drawn: this.#dealt };
    this.#leading = leading;
    this.#dealt = drawn;
    if (ordered.drawn !== drawn) {
      this.#body.append(...this.#elements(leading, drawn), ...this.#elementsAfter(drawn));
      return;
    }
    const forward = drawn === 0 ? 0 : (leading - ordered.leading + drawn) % drawn;
    if (forward === 0) return;
    if (forward <= drawn / 2) {
      const last = this.#elements(ordered.leading, forward);
      const end = this.#slots[drawn]?.element ?? null;
      for (const element of last) this.#body.insertBefore(element, end);
    } else {
      this.#body.prepend(...this.#elements(leading, drawn - forward));
    }
  }

  /** Elements of `count` slots in the order in which they are seen, from slot `from` on. */
  #elements(from: number, count: number): HTMLElement[] {
    return Array.from(
      { length: count },
      (_, i) => this.#slots[(from + i) % this.#dealt]?.element,
    ).filter((element) => element !== undefined);
  }

  #elementsAfter(drawn: number): HTMLElement[] {
    return this.#slots.slice(drawn).map(({ element }) => element);
  }

  #prepare({ columns }: RowContent, size: number): void {
    const shape = columns.map(({ name }) => name).join();
    if (shape !== this.#shape) {
      this.#body.replaceChildren();
      this.#slots = [];
      this.#dealt = 0;
      this.#shape = shape;
      this.#columns = columns;
    }
    while (this.#slots.length < size) {
      const slot = this.#createSlot(this.#slots.length);
      this.#slots.push(slot);
      this.#body.append(slot.element);
    }
  }

  #createSlot(number: number): Slot {
    const element = document.createElement('div');
    element.id = `row-${number}`;
    element.className = 'row';
    element.setAttribute('role', 'row');
    element.setAttribute('part', 'row');
    const lines = [document.createElement('div'), document.createElement('div')] as const;
    for (const line of lines) line.className = 'line';
    const cells = this.#columns.map((column, i) => createCell(column, i + 1));
    for (const { element: cell, column } of cells) {
      lines[FIRST_LINE.includes(column.name) ? 0 : 1].append(cell);
    }
    element.append(...lines);
    return {
      element,
      cells,
      index: -1,
      content: null,
      row: -1,
      offset: NaN,
      selected: null,
      active: false,
    };
  }

  #fill(slot: Slot, content: RowContent, index: number): void {
    const row = content.rows[index] ?? 0;
    if (slot.index !== index) {
      if (slot.index === -1) slot.element.hidden = false;
      slot.index = index;
      // The header is row 1.
      slot.element.setAttribute('aria-rowindex', String(index + 2));
    }
    if (slot.row === row && slot.content === content) return;
    slot.row = row;
    slot.content = content;
    for (const cell of slot.cells) {
      const text = cell.column.text(content.table, row, content.words);
      if (cell.text.data !== text) cell.text.data = text;
      if (cell.column.name === 'marks') setTone(cell, toneOf(content.table, row));
    }
  }

  #place(slot: Slot, offset: number): void {
    if (slot.offset === offset) return;
    slot.offset = offset;
    slot.element.style.transform = `translateY(${offset}px)`;
  }

  #mark(slot: Slot, { selectable }: RowContent, selectedRow: number, activeIndex: number): void {
    const selected = selectable ? slot.row === selectedRow : null;
    if (slot.selected !== selected) {
      slot.selected = selected;
      if (selected === null) slot.element.removeAttribute('aria-selected');
      else slot.element.setAttribute('aria-selected', String(selected));
    }
    const active = slot.index === activeIndex;
    if (slot.active !== active) {
      slot.active = active;
      slot.element.classList.toggle('active', active);
    }
  }

  #hide(slot: Slot | undefined): void {
    if (!slot || slot.index === -1) return;
    slot.index = -1;
    slot.row = -1;
    slot.content = null;
    slot.element.hidden = true;
    // A hidden element must not keep a customer's data either.
    for (const cell of slot.cells) cell.text.data = '';
  }
}

function createCell(column: Column, position: number): Cell {
  const element = document.createElement('div');
  element.className = `cell ${column.name}`;
  element.setAttribute('role', 'gridcell');
  element.setAttribute('aria-colindex', String(position));
  const text = document.createTextNode('');
  element.append(text);
  return { element, column, text, tone: '' };
}

/** The shape before the words of a mark hangs on this attribute. */
function setTone(cell: Cell, tone: string): void {
  if (cell.tone === tone) return;
  cell.tone = tone;
  if (tone === '') cell.element.removeAttribute('data-tone');
  else cell.element.setAttribute('data-tone', tone);
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clamp, RowWindow } from '../../controllers/row-window.js';
import { toneOf } from './cells.js';
import type { Shown } from './shown.js';

/** No scroll event for this long means that scrolling has paused; milliseconds. */
const PAUSE = 150;

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** A row element that shows row `index` of the view. */
interface Slot {
  readonly element: HTMLElement;
  readonly texts: readonly Text[];
  index: number;
  offset: number;
  shown: Shown | null;
  /** Row of the table. */
  row: number;
}

/**
 * Draws the rows that are in view into a bounded set of row elements: row `index` stands in slot
 * `index % slots`, so that a scroll by n rows touches n of them, and of these only the texts that read
 * otherwise. The scroll path reads `scrollTop` and nothing else of the layout: every other measure is
 * taken when a resize observer tells of a change.
 */
export class RowScroller implements ReactiveController {
  readonly #host: Host;
  readonly #window = new RowWindow();
  readonly #observer = new ResizeObserver(() => this.#measure());
  #slots: Slot[] = [];
  #columns = '';
  #shown!: Shown;
  #selected: number | null = null;
  #active = 0;
  /** Height of a row and of the place in which rows are seen; 0 as long as it is not known. */
  #rowHeight = 0;
  #viewport = 0;
  /** The scrollTop last read or written; null when the browser may have reset it. */
  #scrollTop: number | null = null;
  #pause?: ReturnType<typeof setTimeout>;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Also to be called when the grid has been rendered for the first time. */
  hostConnected(): void {
    const parts = this.#host.renderRoot.querySelectorAll('.grid, .head, .probe');
    for (const part of parts) this.#observer.observe(part);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    clearTimeout(this.#pause);
    this.#scrollTop = null;
  }

  /** Position in the view of the row that the keyboard is at. */
  get active(): number {
    return this.#active;
  }

  /**
   * Shows rows, one row of the table as selected (-1 for none, null where none can be). From the top, or
   * with the row at the top and the keyboard's row where they are, by what they show.
   */
  show(shown: Shown, selected: number | null, fromTop: boolean): void {
    const old = this.#shown as Shown | undefined;
    if (shown === old && selected === this.#selected && !fromTop) return;
    const find = (index: number): number =>
      fromTop || !old ? 0 : Math.max(0, shown.rows.indexOf(old.rows[index] ?? -1));
    const { top, anchor } = this.#window;
    this.#selected = selected;
    this.#shown = shown;
    if (fromTop || shown !== old) {
      this.#active = find(this.#active);
      this.#resize(top > 0 ? find(anchor) : 0);
    }
    this.#drawInOrder();
  }

  /** Moves the keyboard's row and brings it into view. */
  activate(index: number): void {
    this.#active = clamp(index, 0, this.#shown.rows.length - 1);
    this.#scrollTo(this.#window.reveal(this.#active));
    this.#draw();
    this.#pauseLater();
  }

  /** Follows a key of the grid; false when it leads nowhere. */
  move(key: string): boolean {
    const { page } = this.#window;
    const at = this.#active;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: Infinity,
    };
    const to = places[key];
    if (to !== undefined) this.activate(to);
    return to !== undefined;
  }

  readonly scrolled = (): void => {
    this.#scrollTop = this.#part('grid').scrollTop;
    this.#window.scrolled(this.#scrollTop);
    this.#draw();
    this.#pauseLater();
  };

  #part(name: string): HTMLElement {
    return this.#host.renderRoot.querySelector(`.${name}`) as HTMLElement;
  }

  #pauseLater(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#scrollTo(this.#window.settle());
      this.#drawInOrder();
    }, PAUSE);
  }

  #measure(): void {
    const rowHeight = this.#part('probe').offsetHeight;
    if (rowHeight === 0) {
      // Hidden: what was measured last holds until the element is shown again.
      this.#scrollTop = null;
      return;
    }
    const unseen = this.#viewport === 0;
    this.#rowHeight = rowHeight;
    this.#viewport = this.#part('grid').clientHeight - this.#part('head').offsetHeight;
    this.#resize();
    // The keyboard's row was to be brought into view before there was one.
    if (unseen) this.#scrollTo(this.#window.reveal(this.#active));
    this.#drawInOrder();
  }

  #resize(rowsAbove?: number): void {
    const rowHeight = this.#rowHeight;
    // Before the first layout nothing can be placed, so nothing is drawn.
    const count = rowHeight && this.#shown.rows.length;
    const size = { count, rowHeight: rowHeight || 1, viewport: this.#viewport };
    this.#scrollTo(this.#window.resize(size, rowsAbove));
  }

  #scrollTo(scrollTop: number | null): void {
    if (scrollTop === null || scrollTop === this.#scrollTop) return;
    this.#scrollTop = this.#part('grid').scrollTop = scrollTop;
  }

  #draw(): void {
    const { first, drawn } = this.#window;
    this.#provide(drawn);
    for (let index = first; index < first + drawn; index++) {
      const slot = this.#slots[index % drawn];
      if (slot) this.#fill(slot, index);
    }
    const active = this.#slots.find(({ index }) => index === this.#active);
    const [grid, name] = [this.#part('grid'), 'aria-activedescendant'];
    const id = active?.element.id ?? '';
    if (grid.getAttribute(name) !== id) grid.setAttribute(name, id);
  }

  /** As many slots as rows are drawn. One too many goes, and what it showed of a customer with it. */
  #provide(drawn: number): void {
    const { columns } = this.#shown;
    const names = columns.map(([name]) => name);
    const keep = names.join() === this.#columns ? drawn : 0;
    this.#columns = names.join();
    for (const { element } of this.#slots.splice(keep)) element.remove();
    while (this.#slots.length < drawn) {
      const slot = createSlot(`row-${this.#slots.length}`, names);
      this.#part('body').append(slot.element);
      this.#slots.push(slot);
    }
  }

  #fill(slot: Slot, index: number): void {
    const { element, texts } = slot;
    const shown = this.#shown;
    const row = shown.rows[index] ?? 0;
    const offset = this.#window.offset(index);
    // The header is row 1.
    if (slot.index !== index) element.ariaRowIndex = `${index + 2}`;
    if (slot.offset !== offset) element.style.transform = `translateY(${offset}px)`;
    if (slot.row !== row || slot.shown !== shown) {
      shown.columns.forEach(([name, , textOf], i) => {
        const text = texts[i] as Text;
        const words = textOf(shown, row);
        if (text.data !== words) text.data = words;
        // The shape before the words of a mark hangs on this attribute.
        if (name === 'marks') text.parentElement?.setAttribute('data-tone', toneOf(shown, row));
      });
    }
    slot.index = index;
    slot.offset = offset;
    slot.row = row;
    slot.shown = shown;
    const selected = this.#selected === null ? null : `${row === this.#selected}`;
    if (element.ariaSelected !== selected) element.ariaSelected = selected;
    element.classList.toggle('active', index === this.#active);
  }

  /**
   * Puts the elements into the order in which they are seen, for those who read the document and for
   * copying. From the last one up: after scrolling down only those move that show other rows.
   */
  #drawInOrder(): void {
    this.#draw();
    let next: Element | null = null;
    for (const { element } of this.#slots.toSorted((a, b) => b.index - a.index)) {
      if (element.nextElementSibling !== next) this.#part('body').insertBefore(element, next);
      next = element;
    }
  }
}

function createSlot(id: string, columns: readonly string[]): Slot {
  const element = createBox('row', 'row');
  element.id = id;
  element.setAttribute('part', 'row');
  const texts = columns.map((name, i) => {
    const cell = createBox(`cell ${name}`, 'gridcell');
    const text = new Text();
    cell.ariaColIndex = `${i + 1}`;
    cell.append(text);
    element.append(cell);
    return text;
  });
  return { element, texts, index: -1, offset: NaN, shown: null, row: -1 };
}

function createBox(className: string, role: string): HTMLElement {
  const box = document.createElement('div');
  box.className = className;
  box.role = role;
  return box;
}

import { html, nothing, type ReactiveController, type ReactiveControllerHost, render } from 'lit';
import { clamp, RowWindow } from '../../controllers/row-window.js';
import { toneOf } from './cells.js';
import type { Shown } from './shown.js';

/** No scroll event for this long means that scrolling has paused; milliseconds. */
const PAUSE = 150;

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** A place for a row element, which shows row `index` of the view. */
interface Slot {
  readonly place: HTMLElement;
  index: number;
  /** What else it shows. */
  state: string;
  shown: Shown | null;
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
    for (let index = first; index < first + drawn; index++) this.#fill(index, index % drawn);
    const isDrawn = this.#active >= first && this.#active < first + drawn;
    const id = isDrawn ? `row-${this.#active % drawn}` : '';
    const [grid, name] = [this.#part('grid'), 'aria-activedescendant'];
    if (grid.getAttribute(name) !== id) grid.setAttribute(name, id);
  }

  /** As many slots as rows are drawn. One too many goes, and what it showed of a customer with it. */
  #provide(drawn: number): void {
    for (const { place } of this.#slots.splice(drawn)) place.remove();
    while (this.#slots.length < drawn) {
      const place = document.createElement('div');
      this.#part('body').append(place);
      this.#slots.push({ place, index: -1, state: '', shown: null });
    }
  }

  #fill(index: number, number: number): void {
    const slot = this.#slots[number];
    const shown = this.#shown;
    const row = shown.rows[index] ?? 0;
    const offset = this.#window.offset(index);
    const selected = this.#selected === null ? nothing : row === this.#selected;
    const active = index === this.#active ? 'active' : '';
    const state = [index, offset, String(selected), active].join();
    if (!slot || (slot.state === state && slot.shown === shown)) return;
    Object.assign(slot, { index, state, shown });
    // The header is row 1.
    const template = html`<div
      id="row-${number}"
      class="row ${active}"
      part="row"
      role="row"
      aria-rowindex=${index + 2}
      aria-selected=${selected}
      .style=${`transform:translateY(${offset}px)`}
    >
      ${shown.columns.map(
        ([name, , text], i) =>
          html`<span
            class="cell ${name}"
            role="gridcell"
            aria-colindex=${i + 1}
            data-tone=${name === 'marks' ? toneOf(shown, row) : nothing}
            >${text(shown, row)}</span
          >`,
      )}
    </div>`;
    render(template, slot.place);
  }

  /**
   * Puts the elements into the order in which they are seen, for those who read the document and for
   * copying. From the last one up: after scrolling down only those move that show other rows.
   */
  #drawInOrder(): void {
    this.#draw();
    let next: Element | null = null;
    for (const { place } of this.#slots.toSorted((a, b) => b.index - a.index)) {
      if (place.nextElementSibling !== next) this.#part('body').insertBefore(place, next);
      next = place;
    }
  }
}

import { html, nothing, type ReactiveController, render, type TemplateResult } from 'lit';
import { clamp, RowWindow } from '../../controllers/row-window.js';
import { shapeOf } from './cells.js';
import type { Shown } from './shown.js';

const BONE = html`<span class="bone"></span>`;

/** Nothing drawn for this long means that scrolling has paused; milliseconds. */
const PAUSE = 150;

/**
 * Draws the rows that are in view into a bounded set of places: row `index` stands in place
 * `index % places`, so that a scroll by n rows touches n of them, and of these only the texts that read
 * otherwise. The scroll path reads `scrollTop` and nothing else of the layout: every other measure is
 * taken when a resize observer tells of a change.
 */
export class RowScroller implements ReactiveController {
  readonly #root: () => ParentNode;
  readonly #window = new RowWindow();
  readonly #observer = new ResizeObserver(() => this.#measure());
  #shown!: Shown;
  #selected: number | null = null;
  #active = 0;
  #places: HTMLElement[] = [];
  /** Which row each place shows, and how: what shows the same is not drawn again. */
  #states: string[] = [];
  #pause?: ReturnType<typeof setTimeout>;
  #measured = false;

  /** @param root what holds the grid, once it is rendered. */
  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  /** Also to be called when the grid has been rendered for the first time. */
  hostConnected(): void {
    // What is observed anew is told of at once: a browser has reset the place of what was moved.
    this.hostDisconnected();
    for (const part of this.#root().querySelectorAll('.grid, .head, .probe')) {
      this.#observer.observe(part);
    }
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    clearTimeout(this.#pause);
  }

  /** Position in the view of the row that the keyboard is at. */
  get active(): number {
    return this.#active;
  }

  /**
   * Shows rows, one row of the table as selected (-1 for none, null where none can be). From the top, with
   * row `start` of the table in view if it is there; null leaves the row at the top and the keyboard's row
   * where they are, by what they show.
   */
  show(shown: Shown, selected: number | null, start: number | null): void {
    const before = this.#shown as Shown | undefined;
    if (shown === before && selected === this.#selected && start === null) return;
    const { top, anchor } = this.#window;
    const find = (index: number): number =>
      Math.max(0, shown.rows.indexOf(start ?? before?.rows[index] ?? -1));
    this.#shown = shown;
    this.#selected = selected;
    this.#states = [];
    if (shown !== before || start !== null) {
      const { length: count } = shown.rows;
      this.#active = find(this.#active);
      this.#window.resize({ count }, start === null && top > 0 ? find(anchor) : 0);
    }
    if (start !== null) this.#window.reveal(this.#active);
    this.#draw();
  }

  /** Moves the keyboard's row and brings it into view. */
  activate(index: number): void {
    this.#active = clamp(index, 0, this.#shown.rows.length - 1);
    this.#window.reveal(this.#active);
    this.#draw();
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

  scrolled(): void {
    this.#window.scrolled(this.#part('.grid').scrollTop);
    this.#draw();
  }

  #part(selector: string): HTMLElement {
    return this.#root().querySelector(selector) as HTMLElement;
  }

  #measure(): void {
    const rowHeight = this.#part('.probe').offsetHeight;
    // Hidden: what was measured last holds until the element is shown again.
    if (rowHeight === 0) return;
    const seen = this.#part('.grid').clientHeight - this.#part('.head').offsetHeight;
    this.#window.resize({ rowHeight, viewport: Math.max(rowHeight, seen) });
    this.#measured = true;
    this.#draw();
  }

  #draw(): void {
    // Before the first measure nobody knows how many rows there is room for.
    if (!this.#measured) return;
    const { first, drawn, scrollTop } = this.#window;
    const grid = this.#part('.grid');
    if (grid.scrollTop !== scrollTop) grid.scrollTop = scrollTop;
    // One too many goes, and what it showed of a customer with it.
    for (const place of this.#places.splice(drawn)) place.remove();
    this.#states.length = drawn;
    while (this.#places.length < drawn) {
      const place = document.createElement('div');
      this.#part('.body').append(place);
      this.#places.push(place);
    }
    for (let index = first; index < first + drawn; index++) this.#fill(index, index % drawn);
    const name = 'aria-activedescendant';
    const id = this.#root().querySelector('.active')?.id ?? '';
    if (grid.getAttribute(name) !== id) grid.setAttribute(name, id);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#order(), PAUSE);
  }

  #fill(index: number, slot: number): void {
    const state = [index, this.#window.offset(index), index === this.#active].join();
    const place = this.#places[slot];
    if (!place || this.#states[slot] === state) return;
    this.#states[slot] = state;
    render(this.#row(index), place);
  }

  /**
   * Puts the places into the order in which they are seen, for those who read the document and for
   * copying. From the last one up: after scrolling down only those move that show other rows.
   */
  #order(): void {
    const { first, drawn } = this.#window;
    let next: Element | null = null;
    for (let index = first + drawn - 1; index >= first; index--) {
      const place = this.#places[index % drawn] as HTMLElement;
      if (place.nextElementSibling !== next) this.#part('.body').insertBefore(place, next);
      next = place;
    }
  }

  #row(index: number): TemplateResult {
    const shown = this.#shown;
    const row = shown.rows[index] ?? 0;
    // The header is row 1.
    return html`<div
      id="row-${index}"
      class="row ${index === this.#active ? 'active' : ''}"
      part="row"
      role="row"
      aria-rowindex=${index + 2}
      aria-selected=${this.#selected === null ? nothing : row === this.#selected}
      .style=${`transform:translateY(${this.#window.offset(index)}px)`}
    >
      ${shown.columns.map(
        ([name, , text]) =>
          html`<span
            class="cell ${name}"
            role="gridcell"
            data-shape=${(name === 'marks' && shapeOf(shown, row)) || nothing}
            >${shown.expected ? BONE : text(shown, row)}</span
          >`,
      )}
    </div>`;
  }
}

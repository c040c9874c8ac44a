import type { ReactiveController } from 'lit';
import type { RowGroups } from '../../controllers/row-groups.js';
import { clamp, RowWindow } from '../../controllers/row-window.js';
import { groupText } from './cells.js';
import { isFlagged, reasonsOf, shapeOf } from './flag-words.js';
import type { Shown } from './shown.js';

/** Nothing drawn for this long means that scrolling has paused; milliseconds. */
const PAUSE = 150;

/** An element that shows one line after another. */
interface RowPlace {
  readonly row: HTMLElement;
  /** Of its cells. */
  readonly texts: readonly Text[];
  /** The line that it shows; NaN when it has to be drawn whatever it shows. */
  index: number;
  /** Where it stands. */
  top: number;
  /** The keyboard is at it. */
  isActive: boolean;
}

/**
 * Draws the lines that are in view into a bounded set of places: line `index` stands in place
 * `index % places`, so that a scroll by n lines touches n of them, and of these only what reads
 * otherwise. The scroll path reads `scrollTop` and nothing else of the layout: every other measure is
 * taken when a resize observer tells of a change.
 *
 * It writes to the document itself: a template a row would cost more than all that the row changes.
 */
export class RowScroller implements ReactiveController {
  readonly #root: () => ParentNode;
  readonly #groups: RowGroups;
  readonly #window = new RowWindow();
  readonly #observer = new ResizeObserver(() => this.#measure());
  #shown!: Shown;
  #selected: number | null = null;
  #checked: ReadonlySet<number> | null = null;
  #active = 0;
  #places: RowPlace[] = [];
  #pause?: ReturnType<typeof setTimeout>;
  #measured = false;
  /** Where the grid was scrolled to when it was last asked or told: to ask it would lay out the page. */
  #scrollTop = NaN;

  /** @param root what holds the grid, once it is rendered. */
  constructor(root: () => ParentNode, groups: RowGroups) {
    this.#root = root;
    this.#groups = groups;
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

  /** Position among the lines of the one that the keyboard is at. */
  get active(): number {
    return this.#active;
  }

  /**
   * Shows lines, one row of the table as selected (-1 for none, null where none can be); where several can
   * be, those of `checked` are, and the one row is marked as the open one. From the top, with row `start`
   * of the table in view if it is there; null leaves the line at the top and the keyboard's line where they
   * are, by what they show. The first of either is the first still, unless the keyboard is at it.
   */
  show(
    shown: Shown,
    selected: number | null,
    checked: ReadonlySet<number> | null,
    start: number | null,
  ): void {
    const before = this.#shown as Shown | undefined;
    const isSame = shown === before && selected === this.#selected && checked === this.#checked;
    if (isSame && start === null) return;
    const { anchor, rowsAbove } = this.#window;
    const find = (index: number): number =>
      Math.max(0, shown.lines.indexOf(start ?? before?.lines[index] ?? -1));
    const isOther =
      shown.columns.length !== before?.columns.length ||
      shown.multiple !== before.multiple ||
      shown.expected !== before.expected;
    const isChecked = checked !== this.#checked && shown.lines === before?.lines;
    this.#shown = shown;
    this.#selected = selected;
    this.#checked = checked;
    if (isOther) this.#keep(0);
    for (const place of this.#places) place.index = NaN;
    // The same lines that read otherwise stay where they are, to the pixel.
    if (shown.lines !== before?.lines || start !== null) {
      const { length: count } = shown.lines;
      const isUsed = start !== null || this.#active > 0 || this.#part('.grid').matches(':focus');
      if (isUsed) this.#active = find(this.#active);
      const isKept = start === null && rowsAbove > 0;
      this.#window.resize({ count }, isKept ? find(anchor) + rowsAbove - anchor : 0);
    }
    if (start !== null) this.#window.reveal(this.#active);
    this.#draw();
    // The bar of the basket may come over the row; nothing moves below a pointer.
    if (isChecked && this.#part('.grid').matches(':focus-visible')) {
      requestAnimationFrame(() => this.#follow());
    }
  }

  /** Moves the keyboard's line and brings it into view. */
  activate(index: number): void {
    this.#active = clamp(index, 0, this.#shown.lines.length - 1);
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
    const to = this.#groups.step(key, at) ?? places[key];
    if (to === undefined) return false;
    this.activate(to);
    this.#follow();
    return true;
  }

  /** Goes to the next flagged row, or back to the one before; beyond the last one is the first. */
  seek(step: 1 | -1): void {
    const { lines } = this.#shown;
    const { length } = lines;
    for (let far = 1; far <= length; far++) {
      const index = (this.#active + step * far + length) % length;
      if (!isFlagged(this.#shown, lines[index] ?? 0)) continue;
      this.activate(index);
      break;
    }
    this.#follow();
  }

  /**
   * Brings the keyboard's line into view on the page, too, and why it is flagged if both fit: the grid may end
   * below the screen. The probe goes there in the line's place: for that one's margin the grid itself would scroll.
   */
  #follow(): void {
    const probe = this.#part('.probe');
    const line = this.#root().querySelector('.active');
    // There may be none at all, or it is not in view.
    if (!line) return;
    const topOf = (part: Element): number => part.getBoundingClientRect().top;
    probe.style.translate = `0 ${topOf(line) - topOf(probe)}px`;
    for (const part of [this.#part('.why'), probe]) part.scrollIntoView({ block: 'nearest' });
    probe.style.translate = '';
  }

  scrolled(): void {
    this.#scrollTop = this.#part('.grid').scrollTop;
    this.#window.scrolled(this.#scrollTop);
    this.#draw();
  }

  #part(selector: string): HTMLElement {
    return this.#root().querySelector(selector) as HTMLElement;
  }

  #measure(): void {
    const { clientHeight } = this.#part('.grid');
    // Hidden: what was measured last holds until the grid is shown again.
    if (clientHeight === 0) return;
    const rowHeight = this.#part('.probe').offsetHeight;
    const seen = clientHeight - this.#part('.head').offsetHeight;
    this.#window.resize({ rowHeight, viewport: Math.max(rowHeight, seen) });
    this.#measured = true;
    // A browser may have reset what was moved or hidden.
    this.#scrollTop = NaN;
    this.#draw();
  }

  #draw(): void {
    // Nobody knows yet how many rows there is room for; waiting to be told would cost a frame.
    if (!this.#measured) {
      this.#measure();
      return;
    }
    const { first, drawn, scrollTop } = this.#window;
    const grid = this.#part('.grid');
    if (this.#scrollTop !== scrollTop) grid.scrollTop = this.#scrollTop = scrollTop;
    this.#keep(drawn);
    for (let index = first; index < first + drawn; index++) {
      this.#fill(index, this.#places[index % drawn] as RowPlace);
    }
    const isDrawn = this.#active >= first && this.#active < first + drawn;
    put(grid, 'aria-activedescendant', isDrawn ? `row-${this.#active}` : '');
    const why = this.#part('.why');
    const reasons = this.#reasons(this.#active);
    if (why.textContent !== reasons) why.textContent = reasons;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#order(), PAUSE);
  }

  /** As many places as are needed. */
  #keep(count: number): void {
    const places = this.#places;
    if (places.length === count) return;
    // One too many goes, and what it showed of a customer with it.
    for (const { row } of places.splice(count)) row.remove();
    while (places.length < count) places.push(this.#newPlace());
    // Lines have other places now.
    for (const place of places) place.index = NaN;
  }

  #newPlace(): RowPlace {
    const { columns, expected } = this.#shown;
    const row = document.createElement('div');
    row.role = 'row';
    row.setAttribute('part', 'row');
    const texts = columns.map(([name], column) => {
      const cell = document.createElement('span');
      const text = document.createTextNode('');
      cell.className = `cell ${name}`;
      cell.role = 'gridcell';
      // Some columns are not shown where there is no room for them.
      cell.ariaColIndex = String(column + 1);
      // What its title says is its name already.
      cell.ariaDescription = '';
      // Grey bars stand for what is on its way.
      const bone = Object.assign(document.createElement('span'), { className: 'bone' });
      cell.append(expected ? bone : text);
      row.append(cell);
      return text;
    });
    this.#part('.body').append(row);
    return { row, texts, index: NaN, top: NaN, isActive: false };
  }

  #fill(index: number, place: RowPlace): void {
    const top = this.#window.offset(index);
    const isActive = index === this.#active;
    if (place.top !== top) place.row.style.transform = `translateY(${top}px)`;
    if (place.index !== index || place.isActive !== isActive) this.#write(index, isActive, place);
    place.top = top;
    place.index = index;
    place.isActive = isActive;
  }

  #write(index: number, isActive: boolean, { row, texts }: RowPlace): void {
    const shown = this.#shown;
    const line = shown.lines[index] ?? 0;
    const group = this.#groups.at(line);
    const { depth } = shown;
    const level = depth > 0 ? this.#groups.levelOf(line) : null;
    const names = ['row', group && 'group', isActive && 'active'].filter(Boolean);
    const isOpen = group || this.#selected === null ? null : line === this.#selected;
    const checked = group ? null : this.#checked;
    put(row, 'class', names.join(' '));
    put(row, 'id', `row-${index}`);
    // The header is row 1.
    put(row, 'aria-rowindex', index + 2);
    put(row, 'aria-selected', checked ? checked.has(line) : isOpen);
    put(row, 'aria-current', (checked && isOpen) || null);
    put(row, 'aria-expanded', group?.open);
    put(row, 'aria-level', level);
    if (shown.expected) return;
    shown.columns.forEach((column, i) => {
      const text = texts[i] as Text;
      const words = group ? groupText(shown, group, column) : column[2](shown, line);
      if (text.data !== words) text.data = words;
      if (column[0] !== 'marks') return;
      const shape = group ? !group.total.complete && '◆' : shapeOf(shown, line);
      const cell = text.parentElement as Element;
      const reasons = this.#reasons(index) || null;
      put(cell, 'data-shape', shape || null);
      put(cell, 'aria-label', reasons);
      put(cell, 'title', reasons);
    });
  }

  /** Why a line is flagged: for the pointer at it, for the ear, and below the rows for the keyboard. */
  #reasons(index: number): string {
    const { lines, expected } = this.#shown;
    const line = lines[index];
    if (line === undefined || expected || this.#groups.at(line)) return '';
    return reasonsOf(this.#shown, line).join('. ');
  }

  /**
   * Puts the places into the order in which they are seen, for those who read the document and for
   * copying. From the last one up: after scrolling down only those move that show other lines.
   */
  #order(): void {
    const { first, drawn } = this.#window;
    let next: Element | null = null;
    for (let index = first + drawn - 1; index >= first; index--) {
      const { row } = this.#places[index % drawn] as RowPlace;
      if (row.nextElementSibling !== next) this.#part('.body').insertBefore(row, next);
      next = row;
    }
  }
}

/** Writes an attribute if it reads otherwise; null or undefined removes it. */
function put(element: Element, name: string, value?: string | number | boolean | null): void {
  const text = value == null ? null : String(value);
  if (element.getAttribute(name) === text) return;
  if (text === null) element.removeAttribute(name);
  else element.setAttribute(name, text);
}

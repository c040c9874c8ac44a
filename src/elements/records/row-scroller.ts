import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MAX_CANVAS, RowWindow } from '../../controllers/row-window.js';
import { RowPool, type RowContent } from './row-pool.js';

/** No scroll event for this long means that scrolling has paused; milliseconds. */
const PAUSE = 150;

/** The elements of the grid that the host has rendered. */
export interface GridParts {
  /** Scrolls; the grid itself. */
  readonly scroller: HTMLElement;
  /** Stays at the top of the scroller. */
  readonly head: HTMLElement;
  /** As high as all rows, at most MAX_CANVAS; holds the drawn rows. */
  readonly body: HTMLElement;
  /** As high as one row, in whole pixels. */
  readonly probe: HTMLElement;
}

/**
 * Draws the rows that are in view. The scroll path reads `scrollTop` and nothing else of the layout:
 * every other measure comes from a resize observer, when it changes.
 */
export class RowScroller implements ReactiveController {
  readonly #window = new RowWindow();
  readonly #heights = new Map<Element, number>();
  #observer: ResizeObserver | null = null;
  #parts: GridParts | null = null;
  #pool: RowPool | null = null;
  #content: RowContent | null = null;
  #selectedRow = -1;
  #activeIndex = 0;
  /** The keyboard's row was to be brought into view before there was one. */
  #unseen = false;
  #activeId: string | null = null;
  /** The scrollTop last read or written; null when the browser may have reset it. */
  #scrollTop: number | null = null;
  #pause: ReturnType<typeof setTimeout> | null = null;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Called once, when the grid is in the shadow root. */
  attach(parts: GridParts): void {
    this.#parts = parts;
    this.#pool = new RowPool(parts.body);
    parts.scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    this.hostConnected();
  }

  hostConnected(): void {
    if (!this.#parts || this.#observer) return;
    this.#observer = new ResizeObserver((entries) => this.#measured(entries));
    const { scroller, head, probe } = this.#parts;
    for (const part of [scroller, head, probe]) this.#observer.observe(part);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#scrollTop = null;
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
  }

  /** Position of the row that the keyboard is at. */
  get activeIndex(): number {
    return this.#activeIndex;
  }

  get page(): number {
    return this.#window.page;
  }

  /** Position in the view of the row under an event. */
  indexOf(target: EventTarget | null): number | null {
    return this.#pool?.indexOf(target) ?? null;
  }

  /**
   * Shows rows, one row of the table as selected (-1 for none). From the top, or with the row at the
   * top and the keyboard's row where they are, by what they show.
   */
  show(content: RowContent | null, selectedRow: number, fromTop: boolean): void {
    const old = this.#content;
    if (content === old && selectedRow === this.#selectedRow && !fromTop) return;
    this.#selectedRow = selectedRow;
    this.#content = content;
    const { top, active } = fromTop ? { top: 0, active: 0 } : this.#placesOf(old, content);
    this.#activeIndex = active;
    this.#resize();
    if (top !== null) this.#scrollTo(this.#window.showAtTop(top));
    this.#draw();
    this.#pool?.order(this.#window);
  }

  /** Moves the keyboard's row and brings it into view. */
  activate(index: number): void {
    const last = (this.#content?.rows.length ?? 0) - 1;
    if (last < 0) return;
    this.#activeIndex = Math.max(0, Math.min(index, last));
    this.#unseen = this.#window.count === 0;
    this.#scrollTo(this.#window.reveal(this.#activeIndex));
    this.#draw();
    this.#pauseLater();
  }

  /** Where the rows that matter are in the new content; top is null where the view need not move. */
  #placesOf(
    old: RowContent | null,
    next: RowContent | null,
  ): { top: number | null; active: number } {
    if (old?.rows === next?.rows) return { top: null, active: this.#activeIndex };
    const find = (index: number): number => {
      const row = old?.rows[index];
      return row === undefined || !next ? 0 : Math.max(0, next.rows.indexOf(row));
    };
    const atStart = this.#window.top === 0;
    return { top: atStart ? null : find(this.#window.anchor), active: find(this.#activeIndex) };
  }

  readonly #scrolled = (): void => {
    if (!this.#parts) return;
    this.#scrollTop = this.#parts.scroller.scrollTop;
    this.#window.scrolled(this.#scrollTop);
    this.#draw();
    this.#pauseLater();
  };

  #pauseLater(): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#pause = null;
      this.#paused();
    }, PAUSE);
  }

  #paused(): void {
    const scrollTop = this.#window.settle();
    if (scrollTop !== null) {
      this.#scrollTo(scrollTop);
      this.#draw();
    }
    this.#pool?.order(this.#window);
  }

  #measured(entries: readonly ResizeObserverEntry[]): void {
    const probe = entries.find(({ target }) => target === this.#parts?.probe);
    if (probe && blockSize(probe.borderBoxSize) === 0) {
      // Hidden: what was measured last holds until the element is shown again.
      this.#scrollTop = null;
      return;
    }
    for (const { target, borderBoxSize, contentBoxSize } of entries) {
      // Of the scroller what is inside its borders and scroll bars, of the others what they take up.
      const inside = target === this.#parts?.scroller;
      this.#heights.set(target, blockSize(inside ? contentBoxSize : borderBoxSize));
    }
    this.#resize();
    if (this.#unseen) this.#scrollTo(this.#window.reveal(this.#activeIndex));
    this.#unseen = false;
    this.#draw();
    this.#pool?.order(this.#window);
  }

  #resize(): void {
    if (!this.#parts) return;
    const { scroller, head, probe } = this.#parts;
    const height = (part: Element): number => this.#heights.get(part) ?? 0;
    const rowHeight = height(probe);
    // Before the first layout nothing can be placed, so nothing is drawn.
    const count = rowHeight === 0 ? 0 : (this.#content?.rows.length ?? 0);
    this.#scrollTo(
      this.#window.resize({
        count,
        rowHeight: rowHeight || 1,
        viewport: Math.max(0, height(scroller) - height(head)),
        canvas: Math.min(MAX_CANVAS, count * rowHeight),
      }),
    );
  }

  #scrollTo(scrollTop: number | null): void {
    if (!this.#parts || scrollTop === null || scrollTop === this.#scrollTop) return;
    this.#parts.scroller.scrollTop = scrollTop;
    this.#scrollTop = scrollTop;
  }

  #draw(): void {
    if (!this.#parts || !this.#pool || !this.#content) {
      this.#pool?.clear();
      return;
    }
    this.#pool.draw(this.#content, this.#window, this.#selectedRow, this.#activeIndex);
    const id = this.#pool.idOf(this.#activeIndex);
    if (id === this.#activeId) return;
    this.#activeId = id;
    if (id === null) this.#parts.scroller.removeAttribute('aria-activedescendant');
    else this.#parts.scroller.setAttribute('aria-activedescendant', id);
  }
}

function blockSize(boxes: readonly ResizeObserverSize[]): number {
  return boxes[0]?.blockSize ?? 0;
}

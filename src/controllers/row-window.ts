/**
 * Tallest canvas in CSS pixels. Engines clamp (33.5 million) or drop (17.8 million) taller elements,
 * and a compositor places layers in 32-bit floats: up to here whole pixels stay exact at 200 % zoom.
 */
export const MAX_CANVAS = 8_000_000;

/** Near both ends of a scaled canvas a pixel is a pixel, however far one scrolls without a pause. */
const EXACT_ZONE = 200_000;

/** Rows kept ready outside the viewport on either side, so that a fast wheel meets no blank. */
const OVERSCAN = 6;

/** A scroll event that moves at most this many viewports is a wheel or a key, else the thumb. */
const STEP_VIEWPORTS = 3;

/** What the window is measured by; CSS pixels. */
export interface WindowSize {
  /** Rows in all. */
  readonly count: number;
  readonly rowHeight: number;
  /** Height in which rows are seen: the scroller without its header. */
  readonly viewport: number;
  /** Height of the element that stands for all rows. */
  readonly canvas: number;
}

/**
 * Which of very many rows of one height are in view, and where they stand on a canvas that may be
 * lower than all of them together.
 *
 * Two lengths are kept apart: `scrollTop` on the canvas and the virtual `top` over all rows. Wheel and
 * keys move both by the same pixels, else a wheel notch would skip rows; the thumb maps one to the
 * other, so that it reaches every place. In between they drift apart, which `settle()` mends.
 *
 * No DOM: the caller reads `scrollTop`, writes what is returned, and draws.
 */
export class RowWindow {
  #size: WindowSize = { count: 0, rowHeight: 1, viewport: 0, canvas: 0 };
  #scrollTop = 0;
  /** Virtual top − scrollTop; whole pixels, else text is blurred. */
  #shift = 0;

  get count(): number {
    return this.#size.count;
  }

  /** Virtual pixels above the viewport. */
  get top(): number {
    return clamp(this.#scrollTop + this.#shift, 0, this.#maxTop);
  }

  /** How many rows are drawn at once; grows with the viewport only, so slots can be recycled. */
  get drawn(): number {
    const { viewport, rowHeight, count } = this.#size;
    return Math.min(count, Math.ceil(viewport / rowHeight) + 1 + 2 * OVERSCAN);
  }

  /** Index of the first drawn row. */
  get first(): number {
    const wanted = Math.floor(this.top / this.#size.rowHeight) - OVERSCAN;
    return clamp(wanted, 0, this.#size.count - this.drawn);
  }

  /** Index of the first row that is at least half in view: the place that is kept when rows change. */
  get anchor(): number {
    return clamp(Math.round(this.top / this.#size.rowHeight), 0, this.#size.count - 1);
  }

  /** Whole rows that fit the viewport, at least one: what Page Up and Page Down move by. */
  get page(): number {
    return Math.max(1, Math.floor(this.#size.viewport / this.#size.rowHeight));
  }

  /** Where a row stands on the canvas now. */
  offset(index: number): number {
    return index * this.#size.rowHeight - this.#shift;
  }

  /** New measures; the row at the top stays at the top. Returns the scrollTop to write. */
  resize(size: WindowSize): number {
    const rowsAbove = this.top / this.#size.rowHeight;
    this.#size = size;
    return this.#goTo(rowsAbove * size.rowHeight);
  }

  /** The canvas was scrolled to `scrollTop`. */
  scrolled(scrollTop: number): void {
    const distance = Math.abs(scrollTop - this.#scrollTop);
    this.#scrollTop = scrollTop;
    const atEnd = scrollTop <= 0 || scrollTop >= this.#maxScroll - 1;
    if (atEnd || distance > STEP_VIEWPORTS * this.#size.viewport) {
      this.#shift = Math.round(this.#topAt(scrollTop) - scrollTop);
    }
  }

  /** Makes a row visible with the least movement. Returns the scrollTop to write, or null. */
  reveal(index: number): number | null {
    const { rowHeight, viewport } = this.#size;
    const rowTop = clamp(index, 0, this.#size.count - 1) * rowHeight;
    if (rowTop < this.top) return this.#moveTo(rowTop);
    if (rowTop + rowHeight > this.top + viewport)
      return this.#moveTo(rowTop + rowHeight - viewport);
    return null;
  }

  /** Puts a row at the top, as far as there are rows below it. Returns the scrollTop to write. */
  showAtTop(index: number): number {
    return this.#goTo(index * this.#size.rowHeight);
  }

  /** After scrolling has paused: moves the thumb to where it belongs. Null when it is there. */
  settle(): number | null {
    const before = this.#scrollTop;
    const wanted = Math.round(this.#scrollAt(this.top));
    return Math.abs(wanted - before) <= 1 ? null : this.#goTo(this.top);
  }

  get #maxTop(): number {
    return Math.max(0, this.#size.count * this.#size.rowHeight - this.#size.viewport);
  }

  get #maxScroll(): number {
    return Math.max(0, this.#size.canvas - this.#size.viewport);
  }

  /** A small move keeps the shift, so that the rows already drawn keep their places. */
  #moveTo(top: number): number {
    const scrollTop = top - this.#shift;
    const small = Math.abs(top - this.top) <= STEP_VIEWPORTS * this.#size.viewport;
    if (!small || scrollTop < 1 || scrollTop > this.#maxScroll - 1) return this.#goTo(top);
    this.#scrollTop = scrollTop;
    return scrollTop;
  }

  #goTo(top: number): number {
    const target = clamp(top, 0, this.#maxTop);
    this.#scrollTop = Math.round(this.#scrollAt(target));
    this.#shift = Math.round(target - this.#scrollTop);
    return this.#scrollTop;
  }

  /** The middle part of the canvas, which stands for more rows than it is high. */
  get #middle(): { zone: number; ratio: number } {
    const zone = Math.min(EXACT_ZONE, this.#maxScroll / 4);
    return { zone, ratio: (this.#maxTop - 2 * zone) / (this.#maxScroll - 2 * zone) };
  }

  #topAt(scrollTop: number): number {
    if (this.#maxTop <= this.#maxScroll) return Math.min(scrollTop, this.#maxTop);
    const { zone, ratio } = this.#middle;
    if (scrollTop <= zone) return Math.max(0, scrollTop);
    const below = Math.max(0, this.#maxScroll - scrollTop);
    return below <= zone ? this.#maxTop - below : zone + (scrollTop - zone) * ratio;
  }

  #scrollAt(top: number): number {
    if (this.#maxTop <= this.#maxScroll) return top;
    const { zone, ratio } = this.#middle;
    if (top <= zone) return top;
    const below = this.#maxTop - top;
    return below <= zone ? this.#maxScroll - below : zone + (top - zone) / ratio;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

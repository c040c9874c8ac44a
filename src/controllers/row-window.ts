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
}

/**
 * Which of very many rows of one height are in view, and where they stand on a canvas that is lower
 * than all of them together when they are very many.
 *
 * Two lengths are kept apart: `scrollTop` on the canvas and the virtual `top` over all rows. Wheel and
 * keys move both by the same pixels, else a wheel notch would skip rows; the thumb maps one to the
 * other, so that it reaches every place. In between they drift apart, which `settle()` mends.
 *
 * No DOM: the caller reads `scrollTop`, writes what is returned, and draws.
 */
export class RowWindow {
  #size: WindowSize = { count: 0, rowHeight: 1, viewport: 0 };
  #scrollTop = 0;
  /** Virtual top − scrollTop; whole pixels, else text is blurred. */
  #shift = 0;

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
    const { rowHeight, count } = this.#size;
    return clamp(Math.floor(this.top / rowHeight) - OVERSCAN, 0, count - this.drawn);
  }

  /** Index of the first row that is at least half in view: the place that is kept when rows change. */
  get anchor(): number {
    const { rowHeight, count } = this.#size;
    return clamp(Math.round(this.top / rowHeight), 0, count - 1);
  }

  /** Whole rows that fit the viewport, at least one: what Page Up and Page Down move by. */
  get page(): number {
    return Math.max(1, Math.floor(this.#size.viewport / this.#size.rowHeight));
  }

  /** Where a row stands on the canvas now. */
  offset(index: number): number {
    return index * this.#size.rowHeight - this.#shift;
  }

  /** New measures; the row at the top stays there, or another one comes. Returns the scrollTop to write. */
  resize(size: WindowSize, rowsAbove = this.top / this.#size.rowHeight): number {
    this.#size = size;
    return this.#goTo(rowsAbove * size.rowHeight);
  }

  /** The canvas was scrolled to `scrollTop`. */
  scrolled(scrollTop: number): void {
    const distance = Math.abs(scrollTop - this.#scrollTop);
    const end = this.#maxScroll;
    this.#scrollTop = scrollTop;
    const atEnd = scrollTop <= 0 || scrollTop >= end - 1;
    if (atEnd || distance > STEP_VIEWPORTS * this.#size.viewport) {
      this.#shift = Math.round(rescale(scrollTop, end, this.#maxTop) - scrollTop);
    }
  }

  /** Makes a row visible with the least movement. Returns the scrollTop to write, or null. */
  reveal(index: number): number | null {
    const { rowHeight, viewport } = this.#size;
    const rowTop = index * rowHeight;
    const top = clamp(this.top, rowTop + rowHeight - viewport, rowTop);
    return top === this.top ? null : this.#goTo(top);
  }

  /** After scrolling has paused: moves the thumb to where it belongs. Null when it is there. */
  settle(): number | null {
    const wanted = rescale(this.top, this.#maxTop, this.#maxScroll);
    return Math.abs(wanted - this.#scrollTop) < 2 ? null : this.#goTo(this.top);
  }

  get #maxTop(): number {
    const { count, rowHeight, viewport } = this.#size;
    return Math.max(0, count * rowHeight - viewport);
  }

  get #maxScroll(): number {
    return Math.min(this.#maxTop, MAX_CANVAS - this.#size.viewport);
  }

  #goTo(wanted: number): number {
    const top = clamp(wanted, 0, this.#maxTop);
    this.#scrollTop = Math.round(rescale(top, this.#maxTop, this.#maxScroll));
    this.#shift = Math.round(top - this.#scrollTop);
    return this.#scrollTop;
  }
}

/**
 * A place between 0 and `from` as one between 0 and `to`: pixel by pixel near both ends, in proportion
 * between them. The same place where both are the same.
 */
function rescale(place: number, from: number, to: number): number {
  const zone = Math.min(EXACT_ZONE, from / 4, to / 4);
  if (place <= zone) return place;
  const below = from - place;
  if (below <= zone) return to - below;
  return zone + ((place - zone) * (to - 2 * zone)) / (from - 2 * zone);
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

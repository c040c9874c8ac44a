/**
 * Tallest canvas in CSS pixels. Engines clamp (33.5 million) or drop (17.8 million) taller elements,
 * and a compositor places layers in 32-bit floats: up to here whole pixels stay exact at 200 % zoom.
 */
export const MAX_CANVAS = 8_000_000;

/** Near both ends of a scaled canvas a pixel is a pixel. */
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
  /** Height in which rows are seen, at least that of one: the scroller without its header. */
  readonly viewport: number;
}

/**
 * Which of very many rows of one height are in view, and where they stand on a canvas that is lower
 * than all of them together when they are very many.
 *
 * Two lengths are kept apart: `scrollTop` on the canvas and the virtual `top` over all rows. Wheel and
 * keys move both by the same pixels, else a wheel notch would skip rows; the thumb maps one to the
 * other, so that it reaches every place. In between they drift apart.
 *
 * No DOM: the caller tells of scrolling, writes `scrollTop` where it differs, and draws.
 */
export class RowWindow {
  /** Until it is measured as if each row were one pixel, so that a place can be taken already. */
  #size: WindowSize = { count: 0, rowHeight: 1, viewport: 1 };
  /** Of the canvas: what was read last or is to be written. */
  scrollTop = 0;
  /** Virtual top − scrollTop; whole pixels, else text is blurred. */
  #shift = 0;

  /** Virtual pixels above the viewport. */
  get top(): number {
    return clamp(this.scrollTop + this.#shift, 0, this.#maxTop);
  }

  /** How many rows are drawn at once. */
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
    return Math.round(this.rowsAbove);
  }

  /** How many rows are above the viewport, with the part of one. */
  get rowsAbove(): number {
    return this.top / this.#size.rowHeight;
  }

  /** Whole rows that fit the viewport: what Page Up and Page Down move by. */
  get page(): number {
    return Math.floor(this.#size.viewport / this.#size.rowHeight);
  }

  /** Where a row stands on the canvas now. */
  offset(index: number): number {
    return index * this.#size.rowHeight - this.#shift;
  }

  /** New measures; the row at the top stays there, or another one comes. */
  resize(size: Partial<WindowSize>, rowsAbove = this.rowsAbove): void {
    this.#size = { ...this.#size, ...size };
    this.#goTo(rowsAbove * this.#size.rowHeight);
  }

  /**
   * The canvas was scrolled to `scrollTop`. It goes on to another place after a very long way by wheel,
   * when either the canvas or the rows have come to their end before the other one did.
   */
  scrolled(scrollTop: number): void {
    const end = this.#maxScroll;
    // Browsers scroll beyond both ends for a moment.
    const place = clamp(scrollTop, 0, end);
    const distance = Math.abs(scrollTop - this.scrollTop);
    this.scrollTop = scrollTop;
    if (distance > STEP_VIEWPORTS * this.#size.viewport) {
      this.#shift = Math.round(rescale(place, end, this.#maxTop) - place);
    }
    const { top } = this;
    const isApart = place < 1 !== top < 1 || place > end - 1 !== top > this.#maxTop - 1;
    if (isApart) this.#goTo(top);
  }

  /** Makes a row visible with the least movement. */
  reveal(index: number): void {
    const { rowHeight, viewport } = this.#size;
    const rowTop = index * rowHeight;
    const top = clamp(this.top, rowTop + rowHeight - viewport, rowTop);
    if (top !== this.top) this.#goTo(top);
  }

  get #maxTop(): number {
    const { count, rowHeight, viewport } = this.#size;
    return Math.max(0, count * rowHeight - viewport);
  }

  get #maxScroll(): number {
    return Math.min(this.#maxTop, MAX_CANVAS - this.#size.viewport);
  }

  #goTo(wanted: number): void {
    const top = clamp(wanted, 0, this.#maxTop);
    this.scrollTop = Math.round(rescale(top, this.#maxTop, this.#maxScroll));
    this.#shift = Math.round(top - this.scrollTop);
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

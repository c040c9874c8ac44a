import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };

/** How far beyond the screen a row counts as looked at. */
const MARGIN = '160px 0px';

/**
 * Tells which rows are on screen, in their order, whenever that changes. Rows carry `data-no`. Nothing
 * is measured by hand, so scrolling stays free of layout reads.
 */
export class RowsInViewController implements ReactiveController {
  readonly #host: Host;
  readonly #selector: string;
  readonly #looked: (nos: readonly string[], below: number) => void;
  readonly #observer = new IntersectionObserver((entries) => this.#changed(entries), {
    rootMargin: MARGIN,
  });
  readonly #visible = new Set<Element>();
  #rows: readonly HTMLElement[] = [];
  /** What they showed when they began to be watched. */
  #nos: readonly string[] = [];

  /** @param looked gets the rows on screen, and how many are drawn below them */
  constructor(
    host: Host,
    selector: string,
    looked: (nos: readonly string[], below: number) => void,
  ) {
    this.#host = host;
    this.#selector = selector;
    this.#looked = looked;
    host.addController(this);
  }

  /** The same rows may show other subscriptions now, which nobody has seen yet: then those are told anew. */
  hostUpdated(): void {
    const rows = [...this.#host.renderRoot.querySelectorAll<HTMLElement>(this.#selector)];
    const nos = rows.map(noOf);
    const isKnown = (row: HTMLElement, place: number): boolean =>
      row === this.#rows[place] && nos[place] === this.#nos[place];
    if (rows.length < this.#rows.length) this.hostDisconnected();
    for (const [place, row] of rows.entries()) {
      if (isKnown(row, place)) continue;
      this.#observer.unobserve(row);
      this.#observer.observe(row);
    }
    this.#rows = rows;
    this.#nos = nos;
  }

  /** A row is drawn at this place, shows this subscription, and nobody sees it. */
  isOutOfSight(place: number, no: string): boolean {
    const row = this.#rows[place];
    return row !== undefined && this.#nos[place] === no && !this.#visible.has(row);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#visible.clear();
    this.#rows = [];
  }

  #changed(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#visible.add(target);
      else this.#visible.delete(target);
    }
    const rows = this.#rows.filter((row) => this.#visible.has(row));
    const last = rows.at(-1);
    if (last) this.#looked(rows.map(noOf), this.#rows.length - 1 - this.#rows.indexOf(last));
  }
}

function noOf({ dataset }: HTMLElement): string {
  return dataset['no'] ?? '';
}

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
  readonly #looked: (nos: readonly string[], below: number) => void;
  readonly #observer = new IntersectionObserver((entries) => this.#changed(entries), {
    rootMargin: MARGIN,
  });
  /** Rows that have gone are forgotten by themselves. */
  readonly #visible = new WeakSet<Element>();
  #rows: readonly HTMLElement[] = [];

  /** @param looked gets the rows on screen, and how many are drawn below them */
  constructor(host: Host, looked: (nos: readonly string[], below: number) => void) {
    this.#host = host;
    this.#looked = looked;
    host.addController(this);
  }

  /** Rows that are watched already go on being so; but they may show other subscriptions now. */
  hostUpdated(): void {
    this.#rows = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('tr[data-no]')];
    for (const row of this.#rows) this.#observer.observe(row);
    this.#tell();
  }

  /** A row is drawn at this place, shows this subscription, and nobody sees it. */
  isOutOfSight(place: number, no: string): boolean {
    const row = this.#rows[place];
    return row !== undefined && noOf(row) === no && !this.#visible.has(row);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #changed(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#visible.add(target);
      else this.#visible.delete(target);
    }
    this.#tell();
  }

  #tell(): void {
    const rows = this.#rows.filter((row) => this.#visible.has(row));
    const last = rows.at(-1);
    if (last) this.#looked(rows.map(noOf), this.#rows.length - 1 - this.#rows.indexOf(last));
  }
}

function noOf({ dataset }: HTMLElement): string {
  return dataset['no'] ?? '';
}

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
  readonly #looked: (nos: readonly string[]) => void;
  readonly #observer = new IntersectionObserver((entries) => this.#changed(entries), {
    rootMargin: MARGIN,
  });
  readonly #visible = new Set<Element>();
  #rows: readonly HTMLElement[] = [];

  constructor(host: Host, selector: string, looked: (nos: readonly string[]) => void) {
    this.#host = host;
    this.#selector = selector;
    this.#looked = looked;
    host.addController(this);
  }

  /** The same rows may show other subscriptions now, which nobody has seen yet: all are told anew. */
  hostUpdated(): void {
    this.hostDisconnected();
    this.#rows = [...this.#host.renderRoot.querySelectorAll<HTMLElement>(this.#selector)];
    for (const row of this.#rows) this.#observer.observe(row);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#visible.clear();
  }

  #changed(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#visible.add(target);
      else this.#visible.delete(target);
    }
    const rows = this.#rows.filter((row) => this.#visible.has(row));
    if (rows.length > 0) this.#looked(rows.map((row) => row.dataset['no'] ?? ''));
  }
}

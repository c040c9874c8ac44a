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
  #observer: IntersectionObserver | null = null;
  #observed = new Set<Element>();
  #visible = new Set<Element>();

  constructor(host: Host, selector: string, looked: (nos: readonly string[]) => void) {
    this.#host = host;
    this.#selector = selector;
    this.#looked = looked;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#observer ??= new IntersectionObserver((entries) => this.#seen(entries), {
      rootMargin: MARGIN,
    });
    const rows = new Set(this.#host.renderRoot.querySelectorAll(this.#selector));
    for (const row of this.#observed) {
      if (rows.has(row)) continue;
      this.#observer.unobserve(row);
      this.#visible.delete(row);
    }
    for (const row of rows) if (!this.#observed.has(row)) this.#observer.observe(row);
    this.#observed = rows;
    // The same rows may show other subscriptions now, which nobody has seen yet.
    this.#seen([]);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#observed = new Set();
    this.#visible = new Set();
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#visible.add(target);
      else this.#visible.delete(target);
    }
    const rows = [...this.#observed].filter((row) => this.#visible.has(row));
    const nos = rows.map((row) => (row as HTMLElement).dataset['no'] ?? '');
    if (nos.length > 0) this.#looked(nos);
  }
}

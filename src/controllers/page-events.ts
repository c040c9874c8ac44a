import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface PageCallbacks {
  /** The page goes into the back/forward cache: personal data must not be there when it comes back. */
  hidden(): void;
  /** The page came back out of it. */
  shown(): void;
}

/** What the page does around the element: its network comes and goes, it is put away and comes back. */
export class PageEventsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #callbacks: PageCallbacks;
  #listening: AbortController | null = null;

  constructor(host: ReactiveControllerHost, callbacks: PageCallbacks) {
    this.#host = host;
    this.#callbacks = callbacks;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const update = (): void => this.#host.requestUpdate();
    // What a move cut short, a timer or the watch over rows, starts again with a render.
    update();
    addEventListener('online', update, { signal });
    addEventListener('offline', update, { signal });
    addEventListener('pagehide', () => this.#callbacks.hidden(), { signal });
    addEventListener(
      'pageshow',
      (event) => {
        if (event.persisted) this.#callbacks.shown();
      },
      { signal },
    );
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#listening = null;
  }
}

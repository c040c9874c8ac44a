import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws the host again each second while it shows a countdown. */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #until: () => number | null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** `until` gives epoch milliseconds, or null when nothing is waited for. */
  constructor(host: ReactiveControllerHost, until: () => number | null) {
    this.#host = host;
    this.#until = until;
    host.addController(this);
  }

  /** Whole seconds left, at least 0; null when nothing is waited for. */
  get seconds(): number | null {
    const until = this.#until();
    return until === null ? null : Math.max(0, Math.ceil((until - Date.now()) / 1000));
  }

  hostUpdated(): void {
    if (this.#timer !== null || !this.seconds) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#host.requestUpdate();
    }, 1000);
  }

  hostDisconnected(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

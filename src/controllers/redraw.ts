import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws the host again after a while, unless it has left the page by then. */
export class RedrawController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #due = Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The earliest wins: who still waits for a later one asks again with each draw. */
  in(milliseconds: number): void {
    const due = Date.now() + milliseconds;
    if (due >= this.#due || milliseconds === Infinity) return;
    this.hostDisconnected();
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#due = Infinity;
      this.#host.requestUpdate();
    }, milliseconds);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#due = Infinity;
  }
}

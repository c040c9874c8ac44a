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

  /** The earliest wins: who still waits for a later one asks again with each draw. Below one it is at once. */
  in(milliseconds: number): void {
    const due = Date.now() + milliseconds;
    if (due >= this.#due || milliseconds === Infinity) return;
    this.hostDisconnected();
    const draw = (): void => {
      this.#due = Infinity;
      this.#host.requestUpdate();
    };
    this.#due = due;
    if (milliseconds < 1) draw();
    else this.#timer = setTimeout(draw, milliseconds);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#due = Infinity;
  }
}

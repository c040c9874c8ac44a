import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly isConnected: boolean };

/**
 * Tells a real leave from a move. A move in the DOM is a disconnect and a connect in one task, so the
 * leave is believed a microtask later, when the element is still outside.
 */
export class PresenceController implements ReactiveController {
  readonly #host: Host;
  readonly #callbacks: { left(): void; returned(): void };
  #present = false;

  constructor(host: Host, callbacks: { left(): void; returned(): void }) {
    this.#host = host;
    this.#callbacks = callbacks;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#present) return;
    this.#present = true;
    this.#callbacks.returned();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected || !this.#present) return;
      this.#present = false;
      this.#callbacks.left();
    });
  }
}

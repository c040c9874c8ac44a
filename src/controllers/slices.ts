import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Steps } from '../model/steps.js';

/** The page answers nobody for this long; milliseconds. */
const SLICE = 16;

/** As many rows are looked at within the update that wants it. */
export const MAX_AT_ONCE = 50_000;

/** Does work in slices, between which the page breathes; while the host is out of the page, nothing. */
export class SliceController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #work: Steps<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Does the first slice, or all, at once. Of work that was started before, nothing more is done. */
  start(work: Steps<void>, isShort: boolean): void {
    this.stop();
    this.#work = work;
    this.#go(isShort ? Infinity : SLICE);
  }

  /** The same, but after the task that wants it, and not before so many milliseconds; work that is under way goes on. */
  startLater(work: Steps<void>, delay = 0): void {
    if (work === this.#work) return;
    this.hostDisconnected();
    this.#work = work;
    this.hostConnected(delay);
  }

  /** Of what was started, nothing more is done. */
  stop(): void {
    this.hostDisconnected();
    this.#work = undefined;
  }

  hostConnected(delay = 0): void {
    // An update that was asked for before the host left the page may come after.
    if (this.#work && this.#host.isConnected) {
      this.#timer = setTimeout(() => this.#go(SLICE), delay);
    }
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #go(time: number): void {
    const end = performance.now() + time;
    do {
      if (this.#work?.next().done) this.#work = undefined;
    } while (this.#work && performance.now() < end);
    this.hostConnected();
  }
}

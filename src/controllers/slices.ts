import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Steps } from '../model/steps.js';

/** The page answers nobody for this long; milliseconds. */
const SLICE = 16;

/** On a page that always has something to do, what can wait is gone on with this often at least; milliseconds. */
const IDLE_PATIENCE = 1_000;

/** As many rows are looked at within the update that wants it. */
export const MAX_AT_ONCE = 50_000;

/** Does work in slices, between which the page breathes; while the host is out of the page, nothing. */
export class SliceController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #work: Steps<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle = 0;
  /** Others go first: frames, and what the agent does. */
  #canWait = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Does the first slice, or all, at once. Of work that was started before, nothing more is done. */
  start(work: Steps<void>, isShort: boolean): void {
    this.#take(work, false);
    this.#go(isShort ? Infinity : SLICE);
  }

  /** The same, but after the task that wants it; if it is under way so, it goes on. */
  startLater(work: Steps<void>): void {
    this.#startAfter(0, work, false);
  }

  /** The same, but while the page is idle, and not before so many milliseconds. */
  startIdle(work: Steps<void>, delay: number): void {
    this.#startAfter(delay, work, true);
  }

  /** The agent is at it: what can wait goes on after so many milliseconds. */
  rest(delay: number): void {
    if (!this.#canWait) return;
    this.hostDisconnected();
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
      this.#timer = setTimeout(() => this.#takeTurn(), delay);
    }
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    // Safari has none, and then there is nothing to cancel.
    if (this.#idle) cancelIdleCallback(this.#idle);
    this.#idle = 0;
  }

  #startAfter(delay: number, work: Steps<void>, canWait: boolean): void {
    if (work === this.#work && canWait === this.#canWait) return;
    this.#take(work, canWait);
    this.hostConnected(delay);
  }

  #take(work: Steps<void>, canWait: boolean): void {
    this.stop();
    this.#work = work;
    this.#canWait = canWait;
  }

  #takeTurn(): void {
    if (!this.#canWait || !('requestIdleCallback' in globalThis)) this.#go(SLICE);
    else {
      this.#idle = requestIdleCallback(
        // On a page that is never idle there is no time left, and it is gone on with all the same.
        (deadline) => this.#go(Math.min(SLICE, deadline.timeRemaining() || SLICE)),
        { timeout: IDLE_PATIENCE },
      );
    }
  }

  #go(time: number): void {
    const end = performance.now() + time;
    do {
      if (this.#work?.next().done) this.#work = undefined;
    } while (this.#work && performance.now() < end);
    this.hostConnected();
  }
}

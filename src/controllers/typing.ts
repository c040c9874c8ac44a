import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The last keystroke waits this long for another one; milliseconds. */
const TYPING_PAUSE = 100;

/** Text that is still being typed: it is taken once the keys have paused. */
export class TypingController implements ReactiveController {
  readonly #taken: (text: string) => void;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(host: ReactiveControllerHost, taken: (text: string) => void) {
    this.#taken = taken;
    host.addController(this);
  }

  /** What stands in the field; may be ahead of what was taken. */
  get text(): string {
    return this.#text;
  }

  /** A key was pressed. */
  type(text: string): void {
    this.set(text);
    this.#timer = setTimeout(() => this.flush(), TYPING_PAUSE);
  }

  /** Takes the text at once. */
  flush(): void {
    this.#stop();
    this.#taken(this.#text);
  }

  /** Puts a text into the field without taking it. */
  set(text: string): void {
    this.#stop();
    this.#text = text;
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

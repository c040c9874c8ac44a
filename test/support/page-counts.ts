type Watch = { prototype: { observe(...args: never[]): void; disconnect(): void } };

/**
 * Counts what an element may leave on the page: listeners of window and document, timers, and observers that
 * still watch something. Starts with none; `stop()` gives the page back its own functions.
 */
export class PageCounts {
  readonly #restore: (() => void)[] = [];
  readonly #timers = new Set<number>();
  readonly #watching = new Set<object>();
  #listeners = 0;

  constructor() {
    this.#countTimers();
    for (const target of [window, document]) this.#countListeners(target);
    for (const watch of [IntersectionObserver, ResizeObserver, MutationObserver]) {
      this.#countWatches(watch as unknown as Watch);
    }
  }

  /** @param root of which the nodes are counted, all shadow roots included */
  now(root?: Element): Record<string, number> {
    return {
      nodes: root ? nodesBelow(root) : 0,
      listeners: this.#listeners,
      timers: this.#timers.size,
      watching: this.#watching.size,
    };
  }

  stop(): void {
    for (const restore of this.#restore) restore();
  }

  #countTimers(): void {
    const { setTimeout: set, clearTimeout: clear } = window;
    const over = (handler: () => void, delay?: number): number => {
      const handle: number = set.call(
        window,
        () => {
          this.#timers.delete(handle);
          handler();
        },
        delay,
      ) as unknown as number;
      this.#timers.add(handle);
      return handle;
    };
    window.setTimeout = over as unknown as typeof setTimeout;
    window.clearTimeout = ((handle: number) => {
      this.#timers.delete(handle);
      clear.call(window, handle);
    }) as unknown as typeof clearTimeout;
    this.#restore.push(() => Object.assign(window, { setTimeout: set, clearTimeout: clear }));
  }

  /** One that ends by its signal, fires once, or is removed is not counted any more. */
  #countListeners(target: Window | Document): void {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    const known = new Map<unknown, string>();
    const drop = (listener: unknown): void => {
      if (known.delete(listener)) this.#listeners -= 1;
    };
    target.addEventListener = (
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ) => {
      const { signal, once } = typeof options === 'object' ? options : {};
      this.#listeners += 1;
      let isOn = true;
      const off = (): void => {
        if (isOn) this.#listeners -= 1;
        isOn = false;
      };
      if (!signal && !once) known.set(listener, type);
      signal?.addEventListener('abort', off);
      if (once) add(type, off, { once });
      add(type, listener, options);
    };
    target.removeEventListener = (
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | EventListenerOptions,
    ) => {
      drop(listener);
      remove(type, listener, options);
    };
    this.#restore.push(() => {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    });
  }

  #countWatches({ prototype }: Watch): void {
    const { observe, disconnect } = prototype;
    const watching = this.#watching;
    prototype.observe = function (this: object, ...args: never[]) {
      watching.add(this);
      observe.apply(this as typeof prototype, args);
    };
    prototype.disconnect = function (this: object) {
      watching.delete(this);
      disconnect.call(this as typeof prototype);
    };
    this.#restore.push(() => Object.assign(prototype, { observe, disconnect }));
  }
}

function nodesBelow(root: ParentNode): number {
  let count = 0;
  for (const element of root.querySelectorAll('*')) {
    count += 1 + (element.shadowRoot ? nodesBelow(element.shadowRoot) : 0);
  }
  const shadow = root instanceof Element ? root.shadowRoot : null;
  return count + (shadow ? nodesBelow(shadow) : 0);
}

import { until } from './until.js';

/** Printing in the page: the documents are there, and no dialog opens. */
export class CaughtPrints {
  /** Frames whose documents were printed, in order. */
  readonly frames: HTMLIFrameElement[] = [];
  readonly #real: PropertyDescriptor;

  constructor() {
    const { frames } = this;
    const { prototype } = HTMLIFrameElement;
    const real = Object.getOwnPropertyDescriptor(prototype, 'contentWindow');
    if (!real) throw new Error('frames have no windows here');
    this.#real = real;
    Object.defineProperty(prototype, 'contentWindow', {
      configurable: true,
      get(this: HTMLIFrameElement) {
        const view = real.get?.call(this) as Window | null;
        if (view) view.print = () => void frames.push(this);
        return view;
      },
    });
  }

  release(): void {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', this.#real);
  }

  /** The document of the next print. */
  async next(count = 1): Promise<Document> {
    await until(() => this.frames.length >= count, `${count} documents were not printed`);
    return this.frames[count - 1]!.contentDocument!;
  }

  /** The dialog of a print is closed. */
  closed(count = 1): void {
    this.frames[count - 1]?.contentWindow?.dispatchEvent(new Event('afterprint'));
  }
}

/** Cells of each line of a printed table. */
export function printedRows(page: Document): string[][] {
  return [...page.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
}

/** What stands above the table. */
export function printedFacts(page: Document): string[] {
  return [...page.querySelectorAll('h1, p')].map((fact) =>
    fact.textContent.replace(/\s+/g, ' ').trim(),
  );
}

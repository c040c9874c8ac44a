import type { LitElement, ReactiveController } from 'lit';
import { onceLeft } from '../controllers/leaving.js';
import { SliceController } from '../controllers/slices.js';
import { PayexAuditEvent } from '../events.js';
import { CSV_BEGIN, type CsvCell, type CsvFormat, csvLine } from '../model/csv.js';
import { inSteps, type Steps } from '../model/steps.js';
import type { Form, Itemised } from './itemised.js';
import { paperSteps } from './paper.js';
import { safeText } from './records/safe-text.js';

/** How many lines of a file a step writes: some milliseconds, whatever they hold. */
const STEP_LINES = 256;

/**
 * So much is handed to the browser, which may keep it out of memory; UTF-16 units. To put thousands of parts
 * together would take it as long as twenty frames.
 */
const PART_LENGTH = 2 ** 19;

/** What a spreadsheet has room for in a cell, UTF-16 units. */
const FILE_CELL_LIMIT = 32_000;

/** After this long a browser has the file, or has asked where to put it; milliseconds. */
const SAVING_TIME = 60_000;

/** What is under way, and how much of it is done, 0–1. */
export interface Progress {
  readonly form: Form;
  readonly share: number;
}

/**
 * Lets an element's records leave as a file or on paper, a slice at a time. A newer wish ends an older one,
 * and so does the element's leaving the page; what was made for the browser is then taken back.
 */
export class Itemising implements ReactiveController {
  readonly #host: LitElement;
  readonly #take: (form: Form) => Itemised | null | undefined;
  readonly #slices: SliceController;
  #wanted: Form | null = null;
  #progress: Progress | null = null;
  /** Takes back the address of a file, or the frame of a print. */
  #takeBack = (): void => undefined;

  /** @param take what is shown now; null when that is nothing, undefined when it is to be waited for. */
  constructor(host: LitElement, take: (form: Form) => Itemised | null | undefined) {
    this.#host = host;
    this.#take = take;
    this.#slices = new SliceController(host);
    host.addController(this);
  }

  get progress(): Progress | null {
    return this.#progress;
  }

  /** What was set before is drawn first: what leaves is what is shown then. */
  want(form: Form): void {
    if (!this.#host.isConnected) return;
    this.stop();
    this.#wanted = form;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const form = this.#wanted;
    if (!form) return;
    const itemised = this.#take(form);
    if (itemised === undefined) {
      this.#tell({ form, share: 0 });
      return;
    }
    this.#wanted = null;
    if (!itemised?.count) this.stop();
    else if (form === 'print') this.#openPaper(itemised);
    else this.#slices.startLater(this.#fileSteps(itemised));
  }

  hostDisconnected(): void {
    onceLeft(this.#host, () => {
      this.#wanted = null;
      this.stop();
    });
  }

  /** Nothing of what is under way leaves any more, nor what is waited for; what is wanted anew does. */
  stop(): void {
    this.#slices.stop();
    this.#takeBack();
    this.#takeBack = () => undefined;
    if (!this.#progress) return;
    this.#wanted = null;
    this.#tell(null);
  }

  *#fileSteps({ localizer, name, about, facts, columns, count, line }: Itemised): Steps<void> {
    const format = formatOf(localizer.decimal({ units: 5n, scale: 1 }));
    const write = (cells: readonly CsvCell[]): string =>
      // Blanks are plain ones: a figure in words with others is no figure to a spreadsheet.
      csvLine(
        cells.map((cell) => (typeof cell === 'string' ? inert(cell).replace(/\s/g, ' ') : cell)),
        format,
      );
    const headings = columns.map(([, heading]) => heading);
    const head = [...about.map((words) => [words]), ...facts, [], headings];
    const parts: Blob[] = [];
    let text = CSV_BEGIN + head.map(write).join('');
    const writeLines = (from: number, to: number): void => {
      for (let index = from; index < to; index++) text += write(line(index));
      if (text.length > PART_LENGTH) {
        parts.push(new Blob([text]));
        text = '';
      }
      this.#tell({ form: 'export', share: to / count });
    };
    yield* inSteps(count, writeLines, STEP_LINES);
    const file = new Blob([...parts, text], { type: 'text/csv;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${name}.csv`;
    const timer = setTimeout(() => this.stop(), SAVING_TIME);
    this.#takeBack = () => {
      clearTimeout(timer);
      URL.revokeObjectURL(link.href);
    };
    // Outside the page: no listener of it takes this for a way to go.
    link.click();
    this.#leave('export', count);
  }

  /** The page stays as it is: what is printed is a document of its own. */
  #openPaper(itemised: Itemised): void {
    const frame = document.createElement('iframe');
    frame.title = itemised.name;
    frame.className = 'paper';
    frame.tabIndex = -1;
    frame.onload = () => this.#slices.startLater(this.#paperSteps(frame, itemised));
    this.#takeBack = () => frame.remove();
    this.#host.renderRoot.append(frame);
  }

  *#paperSteps({ contentWindow }: HTMLIFrameElement, itemised: Itemised): Steps<void> {
    const view = contentWindow as Window & typeof globalThis;
    yield* paperSteps(view, itemised, inert, (share) => this.#tell({ form: 'print', share }));
    view.onafterprint = () => this.stop();
    this.#leave('print', itemised.count);
    // The page may stand still until it is printed.
    view.print();
  }

  #leave(action: Form, count: number): void {
    this.#tell(null);
    this.#host.dispatchEvent(new PayexAuditEvent({ action, count }));
  }

  /** Drawn anew a hundred times at most. */
  #tell(progress: Progress | null): void {
    const { form, share = 0 } = this.#progress ?? {};
    if (form === progress?.form && progress && progress.share - share < 0.01) return;
    this.#progress = progress;
    this.#host.requestUpdate();
  }
}

function inert(text: string): string {
  return safeText(text, FILE_CELL_LIMIT);
}

/** @param half 0.5 as the reader's language writes it. */
function formatOf(half: string): CsvFormat {
  return half.includes(',')
    ? { separator: ';', decimalSign: ',' }
    : { separator: ',', decimalSign: '.' };
}

import type { LitElement } from 'lit';
import { FlagsController } from '../../controllers/flagging.js';
import { RowGroups } from '../../controllers/row-groups.js';
import { MAX_AT_ONCE, SliceController } from '../../controllers/slices.js';
import type { UsageTable } from '../../model/usage-table.js';
import { RowScroller } from './row-scroller.js';
import { isOther, type Shown, showSteps, type Source } from './shown.js';
import { countOf } from './toolbar.js';

/** Nothing else is worked on until so long after the rows were moved; milliseconds. */
const AFTER_SCROLLING = 300;

/** Keeps the rows of an element in step with what they come from: works them out, draws them, says so aloud. */
export class RowDisplay {
  readonly #host: LitElement;
  readonly #slices: SliceController;
  readonly #flagging: FlagsController;
  readonly scroller: RowScroller;
  readonly groups: RowGroups;
  shown = {} as Shown;
  /** Rows have been on screen: what is not looked at before them may follow. */
  painted = false;
  /** The rows are others than before: start from the first, with this one in view; else null. */
  start: number | null = null;
  /** What is to be said aloud when the rows are there; '' for how many, null for nothing. */
  #saying: string | null = null;
  /** What is drawn, and in which words. */
  #lines?: Shown['lines'];
  #words?: Shown['words'];

  constructor(host: LitElement) {
    this.#host = host;
    this.#slices = new SliceController(host);
    this.#flagging = new FlagsController(this.#slices, () => this.#show(this.shown));
    this.groups = new RowGroups(() => host.requestUpdate());
    this.scroller = new RowScroller(() => host.renderRoot, this.groups);
    host.addController(this.scroller);
  }

  /** The next rows are shown from the first. */
  restart(saying: string | null): void {
    this.start = -1;
    this.#saying = saying;
  }

  /** Whether something is not as it was, groups that are open included. */
  isOther(source: Source): boolean {
    return this.shown.opened !== this.groups.version || isOther(source, this.shown);
  }

  /**
   * Whether the rows, or their flags, are still being worked out; whoever asks is waiting for them.
   *
   * @param busy the table grows: flags would be those of another moment anyway.
   */
  isUnderWay(busy: boolean): boolean {
    return this.shown.deriving || (!busy && this.#flagging.isDue(this.shown));
  }

  /** @param row of the open record, -1 for none. */
  derive(source: Source, row: number): void {
    const tell = (shown: Shown): void => this.#show(shown);
    const revealed = this.start === null ? -1 : row;
    const steps = showSteps(source, this.shown, this.groups, revealed, tell);
    this.#slices.start(steps, source.table.length <= MAX_AT_ONCE);
  }

  scrolled(): void {
    this.#slices.rest(AFTER_SCROLLING);
    this.scroller.scrolled();
  }

  #show(shown: Shown): void {
    this.shown = { ...shown, flags: this.#flagging.of(shown.table) };
    this.#host.requestUpdate();
  }

  readonly #followUp = (): void => {
    this.painted = true;
    this.#host.requestUpdate();
  };

  /**
   * @param selected the row of the open record, -1 for none, null where none can be opened.
   * @param checked the rows that are in the basket, null where there is none.
   * @param others other usage at hand.
   * @param busy the table grows.
   */
  draw(
    selected: number | null,
    checked: ReadonlySet<number> | null,
    others: readonly UsageTable[],
    busy: boolean,
  ): void {
    const { deriving, expected, words, table, lines } = this.shown;
    // Of a table that grows all the time, lines are ready when newer ones are being worked out already.
    const isReady = !deriving || (!expected && lines !== this.#lines);
    // Rows of before stay as they are, unless they read otherwise; nothing is said of them any more.
    if (isReady || expected || words !== this.#words) {
      this.scroller.show(this.shown, selected, checked, isReady ? this.start : null);
    }
    this.#lines = lines;
    this.#words = words;
    if (!isReady) return;
    if (!deriving) this.#flagging.follow(this.shown, others, busy);
    if (!this.painted && table.length > 0) {
      // In the next frame the rows are painted, and in the one after it they have been.
      requestAnimationFrame(() => requestAnimationFrame(this.#followUp));
    }
    this.start = null;
    if (this.#saying === null) return;
    const ears = this.#host.renderRoot.querySelector('.ears-only[role]') as Element;
    // That records are on their way would stay when they have come.
    ears.textContent = this.#saying || (expected ? '' : countOf(this.shown));
    this.#saying = null;
  }
}

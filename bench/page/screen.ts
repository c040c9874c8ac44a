/** What is on screen, seen as people see it: by the element under a point. */
import { rowAt } from '../data.js';
import type { Contestant, ShownRow } from '../peers/contestant.js';

/** Half a page: some peers estimate the heights of rows that they have not drawn. */
const NEAR = 8;
/** A scroll bar of very many rows is exact near its ends and makes up for it in between. */
const SLACK = 0.03;
/** Points below each other at which something is looked for; fewer pixels than a row has. */
const STEP = 12;
/** Of a point from the left edge: in the first column. */
const INSET = 60;

const digits = (text: string): string => text.replace(/\D/g, '');

/** The element at a point, through open shadow roots. */
function elementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

/** The host with a contestant in it, and how many records there are. */
export class Screen {
  readonly #host: Element;
  readonly #height: number;
  readonly #contestant: Contestant;
  readonly #count: number;

  constructor(host: Element, height: number, contestant: Contestant, count: number) {
    this.#host = host;
    this.#height = height;
    this.#contestant = contestant;
    this.#count = count;
  }

  rowAt(y: number): ShownRow | null {
    const element = elementAt(this.#host.getBoundingClientRect().left + INSET, y);
    const row = element && this.#contestant.rowOf(element);
    // A row whose cells are not filled yet shows nothing.
    return row?.cells.some((cell) => cell.trim() !== '') ? row : null;
  }

  /** The topmost row that can be pointed at. */
  get topRow(): ShownRow | null {
    for (const y of this.#points()) {
      const row = this.rowAt(y);
      if (row) return row;
    }
    return null;
  }

  /** Whether the cells are those of a record: its number, its amount and its destination. */
  isRecord(row: ShownRow | null, record: number): boolean {
    if (!row) return false;
    const { otherParty, amount, destination } = rowAt(record, this.#count);
    const figures = row.cells.map(digits);
    return (
      row.cells.some((cell) => cell.trim() === destination) &&
      (otherParty === null || figures.includes(otherParty)) &&
      (amount === null || figures.includes(digits(amount.toFixed(2))))
    );
  }

  /**
   * Whether the record of a place stands at the top or near it. Rows that state their index may be off by
   * what the scroll bar is out of proportion, if they show the record of the index that they state.
   */
  isNear(place: number): boolean {
    const row = this.topRow;
    if (row?.index !== undefined) {
      const isClose = Math.abs(row.index - place) <= NEAR + SLACK * this.#count;
      return isClose && this.isRecord(row, row.index);
    }
    const last = Math.min(this.#count - 1, place + NEAR);
    for (let near = Math.max(0, place - NEAR); near <= last; near++) {
      if (this.isRecord(row, near)) return true;
    }
    return false;
  }

  /** Whether a line shows one of the names with the figure that belongs to it. */
  showsTotal(totals: ReadonlyMap<string, string>): boolean {
    const { left } = this.#host.getBoundingClientRect();
    for (const y of this.#points()) {
      const line = elementAt(left + INSET, y)?.closest('.tabulator-group, [role=row]');
      const text = line?.textContent ?? '';
      for (const [name, total] of totals) {
        if (text.includes(name) && digits(text).includes(digits(total))) return true;
      }
    }
    return false;
  }

  *#points(): Generator<number> {
    const { top } = this.#host.getBoundingClientRect();
    for (let y = top + STEP; y < top + this.#height; y += STEP) yield y;
  }
}

/** Decimal kronor with two decimals, by subscription. */
export function subscriptionTotals(count: number): Map<string, string> {
  const totals = new Map<string, number>();
  for (let record = 0; record < count; record++) {
    const { subscriptionNo, amount } = rowAt(record, count);
    const minor = Math.round((amount ?? 0) * 100);
    totals.set(subscriptionNo, (totals.get(subscriptionNo) ?? 0) + minor);
  }
  return new Map(Array.from(totals, ([name, minor]) => [name, (minor / 100).toFixed(2)]));
}

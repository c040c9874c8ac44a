import type { ReactiveControllerHost } from 'lit';
import { PayexViewChangeEvent, type RecordsViewState } from '../events.js';
import { Basket } from '../model/basket.js';
import { unitsOf } from '../model/packed-texts.js';
import type { UsageTable } from '../model/usage-table.js';
import { plainBasket, restoreBasket } from './basket.js';
import { plain } from './plain.js';
import { readRecordsState, type ReadRecordsState, withoutTypedNumber } from './records-view.js';

type Host = ReactiveControllerHost & EventTarget;

/** How a table of records is looked at: what a view state says, set by the host or by hand, and told to the host. */
export class RecordsViewing {
  /** The record id is that of the open record, or of the one to be opened once it is there. */
  state: ReadRecordsState = readRecordsState(null);
  /** Row of the open record, -1 for none. */
  row = -1;
  /** The number of the open record is uncovered. */
  revealed = false;
  /** The selected records. */
  readonly basket: Basket;
  readonly #host: Host;
  /** The view state that the last event told. */
  #told: RecordsViewState | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.basket = new Basket(() => host.requestUpdate());
  }

  get viewState(): RecordsViewState {
    const { items } = this.basket;
    const selected = items.length > 0 ? plainBasket(items) : undefined;
    return plain({ ...this.state, selected }) as RecordsViewState;
  }

  /** @returns whether other rows are to be shown, or the same in another way */
  restore(value: RecordsViewState): boolean {
    const state = readRecordsState(value);
    // A host that writes back what it was told must not move the agent.
    if (value === this.#told) return false;
    restoreBasket(this.basket, (value as RecordsViewState | null)?.selected);
    if (JSON.stringify(state) === JSON.stringify(this.state)) return false;
    this.open(-1);
    this.state = state;
    return true;
  }

  /** Whatever opens another record or closes it covers again what was uncovered. */
  open(row: number, recordId?: string): void {
    this.row = row;
    this.state = { ...this.state, recordId };
    this.revealed = false;
    this.#host.requestUpdate();
  }

  /**
   * The open record stays open, covered, where a table fetched anew holds it too.
   *
   * @returns whether it was found there
   */
  follow(table: UsageTable): boolean {
    const { recordId } = this.state;
    if (this.row >= 0 || recordId === undefined) return false;
    const row = findRecord(table, recordId);
    if (row >= 0) this.open(row, recordId);
    return row >= 0;
  }

  /** Tells the host of a change by hand. */
  tell(): void {
    this.#told = withoutTypedNumber(this.viewState);
    this.#host.dispatchEvent(new PayexViewChangeEvent({ viewState: this.#told }));
  }
}

/** The first row of a record id, -1 if it is not there. */
function findRecord({ recordId, length }: UsageTable, id: string): number {
  const units = unitsOf(id);
  for (let row = 0; row < length; row++) if (recordId.holds(row, units, 0, id.length)) return row;
  return -1;
}

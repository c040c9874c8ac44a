import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Scope } from '../api/index.js';
import { PayexNavigateEvent, PayexViewChangeEvent } from '../events.js';
import type { Place, RecordsViewState, SelectedRecord, ViewState } from '../events.js';
import { plainBasket, readBasket } from './basket.js';
import { membersOf, textsOf } from './outside.js';
import { plain } from './plain.js';
import { mayBeNumber, readRecordsState, withoutTypedNumber } from './records-view.js';
import { type Settings, VIEWS } from './settings.js';
import type { BasketItem } from '../model/basket.js';

type Host = ReactiveControllerHost & EventTarget;

/** Where a subscription of some usage is shown. */
export function placeOf(scope: Scope, subscriptionNo?: string): Place {
  return scope.kind === 'invoice'
    ? { view: 'billed', invoiceNo: scope.invoiceNo, subscriptionNo }
    : { view: 'unbilled', subscriptionNo };
}

/**
 * Where the agent is. Attributes are the host's word and are not rewritten when the agent walks on:
 * setting the same word again does nothing, another word goes there at once. The agent's own steps
 * ask first (`payexnavigate`, cancelable); every change of place is told after its render.
 */
export class PlacesController implements ReactiveController {
  readonly #host: Host;
  readonly #defaultInvoice: () => string | undefined;
  readonly #basket: () => readonly BasketItem[];
  #commanded: string | null = null;
  #restoring: ViewState | null = null;
  /** Has been restored, and is to be taken. */
  #restored: readonly SelectedRecord[] | null = null;
  #state: ViewState = { view: 'unbilled' };
  #told = '';
  /** What the last event carried. */
  #given: ViewState | null = null;

  /**
   * @param defaultInvoice what is shown as billed while nobody has chosen an invoice
   * @param basket what the agent has collected
   */
  constructor(
    host: Host,
    defaultInvoice: () => string | undefined,
    basket: () => readonly BasketItem[],
  ) {
    this.#host = host;
    this.#defaultInvoice = defaultInvoice;
    this.#basket = basket;
    host.addController(this);
  }

  /** On the billed side with the invoice that is shown, also when nobody has chosen it. */
  get place(): Place {
    return this.#whole(this.#state);
  }

  /** Filters, sort and the open record of the subscription that is open. */
  get records(): RecordsViewState {
    return this.#state.records ?? {};
  }

  /** What is searched for; it is kept while the agent looks at what was found. */
  get question(): string {
    return this.#state.question ?? '';
  }

  get viewState(): ViewState {
    if (this.#restoring) return this.#restoring;
    const { records, view } = this.#state;
    const { question } = this;
    const items = this.#basket();
    return plain({
      ...this.place,
      records,
      question: (view === 'find' && question) || undefined,
      basket: items.length > 0 ? plainBasket(items) : undefined,
    });
  }

  /** Goes to a saved place with the next update; junk is taken as far as it can be read. */
  restore(state: unknown): void {
    // What a host writes back as it was told is without a number in the search: that is not its word.
    if (state === this.#given) return;
    this.#restoring = readViewState(state);
    this.#host.requestUpdate();
  }

  /** Follows the host's word: whatever changes of it, it is a command to go there. Called before each render. */
  follow({ customerNo, view, invoiceNo, compareWith, subscriptionNo }: Settings): void {
    const word = JSON.stringify([customerNo, view, invoiceNo, compareWith, subscriptionNo]);
    if (word !== this.#commanded) {
      this.#state = {
        view,
        invoiceNo: invoiceNo ?? undefined,
        compareWith: compareWith ?? undefined,
        subscriptionNo: subscriptionNo ?? undefined,
      };
    }
    this.#commanded = word;
    if (this.#restoring) {
      const { basket = [], ...state } = this.#restoring;
      this.#state = state;
      this.#restored = basket;
    }
    this.#restoring = null;
  }

  /** What a view state has put into the basket since the last time; null if none has come. */
  takeBasket(): readonly SelectedRecord[] | null {
    const restored = this.#restored;
    this.#restored = null;
    return restored;
  }

  /** The agent's step. False when the host kept the view; undefined for the place where the agent is. */
  go(where: Place): boolean | undefined {
    const from = this.place;
    const to = this.#whole(where);
    if (JSON.stringify(from) === JSON.stringify(to)) return undefined;
    if (!this.#host.dispatchEvent(new PayexNavigateEvent({ from, to }))) return false;
    this.#state = { ...to, question: this.question };
    this.#host.requestUpdate();
    return true;
  }

  /** The records table was looked at in another way. */
  lookAt(records: RecordsViewState): void {
    this.#state = { ...this.#state, records };
    this.#host.requestUpdate();
  }

  /** The agent searches for something else. */
  ask(question: string): void {
    this.#state = { ...this.#state, question };
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const state = this.viewState;
    const now = JSON.stringify(state);
    if (now === this.#told) return;
    const first = this.#told === '';
    this.#told = now;
    this.#given = {
      ...state,
      ...(state.records && { records: withoutTypedNumber(state.records) }),
    };
    if (mayBeNumber(this.question)) delete this.#given.question;
    if (!first) this.#host.dispatchEvent(new PayexViewChangeEvent({ viewState: this.#given }));
  }

  /** Members in one order, so that equal places are equal as JSON. */
  #whole({ view, invoiceNo, compareWith, subscriptionNo, all }: Place): Place {
    const billed = view === 'billed' ? (invoiceNo ?? this.#defaultInvoice()) : null;
    if (view === 'compare') {
      return { view, ...(invoiceNo && { invoiceNo }), ...(compareWith && { compareWith }) };
    }
    if (view === 'find') return { view };
    return {
      view,
      ...(billed && { invoiceNo: billed }),
      ...(subscriptionNo ? { subscriptionNo } : all ? { all } : {}),
    };
  }
}

function readViewState(state: unknown): ViewState | null {
  if (typeof state !== 'object' || state === null) return null;
  const { all, records, basket } = membersOf(state);
  const { view, ...texts } = textsOf(state);
  const { invoiceNo, compareWith, subscriptionNo, question } = texts;
  const items = readBasket(basket);
  return plain({
    view: VIEWS.find((each) => each === view) ?? 'unbilled',
    invoiceNo,
    compareWith,
    subscriptionNo,
    all: all === true || undefined,
    question,
    records: records ? (readRecordsState(records) as RecordsViewState) : undefined,
    basket: items.length > 0 ? plainBasket(items) : undefined,
  });
}

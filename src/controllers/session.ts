import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { usageError } from '../api/errors.js';
import type {
  DetailsAnswer,
  Result,
  Scope,
  SubscriptionList,
  SummariesAnswer,
  UsageError,
} from '../api/index.js';
import type { UsageIds } from '../events.js';
import type { Basket } from '../model/basket.js';
import { restoreBasket } from './basket.js';
import { ComparingController } from './comparing.js';
import { Connection } from './connection.js';
import type { Asked } from './finding.js';
import type { InvoiceInfo } from './defaults.js';
import type { Gathering, GatheringState } from './gathering.js';
import { type InvoiceQuestion, InvoicesController } from './invoices.js';
import { onceLeft } from './leaving.js';
import type { Load, Wish } from './load.js';
import type { PlacesController } from './places.js';
import { RedrawController } from './redraw.js';
import { type Seam, seamOf } from './seam.js';
import { SearchingController } from './searching.js';
import { resolveSettings, sameClient, type Settings } from './settings.js';
import { DaysController } from './timeline.js';
import { type AnyAnswer, errorEvent, idsAt, Telling } from './telling.js';
import { keyOf, type Kind, nameOf, totalKeysOf, wishesOf } from './wishes.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Totals arrive one by one; the page is drawn again at most this often, in milliseconds. */
const DRAW_INTERVAL = 40;

/** Everything the element knows of one customer, for the place where the agent is. */
export class SessionController implements ReactiveController {
  readonly invoiceSource: InvoicesController;
  readonly comparing: ComparingController;
  readonly searching: SearchingController;
  readonly telling: Telling;
  /** Counts the connections: what the agent has typed or opened in one is nothing to the next. */
  turn = 0;
  /** The newest ones; nobody else sets them. */
  settings = resolveSettings({}, {});
  connection: Connection;

  readonly #host: Host;
  readonly #places: PlacesController;
  readonly #redraw: RedrawController;
  readonly #days: DaysController;
  /** The subscriptions on screen, in order. */
  #seen: readonly string[] = [];

  constructor(host: Host, places: PlacesController) {
    this.#host = host;
    this.#places = places;
    this.connection = this.#newConnection();
    this.#redraw = new RedrawController(host);
    this.#days = new DaysController(host);
    this.invoiceSource = new InvoicesController(
      host,
      () => this.#invoiceQuestion(),
      () => this.report(usageError('adapter')),
    );
    this.telling = new Telling(host, places, this);
    this.comparing = new ComparingController(host, places, this);
    this.searching = new SearchingController(host, places, this);
    host.addController(this);
  }

  /** What the agent has collected of this customer. */
  get basket(): Basket {
    return this.connection.basket;
  }

  get subscriptions(): Load<SubscriptionList> {
    return this.#load('subscriptions');
  }

  /** The totals of the subscriptions, in the order of the list. */
  get totals(): readonly Load<SummariesAnswer>[] {
    const { value } = this.subscriptions;
    const keys = value ? totalKeysOf(nameOf(this.scope), value) : [];
    return keys.map((key) => this.connection.loads.get(key));
  }

  /** The table of all records, where the place is about it and the list is there. */
  get gathering(): Gathering | null {
    const { gathering } = this.connection;
    const { all } = this.#places.place;
    return all && gathering?.list === this.subscriptions.value ? gathering : null;
  }

  /** Of the subscription that is open. */
  get summary(): Load<SummariesAnswer> {
    return this.#load('summaries', this.#places.place.subscriptionNo);
  }

  get details(): Load<DetailsAnswer> {
    return this.#load('details', this.#places.place.subscriptionNo);
  }

  /** Of the subscription that is open, here and next to it. */
  get seam(): Seam {
    const { scope } = this;
    const { subscriptionNo } = this.#places.place;
    if (!scope || !subscriptionNo) return { sections: [], older: null, newer: null };
    return seamOf(this.scopes, scope, (each) =>
      this.connection.loads.get(keyOf(nameOf(each), 'details', subscriptionNo)),
    );
  }

  /** Invoices the agent may choose from. */
  get invoices(): readonly InvoiceInfo[] {
    return this.invoiceSource.after(this.settings.invoices);
  }

  /** Everything of the customer that is at hand, newest first. */
  get scopes(): Scope[] {
    const { customerNo } = this.settings;
    const scopes = this.invoices.map(({ invoiceNo }): Scope => ({ kind: 'invoice', invoiceNo }));
    return customerNo === null ? scopes : [{ kind: 'customer', customerNo }, ...scopes];
  }

  /** The invoice shown as billed until the agent chooses one. */
  get defaultInvoice(): string | undefined {
    return this.settings.invoiceNo ?? this.invoices[0]?.invoiceNo;
  }

  /** Everything was forgotten, and nothing is fetched until someone asks. */
  get cleared(): boolean {
    return this.connection.cleared;
  }

  /** Whose usage the place is about; null when neither a customer nor an invoice is chosen. */
  get scope(): Scope | null {
    const { customerNo } = this.settings;
    const { view, invoiceNo } = this.#places.place;
    if (this.cleared || view === 'find') return null;
    if (view === 'compare') {
      const [before, now] = this.comparing.sides;
      // The newer side, once both are known.
      return before && now;
    }
    if (view === 'unbilled') return customerNo === null ? null : { kind: 'customer', customerNo };
    return invoiceNo === undefined ? null : { kind: 'invoice', invoiceNo };
  }

  /**
   * Identifiers for events about what is shown now. A new object each time: it is what makes the table of
   * records look at each draw for rows that have come.
   */
  get ids(): UsageIds {
    return idsAt(this.settings, this.#places.place);
  }

  /**
   * Takes the newest settings and fetches what the place needs; called before each render.
   *
   * @param asked gives what is searched for where the place is a search
   */
  follow(settings: Settings, asked: () => Asked): void {
    const { client, customerNo } = this.settings;
    this.settings = settings;
    if (settings.customerNo !== customerNo || !sameClient(settings.client, client)) this.#connect();
    this.searching.follow(asked);
    const restored = this.#places.takeBasket();
    if (restored) {
      restoreBasket(this.basket, restored);
      this.basket.keep(settings.customerNo ?? undefined);
    }
    this.comparing.follow();
    this.fetch();
    this.#days.follow(this.seam.sections.map(({ answer }) => answer));
  }

  /** The rows on screen now, in order: these come first, and what they wait for moves ahead. */
  look(subscriptionNos: readonly string[]): void {
    if (String(subscriptionNos) === String(this.#seen)) return;
    this.#seen = subscriptionNos;
    this.drawSoon();
  }

  /** The agent asks for every total of the list. */
  fetchAll(): void {
    this.connection.whole = JSON.stringify(this.comparing.current?.sides ?? this.scope);
    // Those that failed, too; what is there is not fetched again.
    this.connection.loads.retryFailed();
    this.#host.requestUpdate();
  }

  /** Goes on with the table of all records, pauses it, or gives it up. */
  gather(state: GatheringState): void {
    this.gathering?.turn(state);
    this.#host.requestUpdate();
  }

  /** The agent asks for the records of the open subscription that lie next to what is at hand. */
  reach(scope: Scope): void {
    const { subscriptionNo = '' } = this.#places.place;
    this.connection.reach(scope, subscriptionNo);
    this.#host.requestUpdate();
  }

  /** Totals that failed, once more. */
  retry(subscriptionNo: string): void {
    this.connection.loads.forget(keyOf(nameOf(this.scope), 'summaries', subscriptionNo));
    this.#host.requestUpdate();
  }

  /** Whole seconds to the next automatic retry, drawn anew each second; null when none is waited for. */
  countDown(): number | null {
    const { retryAt } = this.connection;
    if (retryAt === null) return null;
    this.#redraw.in(1_000);
    return Math.max(0, Math.ceil((retryAt - Date.now()) / 1_000));
  }

  /** The agent goes on after `clear()`. */
  resume(): void {
    this.connection.cleared = false;
  }

  reload(): void {
    this.resume();
    this.connection.blocked = null;
    this.connection.loads.reload();
    this.connection.finding = null;
    this.connection.kept = 0;
    this.invoiceSource.reload();
    this.#host.requestUpdate();
  }

  /** Forgets every answer at once; blank until the customer changes or `reload()`. */
  clear(): void {
    this.#connect();
    this.connection.cleared = true;
    this.#host.requestUpdate();
  }

  /** Tells the host of a final failure; a wrong customer's data takes everything off the screen. */
  report(error: UsageError, place = this.#places.place): void {
    const ids = idsAt(this.settings, place);
    if (error.code === 'foreign') {
      this.#connect();
      this.connection.blocked = error;
    }
    this.#host.dispatchEvent(errorEvent(error, ids));
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    onceLeft(this.#host, () => {
      this.connection.loads.want(new Map());
      this.connection.billed = false;
      this.invoiceSource.leave();
    });
  }

  /** Starts with nothing: no answer and no call of before survives. */
  #connect(): void {
    this.connection.end();
    this.connection = this.#newConnection();
    this.comparing.end();
    this.turn += 1;
  }

  #newConnection(): Connection {
    return new Connection(this.#host, this.settings.client, (error) => this.report(error));
  }

  #load<T>(kind: Kind, subscriptionNo?: string): Load<T> {
    return this.connection.loads.get<T>(keyOf(nameOf(this.scope), kind, subscriptionNo));
  }

  /** Only once the agent looks at what is billed: a host may have to ask for it at a price. */
  #invoiceQuestion(): InvoiceQuestion {
    const { invoiceSource, customerNo } = this.settings;
    const connection = this.connection;
    if (this.cleared || customerNo === null) return [null, ''];
    // What was asked once is not unasked, and not asked again, by looking away from the answer.
    connection.billed ||= this.#places.place.view !== 'unbilled' || this.comparing.isAsked;
    return [connection.billed ? invoiceSource : null, customerNo];
  }

  /** Starts and cancels calls, so that what is needed by now is there or under way. */
  fetch(): void {
    this.connection.loads.want(this.#wishes());
  }

  /** What the place needs now, and a comparison. */
  #wishes(): Map<string, Wish> {
    const { place } = this.#places;
    const { blocked, grace } = this.connection;
    const { scope } = this;
    const wishes = [...this.comparing.wishes(), ...this.searching.wishes()];
    if (blocked || !(scope ?? wishes[0])) return new Map();
    if (grace > 0) {
      this.#redraw.in(grace);
      return new Map();
    }
    if (!scope || place.view === 'compare') return new Map(wishes);
    const own = wishesOf(
      this.connection,
      {
        scope,
        place,
        seen: this.#seen,
        beside: this.connection.beside.get(place.subscriptionNo ?? ''),
      },
      {
        settled: (result, no, whose) =>
          this.telling.settled(result as Result<AnyAnswer>, no, whose),
        grown: () => this.#host.requestUpdate(),
      },
    );
    return new Map([...wishes, ...own]);
  }

  /** What comes one by one is drawn together. */
  drawSoon(milliseconds = DRAW_INTERVAL): void {
    this.#redraw.in(milliseconds);
  }
}

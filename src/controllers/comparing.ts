import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Result, Scope } from '../api/index.js';
import { isComplete } from '../model/money.js';
import { type Compared, comparedOf, sidesOf, type Told } from './comparison.js';
import type { Wish } from './load.js';
import type { PlacesController } from './places.js';
import type { SessionController } from './session.js';
import { wishesOf } from './wishes.js';

/** What a comparison needs of the session. */
type Session = Pick<
  SessionController,
  | 'connection'
  | 'settings'
  | 'invoices'
  | 'invoiceSource'
  | 'cleared'
  | 'heard'
  | 'drawSoon'
  | 'tell'
>;

/** The comparison that the place is about, or that the host asks for in any place. */
export class ComparingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #places: PlacesController;
  readonly #session: Session;
  #asking: ((compared: Compared | null) => void)[] = [];
  /** What the host was told of last. */
  #told: Told | null = null;

  constructor(host: ReactiveControllerHost & Element, places: PlacesController, session: Session) {
    this.#host = host;
    this.#places = places;
    this.#session = session;
    host.addController(this);
  }

  get isAsked(): boolean {
    return this.#asking.length > 0;
  }

  /** The sides of the place, the older one first, as far as they are known. */
  get sides(): ReturnType<typeof sidesOf> {
    const { settings, invoices } = this.#session;
    return sidesOf(this.#places.place, settings, invoices);
  }

  /** Null where nobody asks for it, or where there are not two sides. */
  get current(): Compared | null {
    const { connection, cleared } = this.#session;
    const [before, now] = this.sides;
    const isWanted = this.#places.place.view === 'compare' || this.isAsked;
    return isWanted && before && now && !cleared ? comparedOf(connection, [before, now]) : null;
  }

  /**
   * All totals of both sides, and the records that tell more of them. Null when there are not two sides, or
   * when the answers are no longer this customer's, the host's or the page's.
   */
  ask(): Promise<Compared | null> {
    this.#host.requestUpdate();
    return new Promise((resolve) => this.#asking.push(resolve));
  }

  /** The agent asks for as many days of a whole month as there are so far. */
  compareSameDays(): void {
    this.#session.connection.sameDays = true;
    this.#host.requestUpdate();
  }

  /** What is to be fetched. */
  wishes(): [string, Wish][] {
    const { current } = this;
    const { connection } = this.#session;
    if (!current) return [];
    const { sides, told } = current;
    if (this.isAsked) connection.whole = JSON.stringify(sides);
    const lists = sides.map((scope) => ({ scope, subscriptionNo: undefined }));
    return [...lists, ...(told?.needed ?? [])].flatMap(({ scope, subscriptionNo }) => [
      ...wishesOf(
        connection,
        { scope, place: { subscriptionNo }, seen: [] },
        {
          settled: (result, no) => this.#settled(result, scope, no),
          grown: () => undefined,
        },
      ),
    ]);
  }

  /** Who asked gets nothing: what was under way has ended. */
  end(): void {
    this.#told = null;
    this.#answer(null);
  }

  hostUpdated(): void {
    const { current } = this;
    const { connection, invoiceSource } = this.#session;
    if (current?.settled ?? !invoiceSource.pending) this.#answer(current);
    else if (connection.blocked) this.end();
    const told = current?.settled ? current.told : null;
    if (!told || told === this.#told || this.#places.place.view !== 'compare') return;
    this.#told = told;
    this.#session.tell(isComplete(told.gaps));
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.end();
    });
  }

  #answer(compared: Compared | null): void {
    const asking = this.#asking;
    this.#asking = [];
    for (const resolve of asking) resolve(compared);
  }

  #settled(result: Result<unknown>, scope: Scope, subscriptionNo?: string): void {
    if (this.#session.heard(result, subscriptionNo, scope)) this.#session.drawSoon();
  }
}

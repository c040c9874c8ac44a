import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Result, Scope } from '../api/index.js';
import { type Asked, Finding, PATIENCE } from './finding.js';
import type { Wish } from './load.js';
import type { PlacesController } from './places.js';
import type { SessionController } from './session.js';

/** What a search needs of the session. */
type Session = Pick<
  SessionController,
  | 'connection'
  | 'settings'
  | 'invoiceSource'
  | 'scopes'
  | 'cleared'
  | 'drawSoon'
  | 'telling'
  | 'fetch'
>;

/** The search that the place is about. */
export class SearchingController implements ReactiveController {
  readonly #places: PlacesController;
  readonly #session: Session;

  constructor(host: ReactiveControllerHost, places: PlacesController, session: Session) {
    this.#places = places;
    this.#session = session;
    host.addController(this);
  }

  /** Null in another place, and where there is nothing to search. */
  get current(): Finding | null {
    return this.#places.place.view === 'find' ? this.#session.connection.finding : null;
  }

  /** Everything that the host has given is searched, but nothing without a question. */
  follow(ask: () => Asked): void {
    const { connection, settings, invoiceSource, scopes, cleared } = this.#session;
    if (this.#places.place.view !== 'find') return;
    const asked = ask();
    if (cleared || connection.blocked || scopes.length === 0) connection.finding = null;
    else {
      if (connection.finding?.asked.key !== asked.key) {
        connection.finding = new Finding(asked, settings.client);
      }
      connection.finding.follow(scopes, invoiceSource.pending);
      if (connection.finding.busy) this.#session.drawSoon(PATIENCE);
    }
  }

  /** Asks once more for what could not be had. */
  retry(): void {
    this.current?.retry();
    this.#session.connection.loads.retryFailed();
    this.#session.drawSoon();
  }

  /** Tells the host of the end of a search. */
  hostUpdated(): void {
    const { current } = this;
    if (!current || current.chips.length === 0) return;
    const isNews = !current.busy && !current.told;
    current.told = !current.busy;
    const { failed } = this.#session.invoiceSource;
    if (isNews) this.#session.telling.tell(current.complete && !failed, current.found);
  }

  /** What is to be fetched. */
  wishes(): Map<string, Wish> {
    const { connection } = this.#session;
    const heard = (result: Result<unknown>, scope: Scope, subscriptionNo?: string): void => {
      if (!this.#session.telling.heard(result, subscriptionNo, scope)) return;
      this.#session.drawSoon();
      // The next one does not wait for that.
      this.#session.fetch();
    };
    return this.current?.wishes(connection, heard) ?? new Map<string, Wish>();
  }
}

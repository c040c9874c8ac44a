import type { ReactiveControllerHost } from 'lit';
import { usageError } from '../api/errors.js';
import type {
  DetailsAnswer,
  Result,
  SubscriptionList,
  SummariesAnswer,
  UsageError,
} from '../api/index.js';
import { PayexErrorEvent, PayexLoadEvent, type Place, type UsageIds } from '../events.js';
import { isComplete } from '../model/money.js';
import { restOf } from '../model/steps.js';
import { placeOf, type PlacesController } from './places.js';
import { plain } from './plain.js';
import type { SessionController } from './session.js';
import type { Settings } from './settings.js';
import { isContradiction, subscriptionPageOf } from './subscription-model.js';
import { nameOf } from './wishes.js';

/** Records of one subscription after the other: a few times a second; milliseconds. */
const RECORDS_INTERVAL = 300;

/** What telling of answers needs of the session. */
type Session = Pick<
  SessionController,
  | 'connection'
  | 'settings'
  | 'scope'
  | 'gathering'
  | 'subscriptions'
  | 'totals'
  | 'summary'
  | 'details'
  | 'drawSoon'
  | 'fetch'
  | 'report'
>;

export type AnyAnswer = SubscriptionList | SummariesAnswer | DetailsAnswer;

/** Tells the host of a final failure; `ids` say of what. */
export function errorEvent(error: UsageError, ids: UsageIds): PayexErrorEvent {
  const { code, status, retryable, attempt, instance, reason, parameter } = error;
  const detail = { code, status, retryable, attempt, instance, reason, parameter };
  return new PayexErrorEvent(plain({ ...detail, ...ids }));
}

/** What the host has to be told of an answer: a failure, or what it lacks. */
function faultsOf(result: Result<AnyAnswer>): readonly UsageError[] {
  if (!result.ok) return [result.error];
  const { errors, gaps } = result.value;
  // Rows that the answer could not give.
  return errors.length === 0 && !isComplete(gaps) ? [usageError('partial')] : errors;
}

/** How many records an answer holds. */
function recordsIn(answer: AnyAnswer): number {
  return 'table' in answer ? answer.table.length : 0;
}

/** Identifiers of a place, of this customer. */
export function idsAt(
  { customerNo }: Pick<Settings, 'customerNo'>,
  { invoiceNo, subscriptionNo }: Place,
): UsageIds {
  return plain({ customerNo: customerNo ?? undefined, invoiceNo, subscriptionNo });
}

/** Draws what has come, asks for what follows from it, and tells the host. */
export class Telling {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #places: PlacesController;
  readonly #session: Session;

  constructor(
    host: ReactiveControllerHost & EventTarget,
    places: PlacesController,
    session: Session,
  ) {
    this.#host = host;
    this.#places = places;
    this.#session = session;
  }

  /**
   * Tells the host what an answer lacks.
   *
   * @param whose usage it is about, which need not be that of the place
   * @returns false where that, a stranger's data or a listener, has ended everything.
   */
  heard(result: Result<unknown>, subscriptionNo?: string, whose = this.#session.scope): boolean {
    const { connection } = this.#session;
    const place = whose ? placeOf(whose, subscriptionNo) : undefined;
    for (const error of faultsOf(result as Result<AnyAnswer>)) this.#session.report(error, place);
    return connection === this.#session.connection;
  }

  /** Tells the host what has come; `subscriptionNo` when it is not the list. */
  settled(result: Result<AnyAnswer>, subscriptionNo?: string, whose = this.#session.scope): void {
    if (!this.heard(result, subscriptionNo, whose)) return;
    const { gathering, connection, scope } = this.#session;
    const open = this.#places.place.subscriptionNo !== undefined;
    const { loads } = connection;
    // Next to the place where the agent is.
    if (whose && nameOf(whose) !== nameOf(scope)) {
      this.#host.requestUpdate();
      if (!result.ok) return;
      const { gaps } = result.value;
      this.tell(isComplete(gaps), recordsIn(result.value), placeOf(whose, subscriptionNo));
    } else if (subscriptionNo && gathering) {
      const { table, ended } = gathering;
      if (ended) this.#host.requestUpdate();
      else this.#session.drawSoon(restOf(RECORDS_INTERVAL, table.length));
      // The next one does not wait for that.
      this.#session.fetch();
      if (ended) this.tell(isComplete(table.gaps), table.length);
    } else if (subscriptionNo && !open) {
      this.#session.drawSoon();
      // Of thousands of totals nearly every one leaves others under way: then none has to be looked up.
      if (loads.isIdle) this.#session.fetch();
      if (!loads.isIdle) return;
      const { totals, subscriptions } = this.#session;
      if (totals.every(({ value, error }) => value ?? error)) {
        const answers = [subscriptions, ...totals];
        this.tell(answers.every(({ value, error }) => !error && isComplete(value?.gaps ?? {})));
      }
    } else {
      this.#host.requestUpdate();
      if (result.ok) this.#came(result.value);
    }
  }

  /** The list, or something of the subscription that is open. */
  #came(value: AnyAnswer): void {
    const listed = 'items' in value && value.items.length > 0;
    this.tell(!listed && isComplete(value.gaps), recordsIn(value));
    const { summary, details } = this.#session;
    if (summary.pending || details.pending) return;
    if (subscriptionPageOf(summary.value, details.value, {}).gaps.some(isContradiction)) {
      this.#session.report(usageError('mismatch'));
    }
  }

  /**
   * Something has come.
   *
   * @param beside the place that it is about, where that is another one: no list is fetched of it
   */
  tell(complete: boolean, records = 0, beside?: Place): void {
    const place = beside ?? this.#places.place;
    const { items = [] } = (!beside && this.#session.subscriptions.value) || {};
    const about = {
      view: place.view,
      ...idsAt(this.#session.settings, place),
      subscriptions: items.length,
    };
    this.#host.dispatchEvent(new PayexLoadEvent({ ...about, records, complete }));
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Result, Scope } from '../api/index.js';
import { isComplete } from '../model/money.js';
import type { Steps } from '../model/steps.js';
import {
  type Answers,
  answersOf,
  type Compared,
  sidesOf,
  tellSteps,
  type Told,
} from './comparison.js';
import { onceLeft } from './leaving.js';
import type { Wish } from './load.js';
import type { PlacesController } from './places.js';
import { isSame } from './same.js';
import type { SessionController } from './session.js';
import { SliceController } from './slices.js';
import { wishesOf } from './wishes.js';

/** What a comparison needs of the session. */
type Session = Pick<
  SessionController,
  'connection' | 'settings' | 'invoices' | 'invoiceSource' | 'cleared' | 'drawSoon' | 'telling'
>;

/** While more is on its way, what is told will do for so long for each answer; milliseconds. */
const REST = 0.4;

/** Records of as many subscriptions are asked for together. */
const SUBSCRIPTIONS_AT_ONCE = 24;

/** The comparison that the place is about, or that the host asks for in any place. */
export class ComparingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #places: PlacesController;
  readonly #session: Session;
  readonly #slices: SliceController;
  #asking: ((compared: Compared | null) => void)[] = [];
  /** What was worked out last, and `performance.now()` until which it will do while more is coming. */
  #last: Told | null = null;
  #good = 0;
  /** From which answers more is being worked out. */
  #work: Answers['values'] | null = null;
  /** What there is, as long as none of these changes. */
  #answers: Answers | null = null;
  #answersOf: readonly unknown[] = [];
  /** What the host was told of last. */
  #told: Told | null = null;

  constructor(host: ReactiveControllerHost & Element, places: PlacesController, session: Session) {
    this.#host = host;
    this.#places = places;
    this.#session = session;
    this.#slices = new SliceController(host);
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
  get current(): Answers | null {
    const { connection, cleared } = this.#session;
    const [before, now] = this.sides;
    const isWanted = this.#places.place.view === 'compare' || this.isAsked;
    if (!isWanted || !before || !now || cleared) return null;
    const sides = [before, now] as const;
    // Thousands of loads are looked up once of the same answers.
    const about = [
      JSON.stringify(sides),
      connection.loads.version,
      connection.sameDays,
      this.#last,
    ];
    if (!isSame(about, this.#answersOf)) {
      this.#answersOf = about;
      this.#answers = answersOf(connection, sides, this.#last);
    }
    return this.#answers;
  }

  /** Works out what has come, as far as it is wanted; called before each render. */
  follow(): void {
    const { current } = this;
    const work = this.#work;
    if (!current || current.isTold) {
      this.#stop();
      return;
    }
    const { values, others, told } = current;
    const isComing = others.some(({ pending }) => pending);
    // What is under way is ended before more is begun, unless nothing more comes.
    if (work && (isComing ? work[0] === values[0] : isSame(work, values))) return;
    if (isComing && told && performance.now() < this.#good) {
      this.#session.drawSoon();
      return;
    }
    this.#work = values;
    this.#slices.start(this.#steps(current), false);
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
    let open = 0;
    const records =
      told?.needed.filter(({ key }) => {
        const { value, error, pending } = connection.loads.get(key);
        const isOver = !pending && !connection.loads.isDue(key);
        // What has failed stays wanted, or it would be tried again.
        return isOver ? error || !value : ++open <= SUBSCRIPTIONS_AT_ONCE;
      }) ?? [];
    return [...lists, ...records].flatMap(({ scope, subscriptionNo }) => [
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
    this.#stop();
    this.#told = this.#last = this.#answers = null;
    this.#answersOf = [];
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
    this.#session.telling.tell(isComplete(told.gaps));
  }

  hostDisconnected(): void {
    onceLeft(this.#host, () => {
      this.#told = null;
      this.#answer(null);
    });
  }

  #stop(): void {
    this.#slices.stop();
    this.#work = null;
  }

  *#steps(answers: Answers): Steps<void> {
    const { connection, settings } = this.#session;
    this.#last = yield* tellSteps(connection, answers, settings.timeZone);
    this.#good = performance.now() + REST * answers.others.length;
    this.#work = null;
    this.#host.requestUpdate();
  }

  #answer(compared: Compared | null): void {
    const asking = this.#asking;
    this.#asking = [];
    for (const resolve of asking) resolve(compared);
  }

  #settled(result: Result<unknown>, scope: Scope, subscriptionNo?: string): void {
    if (this.#session.telling.heard(result, subscriptionNo, scope)) this.#session.drawSoon();
  }
}

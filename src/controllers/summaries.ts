import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type {
  Result,
  Scope,
  SubscriptionList,
  SubscriptionRef,
  SummariesAnswer,
  UsageClient,
  UsageError,
} from '../api/index.js';
import { isRevoking } from './load.js';
import { PresenceController } from './presence.js';

type Host = ReactiveControllerHost & { readonly isConnected: boolean };

/**
 * Up to this many subscriptions are summed without being asked for: the total at the top of the page is
 * what the agent looks at first. Beyond it only the rows on screen are fetched until "get all".
 */
export const EAGER_SUBSCRIPTIONS = 24;

/** Priority of what is not on screen. */
const FAR = 1000;

/** Answers arrive one by one; the page is drawn again at most this often, in milliseconds. */
const DRAW_INTERVAL = 40;

/** One list of subscriptions whose totals are wanted. */
export interface SummariesSubject {
  readonly client: UsageClient;
  readonly scope: Scope;
  readonly list: SubscriptionList;
}

export interface SummariesCallbacks {
  /** The answer or the final failure of one subscription's totals. */
  settled(subscriptionNo: string, result: Result<SummariesAnswer>): void;
  /** Every subscription of the list has its answer; `complete` when all are good. */
  finished(complete: boolean): void;
}

/** The totals of a list of subscriptions, fetched as rows come under the eye, nearest first. */
export class SummariesController implements ReactiveController {
  readonly #host: Host;
  readonly #callbacks: SummariesCallbacks;
  #subject: SummariesSubject | null = null;
  #refs = new Map<string, SubscriptionRef>();
  #answers = new Map<string, SummariesAnswer>();
  #errors = new Map<string, UsageError>();
  /** Priority of each call under way. */
  #waiting = new Map<string, number>();
  /** Settled since the list was last fetched; an older answer stays on screen until then. */
  #done = new Set<string>();
  #again = false;
  #paused = false;
  #seen: readonly string[] = [];
  #all = false;
  #abort = new AbortController();
  #drawTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(host: Host, callbacks: SummariesCallbacks) {
    this.#host = host;
    this.#callbacks = callbacks;
    host.addController(this);
    new PresenceController(host, {
      left: () => this.#stop(),
      returned: () => {
        this.#resume();
        this.#changed();
      },
    });
  }

  get answers(): ReadonlyMap<string, SummariesAnswer> {
    return this.#answers;
  }

  get errors(): ReadonlyMap<string, UsageError> {
    return this.#errors;
  }

  /** True while answers are on their way. */
  get busy(): boolean {
    return this.#waiting.size > 0;
  }

  /** Sets whose totals are wanted; another subject drops and cancels everything of the old one. */
  follow(subject: SummariesSubject | null): void {
    if (subject?.client === this.#subject?.client && subject?.list === this.#subject?.list) return;
    this.#stop();
    this.#again = sameScope(subject, this.#subject);
    this.#subject = subject;
    this.#refs = new Map(subject?.list.items.map((ref) => [ref.subscriptionNo, ref]));
    this.#errors = new Map();
    this.#done = new Set();
    if (this.#again) this.#forgetUnlisted();
    else {
      this.#answers = new Map();
      this.#seen = [];
      this.#all = false;
    }
    this.#all ||= this.#refs.size <= EAGER_SUBSCRIPTIONS;
    this.#resume();
  }

  /** While the agent is elsewhere nothing more is fetched; what has arrived is kept. */
  pause(paused: boolean): void {
    if (paused === this.#paused) return;
    this.#paused = paused;
    if (paused) this.#stop();
    else this.#resume();
  }

  /** The rows on screen now, in order: these come first, and what they wait for moves ahead. */
  look(subscriptionNos: readonly string[]): void {
    this.#seen = subscriptionNos;
    // What was scrolled past waits behind what is looked at now.
    for (const no of this.#waiting.keys()) if (!subscriptionNos.includes(no)) this.#fetch(no, FAR);
    subscriptionNos.forEach((no, index) => this.#fetch(no, index));
  }

  /** The agent asks for the whole list. */
  fetchAll(): void {
    this.#all = true;
    this.#fetchAll();
    this.#changed();
  }

  /** Totals that failed, once more. */
  retry(subscriptionNo: string): void {
    this.#errors.delete(subscriptionNo);
    this.#done.delete(subscriptionNo);
    this.#fetch(subscriptionNo, 0);
    this.#changed();
  }

  hostDisconnected(): void {
    if (this.#drawTimer !== null) clearTimeout(this.#drawTimer);
    this.#drawTimer = null;
  }

  #fetchAll(): void {
    for (const no of this.#refs.keys()) this.#fetch(no, FAR);
  }

  #fetch(no: string, priority: number): void {
    const subject = this.#subject;
    const ref = this.#refs.get(no);
    if (!subject || !ref || this.#paused || this.#done.has(no)) return;
    const waiting = this.#waiting.get(no);
    if (waiting !== undefined) {
      if (priority !== waiting) {
        this.#waiting.set(no, priority);
        subject.client.prioritise(subject.scope, no, 'summaries', priority);
      }
      return;
    }
    this.#waiting.set(no, priority);
    const { signal } = this.#abort;
    subject.client.summaries(subject.scope, ref, { signal, priority, fresh: this.#again }).then(
      (result) => {
        if (!signal.aborted) this.#settle(no, result);
      },
      () => undefined, // Only a cancelled call rejects, and #stop has already forgotten it.
    );
  }

  #settle(no: string, result: Result<SummariesAnswer>): void {
    this.#waiting.delete(no);
    this.#done.add(no);
    if (result.ok) this.#answers.set(no, result.value);
    else {
      this.#errors.set(no, result.error);
      if (isRevoking(result.error)) this.#answers.delete(no);
    }
    this.#changed();
    this.#callbacks.settled(no, result);
    if (this.#done.size < this.#refs.size) return;
    this.#callbacks.finished(this.#errors.size === 0);
  }

  #changed(): void {
    if (this.#drawTimer !== null) return;
    this.#drawTimer = setTimeout(() => {
      this.#drawTimer = null;
      this.#host.requestUpdate();
    }, DRAW_INTERVAL);
  }

  #stop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#waiting.clear();
  }

  #forgetUnlisted(): void {
    for (const no of this.#answers.keys()) if (!this.#refs.has(no)) this.#answers.delete(no);
  }

  #resume(): void {
    if (this.#all) this.#fetchAll();
    this.look(this.#seen);
  }
}

function sameScope(a: SummariesSubject | null, b: SummariesSubject | null): boolean {
  return a?.client === b?.client && JSON.stringify(a?.scope) === JSON.stringify(b?.scope);
}

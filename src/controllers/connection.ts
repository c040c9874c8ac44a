import type { ReactiveControllerHost } from 'lit';
import {
  parseApiBase,
  type Scope,
  type SubscriptionList,
  UsageClient,
  type UsageError,
} from '../api/index.js';
import { PayexAuthEvent } from '../events.js';
import { Basket } from '../model/basket.js';
import type { Finding } from './finding.js';
import { Gathering } from './gathering.js';
import { Loads } from './load.js';
import type { ClientSettings } from './settings.js';
import { warnOnce } from './warn.js';

/** How long an element that reads from another origin waits for its fetcher, in milliseconds. */
const FETCHER_GRACE = 5_000;

/**
 * An API client, what it has answered and what it waits for. Other settings or another customer make a new
 * one; what still comes to the old one reaches nobody.
 */
export class Connection {
  readonly client: UsageClient;
  readonly loads = new Loads();
  /** The records that the agent has collected: with whose they are, they go. */
  readonly basket: Basket;
  /** Epoch milliseconds of the next automatic retry, while one is waited for. */
  retryAt: number | null = null;
  /** True while the host renews the sign-in. */
  renewing = false;
  /** The lists of which the agent wants every total: the names of their scopes. */
  whole = '';
  /** The agent wants as many days of a whole month as there are so far, however many records that takes. */
  sameDays = false;
  /** The newest table of all records: one is large enough. */
  gathering: Gathering | null = null;
  /** The newest search. */
  finding: Finding | null = null;
  /** Records that searches have fetched and left for the next one. */
  kept = 0;
  /** Where else the agent wants to see records, by subscription. */
  readonly beside = new Map<string, readonly Scope[]>();
  /** The agent has looked at what is billed. */
  billed = false;
  /** Everything was forgotten, and nothing is fetched until someone asks. */
  cleared = false;
  /** Set when an answer belonged to someone else: nothing is fetched or shown any more. */
  blocked: UsageError | null = null;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #settings: ClientSettings;
  #graceEnd: number | null = null;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    settings: ClientSettings,
    failed: (error: UsageError) => void,
  ) {
    this.#host = host;
    this.#settings = settings;
    this.basket = new Basket(() => host.requestUpdate());
    this.client = new UsageClient({
      ...settings,
      onAuth: (generation, signal) => this.#renew(generation, signal),
      onWarning: ({ code }) => warnOnce(`an answer holds something odd: ${code}`),
      onOffline: (error) => {
        if (error) failed(error);
      },
      onWait: (wait) => {
        this.retryAt = wait?.retryAt ?? null;
        host.requestUpdate();
      },
    });
  }

  /** The gathering of the records of this list, begun if it is not under way. */
  gather(list: SubscriptionList): Gathering {
    if (this.gathering?.list !== list) this.gathering = new Gathering(list, this.#settings);
    return this.gathering;
  }

  /** Cancels everything. */
  end(): void {
    this.loads.want(new Map());
    this.client.clear();
  }

  /**
   * Milliseconds in which a fetcher may still come, 0 when nothing is waited for. The script that sets it
   * often stands below the tag, so nothing is called before the page's scripts have run. Another origin may
   * never be called without one: after a grace the call is made all the same, and the client refuses it
   * with the error that says why.
   */
  get grace(): number {
    const { fetcher, apiBase = '' } = this.#settings;
    if (fetcher) return 0;
    if (!scriptsRan()) return Infinity;
    const base = parseApiBase(apiBase, location.href);
    if (!base.ok || base.value.origin === location.origin) return 0;
    this.#graceEnd ??= Date.now() + FETCHER_GRACE;
    return Math.max(0, this.#graceEnd - Date.now());
  }

  async #renew(generation: number, signal: AbortSignal): Promise<void> {
    const event = new PayexAuthEvent({ generation });
    this.#host.dispatchEvent(event);
    // Once: each reading makes a promise, and what nobody handles would be the page's to report.
    const { renewal } = event;
    if (!renewal) return;
    this.#setRenewing(true);
    // Whatever the host does: it may never answer.
    signal.addEventListener('abort', () => this.#setRenewing(false));
    await renewal;
  }

  #setRenewing(renewing: boolean): void {
    this.renewing = renewing;
    this.#host.requestUpdate();
  }
}

/** Deferred scripts run while the page is "interactive" already; a page without entry is not parsed. */
function scriptsRan(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return document.readyState === 'complete' || !page || page.domContentLoadedEventStart > 0;
}

import type { ReactiveControllerHost } from 'lit';
import { parseApiBase, UsageClient, type UsageError } from '../api/index.js';
import { PayexAuthEvent } from '../events.js';
import { PresenceController } from './presence.js';
import { type ClientSettings, sameClient } from './settings.js';
import { warnOnce } from './warn.js';

type Host = ReactiveControllerHost & HTMLElement;

/** How long an element that reads from another origin waits for its fetcher, in milliseconds. */
const FETCHER_GRACE = 5_000;

/** The element's API client, made anew when its settings change, and what the client waits for. */
export class ClientController {
  readonly #host: Host;
  readonly #failed: (error: UsageError) => void;
  #settings: ClientSettings | null = null;
  #subject: string | null = null;
  #client: UsageClient | null = null;
  #retryAt: number | null = null;
  #renewing = false;
  #graceTimer: ReturnType<typeof setTimeout> | null = null;
  #graceOver = false;
  #scriptsRan = false;
  readonly #scriptsDone = (): void => {
    this.#scriptsRan = true;
    this.#host.requestUpdate();
  };

  constructor(host: Host, failed: (error: UsageError) => void) {
    this.#host = host;
    this.#failed = failed;
    new PresenceController(host, {
      left: () => this.#stopGrace(),
      returned: () => host.requestUpdate(),
    });
  }

  get client(): UsageClient | null {
    return this.#client;
  }

  /** Epoch milliseconds of the next automatic retry, while one is waited for. */
  get retryAt(): number | null {
    return this.#retryAt;
  }

  /** True while the host renews the sign-in. */
  get renewing(): boolean {
    return this.#renewing;
  }

  /**
   * True when answers for the older settings may not be shown any more: a new client stands ready and
   * the old one has forgotten and cancelled everything. `subject` is the customer.
   */
  follow(settings: ClientSettings, subject: string | null): boolean {
    const same =
      this.#settings !== null && this.#subject === subject && sameClient(this.#settings, settings);
    if (same) return false;
    this.#settings = settings;
    this.#subject = subject;
    this.#client?.clear();
    this.#client = this.#make(settings);
    this.#retryAt = null;
    this.#renewing = false;
    this.#graceOver = false;
    this.#stopGrace();
    return true;
  }

  /**
   * True while a fetcher may still come. The script that sets it often stands below the tag, so nothing is
   * called before the page's scripts have run. Another origin may never be called without one: after a
   * grace the call is made all the same, and the client refuses it with the error that says why.
   */
  awaitsFetcher(): boolean {
    const settings = this.#settings;
    if (!settings || settings.fetcher || this.#graceOver) return false;
    if (!this.#scriptsRan && document.readyState !== 'complete') {
      for (const type of ['DOMContentLoaded', 'load']) {
        addEventListener(type, this.#scriptsDone, { once: true });
      }
      return true;
    }
    const base = parseApiBase(settings.apiBase ?? '', location.href);
    if (!base.ok || base.value.origin === location.origin) return false;
    this.#graceTimer ??= setTimeout(() => {
      this.#graceTimer = null;
      this.#graceOver = true;
      this.#host.requestUpdate();
    }, FETCHER_GRACE);
    return true;
  }

  #make(settings: ClientSettings): UsageClient {
    const client: UsageClient = new UsageClient({
      ...settings,
      onAuth: (generation) => this.#renew(client, generation),
      onWarning: ({ code }) => warnOnce(`an answer holds something odd: ${code}`),
      onOffline: (error) => {
        if (error && client === this.#client) this.#failed(error);
      },
      onWait: (wait) => this.#wait(client, wait?.retryAt ?? null),
    });
    return client;
  }

  async #renew(client: UsageClient, generation: number): Promise<void> {
    const event = new PayexAuthEvent({ generation });
    this.#host.dispatchEvent(event);
    if (!event.renewal) return;
    this.#setRenewing(client, true);
    try {
      await event.renewal;
    } finally {
      this.#setRenewing(client, false);
    }
  }

  #setRenewing(client: UsageClient, renewing: boolean): void {
    if (client !== this.#client) return;
    this.#renewing = renewing;
    this.#host.requestUpdate();
  }

  #wait(client: UsageClient, retryAt: number | null): void {
    if (client !== this.#client) return;
    this.#retryAt = retryAt;
    this.#host.requestUpdate();
  }

  #stopGrace(): void {
    if (this.#graceTimer !== null) clearTimeout(this.#graceTimer);
    this.#graceTimer = null;
  }
}

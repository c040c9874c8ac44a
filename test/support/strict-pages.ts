import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { after, before } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createDemoServer } from '../../demo/demo-server.js';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';
import { listen } from './node-http.js';

/** What a CRM hears of the element. */
export interface Heard {
  readonly type: string;
  readonly detail: Record<string, unknown>;
}

/** What a page has seen from its first moment on. */
export interface Witness {
  /** Of the policy, and errors and rejections that nobody caught. */
  readonly violations: string[];
  readonly events: Heard[];
  /** Clicks on links, which a single-page application takes for its own. */
  readonly links: string[];
}

export interface PageOptions {
  readonly width?: number;
  readonly dark?: boolean;
  readonly path?: string;
}

const EVENTS = ['select', 'navigate', 'viewchange', 'load', 'error', 'auth', 'action', 'audit'];

/**
 * The built script-tag file on pages of its own server, under the strict policy and with the sandbox behind
 * it. One server and one browser for the tests of a file, started before them and ended after.
 */
export class StrictPages {
  #server!: Server;
  #port = 0;
  #browser!: Browser;

  constructor() {
    before(() => this.#start());
    after(() => this.#end());
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** An empty page. */
  newPage(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    return this.#browser.newPage(options);
  }

  /**
   * The page with the element, and a witness on it.
   *
   * @param query attributes of the element and orders to the sandbox, see demo/public/strict.js
   */
  async open(
    query = '',
    { width = 1280, dark = false, path = '/strict.html' }: PageOptions = {},
  ): Promise<Page> {
    const page = await this.newPage({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: 'sv-SE',
    });
    await page.addInitScript(watch, EVENTS);
    await page.goto(`${this.origin}${path}?${query}`);
    return page;
  }

  async #start(): Promise<void> {
    this.#server = createDemoServer(null);
    this.#port = await listen(this.#server);
    const executablePath = findBrowser();
    assert.ok(executablePath, 'a browser is needed: scripts/test.mjs finds one');
    this.#browser = await chromium.launch({ executablePath, args: browserArguments() });
  }

  async #end(): Promise<void> {
    await this.#browser.close();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Runs in the page, before its own scripts. */
function watch(names: readonly string[]): void {
  const witness: Witness = { violations: [], events: [], links: [] };
  Object.assign(window, { witness });
  document.addEventListener('securitypolicyviolation', (event) =>
    witness.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
  window.addEventListener('error', (event) => witness.violations.push(event.message));
  window.addEventListener('unhandledrejection', () => witness.violations.push('rejection'));
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link) witness.links.push(link.href);
  });
  for (const name of names) {
    document.addEventListener(`payex${name}`, (event) => {
      const { type, detail } = event as CustomEvent<Record<string, unknown>>;
      witness.events.push({ type, detail: JSON.parse(JSON.stringify(detail)) as Heard['detail'] });
    });
  }
}

export function witnessOf(page: Page): Promise<Witness> {
  return page.evaluate(() => (window as unknown as { witness: Witness }).witness);
}

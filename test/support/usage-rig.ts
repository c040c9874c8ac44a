import '../../src/define.js';
import { fixture, html } from '@open-wc/testing';
import type { Fetcher } from '../../src/api/index.js';
import type { PayexUsage } from '../../src/elements/payex-usage.js';
import type { PayexUsageEventMap } from '../../src/events.js';
import { settle } from './fake-clock.js';
import { FakeServer } from './fake-server.js';

const EVENTS = [
  'payexselect',
  'payexnavigate',
  'payexviewchange',
  'payexload',
  'payexerror',
  'payexauth',
  'payexaction',
  'payexaudit',
] as const satisfies readonly (keyof PayexUsageEventMap)[];

export interface HeardEvent {
  readonly type: keyof PayexUsageEventMap;
  readonly detail: Record<string, unknown>;
}

/** `<payex-usage>` on a page, with a server whose answers the test holds in its hands. */
export class UsageRig {
  readonly element: PayexUsage;
  readonly server: FakeServer;
  readonly events: HeardEvent[] = [];

  constructor(element: PayexUsage, server: FakeServer) {
    this.element = element;
    this.server = server;
    for (const type of EVENTS) {
      element.addEventListener(type, (event) => {
        const detail = event.detail as unknown as Record<string, unknown>;
        this.events.push({ type, detail });
      });
    }
  }

  /** The element and everything that follows from it comes to rest. */
  async rest(): Promise<void> {
    for (let turn = 0; turn < 4; turn += 1) {
      await this.element.updateComplete;
      await settle();
    }
    // Answers that come one by one are drawn together, 40 ms later at most.
    await aTimer(50);
    // Rows are drawn once a layout has told how many there is room for.
    for (let frame = 0; frame < 2; frame += 1) await nextFrame();
    await this.element.updateComplete;
    await settle();
  }

  /** The watch over the rows, and the draws and answers that follow from it, come to rest. */
  async looked(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) {
      await nextFrame();
      await this.rest();
    }
  }

  heard(type: keyof PayexUsageEventMap): HeardEvent[] {
    return this.events.filter((event) => event.type === type);
  }

  /** What a person can read in the element, all shadow roots included. */
  get text(): string {
    return readableText(this.element).replace(/\s+/g, ' ').trim();
  }

  /** Everything in the DOM below the element: text, attributes, all shadow roots. */
  get markup(): string {
    return markupOf(this.element);
  }

  /** The first element that matches, in any shadow root below. */
  find<T extends Element = HTMLElement>(selector: string): T | null {
    return findDeep<T>(this.element, selector);
  }

  all<T extends Element = HTMLElement>(selector: string): T[] {
    return allDeep<T>(this.element, selector);
  }

  button(name: string): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('button').find((button) =>
      `${button.textContent} ${button.ariaLabel ?? button.title}`.includes(name),
    );
    if (!found) throw new Error(`no button "${name}" in: ${this.text}`);
    return found;
  }

  list(...subscriptionNos: string[]): Promise<void> {
    return this.listOf('', ...subscriptionNos);
  }

  /** Answers the list of a scope: its path, or the end of that. */
  async listOf(scope: string, ...subscriptionNos: string[]): Promise<void> {
    const request = await this.server.next(`${scope}/subscriptions`);
    const path = new URL(request.url, location.href).pathname;
    await request.json(subscriptionList(path, subscriptionNos));
    await this.rest();
  }

  async summary(subscriptionNo: string, ...rows: Record<string, unknown>[]): Promise<void> {
    const request = await this.server.next(`/${subscriptionNo}/usage-summaries`);
    await request.json({ items: rows, navigation: {} });
    await this.rest();
  }

  async details(subscriptionNo: string, ...rows: Record<string, unknown>[]): Promise<void> {
    const request = await this.server.next(`/${subscriptionNo}/usage-details`);
    await request.json({ items: rows, navigation: {} });
    await this.rest();
  }
}

const aTimer = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

/** A page that is not in front may wait long for its frames. Leaves no timer behind, which tests count. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(go, 120);
    requestAnimationFrame(go);
  });
}

export function subscriptionList(path: string, subscriptionNos: readonly string[]): unknown {
  return {
    items: subscriptionNos.map((subscriptionNo) => ({
      subscriptionNo,
      usageDetails: `${path}/${subscriptionNo}/usage-details`,
      usageSummaries: `${path}/${subscriptionNo}/usage-summaries`,
      '@id': `${path}/${subscriptionNo}`,
    })),
    navigation: { '@id': path },
  };
}

/** A row of usage-summaries in PayEx' own terms. */
export function summaryRow(
  amount: unknown,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return { typeOfCall: 'VOICE', amountExclVat: amount, currency: 'SEK', ...more };
}

/** A row of usage-details. */
export function detailRow(
  id: string,
  amount: unknown,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    id,
    startTime: '2026-03-08T21:14:00',
    typeOfCall: 'VOICE',
    bNumber: '+46701740567',
    amountExclVat: amount,
    currency: 'SEK',
    totalVolume: '60',
    volumeCode: 'S',
    ...more,
  };
}

/** A server that answers at once, each path with this. */
export function answering(bodyOf: (path: string) => unknown): Fetcher {
  return (url) => {
    const body = JSON.stringify(bodyOf(new URL(url, location.href).pathname));
    const headers = { 'content-type': 'application/json' };
    return Promise.resolve(new Response(body, { headers }));
  };
}

/** Mounts the element with a fake server; `set` may change it before it is in the page. */
export async function mountUsage(
  attributes: Record<string, string> = { 'customer-no': 'C1' },
  set: (element: PayexUsage) => void = () => undefined,
): Promise<UsageRig> {
  const server = new FakeServer();
  const element = document.createElement('payex-usage');
  const all = { 'owner-no': 'L01', locale: 'en', ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  element.fetcher = server.fetcher;
  set(element);
  const rig = new UsageRig(element, server);
  await fixture(html`<div>${element}</div>`);
  await element.updateComplete;
  await settle();
  return rig;
}

function childrenOf(node: Node): Iterable<Node> {
  if (node instanceof HTMLSlotElement) return node.assignedNodes();
  return node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
}

function readableText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && (node.hasAttribute('hidden') || node.localName === 'style'))
    return '';
  return [...childrenOf(node)].map(readableText).join(' ');
}

function markupOf(root: Element): string {
  const inner = root.shadowRoot
    ? [...root.shadowRoot.children].map(markupOf).join('') + root.shadowRoot.innerHTML
    : [...root.children].map(markupOf).join('');
  return `${root.outerHTML}${inner}`;
}

export function findDeep<T extends Element>(root: Element, selector: string): T | null {
  return allDeep<T>(root, selector)[0] ?? null;
}

export function allDeep<T extends Element>(root: Element, selector: string): T[] {
  const found: T[] = [];
  const scopes: (Element | ShadowRoot)[] = [root];
  for (const scope of scopes) {
    found.push(...scope.querySelectorAll<T>(selector));
    for (const element of scope.querySelectorAll('*')) {
      if (element.shadowRoot) scopes.push(element.shadowRoot);
    }
    if (scope instanceof Element && scope.shadowRoot) scopes.push(scope.shadowRoot);
  }
  return found;
}

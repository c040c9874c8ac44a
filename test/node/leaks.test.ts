import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { StrictPages } from '../support/strict-pages.js';

/** What is still there after all garbage was collected, of the built file on a page of its own server. */

/** `LEAK_STEPS=10000` for the whole walk, which takes a minute. */
const STEPS = Number(process.env['LEAK_STEPS'] ?? 1_000);

const pages = new StrictPages();

interface Left {
  readonly nodes: number;
  readonly listeners: number;
  /** Objects and functions of scripts. */
  readonly objects: number;
}

async function left(session: CDPSession): Promise<Left> {
  // What finalisers let go is garbage for the next round.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  const nodes = of('Nodes');
  const listeners = of('JSEventListeners');
  return { nodes, listeners, objects: await countObjects(session) };
}

/** What is left once nothing goes any more: what ends by itself is no leak, and is not measured half-way. */
async function settled(page: Page, session: CDPSession): Promise<Left> {
  let before = await left(session);
  for (let round = 0; round < 40; round += 1) {
    await page.waitForTimeout(1_000);
    const now = await left(session);
    if (isDeepStrictEqual(now, before)) return now;
    before = now;
  }
  return before;
}

/** Not bytes: code that the engine has compiled grows for a while, and is nobody's leak. */
async function countObjects(session: CDPSession): Promise<number> {
  const root = await session.send('Runtime.evaluate', { expression: 'Object.prototype' });
  const prototypeObjectId = root.result.objectId ?? '';
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId });
  const count = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
  return Number(count.result.value);
}

/** Changes of customer, moves, mounts, places: each of three calls is answered, the others overtaken. */
function walk(page: Page, steps: number): Promise<void> {
  return page.evaluate(async (count) => {
    const answer = (url: string): Promise<Response> => {
      const number = { subscriptionNo: '46700000001' };
      const items = url.endsWith('/subscriptions')
        ? [number]
        : [{ id: 'r1', startTime: '2026-03-08T21:14:00', amountExclVat: '1.00' }];
      const headers = { 'content-type': 'application/json' };
      return Promise.resolve(new Response(JSON.stringify({ items, navigation: {} }), { headers }));
    };
    const mount = (): HTMLElementTagNameMap['payex-usage'] => {
      const made = document.createElement('payex-usage');
      made.ownerNo = 'L01';
      made.fetcher = answer;
      document.body.append(made);
      return made;
    };
    const pause = (): Promise<void> =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(null);
      });
    const box = document.createElement('div');
    document.body.append(box);
    let element = mount();
    for (let step = 0; step < count; step += 1) {
      const view = { view: 'unbilled' } as const;
      if (step % 5 === 0) element.customerNo = `C${step}`;
      else if (step % 5 === 1) element.viewState = { ...view, subscriptionNo: '46700000001' };
      else if (step % 5 === 2) (step % 2 ? box : document.body).append(element);
      else if (step % 5 === 3) element.viewState = { ...view, all: true };
      else {
        element.remove();
        element = mount();
      }
      if (step % 3 === 0) for (let turn = 0; turn < 4; turn += 1) await pause();
    }
    element.remove();
    box.remove();
  }, steps);
}

describe('memory', () => {
  it('nothing grows over thousands of changes of customer, mounts, moves and places', async () => {
    const page = await pages.newPage();
    // What the compiler of this file writes around named functions.
    await page.addInitScript('globalThis.__name = (made) => made;');
    await page.goto(`${pages.origin}/strict.html`);
    await page.waitForFunction(() => customElements.get('payex-usage') !== undefined);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    // Caches of words and formats fill up once.
    await walk(page, 200);
    const before = await settled(page, session);
    await walk(page, STEPS);
    const now = await settled(page, session);
    const grown = `${JSON.stringify(before)} ${JSON.stringify(now)}`;
    assert.ok(now.nodes - before.nodes < 50, grown);
    assert.ok(now.listeners - before.listeners < 10, grown);
    // Long before one a step.
    assert.ok(now.objects - before.objects < 200, grown);
  });
});

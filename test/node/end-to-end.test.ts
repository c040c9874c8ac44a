import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { StrictPages, witnessOf } from '../support/strict-pages.js';

/** The built script-tag file on a page of its own server, under the strict policy, as a person uses it. */

const SHOCK = '46701740612';

const pages = new StrictPages();

async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: {
        run(
          context: string,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; target: unknown }[] }[] }>;
      };
    };
    const { violations } = await tool.run('payex-usage', {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes[0]?.html.slice(0, 200)} ${JSON.stringify(nodes[0]?.target)}`,
    );
  });
}

/** What has been drawn by now is painted, and observers have been told of it. */
function painted(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await document.querySelector('payex-usage')?.updateComplete;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}

/** The row of the invoice's largest subscription, then its records. */
async function openRecords(page: Page): Promise<void> {
  await page.getByRole('button', { name: SHOCK }).click();
  await page.locator('[role=row][aria-rowindex="2"]').waitFor();
}

/** What has the focus, and `hidden` where something else lies over its middle. */
function stopInSight(): string {
  let root: DocumentOrShadowRoot = document;
  while (root.activeElement?.shadowRoot) root = root.activeElement.shadowRoot;
  const stop = root.activeElement;
  if (!stop) return 'nothing: hidden';
  const { left, top, width, height } = stop.getBoundingClientRect();
  const seen = root.elementFromPoint(left + width / 2, top + Math.min(height, 48) / 2);
  const isSeen = stop.contains(seen) || seen?.contains(stop);
  return `${stop.textContent.trim()} ${stop.className} ${isSeen ? '' : 'hidden'}`;
}

describe('the built script-tag file under the strict policy', () => {
  it('the figures of the bill shock are right to the öre', async () => {
    const page = await pages.open('invoice-no=900123&view=billed');
    const total = page.locator('[part=total]');
    // The last subscription costs nothing: the figure stands before the total is whole.
    await total.filter({ hasText: '1\u00a0197,51', hasNotText: 'hittills' }).waitFor();
    assert.match((await total.innerText()).replaceAll(/\s/g, ' '), /^1 197,51 ?kr$/);
    assert.ok(await page.getByText('241,25').first().isVisible());
    await page.close();
  });

  it('two script tags, module and classic, leave one working element and no violation', async () => {
    const page = await pages.open('', { path: '/strict-twice.html' });
    await openRecords(page);
    assert.deepEqual((await witnessOf(page)).violations, []);
    await page.close();
  });

  it('an expired token is renewed once and nobody notices', async () => {
    const page = await pages.open('x-sandbox-fault=401-once&x-sandbox-session=e2e-401');
    await page.getByText('644,93').waitFor();
    const { events } = await witnessOf(page);
    assert.equal(events.filter(({ type }) => type === 'payexauth').length, 1);
    assert.equal(events.filter(({ type }) => type === 'payexerror').length, 0);
    await page.close();
  });

  for (const width of [320, 1280]) {
    it(`totals that arrive move nothing on the page, ${width} px`, async () => {
      const page = await pages.open('x-sandbox-latency=200-900&invoice-no=900123&view=billed', {
        width,
      });
      await page.evaluate(() => {
        Object.assign(window, { shift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            (window as unknown as { shift: number }).shift += (
              entry as unknown as { value: number }
            ).value;
          }
        }).observe({ type: 'layout-shift' });
      });
      await page.getByText('1\u00a0197,51').waitFor();
      await painted(page);
      const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
      // The heading of the amounts gets its currency: a word grows, and that is all.
      assert.ok(shift < 0.002, `shifted by ${shift}`);
      await page.close();
    });
  }

  it('nothing is named and described in the same words: it would be said twice', async () => {
    const page = await pages.open(`view=billed&subscription-no=${SHOCK}`);
    const session = await page.context().newCDPSession(page);
    const saidTwice = async (): Promise<unknown[]> => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const names = nodes.filter(({ name, description }) => name && description);
      return names.flatMap(({ name, description }) =>
        name?.value === description?.value ? [name?.value] : [],
      );
    };
    await page.getByRole('button', { name: 'Markeringar ↓' }).click();
    await page.locator('[data-shape]').first().waitFor();
    // What is read out is what a button does, not its sign.
    await page.getByRole('button', { name: 'Hämta på nytt', exact: true }).waitFor();
    assert.deepEqual(await saidTwice(), []);
    await page.getByRole('button', { name: 'Hitta', exact: true }).click();
    await page.getByRole('searchbox').fill('8 mars');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ta bort: 8 mars', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Kortkommandon', exact: true }).waitFor();
    assert.deepEqual(await saidTwice(), []);
    await page.close();
  });

  it('nothing gets the focus below the basket, 320 px', async () => {
    const page = await pages.open(`subscription-no=${SHOCK}&selection=multiple`, { width: 320 });
    await page.setViewportSize({ width: 320, height: 400 });
    await page.locator('.row .check').first().click();
    await page.locator('.row').first().click();
    await page.locator('.title').focus();
    const stops: string[] = [];
    for (let stop = ''; !stop.startsWith('Ta bort alla'); stops.push(stop)) {
      await page.keyboard.press('Tab');
      stop = await page.evaluate(stopInSight);
      assert.ok(stops.length < 60 && !stop.endsWith('hidden'), stop);
    }
    assert.ok(stops.length > 20, `only ${stops.join()}`);
    await page.close();
  });

  const STATES: Readonly<Record<string, string>> = {
    'nothing chosen': 'customer-no=',
    overview: '',
    'billed overview': 'view=billed',
    empty: 'customer-no=100106&view=billed&invoice-nos=900700',
    failed: 'x-sandbox-fault=501',
    'not found': 'customer-no=100105',
    records: `subscription-no=${SHOCK}`,
    'incomplete records': `subscription-no=${SHOCK}&x-sandbox-fault=missing-amounts,bad-rows`,
  };
  for (const width of [320, 1280]) {
    for (const dark of [false, true]) {
      it(`axe finds nothing in any state, ${width} px, ${dark ? 'dark' : 'light'}`, async () => {
        for (const [state, query] of Object.entries(STATES)) {
          const page = await pages.open(`${query}&theme=${dark ? 'dark' : 'light'}`, {
            width,
            dark,
          });
          await page.waitForFunction(() => {
            const status = document
              .querySelector('payex-usage')
              ?.shadowRoot?.querySelector('[role=status]');
            return status !== null && status !== undefined && !/Hämtar/.test(status.textContent);
          });
          await painted(page);
          assert.deepEqual(await axe(page), [], state);
          assert.equal(
            await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
            false,
            `${state} scrolls sideways`,
          );
          await page.close();
        }
      });
    }
  }
});

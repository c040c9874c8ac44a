import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import axeCore from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createDemoServer } from '../../demo/demo-server.js';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';

/** The built script-tag file on a page of its own server, under the strict policy, as a person uses it. */

const SHOCK = '46701740612';

interface Heard {
  readonly type: string;
  readonly detail: Record<string, unknown>;
}

interface Witness {
  violations: string[];
  events: Heard[];
}

let server: Server;
let browser: Browser;
let origin = '';

before(async () => {
  server = createDemoServer(null);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const executablePath = findBrowser();
  assert.ok(executablePath, 'a browser is needed: scripts/test.mjs finds one');
  browser = await chromium.launch({ executablePath, args: browserArguments() });
});

after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

interface PageOptions {
  readonly width?: number;
  readonly dark?: boolean;
  readonly path?: string;
}

/** Opens the strict page; from its first moment on every violation, error and event is written down. */
async function open(
  query = '',
  { width = 1280, dark = false, path = '/strict.html' }: PageOptions = {},
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'sv-SE',
  });
  await page.addInitScript(() => {
    const witness: Witness = { violations: [], events: [] };
    Object.assign(window, { witness });
    document.addEventListener('securitypolicyviolation', (event) =>
      witness.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
    window.addEventListener('error', (event) => witness.violations.push(event.message));
    window.addEventListener('unhandledrejection', () => witness.violations.push('rejection'));
    for (const name of [
      'select',
      'navigate',
      'viewchange',
      'load',
      'error',
      'auth',
      'action',
      'audit',
    ]) {
      document.addEventListener(`payex${name}`, (event) => {
        const { type, detail } = event as CustomEvent<Record<string, unknown>>;
        witness.events.push({
          type,
          detail: JSON.parse(JSON.stringify(detail)) as Heard['detail'],
        });
      });
    }
  });
  await page.goto(`${origin}${path}?${query}`);
  return page;
}

const witnessOf = (page: Page): Promise<Witness> =>
  page.evaluate(() => (window as unknown as { witness: Witness }).witness);

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

/** The row of the invoice's largest subscription, then its records. */
async function openRecords(page: Page): Promise<void> {
  await page.getByRole('button', { name: SHOCK }).click();
  await page.locator('[role=row][aria-rowindex="2"]').waitFor();
}

describe('the built script-tag file under the strict policy', () => {
  it('goes from customer to record by keyboard alone, without one violation', async () => {
    const page = await open();
    await page.getByText('Totalt').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter'); // Fakturerat
    await page.getByText('1\u00a0197,51').waitFor();
    const row = page.getByRole('button', { name: SHOCK });
    for (let presses = 0; presses < 12; presses += 1) {
      if (await row.evaluate((button) => button.matches(':focus'))) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    const grid = page.getByRole('grid');
    await grid.waitFor();
    for (let presses = 0; presses < 24; presses += 1) {
      if (await grid.evaluate((element) => element.matches(':focus'))) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: /post/i }).first().waitFor();
    const { violations, events } = await witnessOf(page);
    assert.deepEqual(violations, []);
    const record = events.findLast(
      ({ type, detail }) => type === 'payexselect' && detail['level'] === 'record',
    );
    assert.equal(record?.detail['invoiceNo'], '900123');
    assert.equal(record.detail['subscriptionNo'], SHOCK);
    assert.equal(record.detail['customerNo'], '100045');
    await page.close();
  });

  it('the figures of the bill shock are right to the öre', async () => {
    const page = await open('invoice-no=900123&view=billed');
    const total = page.locator('[part=total]');
    // The last subscription costs nothing: the figure stands before the total is whole.
    await total.filter({ hasText: '1\u00a0197,51', hasNotText: 'hittills' }).waitFor();
    assert.match((await total.innerText()).replaceAll(/\s/g, ' '), /^1 197,51 ?kr$/);
    assert.ok(await page.getByText('241,25').first().isVisible());
    await page.close();
  });

  it('two script tags, module and classic, leave one working element and no violation', async () => {
    const page = await open('', { path: '/strict-twice.html' });
    await openRecords(page);
    assert.deepEqual((await witnessOf(page)).violations, []);
    await page.close();
  });

  it('an expired token is renewed once and nobody notices', async () => {
    const page = await open('x-sandbox-fault=401-once&x-sandbox-session=e2e-401');
    await page.getByText('644,93').waitFor();
    const { events } = await witnessOf(page);
    assert.equal(events.filter(({ type }) => type === 'payexauth').length, 1);
    assert.equal(events.filter(({ type }) => type === 'payexerror').length, 0);
    await page.close();
  });

  for (const width of [320, 1280]) {
    it(`totals that arrive move nothing on the page, ${width} px`, async () => {
      const page = await open('x-sandbox-latency=200-900&invoice-no=900123&view=billed', { width });
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
      await page.waitForTimeout(200);
      const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
      // The heading of the amounts gets its currency: a word grows, and that is all.
      assert.ok(shift < 0.002, `shifted by ${shift}`);
      await page.close();
    });
  }

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
          const page = await open(`${query}&theme=${dark ? 'dark' : 'light'}`, { width, dark });
          await page.waitForFunction(() => {
            const status = document
              .querySelector('payex-usage')
              ?.shadowRoot?.querySelector('[role=status]');
            return status !== null && status !== undefined && !/Hämtar/.test(status.textContent);
          });
          await page.waitForTimeout(100);
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

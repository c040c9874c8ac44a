import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createDemoServer } from '../../demo/demo-server.js';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';

/** What leaves the built script-tag file under the strict policy: a file that is saved, pages that are printed. */

interface Witness {
  readonly violations: string[];
  readonly audits: unknown[];
  readonly clicks: string[];
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

async function openRecords(width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'sv-SE' });
  await page.addInitScript(() => {
    const witness: Witness = { violations: [], audits: [], clicks: [] };
    Object.assign(window, { witness });
    document.addEventListener('securitypolicyviolation', (event) =>
      witness.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
    window.addEventListener('error', (event) => witness.violations.push(event.message));
    document.addEventListener('payexaudit', ({ detail }) => witness.audits.push(detail));
    // A single-page application takes links for its own.
    document.addEventListener('click', (event) => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      if (link) witness.clicks.push('a link');
    });
  });
  await page.goto(`${origin}/strict.html?view=billed&subscription-no=46701740612`);
  await page.locator('[role=row][aria-rowindex="2"]').waitFor();
  return page;
}

const witnessOf = (page: Page): Promise<Witness> =>
  page.evaluate(() => (window as unknown as { witness: Witness }).witness);

describe('itemisation under the strict policy', () => {
  for (const width of [320, 1280]) {
    it(`a file is saved by keyboard, without a violation or a link on the page, ${width} px`, async () => {
      const page = await openRecords(width);
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'CSV' }).focus();
      await page.keyboard.press('Enter');
      const file = await saving;
      assert.equal(file.suggestedFilename(), 'payex-usage-900123.csv');
      const text = readFileSync(await file.path(), 'utf8');
      const [head = '', rows = ''] = text.split('\r\n\r\n');
      assert.ok(head.startsWith('\ufeffFörbrukningsposter\r\nKund 100045\r\nFaktura 900123\r\n'));
      assert.ok(head.endsWith('\r\nFullständigt\r\n184 poster\r\nTotalt;650,78;SEK;exkl. moms'));
      assert.equal(rows.split('\r\n').length, 1 + 184 + 1);
      assert.deepEqual(await witnessOf(page), {
        violations: [],
        audits: [{ action: 'export', count: 184 }],
        clicks: [],
      });
      await page.close();
    });
  }

  it('what is printed has its own sheet and all rows, without a violation', async () => {
    const page = await openRecords(320);
    await page.evaluate(() => document.querySelector('payex-usage')?.print());
    const paper = page.frameLocator('iframe');
    await paper.locator('tbody tr').last().waitFor({ state: 'attached' });
    await page.waitForFunction(
      () => (window as unknown as { witness: Witness }).witness.audits.length > 0,
    );
    assert.equal(await paper.locator('tbody tr').count(), 184);
    assert.equal(
      await paper.locator('body').evaluate((body) => getComputedStyle(body).display),
      'none',
    );
    await page.emulateMedia({ media: 'print' });
    const head = await paper
      .locator('thead')
      .evaluate((part) => [getComputedStyle(part).display, part.textContent]);
    assert.equal(head[0], 'table-header-group');
    assert.match(String(head[1]), /Kund 100045 · Faktura 900123 .* Fullständigt/);
    assert.deepEqual(await witnessOf(page), {
      violations: [],
      audits: [{ action: 'print', count: 184 }],
      clicks: [],
    });
    await page.close();
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { StrictPages, type Witness, witnessOf } from '../support/strict-pages.js';

/** What leaves the built script-tag file under the strict policy: a file that is saved, pages that are printed. */

const pages = new StrictPages();

async function openRecords(width: number): Promise<Page> {
  const page = await pages.open('view=billed&subscription-no=46701740612', { width });
  await page.locator('[role=row][aria-rowindex="2"]').waitFor();
  return page;
}

/** All that the page has seen of a way out: nothing against its policy, no link, and one audit. */
async function assertAudited(page: Page, action: 'export' | 'print'): Promise<void> {
  const { violations, links, events } = await witnessOf(page);
  assert.deepEqual([violations, links], [[], []]);
  const audits = events.filter(({ type }) => type === 'payexaudit').map(({ detail }) => detail);
  assert.deepEqual(audits, [{ action, count: 184 }]);
}

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
      await assertAudited(page, 'export');
      await page.close();
    });
  }

  it('what is printed has its own sheet and all rows, without a violation', async () => {
    const page = await openRecords(320);
    await page.evaluate(() => document.querySelector('payex-usage')?.print());
    const paper = page.frameLocator('iframe');
    await paper.locator('tbody tr').last().waitFor({ state: 'attached' });
    await page.waitForFunction(() =>
      (window as unknown as { witness: Witness }).witness.events.some(
        ({ type }) => type === 'payexaudit',
      ),
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
    await assertAudited(page, 'print');
    await page.close();
  });
});

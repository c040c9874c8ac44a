import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { StrictPages } from '../support/strict-pages.js';

const pages = new StrictPages();

/** Blanks that do not break are tested with the formats. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the case of the demo CRM', () => {
  let page: Page;

  const note = async (): Promise<string> => plain(await page.locator('#note').inputValue());
  const customer = (name: string): Locator => page.locator('#customers button', { hasText: name });
  const press = (name: string): Promise<void> => page.getByRole('button', { name }).last().click();

  before(async () => {
    page = await pages.open('', { path: '/' });
    await page.getByRole('button', { name: 'Alla poster' }).waitFor();
  });

  after(() => page.close());

  it('gets the sentence of a comparison into its note, and says so', async () => {
    await press('Fakturerat');
    await press('Jämför');
    await page.locator('[part=explanation]').filter({ hasText: '12–15 mars' }).waitFor();
    await press('Lägg till i ärendet');
    assert.match(await note(), /^286,75 kr mer än faktura 900122: /);
    assert.equal(await page.locator('#said').innerText(), 'Tillagt i anteckningen');
  });

  it('gets what was collected below it, with its sum', async () => {
    await press('Fakturerat');
    await press('46701740612');
    const row = page.locator('[role=row][aria-rowindex="2"]');
    await row.locator('.check').click();
    await press('Lägg till i ärendet');
    assert.match(
      await note(),
      /mars 2026\.\n\nKund 100045\nFaktura 900123 · 46701740612 · Mobil privat\n28 mars 2026 21:59 · Samtal · .*1,15 kr exkl\. moms\n1 post · 1,15 kr exkl\. moms\nLäget /,
    );
    assert.match(
      plain(await page.locator('#chosen').innerText()),
      /^Faktura 900123 · 46701740612 · 2026-03-28 21:59:50 · Samtal · .*•••.* · 1,15 kr exkl\. moms$/,
    );
  });

  it('gets one record that is open', async () => {
    await page.locator('[role=row][aria-rowindex="3"] .time').click();
    await page.locator('[part=detail]').getByRole('button', { name: 'ärendet' }).click();
    assert.match(
      await note(),
      /\n\nFaktura 900123 · 46701740612 · 2026-03-28 21:57:19 · Data · 16,25 kr exkl\. moms\n$/,
    );
  });

  it('keeps its note to its customer', async () => {
    const before = await note();
    await customer('Nils Fantasi').click();
    assert.equal(await note(), '');
    assert.equal(await page.locator('#chosen').innerText(), 'Inget valt ännu');
    await customer('Astrid Påhittad').click();
    assert.equal(await note(), before);
  });
});

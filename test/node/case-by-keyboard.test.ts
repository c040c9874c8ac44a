import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { Agent, some } from '../support/agent.js';
import { StrictPages } from '../support/strict-pages.js';

/**
 * What an agent puts into the case without a mouse: the sentence, the record, what is disputed, the
 * itemisation. One page, job after job: each goes on where the one before has left off, or goes there by a
 * key. The jobs before are in jobs-by-keyboard.test.ts.
 */

const PRIVATE = '46701740612';
const WORK = '46701740613';
const MARCH = '1\u00a0197,51';
const CALLED_IN_FULL = /4670174(?!06(?:12|13|14)\b)\d{4}/;

const pages = new StrictPages();

/** Blanks that do not break are tested with the formats. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

async function openRecords(agent: Agent, subscriptionNo: string): Promise<void> {
  await agent.tabTo(agent.page.getByRole('button', { name: subscriptionNo }));
  await agent.press('Enter');
  await agent.page.locator('[role=row][aria-rowindex="2"]').waitFor();
}

/** Narrows the records by words until their sum is this one, and goes to the first of them. */
async function search(agent: Agent, words: string, sum: string): Promise<void> {
  await agent.press('/');
  await agent.type(words);
  await agent.page.locator('[part=status]').filter({ hasText: sum }).waitFor();
  await agent.tabTo(agent.page.getByRole('grid').or(agent.page.getByRole('treegrid')));
}

/** 3: why this invoice is higher than the one before, in one sentence, and into the case with it. */
async function compare(agent: Agent): Promise<void> {
  await agent.press('2');
  await agent.seeTotal(MARCH);
  await agent.press('3');
  const sentence = agent.page.locator('[part=explanation]');
  await sentence.filter({ hasText: '12–15 mars' }).waitFor();
  const text = plain(await sentence.locator('p').first().innerText());
  assert.match(
    text,
    /^286,75 kr mer än faktura 900122: 241,25 kr .* 8 mars 2026, 45,50 kr .*12–15 mars/,
  );
  await agent.press('c');
  await sentence.getByText('Kopierat').waitFor();
  const copied = await agent.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(plain(copied), text);
  assert.deepEqual(await agent.last('payexaudit', 'action', 'count'), ['copy', 2]);
  await agent.tabTo(agent.page.getByRole('button', { name: 'Till ärendet' }));
  await agent.press('Enter');
  assert.deepEqual(await agent.last('payexaction', 'action', 'customerNo', 'invoiceNo'), [
    'case',
    '100045',
    '900123',
  ]);
  const [explanation] = await agent.last('payexaction', 'explanation');
  const [told, drivers] = some(explanation, 'text', 'drivers');
  assert.equal(plain(String(told)), text);
  assert.deepEqual(
    (drivers as object[]).map((driver) => some(driver, 'cause', 'subscriptionNo', 'usageType')),
    [
      ['newType', PRIVATE, 'PREMIUM'],
      ['newType', WORK, 'ROAM_DATA'],
    ],
  );
}

/** 4: the one record that the caller remembers a little of. */
async function find(agent: Agent): Promise<void> {
  await agent.press('4');
  // The question has the focus at once.
  await agent.page.locator('.question:focus').waitFor();
  await agent.type('8 mars 205 kr');
  await agent.press('Enter');
  const hits = agent.page.locator('[part=hits] tbody tr');
  await hits.first().waitFor();
  const [hit = '', ...others] = await hits.allInnerTexts();
  assert.equal(others.length, 0);
  assert.match(plain(hit), /8 mars.*21:14[^]*Faktura 900123[^]*205,60/);
  await agent.press('ArrowDown', 'Enter');
  await agent.page.locator('[part=detail]').filter({ hasText: '205,60' }).waitFor();
  assert.deepEqual(
    await agent.last('payexselect', 'level', 'selected', 'invoiceNo', 'subscriptionNo'),
    ['record', true, '900123', PRIVATE],
  );
}

/** 5: what the caller disputes, over two numbers, an invoice and what is not billed yet, to the CRM. */
async function collect(agent: Agent): Promise<void> {
  const basket = agent.page.getByRole('region', { name: 'Valda' });
  await agent.press('2');
  await agent.seeTotal(MARCH);
  await openRecords(agent, PRIVATE);
  await search(agent, 'betalnummer', '241,25');
  await agent.press('Space', 'ArrowDown', 'Space', 'b');
  await openRecords(agent, WORK);
  await search(agent, 'utomlands', '45,50');
  await agent.press('Space', 'b', '1');
  await agent.seeTotal('644,93');
  await openRecords(agent, PRIVATE);
  await agent.tabTo(agent.page.getByRole('grid'));
  await agent.press('Space');
  await basket.getByText('4 poster').waitFor();
  await agent.tabTo(basket.getByRole('button', { name: 'Till ärendet' }));
  await agent.press('Enter');
  const [action, records, totals] = await agent.last('payexaction', 'action', 'records', 'totals');
  assert.equal(action, 'case');
  const whose = (records as object[]).map((record) =>
    some(record, 'invoiceNo', 'subscriptionNo').join(' ').trim(),
  );
  assert.deepEqual(whose, [PRIVATE, ...[PRIVATE, PRIVATE, WORK].map((no) => `900123 ${no}`)]);
  assert.equal((totals as object[]).length, 1);
}

/** 6: an itemisation for the caller, as a file and on paper, of what the filter leaves. */
async function itemise(agent: Agent): Promise<void> {
  const { page } = agent;
  await agent.press('2');
  await agent.seeTotal(MARCH);
  await openRecords(agent, PRIVATE);
  await search(agent, 'betalnummer', '241,25');
  await page.keyboard.press('Shift+Tab');
  await agent.tabTo(page.getByRole('button', { name: 'CSV' }));
  const saving = page.waitForEvent('download');
  await agent.press('Enter');
  const file = await readFile(await (await saving).path(), 'utf8');
  assert.equal(file[0], '\uFEFF');
  assert.match(file, /Kund 100045[^]*Faktura 900123[^]*Fullständigt/);
  assert.match(file, /;205,60?;/);
  assert.doesNotMatch(file, CALLED_IN_FULL);
  assert.deepEqual(await agent.last('payexaudit', 'action', 'count'), ['export', 2]);
  await agent.tabTo(page.getByRole('button', { name: 'Skriv ut' }));
  await agent.press('Enter');
  await page.waitForFunction(() =>
    (window as unknown as { witness: { events: { detail: { action?: string } }[] } }).witness.events
      .map(({ detail }) => detail.action)
      .includes('print'),
  );
  assert.deepEqual(await agent.last('payexaudit', 'action', 'count'), ['print', 2]);
}

for (const width of [320, 1280]) {
  describe(`the jobs of an agent by keyboard, ${width} px`, () => {
    let agent: Agent;

    before(async () => {
      agent = new Agent(await pages.open('selection=multiple', { width }));
      await agent.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      // What a CRM offers to do with what was found.
      await agent.page.evaluate(() => {
        const usage = document.querySelector('payex-usage');
        if (usage) usage.actions = [{ id: 'case', label: 'Till ärendet' }];
      });
      await agent.seeTotal('644,93');
      await agent.press('Tab');
    });

    after(async () => {
      await agent.page.close();
    });

    it('3: says in one sentence why the invoice is higher than the one before', () =>
      compare(agent));

    it('4: finds the record that the caller remembers', () => find(agent));

    it('5: collects what the caller disputes and hands it to the CRM', () => collect(agent));

    it('6: saves and prints an itemisation for the caller', () => itemise(agent));

    it('has done so without a violation, a failure or a number called in full', () =>
      agent.assertClean(CALLED_IN_FULL));
  });
}

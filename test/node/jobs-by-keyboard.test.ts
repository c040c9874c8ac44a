import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { type Heard, StrictPages, witnessOf } from '../support/strict-pages.js';

/**
 * What an agent does with a caller on the line, job after job, without a mouse: on the built script-tag
 * file under the strict policy, in a sidebar and on a page of its own. After each job stands what a CRM
 * has heard by then, since that is what it stores.
 */

const PRIVATE = '46701740612';
const MARCH = '1\u00a0197,51';
const FEBRUARY = '910,76';

const pages = new StrictPages();

/** Tab until something has the focus: the way there is a part of the job. */
async function tabTo(page: Page, place: Locator, steps = 40): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab');
    if (await place.evaluate((element) => element.matches(':focus'))) return;
  }
  assert.fail(`${String(place)} is not reached by Tab`);
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const totalOf = (page: Page, amount: string): Promise<void> =>
  page.locator('[part=total]').filter({ hasText: amount, hasNotText: 'hittills' }).waitFor();

async function heard(page: Page, type: string): Promise<Heard['detail'][]> {
  const { events } = await witnessOf(page);
  return events.filter((event) => event.type === type).map(({ detail }) => detail);
}

/** Of a detail, what is asked for. */
const some = (detail: Heard['detail'] | undefined, ...names: string[]): unknown[] =>
  names.map((name) => detail?.[name]);

/** Nothing has gone wrong, and nothing has left the element that must not. */
async function assertClean(page: Page): Promise<void> {
  const { violations, events } = await witnessOf(page);
  assert.deepEqual(violations, []);
  assert.deepEqual(
    events.filter(({ type }) => type === 'payexerror'),
    [],
  );
  // A number called is masked to its last three digits, and those of the customer are none.
  const calledInFull = /4670174(?!06(?:12|13|14)\b)\d{4}/;
  assert.doesNotMatch(JSON.stringify(events), calledInFull);
}

/** Job 1: what has been used since the last invoice, by subscription and usage type, at a glance. */
async function seeUsageSoFar(page: Page): Promise<void> {
  await totalOf(page, '644,93');
  const types = page.getByRole('table').first();
  for (const type of ['Data', 'Samtal', 'Sms']) {
    assert.ok(await types.getByText(type, { exact: true }).isVisible(), type);
  }
  const rows = page.locator('[part=subscription]');
  assert.equal(await rows.count(), 5);
  assert.match(await rows.first().innerText(), /338,48/);
  const loads = await heard(page, 'payexload');
  assert.deepEqual(some(loads.at(-1), 'view', 'customerNo', 'subscriptions', 'complete'), [
    'unbilled',
    '100045',
    5,
    true,
  ]);
}

/** Job 2: the invoice that the caller holds, the subscription, and the record that made it high. */
async function openInvoice(page: Page): Promise<void> {
  await press(page, 'Tab', '2');
  await totalOf(page, MARCH);
  // The caller holds two of them: down to the older one and back.
  await tabTo(page, page.locator('.chooser select'));
  await press(page, 'ArrowDown');
  await totalOf(page, FEBRUARY);
  await press(page, 'ArrowUp');
  await totalOf(page, MARCH);
  const places = (await heard(page, 'payexviewchange')).map(({ viewState }) =>
    some(viewState as Heard['detail'], 'view', 'invoiceNo'),
  );
  assert.deepEqual(places.slice(-3), [
    ['billed', '900123'],
    ['billed', '900122'],
    ['billed', '900123'],
  ]);
}

async function openSubscription(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: PRIVATE }));
  await press(page, 'Enter');
  await page.locator('[role=row][aria-rowindex="2"]').waitFor();
  const [subscription] = (await heard(page, 'payexselect')).slice(-1);
  assert.deepEqual(
    some(subscription, 'level', 'selected', 'customerNo', 'invoiceNo', 'subscriptionNo'),
    ['subscription', true, '100045', '900123', PRIVATE],
  );
}

async function openDearestRecord(page: Page): Promise<void> {
  await press(page, '/');
  await page.keyboard.type('betalnummer');
  await page.locator('[part=status]').filter({ hasText: '241,25' }).waitFor();
  // By amount, from the top.
  await tabTo(page, page.getByRole('columnheader', { name: /Belopp/ }).getByRole('button'));
  await press(page, 'Enter');
  await tabTo(page, page.getByRole('grid'));
  await press(page, 'Home', 'Enter');
  const detail = page.locator('[part=detail]');
  await detail.waitFor();
  assert.match(await detail.innerText(), /205,60/);
  const [chosen] = (await heard(page, 'payexselect')).slice(-1);
  assert.deepEqual(some(chosen, 'level', 'selected', 'customerNo', 'invoiceNo', 'subscriptionNo'), [
    'record',
    true,
    '100045',
    '900123',
    PRIVATE,
  ]);
  const record = chosen?.['record'] as Heard['detail'];
  assert.deepEqual(some(record, 'startTime', 'usageType', 'number', 'volume', 'unit'), [
    '2026-03-08T21:14:00',
    'PREMIUM',
    // A premium number stays readable: it is what the call is about.
    '0939-1124000',
    '2467',
    'S',
  ]);
  assert.deepEqual(record['money'], { amount: '205.60', currency: 'SEK', vat: 'excluded' });
}

/** Out of it again, and to where the agent came from, each step by one key. */
async function goBack(page: Page): Promise<void> {
  await press(page, 'Escape', 'b');
  await totalOf(page, MARCH);
  const row = page.getByRole('button', { name: PRIVATE });
  assert.ok(
    await row.evaluate((button) => button.matches(':focus')),
    'the row has the focus again',
  );
  await press(page, '1');
  await totalOf(page, '644,93');
  const [place] = (await heard(page, 'payexviewchange')).slice(-1);
  assert.deepEqual(place?.['viewState'], { view: 'unbilled' });
}

async function listKeys(page: Page): Promise<void> {
  await press(page, '?');
  const list = page.getByRole('dialog', { name: 'Kortkommandon' });
  await list.getByText('Hämta på nytt').waitFor();
  await press(page, 'Escape');
  await list.waitFor({ state: 'hidden' });
}

for (const width of [320, 1280]) {
  describe(`the jobs of an agent by keyboard, ${width} px`, () => {
    it('1: sees what has been used since the last invoice', async () => {
      const page = await pages.open('', { width });
      await seeUsageSoFar(page);
      await assertClean(page);
      await page.close();
    });

    it('2: opens the invoice, the subscription and the record that made it high', async () => {
      const page = await pages.open('', { width });
      await seeUsageSoFar(page);
      await openInvoice(page);
      await openSubscription(page);
      await openDearestRecord(page);
      await listKeys(page);
      await goBack(page);
      await assertClean(page);
      await page.close();
    });
  });
}

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Agent, some } from '../support/agent.js';
import { StrictPages } from '../support/strict-pages.js';

/**
 * What an agent does with one caller on the line, job after job in one page, without a mouse: on the built
 * script-tag file under the strict policy, in a sidebar and on a page of its own. After each step stands
 * what a CRM has heard by then, since that is what it stores.
 */

const PRIVATE = '46701740612';
const MARCH = '1\u00a0197,51';
const FEBRUARY = '910,76';
const UNBILLED = '644,93';

/** A number called that is not masked to its last three digits: the customer's own are none. */
const CALLED_IN_FULL = /4670174(?!06(?:12|13|14)\b)\d{4}/;

const SUBSCRIPTION = ['level', 'selected', 'customerNo', 'invoiceNo', 'subscriptionNo'];

const pages = new StrictPages();

/** 1: what has been used since the last invoice, by subscription and usage type, at a glance. */
async function seeUsageSoFar(agent: Agent): Promise<void> {
  await agent.seeTotal(UNBILLED);
  const types = agent.page.locator('[part=types]');
  for (const type of ['Data', 'Samtal', 'Sms']) {
    assert.ok(await types.getByText(type, { exact: true }).isVisible(), type);
  }
  const rows = agent.page.locator('[part=subscription]');
  assert.equal(await rows.count(), 5);
  assert.match(await rows.first().innerText(), /338,48/);
  assert.deepEqual(
    await agent.last('payexload', 'view', 'customerNo', 'subscriptions', 'complete'),
    ['unbilled', '100045', 5, true],
  );
}

/** 2: the invoice that the caller holds, */
async function openInvoice(agent: Agent): Promise<void> {
  await agent.press('Tab', '2');
  await agent.seeTotal(MARCH);
  // There are two of them: down to the older one and back.
  await agent.tabTo(agent.page.locator('.chooser select'));
  await agent.press('ArrowDown');
  await agent.seeTotal(FEBRUARY);
  await agent.press('ArrowUp');
  await agent.seeTotal(MARCH);
  const places = (await agent.heard('payexviewchange')).map(({ viewState }) =>
    some(viewState, 'view', 'invoiceNo'),
  );
  assert.deepEqual(places.slice(-3), [
    ['billed', '900123'],
    ['billed', '900122'],
    ['billed', '900123'],
  ]);
}

/** the subscription, */
async function openSubscription(agent: Agent): Promise<void> {
  await agent.tabTo(agent.page.getByRole('button', { name: PRIVATE }));
  await agent.press('Enter');
  await agent.page.locator('[role=row][aria-rowindex="2"]').waitFor();
  const told = await agent.last('payexselect', ...SUBSCRIPTION);
  assert.deepEqual(told, ['subscription', true, '100045', '900123', PRIVATE]);
}

/** and the record that made it high. */
async function openDearestRecord(agent: Agent): Promise<void> {
  const { page } = agent;
  await agent.press('/');
  await agent.type('betalnummer');
  await page.locator('[part=status]').filter({ hasText: '241,25' }).waitFor();
  // By amount, from the top.
  await agent.tabTo(page.getByRole('columnheader', { name: /Belopp/ }).getByRole('button'));
  await agent.press('Enter');
  await agent.tabTo(page.getByRole('grid'));
  await agent.press('Home', 'Enter');
  const detail = page.locator('[part=detail]');
  await detail.waitFor();
  assert.match(await detail.innerText(), /205,60/);
  const told = await agent.last('payexselect', ...SUBSCRIPTION);
  assert.deepEqual(told, ['record', true, '100045', '900123', PRIVATE]);
  const [record] = await agent.last('payexselect', 'record');
  const fields = ['startTime', 'usageType', 'number', 'volume', 'unit', 'money'];
  assert.deepEqual(some(record, ...fields), [
    '2026-03-08T21:14:00',
    'PREMIUM',
    // A premium number stays readable: it is what the call is about.
    '0939-1124000',
    '2467',
    'S',
    { amount: '205.60', currency: 'SEK', vat: 'excluded' },
  ]);
}

/** Which keys there are; then out of the record, and of the subscription to its row, each by one key. */
async function goBack(agent: Agent): Promise<void> {
  await agent.press('?');
  const list = agent.page.getByRole('dialog', { name: 'Kortkommandon' });
  await list.getByText('Hämta på nytt').waitFor();
  await agent.press('Escape');
  await list.waitFor({ state: 'hidden' });
  await agent.press('Escape', 'b');
  await agent.seeTotal(MARCH);
  const row = agent.page.getByRole('button', { name: PRIVATE });
  assert.ok(await row.evaluate((button) => button.matches(':focus')));
}

for (const width of [320, 1280]) {
  describe(`the jobs of an agent by keyboard, ${width} px`, () => {
    let agent: Agent;

    before(async () => {
      agent = new Agent(await pages.open('', { width }));
    });

    after(async () => {
      await agent.page.close();
    });

    it('1: sees what has been used since the last invoice', () => seeUsageSoFar(agent));

    it('2: opens the invoice, the subscription and the record that made it high', async () => {
      await openInvoice(agent);
      await openSubscription(agent);
      await openDearestRecord(agent);
      await goBack(agent);
    });

    it('has done so without a violation, a failure or a number called in full', () =>
      agent.assertClean(CALLED_IN_FULL));
  });
}

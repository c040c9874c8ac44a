import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { itWith } from '../support/engine.js';
import {
  ask,
  CALL,
  field,
  hits,
  INVOICE,
  mountFind,
  NO,
  OTHER,
  UNBILLED,
} from '../support/find-rig.js';
import { detailRow, type UsageRig } from '../support/usage-rig.js';
import { until } from '../support/until.js';

/** A call in March for 48 kr, at an hour of its day. */
const at = (id: string, day: number, more: Record<string, unknown> = {}): Record<string, unknown> =>
  detailRow(id, '48.00', {
    ...CALL,
    startTime: `2026-03-${String(day).padStart(2, '0')}T10:00:00`,
    ...more,
  });

/** The first answers of a page may take longer than a rest. */
async function come(
  rig: UsageRig,
  subscriptionNo: string,
  ...records: Record<string, unknown>[]
): Promise<void> {
  const told = (): string => rig.find('.gathering')?.textContent ?? '';
  const before = told();
  await rig.details(subscriptionNo, ...records);
  await until(() => told() !== before, 'nothing was found');
}

const days = (rig: UsageRig): number[] => hits(rig).map((text) => parseInt(text, 10));
const rows = (rig: UsageRig): HTMLElement[] => rig.all('[part="hits"] .choice');
const rowOf = (rig: UsageRig, day: number): HTMLElement =>
  rows(rig).find(({ textContent }) => parseInt(textContent.trim(), 10) === day)!;
const buttons = (rig: UsageRig): HTMLElement[] => rig.all('[part="hits"] .open');
const focused = (rig: UsageRig): Element | null => rig.element.shadowRoot!.activeElement;

describe('the order of hits', () => {
  it('is the newest first over all subscriptions, whichever answers first', async () => {
    const rig = await mountFind();
    await ask(rig, 'march');
    await rig.listOf(UNBILLED, NO, OTHER);
    await come(rig, OTHER, at('a', 3), at('b', 14), at('c', 9));
    await come(rig, NO, at('d', 12), at('e', 20), at('f', 1));
    expect(days(rig)).to.deep.equal([20, 14, 12, 9, 3, 1]);
  });

  it('is the newest first over unbilled usage and invoices, records that were billed late too', async () => {
    const rig = await mountFind();
    await ask(rig, 'march');
    await rig.listOf(UNBILLED, NO);
    await come(rig, NO, at('a', 20), at('b', 4));
    await rig.listOf(INVOICE, NO);
    await come(rig, NO, at('c', 9), at('d', 2));
    expect(days(rig)).to.deep.equal([20, 9, 4, 2]);
    expect(hits(rig)[1]).to.contain('Invoice 900123');
    expect(hits(rig)[2]).to.contain('Not yet billed');
  });

  it('has those without a time last', async () => {
    const rig = await mountFind();
    await ask(rig, '48 kr');
    await rig.listOf(UNBILLED, NO, OTHER);
    await come(rig, NO, at('a', 4, { startTime: undefined }));
    await come(rig, OTHER, at('b', 2));
    expect(hits(rig)[0]).to.contain('2 Mar 2026');
    expect(hits(rig)).to.have.length(2);
  });

  it('lists the newest of too many, whichever came first', async () => {
    const rig = await mountFind();
    const many = (first: string, day: number): Record<string, unknown>[] =>
      Array.from({ length: 150 }, (_, i) => at(`${first}${i}`, day));
    await ask(rig, 'march');
    await rig.listOf(UNBILLED, NO, OTHER);
    await come(rig, NO, ...many('a', 4));
    await come(rig, OTHER, ...many('b', 9));
    const told = days(rig);
    expect(told).to.have.length(200);
    expect(told.filter((day) => day === 9)).to.have.length(150);
    expect(rig.text).to.contain('200 / 300 records');
  });

  it('loses the hits of an invoice that the host takes away', async () => {
    const rig = await mountFind();
    await ask(rig, 'march');
    await rig.listOf(UNBILLED, NO);
    await come(rig, NO, at('a', 4));
    await rig.listOf(INVOICE, NO);
    await come(rig, NO, at('b', 9));
    rig.element.invoiceNos = '';
    await rig.rest();
    expect(days(rig)).to.deep.equal([4]);
    expect(rig.text).to.contain('1 record');
  });
});

describe('hits that are looked at', () => {
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
  });
  /** However slow the machine is, no answer takes long. */
  function stopTheClock(): void {
    const time = now();
    Date.now = () => time;
  }

  it('come with all others of their invoice, so that none makes room for the next', async () => {
    const rig = await mountFind();
    stopTheClock();
    await ask(rig, 'march');
    await rig.listOf(UNBILLED, NO);
    await come(rig, NO, at('a', 20));
    await rig.listOf(INVOICE, NO, OTHER);
    await come(rig, NO, at('b', 2));
    expect(days(rig)).to.deep.equal([20]);
    expect(rig.text).to.contain('2 records so far');
    await come(rig, OTHER, at('c', 9));
    expect(days(rig)).to.deep.equal([20, 9, 2]);
  });

  it('do not wait for an answer that takes long', async () => {
    const rig = await slow();
    expect(days(rig)).to.deep.equal([14, 9]);
  });

  it('do not wait for an answer that is no longer asked for', async () => {
    const rig = await mountFind();
    await ask(rig, 'march');
    await rig.listOf(UNBILLED, NO, OTHER);
    await come(rig, NO, ...Array.from({ length: 201 }, (_, i) => at(`a${i}`, 4)));
    expect(days(rig)).to.have.length(200);
  });

  it('stand still under the focus while more comes, which takes its place at the end', async () => {
    const rig = await slow();
    buttons(rig)[1]?.focus();
    const row = rowOf(rig, 9);
    const { top } = row.getBoundingClientRect();
    await come(rig, OTHER, at('c', 20), at('d', 3));
    expect(days(rig)).to.deep.equal([14, 9, 3]);
    expect(row.getBoundingClientRect().top).to.equal(top);
    await rig.listOf(INVOICE);
    expect(days(rig)).to.deep.equal([20, 14, 9, 3]);
    expect(rowOf(rig, 9)).to.equal(row);
    expect(row.contains(focused(rig))).to.equal(true);
  });

  itWith('scroll anchoring', 'stand still in a page that was scrolled to them', async () => {
    const rig = await slow([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const box = rig.element.parentElement as HTMLElement;
    box.style.cssText = 'block-size: 300px; overflow: auto';
    box.scrollTop = 250;
    await rig.rest();
    const seen = rows(rig).find(
      (row) => row.getBoundingClientRect().top > box.getBoundingClientRect().top,
    )!;
    const before = [seen.getBoundingClientRect().top, seen.textContent];
    await come(rig, OTHER, at('c', 20), at('d', 21));
    expect(days(rig)[0]).to.equal(21);
    expect([seen.getBoundingClientRect().top, seen.textContent]).to.deep.equal(before);
  });

  /** One of two subscriptions has answered, some time ago. */
  async function slow(found = [14, 9]): Promise<UsageRig> {
    const rig = await mountFind();
    await ask(rig, 'march');
    await rig.listOf(UNBILLED, NO, OTHER);
    await come(rig, NO, ...found.map((day) => at(`a${day}`, day)));
    await until(() => rows(rig).length > 0, 'no hit is shown');
    return rig;
  }
});

describe('the arrow keys', () => {
  /** Three hits, found. */
  async function found(): Promise<UsageRig> {
    const rig = await mountFind({ 'invoice-nos': '' });
    await ask(rig, 'march');
    await rig.listOf(UNBILLED, NO);
    await come(rig, NO, at('a', 14), at('b', 9), at('c', 3));
    field(rig).focus();
    return rig;
  }
  /** Where each key leads: the number of a hit from 1 on, 0 for the field. */
  async function walk(rig: UsageRig, ...keys: string[]): Promise<number[]> {
    const stops = [field(rig), ...buttons(rig)];
    const places: number[] = [];
    for (const press of keys) {
      await sendKeys({ press });
      places.push(stops.indexOf(focused(rig) as HTMLElement));
    }
    return places;
  }

  it('lead from the field to the first hit, along the hits, and back', async () => {
    const rig = await found();
    const there = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'];
    expect(await walk(rig, ...there)).to.deep.equal([1, 2, 3, 3, 2]);
    expect(await walk(rig, 'ArrowUp', 'ArrowUp')).to.deep.equal([1, 0]);
    expect(await walk(rig, 'ArrowUp')).to.deep.equal([0]);
  });

  it('have the ends one key away, and the field', async () => {
    const rig = await found();
    expect(await walk(rig, 'ArrowDown', 'End', 'Home', 'End', 'Escape')).to.deep.equal([
      1, 3, 1, 3, 0,
    ]);
    expect(field(rig).value).to.equal('march');
  });

  it('leave Home and End in the field to the text', async () => {
    const rig = await found();
    expect(await walk(rig, 'End', 'Home')).to.deep.equal([0, 0]);
    expect(field(rig).selectionStart).to.equal(0);
  });

  it('lead to a hit that Enter opens', async () => {
    const rig = await found();
    await walk(rig, 'ArrowDown', 'ArrowDown', 'Enter');
    await rig.rest();
    expect(rig.element.viewState).to.deep.include({ view: 'unbilled', subscriptionNo: NO });
    expect(rig.element.viewState.records?.recordId).to.equal('b');
  });

  it('lead nowhere from a question that has not been asked', async () => {
    const rig = await found();
    await sendKeys({ type: ' 2025' });
    expect(await walk(rig, 'ArrowDown')).to.deep.equal([0]);
    await sendKeys({ press: 'Enter' });
    await rig.rest();
    expect(rig.text).to.contain('No usage found.');
  });

  it('are left to the browser with Ctrl, Alt, Shift or the command key', async () => {
    const rig = await found();
    for (const down of ['Alt', 'Control', 'Shift', 'Meta']) {
      await sendKeys({ down });
      expect(await walk(rig, 'ArrowDown'), down).to.deep.equal([0]);
      await sendKeys({ up: down });
    }
  });

  it('say the whole hit to those who listen', async () => {
    const rig = await found();
    const [first] = buttons(rig);
    expect(first?.textContent).to.match(/14 Mar 2026 10:00\s+Call/);
    expect(first?.ariaDescription).to.equal(`+46701740•••, Norge, Not yet billed, ${NO}, 48.00`);
    await expect(rig.element).to.be.accessible();
  });
});

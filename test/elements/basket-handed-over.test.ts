import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  A,
  action,
  B,
  bar,
  check,
  collected,
  goTo,
  MASKED,
  mount,
  NUMBER,
  UNBILLED,
} from '../support/basket-rig.js';
import { detailRow } from '../support/usage-rig.js';

describe('the basket for the host', () => {
  it('is one event with ids, masked fields, totals, filters, age and text', async () => {
    const before = Date.now();
    const rig = await collected();
    rig.button('Dispute').click();
    expect(rig.heard('payexaction')).to.have.length(1);
    const detail = action(rig);
    expect(structuredClone(detail)).to.deep.equal(JSON.parse(JSON.stringify(detail)));
    expect(detail).to.include({ action: 'dispute', customerNo: 'C1' });
    expect(
      detail.records.map(({ invoiceNo, subscriptionNo, recordId, number }) => [
        ...[invoiceNo, subscriptionNo, recordId, number],
      ]),
    ).to.deep.equal([
      [undefined, A, 'r1', MASKED],
      ['900123', B, 'r1', MASKED],
      ['900123', B, 'r9', MASKED],
    ]);
    expect(detail.totals).to.deep.equal([
      { amount: '100.10', currency: 'NOK', vat: 'included' },
      { amount: '13.00', currency: 'SEK', vat: 'excluded' },
    ]);
    expect(Date.parse(detail.asOf ?? '')).to.be.within(before, Date.now());
    expect(detail.filters).to.deep.equal({});
    expect(
      detail.text
        ?.replace(/\u00a0/g, ' ')
        .split('\n')
        .slice(0, -1),
    ).to.deep.equal([
      'Customer C1',
      `Not yet billed · ${A}`,
      `8 Mar 2026 21:14 · Call · ${MASKED} · SEK 12.34 excl. VAT`,
      `Invoice 900123 · ${B}`,
      `8 Mar 2026 21:14 · Call · ${MASKED} · NOK 100.10 incl. VAT`,
      `8 Mar 2026 21:14 · Call · ${MASKED} · SEK 0.66 excl. VAT`,
      '3 records · NOK 100.10 incl. VAT · SEK 13.00 excl. VAT',
    ]);
    expect(detail.text).to.match(/\nAs of .*\d{4}/);
  });

  it('says through what its records were looked at, without a number that was searched for', async () => {
    const rig = await mount({}, (element) => (element.actions = [{ id: 'x', label: 'Go on' }]));
    await goTo(rig, UNBILLED, detailRow('r1', '12.34'), detailRow('r2', '5.00'));
    const filter = { maxAmount: '9', text: '701740' };
    rig.element.viewState = { ...rig.element.viewState, records: { filter } };
    await rig.rest();
    await check(rig, 0);
    rig.button('Go on').click();
    expect(action(rig).filters).to.deep.equal({ maxAmount: '9' });
    expect(JSON.stringify(rig.events)).not.to.include('701740"');
  });

  it('follows the policy of now, also for what was selected under another', async () => {
    const rig = await collected((element) => (element.numberPolicy = 'full'));
    expect(bar(rig)).to.include(NUMBER);
    for (const [policy, shown] of [
      ['masked', MASKED],
      ['hidden', null],
    ] as const) {
      rig.element.numberPolicy = policy;
      await rig.rest();
      rig.button('Dispute').click();
      expect(action(rig).records[0]?.number).to.equal(shown);
      expect(JSON.stringify(action(rig)) + rig.markup).not.to.include(NUMBER);
    }
  });

  it('holds no number that was revealed', async () => {
    const rig = await collected();
    await goTo(rig, UNBILLED);
    rig.find('.row .time')?.click();
    await rig.rest();
    rig.button('Show').click();
    await rig.rest();
    expect(rig.find('payex-usage-records')?.shadowRoot?.textContent).to.include(NUMBER);
    await check(rig, 1);
    expect(bar(rig)).not.to.include(NUMBER);
    expect(JSON.stringify([rig.events, rig.element.viewState])).not.to.include(NUMBER);
  });

  it('lets no text of the data break out of its line, or turn it round', async () => {
    const rig = await mount();
    const hostile = { bNumber: undefined, contentProvider: '<b>x</b>\nTotal 0\u202e' };
    await goTo(rig, UNBILLED, detailRow('r1', '12.34', hostile));
    rig.element.actions = [{ id: 'x', label: 'Go on' }];
    await check(rig, 0);
    rig.button('Go on').click();
    expect(action(rig).text)
      .to.include('· <b>x</b> Total 0 ·')
      .and.not.to.match(/\u202e|\nTotal/);
    expect(rig.find('.basket li b')).to.equal(null);
  });
});

describe('the basket as text', () => {
  const { clipboard } = navigator;
  let copied: string[] = [];

  function put(writeText: (text: string) => Promise<void>): void {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  }

  beforeEach(() => {
    copied = [];
    put((text) => Promise.resolve(void copied.push(text)));
  });

  afterEach(() => {
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });

  it('is copied as it is handed over, and that is told with the number of records', async () => {
    const rig = await collected();
    rig.button('Dispute').click();
    rig.button('Copy').click();
    await rig.rest();
    expect(copied).to.deep.equal([action(rig).text]);
    expect(bar(rig)).to.include('Copied');
    const audits = rig.heard('payexaudit').map(({ detail }) => detail);
    expect(audits).to.deep.equal([{ action: 'copy', count: 3 }]);
  });

  it('is not said to be copied any more once it is another', async () => {
    const rig = await collected();
    rig.button('Copy').click();
    await rig.rest();
    await check(rig, 0);
    expect(bar(rig)).not.to.include('Copied');
  });

  it('is not told as copied where the browser refuses', async () => {
    put(() => Promise.reject(new Error('no')));
    const rig = await collected();
    rig.button('Copy').click();
    await rig.rest();
    expect(rig.heard('payexaudit')).to.be.empty;
    expect(bar(rig)).to.include('This is not available.');
  });
});

describe('the basket by keyboard and by ear', () => {
  it('leads from the box of a row to the host’s action without a mouse', async () => {
    const rig = await mount({}, (element) => {
      element.actions = [{ id: 'dispute', label: 'Dispute' }];
    });
    await goTo(rig, UNBILLED, detailRow('r1', '12.34'), detailRow('r2', '5.00'));
    rig.find('.grid')?.focus();
    for (const press of ['ArrowDown', ' ', 'ArrowUp', ' ']) await sendKeys({ press });
    await rig.rest();
    const button = rig.button('Dispute');
    // The headings of the table, which sort, are stops too.
    for (let stop = 0; stop < 12 && rig.element.shadowRoot?.activeElement !== button; stop++) {
      await sendKeys({ press: 'Tab' });
    }
    await sendKeys({ press: 'Enter' });
    expect(action(rig).records.map(({ recordId }) => recordId)).to.have.members(['r1', 'r2']);
  });

  for (const [theme, width] of [
    ['light', 320],
    ['dark', 1000],
  ] as const) {
    it(`is clean for assistive technology and fits, ${theme}, ${width} px`, async () => {
      const rig = await collected((element) => element.setAttribute('theme', theme));
      (rig.element.parentElement as HTMLElement).style.width = `${width}px`;
      rig.find('.basket details')?.setAttribute('open', '');
      await rig.rest();
      const { right } = rig.element.getBoundingClientRect();
      for (const part of rig.all('.basket *')) {
        expect(part.getBoundingClientRect().right, part.outerHTML).to.be.at.most(right);
      }
      await expect(rig.element).to.be.accessible();
    });
  }
});

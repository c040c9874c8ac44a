import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ActionDetail, Place, SelectedRecord, ViewState } from '../../src/events.js';
import { detailRow, mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

const [A, B] = ['46700000001', '46700000002'] as const;
const NUMBER = '+46701740567';
const MASKED = '+46701740•••';
const UNBILLED: Place = { view: 'unbilled', subscriptionNo: A };
const BILLED: Place = { view: 'billed', invoiceNo: '900123', subscriptionNo: B };

const mount = (
  attributes: Record<string, string> = {},
  set?: (element: UsageRig['element']) => void,
): Promise<UsageRig> =>
  mountUsage(
    { 'customer-no': 'C1', 'invoice-nos': '900123 900122', selection: 'multiple', ...attributes },
    set,
  );

/** Goes to a subscription as the host commands it; its records come if there are any to come. */
async function goTo(
  rig: UsageRig,
  place: Place,
  ...rows: Record<string, unknown>[]
): Promise<void> {
  Object.assign(rig.element, { invoiceNo: undefined, ...place });
  await rig.rest();
  if (rows.length === 0) return;
  await rig.summary(place.subscriptionNo ?? '', summaryRow('1.00'));
  await rig.details(place.subscriptionNo ?? '', ...rows);
}

async function check(rig: UsageRig, ...indexes: number[]): Promise<void> {
  for (const index of indexes) {
    rig.all('.row .check')[index]?.click();
    await rig.rest();
  }
}

const bar = (rig: UsageRig): string =>
  rig.find('[part=basket]')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const stateOf = (rig: UsageRig): SelectedRecord[] => rig.element.viewState.basket ?? [];
const checked = (rig: UsageRig): boolean[] =>
  rig.all('.row').map((row) => row.getAttribute('aria-selected') === 'true');
const action = (rig: UsageRig): ActionDetail => {
  const { detail } = rig.heard('payexaction').at(-1) ?? {};
  return detail as unknown as ActionDetail;
};

/** One record of what is not billed yet and one of an invoice, in other money. */
async function collected(set?: (element: UsageRig['element']) => void): Promise<UsageRig> {
  const rig = await mount({}, (element) => {
    element.actions = [{ id: 'dispute', label: 'Dispute' }];
    set?.(element);
  });
  await goTo(rig, UNBILLED, detailRow('r1', '12.34'), detailRow('r2', '5.00'));
  await check(rig, 0);
  const norwegian = { amountInclVat: '100.10', currency: 'NOK' };
  await goTo(rig, BILLED, detailRow('r1', undefined, norwegian), detailRow('r9', '0.66'));
  await check(rig, 0, 1);
  return rig;
}

describe('the basket of <payex-usage>', () => {
  it('collects over subscriptions, invoices and unbilled usage, and sums each kind of money', async () => {
    const rig = await collected();
    expect(bar(rig)).to.include('Selected: 3 records');
    expect(bar(rig))
      .to.match(/NOK\s100\.10 incl\. VAT/)
      .and.match(/SEK\s13\.00 excl\. VAT/);
  });

  it('has the record still selected when the agent comes back', async () => {
    const rig = await collected();
    await goTo(rig, UNBILLED);
    expect(checked(rig)).to.deep.equal([true, false]);
    rig.button('Back').click();
    await rig.rest();
    expect(bar(rig)).to.include('3 records');
  });

  it('is not there where nothing is selected, and where one only can be', async () => {
    const rig = await mount({ selection: 'single' });
    await goTo(rig, UNBILLED, detailRow('r1', '12.34'));
    rig.find('.row')?.click();
    await rig.rest();
    expect(rig.find('[part=basket]')).to.equal(null);
    expect(stateOf(rig)).to.be.empty;
  });

  it('lets go of one record, in the table too, and keeps the focus among the others', async () => {
    const rig = await collected();
    rig.find<HTMLDetailsElement>('.basket details')?.setAttribute('open', '');
    for (const left of ['2 records', '1 record']) {
      const last = rig.all<HTMLButtonElement>('.basket li button').at(-1);
      last?.focus();
      last?.click();
      await rig.rest();
      expect(bar(rig)).to.include(left);
      expect(rig.element.shadowRoot?.activeElement?.closest('.basket')).to.exist;
    }
    expect(checked(rig)).to.deep.equal([false, false]);
  });

  it('tells of each record that is let go of as it tells of one that is taken out in the table', async () => {
    const rig = await collected();
    const before = rig.heard('payexselect').length;
    rig.button('Remove all').click();
    await rig.rest();
    const told = rig.heard('payexselect').slice(before);
    expect(
      told.map(({ detail: { level, selected, invoiceNo, subscriptionNo, recordId } }) => [
        ...[level, selected, invoiceNo, subscriptionNo, recordId],
      ]),
    ).to.deep.equal([
      ['record', false, undefined, A, 'r1'],
      ['record', false, '900123', B, 'r1'],
      ['record', false, '900123', B, 'r9'],
    ]);
  });

  it('is emptied with one button, which leaves the focus on the title', async () => {
    const rig = await collected();
    rig.button('Remove all').focus();
    rig.button('Remove all').click();
    await rig.rest();
    expect(rig.find('[part=basket]')).to.equal(null);
    expect(rig.element.shadowRoot?.activeElement).to.equal(rig.find('.title'));
    expect(checked(rig)).to.deep.equal([false, false]);
  });

  for (const [name, act] of Object.entries({
    'the customer changes': (rig: UsageRig): void => void (rig.element.customerNo = 'C2'),
    'everything is cleared': (rig: UsageRig) => rig.element.clear(),
    'the page is put away': () => window.dispatchEvent(new Event('pagehide')),
  })) {
    it(`is empty at once when ${name}`, async () => {
      const rig = await collected();
      act(rig);
      await rig.element.updateComplete;
      expect(rig.markup).not.to.contain('100.10').and.not.to.contain('13.00');
      expect(stateOf(rig)).to.be.empty;
    });
  }

  it('says which amounts are missing instead of taking them for nothing', async () => {
    const rig = await mount();
    await goTo(rig, UNBILLED, detailRow('r1', '12.34'), detailRow('r2', undefined));
    await check(rig, 0, 1);
    expect(bar(rig)).to.include('2 records').and.to.include('Amount missing (1)');
  });

  it('keeps what was selected of a table that grows', async () => {
    const rig = await mount();
    await rig.list(A, B);
    rig.button('All records').click();
    await rig.rest();
    await rig.details(A, detailRow('r1', '12.34'));
    await new Promise((resolve) => setTimeout(resolve, 400));
    await rig.rest();
    await check(rig, 0);
    await rig.details(B, detailRow('r1', '1.00', { startTime: '2026-03-01T10:00:00' }));
    await new Promise((resolve) => setTimeout(resolve, 400));
    await rig.rest();
    expect(checked(rig)).to.deep.equal([true, false]);
    expect(stateOf(rig).map(({ subscriptionNo }) => subscriptionNo)).to.deep.equal([A]);
  });
});

describe('the basket in the view state', () => {
  it('comes back in another element by what it says, and in full once the records are there', async () => {
    const rig = await collected();
    const { viewState } = rig.heard('payexviewchange').at(-1)?.detail as { viewState: ViewState };
    const saved = JSON.parse(JSON.stringify(viewState)) as ViewState;
    expect(JSON.stringify(saved)).not.to.include('4670174');
    const other = await mount({}, (element) => (element.viewState = saved));
    await other.rest();
    expect(bar(other))
      .to.include('3 records')
      .and.to.match(/SEK\s13\.00/);
    expect(bar(other)).to.include('8 Mar 2026 21:14 · Call').and.not.to.include(MASKED);
    expect(other.element.viewState.basket).to.deep.equal(saved.basket);
    await other.summary(B, summaryRow('1.00'));
    await other.details(B, detailRow('r1', '7.00'), detailRow('r9', '0.66'));
    expect(checked(other)).to.deep.equal([true, true]);
    expect(bar(other)).to.include(MASKED);
    // What the service says now is what counts.
    expect(bar(other)).to.match(/SEK\s20\.00/);
  });

  it('of another customer is not taken', async () => {
    const rig = await collected();
    const { viewState } = rig.element;
    const other = await mount(
      { 'customer-no': 'C2' },
      (element) => (element.viewState = viewState),
    );
    await other.rest();
    expect(other.find('[part=basket]')).to.equal(null);
    expect(stateOf(other)).to.be.empty;
  });

  it('is exactly what is set: without records it is empty', async () => {
    const rig = await collected();
    const { basket: _, ...rest } = rig.element.viewState;
    rig.element.viewState = rest;
    await rig.rest();
    expect(rig.find('[part=basket]')).to.equal(null);
  });

  it('is not told for ever to a host that writes back a copy of it', async () => {
    const rig = await mount();
    rig.element.addEventListener('payexviewchange', ({ detail }) => {
      rig.element.viewState = JSON.parse(JSON.stringify(detail.viewState)) as ViewState;
    });
    await goTo(rig, UNBILLED, detailRow('r1', '12.34'), detailRow('r2', '5.00'));
    await check(rig, 0, 1);
    const told = rig.heard('payexviewchange').length;
    await rig.rest();
    expect(rig.heard('payexviewchange')).to.have.length(told);
    expect(stateOf(rig)).to.have.length(2);
  });

  it('takes what it can of junk, and no amount for zero', async () => {
    const rig = await mount();
    const junk = [null, 7, { customerNo: 'C1', subscriptionNo: A, money: { amount: 'x' } }];
    rig.element.viewState = { view: 'unbilled', basket: junk } as unknown as ViewState;
    await rig.rest();
    expect(bar(rig)).to.include('1 record').and.to.include('Amount missing (1)');
  });
});

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
    for (const press of ['ArrowDown', 'Space', 'ArrowUp', 'Space']) await sendKeys({ press });
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

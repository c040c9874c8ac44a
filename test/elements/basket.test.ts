import { expect } from '@open-wc/testing';
import type { ViewState } from '../../src/events.js';
import { Basket } from '../../src/model/basket.js';
import {
  A,
  B,
  bar,
  check,
  checked,
  collected,
  goTo,
  MASKED,
  mount,
  stateOf,
  UNBILLED,
} from '../support/basket-rig.js';
import { detailRow, summaryRow, type UsageRig } from '../support/usage-rig.js';
import { until } from '../support/until.js';

describe('the basket of <payex-usage>', () => {
  it('collects over subscriptions, invoices and unbilled usage, and sums each kind of money', async () => {
    const rig = await collected();
    expect(bar(rig)).to.include('Selected: 3 records');
    expect(bar(rig))
      .to.match(/NOK\s100\.10 incl\. VAT/)
      .and.match(/SEK\s13\.00 excl\. VAT/);
  });

  it('is added up once a draw, whatever is made of the sum', async () => {
    const rig = await collected();
    const { total } = Basket.prototype;
    let sums = 0;
    Basket.prototype.total = function () {
      sums += 1;
      return total.call(this);
    };
    try {
      rig.element.requestUpdate();
      await rig.element.updateComplete;
      expect(sums).to.equal(1);
    } finally {
      Basket.prototype.total = total;
    }
  });

  it('is kept by a host that searches', async () => {
    const rig = await collected();
    const before = bar(rig);
    rig.element.find('norge');
    await rig.rest();
    expect(bar(rig)).to.equal(before);
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

  it('hides no row that the keyboard goes to', async () => {
    const rig = await collected();
    rig.element.subscriptionNo = undefined;
    rig.element.view = 'unbilled';
    await rig.rest();
    await rig.list(...Array.from({ length: 40 }, (_, i) => `467000000${10 + i}`));
    const top = (): number => rig.find('.dock')!.getBoundingClientRect().top;
    const rows = rig.all('tr[data-no] .open');
    expect(rows).to.have.length(40);
    for (const row of rows) {
      row.focus();
      expect(row.getBoundingClientRect().bottom).to.be.at.most(top());
    }
    scrollTo(0, 0);
  });

  it('comes over no record that is put into it by keyboard', async () => {
    const rig = await mount();
    rig.element.style.inlineSize = '320px';
    const rows = Array.from({ length: 40 }, (_, i) => detailRow(`r${i}`, '1.00'));
    await goTo(rig, UNBILLED, ...rows);
    const grid = rig.find<HTMLElement>('[part=grid]')!;
    grid.focus();
    const press = (key: string): boolean =>
      grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    press('PageDown');
    press(' ');
    await rig.rest();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const { bottom } = rig.find('.row.active')!.getBoundingClientRect();
    expect(bar(rig)).to.include('1 record');
    expect(bottom).to.be.at.most(rig.find('.dock')!.getBoundingClientRect().top);
    scrollTo(0, 0);
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
    await until(() => checked(rig).length === 1, 'the record is drawn');
    await check(rig, 0);
    await rig.details(B, detailRow('r1', '1.00', { startTime: '2026-03-01T10:00:00' }));
    await until(() => checked(rig).length === 2, 'the other record is drawn');
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
    // A place without a table of records, which would let go of it too.
    const viewState: ViewState = { view: 'unbilled', basket: rig.element.viewState.basket ?? [] };
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

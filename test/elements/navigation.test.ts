import { expect } from '@open-wc/testing';
import type { SelectDetail } from '../../src/events.js';
import { detailRow, mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

const NO = '46700000001';

async function onSubscription(attributes: Record<string, string> = {}): Promise<UsageRig> {
  const rig = await mountUsage({ 'customer-no': 'C1', ...attributes });
  await rig.list(NO, '46700000002');
  await rig.summary(NO, summaryRow('12.34'));
  await rig.summary('46700000002', summaryRow('1.00'));
  rig.button(NO).click();
  await rig.rest();
  await rig.details(NO, detailRow('r1', '12.34'));
  return rig;
}

describe('drilling in and out', () => {
  it('opens a subscription down to its records, and tells the host', async () => {
    const rig = await onSubscription();
    expect(rig.find('payex-usage-records')).to.exist;
    expect(rig.text).to.contain('12.34');
    expect(rig.heard('payexselect')[0]?.detail).to.include({
      level: 'subscription',
      subscriptionNo: NO,
      customerNo: 'C1',
    });
    expect(rig.heard('payexviewchange').at(-1)?.detail['viewState']).to.include({
      view: 'unbilled',
      subscriptionNo: NO,
    });
  });

  for (const width of [320, 400, 480, 900]) {
    it(`leaves the choice of views where it is when another is open, ${width} px`, async () => {
      const rig = await mountUsage({ 'customer-no': 'C1', locale: 'sv' });
      (rig.element.parentElement as HTMLElement).style.inlineSize = `${width}px`;
      const places = async (): Promise<number[][]> => {
        await rig.rest();
        return rig.all('.views button').map((button) => {
          const { left, top, width, height } = button.getBoundingClientRect();
          return [left, top, width, height];
        });
      };
      const before = await places();
      rig.element.view = 'compare';
      expect(await places()).to.deep.equal(before);
    });
  }

  it('says with a host action how old the records behind it are', async () => {
    const since = Date.now();
    const rig = await onSubscription();
    rig.element.actions = [{ id: 'dispute', label: 'Dispute' }];
    await rig.rest();
    rig.find('[role=row][aria-rowindex="2"]')?.click();
    await rig.rest();
    rig.button('Dispute').click();
    const { asOf } = rig.heard('payexaction')[0]?.detail ?? {};
    expect(Date.parse(String(asOf))).to.be.within(since, Date.now());
  });

  it('moves the focus to the heading on the way in and back to the row on the way out', async () => {
    const rig = await onSubscription();
    const heading = rig.find('.trail .heading');
    expect(rig.element.shadowRoot?.activeElement).to.equal(heading);
    rig.button('Back').click();
    await rig.rest();
    expect(rig.element.shadowRoot?.activeElement?.textContent).to.contain(NO);
  });

  it('comes back without fetching the list again', async () => {
    const rig = await onSubscription();
    const before = rig.server.count;
    rig.button('Back').click();
    await rig.rest();
    expect(rig.server.count).to.equal(before);
    expect(rig.find('[part=total]')?.textContent).to.contain('13.34');
  });

  it('a summary that is in already is not fetched again for its subscription', async () => {
    const rig = await onSubscription();
    const summaries = rig.server.requests.filter(({ url }) => url.endsWith('usage-summaries'));
    expect(summaries).to.have.length(2);
  });

  it('stays where it is when the host prevents it', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    rig.element.addEventListener('payexnavigate', (event) => event.preventDefault());
    rig.button(NO).click();
    await rig.rest();
    expect(rig.find('.list')).to.exist;
    expect(rig.find('payex-usage-records')).to.equal(null);
  });

  it('a selection that the host prevented is not told as made', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    rig.element.addEventListener('payexnavigate', (event) => event.preventDefault());
    rig.button(NO).click();
    await rig.rest();
    expect(rig.heard('payexnavigate')).to.have.length(1);
    expect(rig.heard('payexselect')).to.have.length(0);
  });

  it('viewState goes round: saved as JSON, set on another element, it shows the same', async () => {
    const rig = await onSubscription();
    const records = rig.find<HTMLElementTagNameMap['payex-usage-records']>('payex-usage-records')!;
    records.viewState = { sort: { column: 'amount', descending: true }, filter: { text: 'x' } };
    await rig.rest();
    const saved = JSON.stringify(rig.element.viewState);
    const other = await mountUsage({ 'customer-no': 'C1' }, (element) => {
      element.viewState = JSON.parse(saved) as typeof element.viewState;
    });
    expect(JSON.stringify(other.element.viewState)).to.equal(saved);
    expect(other.server.requests.map(({ url }) => url).join()).to.contain(`${NO}/usage-details`);
  });

  it('a number typed into the search leaves in no event, and stays when that is written back', async () => {
    const rig = await onSubscription();
    const { element } = rig;
    element.addEventListener('payexviewchange', ({ detail }) => {
      element.viewState = detail.viewState as typeof element.viewState;
    });
    const field = rig.find<HTMLInputElement>('.search')!;
    field.value = '070-123 45 67';
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(new Event('change'));
    await rig.rest();
    await rig.rest();
    expect(rig.heard('payexviewchange').length).to.be.above(0);
    expect(JSON.stringify(rig.events)).not.to.contain('070-123');
    expect(element.viewState.records?.filter?.text).to.equal('070-123 45 67');
    expect(field.value).to.equal('070-123 45 67');
  });

  it('subscription-no opens a subscription without fetching the list', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    await rig.rest();
    expect(rig.server.requests.some(({ url }) => url.endsWith('/subscriptions'))).to.equal(false);
    await rig.details(NO, detailRow('r1', '3.21'));
    expect(rig.text).to.contain('3.21');
  });

  it('77: records that do not add up to the summary: both are shown, with the difference', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    await rig.summary(NO, summaryRow('10.00'));
    await rig.details(NO, detailRow('r1', '9.50'));
    expect(rig.text).to.contain('0.50');
    expect(rig.heard('payexerror').map(({ detail }) => detail['code'])).to.deep.equal(['mismatch']);
  });

  it('25: an unknown subscription is said there, and the way back stays open', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    await (await rig.server.next('usage-summaries')).problem(404, 'subscription-not-found');
    await (await rig.server.next('usage-details')).problem(404, 'subscription-not-found');
    await rig.rest();
    expect(rig.text).to.contain('No usage found');
    expect(rig.button('Back')).to.exist;
  });

  it('the invoice that is typed is opened, and a bad number is refused in words', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', view: 'billed' });
    await rig.rest();
    const input = rig.find<HTMLInputElement>('input')!;
    input!.value = '../x';
    rig.button('Show').click();
    await rig.rest();
    expect(rig.text).to.contain('Check the number');
    expect(rig.server.count).to.equal(0);
    expect(rig.find<HTMLInputElement>('input')?.value).to.equal('../x');
    input!.value = ' 0900123 ';
    rig.button('Show').click();
    await rig.rest();
    expect(rig.server.requests[0]?.url).to.contain('/invoices/0900123/subscriptions');
  });

  it('24: an unknown invoice is said at the invoice, and the choice stays', async () => {
    const rig = await mountUsage({
      'customer-no': 'C1',
      view: 'billed',
      'invoice-nos': '900123 900122',
    });
    await (
      await rig.server.next('/invoices/900123/subscriptions')
    ).problem(404, 'invoice-not-found');
    await rig.rest();
    expect(rig.text).to.contain('No usage found');
    expect(rig.find('select')?.textContent).to.contain('900122');
  });

  it('invoiceSource is asked only when the billed view is opened, and its list is offered', async () => {
    const asked: string[] = [];
    const rig = await mountUsage({ 'customer-no': 'C1' }, (element) => {
      element.invoiceSource = ({ customerNo }) => {
        asked.push(customerNo);
        return Promise.resolve([{ invoiceNo: '700001', invoiceDate: '2026-03-31' }]);
      };
    });
    await rig.list(NO);
    expect(asked).to.deep.equal([]);
    rig.button('Billed').click();
    await rig.rest();
    expect(asked).to.deep.equal(['C1']);
    expect(rig.find('select')?.textContent).to.contain('700001');
  });

  it('17: a 401 asks the host once and goes on when it has renewed', async () => {
    const rig = await mountUsage();
    let renewed!: () => void;
    rig.element.addEventListener('payexauth', (event) => {
      event.waitUntil(new Promise<void>((resolve) => (renewed = resolve)));
    });
    await (await rig.server.next('/subscriptions')).status(401);
    await rig.rest();
    expect(rig.text).to.contain('Waiting for sign-in');
    renewed();
    await rig.rest();
    await rig.list(NO);
    expect(rig.text).to.contain(NO);
    expect(rig.heard('payexauth')).to.have.length(1);
  });

  it('numbers called reach neither the DOM nor an event unmasked', async () => {
    const rig = await onSubscription();
    rig.find('[part=row][aria-rowindex="2"]')!.click();
    await rig.rest();
    const { record } = rig.heard('payexselect').at(-1)!.detail as unknown as SelectDetail;
    expect([rig.markup.includes('+46701740•••'), record?.number]).to.deep.equal([
      true,
      '+46701740•••',
    ]);
    expect(rig.markup).not.to.contain('740567').and.not.to.contain('0567');
    expect(JSON.stringify(rig.events)).not.to.contain('0567');
  });

  it('every event detail is plain JSON', async () => {
    const rig = await onSubscription();
    expect(new Set(rig.events.map(({ type }) => type))).to.deep.equal(
      new Set(['payexload', 'payexnavigate', 'payexselect', 'payexviewchange']),
    );
    for (const { detail } of rig.events) {
      expect(structuredClone(detail)).to.deep.equal(JSON.parse(JSON.stringify(detail)));
    }
  });
});

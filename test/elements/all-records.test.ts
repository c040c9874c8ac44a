import { expect } from '@open-wc/testing';
import type { PayexUsageRecords } from '../../src/elements/payex-usage-records.js';
import { holdTimers } from '../support/held-timers.js';
import {
  detailRow,
  mountUsage,
  subscriptionList,
  summaryRow,
  type UsageRig,
} from '../support/usage-rig.js';
import { until } from '../support/until.js';

/** Milliseconds between two draws of records that come, and somewhat more the more there are. */
const RECORDS_INTERVAL = 300;

const [A, B, C] = ['46700000001', '46700000002', '46700000003'] as const;
const records = (rig: UsageRig): PayexUsageRecords => {
  const found = rig.find<PayexUsageRecords>('payex-usage-records');
  if (!found) throw new Error('no table');
  return found;
};
const status = (rig: UsageRig): string =>
  rig.find('payex-usage-records')?.shadowRoot?.querySelector('[part=status]')?.textContent ?? '';

/** Records are drawn a few times a second only: waits until what is said of them has all of this. */
async function drawn(rig: UsageRig, ...said: string[]): Promise<void> {
  const isSaid = (): boolean => said.every((text) => status(rig).includes(text));
  await until(isSaid, `never said: ${said.join(', ')}`);
  await rig.rest();
}

/** Whatever would be drawn later is drawn now. */
async function drawnOnceMore(rig: UsageRig): Promise<void> {
  rig.element.requestUpdate();
  await rig.rest();
}

async function chooseType(rig: UsageRig, code: string): Promise<void> {
  const choice = rig.find<HTMLSelectElement>('.type-choice');
  if (!choice) throw new Error('no choice of types');
  // It comes after the rows, and a page that is not in front may wait long for its frames.
  await until(() => choice.options.length > 1, 'there are no types');
  choice.value = code;
  choice.dispatchEvent(new Event('change'));
  await rig.rest();
}
const askedFor = (rig: UsageRig, ending: string): string[] =>
  rig.server.requests.map(({ url }) => url).filter((url) => url.endsWith(ending));

/** The overview of some subscriptions, and the step from it to the records of all. */
async function onAll(...nos: string[]): Promise<UsageRig> {
  const rig = await mountUsage();
  await rig.list(...nos);
  if (nos.length <= 3) for (const no of nos) await rig.summary(no, summaryRow('1.00'));
  rig.button('All records').click();
  await rig.rest();
  return rig;
}

describe('all records as one table', () => {
  it('is a place: asked for, told, and left with the focus where it was', async () => {
    const rig = await onAll(A, B);
    expect(rig.heard('payexnavigate').at(-1)?.detail['to']).to.deep.equal({
      view: 'unbilled',
      all: true,
    });
    expect(rig.heard('payexviewchange').at(-1)?.detail['viewState']).to.include({ all: true });
    expect(rig.element.shadowRoot?.activeElement).to.equal(rig.find('.trail .heading'));
    rig.button('Back').click();
    await rig.rest();
    expect(rig.find('.list')).to.exist;
    expect(rig.element.shadowRoot?.activeElement).to.equal(rig.button('All records'));
  });

  it('stays at the overview when the host prevents it, and fetches nothing', async () => {
    const rig = await mountUsage();
    await rig.list(A);
    rig.element.addEventListener('payexnavigate', (event) => event.preventDefault());
    rig.button('All records').click();
    await rig.rest();
    expect(rig.find('.list')).to.exist;
    expect(askedFor(rig, 'usage-details')).to.have.length(0);
  });

  it('a saved view state opens it', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1' }, (element) => {
      element.viewState = { view: 'unbilled', all: true };
    });
    await rig.list(A);
    await rig.details(A, detailRow('r1', '1.00'));
    await drawn(rig, '1 record');
    expect(rig.element.viewState).to.include({ view: 'unbilled', all: true });
  });

  it('shows the rows of the first answer, and says what the total lacks', async () => {
    const rig = await onAll(A, B, C);
    await rig.details(B, detailRow('r1', '12.34'));
    await drawn(rig, '1 record', '12.34', 'so far', 'Answer missing (2)');
    expect(rig.find('.gathering')?.textContent).to.contain('1 / 3');
  });

  it('a total is complete once every subscription is in it, to the last decimal', async () => {
    const rig = await onAll(A, B, C);
    await rig.details(A, detailRow('r1', '0.1'));
    await rig.details(B, detailRow('r1', '0.20'));
    await rig.details(C, detailRow('r1', '0.003'));
    await drawn(rig, '3 records', '0.303');
    expect(status(rig)).not.to.contain('Incomplete').and.not.to.contain('so far');
    expect(rig.heard('payexload').at(-1)?.detail).to.include({
      subscriptions: 3,
      records: 3,
      complete: true,
    });
  });

  it('the total of a filter says that subscriptions are missing, too', async () => {
    const rig = await onAll(A, B);
    await rig.details(A, detailRow('r1', '1.00'), detailRow('r2', '2.00', { typeOfCall: 'SMS' }));
    await drawn(rig, '2 records');
    await chooseType(rig, 'SMS');
    await drawn(rig, '1 / 2', 'Answer missing (1)');
  });

  it('the filter of the agent holds for the rows that come later', async () => {
    const rig = await onAll(A, B);
    await rig.details(A, detailRow('r1', '1.00'), detailRow('r2', '2.00', { typeOfCall: 'SMS' }));
    await drawn(rig, '2 records');
    await chooseType(rig, 'SMS');
    await rig.details(B, detailRow('r3', '4.00', { typeOfCall: 'SMS' }));
    await drawn(rig, '2 / 3', '6.00');
  });

  it('a record that is opened tells whose subscription it is', async () => {
    const rig = await onAll(A, B);
    await rig.details(A, detailRow('r1', '1.00'));
    await rig.details(B, detailRow('r2', '2.00', { startTime: '2026-03-09T08:00:00' }));
    await drawn(rig, '2 records');
    rig.find('[role=row][aria-rowindex="2"]')?.click();
    await rig.rest();
    const { detail } = rig.heard('payexselect').at(-1) ?? {};
    expect(detail).to.include({ level: 'record', recordId: 'r2', subscriptionNo: B });
    expect(detail).not.to.have.property('all');
  });

  it('does not fetch again what was fetched for the page of a subscription', async () => {
    const rig = await mountUsage();
    await rig.list(A, B);
    rig.button(A).click();
    await rig.rest();
    await rig.details(A, detailRow('r1', '1.00'));
    rig.button('Back').click();
    await rig.rest();
    rig.button('All records').click();
    await rig.rest();
    await rig.details(B, detailRow('r2', '2.00'));
    await drawn(rig, '2 records');
    expect(askedFor(rig, `${A}/usage-details`)).to.have.length(1);
  });

  it('coming back to it fetches nothing again, and goes on with the rest', async () => {
    const rig = await onAll(A, B);
    await rig.details(A, detailRow('r1', '1.00'));
    rig.button('Back').click();
    await rig.rest();
    expect(rig.server.open.filter(({ url }) => url.endsWith('details'))).to.have.length(0);
    rig.button('All records').click();
    await rig.rest();
    await rig.details(B, detailRow('r2', '2.00'));
    await drawn(rig, '2 records');
    expect(askedFor(rig, `${A}/usage-details`)).to.have.length(1);
  });

  const many = Array.from({ length: 60 }, (_, index) => String(46_700_000_000 + index));

  it('asks in the order of the list, and never for more at once than the page has slots', async () => {
    const rig = await onAll(...many);
    const details = askedFor(rig, 'usage-details');
    expect(details).to.have.length(6);
    for (const [place, url] of details.entries()) expect(url).to.contain(many[place]);
  });

  it('is not drawn again for each of many answers, but once their time has come', async () => {
    const rig = await onAll(...many);
    const table = records(rig);
    const timers = holdTimers((ms) => ms >= RECORDS_INTERVAL && ms < 2 * RECORDS_INTERVAL);
    let updates = 0;
    const before = table.requestUpdate.bind(table);
    table.requestUpdate = (...names: Parameters<typeof before>) => {
      if (!table.isUpdatePending) updates += 1;
      before(...names);
    };
    for (const no of many) {
      const request = await rig.server.next(`/${no}/usage-details`);
      await request.json({ items: [detailRow(no, '1.00')], navigation: {} });
    }
    const early = updates;
    const due = [...timers.held.values()];
    timers.release();
    for (const draw of due) draw();
    await drawn(rig, '60 records');
    // The last answer ends it, which is told at once.
    expect([due.length, early]).to.deep.equal([1, 1]);
  });

  it('a pause asks for no more but takes what is under way; "Continue" goes on', async () => {
    const rig = await onAll(...many);
    rig.button('Pause').click();
    await rig.rest();
    expect(rig.element.shadowRoot?.activeElement).to.equal(rig.button('Continue'));
    for (const no of many.slice(0, 6)) await rig.details(no, detailRow(no, '1.00'));
    await drawn(rig, '6 records', 'Answer missing (54)');
    expect(rig.server.open).to.have.length(0);
    rig.button('Continue').click();
    await rig.rest();
    expect(rig.server.open).to.have.length(6);
    expect(askedFor(rig, 'usage-details')).to.have.length(12);
  });

  it('cancelled, it keeps what is there, says that it is incomplete, and can be gone on with', async () => {
    const rig = await onAll(...many);
    await rig.details(many[0] ?? '', detailRow('r1', '12.34'));
    await drawn(rig, '1 record');
    const open = rig.server.open;
    expect(open).to.have.length(6);
    rig.button('Cancel').click();
    await rig.rest();
    expect(open.every(({ aborted }) => aborted)).to.equal(true);
    expect(status(rig)).to.contain('12.34').and.to.contain('Answer missing (59)');
    expect(rig.element.shadowRoot?.activeElement).to.equal(rig.button('Continue'));
    rig.button('Continue').click();
    await rig.rest();
    expect(rig.server.open).to.have.length(6);
    expect(askedFor(rig, `${many[0]}/usage-details`)).to.have.length(1);
  });

  it('a subscription that failed stays missing from the total, and can be tried again', async () => {
    const rig = await onAll(A, B);
    await (await rig.server.next(`${A}/usage-details`)).problem(404, 'subscription-not-found');
    await rig.details(B, detailRow('r2', '2.00'));
    await drawn(rig, '2.00', 'Answer missing (1)');
    expect(rig.find('.gathering')?.textContent).to.contain('No usage found. Check the number. (1)');
    expect(rig.heard('payexload').at(-1)?.detail).to.include({ records: 1, complete: false });
    expect(rig.heard('payexerror').at(-1)?.detail).to.include({ subscriptionNo: A });
    rig.button('Continue').click();
    await rig.rest();
    await rig.details(A, detailRow('r1', '1.00'));
    await drawn(rig, '3.00');
    expect(status(rig)).not.to.contain('Incomplete');
  });

  it('22: a refusal ends it: thousands more would be refused, too', async () => {
    const rig = await onAll(...many);
    await (await rig.server.next(`${many[0]}/usage-details`)).problem(403, 'x');
    await rig.rest();
    expect(rig.server.open).to.have.length(0);
    expect(rig.heard('payexerror')).to.have.length(1);
    expect(rig.find('.gathering')?.textContent).to.contain('You do not have permission.');
    expect(rig.button('Continue')).to.exist;
  });

  it('85: a row of another customer takes everything off the screen and ends every call', async () => {
    const rig = await onAll(A, B, C);
    await rig.details(A, detailRow('r1', '12.34'));
    await rig.details(B, detailRow('r2', '99.99', { subscriptionNo: '46709999999' }));
    expect(rig.server.open).to.have.length(0);
    await drawnOnceMore(rig);
    expect(rig.markup).not.to.contain('12.34').and.not.to.contain('99.99');
    expect(rig.heard('payexerror').at(-1)?.detail['code']).to.equal('foreign');
  });

  for (const [what, act] of [
    ['another customer', (rig: UsageRig) => void (rig.element.customerNo = 'C2')],
    ['clear()', (rig: UsageRig) => rig.element.clear()],
    ['leaving the page', (rig: UsageRig) => rig.element.remove()],
  ] as const) {
    it(`${what} cancels every call, and a late answer reaches no one`, async () => {
      const rig = await onAll(A, B);
      await rig.details(A, detailRow('r1', '12.34'));
      await drawn(rig, '12.34');
      const late = await rig.server.next(`${B}/usage-details`);
      act(rig);
      await rig.rest();
      expect(late.aborted).to.equal(true);
      const heard = rig.heard('payexload').length;
      await late.json({ items: [detailRow('r2', '99.99')], navigation: {} });
      await drawnOnceMore(rig);
      expect(rig.markup).not.to.contain('99.99');
      expect(rig.heard('payexload')).to.have.length(heard);
    });
  }

  it('a reload never mixes two times: the old table stays until the new list is there', async () => {
    const rig = await onAll(A, B);
    await rig.details(A, detailRow('r1', '12.34'));
    await drawn(rig, '12.34');
    rig.element.reload();
    await rig.rest();
    expect(status(rig)).to.contain('12.34');
    expect(rig.server.open.map(({ url }) => url.split('/').at(-1))).to.deep.equal([
      'subscriptions',
    ]);
    await rig.list(A, B);
    await rig.details(B, detailRow('r2', '5.00'));
    await drawn(rig, '5.00');
    expect(status(rig)).not.to.contain('12.34');
    await rig.details(A, detailRow('r1', '1.00'));
    await drawn(rig, '6.00');
    expect(status(rig)).not.to.contain('Incomplete');
  });

  it('a list that is not whole leaves the table of all incomplete', async () => {
    const rig = await mountUsage();
    const request = await rig.server.next('/subscriptions');
    const path = new URL(request.url, location.href).pathname;
    const list = subscriptionList(path, [A]) as { navigation: Record<string, string> };
    list.navigation['next'] = `${path}?page=2`;
    await request.json(list);
    await rig.rest();
    await (await rig.server.next('page=2')).problem(404, 'x');
    await rig.rest();
    rig.button('All records').click();
    await rig.rest();
    await rig.details(A, detailRow('r1', '1.00'));
    await drawn(rig, '1 record', 'Answer missing (1)');
    expect(rig.heard('payexload').at(-1)?.detail).to.include({ complete: false });
  });
});

import { expect } from '@open-wc/testing';
import { detailRow, mountUsage, subscriptionList, summaryRow } from '../support/usage-rig.js';

const NO = '46700000001';
const OTHER = '46700000002';

describe('states are honest', () => {
  it('no share is stated of a whole that is not known yet', async () => {
    const rig = await mountUsage();
    await rig.list(NO, OTHER);
    await rig.summary(NO, summaryRow('10.00'));
    expect(rig.text).not.to.contain('100%');
    await rig.summary(OTHER, summaryRow('30.00'));
    expect(rig.text).to.contain('25%').and.to.contain('75%');
  });

  it('a page of the list that is missing is told of while totals are, too', async () => {
    const rig = await mountUsage();
    const request = await rig.server.next('/subscriptions');
    const path = new URL(request.url, location.href).pathname;
    const list = subscriptionList(path, [NO, OTHER]) as { navigation: Record<string, string> };
    list.navigation['next'] = `${path}?page=2`;
    await request.json(list);
    await (await rig.server.next('page=2')).problem(404, 'x');
    await rig.summary(NO, summaryRow('10.00'));
    expect(rig.find('.sums .warning')?.textContent).to.equal('Incomplete: Answer missing (1)');
    await rig.summary(OTHER, summaryRow('5.00'));
    expect(rig.find('.sums .warning')?.textContent).to.equal('Incomplete: Answer missing (1)');
  });

  it('records of which none can be read are not simply none', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    await rig.summary(NO, summaryRow('0.00'));
    await rig.details(NO, { id: 'r1' }, { id: 'r2' });
    const said = (): string =>
      (rig.find('[part=empty]')?.textContent ?? '').replace(/\s+/g, ' ').trim();
    expect(said()).to.contain('No usage found. Incomplete: Unreadable (2)');
  });

  it('25: a subscription that failed says why in its row', async () => {
    const rig = await mountUsage();
    await rig.list(NO, OTHER);
    await (await rig.server.next(`${NO}/usage-summaries`)).problem(404, 'subscription-not-found');
    await rig.summary(OTHER, summaryRow('5.00'));
    expect(rig.find(`tr[data-no="${NO}"]`)?.textContent).to.contain('No usage found');
  });

  it('a summary that failed for good leaves words, not grey bars, over the records', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    await (await rig.server.next('usage-summaries')).problem(403, 'x');
    await rig.details(NO, detailRow('r1', '3.21'));
    expect(rig.all('.bone')).to.have.length(0);
    expect(rig.text).to.contain('3.21').and.to.contain('permission');
    expect(rig.button('Try again')).to.exist;
  });

  it('18: after a sign-in that failed nothing old is shown as if it were there', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    rig.element.reload();
    await rig.rest();
    await (await rig.server.next('/subscriptions')).status(401);
    await rig.rest();
    await (await rig.server.next('/subscriptions')).status(401);
    await rig.rest();
    expect(rig.text).to.contain('Sign in again').and.not.to.contain(NO);
  });

  it('23: unbilled usage that has been billed since is gone after a reload, not stale', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    rig.element.reload();
    await rig.rest();
    await (await rig.server.next('/subscriptions')).problem(404, 'customer-not-found');
    await rig.rest();
    expect(rig.text).to.contain('Not yet billed: No usage found').and.not.to.contain(NO);
  });

  it('43: the banner over stale data says why it is stale', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    await rig.summary(NO, summaryRow('12.34'));
    rig.element.reload();
    await rig.rest();
    await (await rig.server.next('/subscriptions')).problem(501, 'x');
    await rig.rest();
    expect(rig.find('[part=banner]')?.textContent).to.contain('The service is not available');
  });

  it('95: after clear() it does not claim that no customer is selected', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    rig.element.clear();
    await rig.rest();
    expect(rig.text).to.contain('Nothing to show yet').and.not.to.contain('No customer');
  });

  it('95: after clear() the agent can go on by choosing a view', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'invoice-nos': '900123' });
    await rig.list(NO);
    rig.element.clear();
    await rig.rest();
    rig.button('Billed').click();
    await rig.rest();
    expect(rig.server.requests.at(-1)?.url).to.contain('/invoices/900123/');
  });

  it('shows the invoice of the host as billed, not the newest of its list', async () => {
    const rig = await mountUsage({
      'customer-no': 'C1',
      view: 'billed',
      'invoice-nos': '2 1',
      'invoice-no': '1',
    });
    expect(rig.server.requests.map(({ url }) => url).join()).to.contain('/invoices/1/');
    expect(rig.element.viewState.invoiceNo).to.equal('1');
    rig.element.viewState = { view: 'unbilled' };
    await rig.rest();
    rig.button('Billed').click();
    await rig.rest();
    rig.element.viewState = { view: 'billed' };
    await rig.rest();
    expect(rig.element.viewState.invoiceNo).to.equal('1');
  });

  it('viewState names the invoice that is shown, also when nobody has chosen it', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', view: 'billed', 'invoice-nos': '2 1' });
    await rig.list(NO);
    expect(rig.element.viewState.invoiceNo).to.equal('2');
  });

  it('a newer invoice in the list does not carry the agent away from the one that is open', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', view: 'billed', 'invoice-nos': '2 1' });
    await rig.list(NO);
    rig.button(NO).click();
    await rig.rest();
    rig.element.invoiceNos = '3 2 1';
    await rig.rest();
    expect(rig.find('select')?.textContent).to.contain('3');
    expect(rig.server.requests.some(({ url }) => url.includes('/invoices/3/'))).to.equal(false);
  });

  it('the choice shows the invoice that was typed, although the host does not list it', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', view: 'billed', 'invoice-nos': '2 1' });
    await rig.list(NO);
    const select = rig.find<HTMLSelectElement>('.chooser select')!;
    select.value = '';
    select.dispatchEvent(new Event('change'));
    await rig.rest();
    rig.find<HTMLInputElement>('.chooser input')!.value = '77';
    rig.button('Show').click();
    await rig.rest();
    expect(rig.find<HTMLSelectElement>('.chooser select')?.value).to.equal('');
    expect(rig.find<HTMLInputElement>('.chooser input')?.value).to.equal('77');
  });

  it('one odd date decades off does not take the days off the page', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    const odd = detailRow('r2', '1.00', { startTime: '1999-01-01T10:00:00' });
    await rig.details(NO, detailRow('r1', '3.21'), odd);
    rig.find('.days summary')?.click();
    await rig.rest();
    expect(rig.all('.days tr')).to.have.length(2);
  });

  it('while the host looks for invoices nobody is told to choose one', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', view: 'billed' }, (element) => {
      element.invoiceSource = () => new Promise(() => undefined);
    });
    expect(rig.text).to.contain('Loading…').and.not.to.contain('Choose an invoice');
  });
});

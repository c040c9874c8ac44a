import { expect } from '@open-wc/testing';
import { mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

/** A text as it is seen, blanks of any kind alike. */
const words = ({ textContent }: Element): string => textContent.replace(/\s+/g, ' ').trim();

const NUMBERS = ['46700000001', '46700000002', '46700000003'];

describe('overview', () => {
  it('lists every subscription at once, before any total is there', async () => {
    const rig = await mountUsage();
    await rig.list(...NUMBERS);
    for (const no of NUMBERS) expect(rig.text).to.contain(no);
    expect(rig.text).to.contain('Subscriptions: 0 / 3');
  });

  it('adds amounts exactly where floats would not', async () => {
    const rig = await mountUsage();
    await rig.list('46700000001', '46700000002');
    await rig.summary('46700000001', summaryRow(0.1));
    await rig.summary('46700000002', summaryRow('0.20'));
    expect(rig.find('[part=total]')?.textContent).to.contain('0.30');
  });

  it('says "so far" as long as a subscription is missing from the total', async () => {
    const rig = await mountUsage();
    await rig.list('46700000001', '46700000002');
    await rig.summary('46700000001', summaryRow('10.00'));
    expect(rig.find('[part=total]')?.textContent).to.contain('so far');
    await rig.summary('46700000002', summaryRow('5.00'));
    expect(rig.find('[part=total]')?.textContent).not.to.contain('so far');
    expect(rig.find('[part=total]')?.textContent).to.contain('15.00');
  });

  it('cuts nothing where text of twice the size stands in a side bar', async () => {
    const rig = await mountUsage();
    await rig.list('46700000001');
    await rig.summary('46700000001', summaryRow('12345.00', { typeOfCall: 'PREMIUM' }));
    rig.element.locale = 'sv';
    rig.element.style.inlineSize = '320px';
    rig.element.style.setProperty('--payex-usage-font-size', '28px');
    await rig.rest();
    const { right } = rig.element.getBoundingClientRect();
    for (const part of rig.all('.views button, .list :is(button, td, .flag), .types td')) {
      expect(part.getBoundingClientRect().right, words(part)).to.be.at.most(right);
    }
  });

  it('never adds two currencies', async () => {
    const rig = await mountUsage();
    await rig.list('46700000001', '46700000002');
    await rig.summary('46700000001', summaryRow('10.00'));
    await rig.summary('46700000002', summaryRow('5.00', { currency: 'NOK' }));
    expect(rig.text).to.contain('10.00').and.to.contain('5.00');
    expect(rig.text).not.to.contain('15.00');
  });

  it('a flag of a subscription says of what it is, and what that costs', async () => {
    const rig = await mountUsage();
    await rig.list('46700000001', '46700000002');
    await rig.summary(
      '46700000001',
      summaryRow('241.25', { typeOfCall: 'PREMIUM' }),
      summaryRow('12.00'),
    );
    await rig.summary(
      '46700000002',
      summaryRow('45.50', { typeOfCall: 'ROAM_DATA' }),
      summaryRow('-9.50', { typeOfCall: 'SMS' }),
    );
    const flags = rig.all('tr[data-no] .flag');
    // None of the words beside it, or before it to the ear, is said twice.
    const reasons = ['SEK 241.25', 'Data SEK 45.50', 'Text message −SEK 9.50'];
    expect(flags.map(({ title }) => title.replace(/\s/g, ' '))).to.deep.equal(reasons);
    flags.forEach(({ title, textContent }) => expect(textContent).to.contain(`: ${title}`));
  });

  it('says why a subscription is flagged where the keyboard is at it, and moves nothing', async () => {
    const rig = await mountUsage();
    await rig.list('46700000001', '46700000002');
    const [first, second] = rig.all('tr[data-no] .open');
    const why = (): string => {
      const line = rig.find('.dock .why')!;
      return line.checkVisibility({ visibilityProperty: true }) ? words(line) : '';
    };
    first?.focus();
    // It comes with the total.
    await rig.summary('46700000001', summaryRow('241.25', { typeOfCall: 'PREMIUM' }));
    await rig.summary('46700000002', summaryRow('3.00'));
    expect(why()).to.equal('Premium-rate number: SEK 241.25');
    const height = rig.element.offsetHeight;
    second?.focus();
    await rig.rest();
    expect(why()).to.equal('');
    expect(rig.element.offsetHeight).to.equal(height);
    first?.focus();
    await rig.rest();
    first?.blur();
    await rig.rest();
    expect(why()).to.equal('');
    expect(rig.element.offsetHeight).to.equal(height);
  });

  it('the sum of a second currency moves nothing below it', async () => {
    for (const width of ['600px', '1100px']) {
      const rig = await mountUsage();
      rig.element.style.width = width;
      await rig.list('46700000001', '46700000002');
      await rig.summary('46700000001', summaryRow('10.00'));
      const top = (): number[] =>
        rig.all('.types, tr[data-no]').map((part) => part.getBoundingClientRect().top);
      const before = top();
      await rig.summary('46700000002', summaryRow('5.00', { currency: 'NOK' }));
      expect(rig.all('.sums b')).to.have.length(1);
      expect(top()).to.deep.equal(before);
    }
  });

  it('an invoice is called final, what is not billed yet preliminary', async () => {
    const invoice = await mountUsage({ 'invoice-no': '900123' });
    await invoice.list('46700000001');
    expect(invoice.find('[part=toolbar]')?.textContent).to.contain('Final');
    const unbilled = await mountUsage();
    await unbilled.list('46700000001');
    expect(unbilled.find('[part=toolbar]')?.textContent)
      .to.contain('Preliminary')
      .and.not.to.contain('Final');
  });

  it('70: a missing amount is no zero, and the total says that it is incomplete', async () => {
    const rig = await mountUsage();
    await rig.list('46700000001');
    await rig.summary(
      '46700000001',
      summaryRow('10.00'),
      summaryRow(null, { typeOfCall: 'SMS', quantity: 3 }),
    );
    expect(rig.text).to.contain('Amount missing (1)');
    expect(rig.text).not.to.contain(' 0.00');
    expect(rig.heard('payexerror').map(({ detail }) => detail['code'])).to.contain('partial');
  });

  it('a subscription that failed keeps its row, its siblings, and can be tried again', async () => {
    const rig = await mountUsage();
    await rig.list('46700000001', '46700000002');
    await (
      await rig.server.next('46700000001/usage-summaries')
    ).problem(404, 'subscription-not found');
    await rig.summary('46700000002', summaryRow('5.00'));
    expect(rig.text).to.contain('46700000001').and.to.contain('5.00');
    expect(rig.heard('payexerror')[0]?.detail).to.include({
      code: 'not-found',
      subscriptionNo: '46700000001',
    });
    rig.button('Try again').click();
    await rig.rest();
    await rig.summary('46700000001', summaryRow('1.00'));
    expect(rig.find('[part=total]')?.textContent).to.contain('6.00');
  });

  it('23: a customer without unbilled usage is told calmly', async () => {
    const rig = await mountUsage();
    await (await rig.server.next()).problem(404, 'customer-not-found');
    await rig.rest();
    expect(rig.text).to.contain('Not yet billed: No usage found');
    expect(rig.find('[part=error]')).to.equal(null);
  });

  it('26: an invoice without usage is an empty state, not an error', async () => {
    const rig = await mountUsage({ 'invoice-no': '900123' });
    await (await rig.server.next()).problem(404, 'invoice-has-no-usage');
    await rig.rest();
    expect(rig.text).to.contain('Billed: No usage found');
    expect(rig.heard('payexerror')).to.have.length(0);
  });

  /** A list with one total, after a reload that could not have the list. */
  async function afterFailedReload(): Promise<UsageRig> {
    const rig = await mountUsage();
    await rig.list('46700000001');
    await rig.summary('46700000001', summaryRow('12.34'));
    rig.element.reload();
    await rig.rest();
    await (await rig.server.next('/subscriptions')).problem(501, 'x');
    await rig.rest();
    return rig;
  }

  it('43: a reload that fails keeps the last good data, with its time', async () => {
    const rig = await afterFailedReload();
    expect(rig.text).to.contain('12.34').and.to.contain('Could not be updated');
  });

  it('43: a list that could not be updated has none of its totals asked for again', async () => {
    const rig = await afterFailedReload();
    expect(rig.server.count).to.equal(3);
    expect(rig.server.open).to.have.length(0);
  });

  it('22: after a refusal the last good data is gone', async () => {
    const rig = await mountUsage();
    await rig.list('46700000001');
    rig.element.reload();
    await rig.rest();
    await (await rig.server.next('/subscriptions')).problem(403, 'x');
    await rig.rest();
    expect(rig.markup).not.to.contain('46700000001');
    expect(rig.text).to.contain('permission');
  });

  it('85: a row of another subscription takes everything off the screen', async () => {
    const rig = await mountUsage();
    await rig.list('46700000001', '46700000002');
    await rig.summary('46700000001', summaryRow('12.34'));
    await rig.summary('46700000002', summaryRow('99.99', { subscriptionNo: '46709999999' }));
    expect(rig.markup).not.to.contain('12.34').and.not.to.contain('46700000001');
    expect(rig.markup).not.to.contain('99.99').and.not.to.contain('46709999999');
    expect(rig.heard('payexerror').map(({ detail }) => detail['code'])).to.deep.equal(['foreign']);
  });

  it('a customer with 300 subscriptions is not summed before anyone asks', async () => {
    const many = Array.from({ length: 300 }, (_, index) => String(46_700_000_000 + index));
    const rig = await mountUsage();
    await rig.list(...many);
    await rig.looked();
    const asked = rig.server.requests.filter(({ url }) => url.includes('summaries'));
    expect(asked.length).to.be.at.most(6);
  });

  it('a reload shows the old totals until the new ones are there', async () => {
    const rig = await mountUsage();
    await rig.list('46700000001');
    await rig.summary('46700000001', summaryRow('12.34'));
    rig.element.reload();
    await rig.rest();
    expect(rig.server.count).to.equal(3);
    await rig.list('46700000001');
    expect(rig.find('[part=total]')?.textContent).to.contain('12.34');
    await rig.summary('46700000001', summaryRow('20.00'));
    expect(rig.find('[part=total]')?.textContent).to.contain('20.00');
  });

  it('no-op updates touch no DOM', async () => {
    const rig = await mountUsage();
    await rig.list('46700000001');
    await rig.summary('46700000001', summaryRow('12.34'));
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((found) => records.push(...found));
    const options = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(rig.element.renderRoot, options);
    rig.element.requestUpdate();
    rig.element.customerNo = 'C1';
    await rig.rest();
    observer.disconnect();
    expect(records).to.have.length(0);
  });
});

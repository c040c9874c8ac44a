import { expect } from '@open-wc/testing';
import {
  BEFORE,
  COMPARE,
  details,
  INVOICES,
  NO,
  NOW,
  OTHER,
  premium,
  premiumCall,
  type Row,
  shock,
  summary,
} from '../support/comparison-rig.js';
import { mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

const sentence = (rig: UsageRig): string =>
  (rig.find('[part=explanation]')?.textContent ?? '').replace(/\s+/g, ' ').trim();
const figure = (rig: UsageRig): string =>
  (rig.find('[part=total]')?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The drivers by row: "New type Premium-rate number … +SEK 241.25". */
const drivers = (rig: UsageRig): string[] =>
  rig.all('[part=drivers] tbody tr').map((row) => row.textContent.replace(/\s+/g, ' ').trim());

describe('comparing two sides', () => {
  it('asks for nothing but the two lists, and then for their totals', async () => {
    const rig = await mountUsage(COMPARE);
    const asked = (): string[] =>
      rig.server.requests.map(({ url }) => url.replace(/^.*L01/, '')).sort();
    expect(asked()).to.deep.equal([`${BEFORE}/subscriptions`, `${NOW}/subscriptions`]);
    await rig.listOf(NOW, NO);
    await rig.listOf(BEFORE, NO);
    expect(asked()).to.have.length(4);
  });

  it('shows the difference, its parts and the sentence as soon as the totals are there', async () => {
    const rig = await shock();
    expect(figure(rig)).to.equal('+SEK 241.25');
    expect(drivers(rig)).to.have.length(1);
    expect(drivers(rig)[0]).to.contain('New type').and.to.contain('+SEK 241.25');
    expect(sentence(rig)).to.contain('SEK 241.25 more than invoice 900122');
  });

  it('says that it is incomplete while records it tells of are missing, and names no day', async () => {
    const rig = await shock();
    expect(sentence(rig)).to.contain('Incomplete: Answer missing (1)').and.not.to.contain('2026');
    await details(rig, NOW, NO, premiumCall('a', '35.65'), premiumCall('b', '205.60'));
    expect(sentence(rig))
      .to.contain('SEK 241.25 from 2 calls to premium-rate numbers on 8 Mar 2026')
      .and.not.to.contain('Incomplete');
  });

  it('tells of no records whose sum is not the amount', async () => {
    const rig = await shock();
    await details(rig, NOW, NO, premiumCall('a', '35.65'));
    expect(sentence(rig))
      .to.contain('SEK 241.25 from new type (premium-rate number)')
      .and.not.to.contain('call');
  });

  it('is coarser, and says so, where the records cannot be had', async () => {
    const rig = await shock();
    await (await rig.server.next('usage-details')).problem(403, 'x');
    await rig.rest();
    expect(sentence(rig))
      .to.contain('from new type (premium-rate number)')
      .and.to.contain('Incomplete: Answer missing (1)');
  });

  it('looks at the records of no other subscription than those it tells of', async () => {
    const rig = await mountUsage(COMPARE);
    await rig.listOf(NOW, NO, OTHER);
    await rig.listOf(BEFORE, NO, OTHER);
    await summary(rig, NOW, NO, premium('241.25'));
    await summary(rig, NOW, OTHER, summaryRow('1.00'));
    await summary(rig, BEFORE, NO);
    await summary(rig, BEFORE, OTHER, summaryRow('1.00'));
    expect(rig.server.open.map(({ url }) => url.replace(/^.*L01/, ''))).to.deep.equal([
      `${NOW}/subscriptions/${NO}/usage-details`,
    ]);
  });

  it('calls no subscription new or gone while its total of the other side is missing', async () => {
    const rig = await mountUsage(COMPARE);
    await rig.listOf(NOW, NO, OTHER);
    await rig.listOf(BEFORE, NO, OTHER);
    await summary(rig, NOW, NO, summaryRow('30.00'));
    await summary(rig, BEFORE, NO, summaryRow('10.00'));
    await summary(rig, NOW, OTHER, summaryRow('99.00'));
    expect(drivers(rig).join()).not.to.contain(OTHER).and.not.to.contain('99.00');
    expect(figure(rig)).to.equal('+SEK 20.00 so far');
    expect(sentence(rig)).to.contain('Incomplete');
  });

  it('goes on without a total that has failed, and says that it is missing', async () => {
    const rig = await mountUsage(COMPARE);
    await rig.listOf(NOW, NO, OTHER);
    await rig.listOf(BEFORE, NO, OTHER);
    await summary(rig, NOW, NO, premium('20.00'));
    await summary(rig, BEFORE, NO);
    await summary(rig, NOW, OTHER, summaryRow('99.00'));
    await (await rig.server.next(`${OTHER}/usage-summaries`)).problem(403, 'x');
    await rig.rest();
    await details(rig, NOW, NO, premiumCall('a', '20.00'));
    expect(sentence(rig))
      .to.contain('1 call to a premium-rate number')
      .and.to.contain('Incomplete: Answer missing (1)')
      .and.to.contain('Try again');
    expect(rig.text).not.to.contain('99.00');
  });

  it('has a dash for a side on which nothing is summed up, and no blank', async () => {
    const rig = await mountUsage(COMPARE);
    await rig.listOf(NOW, NO);
    await rig.listOf(BEFORE);
    await summary(rig, NOW, NO, summaryRow('10.00'));
    expect(rig.text.replaceAll('\u00a0', ' ')).to.contain('– → SEK 10.00');
  });

  it('calls nothing new where a row of the other side could not be read', async () => {
    const rig = await mountUsage(COMPARE);
    await rig.listOf(NOW, NO);
    await rig.listOf(BEFORE, NO);
    await summary(rig, NOW, NO, premium('20.00'));
    await summary(rig, BEFORE, NO, 'no row' as unknown as Row);
    expect(drivers(rig)[0]).to.contain('The rest');
    expect(sentence(rig)).not.to.contain('new type');
  });

  it('compares nothing with a side whose list has failed: all would be new', async () => {
    const rig = await mountUsage(COMPARE);
    await rig.listOf(NOW, NO);
    await (await rig.server.next(`${BEFORE}/subscriptions`)).problem(403, 'x');
    await rig.rest();
    await summary(rig, NOW, NO, summaryRow('10.00'));
    expect(rig.find('[part=error]')).not.to.equal(null);
    expect(rig.text).not.to.contain('10.00').and.not.to.contain('New');
  });

  it('a failure names the invoice that failed', async () => {
    const rig = await mountUsage(COMPARE);
    await (await rig.server.next(`${BEFORE}/subscriptions`)).problem(403, 'x');
    await rig.rest();
    expect(rig.heard('payexerror')[0]?.detail).to.deep.include({
      customerNo: 'C1',
      invoiceNo: '900122',
    });
  });

  it('both sides alike are said to be so', async () => {
    const rig = await mountUsage(COMPARE);
    await rig.listOf(NOW, NO);
    await rig.listOf(BEFORE, NO);
    await summary(rig, NOW, NO, summaryRow('10.00'));
    await summary(rig, BEFORE, NO, summaryRow('10.00'));
    expect(sentence(rig)).to.contain('The same as invoice 900122.');
  });

  it('amounts of two currencies are told apart, each with its VAT basis', async () => {
    const rig = await mountUsage(COMPARE);
    await rig.listOf(NOW, NO);
    await rig.listOf(BEFORE, NO);
    await summary(rig, NOW, NO, summaryRow('30.00'), summaryRow('7.00', { currency: 'NOK' }));
    await summary(rig, BEFORE, NO, summaryRow('10.00'));
    expect(sentence(rig))
      .to.contain('SEK 20.00 excl. VAT more than invoice 900122')
      .and.to.contain('NOK 7.00 excl. VAT more than invoice 900122');
  });

  it('one customer’s comparison is nothing to the next', async () => {
    const rig = await shock();
    const old = await rig.server.next('usage-details');
    rig.element.customerNo = 'C2';
    rig.element.invoiceNos = '700002 700001';
    rig.element.invoiceNo = '700002';
    await rig.rest();
    expect(old.aborted).to.equal(true);
    expect(rig.markup).not.to.contain('241.25').and.not.to.contain(NO);
    await rig.listOf('/invoices/700002', OTHER);
    await rig.listOf('/invoices/700001', OTHER);
    expect(rig.text).not.to.contain('900122').and.not.to.contain('241.25');
  });

  it('is told as one load once nothing more comes, and whether it is all', async () => {
    const rig = await shock();
    expect(rig.heard('payexload')).to.have.length(0);
    await details(rig, NOW, NO, premiumCall('a', '241.25'));
    expect(rig.heard('payexload').map(({ detail }) => detail)).to.deep.equal([
      {
        view: 'compare',
        customerNo: 'C1',
        invoiceNo: '900123',
        subscriptions: 1,
        records: 0,
        complete: true,
      },
    ]);
  });

  it('fetches nothing again that is there when the agent comes back', async () => {
    const rig = await shock();
    await details(rig, NOW, NO, premiumCall('a', '241.25'));
    const { count } = rig.server;
    rig.button('Billed').click();
    await rig.rest();
    rig.button('Compare').click();
    await rig.rest();
    expect(rig.server.count).to.equal(count);
    expect(figure(rig)).to.equal('+SEK 241.25');
  });

  it('more than a screenful of subscriptions is fetched when the agent asks for it', async () => {
    const nos = Array.from({ length: 30 }, (_, index) => String(46_700_000_000 + index));
    const rig = await mountUsage(COMPARE);
    await rig.listOf(NOW, ...nos);
    await rig.listOf(BEFORE, NO);
    await summary(rig, BEFORE, NO);
    expect(rig.server.open).to.have.length(0);
    rig.button('Load all').click();
    await rig.rest();
    expect(rig.server.open.length).to.be.greaterThan(0);
  });
});

describe('the way from a comparison to its records', () => {
  it('leads to the type on the newer side, and back to the comparison', async () => {
    const rig = await shock();
    await details(rig, NOW, NO, premiumCall('a', '241.25'));
    rig.find('[part=drivers] tbody tr')!.click();
    await rig.rest();
    expect(rig.element.viewState).to.deep.include({
      view: 'billed',
      invoiceNo: '900123',
      subscriptionNo: NO,
    });
    expect(rig.element.viewState.records?.filter?.types).to.deep.equal(['PREMIUM']);
    expect(rig.element.shadowRoot?.activeElement).to.equal(rig.find('payex-usage-records'));
    rig.button('Back').click();
    await rig.rest();
    expect(rig.element.viewState).to.deep.equal({ view: 'compare', invoiceNo: '900123' });
    const part = rig.find('[part=drivers] tbody tr button');
    expect(rig.element.shadowRoot?.activeElement).to.equal(part);
  });

  it('does not lead the next customer’s agent back to it', async () => {
    const rig = await shock();
    rig.find('[part=drivers] tbody tr')!.click();
    await rig.rest();
    rig.element.customerNo = 'C2';
    rig.element.subscriptionNo = OTHER;
    rig.element.view = 'unbilled';
    await rig.rest();
    rig.button('Back').click();
    await rig.rest();
    expect(rig.element.viewState).to.deep.equal({ view: 'unbilled' });
  });

  it('leads to each side that has any', async () => {
    const rig = await mountUsage(COMPARE);
    await rig.listOf(NOW, NO);
    await rig.listOf(BEFORE, NO);
    await summary(rig, NOW, NO, summaryRow('10.00'));
    await summary(rig, BEFORE, NO, summaryRow('30.00'));
    const [before, now] = rig.all('[part=drivers] tbody button');
    expect(before?.ariaLabel).to.contain('Invoice 900122');
    expect(now?.ariaLabel).to.contain('Invoice 900123');
    before?.click();
    await rig.rest();
    expect(rig.element.viewState).to.deep.include({ view: 'billed', invoiceNo: '900122' });
  });

  it('is kept by a host that keeps the view', async () => {
    const rig = await shock();
    rig.element.addEventListener('payexnavigate', (event) => event.preventDefault());
    rig.find('[part=drivers] tbody tr button')!.click();
    await rig.rest();
    expect(rig.element.viewState.view).to.equal('compare');
    expect(rig.element.viewState.records).to.equal(undefined);
  });
});

describe('the choice of both sides', () => {
  it('is by default the newest invoice beside what is not billed yet', async () => {
    const rig = await mountUsage({ ...INVOICES, view: 'compare' });
    await rig.listOf('/customers/C1', NO);
    await rig.listOf(NOW, NO);
    expect(rig.all<HTMLSelectElement>('select').map(({ value }) => value.trim())).to.deep.equal([
      '',
      '900123',
    ]);
  });

  it('is the host’s where it says one', async () => {
    const rig = await mountUsage({ ...COMPARE, 'compare-with': '900121' });
    await rig.listOf('/invoices/900121', NO);
    expect(rig.text).to.contain('Invoice 900123');
  });

  it('is the agent’s, and another newer side is compared with the one before it', async () => {
    const rig = await mountUsage(COMPARE);
    const [newer] = rig.all<HTMLSelectElement>('select');
    newer!.value = '900122';
    newer!.dispatchEvent(new Event('change'));
    await rig.rest();
    expect(rig.element.viewState).to.deep.equal({ view: 'compare', invoiceNo: '900122' });
    await rig.listOf('/invoices/900122', NO);
    await rig.listOf('/invoices/900121', NO);
  });

  it('of the older side stays when it is chosen', async () => {
    const rig = await mountUsage(COMPARE);
    const [, older] = rig.all<HTMLSelectElement>('select');
    older!.value = '900121';
    older!.dispatchEvent(new Event('change'));
    await rig.rest();
    expect(rig.element.viewState).to.deep.equal({
      view: 'compare',
      invoiceNo: '900123',
      compareWith: '900121',
    });
  });

  it('without invoices a number can be typed', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', view: 'compare' });
    const input = rig.find<HTMLInputElement>('#compareWith')!;
    input.value = '900122';
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await rig.rest();
    expect(rig.element.viewState.compareWith).to.equal('900122');
    expect(rig.server.open).to.have.length(2);
  });
});

describe('the bars of a comparison', () => {
  const starts = (rig: UsageRig): number[] =>
    rig.all('[part=drivers] .bar').map((bar) => {
      const [{ left } = bar.getBoundingClientRect()] = bar.querySelector('i')!.getClientRects();
      return Math.round(((left - bar.getBoundingClientRect().left) * 100) / bar.clientWidth);
    });

  it('take all the room where nothing became less', async () => {
    const rig = await shock();
    expect(starts(rig)).to.deep.equal([0]);
  });

  it('start in the middle where some became less', async () => {
    const rig = await mountUsage(COMPARE);
    await rig.listOf(NOW, NO);
    await rig.listOf(BEFORE, NO);
    await summary(rig, NOW, NO, summaryRow('50.00'));
    await summary(rig, BEFORE, NO, summaryRow('10.00'), summaryRow('40.00', { typeOfCall: 'SMS' }));
    expect(starts(rig)).to.have.members([50, 0]);
  });
});

describe('a comparison for everybody', () => {
  for (const theme of ['light', 'dark']) {
    for (const width of [320, 1280]) {
      it(`is accessible, ${theme}, ${width} px`, async () => {
        const rig = await shock({ ...COMPARE, theme });
        rig.element.style.width = `${width}px`;
        await details(rig, NOW, NO, premiumCall('a', '241.25'));
        await expect(rig.element).to.be.accessible();
      });
    }
  }

  for (const width of [320, 1100]) {
    it(`nothing moves when the records tell more, ${width} px`, async () => {
      const rig = await shock();
      rig.element.style.width = `${width}px`;
      await rig.rest();
      const top = (): number | undefined => rig.find('[part=drivers]')?.getBoundingClientRect().top;
      const before = top();
      await details(rig, NOW, NO, premiumCall('a', '35.65'), premiumCall('b', '205.60'));
      expect(top()).to.equal(before);
    });
  }
});

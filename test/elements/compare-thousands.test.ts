import { expect } from '@open-wc/testing';
import {
  BEFORE,
  COMPARE,
  every,
  INVOICES,
  NOW,
  OTHER,
  type Row,
} from '../support/comparison-rig.js';
import { type HeldSlices, holdSlices } from '../support/held-slices.js';
import { detailRow, mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

const NOS = Array.from({ length: 90 }, (_, index) => String(46_700_000_000 + index));

const figure = (rig: UsageRig): string =>
  (rig.find('[part=total]')?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Three kronor now for one of before, of each subscription. */
const rowsOf = (url: string): Row[] => [summaryRow(url.includes(BEFORE) ? '1.00' : '3.00')];

describe('a comparison of more than can be worked out at once', () => {
  let slices: HeldSlices;
  beforeEach(() => {
    slices = holdSlices();
  });
  afterEach(() => slices.release());

  async function answered(
    attributes = COMPARE,
    asked?: (rig: UsageRig) => void,
  ): Promise<UsageRig> {
    const rig = await mountUsage(attributes);
    asked?.(rig);
    await rig.listOf(NOW, ...NOS);
    await rig.listOf(BEFORE, ...NOS);
    if (!asked) {
      slices.all();
      await rig.rest();
      rig.button('Load all').click();
      await rig.rest();
    }
    await every(rig, 'usage-summaries', rowsOf);
    return rig;
  }

  it('says nothing of all totals before all are worked out, and that it is at it', async () => {
    const rig = await answered();
    expect(figure(rig)).not.to.contain('180.00');
    expect(rig.find('[part=drivers]')?.getAttribute('aria-rowcount')).not.to.equal('91');
    expect(() => rig.button('Load all')).to.throw();
    slices.all();
    await rig.rest();
    expect(figure(rig)).to.equal('+SEK 180.00');
    expect(rig.find('[part=drivers]')?.getAttribute('aria-rowcount')).to.equal('91');
  });

  it('lets the page take its turn after a few of them', async () => {
    const rig = await answered();
    slices.step();
    slices.step();
    await rig.rest();
    expect(figure(rig)).not.to.contain('180.00');
  });

  it('draws again and again while it is at it, and begins nothing anew for that', async () => {
    const rig = await answered();
    for (let turn = 0; turn < 20; turn += 1) {
      rig.element.requestUpdate();
      await rig.element.updateComplete;
      slices.step();
    }
    await rig.rest();
    expect(figure(rig)).to.equal('+SEK 180.00');
  });

  it('of the customer of before nothing is worked out to its end', async () => {
    const rig = await answered();
    rig.element.customerNo = 'C2';
    rig.element.invoiceNos = '700002 700001';
    rig.element.invoiceNo = '700002';
    await rig.rest();
    slices.all();
    await rig.rest();
    expect(rig.text).not.to.contain('SEK').and.not.to.contain(NOS[0]);
    await rig.listOf('/invoices/700002', OTHER);
    await rig.listOf('/invoices/700001', OTHER);
    slices.all();
    await rig.rest();
    expect(rig.text).not.to.contain('SEK').and.not.to.contain(NOS[0]);
  });

  it('explain() waits for all of it', async () => {
    let explained: { text: string; drivers: readonly unknown[] } | null = null;
    const rig = await answered({ ...COMPARE, view: 'billed' }, ({ element }) => {
      void element.explain().then((all) => (explained = all));
    });
    expect(explained).to.equal(null);
    slices.all();
    await rig.rest();
    expect(explained!.text).to.match(/^SEK.180\.00 more than invoice 900122/);
    expect(explained!.drivers).to.have.length(90);
  });

  it('explain() of an element that leaves meanwhile is empty', async () => {
    let text = 'none yet';
    const rig = await answered({ ...COMPARE, view: 'billed' }, ({ element }) => {
      void element.explain().then((all) => (text = all.text));
    });
    rig.element.remove();
    await rig.rest();
    expect(text).to.equal('');
  });

  it('asks for the records of as many days of then a screenful at a time', async () => {
    const rig = await mountUsage({ ...INVOICES, view: 'compare' });
    const days = { startPeriod: '2026-04-01', endPeriod: '2026-04-10' };
    const month = { startPeriod: '2026-03-01', endPeriod: '2026-03-31' };
    await rig.listOf('/customers/C1', ...NOS);
    await rig.listOf(NOW, ...NOS);
    slices.all();
    await rig.rest();
    rig.button('Load all').click();
    await rig.rest();
    await every(rig, 'usage-summaries', (url) => [
      summaryRow('1.00', url.includes(NOW) ? month : days),
    ]);
    slices.all();
    await rig.rest();
    rig.button('The same number of days').click();
    await rig.rest();
    slices.all();
    await rig.rest();
    expect(
      rig.server.requests.filter(({ url }) => url.endsWith('usage-details')),
    ).to.have.length.within(1, 24);
    await every(rig, 'usage-details', () => [
      detailRow('r', '1.00', { startTime: '2026-03-20T10:00:00' }),
    ]);
    slices.all();
    await rig.rest();
    expect(rig.find('[part=explanation]')?.textContent).to.match(
      /The same number of days: SEK.90\.00 more than invoice 900123/,
    );
  });
});

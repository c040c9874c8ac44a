import { expect } from '@open-wc/testing';
import { details, every, INVOICES, NO, NOW, summary } from '../support/comparison-rig.js';
import { detailRow, mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';
import { tightRanges } from '../support/engine.js';

const SO_FAR = '/customers/C1';
const APRIL = { startPeriod: '2026-04-01', endPeriod: '2026-04-10' };
const MARCH = { startPeriod: '2026-03-01', endPeriod: '2026-03-31' };

const text = (rig: UsageRig): string =>
  (rig.find('[part=explanation]')?.textContent ?? '').replace(/\s+/g, ' ');

/** Ten days of April for 40.00 beside all of March for 90.00. */
async function soFar(...nos: string[]): Promise<UsageRig> {
  const rig = await mountUsage({ ...INVOICES, view: 'compare' });
  await rig.listOf(SO_FAR, ...nos);
  await rig.listOf(NOW, ...nos);
  await every(rig, 'usage-summaries', (url) => {
    const [now, before] = url.includes(NO) ? ['40.00', '90.00'] : ['0.00', '0.00'];
    return [url.includes(NOW) ? summaryRow(before, MARCH) : summaryRow(now, APRIL)];
  });
  return rig;
}

const inMarch = (day: string, amount: string): Record<string, unknown> =>
  detailRow(`r${day}`, amount, { startTime: `2026-03-${day}T12:00:00` });

describe('usage so far beside a whole month', () => {
  it('is said to be so, with the days of both', async () => {
    const rig = await soFar(NO);
    expect(tightRanges(text(rig))).to.contain(
      'Not yet billed: 1–10 Apr 2026, invoice 900123: 1–31 Mar 2026.',
    );
  });

  it('ends today by the clock of the zone', async () => {
    const { now } = Date;
    Date.now = () => Date.parse('2026-04-04T22:30:00Z');
    const rig = await soFar(NO).finally(() => {
      Date.now = now;
    });
    expect(text(rig)).to.match(/Not yet billed: 1 – 5 Apr 2026/);
  });

  it('is compared with as many days of then, too, once their records are there', async () => {
    const rig = await soFar(NO);
    expect(text(rig)).to.contain('Incomplete: Answer missing (1)');
    await details(rig, NOW, NO, inMarch('10', '30.00'), inMarch('11', '60.00'));
    expect(text(rig))
      .to.contain('SEK 50.00 less than invoice 900123')
      .and.to.contain('The same number of days: SEK 10.00 more than invoice 900123.')
      .and.not.to.contain('Incomplete');
  });

  it('is not compared by days where records lack money or days: nobody knows whose that is', async () => {
    const lacking = [
      [inMarch('10', '30.00')],
      [inMarch('10', '30.00'), inMarch('', '60.00')],
      [inMarch('10', '30.00'), { ...inMarch('11', '60.00'), currency: 'NOK' }],
    ];
    for (const rows of lacking) {
      const rig = await soFar(NO);
      await details(rig, NOW, NO, ...rows);
      expect(text(rig)).to.contain('The same number of days: Not itemised.');
    }
  });

  it('of many subscriptions, asks for their records only when the agent does', async () => {
    const nos = [NO, ...Array.from({ length: 6 }, (_, index) => String(46_800_000_000 + index))];
    const rig = await soFar(...nos);
    expect(rig.server.open).to.have.length(0);
    expect(text(rig)).not.to.contain('The same number of days:').and.not.to.contain('Incomplete');
    rig.button('The same number of days').click();
    await rig.rest();
    expect(rig.server.open.length).to.be.greaterThan(0);
    await every(rig, 'usage-details', (url) => (url.includes(NO) ? [inMarch('02', '90.00')] : []));
    expect(text(rig)).to.contain('The same number of days: SEK 50.00 less than invoice 900123.');
  });

  it('is not spoken of where the invoice is about no more days', async () => {
    const rig = await mountUsage({ ...INVOICES, view: 'compare' });
    await rig.listOf(SO_FAR, NO);
    await rig.listOf(NOW, NO);
    await summary(rig, SO_FAR, NO, summaryRow('40.00', APRIL));
    await summary(rig, NOW, NO, summaryRow('40.00', { ...MARCH, endPeriod: '2026-03-10' }));
    expect(text(rig)).to.contain('The same as invoice 900123').and.not.to.contain('2026');
    expect(rig.server.open).to.have.length(0);
  });
});

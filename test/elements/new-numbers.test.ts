import { expect } from '@open-wc/testing';
import { flagsCome } from '../support/flags-come.js';
import { detailRow, mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

const NO = '46700000001';
const OLD = { bNumber: '+46701740567' };
const NEW = { bNumber: '+46709999999' };
const LATER = { startTime: '2026-03-09T21:14:00' };
const FEBRUARY = { startTime: '2026-02-08T21:14:00' };

const marksOf = (rig: UsageRig): string[] =>
  rig.all('.row .marks').map((cell) => cell.textContent ?? '');

async function flagged(rig: UsageRig): Promise<void> {
  await flagsCome(rig.element);
  await rig.rest();
}

/** The subscription on an invoice of February, its records there. */
async function onInvoice(): Promise<UsageRig> {
  const rig = await mountUsage({
    'customer-no': 'C1',
    'invoice-no': '900122',
    'subscription-no': NO,
    view: 'billed',
  });
  await rig.summary(NO, summaryRow('1.00'));
  await rig.details(NO, detailRow('r1', '1.00', { ...OLD, ...FEBRUARY }));
  return rig;
}

describe('numbers that are new', () => {
  it('are flagged against an invoice that was looked at, and nothing is fetched for it', async () => {
    const rig = await onInvoice();
    rig.element.view = 'unbilled';
    await rig.rest();
    await rig.summary(NO, summaryRow('2.00'));
    await rig.details(
      NO,
      detailRow('r2', '1.00', { ...OLD, ...LATER }),
      detailRow('r3', '1.00', NEW),
    );
    const asked = rig.server.requests.length;
    await flagged(rig);
    expect(marksOf(rig).filter(Boolean)).to.deep.equal(['New number']);
    const cell = rig.all('.row .marks').find(({ textContent }) => textContent);
    expect(cell?.ariaLabel).to.equal('New number: not in the earlier usage fetched');
    expect(rig.server.requests.length).to.equal(asked);
  });

  it('are no longer new, nor old, for another customer', async () => {
    const rig = await onInvoice();
    rig.element.setAttribute('customer-no', 'C2');
    rig.element.view = 'unbilled';
    await rig.rest();
    await rig.summary(NO, summaryRow('2.00'));
    await rig.details(NO, detailRow('r3', '1.00', NEW));
    await flagged(rig);
    expect(marksOf(rig).filter(Boolean)).to.deep.equal([]);
  });
});

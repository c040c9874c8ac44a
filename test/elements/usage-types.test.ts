import { expect } from '@open-wc/testing';
import { detailRow, mountUsage, summaryRow } from '../support/usage-rig.js';

const NO = '46700000001';
const UNKNOWN = { typeOfCall: 'VX7', description: 'Switchboard' };

/** What the page's developer is told while `act` runs. */
async function warningsOf(act: () => Promise<void>): Promise<string[]> {
  const { warn } = console;
  const texts: string[] = [];
  console.warn = (...parts: unknown[]) => void texts.push(parts.join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return texts.filter((text) => text.includes('usage type'));
}

describe('71: a usage type that nobody knows', () => {
  // First in this file: a page is warned once.
  it('is told to the page once, without its code', async () => {
    const texts = await warningsOf(async () => {
      const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
      await rig.summary(NO, summaryRow('1.00', UNKNOWN), summaryRow('2.00', { typeOfCall: 'VX8' }));
      await rig.details(NO, detailRow('r1', '3.00', UNKNOWN));
    });
    expect(texts).to.have.length(1);
    expect(texts.join()).not.to.contain('VX').and.not.to.contain('Switchboard');
  });

  it('shows as "Other" with its raw code, beside what the service calls it, and counts', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    await rig.summary(NO, summaryRow('12.00', UNKNOWN), summaryRow('0.34'));
    expect(rig.find('[part=types]')?.textContent).to.contain('Other (VX7) – Switchboard');
    expect(rig.find('[part=total]')?.textContent).to.contain('12.34');
  });

  it('does not take its record off the list', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    await rig.details(NO, detailRow('r1', '3.21', UNKNOWN));
    expect(rig.find('payex-usage-records')?.shadowRoot?.textContent)
      .to.contain('3.21')
      .and.to.contain('Other (VX7)');
  });

  it('has the words of a host that knows it', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1' }, (element) => {
      element.usageTypes = { VX7: { label: 'PBX', kind: 'call' } };
    });
    await rig.list(NO);
    await rig.summary(NO, summaryRow('12.00', UNKNOWN));
    expect(rig.find('[part=types]')?.textContent).to.contain('PBX').and.not.to.contain('VX7');
  });
});

import { expect } from '@open-wc/testing';
import { mountUsage, summaryRow } from '../support/usage-rig.js';

const NO = '46700000001';

describe('flags of a subscription', () => {
  it('have the shapes and words that its records have, the weightiest first', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    await rig.summary(
      NO,
      summaryRow('-5.00', { typeOfCall: 'SMS' }),
      summaryRow('40.00', { typeOfCall: 'ROAMING' }),
      summaryRow('90.00', { typeOfCall: 'PREMIUM' }),
      summaryRow('1.00'),
    );
    const told = rig
      .all('.marks .flag')
      // What follows the colon is for the ear.
      .map(({ textContent }) => textContent.replace(/\s+/g, ' ').replace(/:.*/, '').trim());
    expect(told).to.deep.equal(['▲ Premium-rate number', '○ Roaming', '○ Credit']);
  });
});

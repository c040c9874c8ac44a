import { expect } from '@open-wc/testing';
import { detailRow, summaryRow } from '../support/usage-rig.js';
import { A, BILLED, collected, goTo, stateOf } from '../support/basket-rig.js';

describe('an answer that is about a stranger', () => {
  it('takes what was collected with it, from the page and from what the host may keep', async () => {
    const rig = await collected();
    await goTo(rig, { ...BILLED, subscriptionNo: A });
    await rig.summary(A, summaryRow('1.00'));
    await rig.details(A, detailRow('r1', '1.00', { subscriptionNumber: '46799999999' }));
    expect(rig.heard('payexerror').at(-1)?.detail['code']).to.equal('foreign');
    expect(rig.markup).not.to.contain('100.10').and.not.to.contain('12.34');
    expect(stateOf(rig)).to.be.empty;
  });
});

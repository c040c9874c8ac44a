import { expect } from '@open-wc/testing';
import { NO, onSubscription, row } from '../support/subscription-rig.js';

describe('the pictures of a subscription in a side bar', () => {
  it('have tables that leave the records near, and no day on two lines', async () => {
    const days = Array.from({ length: 28 }, (_, i) =>
      row(`d${i}`, `2026-03-${String(i + 1).padStart(2, '0')}T09:10:00`, {
        typeOfCall: 'ROAM_DATA',
      }),
    );
    const rig = await onSubscription(...days);
    rig.element.style.width = '320px';
    await rig.rest();
    const [byDay] = rig.all('.days details');
    expect(byDay!.offsetHeight).to.be.below(400);
    const [first] = byDay!.querySelectorAll('th');
    const day = document.createRange();
    day.selectNodeContents(first!);
    expect(day.getBoundingClientRect().height).to.be.below(30);
  });

  it('have amounts that can be read, in whatever words', async () => {
    const rig = await onSubscription(row('a', '2026-03-22T09:10:00', { typeOfCall: 'PREMIUM' }));
    rig.element.style.width = '302px';
    rig.element.locale = 'da';
    await rig.rest();
    rig.all('.next button').at(-1)?.click();
    await rig.details(NO, row('b', '2026-04-28T21:14:00', { typeOfCall: 'PREMIUM' }));
    const { scrollWidth, clientWidth } = rig.find('.summary')!;
    expect(scrollWidth).to.equal(clientWidth);
    const [byDay] = rig.all('.days details');
    expect(byDay!.scrollWidth).to.equal(byDay!.clientWidth);
  });
});

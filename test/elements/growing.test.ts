import { expect } from '@open-wc/testing';
import type { PayexUsageRecords } from '../../src/elements/payex-usage-records.js';
import { detailRow, mountUsage, type UsageRig } from '../support/usage-rig.js';
import { until } from '../support/until.js';

const NO = '46700000001';
const ROWS = Array.from({ length: 3000 }, (_, index) => detailRow(`r${index}`, '12.34'));
const TEXTS = ROWS.map((row) => JSON.stringify(row));
const status = (rig: UsageRig): string => rig.find('[part=status]')?.textContent ?? '';
/** Of a subscription whose records are still on their way. */
const isGrowing = (rig: UsageRig): boolean => /\d records[^]*so far/.test(status(rig));

describe('an answer that is still on its way', () => {
  it('shows its rows, says that they are not all, and takes the end as the last word', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    const body = await (await rig.server.next('usage-details')).stream();
    await body.push(`{"items":[${TEXTS.slice(0, 2000).join()}`);
    await until(() => isGrowing(rig), 'some records are shown');
    await body.push(`,${TEXTS.slice(2000).join()}],"navigation":{}}`);
    await body.close();
    await until(() => !isGrowing(rig), 'the end has come');
    expect(status(rig)).to.contain('3,000 records').and.not.to.contain('so far');
  });

  it('shows the first rows without waiting for more of them, or for a timer', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    const body = await (await rig.server.next('usage-details')).stream();
    await body.push(`{"items":[${TEXTS.slice(0, 20).join()}`);
    await rig.element.updateComplete;
    await rig.find<PayexUsageRecords>('payex-usage-records')?.updateComplete;
    expect(status(rig)).to.contain('20 records').and.to.contain('so far');
    await body.close();
  });

  it('85: rows of another subscription behind them take everything away', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    const body = await (await rig.server.next('usage-details')).stream();
    await body.push(`{"items":[${TEXTS.join()}`);
    await until(() => isGrowing(rig), 'some records are shown');
    await body.push(
      `,${JSON.stringify(detailRow('x', '1.00', { subscriptionNo: '46709999999' }))}],"navigation":{}}`,
    );
    await body.close();
    await until(() => rig.heard('payexerror').length > 0, 'the stranger is found');
    await rig.rest();
    expect(rig.markup).not.to.contain('12.34');
    expect(rig.heard('payexerror').at(-1)?.detail['code']).to.equal('foreign');
  });

  it('another customer takes away what was not confirmed', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    const body = await (await rig.server.next('usage-details')).stream();
    await body.push(`{"items":[${TEXTS.join()}`);
    await until(() => isGrowing(rig), 'some records are shown');
    rig.element.customerNo = 'C2';
    await rig.rest();
    expect(rig.markup).not.to.contain('12.34');
  });
});

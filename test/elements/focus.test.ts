import { expect } from '@open-wc/testing';
import { mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

const NO = '46700000001';

const focused = (rig: UsageRig): Element | null => rig.element.shadowRoot!.activeElement;

/** A press as a keyboard makes it: on what has the focus. */
async function press(rig: UsageRig, name: string): Promise<void> {
  const button = rig.button(name);
  button.focus();
  button.click();
  await rig.rest();
}

describe('the focus is never lost', () => {
  it('when "Try again" goes away with the failure it stood in', async () => {
    const rig = await mountUsage();
    await (await rig.server.next()).problem(403, 'x');
    await rig.rest();
    await press(rig, 'Try again');
    expect(focused(rig)).not.to.equal(null);
    await rig.list(NO);
    expect(focused(rig)).not.to.equal(null);
  });

  it('when "Try again" goes away with the banner it stood in', async () => {
    const rig = await mountUsage();
    await rig.list(NO);
    await rig.summary(NO, summaryRow('1.00'));
    rig.element.reload();
    await rig.rest();
    await (await rig.server.next('/subscriptions')).problem(501, 'x');
    await rig.rest();
    await press(rig, 'Try again');
    await rig.list(NO);
    await rig.summary(NO, summaryRow('1.00'));
    expect(rig.find('[part=banner]')).to.equal(null);
    expect(focused(rig)).not.to.equal(null);
  });

  it('when a row\'s own "Try again" goes away: it stays on the row', async () => {
    const rig = await mountUsage();
    await rig.list(NO, '46700000002');
    await (await rig.server.next(`${NO}/usage-summaries`)).problem(501, 'x');
    await rig.summary('46700000002', summaryRow('5.00'));
    await press(rig, 'Try again');
    expect(focused(rig)?.textContent).to.contain(NO);
  });

  it('when "Load all" goes away because everything is being fetched', async () => {
    const many = Array.from({ length: 40 }, (_, index) => String(46_700_000_000 + index));
    const rig = await mountUsage();
    rig.element.style.display = 'none';
    await rig.list(...many);
    rig.element.style.display = '';
    await press(rig, 'Load all');
    expect(focused(rig)).not.to.equal(null);
  });

  it('when the field for an invoice number goes away with the number it took', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', view: 'billed', 'invoice-nos': '2 1' });
    const select = rig.find<HTMLSelectElement>('.chooser select')!;
    select.value = '';
    select.dispatchEvent(new Event('change'));
    await rig.rest();
    const input = rig.find<HTMLInputElement>('.chooser input')!;
    input.focus();
    input.value = '1';
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await rig.rest();
    expect(focused(rig)?.localName).to.equal('select');
  });

  it('on the way back to a list that has not been fetched yet', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    await rig.rest();
    await press(rig, 'Back');
    expect(focused(rig)).not.to.equal(null);
    await rig.list(NO);
    expect(focused(rig)).not.to.equal(null);
  });
});

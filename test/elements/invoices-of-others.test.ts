import { expect } from '@open-wc/testing';
import { mountUsage, type UsageRig } from '../support/usage-rig.js';

/** Customer A on the billed side, with invoices of A's. */
async function withInvoicesOfA(): Promise<UsageRig> {
  const rig = await mountUsage({
    'customer-no': 'A',
    view: 'billed',
    'invoice-no': '101',
    'invoice-nos': '102',
  });
  rig.element.invoices = [{ invoiceNo: '103' }];
  await rig.rest();
  return rig;
}

const offered = (rig: UsageRig): (string | undefined)[] =>
  rig
    .all<HTMLOptionElement>('.chooser option')
    .map(({ value }) => value)
    .filter(Boolean)
    .sort();

const asked = (rig: UsageRig): string => rig.server.requests.map(({ url }) => url).join();

describe("another customer's invoices are never offered", () => {
  it('a change of the customer alone leaves none of them, and fetches none', async () => {
    const rig = await withInvoicesOfA();
    expect(offered(rig)).to.deep.equal(['101', '102', '103']);
    const before = rig.server.count;
    rig.element.customerNo = 'B';
    await rig.rest();
    expect(offered(rig)).to.deep.equal([]);
    expect(rig.server.count).to.equal(before);
    expect(rig.element.viewState).to.deep.equal({ view: 'billed' });
  });

  it('what comes in the same update is the new customer’s, whichever is set first', async () => {
    for (const names of [
      ['customerNo', 'invoiceNo', 'invoiceNos'],
      ['invoiceNos', 'invoiceNo', 'customerNo'],
    ]) {
      const rig = await withInvoicesOfA();
      const next = { customerNo: 'B', invoiceNo: '201', invoiceNos: '202' };
      for (const [name, value] of Object.entries(next).sort(
        ([a], [b]) => names.indexOf(a) - names.indexOf(b),
      )) {
        Object.assign(rig.element, { [name]: value });
      }
      await rig.rest();
      // `invoices` was not set again: it is still A's.
      expect(offered(rig)).to.deep.equal(['201', '202']);
      expect(asked(rig)).to.contain('/invoices/201/');
    }
  });

  it('one that was to be compared with is not, and is not asked for', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'compare-with': '900122' });
    Object.assign(rig.element, { customerNo: 'C2', invoiceNos: '900200', view: 'compare' });
    await rig.rest();
    expect(rig.server.requests.map(({ url }) => url).join()).not.to.contain('900122');
    expect(rig.text).not.to.contain('900122');
    rig.element.compareWith = '900199';
    await rig.rest();
    expect(rig.server.open.map(({ url }) => url).join()).to.contain('900199');
  });

  it('what comes after the new customer is offered', async () => {
    const rig = await withInvoicesOfA();
    rig.element.customerNo = 'B';
    await rig.rest();
    rig.element.invoiceNos = '202';
    await rig.rest();
    expect(offered(rig)).to.deep.equal(['202']);
  });

  it('the same list in a new array, as frameworks write it, is still the old customer’s', async () => {
    const rig = await withInvoicesOfA();
    rig.element.customerNo = 'B';
    rig.element.invoices = [{ invoiceNo: '103' }];
    await rig.rest();
    expect(offered(rig)).to.deep.equal([]);
  });

  it('a break without a customer does not hand them over', async () => {
    const rig = await withInvoicesOfA();
    rig.element.customerNo = '';
    await rig.rest();
    expect(offered(rig)).to.deep.equal([]);
    rig.element.customerNo = 'B';
    await rig.rest();
    expect(offered(rig)).to.deep.equal([]);
  });

  it('a list that arrives late, while nobody is chosen, is not the next customer’s', async () => {
    const rig = await withInvoicesOfA();
    rig.element.customerNo = '';
    await rig.rest();
    rig.element.invoiceNos = '104';
    await rig.rest();
    rig.element.customerNo = 'B';
    await rig.rest();
    expect(offered(rig)).to.deep.equal([]);
  });

  it('what comes outside the page is that of the customer there, not of the next', async () => {
    const rig = await withInvoicesOfA();
    const parent = rig.element.parentElement!;
    rig.element.remove();
    rig.element.invoiceNos = '104';
    await rig.rest();
    rig.element.customerNo = 'B';
    await rig.rest();
    parent.append(rig.element);
    await rig.rest();
    expect(offered(rig)).to.deep.equal([]);
  });

  it('they are there again when their customer is', async () => {
    const rig = await withInvoicesOfA();
    rig.element.customerNo = 'B';
    await rig.rest();
    rig.element.customerNo = 'A';
    await rig.rest();
    expect(offered(rig)).to.deep.equal(['101', '102', '103']);
  });

  it('invoices set before the first customer are that customer’s', async () => {
    const rig = await mountUsage({ view: 'billed', 'invoice-nos': '101 102' });
    expect(offered(rig)).to.deep.equal(['101', '102']);
    rig.element.customerNo = 'A';
    await rig.rest();
    expect(offered(rig)).to.deep.equal(['101', '102']);
  });
});

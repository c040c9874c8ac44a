import { expect } from '@open-wc/testing';
import type { InvoiceInfo } from '../../src/controllers/defaults.js';
import { mountUsage, type UsageRig } from '../support/usage-rig.js';

interface Question {
  readonly customerNo: string;
  readonly signal: AbortSignal;
  answer(invoices: unknown): void;
  fail(): void;
}

/** On the billed side, with a source whose answers the test holds in its hands. */
async function asking(): Promise<[rig: UsageRig, questions: Question[]]> {
  const questions: Question[] = [];
  const rig = await mountUsage({ 'customer-no': 'A', view: 'billed' }, (element) => {
    element.invoiceSource = ({ customerNo, signal }) =>
      new Promise((resolve, reject) => {
        questions.push({
          customerNo,
          signal,
          answer: (invoices) => resolve(invoices as InvoiceInfo[]),
          fail: () => reject(new Error('secret')),
        });
      });
  });
  return [rig, questions];
}

const offered = (rig: UsageRig): string[] =>
  rig
    .all<HTMLOptionElement>('.chooser option')
    .map(({ value }) => value)
    .filter(Boolean);

describe('a host that is asked for the invoices', () => {
  it('is not heard once the customer is another one', async () => {
    const [rig, questions] = await asking();
    rig.element.customerNo = 'B';
    await rig.rest();
    expect(questions.map(({ customerNo }) => customerNo)).to.deep.equal(['A', 'B']);
    expect(questions[0]?.signal.aborted).to.equal(true);
    questions[1]?.answer([{ invoiceNo: '201' }]);
    await rig.rest();
    questions[0]?.answer([{ invoiceNo: '101' }]);
    await rig.rest();
    expect(offered(rig)).to.deep.equal(['201']);
  });

  it('leaves what is offered while it is asked once more, and when it fails then', async () => {
    const [rig, questions] = await asking();
    questions[0]?.answer([{ invoiceNo: '101' }, { no: 'invoice' }, null]);
    await rig.rest();
    expect(offered(rig)).to.deep.equal(['101']);
    rig.element.reload();
    await rig.rest();
    expect(offered(rig)).to.deep.equal(['101']);
    questions[1]?.fail();
    await rig.rest();
    expect(offered(rig)).to.deep.equal(['101']);
    expect(rig.heard('payexerror').map(({ detail }) => detail['code'])).to.deep.equal(['adapter']);
    expect(rig.markup).not.to.contain('secret');
  });

  it('may answer with bare numbers, as `invoices` may hold them', async () => {
    const [rig, questions] = await asking();
    questions[0]?.answer(['101', ' 102 ']);
    await rig.rest();
    expect(offered(rig)).to.deep.equal(['101', '102']);
  });

  it('has each named by what is known of it: number, date and amount, or as an invoice', async () => {
    const [rig, questions] = await asking();
    const dated = { invoiceNo: '102', invoiceDate: '2026-03-31', amount: '1.50', currency: 'SEK' };
    questions[0]?.answer([{ invoiceNo: '101' }, dated]);
    await rig.rest();
    const names = rig.all('.chooser option').map(({ textContent }) => textContent);
    expect(names.slice(0, 2)).to.deep.equal(['Invoice 101', '102 · 31 Mar 2026 · SEK\u00a01.50']);
  });

  it('may answer what is no list: that is a failure, not an exception', async () => {
    const [rig, questions] = await asking();
    questions[0]?.answer({ invoiceNo: '101' });
    await rig.rest();
    expect(offered(rig)).to.deep.equal([]);
    expect(rig.heard('payexerror').map(({ detail }) => detail['code'])).to.deep.equal(['adapter']);
  });

  it('is asked anew when it is another one, and the older one is not heard', async () => {
    const [rig, questions] = await asking();
    rig.element.invoiceSource = () => Promise.resolve([{ invoiceNo: '102' }]);
    await rig.rest();
    questions[0]?.answer([{ invoiceNo: '101' }]);
    await rig.rest();
    expect(questions[0]?.signal.aborted).to.equal(true);
    expect(offered(rig)).to.deep.equal(['102']);
  });

  it('is not asked outside the page, and not when the agent goes on elsewhere after all was forgotten', async () => {
    const [rig, questions] = await asking();
    rig.element.clear();
    await rig.rest();
    expect(questions[0]?.signal.aborted).to.equal(true);
    rig.button('Not yet billed').click();
    await rig.rest();
    expect(questions).to.have.length(1);
    rig.button('Billed').click();
    await rig.rest();
    expect(questions).to.have.length(2);
    rig.element.remove();
    await Promise.resolve();
    expect(questions[1]?.signal.aborted).to.equal(true);
  });
});

import { expect } from '@open-wc/testing';
import { detailRow, mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

const NOS = ['46700000001', '46700000002'] as const;
const [ONE, TWO] = NOS;

const onInvoice = (amount: unknown = '125.00', width = '600px'): Promise<UsageRig> =>
  mountUsage({ 'customer-no': 'C1', 'invoice-no': '900123', view: 'billed' }, (element) => {
    element.style.width = width;
    element.invoices = [{ invoiceNo: '900123', amount: amount as string, currency: 'SEK' }];
  });

/** Readable text, with plain blanks. */
const said = ({ text }: UsageRig): string => text.replaceAll('\u00a0', ' ').replaceAll(' :', ':');

describe('what does not add up', () => {
  it('on a subscription is named, with both figures (fault 77)', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': ONE });
    await rig.summary(ONE, summaryRow('10.00'));
    await rig.details(ONE, detailRow('r1', '9.50'));
    expect(said(rig)).to.contain('Usage records: SEK 9.50 = SEK 10.00 − SEK 0.50 (Not itemised)');
  });

  it('because rounding leaves it is told and is no failure', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': ONE });
    await rig.summary(ONE, summaryRow('10.00'));
    await rig.details(ONE, detailRow('r1', '9.995'));
    expect(said(rig)).to.contain('(Rounding)');
    expect(rig.find('.sums .warning:not(:empty)')?.textContent.trim() ?? '').to.equal('');
    expect(rig.heard('payexerror')).to.deep.equal([]);
  });

  it('because something is missing is told and is no failure of its own', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': ONE });
    await rig.summary(ONE, summaryRow('10.00'));
    await rig.details(ONE, detailRow('r1', '9.50'), detailRow('r2', null));
    expect(said(rig)).to.contain('(Incomplete)');
    const codes = rig.heard('payexerror').map(({ detail }) => detail['code']);
    expect(codes).not.to.contain('mismatch');
  });

  it('between an invoice and its usage is told with the last total, and moves nothing', async () => {
    for (const width of ['320px', '640px', '1100px']) {
      const rig = await onInvoice('425.00', width);
      await rig.list(...NOS);
      await rig.summary(ONE, summaryRow('60.00'));
      expect(said(rig)).to.match(/Invoice 900123: SEK\s425\.00 All/);
      const top = (): number[] =>
        rig.all('.types, tr[data-no]').map((part) => part.getBoundingClientRect().top);
      const before = top();
      await rig.summary(TWO, summaryRow('40.00'));
      expect(said(rig)).to.contain(
        'Invoice 900123: SEK 425.00 = SEK 100.00 + SEK 325.00 (VAT, Not itemised)',
      );
      expect(top()).to.deep.equal(before);
    }
  });

  it('nor the period, nor a type with a long name, moves what is below it in a narrow place', async () => {
    const PERIOD = { startPeriod: '2026-03-01', endPeriod: '2026-03-28' };
    for (const locale of ['sv', 'nb', 'da', 'fi', 'en']) {
      const rig = await onInvoice('2243.89', '286px');
      rig.element.locale = locale;
      await rig.list(...NOS);
      const top = (): number[] =>
        rig.all('.types, [part=subscriptions]').map((part) => part.getBoundingClientRect().top);
      const before = top();
      await rig.summary(ONE, summaryRow('1056.26', { typeOfCall: 'PREMIUM', ...PERIOD }));
      await rig.summary(TWO, summaryRow('141.25', { typeOfCall: 'ROAMING', ...PERIOD }));
      expect(said(rig), locale).to.contain('2026');
      expect(said(rig), locale).to.match(/046[.,]38/);
      expect(top(), locale).to.deep.equal(before);
      rig.element.remove();
    }
  });

  it('between an invoice and its usage is not hidden because a total has failed', async () => {
    const rig = await onInvoice('425.00');
    await rig.list(...NOS);
    await rig.summary(ONE, summaryRow('60.00'));
    await (await rig.server.next(`${TWO}/usage-summaries`)).problem(403, 'x');
    await rig.rest();
    expect(said(rig)).to.contain(
      'Invoice 900123: SEK 425.00 = SEK 60.00 + SEK 365.00 (Incomplete)',
    );
  });

  it('is nothing where all figures agree', async () => {
    const rig = await onInvoice('10.00');
    await rig.list(ONE);
    await rig.summary(ONE, { typeOfCall: 'VOICE', amountInclVat: '10.00', currency: 'SEK' });
    expect(said(rig)).to.match(/Invoice 900123: SEK\s10\.00 All/);
  });

  it('where the host gave no amount that can be read is not guessed', async () => {
    for (const amount of [null, 'much', NaN]) {
      const rig = await onInvoice(amount);
      await rig.list(ONE);
      await rig.summary(ONE, summaryRow('10.00'));
      expect(said(rig)).not.to.contain('Invoice 900123:');
    }
  });

  it('is nothing where the host writes the currency in its own way, or says none', async () => {
    for (const currency of ['sek', ' SEK ', '', null, undefined]) {
      const rig = await onInvoice();
      Object.assign(rig.element, {
        invoices: [{ invoiceNo: '900123', amount: '10.00', currency }],
      });
      await rig.list(ONE);
      await rig.summary(ONE, { typeOfCall: 'VOICE', amountInclVat: '10.00', currency: 'SEK' });
      expect(said(rig), String(currency)).to.match(/Invoice 900123: SEK\s10\.00 All/);
    }
  });

  it('in a currency that is no text is told all the same', async () => {
    const rig = await onInvoice();
    Object.assign(rig.element, { invoices: [{ invoiceNo: '900123', amount: '9', currency: 5 }] });
    await rig.list(ONE);
    await rig.summary(ONE, summaryRow('10.00'));
    expect(said(rig)).to.contain('Invoice 900123: 9.00 5 = ');
  });

  it('between gathered records and the totals is told on the way back', async () => {
    const rig = await onInvoice();
    await rig.list(ONE);
    await rig.summary(ONE, summaryRow('100.00'));
    rig.button('All records').click();
    await rig.rest();
    await rig.details(ONE, detailRow('r1', '99.00'));
    rig.button('Back').click();
    await rig.rest();
    expect(said(rig)).to.contain('Usage records: SEK 99.00 = SEK 100.00 − SEK 1.00 (Not itemised)');
  });

  it('is not told of another customer', async () => {
    const rig = await onInvoice();
    await rig.list(ONE);
    await rig.summary(ONE, summaryRow('100.00'));
    rig.element.customerNo = 'C2';
    await rig.rest();
    expect(said(rig)).not.to.contain('125.00');
  });
});

import { expect } from '@open-wc/testing';
import {
  ask,
  CALL,
  field,
  hits,
  INVOICE,
  mountFind,
  NO,
  OTHER,
  searchInvoice,
  UNBILLED,
} from '../support/find-rig.js';
import { detailRow } from '../support/usage-rig.js';

describe('a search under way', () => {
  it('a newer question cancels only what it does not need, and fetches nothing twice', async () => {
    const rig = await mountFind();
    await ask(rig, '14 march');
    await rig.listOf(UNBILLED, NO, OTHER);
    await rig.details(NO, detailRow('a', '48.00', CALL), detailRow('b', '35.65', CALL));
    const before = rig.server.count;
    const request = await rig.server.next('usage-details');
    await ask(rig, '35.65');
    expect(rig.text).to.contain('1 record so far');
    expect(request.isOpen).to.equal(true);
    await rig.details(OTHER, detailRow('c', '35.65', CALL));
    expect(hits(rig)).to.have.length(2);
    // The list of the invoice.
    expect(rig.server.count).to.equal(before + 1);
  });

  it('ends when the agent leaves, and goes on where it was', async () => {
    const rig = await mountFind();
    await ask(rig, '14 march');
    await rig.listOf(UNBILLED, NO);
    const request = await rig.server.next('usage-details');
    rig.button('Billed').click();
    await rig.rest();
    expect(request.aborted).to.equal(true);
    rig.button('Find').click();
    await rig.rest();
    await rig.details(NO, detailRow('a', '48.00', CALL));
    expect(hits(rig)).to.have.length(1);
  });

  it('leaves the hits where they are while more is searched, where there is little room', async () => {
    const rig = await mountFind();
    (rig.element.parentElement as HTMLElement).style.inlineSize = '320px';
    rig.element.invoiceNos = '900123 900122 900121 900120';
    await ask(rig, '14 march');
    await rig.listOf(UNBILLED, NO);
    await rig.details(NO, detailRow('a', '48.00', CALL));
    const top = (): number => rig.find('[part="hits"]')!.getBoundingClientRect().top;
    const before = top();
    expect(rig.text).to.contain('Searched: 1 / 5');
    await rig.listOf(INVOICE, NO);
    await rig.details(NO, detailRow('b', '49.00', CALL));
    expect(rig.text).to.contain('Searched: 2 / 5');
    expect(top()).to.equal(before);
  });

  it('ends with an empty question', async () => {
    const rig = await mountFind();
    await ask(rig, '14 march');
    await rig.listOf(UNBILLED, NO);
    await ask(rig, '');
    expect(rig.server.open).to.deep.equal([]);
    expect(hits(rig)).to.deep.equal([]);
    expect(rig.text).not.to.contain('Searched');
  });

  it('says what could not be searched, searches the rest, and tries again when asked to', async () => {
    const rig = await mountFind();
    await ask(rig, '14 march');
    await (await rig.server.next(`${UNBILLED}/subscriptions`)).status(501);
    await rig.rest();
    await rig.listOf(INVOICE, NO, OTHER);
    await rig.details(NO, detailRow('a', '48.00', CALL));
    await (await rig.server.next('usage-details')).status(501);
    await rig.rest();
    expect(hits(rig)).to.have.length(1);
    expect(rig.all('.warning').map(({ textContent }) => textContent)).to.deep.equal([
      'Not yet billed: The service is not available. Try again later.',
      'Invoice 900123: The service is not available. Try again later.',
      'Invoice 900123: Incomplete: Answer missing (1)',
    ]);
    expect(rig.text).to.contain('Searched: 0 / 2 Not yet billed');
    expect(rig.heard('payexerror').map(({ detail }) => detail['invoiceNo'])).to.deep.equal([
      undefined,
      '900123',
    ]);
    const told = rig.heard('payexload').length;
    rig.button('Try again').click();
    await rig.rest();
    await rig.listOf(UNBILLED);
    await rig.details(OTHER, detailRow('b', '49.00', CALL));
    expect(rig.all('.warning')).to.deep.equal([]);
    expect(hits(rig)).to.have.length(2);
    expect(rig.heard('payexload')).to.have.length(told + 1);
    expect(rig.heard('payexload').at(-1)?.detail).to.include({ records: 2, complete: true });
  });

  it('tells the host once that it is over, and whether it could search everything', async () => {
    const rig = await mountFind();
    await ask(rig, '14 march');
    await rig.listOf(UNBILLED);
    await rig.listOf(INVOICE, NO, OTHER);
    await rig.details(NO, detailRow('a', '48.00', CALL));
    expect(rig.heard('payexload')).to.deep.equal([]);
    await (await rig.server.next('usage-details')).status(501);
    await rig.rest();
    expect(rig.heard('payexload').map(({ detail }) => detail)).to.deep.equal([
      { view: 'find', customerNo: 'C1', subscriptions: 0, records: 1, complete: false },
    ]);
    await ask(rig, 'norge');
    await rig.details(OTHER, detailRow('b', '49.00', CALL));
    expect(rig.heard('payexload').at(-1)?.detail).to.include({ records: 2, complete: true });
  });

  it('says that rows could not be read where nothing was found in the others', async () => {
    const rig = await mountFind();
    await ask(rig, 'norge');
    await searchInvoice(rig, detailRow('a', '48.00'), { nonsense: true });
    expect(rig.text).to.contain('No usage found.').and.to.contain('Invoice 900123: Incomplete');
    expect(rig.heard('payexload').at(-1)?.detail).to.include({ records: 0, complete: false });
  });

  it('asks no more subscriptions of an invoice that is refused', async () => {
    const rig = await mountFind();
    const nos = Array.from({ length: 12 }, (_, index) => String(46_700_000_000 + index));
    await ask(rig, 'norge');
    await rig.listOf(UNBILLED);
    await rig.listOf(INVOICE, ...nos);
    await (await rig.server.next('usage-details')).problem(403, 'forbidden');
    await rig.rest();
    expect(rig.server.open).to.deep.equal([]);
    expect(rig.text).to.contain('Invoice 900123: You do not have permission.');
    expect(rig.text).to.contain('Answer missing (12)');
  });

  it('another customer finds neither the question nor a late answer of the one before', async () => {
    const rig = await mountFind();
    await ask(rig, '14 march');
    await rig.listOf(UNBILLED, NO, OTHER);
    await rig.details(NO, detailRow('a', '48.00', CALL));
    const late = await rig.server.next('usage-details');
    rig.element.customerNo = 'C2';
    await rig.rest();
    expect(late.aborted).to.equal(true);
    await late.json({ items: [detailRow('b', '49.00', CALL)], navigation: {} });
    await rig.rest();
    expect(field(rig).value).to.equal('');
    expect(hits(rig)).to.deep.equal([]);
    expect(rig.element.viewState).to.deep.equal({ view: 'find' });
    expect(rig.server.open).to.deep.equal([]);
  });

  it('a stranger’s row takes everything off the screen', async () => {
    const rig = await mountFind();
    await ask(rig, '14 march');
    await rig.listOf(UNBILLED, NO, OTHER);
    await rig.details(NO, detailRow('a', '48.00', CALL));
    await rig.details(OTHER, detailRow('b', '66.66', { ...CALL, customerNo: 'X9' }));
    expect(hits(rig)).to.deep.equal([]);
    expect(rig.text).to.contain('The answer could not be used.');
  });

  it('lists two hundred hits, counts the others, and stops', async () => {
    const rig = await mountFind();
    const rows = Array.from({ length: 230 }, (_, i) => detailRow(`r${i}`, '48.00', CALL));
    await ask(rig, '14 march');
    await rig.listOf(UNBILLED, NO);
    await rig.details(NO, ...rows);
    expect(hits(rig)).to.have.length(200);
    const said = rig.find('.gathering')?.textContent;
    expect(said).to.contain('200 / 230 records. Narrow your selection.');
    expect(said).to.contain('Searched: 1 / 2');
    expect(rig.server.open).to.deep.equal([]);
  });

  it('is not over, and has found nothing, while the host’s source may still name invoices', async () => {
    let give: (invoices: { invoiceNo: string }[]) => void = () => undefined;
    const rig = await mountFind({ 'invoice-nos': '' }, (element) => {
      element.invoiceSource = () => new Promise((resolve) => (give = resolve));
    });
    await ask(rig, '14 march');
    await rig.listOf(UNBILLED);
    expect(rig.text).to.contain('Loading').and.not.to.contain('No usage found');
    expect(rig.heard('payexload')).to.deep.equal([]);
    give([]);
    await rig.rest();
    expect(rig.text).to.contain('No usage found');
    expect(rig.heard('payexload').map(({ detail }) => detail['complete'])).to.deep.equal([true]);
  });

  it('waits for the invoices that the host’s source knows, and says if it does not', async () => {
    const rig = await mountFind({ 'invoice-nos': '' }, (element) => {
      element.invoiceSource = () => Promise.reject(new Error('secret'));
    });
    await ask(rig, '14 march');
    await rig.listOf(UNBILLED);
    expect(rig.text).to.contain('Billed: This page is not set up correctly.');
    expect(rig.heard('payexload').map(({ detail }) => detail['complete'])).to.deep.equal([false]);
  });
});

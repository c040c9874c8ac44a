import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import {
  ask,
  CALL,
  chips,
  field,
  hits,
  INVOICE,
  mountFind,
  NO,
  searchInvoice,
  UNBILLED,
} from '../support/find-rig.js';
import { detailRow } from '../support/usage-rig.js';

describe('find', () => {
  it('says of each hit where it is billed, the unbilled usage first', async () => {
    const rig = await mountFind();
    await ask(rig, '14 March, 48 kr');
    await rig.listOf(UNBILLED, NO);
    await rig.details(NO, detailRow('a', '48.00', CALL), detailRow('b', '49.00', CALL));
    expect(hits(rig)).to.have.length(1);
    expect(hits(rig)[0]).to.contain('14 Mar 2026 21:14').and.to.contain('Not yet billed');
    await rig.listOf(INVOICE, NO);
    await rig.details(NO, detailRow('c', '-48.50', CALL));
    expect(hits(rig)).to.have.length(2);
    expect(hits(rig)[1]).to.contain('Invoice 900123').and.to.contain('−48.50');
    expect(rig.text)
      .to.contain('2 records')
      .and.to.contain('Searched: 2 · Not yet billed · Invoice');
  });

  it('takes no number called onto the page but by the policy', async () => {
    const rig = await mountFind();
    await ask(rig, '…0567');
    await searchInvoice(rig, detailRow('a', '48.00', CALL));
    expect(hits(rig)[0]).to.contain('+46701740•••');
    expect(rig.markup).not.to.contain('1740567');
  });

  it('finds nothing by a number where numbers are hidden', async () => {
    const rig = await mountFind({ 'number-policy': 'hidden' });
    await ask(rig, '0701740567');
    await searchInvoice(rig, detailRow('a', '48.00', CALL));
    expect(hits(rig)).to.deep.equal([]);
    expect(rig.text).to.contain('No usage found.');
  });

  it('lets customers find only what they see of a number', async () => {
    const rig = await mountFind({ audience: 'customer' });
    await ask(rig, '…567');
    await searchInvoice(rig, detailRow('a', '48.00', CALL));
    expect(hits(rig)).to.deep.equal([]);
  });

  it('by keyboard alone: opened, asked, and a hit opened with its record', async () => {
    const rig = await mountFind({ view: 'unbilled' });
    await rig.list();
    rig.button('Find').click();
    await rig.rest();
    await executeServerCommand('send-keys', { type: '14 march' });
    await executeServerCommand('send-keys', { press: 'Enter' });
    await rig.rest();
    await rig.listOf(INVOICE, NO);
    await rig.details(NO, detailRow('a', '48.00', CALL));
    // Past the one chip.
    await executeServerCommand('send-keys', { press: 'Tab' });
    await executeServerCommand('send-keys', { press: 'Tab' });
    await executeServerCommand('send-keys', { press: 'Enter' });
    await rig.rest();
    expect(rig.element.viewState).to.deep.equal({
      view: 'billed',
      invoiceNo: '900123',
      subscriptionNo: NO,
      records: { ...rig.element.viewState.records, recordId: 'a' },
    });
    // The records are there already.
    expect(rig.find('[part="detail"]')).not.to.equal(null);
    const { detail } = rig.heard('payexselect').at(-1)!;
    expect(detail).to.include({
      level: 'record',
      selected: true,
      customerNo: 'C1',
      invoiceNo: '900123',
      subscriptionNo: NO,
      recordId: 'a',
    });
    expect(detail['record']).to.include({ number: '+46701740•••' });
  });

  it('leads the keyboard to the record of a hit, and back to the hit', async () => {
    const rig = await mountFind();
    await ask(rig, '14 march');
    await searchInvoice(rig, detailRow('a', '48.00', CALL), detailRow('b', '49.00', CALL));
    const second = rig.all('[part="hits"] .open')[1]!;
    second.focus();
    await executeServerCommand('send-keys', { press: 'Enter' });
    await rig.rest();
    const grid = rig.find('payex-usage-records')!.shadowRoot!.activeElement!;
    const active = grid.getRootNode() as ShadowRoot;
    expect(
      active.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent,
    ).to.contain('49.00');
    await executeServerCommand('send-keys', { press: 'b' });
    await rig.rest();
    expect(rig.element.viewState).to.include({ view: 'find', question: '14 march' });
    expect(rig.element.shadowRoot!.activeElement).to.equal(second);
  });

  it('keeps the question and the hits while the agent looks at one', async () => {
    const rig = await mountFind();
    await ask(rig, '14 march');
    await searchInvoice(rig, detailRow('a', '48.00', CALL));
    const before = rig.server.count;
    rig.find('[part="hits"] .open')?.click();
    await rig.rest();
    rig.button('Find').click();
    await rig.rest();
    expect(field(rig).value).to.equal('14 march');
    expect(hits(rig)).to.have.length(1);
    // Only the summary of what was opened.
    expect(rig.server.count).to.equal(before + 1);
  });

  it('a host that writes back what it was told takes no question away', async () => {
    const rig = await mountFind();
    rig.element.addEventListener('payexviewchange', ({ detail }) => {
      rig.element.viewState = detail.viewState as typeof rig.element.viewState;
    });
    await ask(rig, '070-174');
    await searchInvoice(rig, detailRow('a', '48.00', CALL));
    rig.find('[part="hits"] .open')?.click();
    await rig.rest();
    rig.button('Find').click();
    await rig.rest();
    expect(field(rig).value).to.equal('070-174');
  });

  it('a host that keeps the view keeps the hits, and hears of no choice', async () => {
    const rig = await mountFind();
    rig.element.addEventListener('payexnavigate', (event) => event.preventDefault());
    await ask(rig, '14 march');
    await searchInvoice(rig, detailRow('a', '48.00', CALL));
    rig.find('[part="hits"] .open')?.click();
    await rig.rest();
    expect(hits(rig)).to.have.length(1);
    expect(rig.heard('payexselect')).to.deep.equal([]);
  });

  it('a record without an id is shown among those of its day', async () => {
    const rig = await mountFind();
    await ask(rig, '14 march');
    await searchInvoice(rig, { ...detailRow('', '48.00', CALL), id: undefined });
    rig.find('[part="hits"] .open')?.click();
    await rig.rest();
    expect(rig.element.viewState.records?.filter).to.deep.equal({
      fromDay: '2026-03-14',
      toDay: '2026-03-14',
    });
  });
});

describe('a question', () => {
  it('shows how each part was understood, and is corrected by choosing another reading', async () => {
    const rig = await mountFind();
    await ask(rig, '14, …567 Norge');
    expect(chips(rig)).to.deep.equal(['Amount: 13.01–14.99', 'Number or service: …567', '"norge"']);
    const [select] = rig.all<HTMLSelectElement>('.chip select');
    select!.selectedIndex = 2;
    select!.dispatchEvent(new Event('change'));
    await rig.rest();
    expect(field(rig).value).to.equal('…14, …567, Norge');
    expect(chips(rig)[0]).to.equal('Number or service: …14');
    expect((rig.element.shadowRoot as ShadowRoot).activeElement).to.equal(field(rig));
    rig.button('Remove: …567').click();
    await rig.rest();
    expect(field(rig).value).to.equal('…14, Norge');
  });

  it('leaves the element in no event where it may hold a number called', async () => {
    const rig = await mountFind();
    await ask(rig, '14 march 070-174');
    const [told] = rig.heard('payexviewchange').slice(-1);
    expect(told?.detail).to.deep.equal({ viewState: { view: 'find' } });
    expect(rig.element.viewState.question).to.equal('14 march 070-174');
    rig.element.viewState = told?.detail['viewState'] as typeof rig.element.viewState;
    await rig.rest();
    expect(field(rig).value).to.equal('14 march 070-174');
    await ask(rig, '14 march');
    const [next] = rig.heard('payexviewchange').slice(-1);
    expect(next?.detail).to.deep.equal({ viewState: { view: 'find', question: '14 march' } });
  });

  it('is asked by the host, who is not asked back', async () => {
    const rig = await mountFind({ view: 'unbilled' });
    await rig.list();
    rig.element.find('14 march');
    await rig.rest();
    await rig.listOf(INVOICE, NO);
    await rig.details(NO, detailRow('a', '48.00', CALL));
    expect(hits(rig)).to.have.length(1);
    expect(rig.heard('payexnavigate')).to.deep.equal([]);
    rig.element.clear();
    await rig.rest();
    expect(hits(rig)).to.deep.equal([]);
  });

  it('is not asked of an element outside the page', async () => {
    const rig = await mountFind({ view: 'unbilled' });
    const parent = rig.element.parentElement as HTMLElement;
    rig.element.remove();
    rig.element.find('14 march');
    parent.append(rig.element);
    await rig.rest();
    expect(rig.element.viewState).to.deep.equal({ view: 'unbilled' });
  });

  it('is read in the language of the agent', async () => {
    const questions = {
      sv: '14 mars kl 21 48 kr',
      nb: '14. mars kl 21 48 kr',
      da: '14. marts kl. 21 48 kr',
      fi: '14. maaliskuuta klo 21 48 kr',
      en: '14th March at 21 48 kr',
    };
    for (const [locale, question] of Object.entries(questions)) {
      const rig = await mountFind({ locale });
      await ask(rig, question);
      await searchInvoice(
        rig,
        detailRow('a', '48.00', CALL),
        detailRow('b', '48.00', { ...CALL, startTime: '2026-03-14T20:59:00' }),
      );
      expect(hits(rig), locale).to.have.length(1);
    }
  });

  it('has an example in its field that can be read itself', async () => {
    for (const locale of ['sv', 'nb', 'da', 'fi', 'en']) {
      const rig = await mountFind({ locale });
      await ask(rig, field(rig).placeholder);
      expect(chips(rig), locale).to.have.length(3);
    }
  });
});

describe('the look of find', () => {
  it('is accessible, and tells those who listen how many there are', async () => {
    const rig = await mountFind();
    await ask(rig, '14, march, norge');
    await searchInvoice(rig, detailRow('a', '14.00', CALL));
    await expect(rig.element).to.be.accessible();
    const status = rig.all('[role="status"]').map(({ textContent }) => textContent);
    expect(status).to.contain('1 record');
  });

  it('fits a side bar, with nothing to scroll sideways', async () => {
    const rig = await mountFind();
    (rig.element.parentElement as HTMLElement).style.inlineSize = '320px';
    await ask(rig, '14, march, 0939112400012345678901234567890');
    await ask(rig, '14 march, norge');
    await searchInvoice(rig, detailRow('a', '1234567.00', CALL));
    const [row] = rig.all('[part="hits"] .choice');
    expect(row!.scrollWidth).to.be.at.most(row!.clientWidth);
    const section = rig.find('section') as HTMLElement;
    expect(section.scrollWidth).to.be.at.most(section.clientWidth);
  });

  it('says on every list that free numbers are not among the hits', async () => {
    const rig = await mountFind();
    await ask(rig, '14 march');
    await searchInvoice(rig, detailRow('a', '0', { ...CALL, bNumber: '116111' }));
    expect(hits(rig)).to.deep.equal([]);
    expect(rig.text).to.contain('Free and helpline numbers are not listed.');
  });
});

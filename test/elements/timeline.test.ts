import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { lateRoaming } from '../../demo/sandbox/stories/late-roaming.js';
import { ask } from '../support/sandbox-http.js';
import { NO, onSubscription, row, unfold } from '../support/subscription-rig.js';
import { detailRow, mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

const OTHER = '46701740613';

const ROWS = [
  row('a', '2026-03-02T09:10:00'),
  row('b', '2026-03-08T21:14:00'),
  row('c', '2026-03-08T21:50:00'),
  row('d', '2026-03-08T08:00:00', { typeOfCall: 'DATA', volumeCode: 'MB' }),
];

const pictures = (rig: UsageRig): [days: SVGElement, hours: SVGElement] =>
  rig.all<SVGElement>('svg.picture') as [SVGElement, SVGElement];
const press = async (rig: UsageRig, picture: SVGElement, ...keys: string[]): Promise<void> => {
  for (const key of keys) {
    picture.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await rig.rest();
  }
};
const says = (picture: SVGElement): string =>
  (picture.getAttribute('aria-valuetext') ?? '').replaceAll('\u00a0', ' ');
const filter = (rig: UsageRig): unknown => rig.element.viewState.records?.filter;
const tableRows = (rig: UsageRig, place: number): string[] =>
  [...(rig.all('.days table')[place]?.querySelectorAll('tr') ?? [])].map((line) =>
    line.textContent.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim(),
  );
const status = (rig: UsageRig): string => rig.find('[part=status]')?.textContent ?? '';
const asked = (rig: UsageRig): string[] =>
  rig.server.requests.map(({ url }) => url).filter((url) => url.endsWith('usage-details'));

describe('the pictures of a subscription', () => {
  it('have tables that say the same: days and types, and calls by the hour', async () => {
    const rig = await onSubscription(...ROWS);
    expect(tableRows(rig, 0)).to.deep.equal([
      '2 Mar 2026 Call SEK 1.50',
      '8 Mar 2026 Data SEK 1.50',
      '8 Mar 2026 Call SEK 3.00',
    ]);
    expect(tableRows(rig, 1)).to.deep.equal([
      '2 Mar 2026 09:00 1 record',
      '8 Mar 2026 21:00 2 records',
    ]);
  });

  it('have tables that add up to the records, whatever they are', async () => {
    const some = fc.array(
      fc.tuple(fc.nat(20), fc.nat(23), fc.nat(999), fc.constantFrom('VOICE', 'SMS', 'DATA')),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(some, async (list) => {
        const two = (n: number): string => String(n).padStart(2, '0');
        const rig = await onSubscription(
          ...list.map(([day, hour, amount, typeOfCall], n) =>
            detailRow(`r${n}`, (amount / 100).toFixed(2), {
              startTime: `2026-03-${two(day + 1)}T${two(hour)}:05:00`,
              typeOfCall,
              volumeCode: typeOfCall === 'VOICE' ? 'S' : 'E',
            }),
          ),
        );
        const cents = tableRows(rig, 0).map((line) =>
          Number(line.replace(/^.*SEK /, '').replace('.', '')),
        );
        const sum = list.reduce((before, [, , amount]) => before + amount, 0);
        expect(cents.reduce((a, b) => a + b, 0)).to.equal(sum);
        const calls = tableRows(rig, 1).map((line) => Number(/(\d+) records?$/.exec(line)?.[1]));
        expect(calls.reduce((a, b) => a + b, 0)).to.equal(
          list.filter(([, , , type]) => type === 'VOICE').length,
        );
        rig.element.remove();
      }),
      { numRuns: 8 },
    );
  });

  it('say in words what stands out', async () => {
    const rig = await onSubscription(...ROWS);
    const [days, hours] = pictures(rig);
    expect(says(days)).to.equal('Most: 8 Mar 2026: SEK 4.50');
    expect(says(hours)).to.equal('Most: 8 Mar 2026 21:00: 2 records');
    expect(rig.text.replaceAll('\u00a0', ' ')).to.contain('Most: 8 Mar 2026: SEK 4.50');
  });

  it('show how many records there are where none costs anything', async () => {
    const rig = await onSubscription(
      row('a', '2026-03-02T09:10:00', { amountExclVat: '0.00' }),
      row('b', '2026-03-08T21:14:00', { amountExclVat: '0.00' }),
      row('c', '2026-03-08T21:50:00', { amountExclVat: '0.00' }),
    );
    expect(says(pictures(rig)[0])).to.equal('Most: 8 Mar 2026: 2 records');
    expect(rig.find('.picture .call')?.getAttribute('d')).to.match(/v0\.85h/);
  });

  it('filter the records by the day that the keyboard chooses, and by none after Escape', async () => {
    const rig = await onSubscription(...ROWS);
    const [days] = pictures(rig);
    await press(rig, days, 'End');
    expect(filter(rig)).to.deep.equal({ fromDay: '2026-03-08', toDay: '2026-03-08' });
    expect(says(days)).to.equal('8 Mar 2026: SEK 4.50');
    expect(status(rig)).to.contain('3 / 4 records');
    await press(rig, days, 'ArrowLeft');
    expect(says(days)).to.equal('2 Mar 2026: SEK 1.50');
    await press(rig, days, 'Escape');
    expect(filter(rig)).to.deep.equal({});
    expect(days.getAttribute('aria-valuenow')).to.equal('-1');
  });

  it('filter by the hour, which is said beside the count', async () => {
    const rig = await onSubscription(...ROWS);
    const [, hours] = pictures(rig);
    await press(rig, hours, 'End');
    const day = '2026-03-08';
    expect(filter(rig)).to.deep.equal({ fromDay: day, toDay: day, hour: '21' });
    expect(status(rig)).to.contain('2 / 4 records').and.to.contain('21:00–21:59');
  });

  it('keep the filter of a type, and give it back', async () => {
    const rig = await onSubscription(...ROWS);
    rig.button('Call').click();
    await rig.rest();
    const [days] = pictures(rig);
    await press(rig, days, 'End');
    expect(filter(rig)).to.deep.include({ types: ['VOICE'], toDay: '2026-03-08' });
    await press(rig, days, 'Escape');
    expect(filter(rig)).to.deep.equal({ types: ['VOICE'] });
  });

  it('are chosen from by a click next to a column, and left by a second one', async () => {
    const rig = await onSubscription(...ROWS);
    const [days] = pictures(rig);
    const { right, top } = days.getBoundingClientRect();
    const click = new MouseEvent('click', { clientX: right - 20, clientY: top + 3, bubbles: true });
    days.dispatchEvent(click);
    await rig.rest();
    expect(filter(rig)).to.deep.include({ fromDay: '2026-03-08' });
    days.dispatchEvent(new MouseEvent('click', click));
    await rig.rest();
    expect(filter(rig)).to.deep.equal({});
  });

  it('draw no hours before they are asked for', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    await rig.details(NO, ...ROWS);
    expect(rig.all('.days tr, .hours')).to.have.length(0);
    await unfold(rig);
    expect(rig.all('.days tr').length).to.be.above(0);
  });

  it('take no focus while there is nothing in them, and have their room already', async () => {
    const rig = await mountUsage({ 'customer-no': 'C1', 'subscription-no': NO });
    await rig.summary(NO, summaryRow('10.00'));
    const [days] = pictures(rig);
    expect([days.getAttribute('aria-hidden'), days.hasAttribute('tabindex')]).to.deep.equal([
      'true',
      false,
    ]);
    const table = (): number | undefined =>
      rig.find('payex-usage-records')?.getBoundingClientRect().top;
    const before = table();
    await rig.details(NO, ...ROWS);
    expect(table()).to.equal(before);
  });

  for (const width of [320, 640, 1280]) {
    for (const theme of ['light', 'dark']) {
      it(`are accessible, ${theme}, ${width} px`, async () => {
        const rig = await onSubscription(...ROWS);
        rig.element.style.width = `${width}px`;
        rig.element.theme = theme;
        const [days] = pictures(rig);
        await press(rig, days, 'End');
        await expect(rig.element).to.be.accessible();
        expect(rig.element.scrollWidth).to.be.at.most(width);
      });
    }
  }
});

describe('the seam between invoices and unbilled usage', () => {
  it('is fetched when it is asked for, and not before', async () => {
    const rig = await onSubscription(...ROWS);
    expect(asked(rig)).to.have.length(1);
    rig.button('Invoice 900122').click();
    await rig.rest();
    expect(asked(rig).at(-1)).to.contain('/invoices/900122/');
    expect(rig.element.shadowRoot?.activeElement).to.equal(pictures(rig)[0]);
    await rig.details(NO, row('o', '2026-02-20T10:00:00'));
    expect(rig.find('.ends')?.textContent.replace(/\s+/g, ' ')).to.contain('Invoice 900122');
    expect(rig.find('.cut')?.getAttribute('d')).to.match(/^M1 0v1$/);
    expect(tableRows(rig, 0)[0]).to.equal('20 Feb 2026 Call, Invoice 900122 SEK 1.50');
  });

  it('leads to the place whose day is chosen, with its records filtered', async () => {
    const rig = await onSubscription(...ROWS);
    rig.button('Invoice 900122').click();
    await rig.rest();
    await rig.details(NO, row('o', '2026-02-20T10:00:00'));
    const [days] = pictures(rig);
    await press(rig, days, 'Home');
    expect(rig.element.viewState).to.deep.include({ invoiceNo: '900122', subscriptionNo: NO });
    expect(filter(rig)).to.deep.equal({ fromDay: '2026-02-20', toDay: '2026-02-20' });
    expect(status(rig)).to.contain('1 record');
    // What was looked at before is still part of the picture.
    expect(tableRows(rig, 0)).to.have.length(4);
  });

  it('stays where it is when the host keeps the view', async () => {
    const rig = await onSubscription(...ROWS);
    rig.button('Invoice 900122').click();
    await rig.rest();
    await rig.details(NO, row('o', '2026-02-20T10:00:00'));
    rig.element.addEventListener('payexnavigate', (event) => event.preventDefault());
    await press(rig, pictures(rig)[0], 'Home');
    expect(rig.element.viewState).to.deep.include({ invoiceNo: '900123' });
    expect(filter(rig)).to.equal(undefined);
  });

  it('that can not be had is said there, and can be tried again', async () => {
    const rig = await onSubscription(...ROWS);
    rig.button('Invoice 900122').click();
    await rig.rest();
    await (await rig.server.next(`${NO}/usage-details`)).problem(404, 'subscription-not-found');
    await rig.rest();
    expect(rig.find('.next')?.textContent).to.contain('No usage found');
    expect(tableRows(rig, 0)).to.have.length(3);
    rig.button('Invoice 900122').click();
    await rig.rest();
    await rig.details(NO, row('o', '2026-02-20T10:00:00'));
    expect(tableRows(rig, 0)).to.have.length(4);
  });

  it('is told to the host as that of the invoice next to the place, not of the place', async () => {
    const rig = await onSubscription(...ROWS);
    rig.button('Invoice 900122').click();
    await rig.rest();
    await rig.details(NO, row('o', '2026-02-20T10:00:00'));
    const loaded = { customerNo: 'C1', subscriptionNo: NO, subscriptions: 0, complete: true };
    expect(rig.heard('payexload').at(-1)?.detail).to.deep.equal({
      ...loaded,
      view: 'billed',
      invoiceNo: '900122',
      records: 1,
    });
    rig.button('Not yet billed →').click();
    await rig.rest();
    await rig.details(NO);
    expect(rig.heard('payexload').at(-1)?.detail).to.deep.equal({
      ...loaded,
      view: 'unbilled',
      records: 0,
    });
  });

  it('that can not be had is told as a failure of its invoice, or of no invoice', async () => {
    const rig = await onSubscription(...ROWS);
    rig.button('Invoice 900122').click();
    await rig.rest();
    await (await rig.server.next(`${NO}/usage-details`)).status(501);
    await rig.rest();
    const failed = { code: 'server', status: 501, retryable: false, attempt: 1 };
    const ids = { customerNo: 'C1', subscriptionNo: NO };
    expect(rig.heard('payexerror').at(-1)?.detail).to.deep.equal({
      ...failed,
      ...ids,
      invoiceNo: '900122',
    });
    rig.button('Not yet billed →').click();
    await rig.rest();
    await (await rig.server.next(`${NO}/usage-details`)).status(501);
    await rig.rest();
    expect(rig.heard('payexerror').at(-1)?.detail).to.deep.equal({ ...failed, ...ids });
    expect(rig.heard('payexload').map(({ detail }) => detail['invoiceNo'])).to.include('900123');
    expect(rig.heard('payexload').map(({ detail }) => detail['invoiceNo'])).not.to.include(
      '900122',
    );
  });

  it('of one subscription is not asked for on another', async () => {
    const rig = await onSubscription(...ROWS);
    rig.button('Invoice 900122').click();
    await rig.rest();
    await rig.details(NO, row('o', '2026-02-20T10:00:00'));
    rig.element.subscriptionNo = OTHER;
    await rig.rest();
    expect(asked(rig).filter((url) => url.includes(OTHER))).to.have.length(1);
    expect(tableRows(rig, 0)).to.deep.equal([]);
  });

  it('of one customer is gone with the next, an answer on its way too', async () => {
    const rig = await onSubscription(...ROWS);
    rig.button('Invoice 900122').click();
    await rig.rest();
    const late = await rig.server.next(`${NO}/usage-details`);
    rig.element.setAttribute('customer-no', 'C2');
    rig.element.setAttribute('invoice-nos', '900123 900122');
    await rig.rest();
    rig.element.setAttribute('customer-no', 'C3');
    await rig.rest();
    await late.json({ items: [row('o', '2026-02-20T10:00:00')], navigation: {} }).catch(() => null);
    await rig.rest();
    expect(rig.markup).not.to.match(/20 Feb|8 Mar/);
    expect(tableRows(rig, 0)).to.deep.equal([]);
  });

  it('shows the roaming that came late (customer 100109)', async () => {
    const { customerNo, invoices } = lateRoaming;
    const [march, february] = invoices.map(({ invoiceNo }) => invoiceNo);
    const [no = ''] = Object.keys(lateRoaming.labels ?? {});
    const attributes = {
      'customer-no': customerNo,
      view: 'billed',
      'invoice-nos': `${march} ${february}`,
      'invoice-no': march ?? '',
      'subscription-no': no,
    };
    const rig = await mountUsage(attributes, (element) => {
      element.fetcher = (url) => ask(String(url).replace(/^.*\/L01/, ''));
    });
    await unfold(rig);
    while (tableRows(rig, 0).length === 0) await rig.rest();
    expect(rig.text).not.to.contain('Arrived late');
    rig.button(`Invoice ${february}`).click();
    while (!rig.text.includes('Arrived late')) await rig.rest();
    expect(rig.text.replaceAll('\u00a0', ' ')).to.match(
      /▼ Arrived late ?: 3 records ?, SEK 214.00/,
    );
    expect(tableRows(rig, 0).filter((line) => line.includes('Arrived late'))).to.deep.equal([
      `24 Jan 2026 Roaming – Data, Invoice ${march}, Arrived late SEK 76.00`,
      `25 Jan 2026 Roaming – Data, Invoice ${march}, Arrived late SEK 94.00`,
      `26 Jan 2026 Roaming – Data, Invoice ${march}, Arrived late SEK 44.00`,
    ]);
    expect(rig.find('.late')?.getAttribute('d')).to.match(/^(M\d 0h1l-.5 .15z){3}$/);
    const marked = (): HTMLElement[] =>
      rig.all('.row .marks').filter(({ textContent }) => textContent.includes('Arrived late'));
    expect(marked().length, 'of the rows in view: the latest are').to.equal(0);
    rig.button('Start time').click();
    while (!marked().length) await rig.rest();
    expect(
      marked().map(({ ariaLabel, parentElement }) => [
        parentElement?.querySelector('.time')?.textContent.slice(0, 11),
        ariaLabel?.replace(/\s/g, '').split('.')[0],
      ]),
    ).to.deep.equal(
      ['24 Jan 2026', '25 Jan 2026', '26 Jan 2026'].map((day) => [
        day,
        `Arrivedlate(Invoice${february}1–28Feb2026)`,
      ]),
    );
  });
});

import { expect, oneEvent } from '@open-wc/testing';
import { CaughtPrints, printedFacts, printedRows } from '../support/caught-prints.js';
import { OfferedFiles } from '../support/csv-file.js';
import { holdSlices } from '../support/held-slices.js';
import { manyRecords, RecordsRig, tableOf, type RigOptions } from '../support/records-rig.js';
import { until } from '../support/until.js';

const IDS = { customerNo: '100045', invoiceNo: '900123', subscriptionNo: '46701234567' };
const AS_OF = '2026-05-06T12:32:00Z';

describe('the print of <payex-usage-records>', () => {
  let prints: CaughtPrints;
  beforeEach(() => (prints = new CaughtPrints()));
  afterEach(() => {
    prints.release();
    RecordsRig.removeAll();
  });

  async function printed(options: RigOptions): Promise<[rig: RecordsRig, page: Document]> {
    const set = { ids: IDS, asOf: AS_OF, ...options.set };
    const rig = await RecordsRig.create({ ...options, set });
    rig.element.print();
    return [rig, await prints.next()];
  }

  it('has all rows, also those that are not drawn, as they are shown', async () => {
    const [rig, page] = await printed({ records: manyRecords(500) });
    const rows = printedRows(page);
    expect(rows.length).to.equal(500);
    expect(rig.rows.length).to.be.lessThan(100);
    expect(rows[1]).to.deep.equal([
      '31 Mar 2026 11:59',
      'Call',
      '+46708100•••',
      'Place 1',
      '',
      '1\u00a0s',
      '1.50',
    ]);
  });

  it('says of each record whose it is where they are of several subscriptions', async () => {
    const numbers = ['46701234567', '46707654321'];
    const records = manyRecords(2, (i) => ({ subscriptionNo: numbers[i] ?? '' }));
    const [, page] = await printed({ records });
    expect(page.querySelector('tr + tr th')?.textContent).to.equal('Subscriptions');
    expect(printedRows(page).map(([whose, when]) => [whose, when])).to.deep.equal([
      [numbers[0], '31 Mar 2026 12:00'],
      [numbers[1], '31 Mar 2026 11:59'],
    ]);
  });

  it('leaves the types whole beside texts of any length', async () => {
    const destination = 'W'.repeat(600);
    const [, page] = await printed({ records: manyRecords(2, () => ({ destination })) });
    const { minInlineSize } = getComputedStyle(page.querySelector('td.type')!);
    expect(parseFloat(minInlineSize)).to.be.above(60);
  });

  it('has its figures in line with the end of the page', async () => {
    const [, page] = await printed({ records: manyRecords(2) });
    const last = page.querySelector('td:last-child')!;
    expect(getComputedStyle(last).paddingInlineEnd).to.equal('0px');
  });

  it('says on every page whose it is, what and of when', async () => {
    const [, page] = await printed({ records: manyRecords(3) });
    const head = page.querySelector('thead') as HTMLTableSectionElement;
    expect(head.rows[0]?.textContent).to.equal(
      'Usage records · Customer 100045 · Invoice 900123 · Subscriptions: 46701234567 · As of 6 May 2026 14:32 · Complete',
    );
    expect(getComputedStyle(head).display).to.equal('table-header-group');
    expect([...(head.rows[1]?.cells ?? [])].map((cell) => cell.textContent)).to.deep.equal([
      'Start time',
      'Type',
      'Number or service',
      'Destination',
      'Flags',
      'Duration or volume',
      'Amount excl. VAT (SEK)',
    ]);
    expect(printedFacts(page)).to.deep.equal([
      'Usage records',
      '3 records',
      'Total 4.50 SEK excl. VAT',
    ]);
    expect([page.title, page.documentElement.lang]).to.deep.equal(['payex-usage-900123', 'en-GB']);
  });

  it('is in ink on paper, and laid out on paper only', async () => {
    const [, page] = await printed({ records: manyRecords(3), set: { theme: 'dark' } });
    const body = getComputedStyle(page.body);
    expect([body.display, body.color]).to.deep.equal(['none', 'rgb(0, 0, 0)']);
    expect(page.querySelector('style, [style], script')).to.equal(null);
  });

  it('follows filter, order and mask', async () => {
    const [, page] = await printed({
      records: manyRecords(30),
      set: {
        numberPolicy: 'hidden',
        viewState: {
          filter: { minAmount: '10' },
          sort: { column: 'amount', descending: false },
        },
      },
    });
    const rows = printedRows(page);
    expect([rows.length, rows[0]?.[6], rows[0]?.[2]]).to.deep.equal([20, '10.50', 'Hidden']);
    expect(page.body.textContent).not.to.contain('+46708');
    expect(printedFacts(page).slice(1, 3)).to.deep.equal([
      '20 / 30 records',
      'Filters At least: 10',
    ]);
  });

  it('is masked also where a number is uncovered on the screen', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    await rig.open(1);
    rig.button('Show').click();
    await rig.rest();
    rig.button('Print').click();
    expect((await prints.next()).body.textContent).not.to.contain('+4670810000');
  });

  it('is told of by a count', async () => {
    const [rig] = await printed({ records: manyRecords(7) });
    expect(rig.heard('payexaudit')).to.deep.equal([{ action: 'print', count: 7 }]);
  });

  it('is labelled on every page where something is missing from it (fault 96)', async () => {
    const records = tableOf(manyRecords(3));
    records.note({ missingAnswers: 1 });
    const [, page] = await printed({ set: { records } });
    expect(page.querySelector('thead th')?.textContent).to.match(/· Incomplete$/);
    expect(printedFacts(page)).to.include('Incomplete: Answer missing (1)');
  });

  it('of more rows than anyone reads has the first of them, and says so', async () => {
    const [rig, page] = await printed({ records: manyRecords(20_001) });
    expect(printedRows(page).length).to.equal(20_000);
    expect(printedFacts(page)).to.include('20,000 / 20,001 records');
    expect(page.querySelector('thead th')?.textContent).to.match(/· Incomplete$/);
    expect(rig.heard('payexaudit')).to.deep.equal([{ action: 'print', count: 20_000 }]);
  });

  it('runs no mark-up of the data', async () => {
    const hostile = '<img src=x onerror=alert(1)></td></table>\u202e';
    const [, page] = await printed({
      records: manyRecords(2, () => ({ destination: hostile, usageType: hostile })),
      set: { ids: { customerNo: hostile } },
    });
    expect(page.querySelector('img')).to.equal(null);
    expect(page.body.textContent).to.contain('<img').and.not.to.contain('\u202e');
  });

  it('takes its document away when the dialog is closed', async () => {
    const [rig] = await printed({ records: manyRecords(3) });
    const frame = rig.root.querySelector('iframe') as HTMLElement;
    expect([frame.title, frame.tabIndex]).to.deep.equal(['payex-usage-900123', -1]);
    expect(getComputedStyle(frame).visibility).to.equal('hidden');
    prints.closed();
    expect(rig.root.querySelector('iframe') === null).to.equal(true);
  });

  for (const [name, act] of Object.entries<(rig: RecordsRig) => unknown>({
    'the records are others': ({ element }) => (element.records = tableOf([])),
    'the policy is another': ({ element }) => (element.numberPolicy = 'hidden'),
    'the element has left the page': ({ element }) => element.remove(),
    'it is saved as a file': ({ element }) => {
      const left = oneEvent(element, 'payexaudit');
      element.exportCsv();
      return left;
    },
  })) {
    it(`takes its document away when ${name}`, async () => {
      const [rig] = await printed({ records: manyRecords(3) });
      const files = new OfferedFiles();
      await act(rig);
      await rig.element.updateComplete;
      files.release();
      await until(() => rig.root.querySelector('iframe') === null, 'the document is there');
    });
  }

  it('is written some rows at a time', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(5_000) });
    const slices = holdSlices();
    rig.element.print();
    await rig.element.updateComplete;
    const rows = (): number =>
      rig.root.querySelector('iframe')?.contentDocument?.querySelectorAll('tbody tr').length ?? 0;
    let most = 0;
    const seen = new Set<string>();
    while (slices.pending() > 0) {
      const before = rows();
      slices.step();
      most = Math.max(most, rows() - before);
      await rig.element.updateComplete;
      seen.add(rig.root.querySelectorAll('.leave > button')[1]?.textContent.trim() ?? '');
    }
    slices.release();
    expect(rows()).to.equal(5_000);
    expect(most).to.be.within(1, 100);
    expect([...seen]).to.include.members(['50%', 'Print']);
  });

  it('leaves the element without a fault of accessibility while it is there', async () => {
    const [rig] = await printed({ records: manyRecords(3), width: 320 });
    await expect(rig.element).to.be.accessible();
  });
});

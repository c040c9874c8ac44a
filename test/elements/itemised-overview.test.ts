import { expect } from '@open-wc/testing';
import { CaughtPrints, printedFacts, printedRows } from '../support/caught-prints.js';
import { OfferedFiles } from '../support/csv-file.js';
import { detailRow, mountUsage, summaryRow, type UsageRig } from '../support/usage-rig.js';

const NOS = ['46700000001', '46700000002'] as const;

describe('what leaves <payex-usage>', () => {
  let files: OfferedFiles;
  let prints: CaughtPrints;
  beforeEach(() => {
    files = new OfferedFiles();
    prints = new CaughtPrints();
  });
  afterEach(() => {
    files.release();
    prints.release();
  });

  async function overview(attributes: Record<string, string> = {}): Promise<UsageRig> {
    const rig = await mountUsage({ 'customer-no': 'C1', ...attributes }, (element) => {
      element.labels = { [NOS[0]]: '=Anna' };
    });
    await rig.list(...NOS);
    await rig.summary(NOS[0], summaryRow('12.50'), summaryRow('3.00', { typeOfCall: 'SMS' }));
    return rig;
  }
  const open = async (rig: UsageRig): Promise<void> => {
    await rig.summary(NOS[1], summaryRow('1.00'));
    rig.element.viewState = { view: 'unbilled', subscriptionNo: NOS[0] };
    await rig.rest();
    await rig.details(NOS[0], detailRow('r1', '12.50'), detailRow('r2', '3.00'));
  };

  it('is the overview by subscription and type, and says what is not there yet', async () => {
    const rig = await overview();
    rig.element.exportCsv();
    const { head, records } = await files.read(',');
    expect(head.filter(([fact]) => !fact?.startsWith('As of'))).to.deep.equal([
      ['Usage'],
      ['Customer C1'],
      ['Not yet billed'],
      ['Incomplete'],
      ['Subscriptions: 1 / 2'],
      ['Total', '15.50', 'SEK', 'excl. VAT'],
      ['Incomplete: Answer missing (1)'],
    ]);
    const money = { Currency: 'SEK', 'Amount, VAT': 'excl. VAT', Incomplete: '' };
    expect(records).to.deep.equal([
      { Subscriptions: NOS[0], Description: "'=Anna", Type: 'Call', Amount: '12.50', ...money },
      {
        Subscriptions: NOS[0],
        Description: "'=Anna",
        Type: 'Text message',
        Amount: '3.00',
        ...money,
      },
      {
        Subscriptions: NOS[1],
        Description: '',
        Type: '',
        Amount: '',
        Currency: '',
        'Amount, VAT': '',
        Incomplete: 'Answer missing',
      },
    ]);
    expect(files.files[0]?.name).to.equal('payex-usage-C1.csv');
    expect(rig.heard('payexaudit').map(({ detail }) => detail)).to.deep.equal([
      { action: 'export', count: 3 },
    ]);
  });

  it('is the overview on paper', async () => {
    const rig = await overview();
    await rig.summary(NOS[1]);
    rig.element.print();
    const page = await prints.next();
    expect(printedRows(page).map((row) => row.slice(0, 4))).to.deep.equal([
      [NOS[0], '=Anna', 'Call', '12.50'],
      [NOS[0], '=Anna', 'Text message', '3.00'],
      [NOS[1], ''],
    ]);
    expect(printedFacts(page)).to.include('Subscriptions: 2');
    // Nor is anything else called incomplete.
    expect(page.body.textContent)
      .to.match(/Customer C1 .* Complete/)
      .and.not.to.match(/incompl/i);
    rig.element.customerNo = 'C2';
    await rig.element.updateComplete;
    expect(rig.find('iframe') === null).to.equal(true);
  });

  it('leaves by the buttons below the total, which say what they do', async () => {
    const rig = await overview();
    const buttons = rig.all<HTMLButtonElement>('.summary .leave button');
    expect(buttons.map(({ textContent }) => textContent.trim())).to.deep.equal([
      'All records →',
      'CSV',
      'Print',
    ]);
    rig.button('CSV').click();
    const { records } = await files.read(',');
    expect(records).to.have.length(3);
    rig.button('Print').click();
    expect(printedRows(await prints.next())).to.have.length(3);
    expect(rig.heard('payexaudit').map(({ detail }) => detail)).to.deep.equal([
      { action: 'export', count: 3 },
      { action: 'print', count: 3 },
    ]);
  });

  it('has buttons that do nothing before there is a list', async () => {
    const rig = await mountUsage();
    const isDisabled = (): boolean[] => [rig.button('CSV').disabled, rig.button('Print').disabled];
    expect(isDisabled()).to.deep.equal([true, true]);
    await rig.list(...NOS);
    expect(isDisabled()).to.deep.equal([false, false]);
  });

  it('is the table of records where there is one', async () => {
    const rig = await overview();
    await open(rig);
    rig.element.exportCsv();
    const { head, records } = await files.read(',');
    expect(head).to.deep.include([`Subscriptions: ${NOS[0]}`]);
    expect(records.map((record) => record['Record ID'])).to.deep.equal(['r1', 'r2']);
    rig.element.print();
    expect(printedRows(await prints.next()).length).to.equal(2);
    const told = rig.heard('payexaudit').map(({ detail }) => detail);
    expect(told).to.deep.equal([
      { action: 'export', count: 2 },
      { action: 'print', count: 2 },
    ]);
  });

  for (const [name, act] of Object.entries({
    'nothing has come': () => undefined,
    'it is outside the page': async (rig: UsageRig) => {
      await rig.list(...NOS);
      rig.element.remove();
    },
    'all was forgotten': async (rig: UsageRig) => {
      await rig.list(...NOS);
      rig.element.clear();
    },
    'it is another view': async (rig: UsageRig) => {
      await rig.list(...NOS);
      rig.element.viewState = { view: 'compare' };
    },
  } as Record<string, (rig: UsageRig) => unknown>)) {
    it(`is nothing when ${name}`, async () => {
      const rig = await mountUsage();
      await act(rig);
      rig.element.exportCsv();
      rig.element.print();
      await rig.rest();
      expect(files.files).to.deep.equal([]);
      expect(prints.frames).to.deep.equal([]);
      expect(rig.heard('payexaudit')).to.deep.equal([]);
    });
  }

  it('is nothing of a customer who has been changed meanwhile (always true 1)', async () => {
    const rig = await overview();
    rig.element.exportCsv();
    rig.element.customerNo = 'C2';
    await rig.rest();
    expect(files.files).to.deep.equal([]);
    expect(rig.heard('payexaudit')).to.deep.equal([]);
  });
});

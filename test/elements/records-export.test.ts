import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { decimalToString, trimDecimal } from '../../src/model/decimal.js';
import type { UsageRecord } from '../../src/model/usage-record.js';
import { safeText } from '../../src/elements/records/safe-text.js';
import { holdTimers } from '../support/held-timers.js';
import { OfferedFiles, type ReadFile } from '../support/csv-file.js';
import { decimal, manyRecords, RecordsRig, tableOf, time } from '../support/records-rig.js';

const IDS = { customerNo: '100045', invoiceNo: '900123', subscriptionNo: '46701234567' };
const AS_OF = '2026-05-06T12:32:00Z';

const column = (file: ReadFile, heading: string): (string | undefined)[] =>
  file.records.map((record) => record[heading]);

describe('the CSV file of <payex-usage-records>', () => {
  let files: OfferedFiles;
  beforeEach(() => (files = new OfferedFiles()));
  afterEach(() => {
    files.release();
    RecordsRig.removeAll();
  });

  async function exported(
    records: readonly Partial<UsageRecord>[],
    set: Partial<RecordsRig['element']> = {},
    separator = ',',
  ): Promise<ReadFile> {
    const count = files.files.length;
    const rig = await RecordsRig.create({ records, set: { ids: IDS, asOf: AS_OF, ...set } });
    rig.element.exportCsv();
    return files.read(separator, count + 1);
  }

  it('begins as a spreadsheet wants it, and says whose it is, what and of when', async () => {
    const { bytes, head } = await exported(manyRecords(3));
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(head).to.deep.equal([
      ['Usage records'],
      ['Customer 100045'],
      ['Invoice 900123'],
      ['Subscriptions: 46701234567'],
      ['As of 6 May 2026 14:32'],
      ['Complete'],
      ['3 records'],
      ['Total', '4.50', 'SEK', 'excl. VAT'],
    ]);
    expect(files.files[0]?.name).to.equal('payex-usage-900123.csv');
  });

  for (const locale of ['sv', 'nb', 'da', 'fi']) {
    it(`has semicolons, decimal commas and plain blanks, ${locale}`, async () => {
      const records = manyRecords(2_000, (i) => ({ amount: decimal(i ? '0' : '-1234.5') }));
      const file = await exported(records, { locale }, ';');
      expect(file.records[0]).to.include({ [file.headings[13] ?? '']: '-1234,5' });
      expect(file.headings.length).to.equal(22);
      const text = await files.files[0]?.blob.text();
      expect(text).not.to.match(/[\u00a0\u202f\u2212]/);
    });
  }

  it('holds every field of a record as plain as can be', async () => {
    const { records } = await exported([
      {
        recordId: '0042',
        subscriptionNo: '46701234567',
        startTime: time('2026-03-08T21:14:05'),
        endTime: time('2026-03-08T21:15'),
        usageType: 'VOICE',
        description: 'Call, abroad; "far"',
        otherParty: '+46708111345',
        destination: 'Norge',
        destinationCode: 'NO',
        volume: decimal('67.50'),
        chargedVolume: decimal('60'),
        quantity: decimal('1'),
        unit: 'S',
        unitPrice: decimal('0.99'),
        amount: decimal('12345678901234567890.1234567'),
        currency: 'SEK',
        vat: 'excluded',
        vatAmount: decimal('-0.5'),
        vatRate: decimal('25'),
        contentProvider: '=HYPERLINK("x")',
        roamingProvider: 'Telenor',
      },
    ]);
    expect(records).to.deep.equal([
      {
        Subscriptions: '46701234567',
        'Start time': '2026-03-08 21:14:05',
        'End time': '2026-03-08 21:15',
        Type: 'Call',
        Description: 'Call, abroad; "far"',
        'Number called': "'+46708111•••",
        'Content provider': `'=HYPERLINK("x")`,
        Destination: 'Norge',
        'Duration or volume': '67.5',
        Charged: '60',
        Unit: 'S',
        Quantity: '1',
        'Unit price': '0.99',
        Amount: '12345678901234567890.1234567',
        Currency: 'SEK',
        'Amount, VAT': 'excl. VAT',
        VAT: '-0.5',
        'VAT rate': '25',
        Flags: 'Roaming',
        'Destination code': 'NO',
        'Roaming operator': 'Telenor',
        'Record ID': "'0042",
      },
    ]);
  });

  it('leaves empty what is missing, and keeps a time that could not be read', async () => {
    const { records } = await exported([
      { startTime: null, rawTime: '31 February', amount: null },
      { startTime: time('2026-03-08') },
    ]);
    expect(records.map((record) => [record['Start time'], record['Amount']])).to.deep.equal([
      ['2026-03-08', ''],
      ['31 February', ''],
    ]);
  });

  it('gives the records back that were in the table, whatever their texts', async () => {
    const text = fc.option(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }));
    const hostile = fc.constantFrom(
      '=1+1',
      '\u202e=1',
      '\u200b-1',
      'a\0b',
      'x;y,"z"\r\nw',
      '\t@A1',
      '+SUM',
      '007',
      '1e9',
      '\ud800',
    );
    const record = fc.record({
      description: fc.oneof(hostile, text),
      destination: fc.oneof(hostile, text),
      contentProvider: text,
      amount: fc.option(
        fc.record({ units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.nat(8) }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 20 }), async (records) => {
        // Without times they stand as they came.
        const file = await exported(records, { locale: 'sv' }, ';');
        expect(file.records.length).to.equal(records.length);
        records.forEach(({ description, destination, amount }, n) => {
          const read = file.records[n] ?? {};
          const { Beskrivning: said = '', Belopp: figure = '', Destination: where = '' } = read;
          for (const [cell, given] of [
            [said, description],
            [where, destination],
          ] as const) {
            // A text that is nothing when it is made inert is no text.
            const plain = safeText(given ?? '', Infinity).replace(/\s/g, ' ');
            expect(cell.replace(/^'/, '')).to.equal(plain.replace(/^'/, ''));
            expect(cell).not.to.match(/^\s*[=+@-]/);
          }
          const exact = amount ? decimalToString(trimDecimal(amount)) : '';
          expect(figure.replace(',', '.')).to.equal(exact);
        });
        RecordsRig.removeAll();
      }),
      { numRuns: 25 },
    );
  }).timeout(60_000);

  it('follows filter and order, and says so', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30), set: { asOf: AS_OF } });
    rig.element.viewState = {
      filter: { types: ['VOICE'], minAmount: '10', toDay: '2026-03-31' },
      sort: { column: 'amount', descending: false },
    };
    rig.element.exportCsv();
    const file = await files.read(',');
    expect(column(file, 'Amount')).to.deep.equal(
      Array.from({ length: 20 }, (_, i) => `${i + 10}.5`),
    );
    expect(file.head.slice(1)).to.deep.equal([
      ['As of 6 May 2026 14:32'],
      ['Complete'],
      ['20 / 30 records'],
      ['Filters', 'Type: Call, To: 2026-03-31, At least: 10'],
      ['Total', '400.00', 'SEK', 'excl. VAT'],
    ]);
  });

  it('names the hour of its filter', async () => {
    const { head, records } = await exported(manyRecords(3), {
      viewState: { filter: { hour: '11' } },
    });
    expect(head).to.deep.include(['Filters', 'Start time: 11:00–11:59']);
    expect(records.length).to.equal(2);
  });

  it('is told of by a count, once it has left', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(7), set: { ids: IDS } });
    expect(rig.heard('payexaudit')).to.deep.equal([]);
    rig.button('CSV').click();
    await files.next();
    await rig.rest();
    expect(rig.heard('payexaudit')).to.deep.equal([{ action: 'export', count: 7 }]);
  });

  it('is labelled where something is missing from it (fault 96)', async () => {
    const table = tableOf(manyRecords(3, (i) => (i ? {} : { amount: null })));
    table.note({ missingAnswers: 2, cutOff: true });
    const { head } = await exported([], { records: table });
    expect(head.flat()).to.include('Incomplete');
    expect(head.flat()).not.to.include('Complete');
    expect(head.flat().join()).to.contain(
      'Incomplete: Answer missing (2), Amount missing (1), The list may be cut off',
    );
  });

  it('is labelled while more is on its way', async () => {
    const { head } = await exported(manyRecords(3), { busy: true });
    expect(head).to.deep.include(['3 records', 'so far']);
    expect(head).to.deep.include(['Incomplete']);
  });

  it('says of usage without an invoice that it is not yet billed', async () => {
    const { head } = await exported(manyRecords(1), { ids: { customerNo: '../1 å' } });
    expect(head).to.deep.include(['Not yet billed']);
    expect(files.files[0]?.name).to.equal('payex-usage-1-.csv');
  });

  it('has money of helplines as a sum with the note, and nothing else of them (fault 87)', async () => {
    const records = manyRecords(3, (i) => ({
      ...(i ? {} : { otherParty: '116111', destination: 'Helpline', recordId: 'help' }),
    }));
    const file = await exported(records);
    expect(file.records.length).to.equal(2);
    expect(file.head).to.deep.include([
      'Free and helpline numbers are not listed.',
      '0.50',
      'SEK',
      'excl. VAT',
    ]);
    expect(await files.files[0]?.blob.text()).not.to.match(/116111|Helpline,|help,/);
  });

  it('of a filter has no money of helplines in its sums', async () => {
    const records = manyRecords(3, (i) => (i ? {} : { otherParty: '116111' }));
    const viewState = { filter: { minAmount: '0' } };
    const { head } = await exported(records, { viewState });
    expect(head).to.deep.include(['Free and helpline numbers are not listed.']);
    expect(head).to.deep.include(['Total', '4.00', 'SEK', 'excl. VAT']);
  });

  describe('numbers called', () => {
    const NUMBER = '+46708111345';
    const called = manyRecords(2, (i) => ({ otherParty: i ? '0939-112 40 00' : NUMBER }));
    const numbers = async (set: Partial<RecordsRig['element']>): Promise<unknown> =>
      column(await exported(called, set), 'Number called');

    it('leave masked, premium-rate ones readable', async () => {
      expect(await numbers({})).to.deep.equal(["'+46708111•••", '0939-112 40 00']);
    });

    it('do not leave where they are hidden', async () => {
      expect(await numbers({ numberPolicy: 'hidden' })).to.deep.equal(['', '0939-112 40 00']);
    });

    it('leave in full where the policy says so', async () => {
      expect(await numbers({ numberPolicy: 'full' })).to.deep.equal([
        `'${NUMBER}`,
        '0939-112 40 00',
      ]);
    });

    it('leave masked while one is uncovered on the screen', async () => {
      const rig = await RecordsRig.create({ records: called });
      await rig.open(0);
      rig.button('Show').click();
      await rig.rest();
      rig.element.exportCsv();
      await files.next();
      expect(await files.files[0]?.blob.text()).not.to.contain('46708111345');
    });

    it('do not leave in the texts beside them', async () => {
      const texts = { description: `Call ${NUMBER}`, destination: NUMBER, contentProvider: NUMBER };
      await exported(manyRecords(1, () => ({ ...texts, otherParty: NUMBER })));
      expect(await files.files[0]?.blob.text()).not.to.contain('8111345');
    });

    it('do not leave as what was searched for', async () => {
      const rig = await RecordsRig.create({ records: called });
      await rig.search('08111345');
      rig.element.exportCsv();
      const { head } = await files.read(',');
      expect(head).to.deep.include(['Filters', 'Search: •••']);
      expect(await files.files[0]?.blob.text()).not.to.contain('8111345');
    });
  });

  it('has nothing of the operator’s own where a customer takes it', async () => {
    const { headings } = await exported(
      manyRecords(1, () => ({ destinationCode: 'NO', roamingProvider: 'Telenor' })),
      { audience: 'customer' },
    );
    expect(headings).to.include('Amount').and.not.to.include('Record ID');
    expect(await files.files[0]?.blob.text()).not.to.match(/Telenor|r0/);
  });

  for (const [name, set] of Object.entries({
    'there are no records': { records: tableOf([]) },
    'none is left by the filter': { viewState: { filter: { text: 'nowhere' } } },
    'records are still to come': { records: null, busy: true },
  })) {
    it(`is not made when ${name}`, async () => {
      const rig = await RecordsRig.create({ records: manyRecords(3), set });
      rig.element.exportCsv();
      rig.element.print();
      await rig.rest();
      await rig.rest();
      expect(files.files).to.deep.equal([]);
      expect(rig.root.querySelector('iframe') === null).to.equal(true);
      expect(rig.events).to.deep.equal([]);
    });
  }

  it('is not made by an element outside the page, nor once it is back', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    rig.element.remove();
    rig.element.exportCsv();
    rig.place.append(rig.element);
    await rig.rest();
    expect(files.files).to.deep.equal([]);
  });

  it('gives its address back after a while', async () => {
    const timers = holdTimers(60_000);
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    rig.element.exportCsv();
    const file = await files.next();
    for (const callback of timers.held.values()) callback();
    timers.release();
    expect(file.revoked).to.equal(true);
  });

  it('gives its address back when the element is gone', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    rig.element.exportCsv();
    const file = await files.next();
    expect(file.revoked).to.equal(false);
    rig.element.remove();
    await Promise.resolve();
    expect(file.revoked).to.equal(true);
  });
});

import { expect } from '@open-wc/testing';
import { parseJsonExactly } from '../../src/api/json.js';
import { readDetails } from '../../src/api/read-answers.js';
import { decimalToString, type Decimal } from '../../src/model/decimal.js';
import { hasMark } from '../../src/model/usage-record.js';
import { UsageTable } from '../../src/model/usage-table.js';
import { CONTEXT, detailsOf, GOOD_ROW, recordOf, valueOf, warned } from '../support/wire.js';

const text = (decimal: Decimal | null): string | null => decimal && decimalToString(decimal);

describe('amounts', () => {
  it('fault 70: a missing amount stays missing and makes the totals incomplete', () => {
    const page = detailsOf([{ ...GOOD_ROW, amountExclVat: null }]);
    expect(page.records[0]!.amount).to.equal(null);
    expect(page.gaps).to.deep.equal({ missingAmounts: 1 });
  });

  for (const free of [
    { isFree: true },
    { isIncluded: 'true' },
    { included: 1 },
    { usageRatingTag: 'Included Usage' },
    { usageRatingTag: 'non-chargeable' },
    { isFree: '1' },
  ]) {
    it(`a row marked ${JSON.stringify(free)} needs no amount, but has none either`, () => {
      const page = detailsOf([{ ...GOOD_ROW, amountExclVat: undefined, ...free }]);
      const record = page.records[0]!;
      expect(record.amount).to.equal(null);
      expect(hasMark(record.marks, 'free') || hasMark(record.marks, 'included')).to.equal(true);
      expect(page.gaps).to.deep.equal({});
    });
  }

  for (const notFree of [
    { isFree: false },
    { isFree: 'no' },
    { isFree: {} },
    { usageRatingTag: 'Usage' },
    { usageRatingTag: 'not free' },
  ]) {
    it(`${JSON.stringify(notFree)} makes nothing free`, () => {
      const page = detailsOf([{ ...GOOD_ROW, amountExclVat: undefined, ...notFree }]);
      expect(page.gaps).to.deep.equal({ missingAmounts: 1 });
    });
  }

  for (const amount of [
    'NaN',
    'Infinity',
    '0x10',
    '1_000',
    '١٢٣',
    '12 kr',
    '',
    {},
    [],
    true,
    '1e400',
  ]) {
    it(`fault 73: the amount ${JSON.stringify(amount)} is "–", and the total incomplete`, () => {
      const page = detailsOf([{ ...GOOD_ROW, amountExclVat: amount, isFree: amount !== '' }]);
      expect(page.records[0]!.amount).to.equal(null);
      expect(page.gaps).to.deep.equal({ missingAmounts: 1 });
      expect(hasMark(page.records[0]!.marks, 'badAmount')).to.equal(amount !== '');
    });
  }

  it('fault 73: 1e400 in the body itself does not become Infinity', () => {
    const body = parseJsonExactly('{"items":[{"amount":1e400,"isFree":false}]}');
    expect(valueOf(readDetails(body, CONTEXT)).gaps).to.deep.equal({ missingAmounts: 1 });
  });

  for (const [written, exact] of [
    ['1e3', '1000'],
    ['1E-2', '0.01'],
    ['"354,10"', '354.10'],
    ['"97.99"', '97.99'],
    ['354.10', '354.1'],
    ['12345678901234567.123456789', '12345678901234567.123456789'],
    ['0.1234567', '0.1234567'],
    ['0.000000123', '0.000000123'],
  ] as const) {
    it(`faults 74, 76: ${written} is exactly ${exact}`, () => {
      const body = parseJsonExactly(`{"items":[{"amountExclVat":${written}}]}`);
      expect(text(valueOf(readDetails(body, CONTEXT)).records[0]!.amount)).to.equal(exact);
    });
  }

  it('fault 72: a number as text is taken exactly, with a warning', () => {
    const page = detailsOf([{ ...GOOD_ROW, amountExclVat: '12.50', quantity: '1' }]);
    expect(text(page.records[0]!.amount)).to.equal('12.50');
    expect(warned(page, 'coerced')).to.equal(2);
  });

  it('fault 72: a number that is no exact decimal is not rounded into one', () => {
    const record = recordOf({ amountExclVat: 0.1 + 0.2 });
    expect(record.amount).to.equal(null);
    expect(hasMark(record.marks, 'badAmount')).to.equal(true);
  });

  it('fault 72: a text as number is taken, with a warning', () => {
    const page = detailsOf([{ ...GOOD_ROW, detailInfo: 46709876543 }]);
    expect(page.records[0]!.otherParty).to.equal('46709876543');
    expect(warned(page, 'coerced')).to.equal(1);
  });

  it('fault 75: minus zero is zero and no credit', () => {
    const body = parseJsonExactly('{"items":[{"amount":-0},{"amount":"-0.00"}]}');
    const { records } = valueOf(readDetails(body, CONTEXT));
    expect(records.length).to.equal(2);
    for (const record of records) {
      expect(text(record.amount)).to.match(/^0(\.00)?$/);
      expect(record.marks).to.equal(0);
    }
  });

  it('fault 75: a negative amount is marked as a credit', () => {
    const record = recordOf({ amountExclVat: -48.5 });
    expect(text(record.amount)).to.equal('-48.5');
    const table = UsageTable.create();
    table.append([record]);
    expect(hasMark(table.marks(0), 'credit')).to.equal(true);
  });

  const BOTH = { amountExclVat: 80, amountInclVat: 100, charge: 1 };

  it('of several amounts the one without VAT is taken', () => {
    const record = recordOf(BOTH);
    expect([text(record.amount), record.vat]).to.deep.equal(['80', 'excluded']);
  });

  it('an amount that states its basis is taken before one that states none', () => {
    const record = recordOf({ ...BOTH, amountExclVat: null });
    expect([text(record.amount), record.vat]).to.deep.equal(['100', 'included']);
  });

  it('of several amounts the one on the basis that the host prefers is taken', () => {
    const record = recordOf(BOTH, { vatBasis: 'included' });
    expect([text(record.amount), record.vat]).to.deep.equal(['100', 'included']);
  });

  it('the basis that is stated wins over the one that the host prefers', () => {
    const record = recordOf({}, { vatBasis: 'included' });
    expect([text(record.amount), record.vat]).to.deep.equal(['12.5', 'excluded']);
  });

  it('fault 79: an amount that states no basis has none, or the one of the host', () => {
    expect(detailsOf([{ charge: 1 }]).records[0]!.vat).to.equal('unstated');
    expect(detailsOf([{ charge: 1 }], { vatBasis: 'included' }).records[0]!.vat).to.equal(
      'included',
    );
  });

  it('an unreadable amount is not replaced by one on another basis', () => {
    const record = recordOf({ ...BOTH, amountExclVat: 'eighty' });
    expect([record.amount, record.vat]).to.deep.equal([null, 'excluded']);
  });

  it('amounts are never öre: nothing is divided', () => {
    expect(text(recordOf({ amountExclVat: 35410 }).amount)).to.equal('35410');
  });

  it('an amount in the form of an object brings its currency along', () => {
    const { currency, amount } = detailsOf([{ taxExcludedAmount: { unit: 'NOK', value: 2.5 } }])
      .records[0]!;
    expect([text(amount), currency]).to.deep.equal(['2.5', 'NOK']);
  });

  it("the currency of such an object wins over the host's, and that of the row over both", () => {
    const charge = { unit: 'NOK', value: 2.5 };
    const page = detailsOf([{ charge }, { charge, currency: 'EUR' }], { currency: 'SEK' });
    expect(page.records.map((record) => record.currency)).to.deep.equal(['NOK', 'EUR']);
  });

  it('fault 78: every row keeps its own currency, in capitals', () => {
    const page = detailsOf([
      { ...GOOD_ROW, currency: 'sek' },
      { ...GOOD_ROW, currency: ' NOK ' },
    ]);
    expect(page.records.map((record) => record.currency)).to.deep.equal(['SEK', 'NOK']);
  });

  it("the host's currency is for rows that name none", () => {
    expect(recordOf({ currency: undefined }, { currency: 'dkk' }).currency).to.equal('DKK');
    expect(recordOf({ currency: 'SEK' }, { currency: 'DKK' }).currency).to.equal('SEK');
  });

  it("fault 12: a bad currency of the host's is none", () => {
    const page = detailsOf([{ ...GOOD_ROW, currency: undefined }], { currency: 'kr' });
    expect(page.records[0]!.currency).to.equal(null);
    expect(page.warnings, 'the answer is not to blame').to.deep.equal([]);
  });

  for (const currency of ['kr', 'SEKK', '<b>', 752, {}]) {
    it(`the currency ${JSON.stringify(currency)} in a row is junk and not the host's`, () => {
      const page = detailsOf([{ ...GOOD_ROW, currency }], { currency: 'SEK' });
      expect(page.records[0]!.currency).to.equal(null);
      expect(warned(page, 'bad-value')).to.equal(1);
    });
  }

  it('an unreadable unit price or VAT rate is left out with a warning and spoils no total', () => {
    const page = detailsOf([{ ...GOOD_ROW, unitPrice: 'x', vatRate: 'x' }]);
    expect(page.gaps).to.deep.equal({});
    expect(warned(page, 'bad-value')).to.equal(2);
  });
});

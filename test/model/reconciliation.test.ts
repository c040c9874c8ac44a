import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { addDecimals, compareDecimals, type Decimal, ZERO } from '../../src/model/decimal.js';
import { MoneyTally, type Total, VAT_BASES, type VatBasis } from '../../src/model/money.js';
import { type Gap, invoiceTotal, reconcile } from '../../src/model/reconciliation.js';
import { call, dec, plain, tableOf } from '../support/model-records.js';

type Sum = readonly [amount: string, vat?: VatBasis, currency?: string | null];

/** Of so many rows; one for each sum if nothing else is said. */
function totalOf(sums: readonly Sum[], count = sums.length, isComplete = true): Total {
  const tally = new MoneyTally(isComplete ? {} : { missingAmounts: 1 });
  for (const [amount, vat = 'excluded', currency = 'SEK'] of sums) {
    tally.add(currency, vat, dec(amount));
  }
  tally.countRows(count);
  return tally.total();
}

/** 'SEK excluded 9.90 = 10.00 + -0.10: notItemised' */
const told = (gaps: readonly Gap[]): string[] =>
  gaps.map(
    ({ currency, vat, figure, total, difference, reasons }) =>
      `${currency} ${vat} ${plain(figure)} = ${plain(total)} + ${plain(difference)}: ${reasons.join()}`,
  );

const sums = fc.array(
  fc.record({
    currency: fc.constantFrom('SEK', 'NOK', null),
    vat: fc.constantFrom(...VAT_BASES),
    amount: fc.record({ units: fc.bigInt({ min: -9_000n, max: 90_000n }), scale: fc.nat(4) }),
  }),
  { maxLength: 5 },
);
const total = fc.tuple(sums, fc.nat(200), fc.boolean()).map(([list, count, isComplete]) => {
  const tally = new MoneyTally(isComplete ? {} : { unreadableRows: 2 });
  tally.addAll(list);
  tally.countRows(count);
  return tally.total();
});

const allOf = (amounts: readonly Decimal[]): Decimal => amounts.reduce(addDecimals, ZERO);

describe('records against their summary', () => {
  it('differ by what their gaps add up to, to the last decimal, and no gap is without a name', () => {
    fc.assert(
      fc.property(total, total, (records, summary) => {
        const gaps = reconcile(records, summary);
        for (const currency of ['SEK', 'NOK', null]) {
          const [have, want, between] = [records.sums, summary.sums, gaps].map((list) =>
            list.filter((each) => each.currency === currency),
          ) as [Total['sums'], Total['sums'], Gap[]];
          const both = allOf(
            [...want, ...between].map((each) => ('amount' in each ? each.amount : each.difference)),
          );
          expect(compareDecimals(both, allOf(have.map(({ amount }) => amount)))).to.equal(0);
        }
        for (const { figure, total: of, difference, reasons } of gaps) {
          expect(compareDecimals(addDecimals(of, difference), figure)).to.equal(0);
          expect(compareDecimals(difference, ZERO)).not.to.equal(0);
          expect(reasons.length).to.be.above(0);
        }
      }),
    );
  });

  it('have no gap with themselves', () => {
    fc.assert(
      fc.property(total, (records) => {
        expect(reconcile(records, records)).to.deep.equal([]);
      }),
    );
  });

  it('agree whatever the scale of the figures', () => {
    const table = tableOf([call({ amount: dec('1.5') }), call({ amount: dec('1.500') })]);
    expect(reconcile(table.total(null), totalOf([['3.00']]))).to.deep.equal([]);
  });

  it('agree where withheld calls are paid for but not listed (faults 77, 87)', () => {
    const table = tableOf([call({ otherParty: '116123', amount: dec('0.50') }), call()]);
    expect(reconcile(table.total(null), totalOf([['2.00']]))).to.deep.equal([]);
  });

  it('that hold less leave something not itemised, and more contradicts (fault 77)', () => {
    const [less, more] = [totalOf([['9.80']]), totalOf([['10.00']])];
    expect(told(reconcile(less, more))).to.deep.equal([
      'SEK excluded 9.80 = 10.00 + -0.20: notItemised',
    ]);
    expect(told(reconcile(more, less))).to.deep.equal([
      'SEK excluded 10.00 = 9.80 + 0.20: conflicting',
    ]);
  });

  it('with a sum on one side only differ by all of itself, per currency (fault 77)', () => {
    const gaps = reconcile(totalOf([['5', 'excluded', 'NOK']]), totalOf([['7']]));
    expect(told(gaps)).to.have.members([
      'NOK excluded 5 = 0 + 5: conflicting',
      'SEK excluded 0 = 7 + -7: notItemised',
    ]);
  });

  it('may be off by half of a hundredth a row, and not by more', () => {
    const summary = totalOf([['50.00']], 2);
    expect(told(reconcile(totalOf([['50.05']], 8), summary))).to.deep.equal([
      'SEK excluded 50.05 = 50.00 + 0.05: rounding',
    ]);
    expect(told(reconcile(totalOf([['50.06']], 8), summary))).to.deep.equal([
      'SEK excluded 50.06 = 50.00 + 0.06: conflicting',
    ]);
  });

  it('of another VAT basis differ by VAT, all bases of the currency together', () => {
    const summary = totalOf([
      ['12.50', 'included'],
      ['3.00', 'excluded'],
    ]);
    expect(told(reconcile(totalOf([['13.00']]), summary))).to.deep.equal([
      'SEK null 13.00 = 15.50 + -2.50: vat,notItemised',
    ]);
  });

  it('of another VAT basis are not off by rounding alone, however small they are', () => {
    const [gap] = reconcile(totalOf([['1.25', 'included']], 90), totalOf([['1.00']], 2));
    expect(gap?.reasons).to.deep.equal(['vat', 'rounding']);
    const [larger] = reconcile(totalOf([['12.50', 'included']], 2), totalOf([['10.00']], 2));
    expect(larger?.reasons).to.deep.equal(['vat', 'notItemised']);
  });

  it('that are known to lack something are told so, however small the gap', () => {
    for (const difference of ['0.01', '40']) {
      const some = totalOf([[difference]], 5, false);
      for (const gaps of [reconcile(some, totalOf([])), reconcile(totalOf([]), some)]) {
        expect(gaps.map(({ reasons }) => reasons)).to.deep.equal([['incomplete']]);
      }
    }
  });
});

describe('the amount of an invoice against its usage', () => {
  const against = (amount: string, usage: Total, currency: string | null = 'SEK'): string[] =>
    told(reconcile(invoiceTotal(dec(amount), currency), usage, true));

  it('differs by what the gaps add up to, in the currency of the invoice', () => {
    fc.assert(
      fc.property(total, fc.bigInt({ min: 0n, max: 99_999n }), (usage, units) => {
        const amount = { units, scale: 2 };
        const between = reconcile(invoiceTotal(amount, 'SEK'), usage, true).filter(
          ({ currency }) => currency === 'SEK',
        );
        const usageOf = usage.sums.filter(({ currency }) => currency === 'SEK');
        const both = allOf([
          ...usageOf.map((each) => each.amount),
          ...between.map((each) => each.difference),
        ]);
        expect(compareDecimals(both, amount)).to.equal(0);
      }),
    );
  });

  it('is VAT and what no record stands for where the two can not be told apart', () => {
    expect(against('374.00', totalOf([['100.00']]))).to.deep.equal([
      'SEK null 374.00 = 100.00 + 274.00: vat,notItemised',
    ]);
  });

  it('with VAT on both sides is what no record stands for, fee or discount', () => {
    for (const amount of ['349.00', '80.00']) {
      const [gap] = against(amount, totalOf([['100.00', 'included']]));
      expect(gap).to.match(/SEK included .*: notItemised$/);
    }
  });

  it('rounded to whole kronor differs by rounding: half of one, and half of a hundredth a row', () => {
    const of = (amount: string): string[] => against('100.00', totalOf([[amount, 'included']], 2));
    expect(of('99.49')).to.deep.equal(['SEK included 100.00 = 99.49 + 0.51: rounding']);
    expect(of('99.48')).to.deep.equal(['SEK included 100.00 = 99.48 + 0.52: notItemised']);
  });

  it('hides no other currency, and calls nothing not itemised that is itemised in it', () => {
    const usage = totalOf([
      ['100', 'included'],
      ['5', 'included', 'NOK'],
    ]);
    expect(against('110', usage)).to.have.members([
      'SEK included 110 = 100 + 10: currency',
      'NOK included 0 = 5 + -5: currency',
    ]);
    expect(against('10', totalOf([['0.40', 'included']]), 'EUR')).to.have.members([
      'EUR included 10 = 0 + 10: currency',
      'SEK included 0 = 0.40 + -0.40: currency',
    ]);
  });
});

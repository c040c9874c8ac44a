import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  isComplete,
  mergeGaps,
  MoneyTally,
  normaliseCurrency,
  VAT_BASES,
  type MoneySum,
} from '../../src/model/money.js';
import { dec, lines } from '../support/model-records.js';

const sums: fc.Arbitrary<MoneySum> = fc.record({
  currency: fc.constantFrom('SEK', 'NOK', null),
  vat: fc.constantFrom(...VAT_BASES),
  amount: fc.record({
    units: fc.oneof(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.constantFrom(-1n, 0n, 1n),
    ),
    scale: fc.nat(8),
  }),
});

function tallyOf(parts: readonly MoneySum[]): MoneyTally {
  const tally = new MoneyTally();
  tally.addAll(parts);
  return tally;
}

describe('a total of money', () => {
  it('is never added across currencies or VAT bases (fault 78)', () => {
    const tally = new MoneyTally();
    tally.add('SEK', 'excluded', dec('10.00'));
    tally.add('NOK', 'excluded', dec('20.00'));
    tally.add('SEK', 'included', dec('30.00'));
    tally.add('SEK', 'excluded', dec('0.50'));
    expect(lines(tally.total().sums)).to.deep.equal([
      'SEK included 30.00',
      'NOK excluded 20.00',
      'SEK excluded 10.50',
    ]);
  });

  it('keeps amounts whose VAT basis is not stated to themselves (fault 79)', () => {
    const tally = new MoneyTally();
    tally.add('SEK', 'unstated', dec('1'));
    tally.add('SEK', 'excluded', dec('2'));
    expect(lines(tally.total().sums)).to.deep.equal(['SEK excluded 2', 'SEK unstated 1']);
  });

  it('keeps amounts without currency to themselves', () => {
    const tally = new MoneyTally();
    tally.add(null, 'excluded', dec('1'));
    tally.add('SEK', 'excluded', dec('2'));
    expect(lines(tally.total().sums)).to.deep.equal(['SEK excluded 2', '- excluded 1']);
  });

  it('puts the largest amount first, whatever its sign', () => {
    const tally = new MoneyTally();
    tally.add('SEK', 'excluded', dec('5'));
    tally.add('NOK', 'excluded', dec('-7'));
    expect(lines(tally.total().sums)).to.deep.equal(['NOK excluded -7', 'SEK excluded 5']);
  });

  it('has equal sums in the order of their currency and basis, whichever came first', () => {
    const equal = [
      { currency: null, vat: 'included', amount: dec('5') },
      { currency: 'NOK', vat: 'excluded', amount: dec('-5.00') },
      { currency: 'NOK', vat: 'included', amount: dec('5') },
      { currency: 'SEK', vat: 'excluded', amount: dec('5') },
      { currency: 'SEK', vat: 'unstated', amount: dec('5.0') },
    ] as const;
    fc.assert(
      fc.property(fc.shuffledSubarray([...equal], { minLength: equal.length }), (shuffled) => {
        expect(tallyOf(shuffled).total().sums).to.deep.equal(equal);
      }),
    );
  });

  it('is the same for the same amounts in any order', () => {
    fc.assert(
      fc.property(
        fc
          .array(sums)
          .chain((list) =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
          ),
        ([list, shuffled]) => {
          expect(tallyOf(shuffled).total()).to.deep.equal(tallyOf(list).total());
        },
      ),
    );
  });

  it('is the sum of exactly the amounts of its currency and basis', () => {
    fc.assert(
      fc.property(fc.array(sums), (list) => {
        for (const { currency, vat, amount } of tallyOf(list).total().sums) {
          const units = list
            .filter((sum) => sum.currency === currency && sum.vat === vat)
            .reduce((sum, d) => sum + d.amount.units * 10n ** BigInt(8 - d.amount.scale), 0n);
          expect(amount.units * 10n ** BigInt(8 - amount.scale)).to.equal(units);
        }
      }),
    );
  });
});

describe('a currency', () => {
  it('is one however its code is written, and none where it is blank', () => {
    expect(['sek', ' SEK ', ' ', '', null].map(normaliseCurrency)).to.deep.equal([
      'SEK',
      'SEK',
      null,
      null,
      null,
    ]);
  });
});

describe('what is missing from a total', () => {
  it('nothing noted means complete, with no members', () => {
    const total = new MoneyTally().total();
    expect(total).to.deep.equal({ sums: [], count: 0, complete: true, gaps: {} });
  });

  for (const gaps of [
    { unreadableRows: 3 },
    { missingAmounts: 1 },
    { missingAnswers: 2 },
    { cutOff: true },
    { brokenPaging: true },
    { conflictingRows: 2 },
  ]) {
    it(`${Object.keys(gaps)[0]} makes it incomplete (faults 70, 73, 82, 83, 88)`, () => {
      const tally = new MoneyTally();
      tally.note(gaps);
      expect(tally.total().complete).to.equal(false);
      expect(tally.total().gaps).to.deep.equal(gaps);
    });
  }

  it('counts of nothing are no gap', () => {
    const tally = new MoneyTally();
    tally.note({ unreadableRows: 0, cutOff: false });
    expect(tally.total().complete).to.equal(true);
    expect(tally.total().gaps).to.deep.equal({});
  });

  it('two sets of gaps add their counts and keep their flags', () => {
    const merged = mergeGaps({ unreadableRows: 1, cutOff: true }, { unreadableRows: 2 });
    expect(merged).to.deep.equal({ unreadableRows: 3, cutOff: true });
    expect(isComplete(merged)).to.equal(false);
  });

  it('a total taken over brings its sums, its rows and its gaps', () => {
    const part = new MoneyTally();
    part.add('SEK', 'excluded', dec('2'));
    part.countRows(4);
    part.note({ missingAmounts: 1 });
    const whole = new MoneyTally();
    whole.addTotal(part.total());
    whole.addTotal(part.total());
    expect(whole.total().count).to.equal(8);
    expect(whole.total().gaps).to.deep.equal({ missingAmounts: 2 });
    expect(lines(whole.total().sums)).to.deep.equal(['SEK excluded 4']);
  });
});

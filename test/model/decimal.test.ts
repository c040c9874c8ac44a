import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  absDecimal,
  addDecimals,
  approximate,
  compareDecimals,
  decimalToString,
  isDecimal,
  isNegative,
  isZero,
  multiplyDecimals,
  negateDecimal,
  parseDecimal,
  subtractDecimals,
  toDecimal,
  trimDecimal,
  type Decimal,
} from '../../src/model/decimal.js';
import { dec, plain } from '../support/model-records.js';

const decimals: fc.Arbitrary<Decimal> = fc.record({
  units: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  scale: fc.nat(20),
});

describe('reading a decimal', () => {
  const readings: [text: string, expected: string][] = [
    ['1e3', '1000'],
    ['1E-2', '0.01'],
    ['354,10', '354.10'],
    ['354.10', '354.10'],
    [' +7 ', '7'],
    ['-0.5', '-0.5'],
    ['0', '0'],
    ['1.5e1', '15'],
    ['12345678901234567.890123456', '12345678901234567.890123456'],
    ['0.0000001', '0.0000001'],
    ['1e40', `1${'0'.repeat(40)}`],
    ['1e-40', `0.${'0'.repeat(39)}1`],
  ];
  for (const [text, expected] of readings) {
    it(`'${text}' is exactly ${expected} (faults 74, 76)`, () => {
      expect(plain(parseDecimal(text))).to.equal(expected);
    });
  }

  const refused = [
    '',
    ' ',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e400',
    '1e41',
    '1.5e-40',
    '0x10',
    '1_000',
    '1 000',
    '1,234.50',
    '1.2.3',
    '١٢٣',
    '１２',
    '.5',
    '5.',
    '007',
    '--1',
    '+-1',
    '1e',
    '1e1.5',
    '=1+1',
    '9'.repeat(61),
    '9'.repeat(1_000_000),
  ];
  for (const text of refused) {
    it(`'${text.slice(0, 20)}' (${text.length} characters) is no decimal (fault 73)`, () => {
      expect(parseDecimal(text)).to.equal(null);
    });
  }

  it('minus zero is zero and is not negative (fault 75)', () => {
    const zero = dec('-0.00');
    expect(decimalToString(zero)).to.equal('0.00');
    expect(isNegative(zero)).to.equal(false);
    expect(isZero(zero)).to.equal(true);
  });

  it('what is written reads back as the same units and scale', () => {
    fc.assert(
      fc.property(decimals, (d) => {
        expect(parseDecimal(decimalToString(d))).to.deep.equal(d);
      }),
    );
  });
});

describe('taking a JSON value as a decimal', () => {
  it('takes doubles of fifteen digits, however many zeros are before or after them', () => {
    const exact = [
      1.23456789012345e-7, 0.0123456789012345, 123456789012345000, 1.23456789012345e21,
    ];
    expect(exact.map((value) => approximate(toDecimal(value)!))).to.deep.equal(exact);
    const inexact = [1.234567890123456e-7, 0.1234567890123456, 1234567890123456];
    expect(inexact.map(toDecimal)).to.deep.equal([null, null, null]);
  });

  it('takes a string, and a number that a double holds exactly (fault 72)', () => {
    const taken = ['12.50', 12.5, 354.1, -0, 1e21, 0.000001, 123456789012345].map((v) =>
      plain(toDecimal(v)),
    );
    expect(taken).to.deep.equal([
      '12.50',
      '12.5',
      '354.1',
      '0',
      '1000000000000000000000',
      '0.000001',
      '123456789012345',
    ]);
  });

  it('refuses a number whose last digits may be lost already (fault 72)', () => {
    const refused = [0.1 + 0.2, 1234567890123456, 2 ** 60, 5e-324];
    expect(refused.map(toDecimal)).to.deep.equal([null, null, null, null]);
  });

  it('refuses what is no number: NaN, Infinity, forged templates, lists (faults 67, 73)', () => {
    const forged = { _$litType$: 1, strings: ['<b>1</b>'], values: [] };
    const refused = [NaN, Infinity, null, undefined, true, {}, [], ['1'], forged, 1n];
    expect(refused.map(toDecimal)).to.deep.equal(refused.map(() => null));
  });

  it('takes every double of at most 15 digits without changing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), fc.nat(6), (units, scale) => {
        const value = Number(`${units}e-${scale}`);
        expect(approximate(toDecimal(value)!)).to.equal(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('what a host calls a decimal', () => {
  it('is one only if sums can be made of it without a stall', () => {
    const decimals = [
      { units: 1n, scale: 0 },
      { units: -1n, scale: 80 },
    ];
    const others = [
      null,
      'x',
      { scale: 0 },
      { units: 1n },
      { units: 1, scale: 0 },
      { units: 1n, scale: -1 },
      { units: 1n, scale: 0.5 },
      { units: 1n, scale: 81 },
    ];
    expect(decimals.map(isDecimal)).to.deep.equal([true, true]);
    expect(others.map(isDecimal)).to.deep.equal(others.map(() => false));
  });
});

describe('calculating with decimals', () => {
  it('0.1 + 0.2 is 0.3', () => {
    expect(plain(addDecimals(dec('0.1'), dec('0.2')))).to.equal('0.3');
  });

  it('a sum is the same in any order and grouping', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        const left = addDecimals(addDecimals(a, b), c);
        expect(addDecimals(c, addDecimals(b, a))).to.deep.equal(left);
      }),
    );
  });

  it('what is added can be subtracted again', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(compareDecimals(subtractDecimals(addDecimals(a, b), b), a)).to.equal(0);
      }),
    );
  });

  it('a product distributes over a sum', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        const whole = multiplyDecimals(a, addDecimals(b, c));
        const parts = addDecimals(multiplyDecimals(a, b), multiplyDecimals(a, c));
        expect(compareDecimals(whole, parts)).to.equal(0);
      }),
    );
  });

  it('order looks at the value, not at the scale', () => {
    expect(compareDecimals(dec('1.50'), dec('1.5'))).to.equal(0);
    expect(compareDecimals(dec('1.49'), dec('1.5'))).to.equal(-1);
    expect(compareDecimals(dec('-1'), dec('-1.01'))).to.equal(1);
  });

  it('negating and taking the absolute value keep the scale', () => {
    expect(plain(negateDecimal(dec('1.50')))).to.equal('-1.50');
    expect(plain(absDecimal(dec('-1.50')))).to.equal('1.50');
  });

  it('trimming drops zeros after the point only', () => {
    const trimmed = ['100', '1.500', '0.00', '-2.0'].map((text) => plain(trimDecimal(dec(text))));
    expect(trimmed).to.deep.equal(['100', '1.5', '0', '-2']);
  });
});

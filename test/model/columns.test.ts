import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { DecimalColumn, DictionaryColumn, TimeColumn } from '../../src/model/columns.js';
import { addDecimals, compareDecimals, ZERO, type Decimal } from '../../src/model/decimal.js';
import { hashText, RowIndex, TextColumn } from '../../src/model/text-column.js';
import { CodeVector, NumberVector } from '../../src/model/vectors.js';
import { at, dec, plain } from '../support/model-records.js';

const anyDecimal: fc.Arbitrary<Decimal> = fc.oneof(
  fc.record({ units: fc.bigInt({ min: -100_000n, max: 100_000n }), scale: fc.nat(3) }),
  fc.record({ units: fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), scale: fc.nat(20) }),
);
const cells = fc.array(fc.option(anyDecimal), { maxLength: 80 });

function decimalColumn(values: readonly (Decimal | null)[]): DecimalColumn {
  const column = new DecimalColumn();
  for (const value of values) column.append(value);
  return column;
}

describe('a column of decimals', () => {
  it('gives back every value, however large, fine or mixed (fault 76)', () => {
    fc.assert(
      fc.property(cells, (values) => {
        const column = decimalColumn(values);
        values.forEach((value, row) => {
          const back = column.at(row);
          expect(back === null).to.equal(value === null);
          if (back && value) expect(compareDecimals(back, value)).to.equal(0);
        });
      }),
    );
  });

  it('sums exactly, in any order of the rows', () => {
    fc.assert(
      fc.property(cells, (values) => {
        const column = decimalColumn(values);
        const expected = values.reduce<Decimal>((sum, d) => (d ? addDecimals(sum, d) : sum), ZERO);
        const backwards = Uint32Array.from(values.keys()).reverse();
        for (const rows of [null, backwards]) {
          const { amount, missing } = column.sum(rows);
          expect(compareDecimals(amount, expected)).to.equal(0);
          expect(missing).to.equal(values.filter((value) => value === null).length);
        }
      }),
    );
  });

  for (const [texts, expected] of [
    [['45035996273704.95', '45035996273704.95', '45035996273704.95'], '135107988821114.85'],
    [['45035996273704.94', '90071992547409.91'], '135107988821114.85'],
    [['-90071992547409.91', '-90071992547409.91', '0.01'], '-180143985094819.81'],
  ] as const) {
    it(`sums that pass 2^53 on the way are exact: ${expected}`, () => {
      const column = decimalColumn(texts.map(dec));
      expect(column.asideCount).to.equal(0);
      expect(plain(column.sum(null).amount)).to.equal(expected);
    });
  }

  it('keys never disagree with the order of the values', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const column = decimalColumn([a, b]);
        const byKey = Math.sign(column.key(0) - column.key(1));
        if (byKey !== 0) expect(byKey).to.equal(compareDecimals(a, b));
      }),
    );
  });

  it('a refined scale keeps earlier values, and sets aside what no longer fits', () => {
    const column = decimalColumn([dec('9007199254740.99'), dec('1.5'), null, dec('0.00000001')]);
    expect(column.asideCount).to.equal(1);
    expect(plain(column.at(0))).to.equal('9007199254740.99');
    expect(plain(column.at(1))).to.equal('1.50000000');
    expect(column.at(2)).to.equal(null);
  });

  it('zeros beyond the finest scale are no reason to hold a value aside', () => {
    const column = decimalColumn([dec('1.500000000000')]);
    expect(column.asideCount).to.equal(0);
    expect(plain(column.at(0))).to.equal('1.5');
  });

  it('missing is null and not zero (fault 70)', () => {
    const column = decimalColumn([null, dec('0'), null]);
    expect([0, 1, 2].map((row) => plain(column.at(row)))).to.deep.equal([null, '0', null]);
  });
});

describe('growing vectors', () => {
  it('numbers come back through every change of width', () => {
    const numbers = fc.oneof(
      fc.integer({ min: -128, max: 127 }),
      fc.integer({ min: -32768, max: 32767 }),
      fc.integer(),
      fc.maxSafeInteger(),
      fc.constant(NaN),
      fc.constantFrom(-128, -32768, -(2 ** 31), 0.5),
    );
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 200 }), (values) => {
        const vector = new NumberVector();
        for (const value of values) vector.push(value);
        expect(values.map((_, row) => vector.get(row))).to.deep.equal(values);
      }),
    );
  });

  it('codes come back through every change of width', () => {
    const codes = fc.oneof(fc.nat(300), fc.nat(70_000), fc.nat(2 ** 32 - 1));
    fc.assert(
      fc.property(fc.array(codes, { maxLength: 200 }), (values) => {
        const vector = new CodeVector();
        for (const value of values) vector.push(value);
        expect(values.map((_, row) => vector.get(row))).to.deep.equal(values);
      }),
    );
  });

  it('a cell can be replaced by a wider one, even where no memory was taken', () => {
    const vector = new CodeVector();
    vector.push(0);
    vector.push(0);
    vector.set(1, 70_000);
    expect([vector.get(0), vector.get(1), vector.length]).to.deep.equal([0, 70_000, 2]);
  });

  it('a field that no record fills takes no memory', () => {
    const codes = new CodeVector();
    codes.reserve(1000);
    for (let i = 0; i < 1000; i++) codes.push(0);
    expect(codes.cells.length).to.equal(0);
    expect(codes.length).to.equal(1000);
  });
});

describe('a column of repeated texts', () => {
  it('holds each text once and gives back every row; empty is missing', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ maxLength: 3 }))), (texts) => {
        const column = new DictionaryColumn();
        for (const text of texts) column.append(text);
        expect(texts.map((_, row) => column.at(row))).to.deep.equal(texts.map((t) => t || null));
        const distinct = new Set(texts.filter(Boolean));
        expect(column.values.length).to.equal(distinct.size + 1);
      }),
    );
  });

  it('names that every object inherits are plain texts', () => {
    const column = new DictionaryColumn();
    for (const text of ['__proto__', 'constructor', '__proto__']) column.append(text);
    expect(column.at(2)).to.equal('__proto__');
    expect(column.codeOf('toString')).to.equal(undefined);
  });
});

describe('a column of ids', () => {
  it('gives back, compares and hashes every text, beyond Latin-1 and lone surrogates too', () => {
    const texts = fc.array(fc.option(fc.oneof(fc.string(), fc.string({ unit: 'binary' }))));
    fc.assert(
      fc.property(fc.tuple(texts, fc.constant('\ud800')), ([list, lone]) => {
        const all = [...list, lone];
        const column = new TextColumn();
        for (const text of all) column.append(text);
        all.forEach((text, row) => {
          expect(column.at(row)).to.equal(text || null);
          if (!text) return;
          expect(column.equals(row, text)).to.equal(true);
          expect(column.equals(row, `${text}x`)).to.equal(false);
          expect(column.hash(row)).to.equal(hashText(text));
        });
      }),
    );
  });

  it('every row is found again by its hash, among colliding ones too', () => {
    const hashes = Array.from({ length: 5000 }, (_, row) => hashText(String(row % 4000)));
    const index = new RowIndex((row) => hashes[row] ?? 0);
    hashes.forEach((_, row) => index.add(row));
    const lost = hashes.filter((hash, row) => index.find(hash, (found) => found === row) !== row);
    expect(lost).to.deep.equal([]);
    expect(index.find(12345, () => false)).to.equal(-1);
  });
});

describe('a column of times', () => {
  it('gives back wall time, precision and instant', () => {
    const times = [
      at('2026-03-08'),
      at('2026-03-08T21:14'),
      null,
      at('2026-10-25T02:30:00+02:00'),
      at('2026-10-25T02:30:00.125+01:00'),
      at('2026-03-08T21:14:03'),
    ];
    const column = new TimeColumn();
    for (const time of times) column.append(time);
    expect(times.map((_, row) => column.time(row))).to.deep.equal(times);
    expect(column.at(2)).to.be.NaN;
  });

  it('of two records at 02:30 the one that happened first has the lower key', () => {
    const column = new TimeColumn();
    column.append(at('2026-10-25T02:30:00+01:00'));
    column.append(at('2026-10-25T02:30:00+02:00'));
    column.append(at('2026-10-25T02:31:00+02:00'));
    expect(column.key(1)).to.be.lessThan(column.key(0));
    expect(column.key(0)).to.be.lessThan(column.key(2));
  });
});

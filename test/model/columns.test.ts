import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { CodeColumn } from '../../src/model/code-column.js';
import { DecimalColumn, DictionaryColumn, MAX_SCALED } from '../../src/model/columns.js';
import { compareDecimals, trimDecimal, type Decimal } from '../../src/model/decimal.js';
import { hashOf, MAX_FOUND, PackedTexts, unitsOf } from '../../src/model/packed-texts.js';
import { TimeColumn } from '../../src/model/time-column.js';
import { at, dec, plain } from '../support/model-records.js';

const anyDecimal: fc.Arbitrary<Decimal> = fc.oneof(
  fc.record({ units: fc.bigInt({ min: -100_000n, max: 100_000n }), scale: fc.nat(3) }),
  fc.record({ units: fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), scale: fc.nat(20) }),
);
const cells = fc.array(fc.option(anyDecimal), { maxLength: 80 });

function decimalColumn(values: readonly (Decimal | null)[]): DecimalColumn {
  const column = new DecimalColumn();
  values.forEach((value, row) => value && column.write(row, value));
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

  it('tells values apart that are held aside and differ in nothing but their scale', () => {
    const fine = [
      '0.000000001',
      '0.0000000001',
      '9007199254740993',
      '9007199254740992',
      '4503599627370496',
    ];
    const column = decimalColumn(fine.map(dec));
    expect(fine.map((_, row) => plain(trimDecimal(column.at(row)!)))).to.deep.equal(fine);
  });

  it('equal values have equal codes, others have not', () => {
    fc.assert(
      fc.property(cells, (values) => {
        const column = decimalColumn([...values, ...values]);
        const codes = new Map<string, number>();
        values.forEach((value, row) => {
          expect(column.code(row + values.length)).to.equal(column.code(row));
          codes.set(value ? plain(trimDecimal(value))! : '', column.code(row));
        });
        expect(new Set(codes.values()).size).to.equal(codes.size);
      }),
    );
  });

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
    expect([0, 1, 2, 3].map((row) => column.code(row) > MAX_SCALED)).to.deep.equal([
      true,
      false,
      false,
      false,
    ]);
    expect(plain(column.at(0))).to.equal('9007199254740.99');
    expect(plain(column.at(1))).to.equal('1.50000000');
    expect(column.at(2)).to.equal(null);
  });

  it('zeros beyond the finest scale are no reason to hold a value aside', () => {
    const column = decimalColumn([dec('1.500000000000')]);
    expect(column.code(0)).to.be.lessThan(MAX_SCALED);
    expect(plain(column.at(0))).to.equal('1.5');
  });

  it('missing is null and not zero (fault 70)', () => {
    const column = decimalColumn([null, dec('0'), null]);
    expect([0, 1, 2].map((row) => plain(column.at(row)))).to.deep.equal([null, '0', null]);
  });
});

describe('a growing column of codes', () => {
  it('gives back every code through every change of width', () => {
    const codes = fc.oneof(
      fc.integer({ min: -128, max: 127 }),
      fc.integer({ min: -32768, max: 32767 }),
      fc.integer(),
      fc.maxSafeInteger(),
      fc.constantFrom(0, -128, 128, -32769, 2 ** 31),
    );
    fc.assert(
      fc.property(fc.array(codes, { maxLength: 200 }), (values) => {
        const column = new CodeColumn();
        values.forEach((value, row) => column.set(row, value));
        expect(values.map((_, row) => column.code(row))).to.deep.equal(values);
      }),
    );
  });

  it('a cell can be replaced by a wider one, even where no memory was taken', () => {
    const column = new CodeColumn();
    column.set(1, 0);
    column.set(1, 70_000);
    expect([column.code(0), column.code(1)]).to.deep.equal([0, 70_000]);
  });

  it('a field that no record fills takes no memory', () => {
    const column = new CodeColumn();
    for (let row = 0; row < 1000; row++) column.set(row, 0);
    expect([column.codes.length, column.code(999)]).to.deep.equal([0, 0]);
  });
});

describe('a column of repeated texts', () => {
  it('holds each text once and gives back every row; empty is missing', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ maxLength: 3 }))), (texts) => {
        const column = new DictionaryColumn();
        texts.forEach((text, row) => text && column.write(row, text));
        expect(texts.map((_, row) => column.at(row))).to.deep.equal(texts.map((t) => t || null));
        const distinct = new Set(texts.filter(Boolean));
        expect(column.values.length).to.equal(distinct.size + 1);
      }),
    );
  });

  it('spellings of one text are one text', () => {
    const column = new DictionaryColumn((text) => text.trim() || null);
    [' a', 'a', ' ', 'a '].forEach((text, row) => column.write(row, text));
    expect([0, 1, 2, 3].map((row) => column.at(row))).to.deep.equal(['a', 'a', null, 'a']);
    expect(column.values).to.deep.equal(['', 'a']);
  });

  it('names that every object inherits are plain texts', () => {
    const column = new DictionaryColumn();
    ['__proto__', 'constructor', '__proto__'].forEach((text, row) => column.write(row, text));
    expect(column.at(2)).to.equal('__proto__');
    expect(column.codeOfUnits(unitsOf('toString'), 0, 8)).to.equal(undefined);
  });
});

/** Adds a text as the id of a row of a group is. */
function addText(texts: PackedTexts, text: string, group = 0): void {
  const units = unitsOf(text);
  const { length } = text;
  texts.add(text ? hashOf(units, 0, length, group) : 0, units, 0, length);
}

function findText(texts: PackedTexts, text: string, group = 0): readonly number[] {
  const units = unitsOf(text);
  return texts.all(hashOf(units, 0, text.length, group), units, 0, text.length);
}

describe('packed texts', () => {
  it('are given back and compared, beyond Latin-1 and lone surrogates too', () => {
    const lists = fc.array(fc.option(fc.oneof(fc.string(), fc.string({ unit: 'binary' }))));
    fc.assert(
      fc.property(lists, (list) => {
        const all = [...list, '\ud800', '\u0000'];
        const texts = new PackedTexts();
        for (const text of all) addText(texts, text ?? '');
        all.forEach((text, place) => {
          expect(texts.at(place)).to.equal(text || null);
          if (!text) return;
          expect(texts.holds(place, unitsOf(text), 0, text.length)).to.equal(true);
          expect(texts.holds(place, unitsOf(`${text}x`), 0, text.length + 1)).to.equal(false);
        });
      }),
    );
  });

  it('every one is found again, in its group, among thousands and beside rows without id', () => {
    const ids = Array.from({ length: 5000 }, (_, row) => (row % 7 ? `id-${row % 4000}` : ''));
    const texts = new PackedTexts();
    ids.forEach((id, row) => addText(texts, id, row % 2));
    const lost = ids.filter((id, row) => id && !findText(texts, id, row % 2).includes(row));
    expect(lost).to.deep.equal([]);
    expect(findText(texts, 'id-1', 0)).to.deep.equal([]);
    expect(findText(texts, 'id-1', 1)).to.deep.equal([1, 4001]);
  });

  it('one for all rows does not make every append a scan', () => {
    const texts = new PackedTexts();
    for (let row = 0; row < 5000; row++) {
      const isFindable = findText(texts, 'same').length < MAX_FOUND;
      texts.add(isFindable ? hashOf(unitsOf('same'), 0, 4) : 0, unitsOf('same'), 0, 4);
    }
    expect(findText(texts, 'same').length).to.be.at.most(MAX_FOUND);
    expect(texts.at(4999)).to.equal('same');
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
    times.forEach((time, row) => time && column.write(row, time));
    expect(times.map((_, row) => column.time(row))).to.deep.equal(times);
    expect(column.at(2)).to.be.NaN;
  });

  it('of two records at 02:30 the one that happened first has the lower key', () => {
    const column = new TimeColumn();
    column.write(0, at('2026-10-25T02:30:00+01:00'));
    column.write(1, at('2026-10-25T02:30:00+02:00'));
    column.write(2, at('2026-10-25T02:31:00+02:00'));
    expect(column.key(1)).to.be.lessThan(column.key(0));
    expect(column.key(0)).to.be.lessThan(column.key(2));
  });
});

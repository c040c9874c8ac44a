import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { csvLine, type CsvFormat } from '../../src/model/csv.js';
import { dec, plain } from '../support/model-records.js';

const NORDIC: CsvFormat = { separator: ';', decimalSign: ',' };
const ENGLISH: CsvFormat = { separator: ',', decimalSign: '.' };

/** Reads one line as RFC 4180 says, with no help of what wrote it. */
function readLine(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const sign = line[i] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (line[i + 1] === '"') cell += line[++i] ?? '';
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (line.startsWith('\r\n', i)) break;
    else cell += sign;
  }
  return [...cells, cell];
}

/** Texts of what means something in a file, with anything else between. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'",;\t\r\n =+-@01eE\'a'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe('a line of a CSV file', () => {
  it('is read back as it was, in either format', () => {
    const cells = fc.array(anyText, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(cells, fc.constantFrom(NORDIC, ENGLISH), (texts, format) => {
        const read = readLine(csvLine(texts, format), format.separator);
        expect(
          read.map((text, n) => (text === `'${texts[n]}` ? text.slice(1) : text)),
        ).to.deep.equal(texts);
      }),
      { numRuns: 1_000 },
    );
  });

  it('holds no text that begins a formula', () => {
    for (const text of [
      '=1+1',
      '+46701',
      '-1',
      '@SUM(A1)',
      '\t=1',
      ' =1',
      '\r=1',
      '\tx',
      '\rx',
      '\nx',
      '＝1',
      '＋1',
      '－1',
      '＠A1',
      '\u200b=1',
    ]) {
      const [read] = readLine(csvLine([text], NORDIC), ';');
      expect(read, JSON.stringify(text)).to.equal(`'${text}`);
    }
    expect(csvLine(['Norge-samtal', 'a=1', 'a\nb'], NORDIC)).to.equal(
      'Norge-samtal;a=1;"a\nb"\r\n',
    );
  });

  it('keeps the digits of a text that would be taken for a figure', () => {
    for (const text of [
      '0701740612',
      '123456789012',
      '202603080000000017',
      '1e5',
      '7E10',
      '12e5',
    ]) {
      expect(csvLine([text], NORDIC), text).to.equal(`'${text}\r\n`);
    }
    const others = ['46701740612', '0', '118118', 'e5', '5e', '1e5 x'];
    expect(csvLine(others, NORDIC)).to.equal(`${others.join(';')}\r\n`);
  });

  it('stays whole where a spreadsheet separates by another sign, or strips blanks', () => {
    for (const format of [NORDIC, ENGLISH]) {
      for (const text of ['a,b', 'a;b', 'a\tb', ' a', 'a ']) {
        expect(csvLine([text], format)).to.equal(`"${text}"\r\n`);
      }
    }
    expect(csvLine(['a b'], NORDIC)).to.equal('a b\r\n');
  });

  it('keeps a text that would be taken for a day or a time, and leaves days as they are', () => {
    for (const text of ['24/7', '1-2', '3.4', '12:30', '28/3/2026', '28.3.26', '10,5']) {
      expect(readLine(csvLine([text], NORDIC), ';')[0], text).to.equal(`'${text}`);
    }
    const left = ['2026-03-08', '2026-03-08 21:14', '0939-1124000', '1.2.3.4', '24/7-support'];
    expect(readLine(csvLine(left, NORDIC), ';')).to.deep.equal(left);
  });

  it('has plain figures with the sign of the language', () => {
    const cells = [dec('1234.50'), dec('-0.05'), dec('7'), null];
    expect(csvLine(cells, NORDIC)).to.equal('1234,50;-0,05;7;\r\n');
    expect(csvLine(cells, ENGLISH)).to.equal('1234.50,-0.05,7,\r\n');
  });

  it('loses no digit of a figure', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat(20), (units, scale) => {
        const figure = { units, scale };
        expect(csvLine([figure], ENGLISH)).to.equal(`${plain(figure)}\r\n`);
      }),
    );
  });
});

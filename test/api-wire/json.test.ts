import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseJsonExactly } from '../../src/api/json.js';

describe('JSON without loss', () => {
  it('fault 76: more than 15 digits arrive as they were written', () => {
    expect(parseJsonExactly('[12345678901234567890, -0.12345678901234567, 1000000000000000.10]'))
      .to //
      .deep.equal(['12345678901234567890', '-0.12345678901234567', '1000000000000000.10']);
  });

  it('up to 15 characters are exact and stay numbers', () => {
    expect(parseJsonExactly('[-999999999999999, 0.0000123456789, 354.10]')).to.deep.equal([
      -999999999999999, 0.0000123456789, 354.1,
    ]);
  });

  it('fault 74: an exponent arrives as it was written', () => {
    expect(parseJsonExactly('{"a":1e3,"b":[1E-2,-2.5e+1]}')).to.deep.equal({
      a: '1e3',
      b: ['1E-2', '-2.5e+1'],
    });
  });

  it('fault 73: 1e400 is not Infinity', () => {
    expect(parseJsonExactly('{"amount":1e400}')).to.deep.equal({ amount: '1e400' });
  });

  it('a long numeral behind a text that looks like one is found all the same', () => {
    const text = String.raw`{"a":"x: 1e5, \", 2e5","b": 1e5,"c":["\\",12345678901234567]}`;
    expect(parseJsonExactly(text)).to.deep.equal({
      a: 'x: 1e5, ", 2e5',
      b: '1e5',
      c: ['\\', '12345678901234567'],
    });
  });

  it('digits inside of a text are left alone', () => {
    const text = String.raw`{"a\"1e5":"x \\","b":"12345678901234567890 \" 1e5","1e5":"\\\\"}`;
    expect(parseJsonExactly(text)).to.deep.equal(JSON.parse(text));
  });

  for (const text of [
    '',
    '{"amount":',
    '{1e5:1}',
    '{ 12345678901234567890 : 1}',
    '[01234567890123456789]',
    '[12345678901234567890.]',
    '[.12345678901234567890]',
    '[+12345678901234567890]',
    '[1e]',
    '[1234567890123456e5e5]',
    '[0x1e5]',
    '[1_000_000_000_000_000_000]',
    '[NaN]',
    '"abc',
    '"abc\\',
    '1e5 1e5',
    '<!doctype html>',
  ]) {
    it(`fault 62: ${JSON.stringify(text)} stays malformed`, () => {
      expect(() => parseJsonExactly(text)).to.throw(SyntaxError);
    });
  }

  it('fault 65: nesting 200,000 deep is refused, not overflowed', () => {
    for (const text of [
      '['.repeat(200_000) + ']'.repeat(200_000),
      '{"a":'.repeat(200_000),
      `{"items": [${'{ "\\"[" : [\n'.repeat(200_000)}`,
    ]) {
      expect(() => parseJsonExactly(text)).to.throw(RangeError, /^$/);
    }
  });

  it('fault 65: what nests deep beside other values is refused, too, and 64 deep is not', () => {
    const text = (depth: number): string => `${'[1,'.repeat(depth)}1${']'.repeat(depth)}`;
    expect(() => parseJsonExactly(text(200_000))).to.throw(RangeError, /^$/);
    expect(() => parseJsonExactly(text(65))).to.throw(RangeError);
    expect(parseJsonExactly(text(64))).to.have.length(2);
  });

  it('fault 65: brackets in a text and one beside the other are no depth', () => {
    const text = `["${'['.repeat(1_000)}", ${'[],'.repeat(1_000)} {}]`;
    expect(parseJsonExactly(text)).to.deep.equal(JSON.parse(text));
  });

  it('fault 66: an own __proto__ is a member and pollutes nothing', () => {
    const value = parseJsonExactly('{"__proto__":{"polluted":true},"constructor":1}') as object;
    expect(Object.keys(value)).to.deep.equal(['__proto__', 'constructor']);
    expect('polluted' in {}).to.equal(false);
  });

  it('is JSON.parse for every value whose numbers are short', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        if (/\d[eE]|[\d.]{16}/.test(text)) return;
        expect(parseJsonExactly(text)).to.deep.equal(JSON.parse(text));
      }),
    );
  });

  it('apart from long numerals it says yes and no like JSON.parse, and gives the same', () => {
    const piece = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"', '\\', '"a"', '"1e5"', ' ', '\n', 'null', 'true'],
      ...['1', '-0', '1.5', '01', '1e5', '-', '.', 'E', '12345678901234567', '0.5', '1e400'],
    );
    const unquote = (_: string, value: unknown): unknown =>
      typeof value === 'string' && /^-?[\d.]+(?:e[+-]?\d+)?$/i.test(value) ? Number(value) : value;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let expected: unknown;
        try {
          expected = JSON.parse(text, unquote);
        } catch {
          expect(() => parseJsonExactly(text), text).to.throw(SyntaxError);
          return;
        }
        const given = JSON.parse(JSON.stringify(parseJsonExactly(text)), unquote) as unknown;
        expect(JSON.stringify(given), text).to.equal(JSON.stringify(expected));
      }),
      { numRuns: 5_000 },
    );
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { ListReader, type RowSink } from '../../src/api/list-reader.js';

const encoder = new TextEncoder();
const REFUSED = 'refused';

/** What a reader makes of bytes that come in these pieces. */
function read(...pieces: readonly Uint8Array[]): unknown {
  try {
    const reader = new ListReader();
    for (const piece of pieces) reader.push(piece);
    return reader.end();
  } catch (reason) {
    expect(reason).to.be.instanceOf(reason instanceof RangeError ? RangeError : SyntaxError);
    expect((reason as Error).message).to.equal('');
    return REFUSED;
  }
}

/** What the platform makes of them, if it is an object: nothing else is a body. */
function expected(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return value instanceof Object && !Array.isArray(value) ? value : REFUSED;
  } catch {
    return REFUSED;
  }
}

/** The same with all texts that are numerals as numbers: which of them stay texts is told elsewhere. */
function loosely(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'string' && /^-?[\d.]+(?:e[+-]?\d+)?$/i.test(each) ? Number(each) : each,
  );
}

const SMALL =
  '{"a\\"å€😀":[-0.50,12,1e3,true,false,null,{}],"\\u00e5\\ud83d\\ude00\\n":"x\\\\","":"", "b" :[ ]}';

describe('JSON from bytes', () => {
  it('is JSON.parse for every value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.nat(3), (value, indent) => {
        const bytes = encoder.encode(JSON.stringify({ value }, null, indent));
        expect(loosely(read(bytes))).to.equal(loosely(expected(bytes)));
      }),
      { numRuns: 500 },
    );
  });

  it('says yes and no like JSON.parse when bytes are changed, lost or put in', () => {
    const good = encoder.encode(SMALL);
    const odd = [...encoder.encode('"\\{}[]:,-+.eE019tfnu \n\t'), 0, 0x1f, 0x7f, 0x80, 0xbf];
    const edge = [0xc0, 0xc2, 0xe0, 0xed, 0xa0, 0xef, 0xbb, 0xf0, 0xf4, 0x90, 0xf5, 0xff];
    const byte = fc.oneof(fc.constantFrom(...odd, ...edge), fc.nat(255));
    const change = fc.tuple(fc.nat(good.length), fc.nat(2), fc.array(byte, { maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const bytes = [...good];
        for (const [at, lost, put] of changes) bytes.splice(at, lost, ...put);
        const all = new Uint8Array(bytes);
        expect(loosely(read(all)), String(bytes)).to.equal(loosely(expected(all)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('white space of every kind may stand between all of it', () => {
    for (const blank of [' ', '\t', '\n', '\r', '\r\n\t ']) {
      const text = ['', '{', '"a"', ':', '[', '1', ',', '"b"', ']', '}', ''].join(blank);
      expect(read(encoder.encode(text)), JSON.stringify(blank)).to.deep.equal({ a: [1, 'b'] });
    }
  });

  for (const numeral of ['1.', '-1.', '-', '.5', '01', '-01', '+1', '1..2', '1e', '--1']) {
    it(`fault 62: ${numeral} is no numeral, short as it is`, () => {
      expect(read(encoder.encode(`{"a":${numeral},"b":0}`))).to.equal(REFUSED);
    });
  }

  it('ill-formed UTF-8 is what TextDecoder makes of it', () => {
    const byte = fc.constantFrom(
      0x61,
      0x80,
      0xa0,
      0x9f,
      0xbf,
      0xc1,
      0xc3,
      0xe0,
      0xe2,
      0xed,
      0xf0,
      0xf4,
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 6 }),
        fc.array(byte, { maxLength: 8 }),
        (any, some) => {
          const inside = [...any, ...some].filter(
            (each) => each > 0x1f && ![0x22, 0x5c].includes(each),
          );
          const bytes = new Uint8Array([...encoder.encode('{"a":"'), ...inside, 0x22, 0x7d]);
          expect(read(bytes)).to.deep.equal(expected(bytes));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('one byte order mark is dropped, at the beginning only', () => {
    for (const text of ['\uFEFF{}', '\uFEFF\uFEFF{}', ' \uFEFF{}', '{}\uFEFF', '{"\uFEFF":1}']) {
      const bytes = encoder.encode(text);
      expect(loosely(read(bytes)), JSON.stringify(text)).to.equal(loosely(expected(bytes)));
    }
  });

  it('wherever the pieces end, in a character, an escape or a numeral, the value is the same', () => {
    const bytes = encoder.encode(SMALL);
    const whole = loosely(expected(bytes));
    for (let cut = 0; cut <= bytes.length; cut++) {
      const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
      expect(loosely(read(...pieces)), String(cut)).to.equal(whole);
    }
    const single = Array.from(bytes, (byte) => new Uint8Array([byte]));
    expect(loosely(read(...single))).to.equal(whole);
  });

  it('what is cut off at any place is refused, and so is what comes behind the end', () => {
    const bytes = encoder.encode(SMALL);
    for (let cut = 0; cut < bytes.length; cut++) {
      expect(read(bytes.subarray(0, cut)), String(cut)).to.equal(REFUSED);
    }
    for (const more of ['{}', ',', '"', '0', '\0', '}']) {
      expect(read(bytes, encoder.encode(more)), more).to.equal(REFUSED);
    }
    expect(read(bytes, encoder.encode(' \n'))).not.to.equal(REFUSED);
  });
});

describe('rows of a body that is still on its way', () => {
  function sink(): RowSink & { rows: unknown[] } {
    const rows: unknown[] = [];
    return { rows, take: (json) => void rows.push(json.value()) };
  }

  const ROWS = [{ a: 'å', b: [1, { c: null }] }, 7, 'x', [], null, { a: 1.25 }];
  const BODY = encoder.encode(JSON.stringify({ before: [{}], items: ROWS, after: { next: 'y' } }));

  it('each row comes once, wherever the body is cut, and the rest of it is as it is', () => {
    for (let cut = 0; cut <= BODY.length; cut++) {
      const rows = sink();
      const reader = new ListReader(rows);
      reader.push(BODY.subarray(0, cut));
      reader.push(BODY.subarray(cut));
      expect(reader.end()).to.deep.equal({ before: [{}], items: [], after: { next: 'y' } });
      expect(rows.rows, String(cut)).to.deep.equal(ROWS);
      expect(reader.count).to.equal(ROWS.length);
    }
  });

  it('a row is there as soon as its bytes are', () => {
    const rows = sink();
    const reader = new ListReader(rows);
    reader.push(encoder.encode('{"items":[{"a":1},{"a":2},{"a'));
    expect(rows.rows).to.deep.equal([{ a: 1 }, { a: 2 }]);
  });

  it('a long row in small pieces is not read again for each of them', () => {
    let reads = 0;
    const reader = new ListReader({
      take: (json) => {
        reads++;
        json.value();
      },
    });
    reader.push(encoder.encode('{"items":["'));
    for (let n = 0; n < 10_000; n++) reader.push(encoder.encode('xxxxxxxxxx'));
    reader.push(encoder.encode('"]}'));
    reader.end();
    expect(reads).to.be.lessThan(40);
  });

  it('a second list of rows is no JSON of ours: the first one cannot be taken back', () => {
    const reader = new ListReader(sink());
    reader.push(encoder.encode('{"items":[1],"items":[2]}'));
    expect(() => reader.end()).to.throw(SyntaxError);
  });

  it('items that are no list are a member like any other', () => {
    const reader = new ListReader(sink());
    reader.push(encoder.encode('{"items":{"items":[1]}}'));
    expect(reader.end()).to.deep.equal({ items: { items: [1] } });
  });
});

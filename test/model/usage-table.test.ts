import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { VAT_BASES } from '../../src/model/money.js';
import { deriveView } from '../../src/model/table-view.js';
import { hasMark, usageRecord, type UsageRecord } from '../../src/model/usage-record.js';
import { at, call, dec, lines, plain, tableOf, WORDS } from '../support/model-records.js';

const TIME = { column: 'time', descending: false } as const;

describe('a table of usage records', () => {
  it('gives back the records it was given', () => {
    const full = call({
      recordId: 'u-1',
      endTime: at('2026-03-08T21:15:07+01:00'),
      destinationCode: 'SE-M',
      chargedVolume: dec('67'),
      quantity: dec('1'),
      unitPrice: dec('0.69'),
      vatAmount: dec('0.38'),
      vatRate: dec('25'),
      contentProvider: 'CP',
      roamingProvider: 'RP',
      marks: 1,
    });
    expect(tableOf([full]).record(0)).to.deep.equal(full);
  });

  it('a record of which nothing is known stays unknown (fault 69)', () => {
    const empty = usageRecord({});
    expect(tableOf([empty]).record(0)).to.deep.equal(empty);
  });

  it('grows over many appends without losing or changing a row', () => {
    const table = tableOf([]);
    const versions = [table.version];
    for (let batch = 0; batch < 40; batch++) {
      const from = batch * 50;
      table.append(
        Array.from({ length: 50 }, (_, i) =>
          call({
            recordId: `r${from + i}`,
            description: `d${from + i}`,
            amount: dec(`${from + i}`),
          }),
        ),
      );
      versions.push(table.version);
    }
    expect(table.length).to.equal(2000);
    expect(new Set(versions).size).to.equal(41);
    const wrong = Array.from({ length: 2000 }, (_, row) => table.record(row)).filter(
      (record, row) =>
        record.recordId !== `r${row}` ||
        record.description !== `d${row}` ||
        plain(record.amount) !== `${row}`,
    );
    expect(wrong).to.deep.equal([]);
  });

  it('hostile texts are kept as they are and cost no row (fault 86)', () => {
    const hostile = ['<img src=x onerror=alert(1)>', '\u202eabc', '\u0000', '\ud800', '__proto__'];
    const table = tableOf(hostile.map((description) => call({ description })));
    expect(hostile.map((_, row) => table.description.at(row))).to.deep.equal(hostile);
  });
});

describe('the same id twice', () => {
  it('with the same content counts once, whatever the scale of its figures (fault 82)', () => {
    const table = tableOf([call({ recordId: 'a' }), call({ recordId: 'a', amount: dec('1.5') })]);
    expect(table.length).to.equal(1);
    expect(table.total(null).complete).to.equal(true);
  });

  it('with other content both stay, both are flagged, the total is not complete (fault 82)', () => {
    const table = tableOf([call({ recordId: 'a' }), call({ recordId: 'a', amount: dec('2') })]);
    expect([0, 1].map((row) => hasMark(table.marks(row), 'conflicting'))).to.deep.equal([
      true,
      true,
    ]);
    expect(table.gaps).to.deep.equal({ conflictingRows: 2 });
    expect(lines(table.total(null).sums)).to.deep.equal(['SEK excluded 3.50']);
  });

  it('a repetition of either of two conflicting records counts no more', () => {
    const first = call({ recordId: 'a' });
    const second = call({ recordId: 'a', amount: dec('2') });
    expect(tableOf([first, second, second, first]).length).to.equal(2);
  });

  it('is noticed across appends, among thousands', () => {
    const page = Array.from({ length: 3000 }, (_, i) => call({ recordId: `id-${i}` }));
    const table = tableOf(page);
    table.append(page);
    expect(table.length).to.equal(3000);
  });

  it('on another subscription is another record, over hundreds of them', () => {
    const records = Array.from({ length: 400 }, (_, i) =>
      call({ recordId: `id-${i % 4}`, subscriptionNo: `46700${Math.floor(i / 4)}` }),
    );
    const table = tableOf(records);
    expect(table.length).to.equal(400);
    expect(table.gaps).to.deep.equal({});
  });

  it('records without an id are never taken for one another', () => {
    expect(tableOf([call(), call()]).length).to.equal(2);
  });
});

describe('calls to free and helpline numbers', () => {
  const records = [
    call(),
    call({ recordId: 'h', otherParty: '116 123', amount: dec('0.10') }),
    call({ recordId: 'f', otherParty: '020-123456', amount: dec('0.20'), usageType: 'SMS' }),
  ];

  it('are not listed anywhere in the table (fault 87)', () => {
    const table = tableOf(records);
    expect(table.length).to.equal(1);
    expect(table.otherParty.values).to.deep.equal(['', '+46709876543']);
    expect(deriveView(table, { text: '116' }, TIME, WORDS).length).to.equal(0);
    const held = table.parts.flatMap((part) =>
      Array.from({ length: part.length }, (_, row) => part.record(row)),
    );
    expect(held.some(({ otherParty }) => otherParty?.includes('116'))).to.equal(false);
  });

  it('still count in the whole, but in no selection of rows (fault 87)', () => {
    const table = tableOf(records);
    expect(table.withheld.count).to.equal(2);
    expect(lines(table.withheld.sums)).to.deep.equal(['SEK excluded 0.30']);
    expect(lines(table.total(null).sums)).to.deep.equal(['SEK excluded 1.80']);
    expect(lines(table.total(Uint32Array.of(0)).sums)).to.deep.equal(['SEK excluded 1.50']);
  });

  it('come a second time, and count once', () => {
    const table = tableOf([...records, ...records.slice(1)]);
    expect(table.withheld.count).to.equal(2);
    expect(lines(table.withheld.sums)).to.deep.equal(['SEK excluded 0.30']);
  });

  it('with the same id and other content are not counted twice in silence', () => {
    const table = tableOf([...records, call({ recordId: 'h', amount: dec('9') })]);
    expect(table.total(null).complete).to.equal(false);
  });

  it('with the id of a record that is listed are a conflict of both', () => {
    const helpline = call({ recordId: 'a', otherParty: '116 123', amount: dec('9') });
    for (const both of [
      [call({ recordId: 'a' }), helpline],
      [helpline, call({ recordId: 'a' })],
    ]) {
      const table = tableOf(both);
      expect(table.gaps).to.deep.equal({ conflictingRows: 2 });
      expect(hasMark(table.marks(0), 'conflicting')).to.equal(true);
    }
  });

  it("follow the host's own patterns", () => {
    const table = tableOf([call()], { numberRules: { free: ['070*'] } });
    expect(table.length).to.equal(0);
  });
});

describe('the number called in a text beside it', () => {
  const texts = (otherParty: string): (string | null)[] => {
    const text = `Call to ${otherParty}`;
    const record = { otherParty, description: text, destination: text, contentProvider: text };
    const { description, destination, contentProvider } = tableOf([call(record)]).record(0);
    return [description, destination, contentProvider];
  };

  it('is taken out, which column ever it came in', () => {
    for (const text of texts('+46709876543')) expect(text).not.to.match(/\d{3}/);
  });

  it('stays where it is a premium number, which is shown', () => {
    for (const text of texts('0939-1124000')) expect(text).to.include('0939-1124000');
  });
});

describe('what a host hands over without care', () => {
  const record = (parts: Record<string, unknown>): UsageRecord =>
    tableOf([{ ...call(), ...parts } as Partial<UsageRecord>]).record(0);

  it('a forged template object is no text (fault 67)', () => {
    const forged = { _$litType$: 1, strings: ['<b>x</b>'], values: [] };
    const { description, marks } = record({ description: forged });
    expect(description).to.equal(null);
    expect(hasMark(marks, 'badText')).to.equal(true);
  });

  it('an unknown field is ignored (fault 68)', () => {
    expect(record({ surprise: 1 })).to.deep.equal(call());
  });

  it('a field that is not there is missing, without a mark (fault 69)', () => {
    const { description, marks } = record({ description: undefined });
    expect([description, marks]).to.deep.equal([null, 0]);
  });

  for (const [field, bad, mark] of [
    ['amount', NaN, 'badAmount'],
    ['amount', { units: 5, scale: 0 }, 'badAmount'],
    ['amount', { units: 5n, scale: 1e9 }, 'badAmount'],
    ['volume', '67', 'badVolume'],
    ['quantity', { units: 1n, scale: -1 }, 'badVolume'],
    ['startTime', { wall: NaN, precision: 'second', instant: null }, 'badTime'],
    ['startTime', { wall: 1e17, precision: 'second', instant: null }, 'badTime'],
    ['startTime', { wall: 1e12, precision: 'century', instant: null }, 'badTime'],
    ['endTime', '2026-03-08', 'badTime'],
  ] as const) {
    it(`${field} that is no ${mark.slice(3).toLowerCase()} (${typeof bad}) is missing and marked`, () => {
      const read = record({ [field]: bad });
      expect(read[field]).to.equal(null);
      expect(hasMark(read.marks, mark)).to.equal(true);
    });
  }

  it('a VAT basis that is none is not stated (fault 79)', () => {
    expect(record({ vat: 'maybe' }).vat).to.equal('unstated');
    expect(record({ vat: undefined }).vat).to.equal('unstated');
  });
});

describe('what a called number says about its record', () => {
  it('premium-rate and roaming numbers are marked, by our rules or the host’s', () => {
    const numbers = ['0900-123456', '+88351001234', '+46709876543', null];
    const table = tableOf(
      numbers.map((otherParty) => call({ otherParty })),
      { numberRules: { roaming: ['+88*'] } },
    );
    const marked = numbers.map((_, row) =>
      (['premium', 'roaming'] as const).filter((mark) => hasMark(table.marks(row), mark)),
    );
    expect(marked).to.deep.equal([['premium'], ['roaming'], [], []]);
  });
});

describe('records that contradict themselves', () => {
  it('an end before the start is dropped and flagged (fault 81)', () => {
    const table = tableOf([call({ endTime: at('2026-03-08T21:13:59') })]);
    expect(table.endTime.time(0)).to.equal(null);
    expect(hasMark(table.marks(0), 'badTime')).to.equal(true);
  });

  it('an end that the clock shows earlier but that came later is kept', () => {
    const table = tableOf([
      call({
        startTime: at('2026-10-25T02:50:00+02:00'),
        endTime: at('2026-10-25T02:10:00+01:00'),
      }),
    ]);
    expect(table.endTime.time(0)).to.not.equal(null);
    expect(table.marks(0)).to.equal(0);
  });

  it('an end that states only its day is not before that day’s start', () => {
    const table = tableOf([call({ endTime: at('2026-03-08') })]);
    expect(table.marks(0)).to.equal(0);
  });

  for (const field of ['volume', 'chargedVolume'] as const) {
    it(`a negative ${field} is dropped and flagged, already marked or not (fault 81)`, () => {
      for (const marks of [0, 8]) {
        const table = tableOf([call({ [field]: dec('-5'), marks })]);
        expect(table[field].at(0)).to.equal(null);
        expect(hasMark(table.marks(0), 'badVolume')).to.equal(true);
      }
    });
  }

  it('a negative amount is a credit, minus zero is none (fault 75)', () => {
    const table = tableOf([call({ amount: dec('-12.00') }), call({ amount: dec('-0.00') })]);
    expect([0, 1].map((row) => hasMark(table.marks(row), 'credit'))).to.deep.equal([true, false]);
    expect(plain(table.amount.at(1))).to.equal('0.00');
  });

  it('a time that could not be read keeps its text and is flagged (fault 80)', () => {
    const table = tableOf([call({ startTime: null, rawTime: '2026-02-30T10:00' })]);
    expect(table.rawTime.at(0)).to.equal('2026-02-30T10:00');
    expect(hasMark(table.marks(0), 'badTime')).to.equal(true);
  });
});

describe('the total of a table', () => {
  it('without one amount is incomplete, and the missing is not zero (fault 70)', () => {
    const { sums, complete, gaps, count } = tableOf([call(), call({ amount: null })]).total(null);
    expect(lines(sums)).to.deep.equal(['SEK excluded 1.50']);
    expect({ complete, gaps, count }).to.deep.equal({
      complete: false,
      gaps: { missingAmounts: 1 },
      count: 2,
    });
  });

  it('lacks nothing where the record says free or included, unless an amount was bad', () => {
    const of = (marks: number): boolean =>
      tableOf([call({ amount: null, marks })]).total(null).complete;
    expect([of(1), of(2), of(1 | 16)]).to.deep.equal([true, true, false]);
  });

  it('of a selection has the gaps of its rows, and those that nobody can place', () => {
    const table = tableOf([call(), call({ amount: null })]);
    expect(table.total(Uint32Array.of(0)).complete).to.equal(true);
    table.note({ unreadableRows: 3 });
    expect(table.total(Uint32Array.of(0)).gaps).to.deep.equal({ unreadableRows: 3 });
  });

  it('that was cut off at the limit is not complete (fault 88)', () => {
    const table = tableOf([call()]);
    const before = table.version;
    table.note({ cutOff: true });
    expect(table.version).to.be.greaterThan(before);
    expect(table.total(null)).to.deep.include({ complete: false, gaps: { cutOff: true } });
  });

  for (const [texts, expected] of [
    [['45035996273704.95', '45035996273704.95', '45035996273704.95'], '135107988821114.85'],
    [['45035996273704.94', '90071992547409.91'], '135107988821114.85'],
    [['-90071992547409.91', '-90071992547409.91', '0.01'], '-180143985094819.81'],
    [
      ['90071992547409.93', '0.0000000000012', '1e30'],
      '1000000000000000090071992547409.9300000000012',
    ],
  ] as const) {
    it(`that passes 2^53 on the way is exact: ${expected}`, () => {
      const { sums } = tableOf(texts.map((text) => call({ amount: dec(text) }))).total(null);
      expect(lines(sums)).to.deep.equal([`SEK excluded ${expected}`]);
    });
  }

  it("takes 'sek' and ' SEK' for one currency, and a blank for none", () => {
    const table = tableOf(['sek', ' SEK', '  '].map((currency) => call({ currency })));
    expect(lines(table.total(null).sums)).to.deep.equal(['SEK excluded 3.00', '- excluded 1.50']);
  });

  it('is never added across currency or VAT basis, in any order of the rows (fault 78)', () => {
    const money = fc.record({
      currency: fc.constantFrom('SEK', 'sek', 'NOK', null),
      vat: fc.constantFrom(...VAT_BASES),
      amount: fc.record({
        units: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        scale: fc.nat(10),
      }),
    });
    const shuffled = fc
      .array(money)
      .chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const sums = tableOf(list.map((parts) => call(parts))).total(null).sums;
        const values = sums.map(({ currency, vat, amount }) => ({
          key: `${currency} ${vat}`,
          units: amount.units * 10n ** BigInt(10 - amount.scale),
        }));
        const expected = new Map<string, bigint>();
        for (const { currency, vat, amount } of other) {
          const key = `${currency?.toUpperCase() ?? null} ${vat}`;
          const units = amount.units * 10n ** BigInt(10 - amount.scale);
          expected.set(key, (expected.get(key) ?? 0n) + units);
        }
        expect(new Map(values.map(({ key, units }) => [key, units]))).to.deep.equal(expected);
      }),
    );
  });
});

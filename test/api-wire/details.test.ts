import { expect } from '@open-wc/testing';
import { parseJsonExactly } from '../../src/api/json.js';
import { readDetails } from '../../src/api/read-answers.js';
import { decimalToString, type Decimal } from '../../src/model/decimal.js';
import {
  CONTEXT,
  detailsOf,
  errorOf,
  GOOD_ROW,
  recordOf,
  SUBSCRIPTION,
  valueOf,
  warned,
} from '../support/wire.js';

const text = (decimal: Decimal | null): string | null => decimal && decimalToString(decimal);
const wall = (...parts: [number, number, number, number?, number?, number?]): number =>
  Date.UTC(...parts);

describe('a list of usage records', () => {
  it('a good row is read whole and leaves no gap and no warning', () => {
    const page = detailsOf([GOOD_ROW]);
    expect(page.gaps).to.deep.equal({});
    expect(page.warnings).to.deep.equal([]);
    const { startTime, volume, amount, ...rest } = page.records[0]!;
    expect(startTime).to.deep.equal({
      wall: wall(2026, 4, 6, 21, 14, 3),
      precision: 'second',
      instant: null,
    });
    expect(text(volume)).to.equal('2467');
    expect(text(amount)).to.equal('12.5');
    expect(rest).to.include({
      recordId: 'u-1',
      subscriptionNo: SUBSCRIPTION,
      usageType: 'VOICE',
      otherParty: '46709876543',
      unit: 'S',
      currency: 'SEK',
      vat: 'excluded',
      marks: 0,
      rawTime: null,
    });
  });

  for (const body of [null, undefined, [], [GOOD_ROW], 'x', 7, true]) {
    it(`fault 63: a top level of ${JSON.stringify(body)} is no answer`, () => {
      expect(errorOf(readDetails(body, CONTEXT)).code).to.equal('protocol');
    });
  }

  for (const body of [{}, { items: null }, { items: {} }, { items: 'x' }, { Items: [] }]) {
    it(`a wrong envelope is a protocol error, never "no usage": ${JSON.stringify(body)}`, () => {
      expect(errorOf(readDetails(body, CONTEXT)).code).to.equal('protocol');
    });
  }

  it('an error never quotes the body', () => {
    const error = errorOf(readDetails({ items: 'secret 46701234567' }, CONTEXT));
    expect(JSON.stringify(error)).not.to.match(/secret|4670/);
  });

  it('fault 68: an unknown member changes nothing', () => {
    expect(recordOf({ somethingNew: { deep: [1] }, operations: null })).to.deep.equal(recordOf({}));
  });

  it('fault 69: missing optional values are null, never zero or empty', () => {
    const record = detailsOf([{ amount: 1 }]).records[0]!;
    const { subscriptionNo, amount, vat, marks, ...missing } = record;
    expect([subscriptionNo, text(amount), vat, marks]).to.deep.equal([
      SUBSCRIPTION,
      '1',
      'unstated',
      0,
    ]);
    expect([...new Set(Object.values(missing))]).to.deep.equal([null]);
  });

  it('names are matched without case, and the first of several that has a value wins', () => {
    const record = recordOf({
      TYPEOFCALL: null,
      typeOfCall: '',
      CallType: 'SMS',
      type: 'other',
      BNumber: 'late',
    });
    expect(record.usageType).to.equal('SMS');
    expect(record.otherParty, 'detailInfo comes before bNumber').to.equal('46709876543');
  });

  it('the order of the table decides, not the order of the members', () => {
    const { records } = detailsOf([{ to: 'c', bNumber: 'b', detailInfo: 'a', amount: 1 }]);
    expect(records[0]?.otherParty).to.equal('a');
  });

  it('rows with different members in turn are each read by their own names', () => {
    const { records } = detailsOf([
      { amount: 1, id: 'a' },
      { id: 'b', cost: 2 },
      { amount: 3, id: 'c' },
      { 'x\namount': 9, id: 'd', cost: 4 },
      { x: 9, amount: 6, id: 'e', cost: 5 },
    ]);
    expect(records.map((record) => [record.recordId, text(record.amount)])).to.deep.equal([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
      ['d', '4'],
      ['e', '6'],
    ]);
  });
});

describe('rows that cannot be read', () => {
  for (const row of [
    null,
    7,
    'x',
    true,
    [],
    [GOOD_ROW],
    {},
    { usageId: 'u', typeOfCall: 'VOICE' },
  ]) {
    it(`${JSON.stringify(row)} is counted, and its neighbours stay`, () => {
      const page = detailsOf([GOOD_ROW, row, GOOD_ROW]);
      expect(page.records.length).to.equal(2);
      expect(page.gaps).to.deep.equal({ unreadableRows: 1 });
      expect(warned(page, 'unreadable-row')).to.equal(1);
    });
  }

  for (const name of [
    'startTime',
    'charge',
    'vatExclusiveAmount',
    'amountInclVat',
    'duration',
    'count',
  ]) {
    it(`a row with ${name} alone is a record`, () => {
      const value = name === 'startTime' ? '2026-05-06' : 1;
      expect(detailsOf([{ [name]: value }]).records.length).to.equal(1);
    });
  }

  it('fault 66: own __proto__ and constructor members are neither read nor harmful', () => {
    const row = `{"__proto__":{"amount":99,"typeOfCall":"X","polluted":1},"constructor":{"prototype":{"polluted":1}},"startTime":"2026-05-06"}`;
    const { records } = valueOf(readDetails(parseJsonExactly(`{"items":[${row}]}`), CONTEXT));
    expect(records[0]!.amount).to.equal(null);
    expect(records[0]!.usageType).to.equal(null);
    expect('polluted' in {}).to.equal(false);
  });

  it('fault 66: a __proto__ in the envelope brings no items', () => {
    const body = parseJsonExactly('{"__proto__":{"items":[]}}');
    expect(errorOf(readDetails(body, CONTEXT)).code).to.equal('protocol');
  });
});

describe("the host's own mapping", () => {
  it('replaces the names, is told whose row it is, and gives plain values', () => {
    const seen: unknown[] = [];
    const page = detailsOf([{ b: '46709', kr: '12,50' }], {
      mapUsageDetail: (row, origin) => {
        seen.push(row, origin);
        return { otherParty: row['b'], amountExVat: row['kr'], startTime: '2026-05-06T10:00' };
      },
    });
    const record = page.records[0]!;
    expect([record.otherParty, text(record.amount), record.vat]).to.deep.equal([
      '46709',
      '12.50',
      'excluded',
    ]);
    expect(record.startTime!.wall).to.equal(wall(2026, 4, 6, 10));
    expect(seen).to.deep.equal([
      { b: '46709', kr: '12,50' },
      { subscriptionNo: SUBSCRIPTION, usage: 'billed' },
    ]);
  });

  it('may give fractions as numbers, and an empty text for what there is none of', () => {
    const page = detailsOf([{}], {
      mapUsageDetail: () => ({ amountExVat: '', amount: 12.5, volume: 0.25, unit: 'MB' }),
    });
    const { amount, volume, vat } = page.records[0]!;
    expect([text(amount), text(volume), vat]).to.deep.equal(['12.5', '0.25', 'unstated']);
    expect(page.gaps).to.deep.equal({});
  });

  it('may give texts longer than the row: each stays in its own place', () => {
    const [description, destination, unit] = ['a', 'b', 'c'].map((letter) => letter.repeat(1_500));
    const [record] = detailsOf([{ x: 1 }], {
      mapUsageDetail: () => ({ otherParty: '46709', description, destination, unit, amount: 1 }),
    }).records;
    expect(record).to.deep.include({ otherParty: '46709', description, destination });
  });

  it('takes our names only: no alias is read from what it gives', () => {
    const { records } = detailsOf([{}], {
      mapUsageDetail: () => ({ amount: 1, bNumber: 'x' }) as never,
    });
    expect(records[0]!.otherParty).to.equal(null);
  });

  const FAILURES: Readonly<Record<string, () => unknown>> = {
    throws: () => {
      throw new Error('secret 46701234567');
    },
    'gives nothing': () => undefined,
    'gives null': () => null,
    'gives a text': () => 'row',
    'gives a list': () => [GOOD_ROW],
    'has a member that throws': () => ({
      get amount() {
        throw new Error('secret');
      },
    }),
  };
  for (const [name, mapUsageDetail] of Object.entries(FAILURES)) {
    it(`that ${name}: the row is counted, the rest goes on, nothing of it gets out`, () => {
      const page = detailsOf([GOOD_ROW, GOOD_ROW], { mapUsageDetail: mapUsageDetail as never });
      expect(page.records).to.deep.equal([]);
      expect(page.gaps).to.deep.equal({ unreadableRows: 2 });
      expect(warned(page, 'unreadable-row')).to.equal(2);
      expect(JSON.stringify(page)).not.to.include('secret');
    });
  }

  it('that fails for one row fails for no other', () => {
    const deep: unknown = JSON.parse('['.repeat(80) + ']'.repeat(80));
    const answers: unknown[] = [
      { amount: 1 },
      [1],
      { amount: 2, unitPrice: deep },
      'x',
      { amount: 3 },
    ];
    const page = detailsOf(
      answers.map((_, at) => ({ at })),
      { mapUsageDetail: ({ at }) => answers[at as number] as never },
    );
    expect(page.records.map(({ amount }) => text(amount))).to.deep.equal(['1', '2', '3']);
    expect(page.gaps).to.deep.equal({ unreadableRows: 2 });
  });

  it('that gives a promise or an empty row: the row is counted', () => {
    for (const junk of [Promise.resolve({ amount: 1 }), {}]) {
      const page = detailsOf([GOOD_ROW], { mapUsageDetail: () => junk as never });
      expect(page.gaps).to.deep.equal({ unreadableRows: 1 });
    }
  });
});

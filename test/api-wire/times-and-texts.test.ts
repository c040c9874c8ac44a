import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { hasMark } from '../../src/model/usage-record.js';
import { detailsOf, GOOD_ROW, recordOf, warned } from '../support/wire.js';

const wall = (...parts: [number, number, number, number?, number?, number?]): number =>
  Date.UTC(...parts);

describe('times and volumes', () => {
  for (const startTime of [
    '0000-01-01T00:00:00',
    '9999-12-31T00:00:00',
    '2026-02-30T12:00:00',
    'yesterday',
    '06.05.2026',
  ]) {
    it(`fault 80: ${startTime} is shown as it came, flagged and not rolled over`, () => {
      const page = detailsOf([{ ...GOOD_ROW, startTime }]);
      const record = page.records[0]!;
      expect([record.startTime, record.rawTime]).to.deep.equal([null, startTime]);
      expect(hasMark(record.marks, 'badTime')).to.equal(true);
      expect(warned(page, 'bad-value')).to.equal(1);
    });
  }

  it('fault 80: a time without an offset is not shifted', () => {
    const { startTime } = recordOf(
      { startTime: '2026-05-06T00:00:00' },
      { timeZone: 'Pacific/Auckland' },
    );
    expect(startTime).to.include({ wall: wall(2026, 4, 6), instant: null });
  });

  it("a time with an offset is shown on the zone's clock", () => {
    const { startTime } = recordOf({ startTime: '2026-05-06T22:30:00Z' });
    expect(startTime!.wall).to.equal(wall(2026, 4, 7, 0, 30));
  });

  it('day and time of day in two members are put together, either way round', () => {
    const expected = wall(2026, 4, 6, 21, 14);
    for (const members of [
      { startTime: null, startDate: '2026-05-06', time: '21:14' },
      { startTime: '21:14', startDate: '2026-05-06' },
      { startTime: '21:14:00', date: '2026-05-06' },
    ]) {
      expect(recordOf(members).startTime?.wall, JSON.stringify(members)).to.equal(expected);
    }
  });

  it('a time on a day that was read before is read like the first', () => {
    const times = [
      '2026-05-06T21:14',
      '2026-05-06T00:05',
      '2026-05-06 23:59:58',
      '2026-05-06T24:00',
    ];
    const { records } = detailsOf(times.map((startTime) => ({ startTime })));
    expect(
      records.map(({ startTime }) => startTime && [startTime.wall, startTime.precision]),
    ).to.eql([
      [wall(2026, 4, 6, 21, 14), 'minute'],
      [wall(2026, 4, 6, 0, 5), 'minute'],
      [wall(2026, 4, 6, 23, 59, 58), 'second'],
      null,
    ]);
  });

  it('a time of day without a day is no time', () => {
    expect(recordOf({ startTime: '21:14' }).rawTime).to.equal('21:14');
  });

  it('a number in the place of a time is not taken for an epoch', () => {
    const record = recordOf({ startTime: 1_778_102_043 });
    expect([record.startTime, record.rawTime]).to.deep.equal([null, '1778102043']);
  });

  it('fault 81: an end before the start is "–", flagged and warned of', () => {
    const page = detailsOf([{ ...GOOD_ROW, endTime: '2026-05-06T21:14:02' }]);
    expect(page.records[0]!.endTime).to.equal(null);
    expect(page.records[0]!.startTime).not.to.equal(null);
    expect(hasMark(page.records[0]!.marks, 'badTime')).to.equal(true);
    expect(warned(page, 'bad-value')).to.equal(1);
  });

  it('fault 81: instants decide in the hour that comes twice', () => {
    const record = recordOf({
      startTime: '2026-10-25T02:50:00+02:00',
      endTime: '2026-10-25T02:10:00+01:00',
    });
    expect(record.endTime).not.to.equal(null);
    expect(record.marks).to.equal(0);
  });

  it('an end that is a day only is not before a start on that day', () => {
    expect(recordOf({ endTime: '2026-05-06' }).endTime).not.to.equal(null);
    expect(recordOf({ endTime: '2026-05-05' }).endTime).to.equal(null);
  });

  for (const name of ['totalVolume', 'chargedVolume', 'quantity']) {
    it(`fault 81: a negative ${name} is "–" and flagged`, () => {
      const page = detailsOf([{ ...GOOD_ROW, totalVolume: undefined, [name]: -5 }]);
      const { volume, chargedVolume, quantity, marks } = page.records[0]!;
      expect([volume, chargedVolume, quantity]).to.deep.equal([null, null, null]);
      expect(hasMark(marks, 'badVolume')).to.equal(true);
      expect(warned(page, 'bad-value')).to.equal(1);
      expect(page.gaps).to.deep.equal({});
    });
  }

  it('marks of one row do not stay for the next', () => {
    const { records } = detailsOf([{ ...GOOD_ROW, startTime: 'x', totalVolume: 'y' }, GOOD_ROW]);
    expect(records[1]!.marks).to.equal(0);
  });
});

describe('hostile text', () => {
  const TEXT_FIELDS = {
    usageId: 'recordId',
    typeOfCall: 'usageType',
    description: 'description',
    detailInfo: 'otherParty',
    destinationPlainText: 'destination',
    destinationReferenceCode: 'destinationCode',
    volumeCode: 'unit',
    contentProvider: 'contentProvider',
    roamingProvider: 'roamingProvider',
  } as const;

  for (const value of [
    '<img src=x onerror=alert(1)>',
    '</script>${1}{{x}}',
    '12\u202E34\u2066',
    'a\u0000b\u001B[31mc\u2028d',
    '=1+1',
    'e\u0301'.repeat(900),
    '😀',
  ]) {
    it(`fault 86: ${JSON.stringify(value.slice(0, 30))} stays plain data in every field`, () => {
      for (const [name, field] of Object.entries(TEXT_FIELDS)) {
        const record = recordOf({ [name]: value });
        expect(record[field], name).to.equal(value);
        expect(record.marks, name).to.equal(0);
      }
    });
  }

  it('fault 61: text that lost bytes on the way is flagged', () => {
    const page = detailsOf([{ ...GOOD_ROW, description: 'G\uFFFDteborg' }]);
    expect(page.records[0]!.description).to.equal('G\uFFFDteborg');
    expect(hasMark(page.records[0]!.marks, 'badText')).to.equal(true);
    expect(warned(page, 'bad-value')).to.equal(1);
  });

  it('fault 86: a lone surrogate is mended and flagged', () => {
    const record = recordOf({ description: 'a\uD800b😀\uDC00' });
    expect(record.description).to.equal('a\uFFFDb😀\uFFFD');
    expect(hasMark(record.marks, 'badText')).to.equal(true);
  });

  it('fault 86: a 1 MB word is cut and flagged, and no pair is cut through', () => {
    const record = recordOf({ description: `${'x'.repeat(1_999)}😀${'x'.repeat(1_000_000)}` });
    expect(record.description).to.equal(`${'x'.repeat(1_999)}\uFFFD`);
    expect(hasMark(record.marks, 'badText')).to.equal(true);
  });

  it('blanks around a text are no part of it, and a text of blanks alone is none', () => {
    for (const blank of [' ', '  ', '\t', '\n', '\u00a0', '\u2003', '\ufeff']) {
      for (const text of [`${blank}Roa${blank}ming`, `Roa${blank}ming${blank}`]) {
        const record = recordOf({ description: text, typeOfCall: blank });
        expect(record.description, JSON.stringify(text)).to.equal(`Roa${blank}ming`);
        expect(record.usageType).to.equal(null);
      }
    }
  });

  it('fault 86: a text of two thousand signs is whole, and one of another more is cut and flagged', () => {
    const [whole, cut] = [2_000, 2_001].map((length) =>
      recordOf({ description: 'x'.repeat(length) }),
    );
    expect([whole!.description!.length, cut!.description!.length]).to.deep.equal([2_000, 2_000]);
    expect([whole, cut].map((record) => hasMark(record!.marks, 'badText'))).to.deep.equal([
      false,
      true,
    ]);
  });

  it('fault 86: a 1 MB word in the place of a time is cut, too', () => {
    expect(recordOf({ startTime: 'x'.repeat(1_000_000) }).rawTime!.length).to.equal(2_000);
  });

  for (const value of [{ _$litType$: 1, strings: ['<b>'], values: [] }, ['x'], true, {}]) {
    it(`fault 67: ${JSON.stringify(value)} is never text`, () => {
      for (const [name, field] of Object.entries(TEXT_FIELDS)) {
        const page = detailsOf([{ ...GOOD_ROW, [name]: value }]);
        expect(page.records[0]![field], name).to.equal(null);
        expect(hasMark(page.records[0]!.marks, 'badText'), name).to.equal(true);
        expect(warned(page, 'bad-value'), name).to.equal(1);
      }
    });
  }

  it('whatever a row holds, it is read or counted, and only plain values come out', () => {
    const members = [...Object.keys(TEXT_FIELDS), 'startTime', 'amount', 'totalVolume', 'currency'];
    const row = fc.dictionary(fc.constantFrom(...members), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(fc.oneof(row, fc.jsonValue()), { maxLength: 5 }), (items) => {
        const page = detailsOf(items);
        expect(page.records.length + (page.gaps.unreadableRows ?? 0)).to.equal(items.length);
        for (const record of page.records) {
          for (const [field, value] of Object.entries(record)) {
            const isText = field in { ...TEXT_FIELDS, currency: 1, rawTime: 1 };
            if (isText) expect(value === null || typeof value === 'string', field).to.equal(true);
          }
        }
      }),
    );
  });
});

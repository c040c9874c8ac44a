import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  dayNumber,
  dayOf,
  dayOfNumber,
  isTimeZone,
  parseDay,
  parseTime,
} from '../../src/model/time.js';

const ZONE = 'Europe/Stockholm';
const wall = (text: string): number => Date.parse(`${text}Z`);

describe('reading a time', () => {
  it('without an offset it is the clock on the wall, in every zone', () => {
    for (const zone of [ZONE, 'America/New_York', 'Asia/Tokyo']) {
      expect(parseTime('2026-05-06T00:00:00', zone)).to.deep.equal({
        wall: wall('2026-05-06T00:00:00'),
        precision: 'second',
        instant: null,
      });
    }
  });

  it('shows nothing finer than the text states', () => {
    const texts = ['2026-05-06', '2026-05-06T21:14', '2026-05-06T21:14:00', '2026-05-06 21:14'];
    expect(texts.map((text) => parseTime(text, ZONE)?.precision)).to.deep.equal([
      'day',
      'minute',
      'second',
      'minute',
    ]);
  });

  it('decimals of a second are cut to milliseconds', () => {
    const texts = ['.1', '.123', '.1239999', '.123456789'];
    const ms = texts.map((decimals) => parseTime(`2026-05-06T21:14:05${decimals}`, ZONE)!.wall);
    expect(ms.map((value) => value % 1000)).to.deep.equal([100, 123, 123, 123]);
  });

  it('with an offset it is the clock of the zone, summer and winter', () => {
    const read = (text: string): string => new Date(parseTime(text, ZONE)!.wall).toISOString();
    expect(read('2026-07-01T12:00:00Z')).to.equal('2026-07-01T14:00:00.000Z');
    expect(read('2026-01-01T12:00:00Z')).to.equal('2026-01-01T13:00:00.000Z');
    expect(read('2026-12-31T23:30:00-05:00')).to.equal('2027-01-01T05:30:00.000Z');
  });

  it('02:30 comes twice on the last Sunday of October, at two instants', () => {
    const first = parseTime('2026-10-25T02:30:00+02:00', ZONE)!;
    const second = parseTime('2026-10-25T02:30:00+01:00', ZONE)!;
    expect(first.wall).to.equal(wall('2026-10-25T02:30:00'));
    expect(second.wall).to.equal(first.wall);
    expect(second.instant! - first.instant!).to.equal(3_600_000);
  });

  it('the offset changes at the hour, not at the day', () => {
    const read = (text: string): string =>
      new Date(parseTime(text, ZONE)!.wall).toISOString().slice(11, 16);
    expect(read('2026-03-29T00:59:59Z')).to.equal('01:59');
    expect(read('2026-03-29T01:00:00Z')).to.equal('03:00');
    expect(read('2026-10-25T00:59:00Z')).to.equal('02:59');
    expect(read('2026-10-25T01:00:00Z')).to.equal('02:00');
  });

  it('a zone that changes by half an hour at half past is right on that day', () => {
    const read = (text: string): string =>
      new Date(parseTime(text, 'Australia/Lord_Howe')!.wall).toISOString().slice(11, 16);
    expect(read('2026-10-03T15:29:00Z')).to.equal('01:59');
    expect(read('2026-10-03T15:30:00Z')).to.equal('02:30');
  });

  it('an unknown zone reads as UTC and does not throw (fault 12)', () => {
    expect(parseTime('2026-07-01T12:00:00Z', 'Nowhere/At_All')!.wall).to.equal(
      wall('2026-07-01T12:00:00'),
    );
  });

  const refused = [
    '2026-02-30T10:00:00',
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01T00:00:00',
    '0001-01-01T00:00:00',
    '9999-12-31T23:59:59',
    '1969-12-31',
    '2101-01-01',
    '2026-05-06T24:00:00',
    '2026-05-06T21:60',
    '2026-05-06T21:14:60',
    '2026-05-06T21:14:00.',
    '2026-05-06T21:14:00.1234567890',
    '2026-05-06T21:14:00+2',
    '2026-05-06T21:14:00+0200',
    '2026-05-06T21:14:00+15:00',
    '2026-05-06T21:14:00Zulu',
    '2026-05-06T',
    '2026-05-06Z',
    '2026/05/06',
    '06-05-2026',
    '20260506',
    '2026-5-6',
    ' 2026-05-06',
    '٢٠٢٦-٠٥-٠٦',
    '1970-01-01T00:00:00+14:00',
    '',
    'yesterday',
  ];
  for (const text of refused) {
    it(`'${text}' is no time and is not rolled over (fault 80)`, () => {
      expect(parseTime(text, ZONE)).to.equal(null);
    });
  }

  it('29 February is taken in leap years', () => {
    expect(parseTime('2028-02-29', ZONE)).to.not.equal(null);
    expect(parseTime('2000-02-29', ZONE)).to.not.equal(null);
  });

  it('agrees with the platform on every instant and zone', () => {
    const instants = fc.date({
      min: new Date('1971-01-01T00:00:00Z'),
      max: new Date('2100-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(ZONE, 'Europe/Helsinki', 'America/New_York', 'Asia/Kolkata');
    fc.assert(
      fc.property(instants, zones, (date, timeZone) => {
        const { wall: read, instant } = parseTime(date.toISOString(), timeZone)!;
        expect(instant).to.equal(date.getTime());
        const shown = date.toLocaleString('sv-SE', { timeZone });
        expect(new Date(read).toISOString().slice(0, 19).replace('T', ' ')).to.equal(shown);
      }),
    );
  });
});

describe('days', () => {
  it('a wall time lies on its own day, to the last millisecond', () => {
    expect(dayOf(wall('2026-03-08T23:59:59.999'))).to.equal('2026-03-08');
    expect(dayOf(wall('2026-03-09T00:00:00'))).to.equal('2026-03-09');
  });

  it('a day has a number and the number has the day', () => {
    expect(dayNumber(wall('1970-01-02T05:00:00'))).to.equal(1);
    expect(dayOfNumber(parseDay('2026-03-29')!)).to.equal('2026-03-29');
    expect(dayNumber(NaN)).to.be.NaN;
  });

  it('only a whole, possible date is a day', () => {
    expect(['2026-02-30', '2026-03', '2026-03-08T10:00', ''].map(parseDay)).to.deep.equal([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('time zones', () => {
  it('a name that the platform refuses is none', () => {
    expect([ZONE, 'UTC', 'Nowhere/At_All', '', 'Europe'].map(isTimeZone)).to.deep.equal([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

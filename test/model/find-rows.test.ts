import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { findSteps } from '../../src/model/find-rows.js';
import type { Reading } from '../../src/model/find-text.js';
import { finish } from '../../src/model/steps.js';
import { absDecimal, compareDecimals } from '../../src/model/decimal.js';
import { foldText } from '../../src/model/table-search.js';
import type { ViewWords } from '../../src/model/table-view.js';
import { parseDay } from '../../src/model/time.js';
import type { UsageRecord } from '../../src/model/usage-record.js';
import { UsageTable } from '../../src/model/usage-table.js';
import { at, call, dec, tableOf, WORDS } from '../support/model-records.js';

const DAY = 86_400_000;

function find(
  table: UsageTable,
  readings: readonly Reading[],
  words: Partial<ViewWords> = {},
): number[] {
  return [...finish(findSteps(table, readings, { ...WORDS, ...words }))];
}

const digits = (text: string): Reading => ({ kind: 'digits', digits: text });
const day = (text: string): Reading => {
  const number = parseDay(text) ?? NaN;
  return { kind: 'days', from: number, to: number };
};
const amount = (min: string, max: string, currency: string | null = null): Reading => ({
  kind: 'amount',
  min: dec(min),
  max: dec(max),
  currency,
});

/** All that is searched of a record, without case. */
function textsOf(record: UsageRecord): string {
  const { description, usageType, otherParty, destination, contentProvider, roamingProvider } =
    record;
  const label = usageType && WORDS.typeLabel(usageType);
  return [description, usageType, label, otherParty, destination, contentProvider, roamingProvider]
    .map((text) => foldText(text ?? ''))
    .join('\n');
}

/** A plain scan: what the words of a reading say, record by record. */
function fits(record: UsageRecord, reading: Reading): boolean {
  const { startTime, amount: money, currency } = record;
  const { wall } = startTime ?? { wall: NaN };
  switch (reading.kind) {
    case 'days':
      return wall >= reading.from * DAY && wall < (reading.to + 1) * DAY;
    case 'weekday':
      return new Date(wall).getUTCDay() === reading.weekday;
    case 'time': {
      const date = new Date(wall);
      const minute = date.getUTCHours() * 60 + date.getUTCMinutes();
      return startTime?.precision !== 'day' && minute >= reading.from && minute <= reading.to;
    }
    case 'amount':
      return (
        money !== null &&
        compareDecimals(absDecimal(money), reading.min) >= 0 &&
        compareDecimals(absDecimal(money), reading.max) <= 0 &&
        (reading.currency === null || reading.currency === currency)
      );
    case 'digits':
      return textsOf(record).replace(/[- ]/g, '').includes(reading.digits);
    case 'text':
      return textsOf(record).includes(foldText(reading.text));
  }
}

const records = fc.array(
  fc.record({
    startTime: fc.constantFrom(
      null,
      at('2026-03-08T21:14:30'),
      at('2026-03-08T00:00'),
      at('2026-03-08'),
      at('2026-03-09T23:59:59'),
      at('2026-02-28T08:00'),
    ),
    usageType: fc.constantFrom(null, 'VOICE', 'SMS'),
    otherParty: fc.constantFrom(null, '+46709876543', '070-987 65 43', '0939-1124000', 'Spotify'),
    destination: fc.constantFrom(null, 'Norge', 'Åland'),
    amount: fc.constantFrom(null, dec('48.50'), dec('-48.50'), dec('48'), dec('0'), dec('1e17')),
    currency: fc.constantFrom(null, 'SEK', 'NOK'),
  }),
  { maxLength: 12 },
);
const readings = fc.uniqueArray(
  fc.constantFrom<Reading>(
    day('2026-03-08'),
    { kind: 'weekday', weekday: 1 },
    { kind: 'time', from: 21 * 60, to: 21 * 60 + 59 },
    { kind: 'time', from: 0, to: 0 },
    amount('47.01', '48.99'),
    amount('0', '0.99', 'SEK'),
    amount('48.50', '48.50', 'NOK'),
    digits('876'),
    digits('0939'),
    { kind: 'text', text: 'aland' },
    { kind: 'text', text: 'samtal' },
  ),
  { minLength: 1, maxLength: 3, selector: ({ kind }) => kind },
);

describe('the records that a question is about', () => {
  it('are all those that a plain scan finds, and no others', () => {
    fc.assert(
      fc.property(records, readings, (parts, asked) => {
        const table = tableOf(parts.map((part) => call(part)));
        const expected = Array.from({ length: table.length }, (_, row) => row).filter((row) =>
          asked.every((reading) => fits(table.record(row), reading)),
        );
        expect(find(table, asked).sort((a, b) => a - b)).to.deep.equal(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('come with the newest first, those without a time last', () => {
    const times = ['2026-03-08T20:58', '2026-03-08T21:14', '2026-03-07T10:00'];
    const table = tableOf([
      ...times.map((text) => call({ startTime: at(text) })),
      call({ startTime: null }),
    ]);
    expect(find(table, [digits('876')])).to.deep.equal([1, 0, 2, 3]);
  });

  it('are found by a piece of the number, however either is written', () => {
    const table = tableOf([
      call({ otherParty: '+46709876543' }),
      call({ otherParty: '070-987 65 43' }),
      call({ otherParty: '0046709876543' }),
      call({ otherParty: '46709876543' }),
      call({ otherParty: '+4790123456' }),
    ]);
    for (const piece of ['0709876543', '+46709876543', '46709876543', '0046709876543', '98765']) {
      expect(find(table, [digits(piece)]).sort(), piece).to.deep.equal([0, 1, 2, 3]);
    }
  });

  it('are of any of the days and amounts asked for, but hold every text', () => {
    const table = tableOf([
      call({ startTime: at('2026-03-08T10:00'), destination: 'Norge' }),
      call({ startTime: at('2026-03-09T10:00'), destination: 'Norge' }),
      call({ startTime: at('2026-03-09T10:00'), destination: 'Danmark' }),
    ]);
    const days = [day('2026-03-08'), day('2026-03-09')];
    expect(find(table, [...days, { kind: 'text', text: 'norge' }]).sort()).to.deep.equal([0, 1]);
  });

  it('are not found by digits that may not be seen', () => {
    const table = tableOf([call({ otherParty: '+46709876543' })]);
    expect(find(table, [digits('543')], { searchNumbers: 'masked' })).to.deep.equal([]);
    expect(find(table, [digits('0709876')], { searchNumbers: 'masked' })).to.deep.equal([0]);
    expect(find(table, [digits('0709876')], { searchNumbers: 'none' })).to.deep.equal([]);
  });

  it('are never those withheld from every list', () => {
    const table = tableOf([call({ otherParty: '116111' }), call({ otherParty: '020-0000001' })]);
    expect(find(table, [day('2026-03-08')])).to.deep.equal([]);
  });

  it('are at a minute whatever their seconds, and not in the next one', () => {
    const times = ['21:13:59', '21:14', '21:14:59', '21:15'].map((time) =>
      at(`2026-03-08T${time}`),
    );
    const table = tableOf(times.map((startTime) => call({ startTime })));
    const minute = { kind: 'time', from: 21 * 60 + 14, to: 21 * 60 + 14 } as const;
    expect(find(table, [minute])).to.deep.equal([2, 1]);
  });

  it('are on the weekday asked for, each of the seven', () => {
    // 2026-03-08 was a Sunday.
    const days = Array.from({ length: 7 }, (_, n) =>
      at(`2026-03-${String(8 + n).padStart(2, '0')}`),
    );
    const table = tableOf(days.map((startTime) => call({ startTime })));
    for (let weekday = 0; weekday < 7; weekday++) {
      expect(find(table, [{ kind: 'weekday', weekday }])).to.deep.equal([weekday]);
    }
  });

  it('a day without a time of day is at no time', () => {
    const table = tableOf([call({ startTime: at('2026-03-08') })]);
    expect(find(table, [{ kind: 'time', from: 0, to: 59 }])).to.deep.equal([]);
  });
});

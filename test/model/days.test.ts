import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readFilter } from '../../src/controllers/records-view.js';
import { timeSteps } from '../../src/model/days.js';
import { finish } from '../../src/model/steps.js';
import { deriveView } from '../../src/model/table-view.js';
import { at, call, tableOf, WORDS } from '../support/model-records.js';

const HOUR = 3_600_000;
const time = fc.record({
  wall: fc.nat(24 * 60 * 40).map((minutes) => Date.UTC(2026, 2, 1) + minutes * 60_000),
  precision: fc.constantFrom('minute' as const, 'second' as const),
  instant: fc.constant(null),
});
const list = fc.array(
  fc
    .record({
      startTime: fc.option(fc.oneof(time, fc.constant(at('2026-03-08')))),
      unit: fc.constantFrom('S', 'MIN', 'MB', null),
    })
    .map((parts) => call(parts)),
  { maxLength: 40 },
);
const byTime = { column: 'time', descending: false } as const;

describe('usage by the hour', () => {
  it('holds just the calls that a filter by its day and hour finds', () => {
    fc.assert(
      fc.property(list, (records) => {
        const table = tableOf(records);
        const { hours } = finish(timeSteps(table));
        for (const { day, hour, count } of hours) {
          const rows = deriveView(table, { fromDay: day, toDay: day, hour }, byTime, WORDS);
          const calls = [...rows].filter((row) => /^(S|MIN)$/.test(table.unit.at(row) ?? ''));
          expect(calls.length).to.equal(count);
        }
        const timed = records.filter(
          ({ startTime, unit }) =>
            startTime && startTime.precision !== 'day' && (unit === 'S' || unit === 'MIN'),
        );
        expect(hours.reduce((sum, { count }) => sum + count, 0)).to.equal(timed.length);
      }),
    );
  });

  it('lets a filter find the rows of one hour of the day, and none that states no time', () => {
    fc.assert(
      fc.property(list, fc.nat(23), (records, hour) => {
        const table = tableOf(records);
        const filter = { hour: String(hour).padStart(2, '0') };
        const expected = records.filter(
          ({ startTime }) =>
            startTime &&
            startTime.precision !== 'day' &&
            Math.floor(startTime.wall / HOUR) % 24 === hour,
        );
        expect(deriveView(table, filter, byTime, WORDS).length).to.equal(expected.length);
      }),
    );
  });

  it('reads an hour of a view state only where it is one', () => {
    for (const hour of ['00', '09', '23']) expect(readFilter({ hour })).to.deep.equal({ hour });
    for (const hour of ['24', '9', '-1', '', 9, '2x', '<b>']) {
      expect(readFilter({ hour })).to.deep.equal({});
    }
  });
});

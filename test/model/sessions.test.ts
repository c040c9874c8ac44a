import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { countFrom } from '../../src/model/order.js';
import { bytesUsed } from '../../src/model/sessions.js';
import { finish } from '../../src/model/steps.js';
import { type GroupRows, splitSteps } from '../../src/model/table-groups.js';
import type { UsageRecord } from '../../src/model/usage-record.js';
import type { UsageTable } from '../../src/model/usage-table.js';
import { at, call, dec, lines, plain, tableOf } from '../support/model-records.js';

const HOUR = 3_600_000;

/** 20 MB in Switzerland, changed as the test wants. */
const abroad = (start: string, parts: Partial<UsageRecord> = {}): UsageRecord =>
  call({
    startTime: at(start),
    usageType: 'ROAM_DATA',
    destination: 'Schweiz',
    roamingProvider: 'CHXX1',
    volume: dec('20'),
    unit: 'MB',
    amount: dec('40.00'),
    ...parts,
  });

/** The same at home. */
const home = (start: string, parts: Partial<UsageRecord> = {}): UsageRecord =>
  abroad(start, { usageType: 'DATA', destination: 'Sverige', roamingProvider: null, ...parts });

const allRows = ({ length }: UsageTable): Uint32Array => countFrom(0, length);

function runsOf(table: UsageTable, rows = allRows(table)): GroupRows[] {
  return finish(splitSteps(table, rows, 'session', {})).filter(({ name }) => name);
}

/** The rows of each run, in order. */
const told = (records: readonly UsageRecord[]): number[][] =>
  runsOf(tableOf(records)).map(({ rows }) => [...rows]);

const record = fc
  .record({
    subscriptionNo: fc.constantFrom('46701', '46702'),
    usageType: fc.constantFrom('ROAM_DATA', 'DATA', null),
    destination: fc.constantFrom('Schweiz', 'Norge', null),
    destinationCode: fc.constantFrom('CH', 'NO', null),
    roamingProvider: fc.constantFrom('X1', 'X2', null),
    unit: fc.constantFrom('MB', 'KB', 'S'),
    startTime: fc.option(
      fc.nat(200).map((hours) => ({
        wall: Date.UTC(2026, 2, 1) + hours * HOUR,
        precision: 'second' as const,
        instant: null,
      })),
    ),
    amount: fc.option(fc.bigInt({ min: -99n, max: 9_999n }).map((units) => ({ units, scale: 2 }))),
  })
  .map((parts) => call(parts));

describe('sessions of data', () => {
  it('hold each row once, with exact sums, however the rows stand', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 40 }), (list) => {
        const table = tableOf(list);
        const rows = allRows(table).reverse();
        const parts = finish(splitSteps(table, rows, 'session', {}));
        expect(parts.flatMap((part) => [...part.rows]).sort((a, b) => a - b)).to.deep.equal([
          ...allRows(table),
        ]);
        for (const { name, total, rows: some } of parts) {
          expect(lines(total.sums)).to.deep.equal(lines(table.total(some).sums));
          if (name) expect(some.length).to.be.above(1);
        }
      }),
    );
  });

  it('are the same whatever the order in which the records came', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), (given) => {
        // Of two at once either may come first.
        const list = [...new Map(given.map((each) => [each.startTime?.wall, each])).values()];
        const named = (records: readonly UsageRecord[]): string[] =>
          runsOf(tableOf(records)).map(({ rows }) =>
            Array.from(rows, (row) => list.indexOf(records[row]!))
              .sort((a, b) => a - b)
              .join(),
          );
        expect(named(list.toReversed())).to.have.members(named(list));
      }),
    );
  });

  it('abroad are a trip, as long as no pause is longer than two days', () => {
    const days = ['2026-03-01T10:00', '2026-03-03T10:00', '2026-03-05T10:01', '2026-03-05T11:00'];
    expect(told(days.map((day) => abroad(day)))).to.deep.equal([
      [0, 1],
      [2, 3],
    ]);
  });

  it('abroad go on from one record to the next, however long the trip is', () => {
    const days = ['2026-03-01T10:00', '2026-03-02T20:00', '2026-03-04T06:00', '2026-03-05T16:00'];
    expect(told(days.map((day) => abroad(day)))).to.deep.equal([[0, 1, 2, 3]]);
  });

  it('are abroad by the operator or by the type, whichever says so', () => {
    const days = ['2026-03-01T23:00', '2026-03-02T01:00'];
    for (const parts of [
      { usageType: 'ROAM_DATA', roamingProvider: null },
      { usageType: 'DATA', roamingProvider: 'CHXX1' },
    ]) {
      expect(told(days.map((day) => abroad(day, parts)))).to.deep.equal([[0, 1]]);
    }
  });

  it('at home are a day', () => {
    const days = ['2026-03-01T00:10', '2026-03-01T23:50', '2026-03-02T00:10', '2026-03-02T09:00'];
    expect(told(days.map((day) => home(day)))).to.deep.equal([
      [0, 1],
      [2, 3],
    ]);
  });

  it('go on beside calls, and end in another country', () => {
    const list = [
      abroad('2026-03-01T10:00'),
      call({ startTime: at('2026-03-01T11:00') }),
      abroad('2026-03-01T12:00', { roamingProvider: 'CHXX2' }),
      abroad('2026-03-01T13:00', { destination: 'Norge' }),
      abroad('2026-03-01T14:00'),
    ];
    expect(told(list)).to.deep.equal([[0, 2]]);
  });

  it('of two subscriptions are two', () => {
    const list = ['1', '2', '1', '2'].map((subscriptionNo, hour) =>
      abroad(`2026-03-01T1${hour}:00`, { subscriptionNo }),
    );
    expect(told(list)).to.deep.equal([
      [0, 2],
      [1, 3],
    ]);
  });

  it('are told apart by the code of the destination where it has no name', () => {
    const list = ['CH', 'NO', 'NO'].map((destinationCode, hour) =>
      abroad(`2026-03-01T1${hour}:00`, { destination: null, destinationCode }),
    );
    expect(told(list)).to.deep.equal([[1, 2]]);
  });

  it('are one by the name of the destination, whatever its code is', () => {
    const list = ['CH', 'CHE', null].map((destinationCode, hour) =>
      abroad(`2026-03-01T1${hour}:00`, { destinationCode }),
    );
    expect(told(list)).to.deep.equal([[0, 1, 2]]);
  });

  it('hold no record of another kind, or without a time', () => {
    const list = [
      abroad('2026-03-01T10:00', { startTime: null }),
      abroad('2026-03-01T10:00', { usageType: 'ROAM_VOICE', unit: 'S' }),
      abroad('2026-03-01T11:00', { usageType: 'ROAM_VOICE', unit: 'S' }),
      abroad('2026-03-01T12:00', { startTime: null }),
    ];
    expect(told(list)).to.deep.equal([]);
  });

  it('keep their names when later records come', () => {
    const table = tableOf([abroad('2026-03-01T10:00'), abroad('2026-03-01T11:00')]);
    const before = runsOf(table).map(({ name }) => name);
    table.append([abroad('2026-03-01T12:00')]);
    const [run] = runsOf(table);
    expect([run?.name]).to.deep.equal(before);
    expect(run?.rows.length).to.equal(3);
  });

  it('say how much they used, in all units together, and nothing where one does not', () => {
    const list = [abroad('2026-03-01T10:00'), abroad('2026-03-01T11:00', { unit: 'KB' })];
    const table = tableOf([...list, abroad('2026-03-01T12:00', { volume: null })]);
    expect(plain(bytesUsed(table, Uint32Array.of(0, 1)))).to.equal('20020000');
    expect(bytesUsed(table, Uint32Array.of(0, 2))).to.equal(null);
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { MoneyTally, type MoneySum } from '../../src/model/money.js';
import { totalsByDay, totalsByType } from '../../src/model/table-view.js';
import { at, call, dec, lines, tableOf } from '../support/model-records.js';
import { anyAmount } from '../support/random-usage.js';

const some = tableOf([
  call({ amount: dec('1.50') }),
  call({ amount: dec('-9.00'), usageType: 'SMS', unit: 'E', volume: dec('1') }),
  call({ amount: dec('2.00'), currency: 'NOK', unit: 'MIN', volume: dec('1.5') }),
  call({ amount: null, usageType: null, startTime: null, volume: null }),
  call({ amount: dec('3.00'), startTime: at('2026-03-07T23:59:59'), volume: dec('3') }),
]);

describe('totals by usage type', () => {
  it('largest first, apart by currency, each with its own gaps', () => {
    const totals = totalsByType(some, null).map(({ usageType, total }) => ({
      usageType,
      sums: lines(total.sums),
      count: total.count,
      complete: total.complete,
    }));
    expect(totals).to.deep.equal([
      { usageType: 'SMS', sums: ['SEK excluded -9.00'], count: 1, complete: true },
      {
        usageType: 'VOICE',
        sums: ['SEK excluded 4.50', 'NOK excluded 2.00'],
        count: 3,
        complete: true,
      },
      { usageType: null, sums: [], count: 1, complete: false },
    ]);
  });

  it('of a selection hold its rows only', () => {
    const [only, ...others] = totalsByType(some, Uint32Array.of(1));
    expect(others).to.deep.equal([]);
    expect(lines(only!.total.sums)).to.deep.equal(['SEK excluded -9.00']);
  });
});

describe('totals by day', () => {
  it('ascend, and rows without a time come under no day', () => {
    const days = totalsByDay(some, null).map(({ day, total }) => [day, ...lines(total.sums)]);
    expect(days).to.deep.equal([
      [''],
      ['2026-03-07', 'SEK excluded 3.00'],
      ['2026-03-08', 'SEK excluded -7.50', 'NOK excluded 2.00'],
    ]);
  });
});

describe('totals of parts', () => {
  const records = fc.array(
    fc
      .record({
        usageType: fc.option(fc.constantFrom('VOICE', 'SMS', 'DATA')),
        currency: fc.constantFrom('SEK', 'NOK', null),
        otherParty: fc.constantFrom('+46709876543', '112', null),
        startTime: fc.option(
          fc.constantFrom('2026-03-08', '2026-03-09T10:00', '1970-01-01').map(at),
        ),
        amount: fc.option(anyAmount, { freq: 9 }),
      })
      .map((parts) => call(parts)),
  );

  const added = (parts: Iterable<MoneySum>): string[] => {
    const tally = new MoneyTally();
    tally.addAll(parts);
    return tally.total().sums.map(({ currency, vat, amount }) => {
      return `${currency} ${vat} ${amount.units * 10n ** BigInt(4 - amount.scale)}`;
    });
  };

  it('by type and by day add up to the whole, withheld included', () => {
    fc.assert(
      fc.property(records, (list) => {
        const table = tableOf(list);
        const whole = table.total(null);
        const types = totalsByType(table, null);
        const days = totalsByDay(table, null);
        expect(added(types.flatMap(({ total }) => total.sums))).to.deep.equal(added(whole.sums));
        expect(added(days.flatMap(({ total }) => total.sums))).to.deep.equal(added(whole.sums));
        for (const totals of [types, days]) {
          const rows = totals.reduce((sum, { total }) => sum + total.count, 0);
          const missing = totals.reduce(
            (sum, { total: t }) => sum + (t.gaps.missingAmounts ?? 0),
            0,
          );
          expect([rows, missing]).to.deep.equal([list.length, whole.gaps.missingAmounts ?? 0]);
        }
      }),
    );
  });

  it('every part lacks what the whole table lacks (faults 83, 88)', () => {
    const table = tableOf([call(), call({ usageType: 'SMS' })]);
    table.note({ cutOff: true });
    const parts = [...totalsByType(table, null), ...totalsByDay(table, null)];
    expect(parts.map(({ total }) => total.complete)).to.deep.equal([false, false, false]);
  });
});

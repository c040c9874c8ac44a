import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Decimal } from '../../src/model/decimal.js';
import { finish } from '../../src/model/steps.js';
import {
  deriveView,
  SORT_COLUMNS,
  type TableFilter,
  type TableSort,
  viewSteps,
} from '../../src/model/table-view.js';
import type { UsageRecord } from '../../src/model/usage-record.js';
import { at, call, dec, tableOf, WORDS } from '../support/model-records.js';

const AMOUNT: TableSort = { column: 'amount', descending: true };

const figures: fc.Arbitrary<Decimal | null> = fc.option(
  fc.oneof(
    fc.record({ units: fc.bigInt({ min: 0n, max: 500n }), scale: fc.nat(2) }),
    fc.constantFrom('90071992547409.93', '1e30', '0.0000000000012').map(dec),
  ),
);
const texts = fc.option(fc.constantFrom('Åland', 'Alanya', 'Österbotten', 'Zagreb', 'ø', 'z'));
const day = fc.integer({ min: 10, max: 28 });

const records: fc.Arbitrary<UsageRecord[]> = fc.array(
  fc
    .record({
      startTime: fc.option(day.map((n) => at(`2026-10-${n}T02:30`))),
      usageType: fc.option(fc.constantFrom('VOICE', 'SMS', 'DATA', 'VX7')),
      otherParty: fc.option(fc.constantFrom('+46701', '0709', '46700111222', 'Spotify', 'Örebro')),
      destination: texts,
      volume: figures,
      chargedVolume: figures,
      unit: fc.constantFrom('S', 'MIN', 'KB', 'MB', 'E', 'PULSE', null),
      amount: figures,
    })
    .map((parts) => call(parts)),
  { maxLength: 15 },
);
const sorts: fc.Arbitrary<TableSort> = fc.record({
  column: fc.constantFrom(...SORT_COLUMNS),
  descending: fc.boolean(),
});
const filters: fc.Arbitrary<TableFilter> = fc.record(
  {
    types: fc.subarray(['VOICE', 'SMS', '']),
    fromDay: fc.constantFrom('2026-10-15', '2026-10-20'),
    text: fc.constantFrom('a', 'land', '4670', '07', 'spot', '+', '-'),
    minAmount: fc.constantFrom('0.005', '1,5'),
  },
  { requiredKeys: [] },
);

describe('a view of a table that was looked at before', () => {
  it('is that of a table nobody has looked at, whatever came, and was asked for, before', () => {
    const looks = fc.array(fc.tuple(records, filters, sorts), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(looks, (steps) => {
        const table = tableOf([]);
        const list: UsageRecord[] = [];
        for (const [added, filter, sort] of steps) {
          table.append(added);
          list.push(...added);
          const fresh = deriveView(tableOf(list), filter, sort, WORDS);
          expect([...deriveView(table, filter, sort, WORDS)]).to.deep.equal([...fresh]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('holds only what was there when it was begun, and the rest the next time', () => {
    const amounts = (count: number, first: string): UsageRecord[] =>
      Array.from({ length: count }, (_, i) => call({ amount: dec(i === 0 ? first : `${i % 7}`) }));
    for (const [first, isThrough] of [
      ['5', false],
      // Finer than all before: what was compared is no more what is there.
      ['5.123', true],
    ] as const) {
      const table = tableOf(amounts(50, '9'));
      const view = viewSteps(table, {}, AMOUNT, WORDS);
      view.next();
      table.append(amounts(50, first));
      expect(finish(view).length).to.equal(isThrough ? 100 : 50);
      const fresh = deriveView(table, {}, AMOUNT, { ...WORDS });
      expect([...deriveView(table, {}, AMOUNT, WORDS)]).to.deep.equal([...fresh]);
    }
  });

  it('is in order, wherever in the work figures came that are finer than all before', () => {
    const many = Array.from({ length: 40_000 }, (_, i) => call({ amount: dec(`${(i * 7) % 97}`) }));
    for (let steps = 1; steps <= 6; steps++) {
      const table = tableOf(many);
      const view = viewSteps(table, {}, AMOUNT, WORDS);
      for (let step = 0; step < steps; step++) view.next();
      table.append([call({ amount: dec('5.123') })]);
      const fresh = deriveView(table, {}, AMOUNT, { ...WORDS });
      finish(view);
      const rows = deriveView(table, {}, AMOUNT, WORDS);
      expect(rows.every((row, place) => row === fresh[place])).to.equal(true);
    }
  });

  it('looks at no text twice when a number is sorted again, or some come', () => {
    const table = tableOf(['070', '08'].map((otherParty) => call({ otherParty })));
    const sort = { column: 'type', descending: false } as const;
    let asked = 0;
    const words = { ...WORDS, locale: 'sv', typeLabel: (code: string) => `${code}${asked++}` };
    deriveView(table, {}, sort, words);
    const before = asked;
    deriveView(table, {}, sort, words);
    deriveView(table, { types: ['VOICE'] }, sort, words);
    expect(asked).to.equal(before);
  });

  it('gives the very order of before when a filter is cleared', () => {
    const table = tableOf([3, 1, 2].map((n) => call({ amount: dec(`${n}`) })));
    const before = deriveView(table, {}, AMOUNT, WORDS);
    deriveView(table, { minAmount: '2' }, AMOUNT, WORDS);
    expect(deriveView(table, {}, AMOUNT, WORDS)).to.equal(before);
  });

  it('is sorted by other words when there are others', () => {
    const table = tableOf(['VOICE', 'SMS'].map((usageType) => call({ usageType })));
    const sort = { column: 'type', descending: false } as const;
    expect([...deriveView(table, {}, sort, WORDS)]).to.deep.equal([0, 1]);
    const other = { ...WORDS, typeLabel: (code: string) => (code === 'SMS' ? 'A' : 'B') };
    expect([...deriveView(table, {}, sort, other)]).to.deep.equal([1, 0]);
  });

  it('finds where many rows more belong as it does with few', () => {
    for (const count of [100, 20_000]) {
      const some = (salt: number): UsageRecord[] =>
        Array.from({ length: count }, (_, i) =>
          call({ amount: dec(`${(i * 7919 + salt) % 997}`) }),
        );
      const table = tableOf(some(0));
      deriveView(table, {}, AMOUNT, WORDS);
      table.append(some(5));
      const fresh = deriveView(table, {}, AMOUNT, { ...WORDS });
      table.append(some(9).slice(0, 50));
      expect([...deriveView(table, {}, AMOUNT, WORDS)].filter((row) => row < 2 * count))
        .to.deep //
        .equal([...fresh]);
    }
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { compareDecimals, parseDecimal, type Decimal } from '../../src/model/decimal.js';
import { finish } from '../../src/model/steps.js';
import { keysOf, sortByKeys } from '../../src/model/order.js';
import {
  deriveView,
  SORT_COLUMNS,
  type SortColumn,
  type TableFilter,
} from '../../src/model/table-view.js';
import { dayOf } from '../../src/model/time.js';
import type { UsageRecord } from '../../src/model/usage-record.js';
import { toBaseVolume, volumeKind } from '../../src/model/volume.js';
import { at, call, dec, tableOf, WORDS } from '../support/model-records.js';

const TIME = { column: 'time', descending: false } as const;

const figures: fc.Arbitrary<Decimal | null> = fc.option(
  fc.oneof(
    fc.record({ units: fc.bigInt({ min: -500n, max: 500n }), scale: fc.nat(2) }),
    fc.constantFrom('90071992547409.93', '-90071992547409.91', '1e30', '0.0000000000012').map(dec),
  ),
);
const volumes = figures.map((d) => d && { ...d, units: d.units < 0n ? -d.units : d.units });
const texts = fc.option(fc.constantFrom('Åland', 'Alanya', 'Österbotten', 'Zagreb', 'ø', 'z'));
const times = fc.option(
  fc.constantFrom(
    '2026-10-24',
    '2026-10-25T02:30:00+02:00',
    '2026-10-25T02:30:00+01:00',
    '2026-10-25T02:30',
    '2026-10-26T00:00:00',
  ),
);

const records: fc.Arbitrary<UsageRecord[]> = fc.array(
  fc
    .record({
      startTime: times.map((text) => text && at(text)),
      usageType: fc.option(fc.constantFrom('VOICE', 'SMS', 'DATA', 'VX7')),
      otherParty: fc.option(fc.constantFrom('+46701', '0709', '46700111222', 'Spotify', 'Örebro')),
      destination: texts,
      description: texts,
      volume: volumes,
      chargedVolume: volumes,
      unit: fc.constantFrom('S', 'MIN', 'KB', 'MB', 'E', 'PULSE', 'Units', null),
      amount: figures,
    })
    .map((parts) => call(parts)),
  { maxLength: 40 },
);

const collator = new Intl.Collator('sv-SE');
type Compare = (a: UsageRecord, b: UsageRecord) => number;

const group = ({ unit }: UsageRecord): string => {
  const kind = volumeKind(unit);
  return kind === 'other' ? `${kind} ${unit ?? ''}` : kind;
};
const plainOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const base = (d: Decimal, unit: string | null): Decimal => toBaseVolume(d, unit) ?? d;
const isName = (text: string): boolean => /^\p{L}/u.test(text);

/** The plain way: what is missing, and a comparator on records. */
const PLAIN: Record<SortColumn, { has: (r: UsageRecord) => boolean; compare: Compare }> = {
  time: {
    has: (r) => r.startTime !== null,
    compare: (a, b) =>
      a.startTime!.wall - b.startTime!.wall ||
      (a.startTime!.instant ?? 0) - (b.startTime!.instant ?? 0),
  },
  type: {
    has: (r) => r.usageType !== null,
    compare: (a, b) =>
      collator.compare(WORDS.typeLabel(a.usageType!), WORDS.typeLabel(b.usageType!)),
  },
  number: {
    has: (r) => r.otherParty !== null,
    compare: (a, b) =>
      Number(isName(a.otherParty!)) - Number(isName(b.otherParty!)) ||
      plainOrder(a.otherParty!, b.otherParty!),
  },
  destination: {
    has: (r) => r.destination !== null,
    compare: (a, b) => collator.compare(a.destination!, b.destination!),
  },
  volume: {
    has: (r) => r.volume !== null,
    compare: (a, b) =>
      plainOrder(group(a), group(b)) ||
      compareDecimals(base(a.volume!, a.unit), base(b.volume!, b.unit)),
  },
  charged: {
    has: (r) => r.chargedVolume !== null,
    compare: (a, b) =>
      plainOrder(group(a), group(b)) ||
      compareDecimals(base(a.chargedVolume!, a.unit), base(b.chargedVolume!, b.unit)),
  },
  amount: {
    has: (r) => r.amount !== null,
    compare: (a, b) => compareDecimals(a.amount!, b.amount!),
  },
};

function plainSort(list: UsageRecord[], column: SortColumn, descending: boolean): number[] {
  const { has, compare } = PLAIN[column];
  const sign = descending ? -1 : 1;
  const rows = [...list.keys()];
  return [
    ...rows.filter((r) => has(list[r]!)).sort((a, b) => sign * compare(list[a]!, list[b]!)),
    ...rows.filter((r) => !has(list[r]!)),
  ];
}

describe('sorting a view', () => {
  for (const column of SORT_COLUMNS) {
    it(`by ${column} equals a plain stable sort, missing last in both directions`, () => {
      fc.assert(
        fc.property(records, fc.boolean(), (list, descending) => {
          const rows = deriveView(tableOf(list), {}, { column, descending }, WORDS);
          expect([...rows]).to.deep.equal(plainSort(list, column, descending));
        }),
      );
    });
  }

  it('many rows sort as few do', () => {
    const amounts = Array.from({ length: 6000 }, (_, i) => (i * 7919) % 4001);
    const list = amounts.map((n, i) => call({ amount: i % 10 ? dec(`${n - 2000}.5`) : null }));
    for (const descending of [false, true]) {
      const rows = deriveView(tableOf(list), {}, { column: 'amount', descending }, WORDS);
      expect([...rows]).to.deep.equal(plainSort(list, 'amount', descending));
    }
  });

  it('ö is its own letter in Swedish and an o in German', () => {
    const table = tableOf(['Zagreb', 'Örebro', 'Oslo'].map((destination) => call({ destination })));
    const sort = { column: 'destination', descending: false } as const;
    const order = (locale: string): number[] => [
      ...deriveView(table, {}, sort, { ...WORDS, locale }),
    ];
    expect(order('sv-SE')).to.deep.equal([2, 0, 1]);
    expect(order('de-DE')).to.deep.equal([1, 2, 0]);
  });

  it('types go by their labels, in the order of the language', () => {
    const codes = { T1: 'Åska', T2: 'Zon', T3: 'ark' };
    const words = { ...WORDS, typeLabel: (code: string) => codes[code as 'T1'] };
    const table = tableOf(Object.keys(codes).map((usageType) => call({ usageType })));
    const rows = deriveView(table, {}, { column: 'type', descending: false }, words);
    expect([...rows]).to.deep.equal([2, 1, 0]);
  });

  it('a locale that the platform refuses does not throw (fault 11)', () => {
    const sort = { column: 'destination', descending: false } as const;
    expect(deriveView(tableOf([call()]), {}, sort, { ...WORDS, locale: 'sv_SE' }).length).to.equal(
      1,
    );
  });

  it('texts that came after a first sort are in the next one', () => {
    const sort = { column: 'destination', descending: false } as const;
    const table = tableOf([call({ destination: 'B' })]);
    deriveView(table, {}, sort, WORDS);
    table.append([call({ destination: 'A' })]);
    expect([...deriveView(table, {}, sort, WORDS)]).to.deep.equal([1, 0]);
  });
});

describe('sorting many keys', () => {
  const sorted = (keys: number[], descending: boolean): number[] => {
    const read = finish(keysOf({ codes: Float64Array.from(keys) }, (key) => key));
    return [...finish(sortByKeys(Uint32Array.from(keys.keys()), read, descending ? -1 : 1))];
  };
  const expected = (keys: number[], descending: boolean): number[] => {
    const rows = [...keys.keys()];
    const sign = descending ? -1 : 1;
    return [
      ...rows
        .filter((r) => !Number.isNaN(keys[r]))
        .sort((a, b) => sign * Math.sign(keys[a]! - keys[b]!)),
      ...rows.filter((r) => Number.isNaN(keys[r])),
    ];
  };
  const spread = (make: (i: number) => number): number[] =>
    Array.from({ length: 5000 }, (_, i) => make((i * 7919) % 5000));

  for (const [name, keys] of [
    ['small integers', spread((i) => (i % 300) - 150)],
    ['integers beyond 32 bits', spread((i) => (i - 2500) * 1e9)],
    [
      'integers whose span is no safe integer',
      spread((i) => (i % 2 ? 1 : -1) * (Number.MAX_SAFE_INTEGER - i)),
    ],
    ['fractions of both signs', spread((i) => (i - 2500) / 7)],
    ['zeros of both signs', spread((i) => (i % 3 === 0 ? -0 : i % 3 === 1 ? 0 : 0.5))],
    ['missing ones', spread((i) => (i % 4 ? i : NaN))],
    ['one key only', spread(() => 7)],
  ] as const) {
    it(`${name}: stable, in both directions`, () => {
      for (const descending of [false, true]) {
        expect(sorted([...keys], descending)).to.deep.equal(expected([...keys], descending));
      }
    });
  }
});

describe('filtering a view', () => {
  const filters: fc.Arbitrary<TableFilter> = fc.record(
    {
      types: fc.subarray(['VOICE', 'SMS', 'VX7', '', 'NONE']),
      fromDay: fc.constantFrom('2026-10-24', '2026-10-25', '2026-02-30'),
      toDay: fc.constantFrom('2026-10-25', '2026-10-26', 'soon'),
      minAmount: fc.constantFrom('-2', '0.005', '1,5', '90071992547409.93', 'x'),
      maxAmount: fc.constantFrom('-0.005', '3', '1e30', ''),
    },
    { requiredKeys: [] },
  );

  function passes(record: UsageRecord, filter: TableFilter): boolean {
    const day = record.startTime && dayOf(record.startTime.wall);
    const isDay = (text?: string): text is string =>
      /^\d.*[^0]$/.test(text ?? '') && text !== '2026-02-30';
    const min = parseDecimal(filter.minAmount ?? '');
    const max = parseDecimal(filter.maxAmount ?? '');
    return (
      (!filter.types?.length || filter.types.includes(record.usageType ?? '')) &&
      (!isDay(filter.fromDay) || (day !== null && day >= filter.fromDay)) &&
      (!isDay(filter.toDay) || (day !== null && day <= filter.toDay)) &&
      (!min || (record.amount !== null && compareDecimals(record.amount, min) >= 0)) &&
      (!max || (record.amount !== null && compareDecimals(record.amount, max) <= 0))
    );
  }

  it('equals a plain scan of the records', () => {
    fc.assert(
      fc.property(records, filters, (list, filter) => {
        const rows = deriveView(tableOf(list), filter, TIME, WORDS);
        const scan = [...list.keys()].filter((row) => passes(list[row]!, filter));
        expect([...rows].sort((a, b) => a - b)).to.deep.equal(scan);
      }),
      { numRuns: 300 },
    );
  });

  it('an hour holds its rows from the first minute to the last, and none without a time of day', () => {
    const times = ['', 'T00:00', 'T00:59:59', 'T01:00', 'T23:59'];
    const table = tableOf([
      ...times.map((time) => call({ startTime: at(`2026-03-08${time}`) })),
      call({ startTime: null }),
    ]);
    const rows = (hour: string): number[] => [...deriveView(table, { hour }, TIME, WORDS)];
    expect(rows('00')).to.deep.equal([1, 2]);
    expect(rows('01')).to.deep.equal([3]);
    expect(rows('23')).to.deep.equal([4]);
    expect(rows('12')).to.deep.equal([]);
  });

  it('amounts of more digits than a double has are held against a bound exactly', () => {
    const amounts = ['90071992547409.92', '90071992547409.93', null];
    const table = tableOf(
      amounts.map((amount) => call({ amount: amount === null ? null : dec(amount) })),
    );
    const filter = { minAmount: '90071992547409.93' };
    expect([...deriveView(table, filter, TIME, WORDS)]).to.deep.equal([1]);
  });

  it('a bound finer than the amounts lets through what lies within it', () => {
    const table = tableOf(['-1.01', '-1.00', '1.00', '1.01'].map((a) => call({ amount: dec(a) })));
    const rows = (filter: TableFilter): number[] => [...deriveView(table, filter, TIME, WORDS)];
    expect(rows({ minAmount: '1.005' })).to.deep.equal([3]);
    expect(rows({ maxAmount: '1.005' })).to.deep.equal([0, 1, 2]);
    expect(rows({ minAmount: '-1.005' })).to.deep.equal([1, 2, 3]);
    expect(rows({ maxAmount: '-1.005' })).to.deep.equal([0]);
  });
});

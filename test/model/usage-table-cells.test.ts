import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { trimDecimal } from '../../src/model/decimal.js';
import { mergeGaps, MoneyTally, VAT_BASES } from '../../src/model/money.js';
import { unitsOf } from '../../src/model/packed-texts.js';
import { totalsByType } from '../../src/model/table-view.js';
import { TIME_PRECISIONS } from '../../src/model/time.js';
import { RECORD_MARKS, type UsageRecord } from '../../src/model/usage-record.js';
import { UsageTable, WITHHELD_FIELDS } from '../../src/model/usage-table.js';
import { at, call, dec, lines, tableOf } from '../support/model-records.js';

/** All that can be read from a table, and from its withheld rows. */
function contents(table: UsageTable): unknown {
  const { sums, ...counted } = table.total(null);
  return {
    parts: table.parts.map((part) =>
      Array.from({ length: part.length }, (_, row) => ({
        ...part.record(row),
        cls: part.numberClass(row),
      })),
    ),
    texts: [table.otherParty.values, table.usageType.values, table.unit.values],
    // How many zeros a sum ends in depends on when its rows came.
    total: [counted, sums.map((sum) => ({ ...sum, amount: trimDecimal(sum.amount) }))],
    facts: table.facts,
  };
}

/** Writes a record cell by cell, as a reader of bytes does. Returns false if it repeats a row. */
function writeCells(table: UsageTable, record: UsageRecord): boolean {
  const number = record.otherParty ?? '';
  const part = table.begin(Uint16Array.from(unitsOf(`<${number}`)), 1, 1 + number.length);
  const row = part.length;
  const mayHold = (name: string): boolean =>
    part === table || WITHHELD_FIELDS.includes(name as never);
  let { marks } = record;
  for (const name of ['subscriptionNo', 'usageType', 'description', 'unit', 'currency'] as const) {
    const text = record[name];
    if (text && mayHold(name)) part[name].writeUnits(row, unitsOf(text), 0, text.length);
  }
  const time = record.startTime;
  if (time) {
    const precision = TIME_PRECISIONS.indexOf(time.precision);
    part.startTime.writeTime(row, time.wall, precision, time.instant ?? NaN);
  }
  for (const name of ['volume', 'chargedVolume', 'amount'] as const) {
    const value = record[name];
    if (!value || !mayHold(name)) continue;
    const isSmall = value.scale <= 8 && value.units ** 2n < 2n ** 106n;
    marks |= isSmall
      ? part[name].writeScaled(row, Number(value.units), value.scale)
      : part[name].write(row, value);
  }
  const id = record.recordId ?? '';
  return part.commit(marks, record.vat, unitsOf(id), 0, id.length);
}

function tableOfCells(records: readonly UsageRecord[]): UsageTable {
  const table = UsageTable.create();
  for (const record of records) writeCells(table, record);
  return table;
}

const decimals = fc.oneof(
  fc.record({ units: fc.bigInt({ min: -3n, max: 3n }), scale: fc.nat(2) }),
  fc.record({ units: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), scale: fc.nat(11) }),
);
const texts = fc.constantFrom(null, 'a', 'mb', 'MB ', '\u0000', '\ud800', 'ö'.repeat(300));
const records: fc.Arbitrary<UsageRecord[]> = fc.array(
  fc
    .record({
      recordId: fc.constantFrom(null, '1', '2', '3'),
      subscriptionNo: fc.constantFrom('46701', '46702'),
      otherParty: fc.constantFrom(null, '116123', '020-1234', '0900-12', '+46709', 'Radio'),
      usageType: texts,
      description: texts,
      unit: texts,
      startTime: fc.constantFrom(
        null,
        ...['2026-03-08', '2026-03-08T21:14', '2026-10-25T02:30:00+01:00'].map(at),
      ),
      volume: fc.option(decimals),
      chargedVolume: fc.option(decimals),
      amount: fc.option(decimals),
      currency: fc.constantFrom(null, 'SEK', 'sek ', 'NOK'),
      vat: fc.constantFrom(...VAT_BASES),
      marks: fc.constantFrom(0, RECORD_MARKS.free, RECORD_MARKS.conflicting),
    })
    .map((parts) => call({ destination: null, ...parts })),
  { maxLength: 40 },
);

describe('a table that is written cell by cell', () => {
  it('is the same as one of the records', () => {
    fc.assert(
      fc.property(records, (list) => {
        expect(contents(tableOfCells(list))).to.deep.equal(contents(tableOf(list)));
      }),
    );
  });

  it('never learns the number of a withheld row, nor what tells of it (fault 87)', () => {
    const table = tableOfCells([
      call({ otherParty: '116 123', description: 'Hjälplinje', unit: 'S' }),
    ]);
    const [, withheld] = table.parts;
    const learned = [table, withheld!].flatMap((part) =>
      [part.otherParty, part.description, part.unit, part.destination].flatMap(
        ({ values }) => values,
      ),
    );
    expect(learned.filter(Boolean)).to.deep.equal([]);
    expect(table.withheld.count).to.equal(1);
  });

  it('says whether a row repeated one, and keeps nothing of it', () => {
    const table = UsageTable.create();
    const first = call({ recordId: 'a' });
    expect([first, first].map((record) => writeCells(table, record))).to.deep.equal([true, false]);
    writeCells(table, call({ recordId: 'b', volume: null, unit: null, otherParty: null }));
    expect(table.record(1)).to.deep.include({ volume: null, unit: null, otherParty: null });
  });
});

describe('a table that takes over another', () => {
  it('is the same as one that was given the records of both, one by one', () => {
    fc.assert(
      fc.property(records, records, (before, after) => {
        const table = tableOf(before);
        const other = tableOf(after);
        const rows = other.parts.reduce((sum, { length }) => sum + length, 0);
        const had = table.parts.reduce((sum, { length }) => sum + length, 0);
        const repeated = table.appendTable(other);
        const whole = tableOf([...before, ...after]);
        // Listed rows come before withheld ones; texts are learned of rows that are kept only.
        expect(table.parts.map(({ length }) => length)).to.deep.equal(
          whole.parts.map(({ length }) => length),
        );
        const { parts, total } = contents(table) as Record<string, unknown>;
        const expected = contents(whole) as Record<string, unknown>;
        expect([parts, total]).to.deep.equal([expected['parts'], expected['total']]);
        expect(table.parts.reduce((sum, { length }) => sum + length, 0)).to.equal(
          had + rows - repeated,
        );
      }),
    );
  });

  it('takes over what it lacks', () => {
    const table = tableOf([call()]);
    const other = tableOf([]);
    other.note({ cutOff: true, unreadableRows: 2 });
    table.note({ unreadableRows: 1 });
    const { version } = table;
    table.appendTable(other);
    expect(table.gaps).to.deep.equal({ cutOff: true, unreadableRows: 3 });
    expect(table.version).to.be.greaterThan(version);
  });

  it('withholds numbers by its own rules', () => {
    const table = UsageTable.create({ numberRules: { free: ['+4670*'] } });
    table.appendTable(tableOf([call()]));
    expect(table.length).to.equal(0);
    expect(lines(table.withheld.sums)).to.deep.equal(['SEK excluded 1.50']);
  });
});

describe('what a table keeps while rows come', () => {
  it('is what a count of all its rows says, at every moment', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 3 }), (batches) => {
        const table = UsageTable.create();
        for (const batch of batches) {
          table.append(batch);
          const tally = new MoneyTally();
          for (const part of table.parts) tally.addTotal(part.total(allRowsOf(part)));
          expect(plainTotal(table.total(null))).to.deep.equal(plainTotal(tally.total()));
          const types = totalsByType(table, null);
          const sum = new MoneyTally();
          for (const { total } of types) sum.addTotal(total);
          expect(plainTotal(sum.total())).to.deep.equal(plainTotal(tally.total()));
        }
      }),
    );
  });

  it('knows the span of time and whether more is charged than was used', () => {
    const table = tableOf([
      call({ startTime: at('2026-03-08T10:00') }),
      call({ startTime: null }),
      call({ startTime: at('2026-03-07'), volume: dec('1.5'), chargedVolume: dec('1.50') }),
    ]);
    expect(table.facts).to.deep.include({
      types: ['VOICE'],
      earliest: at('2026-03-07').wall,
      latest: at('2026-03-08T10:00').wall,
      charged: false,
    });
    table.append([call({ chargedVolume: dec('60') })]);
    expect(table.facts.charged).to.equal(true);
  });

  for (const [texts, order] of [
    [[], -1],
    [['2026-03-08', '2026-03-08', '2026-03-07', null, null], -1],
    [['2026-03-07', '2026-03-08', null], 1],
    [['2026-03-07', '2026-03-08', '2026-03-07'], 0],
    [['2026-03-08', null, '2026-03-07'], 0],
    [[null, '2026-03-07'], 0],
  ] as const) {
    it(`knows the order of ${texts.join(', ') || 'no row'}`, () => {
      const table = tableOf(texts.map((text) => call({ startTime: text && at(text) })));
      expect(table.facts.timeOrder).to.equal(order);
    });
  }
});

function allRowsOf({ length }: UsageTable): Uint32Array {
  return Uint32Array.from({ length }, (_, row) => row);
}

/** A total whose figures do not show the scale at which they were added. */
function plainTotal({ sums, count, gaps }: ReturnType<UsageTable['total']>): unknown {
  const plain = sums.map(({ currency, vat, amount }) => [
    currency,
    vat,
    (amount.units * 10n ** BigInt(20 - amount.scale)).toString(),
  ]);
  return {
    sums: new Map(plain.map((sum) => [sum.slice(0, 2).join(), sum])),
    count,
    gaps: mergeGaps({}, gaps),
  };
}

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { MoneyTally, type Total } from '../../src/model/money.js';
import { finish } from '../../src/model/steps.js';
import { countFrom } from '../../src/model/order.js';
import { groupRows, splitSteps } from '../../src/model/table-groups.js';
import type { UsageTable } from '../../src/model/usage-table.js';
import type { UsageRecord } from '../../src/model/usage-record.js';
import { at, call, dec, lines, tableOf } from '../support/model-records.js';
import { anyAmount } from '../support/random-usage.js';

const records = fc.array(
  fc
    .record({
      subscriptionNo: fc.constantFrom('46701', '46702', '46703'),
      usageType: fc.option(fc.constantFrom('VOICE', 'SMS', 'DATA')),
      destination: fc.option(fc.constantFrom('Norge', 'Sverige')),
      currency: fc.constantFrom('SEK', 'NOK', null),
      vat: fc.constantFrom('excluded' as const, 'included' as const),
      startTime: fc.option(fc.constantFrom('1970-01-01', '2026-03-09T10:00', '2100-12-31').map(at)),
      amount: fc.option(anyAmount, { freq: 9 }),
    })
    .map((parts) => call(parts)),
);

/** What a person would write down of a record for a field. */
const NAMES = {
  subscription: ({ subscriptionNo }: UsageRecord) => subscriptionNo,
  type: ({ usageType }: UsageRecord) => usageType ?? '',
  destination: ({ destination }: UsageRecord) => destination ?? '',
  day: ({ startTime }: UsageRecord) =>
    startTime ? new Date(startTime.wall).toISOString().slice(0, 10) : '',
};

function totalOf(list: readonly UsageRecord[]): Total {
  const tally = new MoneyTally();
  for (const { currency, vat, amount } of list) {
    tally.countRows(1);
    if (amount) tally.add(currency, vat, amount);
    else tally.note({ missingAmounts: 1 });
  }
  return tally.total();
}

const allRows = ({ length }: UsageTable): Uint32Array => countFrom(0, length);

/** Without zeros at the end. */
const trimmed = (line: string): string => line.replace(/0+$/, '');

/** At one scale, in one order. */
function told({ sums, count, gaps }: Total): unknown {
  const texts = sums.map(
    ({ currency, vat, amount: { units, scale } }) =>
      `${currency} ${vat} ${units * 10n ** BigInt(4 - scale)}`,
  );
  return [texts.sort(), count, gaps.missingAmounts ?? 0];
}

describe('groups of rows', () => {
  for (const fields of [
    ['subscription', 'type'],
    ['destination', 'day'],
    ['day'],
    ['type'],
  ] as const) {
    it(`by ${fields.join(' and ')} are those of a page that goes through the records`, () => {
      fc.assert(
        fc.property(records, (list) => {
          const table = tableOf(list);
          const expected = new Map<string, UsageRecord[]>();
          for (const record of list) {
            const name = fields.map((field) => NAMES[field](record)).join('\n');
            expected.set(name, [...(expected.get(name) ?? []), record]);
          }
          const found = groupRows(table, allRows(table), fields);
          const groups = found.map(({ names, total }) => [names.join('\n'), told(total)]);
          expect(Object.fromEntries(groups)).to.deep.equal(
            Object.fromEntries([...expected].map(([name, some]) => [name, told(totalOf(some))])),
          );
          expect(groups.length).to.equal(expected.size);
        }),
      );
    });
  }

  it('are split without losing a row or its order', () => {
    fc.assert(
      fc.property(
        records,
        fc.constantFrom(...(Object.keys(NAMES) as (keyof typeof NAMES)[])),
        (list, field) => {
          const table = tableOf(list);
          const rows = allRows(table).reverse();
          const parts = finish(splitSteps(table, rows, field, {}));
          for (const { name, total, rows: part } of parts) {
            const expected = [...rows].filter((row) => NAMES[field](table.record(row)) === name);
            expect([...part]).to.deep.equal(expected);
            expect(told(total)).to.deep.equal(told(table.total(part)));
          }
          const size = parts.reduce((sum, { rows: part }) => sum + part.length, 0);
          expect(size).to.equal(list.length);
        },
      ),
    );
  });

  it('hold the given rows only', () => {
    const table = tableOf([call(), call({ usageType: 'SMS' }), call({ amount: dec('3') })]);
    const [only, ...others] = groupRows(table, Uint32Array.of(2), ['type']);
    expect(others).to.deep.equal([]);
    expect(only?.names).to.deep.equal(['VOICE']);
    expect(lines(only!.total.sums)).to.deep.equal(['SEK excluded 3.00']);
  });

  it('stay apart where there are more pairs of names than rows', () => {
    const list = Array.from({ length: 400 }, (_, i) =>
      call({ subscriptionNo: `S${i % 200}`, destination: `D${(i * 7) % 400}` }),
    );
    const table = tableOf(list);
    const found = groupRows(table, allRows(table), ['subscription', 'destination']);
    expect(found.map(({ names }) => names.join())).to.have.members(
      list.map(({ subscriptionNo, destination }) => `${subscriptionNo},${destination}`),
    );
  });

  it('stay apart where there are more pairs than rows, and more rows than a step takes', () => {
    const rows = 33_000;
    const list = Array.from({ length: rows }, (_, i) =>
      call({ subscriptionNo: `S${i % 300}`, destination: `D${i % 299}`, amount: dec('1.50') }),
    );
    const found = groupRows(tableOf(list), null, ['subscription', 'destination']);
    expect(new Set(found.map(({ names }) => names.join())).size).to.equal(rows);
    expect(found.every(({ total }) => lines(total.sums).join() === 'SEK excluded 1.50')).to.equal(
      true,
    );
  });

  /** More rows than there can be groups: sums stand at places of their own. */
  const many = (count: number): UsageRecord[] =>
    Array.from({ length: count }, (_, i) =>
      call({
        subscriptionNo: `S${i % 2}`,
        usageType: ['VOICE', 'SMS', null][i % 3] ?? null,
        currency: i % 5 ? 'SEK' : 'NOK',
        // None, what is no integer at any common scale, and what two of would round a double.
        amount:
          [
            null,
            dec('0.0000000001'),
            dec('4503599627370.495'),
            dec('-1.25'),
            dec('-4503599627370.495'),
            dec('-4503599627370.495'),
          ][i % 7] ?? null,
      }),
    );

  it('are exact where many rows share few groups', () => {
    const list = many(3000);
    const table = tableOf(list);
    const groups = groupRows(table, null, ['subscription', 'type']);
    expect(groups.reduce((sum, { total }) => sum + total.count, 0)).to.equal(list.length);
    for (const { names, total } of groups) {
      const [subscriptionNo, usageType] = names;
      const some = list.filter(
        (record) =>
          record.subscriptionNo === subscriptionNo && (record.usageType ?? '') === usageType,
      );
      const { sums, count, gaps } = totalOf(some);
      expect([...lines(total.sums)].map(trimmed)).to.have.members([...lines(sums)].map(trimmed));
      expect([total.count, total.gaps.missingAmounts]).to.deep.equal([count, gaps.missingAmounts]);
    }
  });

  it('hold the same sums when figures become finer while they are added', () => {
    const list = Array.from({ length: 70_000 }, (_, i) => call({ amount: dec(`${i % 9}.50`) }));
    const table = tableOf(list);
    const steps = splitSteps(table, allRows(table), 'type', {});
    steps.next();
    steps.next();
    table.append([call({ usageType: 'FINE', amount: dec('0.0001') })]);
    const [group, ...others] = finish(steps);
    expect(others).to.deep.equal([]);
    expect(lines(group!.total.sums).map(trimmed)).to.deep.equal(
      lines(totalOf(list).sums).map(trimmed),
    );
  });

  it('lack what the whole table lacks (faults 83, 88)', () => {
    const table = tableOf([call(), call({ usageType: 'SMS' })]);
    table.note({ cutOff: true });
    const found = groupRows(table, allRows(table), ['type']);
    expect(found.map(({ total }) => total.complete)).to.deep.equal([false, false]);
  });
});

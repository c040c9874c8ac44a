import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { custom, looseObject, refine } from 'zod/mini';
import { decimalToString, toDecimal, trimDecimal } from '../../src/model/decimal.js';
import { UsageTable } from '../../src/model/usage-table.js';
import { Findings } from '../../src/api/findings.js';
import { bytesOf } from '../../src/api/json.js';
import { ListPage } from '../../src/api/read-lists.js';
import { RowReader } from '../../src/api/read-rows.js';
import { CONTEXT, detailsOf } from '../support/wire.js';

/** Names of values without which a row is none, best first where several are of one field. */
const AMOUNTS = ['amountExVat', 'amountExclVat', 'VATEXCLUSIVEAMOUNT'];
const ESSENTIAL = [...AMOUNTS, 'startTime', 'callDate', 'totalVolume', 'chargedVolume', 'count'];
const OTHERS = ['id', 'typeOfCall', 'bNumber', 'unit', 'currency', 'isFree', 'x', '__proto__', ''];

const hasValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** What is a row at all: an object with one essential value, whatever it is. */
const Row = looseObject({}).check(
  refine((row) => ESSENTIAL.some((name) => hasValue((row as Record<string, unknown>)[name]))),
);
const Rows = custom<unknown[]>(Array.isArray);

const value = fc.oneof(
  fc.constantFrom<unknown>(null, '', ' ', 'x', '12,50', '0.10', -1, 0, 12.5, true, false),
  fc.constantFrom<unknown>('2026-05-06T21:14:03', '2026-05-06', '21:14', [], {}, { value: 3 }),
  fc.constantFrom<unknown>('2026-05-06T21:14:03.5+02:00', '2026-10-25T00:30Z', { value: '7,50' }),
  fc.constantFrom<unknown>('123456789012345678.90', '-0.0000000001', 1e21, '1e-7'),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const row = fc
  .array(fc.tuple(fc.constantFrom(...ESSENTIAL, ...OTHERS), value), { maxLength: 6 })
  .map((members) => Object.fromEntries(members) as Record<string, unknown>);
const rows = fc.array(fc.oneof({ weight: 5, arbitrary: row }, value), { maxLength: 6 });

/** The table that rows become when their bytes come in pieces of this length. */
function tableOf(
  items: readonly unknown[],
  length: number,
): { table: UsageTable; found: Findings } {
  const table = UsageTable.create();
  const open = (findings: Findings) => new RowReader('details', CONTEXT, findings, table);
  const page = new ListPage(CONTEXT, 'details', open);
  const bytes = bytesOf({ items });
  for (let at = 0; at < bytes.length; at += length) {
    page.reader.push(bytes.subarray(at, at + length));
  }
  page.judge(page.reader.end());
  return { table, found: page.findings };
}

describe('rows, held against a schema', () => {
  it('the same rows are taken and counted, and none is lost without a count', () => {
    fc.assert(
      fc.property(rows, (items) => {
        const good = Rows.parse(items).filter((item) => Row.safeParse(item).success);
        const page = detailsOf(items);
        expect(page.records.length).to.equal(good.length);
        expect(page.gaps.unreadableRows ?? 0).to.equal(items.length - good.length);
        expect(page.gaps.missingAmounts ?? 0).to.be.at.least(
          page.records.filter(({ amount, marks }) => !amount && !(marks & 3)).length,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('an amount is the first that has a value, exactly, or none', () => {
    fc.assert(
      fc.property(row, (members) => {
        const item = { ...members, startTime: '2026-05-06', amount: undefined };
        const first = AMOUNTS.map((name) => (item as Record<string, unknown>)[name]).find(hasValue);
        const given = (Object(first) as { amount?: unknown; value?: unknown }) ?? {};
        const stated = given.amount ?? given.value ?? first;
        const expected = toDecimal(stated);
        const { amount } = detailsOf([item]).records[0]!;
        const plain = [amount, expected].map((each) => each && decimalToString(trimDecimal(each)));
        expect(plain[0]).to.equal(plain[1]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a table is the same however the bytes come', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 40 }), (items, length) => {
        const whole = tableOf(items, Infinity);
        const parts = tableOf(items, length);
        const records = ({ table }: typeof whole): unknown[] =>
          Array.from({ length: table.length }, (_, each) => table.record(each));
        expect(records(parts)).to.deep.equal(records(whole));
        expect(parts.found.gaps).to.deep.equal(whole.found.gaps);
        expect(parts.found.listWarnings()).to.deep.equal(whole.found.listWarnings());
      }),
      { numRuns: 300 },
    );
  });

  it('of a row to a free number nothing is learned that tells who was called', () => {
    const secret = { destination: 'Help', description: 'Helpline', unit: 'X', rawTime: 'then' };
    const called = {
      ...secret,
      bNumber: '116111',
      startTime: 'soon',
      endTime: '2026-05-06',
      volume: 7,
    };
    const { table } = tableOf([{ ...called, type: 'VOICE', amount: 1 }], Infinity);
    expect(table.length).to.equal(0);
    const [, withheld] = table.parts;
    const kept = Object.entries(withheld!.record(0)).filter(([, cell]) => cell !== null);
    expect(kept.map(([name]) => name).sort()).to.deep.equal([
      'amount',
      'marks',
      'subscriptionNo',
      'usageType',
      'vat',
    ]);
    for (const part of table.parts) {
      expect([...part.destination.values, ...part.rawTime.values]).to.deep.equal(['', '']);
    }
  });
});

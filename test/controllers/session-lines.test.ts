import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { RowGroups } from '../../src/controllers/row-groups.js';
import { countFrom } from '../../src/model/order.js';
import { finish } from '../../src/model/steps.js';
import { call, lines, tableOf } from '../support/model-records.js';

const HOUR = 3_600_000;

const record = fc
  .record({
    destination: fc.constantFrom('Schweiz', 'Norge'),
    unit: fc.constantFrom('MB', 'MB', 'S'),
    startTime: fc.nat(150).map((hours) => ({
      wall: Date.UTC(2026, 2, 1) + hours * HOUR,
      precision: 'second' as const,
      instant: null,
    })),
    amount: fc.bigInt({ min: -99n, max: 9_999n }).map((units) => ({ units, scale: 2 })),
  })
  .map((parts) => call({ usageType: 'ROAM_DATA', roamingProvider: 'X1', ...parts }));

/** Rows in any order, as a sort and a filter leave them. */
const view = fc
  .array(record, { maxLength: 25 })
  .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()])));

describe('the lines of folded sessions', () => {
  it('are laid some sessions at a time, whatever is done with each', () => {
    const SESSIONS = 10_000;
    const parts = (row: number) => ({
      destination: `Place ${row >> 1}`,
      startTime: { wall: row * 1_000, precision: 'second' as const, instant: null },
    });
    const records = Array.from({ length: 2 * SESSIONS }, (_, row) => parts(row));
    const table = tableOf(records.map((each) => call({ usageType: 'DATA', unit: 'MB', ...each })));
    const groups = new RowGroups(() => undefined);
    groups.of(table, countFrom(0, table.length), {}, ['session'], false);
    const steps = groups.lay(-1);
    let count = 1;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count++;
    expect(step.value.length).to.equal(SESSIONS);
    // Each is tallied, added up, named, found by its first row, added to the lines, and written to them.
    expect(count).to.be.above(6 * (SESSIONS / 600));
  });

  it('unfold to the same rows, in the order that was given, and keep the sum', () => {
    fc.assert(
      fc.property(view, ([list, order]) => {
        const table = tableOf(list);
        const rows = Uint32Array.from(order);
        const groups = new RowGroups(() => undefined);
        groups.of(table, rows, {}, ['session'], false);
        const folded = [...finish(groups.lay(-1))];
        for (const line of folded) if (groups.at(line)) groups.toggle(line);
        const unfolded = [...finish(groups.lay(-1))];
        const shown = unfolded.filter((line) => !groups.at(line));
        expect([...shown].sort((a, b) => a - b)).to.deep.equal([...order].sort((a, b) => a - b));
        // A fold stands where the first of its rows stood, and so does each row that is in none.
        const places = folded.map((line) => order.indexOf(groups.at(line)?.rows[0] ?? line));
        expect(places).to.deep.equal([...places].sort((a, b) => a - b));
        for (const line of unfolded) {
          const group = groups.at(line);
          const isIn = folded.some((fold) => groups.at(fold)?.rows.includes(line));
          expect(groups.levelOf(line)).to.equal(!group && isIn ? 2 : 1);
          if (!group) continue;
          expect(group.rows.length).to.be.above(1);
          expect(lines(group.total.sums)).to.deep.equal(lines(table.total(group.rows).sums));
        }
      }),
    );
  });
});

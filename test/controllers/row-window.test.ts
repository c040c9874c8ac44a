import { expect } from '@open-wc/testing';
import { MAX_CANVAS, RowWindow } from '../../src/controllers/row-window.js';

const ROW = 36;
const VIEWPORT = 500;

function windowOf(count: number): RowWindow {
  const rows = new RowWindow();
  rows.resize({
    count,
    rowHeight: ROW,
    viewport: VIEWPORT,
  });
  return rows;
}

/** The greatest scrollTop that a browser would allow. */
function bottom(count: number): number {
  return Math.min(MAX_CANVAS, count * ROW) - VIEWPORT;
}

describe('window over rows', () => {
  for (const count of [0, 1, 10, 3000, 222_222, 222_223, 1_000_000, 1_500_000]) {
    it(`shows the last of ${count} rows at the bottom`, () => {
      const rows = windowOf(count);
      rows.scrolled(bottom(count));
      expect(rows.first + rows.drawn).to.equal(count);
      if (count > 20) expect(rows.offset(count) - bottom(count)).to.be.closeTo(VIEWPORT, 1);
    });

    it(`shows the first of ${count} rows at the top after having been elsewhere`, () => {
      const rows = windowOf(count);
      rows.scrolled(bottom(count));
      rows.scrolled(0);
      expect(rows.first).to.equal(0);
      expect(rows.offset(0)).to.equal(0);
    });
  }

  it('moves by the pixels of the wheel wherever it stands', () => {
    const rows = windowOf(1_000_000);
    for (const start of [1000, 199_950, 3_000_000, 7_799_990]) {
      rows.scrolled(start);
      const { top } = rows;
      rows.scrolled(start + 120);
      expect(rows.top - top, `from ${start}`).to.be.closeTo(120, 1);
    }
  });

  it('reaches every row by the thumb', () => {
    const rows = windowOf(1_000_000);
    rows.scrolled(bottom(1_000_000) / 2);
    expect(rows.first).to.be.closeTo(500_000, 20);
  });

  it('skips no row by wheel where the canvas ends before the rows do', () => {
    const rows = windowOf(1_000_000);
    rows.scrolled(7_700_000);
    const { top } = rows;
    for (let step = 0; step < 400; step++) rows.scrolled(rows.scrollTop + 1000);
    expect(rows.top - top).to.be.closeTo(400_000, 1100);
    expect(rows.scrollTop).to.be.below(bottom(1_000_000) - 1);
  });

  it('reaches the first row by wheel where the canvas begins before the rows do', () => {
    const rows = windowOf(1_000_000);
    rows.scrolled(3_000_000);
    while (rows.scrollTop > 0) rows.scrolled(Math.max(0, rows.scrollTop - 1000));
    expect([rows.top, rows.offset(0)]).to.deep.equal([0, 0]);
  });

  it('reveals a row with the least movement', () => {
    const rows = windowOf(3000);
    const end = 21 * ROW - VIEWPORT;
    for (const [row, scrollTop] of [
      [0, 0],
      [20, end],
      [10, end],
      [2, 2 * ROW],
    ] as const) {
      rows.reveal(row);
      expect(rows.scrollTop, `row ${row}`).to.equal(scrollTop);
    }
  });

  it('walks through rows one by one across the border of the scaled part', () => {
    const rows = windowOf(1_000_000);
    const border = Math.floor(200_000 / ROW);
    rows.reveal(border - 50);
    for (let row = border - 50; row < border + 50; row++) {
      rows.reveal(row);
      expect(rows.first <= row && row < rows.first + rows.drawn, `row ${row}`).to.equal(true);
      expect(row * ROW).to.be.within(rows.top - 1, rows.top + VIEWPORT - ROW + 1);
    }
  });

  it('keeps the row at the top when rows become taller', () => {
    const rows = windowOf(3000);
    rows.scrolled(100 * ROW);
    rows.resize({ count: 3000, rowHeight: 56, viewport: VIEWPORT });
    expect(rows.anchor).to.equal(100);
  });

  it('stands on whole pixels, or text would be blurred', () => {
    const rows = windowOf(1_000_000);
    for (const scrollTop of [3_456_789.5, 3_456_900, 5_000_000.25]) {
      rows.scrolled(scrollTop);
      expect(Number.isInteger(rows.offset(rows.first))).to.equal(true);
    }
  });

  it('stays within its rows when a browser scrolls beyond the ends', () => {
    const rows = windowOf(3000);
    rows.scrolled(-80);
    expect(rows.first).to.equal(0);
    rows.scrolled(bottom(3000) + 80);
    expect(rows.first + rows.drawn).to.equal(3000);
  });

  it('copes with a list that has become short', () => {
    const rows = windowOf(3000);
    rows.scrolled(90_000);
    rows.resize({
      count: 4,
      rowHeight: ROW,
      viewport: VIEWPORT,
    });
    expect([rows.scrollTop, rows.first, rows.drawn]).to.deep.equal([0, 0, 4]);
  });
});

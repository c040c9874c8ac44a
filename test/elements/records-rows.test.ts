import { expect } from '@open-wc/testing';
import { UsageTable } from '../../src/model/usage-table.js';
import {
  decimal,
  manyRecords,
  nextFrame,
  RecordsRig,
  rowIndex,
  tableOf,
  time,
} from '../support/records-rig.js';
import { until } from '../support/until.js';

/** Cells of a row that read otherwise in the next: all but the type. */
const CHANGING_CELLS = 5;

interface Changes {
  readonly texts: number;
  readonly all: number;
}

/** What is written into the body of the grid while `act` runs. */
async function changesDuring(rig: RecordsRig, act: () => Promise<void>): Promise<Changes> {
  const seen: MutationRecord[] = [];
  const observer = new MutationObserver((records) => seen.push(...records));
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(rig.root, everything);
  await act();
  seen.push(...observer.takeRecords());
  observer.disconnect();
  return { texts: seen.filter(({ type }) => type === 'characterData').length, all: seen.length };
}

/** Two million records of which nothing is known: cells that were never written take no memory. */
class LongTable extends UsageTable {
  override get length(): number {
    return 2_000_000;
  }
}

describe('rows of <payex-usage-records>', () => {
  afterEach(() => RecordsRig.removeAll());

  it('draws a bounded number of rows for 3,000 records', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    const limit = Math.ceil(rig.grid.clientHeight / 36) + 14;
    expect(rig.root.querySelectorAll('.body [role="row"]').length).to.be.within(5, limit);
  });

  it('are laid out the same in a page with another size of text', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30) });
    const widths: string[] = [];
    for (const size of ['62.5%', '']) {
      document.documentElement.style.fontSize = size;
      for (const width of [320, 640, 1280]) {
        rig.place.style.width = `${width}px`;
        await rig.rest();
        widths.push([...rig.lastRow.children].map((cell) => cell.clientWidth).join());
      }
    }
    expect(widths.slice(0, 3)).to.deep.equal(widths.slice(3));
  });

  it('fills the viewport from the first row', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    const bottom = rig.lastRow.getBoundingClientRect().bottom;
    expect(rig.column('destination')[0]).to.equal('Place 0');
    expect(bottom).to.be.at.least(rig.grid.getBoundingClientRect().bottom);
  });

  it('reaches the last of 3,000 records', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    await rig.scrollTo(rig.grid.scrollHeight);
    expect(rig.lastRow.textContent).to.include('Place 2999');
    const below = rig.lastRow.getBoundingClientRect().bottom;
    expect(below).to.be.closeTo(rig.grid.getBoundingClientRect().bottom, 2);
  });

  it('reaches the last of 100,000 records', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(100_000) });
    await rig.scrollTo(rig.grid.scrollHeight);
    expect(rig.lastRow.textContent).to.include('Place 99999');
  });

  it('reaches the last record where the rows are taller than an element may be', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(240_000) });
    await rig.scrollTo(rig.grid.scrollHeight);
    expect(rig.grid.scrollHeight).to.be.below(16_000_000);
    expect(rig.lastRow.textContent).to.include('Place 239999');
    const below = rig.lastRow.getBoundingClientRect().bottom;
    expect(below).to.be.closeTo(rig.grid.getBoundingClientRect().bottom, 2);
  });

  for (const height of [28, 40]) {
    it(`reaches the last of 2,000,000 rows of ${height} px`, async () => {
      const rig = await RecordsRig.create({ set: { records: new LongTable() } });
      rig.element.style.setProperty('--payex-usage-row-height', `${height}px`);
      await until(() => rig.grid.ariaRowCount === '2000001', 'rows are there');
      await rig.rest();
      await rig.scrollTo(rig.grid.scrollHeight);
      expect(rowIndex(rig.lastRow)).to.equal(2_000_001);
      expect(rig.lastRow.offsetHeight).to.equal(height);
      const below = rig.lastRow.getBoundingClientRect().bottom;
      expect(below).to.be.closeTo(rig.grid.getBoundingClientRect().bottom, 2);
    });
  }

  it('moves the rows by the pixels of the wheel where the canvas is scaled', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(240_000) });
    await rig.scrollTo(4_000_000);
    const row = rig.rows[8] as HTMLElement;
    const index = rowIndex(row);
    const before = row.getBoundingClientRect().top;
    await rig.scrollTo(rig.grid.scrollTop + 60);
    const after = rig.rows.find((candidate) => rowIndex(candidate) === index);
    expect(before - (after?.getBoundingClientRect().top ?? 0)).to.be.closeTo(60, 1);
  });

  it('changes no more texts in a step than cells of the new rows that read otherwise', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000, () => ({ unit: 'KB' })) });
    await rig.scrollTo(1000);
    const { texts } = await changesDuring(rig, () => rig.scrollTo(1000 + 3 * 36));
    expect(texts).to.be.within(1, 3 * CHANGING_CELLS);
  });

  it('changes no more texts in a jump than the cells that are drawn', async () => {
    // No calls, of which the longer ones would go on at once.
    const rig = await RecordsRig.create({ records: manyRecords(3000, () => ({ unit: 'KB' })) });
    const { texts } = await changesDuring(rig, () => rig.scrollTo(36 * 1500));
    expect(texts).to.be.within(1, rig.rows.length * CHANGING_CELLS);
  });

  it('keeps every row element and every text node while it scrolls', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    await rig.scrollTo(1000);
    const texts = (): Node[] =>
      rig.rows.flatMap((row) => Array.from(row.children, (cell) => cell.firstChild as Node));
    const before = new Set(texts());
    for (const top of [1200, 5000, 90_000]) await rig.scrollTo(top);
    const after = texts();
    expect(after.length).to.be.above(100);
    expect(after.filter((text) => !before.has(text))).to.deep.equal([]);
  });

  it('asks for no place of the page when records come: that would lay it out once more', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    const top = Object.getOwnPropertyDescriptor(
      Element.prototype,
      'scrollTop',
    ) as PropertyDescriptor;
    let touched = 0;
    Object.defineProperty(rig.grid, 'scrollTop', {
      get: () => ((touched += 1), 0),
      set: () => (touched += 1),
      configurable: true,
    });
    rig.element.records?.append(manyRecords(10, (i) => ({ recordId: `x${i}` })));
    rig.element.refresh();
    await rig.element.updateComplete;
    expect(rig.grid.ariaRowCount).to.equal('3011');
    expect(touched).to.equal(0);
    Object.defineProperty(rig.grid, 'scrollTop', top);
  });

  it('stays where it was scrolled to after it was hidden, whatever the browser makes of that', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    await rig.scrollTo(36 * 1500);
    rig.element.style.display = 'none';
    await nextFrame();
    rig.grid.scrollTop = 0;
    rig.element.style.display = '';
    await nextFrame();
    await rig.rest();
    expect(rig.grid.scrollTop).to.be.closeTo(36 * 1500, 36);
  });

  it('shows no blank row in the frame of a jump', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    rig.grid.scrollTop = 36 * 2000;
    // Scroll events are told before frames are drawn.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const { top, bottom } = rig.grid.getBoundingClientRect();
    const boxes = rig.rows.map((row) => row.getBoundingClientRect());
    expect(Math.min(...boxes.map((box) => box.top))).to.be.at.most(top + 60);
    expect(Math.max(...boxes.map((box) => box.bottom))).to.be.at.least(bottom);
    expect(rig.rows.every((row) => row.textContent !== '')).to.equal(true);
  });

  it('changes nothing at all when it is updated without a change', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    await rig.scrollTo(5000);
    await until(() => inOrder(rig), 'rows are put in order');
    const { all } = await changesDuring(rig, async () => {
      rig.element.records = rig.element.records;
      rig.element.viewState = rig.element.viewState;
      rig.element.refresh();
      rig.element.requestUpdate();
      await rig.rest();
    });
    expect(all).to.equal(0);
  });

  it('puts the row elements into the order of reading when scrolling pauses', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    for (const row of [1003, 1011, 1009, 5]) {
      await rig.scrollTo(36 * row);
      await until(() => inOrder(rig), `at ${row}`);
    }
  });

  it('shows fewer rows after more without leftovers', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    await rig.scrollTo(5000);
    rig.element.records = tableOf(manyRecords(2));
    await rig.rest();
    expect(rig.column('destination')).to.deep.equal(['Place 0', 'Place 1']);
    expect(rig.root.innerHTML).not.to.include('Place 9');
  });

  it('keeps nothing of the records in the document after they are taken away', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(300) });
    await rig.open(1);
    rig.element.records = null;
    await rig.rest();
    expect(rig.root.innerHTML).not.to.match(/Place|4670/);
  });

  it('are cards below 43 times the size of the text, as docs/theming.md says', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    const heightAt = async (width: number): Promise<number> => {
      rig.place.style.width = `${width}px`;
      await rig.rest();
      return rig.rows[0]!.getBoundingClientRect().height;
    };
    for (const size of [14, 20]) {
      rig.element.style.setProperty('--payex-usage-font-size', `${size}px`);
      expect(await heightAt(43 * size - 1)).to.be.above(await heightAt(43 * size));
    }
  });

  it('keeps the row at the top when columns become cards', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    await rig.scrollTo(36 * 500);
    rig.place.style.width = '400px';
    await rig.rest();
    expect(topRow(rig)).to.equal(502);
  });

  it('keeps its place when it is moved in the page', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    await rig.scrollTo(36 * 500);
    document.body.append(rig.place);
    await rig.rest();
    expect(topRow(rig)).to.equal(502);
  });

  it('shows the rows when it becomes visible after they were given', async () => {
    const rig = await RecordsRig.create();
    rig.place.hidden = true;
    rig.element.records = tableOf(manyRecords(40));
    await rig.rest();
    rig.place.hidden = false;
    await rig.rest();
    expect(rig.column('destination')[0]).to.equal('Place 0');
  });

  it('never scrolls sideways from 320 pixels on', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(300), width: 320 });
    for (const width of [320, 420, 599, 600, 700, 960, 1280]) {
      rig.place.style.width = `${width}px`;
      await nextFrame();
      await rig.open(0);
      expect(rig.element.scrollWidth, `at ${width}`).to.be.at.most(width);
      expect(rig.grid.scrollWidth, `grid at ${width}`).to.equal(rig.grid.clientWidth);
    }
  });

  it('never cuts an amount, also where each has to say its currency and VAT basis', async () => {
    const vat = ['excluded', 'included', 'unstated'] as const;
    const records = manyRecords(30, (i) => ({ vat: vat[i % 3], marks: i % 2 }));
    const rig = await RecordsRig.create({ records, width: 340 });
    for (const width of [340, 599, 600, 799, 800, 959, 960, 1280]) {
      rig.place.style.width = `${width}px`;
      await rig.rest();
      const [cell, row] = ['.row .amount', '.row'].map((name) => rig.get(name));
      expect(cell?.scrollWidth, `at ${width}`).to.be.at.most(cell?.clientWidth ?? 0);
      const edge = row?.getBoundingClientRect().right ?? 0;
      expect(cell?.getBoundingClientRect().right, `at ${width}`).to.be.at.most(edge);
    }
  });

  it('keeps a row whole where text of twice the size has no room for it: then rows scroll, nothing else', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30), width: 320 });
    rig.element.style.setProperty('--payex-usage-font-size', '28px');
    await rig.rest();
    await rig.open(0);
    for (const cell of rig.root.querySelectorAll('.row :is(.time, .amount, .volume)')) {
      expect(cell.scrollWidth, cell.className).to.be.at.most(cell.clientWidth);
    }
    const [list, row] = [rig.get('.list'), rig.get('.row')];
    expect(list.scrollWidth).to.be.at.least(row.offsetWidth);
    expect(rig.get('.root').scrollWidth).to.be.at.most(320);
    for (const value of rig.root.querySelectorAll<HTMLElement>('dd')) {
      expect(value.offsetWidth).to.be.at.least(200);
    }
  });

  it('never cuts the time, type, number or volume of a usual record, with a box beside it', async () => {
    const records = manyRecords(10, () => ({
      startTime: time('2026-09-28T22:06:00'),
      usageType: 'SMS',
      otherParty: '0939-1124000',
      volume: decimal('2467'),
    }));
    const rig = await RecordsRig.create({ records, set: { selection: 'multiple', locale: 'nb' } });
    const texts = ['.time', '.type', '.number', '.volume'].map((name) => rig.get(`.row ${name}`));
    for (const width of [320, 480, 599, 622, 719, 720, 799, 800, 959, 960, 1280]) {
      rig.place.style.width = `${width}px`;
      await rig.rest();
      for (const cell of texts) {
        expect(cell.scrollWidth, `${cell.className} at ${width}`).to.be.at.most(cell.clientWidth);
      }
    }
  });

  it('never cuts the hours, minutes and seconds of a call where there is room', async () => {
    const records = manyRecords(10, () => ({ volume: decimal('4985') }));
    const rig = await RecordsRig.create({ records });
    for (const width of [320, 760, 1280]) {
      rig.place.style.width = `${width}px`;
      await rig.rest();
      const { scrollWidth, clientWidth } = rig.get('.row .volume');
      expect(scrollWidth, `at ${width}`).to.be.at.most(clientWidth);
    }
  });

  it('shows at least five rows however little height it is given', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(300) });
    rig.element.style.setProperty('--payex-usage-records-height', '10px');
    await rig.rest();
    expect(rig.grid.clientHeight).to.be.at.least(5 * 36);
  });

  it('is only as high as a few records need', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3) });
    expect(rig.grid.clientHeight).to.be.below(3 * 36 + 60);
  });
});

/** Row number, from 2 on, at the upper edge of the viewport. */
function topRow(rig: RecordsRig): number {
  const { top } = rig.get('.body').getBoundingClientRect();
  const edge = Math.max(
    rig.get('.head').getBoundingClientRect().bottom,
    rig.grid.getBoundingClientRect().top,
    top,
  );
  const row = rig.rows.find((candidate) => candidate.getBoundingClientRect().bottom > edge + 1);
  return row ? rowIndex(row) : 0;
}

function inOrder(rig: RecordsRig): boolean {
  const rows = [...rig.root.querySelectorAll<HTMLElement>('.body [role="row"]:not([hidden])')];
  return rows.every(
    (row, i) => i === 0 || rowIndex(row) === rowIndex(rows[i - 1] as HTMLElement) + 1,
  );
}

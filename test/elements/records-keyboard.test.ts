import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { RECORD_MARKS, usageRecord } from '../../src/model/usage-record.js';
import { manyRecords, RecordsRig, rowIndex, tableOf } from '../support/records-rig.js';

/** The row that assistive technology is told to be at. */
function activeRow(rig: RecordsRig): HTMLElement | null {
  const id = rig.grid.getAttribute('aria-activedescendant');
  return id === null ? null : rig.root.getElementById(id);
}

/** Position of that row, the first record being 1. */
function activeNumber(rig: RecordsRig): number {
  const row = activeRow(rig);
  return row ? rowIndex(row) - 1 : 0;
}

/** Whether the keyboard's row lies whole within the rows' part of the grid. */
function activeIsSeen(rig: RecordsRig): boolean {
  const box = activeRow(rig)?.getBoundingClientRect();
  if (!box) return false;
  const top = rig.get('.head').getBoundingClientRect().bottom;
  return box.top >= top - 1 && box.bottom <= rig.grid.getBoundingClientRect().bottom + 1;
}

describe('<payex-usage-records> by keyboard', () => {
  afterEach(() => RecordsRig.removeAll());

  it('shows the detail of a record that is opened where there is no room beside the rows', async () => {
    const rig = await RecordsRig.create({ width: 320, records: manyRecords(200) });
    rig.element.style.setProperty('--payex-usage-records-height', '90vh');
    rig.place.style.paddingBlock = '0 100vh';
    await rig.rest();
    rig.grid.focus();
    await rig.press('Enter');
    await rig.rest();
    const { top, bottom } = rig.get('.detail .heading').getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.below(innerHeight - 200);
    scrollTo(0, 0);
  });

  it('shows the row it goes to, and why it is flagged, where the grid stands below the screen', async () => {
    const rig = await RecordsRig.create({
      records: manyRecords(20, (i) => ({ marks: i === 3 ? RECORD_MARKS.badText : 0 })),
    });
    rig.place.style.paddingBlock = '120vh';
    scrollTo(0, 0);
    rig.grid.focus({ preventScroll: true });
    await rig.press('ArrowDown');
    const { top, bottom } = activeRow(rig)!.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.below(innerHeight);
    scrollTo(0, 0);
    await rig.press('n');
    const why = rig.get('.why').getBoundingClientRect();
    expect(why.top).to.be.at.least(0);
    expect(why.bottom).to.be.below(innerHeight);
    scrollTo(0, 0);
  });

  it('is one stop for the Tab key between headings and what follows', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(300) });
    const stops = rig.root.querySelectorAll('.body [tabindex], .body button, .body a');
    expect(stops.length).to.equal(0);
    expect(rig.grid.tabIndex).to.equal(0);
  });

  it('moves row by row, page by page, and to both ends', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    const visited: number[] = [];
    const page = Math.floor((rig.grid.clientHeight - rig.get('.head').offsetHeight) / 36);
    for (const key of [
      'ArrowDown',
      'ArrowDown',
      'ArrowUp',
      'PageDown',
      'End',
      'ArrowDown',
      'Home',
    ]) {
      await rig.press(key);
      visited.push(activeNumber(rig));
      expect(activeIsSeen(rig), key).to.equal(true);
    }
    expect(visited).to.deep.equal([2, 3, 2, 2 + page, 3000, 3000, 1]);
  });

  it('reaches the last row of a list that is taller than an element may be', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(240_000) });
    await rig.press('End');
    expect(activeRow(rig)?.textContent).to.include('Place 239999');
    expect(activeIsSeen(rig)).to.equal(true);
    await rig.press('PageUp');
    await rig.press('Home');
    expect(activeNumber(rig)).to.equal(1);
    expect(activeIsSeen(rig)).to.equal(true);
  });

  it('goes on from the row it was at after the rows were scrolled away', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    await rig.press('ArrowDown');
    await rig.scrollTo(50_000);
    expect(activeRow(rig)).to.equal(null);
    await rig.press('ArrowDown');
    expect(activeNumber(rig)).to.equal(3);
    expect(activeIsSeen(rig)).to.equal(true);
  });

  it('opens a record with Enter, closes it with Enter again', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30) });
    await rig.press('ArrowDown');
    await rig.press('Enter');
    expect(activeRow(rig)?.getAttribute('aria-selected')).to.equal('true');
    expect(rig.fields['Destination']).to.equal('Place 1');
    await rig.press('Enter');
    expect(rig.detail).to.equal(null);
    const told = rig.heard('payexselect').map(({ selected, recordId }) => [selected, recordId]);
    expect(told).to.deep.equal([
      [true, 'r1'],
      [false, 'r1'],
    ]);
  });

  it('opens with the space bar without scrolling the page', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30) });
    const key = new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true });
    rig.grid.dispatchEvent(key);
    await rig.rest();
    expect(key.defaultPrevented).to.equal(true);
    expect(rig.detail).not.to.equal(null);
  });

  it('gives the focus back to the grid when Escape closes the detail', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30) });
    await rig.press('Enter');
    const close = rig.button('Close');
    close.focus();
    await rig.press('Escape', close);
    expect(rig.detail).to.equal(null);
    expect(rig.root.activeElement).to.equal(rig.grid);
  });

  it('leads from the search field to the rows with the arrow down', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(10) });
    rig.get('.search').focus();
    await sendKeys({ press: 'ArrowDown' });
    await rig.rest();
    expect(rig.root.activeElement).to.equal(rig.grid);
    expect(activeNumber(rig)).to.equal(1);
  });

  it('lets Escape be the search field’s own', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30) });
    await rig.press('Enter');
    await rig.press('Escape', rig.get('.search'));
    expect(rig.detail).not.to.equal(null);
  });

  it('does not take the keys of its headings for its own', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30) });
    await rig.press('Enter', rig.button('Amount'));
    expect(rig.detail).to.equal(null);
  });

  it('shows where it is also after a click, which Firefox remembers', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30) });
    // As a click gives it.
    rig.grid.focus({ focusVisible: false } as FocusOptions);
    await sendKeys({ press: 'ArrowDown' });
    expect(getComputedStyle(activeRow(rig) as Element).outlineStyle).to.equal('solid');
  });

  it('keeps the focus while rows are recycled', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    rig.grid.focus();
    await sendKeys({ press: 'PageDown' });
    await rig.rest();
    await rig.scrollTo(60_000);
    await rig.scrollTo(0);
    expect(rig.root.activeElement).to.equal(rig.grid);
    expect(document.activeElement).to.equal(rig.element);
  });

  it('goes to no flagged row where the filter leaves none', async () => {
    const filter = { text: 'nowhere' };
    const rig = await RecordsRig.create({
      records: manyRecords(3),
      set: { viewState: { filter } },
    });
    // An exception would be one of the page, and of this test.
    rig.button('↓').click();
    await rig.rest();
    expect(rig.rows).to.be.empty;
  });

  it('begins at the first row, however many have come above it before the keyboard', async () => {
    const [newest, ...others] = manyRecords(30);
    const rig = await RecordsRig.create({ records: others });
    rig.element.records?.append([usageRecord(newest!)]);
    rig.element.refresh();
    await rig.rest();
    rig.grid.focus();
    expect(activeNumber(rig)).to.equal(1);
  });

  it('keeps place, keyboard’s row and focus when more records are appended', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(3000) });
    rig.grid.focus();
    await rig.scrollTo(36 * 1000);
    for (let i = 0; i < 1005; i++)
      rig.grid.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await rig.rest();
    const before = activeRow(rig)?.textContent;
    const place = activeRow(rig)?.getBoundingClientRect().top ?? 0;
    const later = Date.UTC(2026, 4, 1);
    rig.element.records?.append(
      manyRecords(50, (i) => ({
        recordId: `new${i}`,
        startTime: { wall: later + i, precision: 'minute', instant: null },
      })),
    );
    rig.element.refresh();
    await rig.rest();
    expect(activeRow(rig)?.textContent).to.equal(before);
    expect(activeRow(rig)?.getBoundingClientRect().top).to.be.closeTo(place, 1);
    expect(rig.root.activeElement).to.equal(rig.grid);
    expect(rig.grid.getAttribute('aria-rowcount')).to.equal('3051');
  });

  it('does not open rows when selection is none', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30), set: { selection: 'none' } });
    await rig.press('Enter');
    await rig.open(0);
    expect(rig.detail).to.equal(null);
    expect(rig.rows[0]?.hasAttribute('aria-selected')).to.equal(false);
    expect(rig.heard('payexselect')).to.be.empty;
  });

  it('numbers rows, and has a heading for each cell, for those who can not see them', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(300) });
    expect(rig.grid.getAttribute('aria-rowcount')).to.equal('301');
    expect(rig.rows.slice(0, 2).map(rowIndex)).to.deep.equal([2, 3]);
    const cells = [...(rig.rows[0]?.querySelectorAll('[role="gridcell"]') ?? [])];
    // Every column is in the document, so that a browser counts them itself.
    expect(cells.length).to.equal(rig.root.querySelectorAll('[role="columnheader"]').length);
  });

  it('has all headings of a card in sight, in the order in which the Tab key comes to them', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30), width: 320 });
    const { left, right } = rig.grid.getBoundingClientRect();
    const places = [...rig.root.querySelectorAll('.head button')]
      .map((button) => button.getBoundingClientRect())
      .filter(({ width }) => width > 0);
    expect(places.length).to.equal(5);
    expect(places.every((place) => place.left >= left && place.right <= right)).to.equal(true);
    const read = places.toSorted((a, b) => a.top - b.top || a.left - b.left);
    expect(places).to.deep.equal(read);
  });

  it('keeps the open record open when the same records are fetched anew', async () => {
    const rig = await RecordsRig.create({ records: manyRecords(30) });
    await rig.open(3);
    rig.element.records = tableOf(manyRecords(30));
    await rig.rest();
    expect(rig.fields['Destination']).to.equal('Place 3');
  });
});

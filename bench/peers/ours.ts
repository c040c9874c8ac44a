import type * as Bundle from '../../src/bundle.js';
import type { Contestant } from './contestant.js';

/** The built file, as a page would load it. */
const BUILT_FILE = '/payex-usage.js';
const { PayexUsageRecords, UsageTable } = (await import(
  /* @vite-ignore */ BUILT_FILE
)) as typeof Bundle;

const table = UsageTable.create();
const element = new PayexUsageRecords();

function part(name: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(`[part="${name}"]`);
  if (!found) throw new Error(`<payex-usage-records> shows no ${name}.`);
  return found;
}

/** Rows that are not asked for by the API are reached as people do it: by the scroll bar. */
let count = 0;

export const contestant: Contestant = {
  load(source) {
    count = source.count;
    table.append(source.records());
  },
  mount(host, { rowHeight, height }) {
    element.style.setProperty('--payex-usage-row-height', `${rowHeight}px`);
    element.style.setProperty('--payex-usage-records-height', `${height}px`);
    element.locale = 'sv-SE';
    element.numberPolicy = 'full';
    element.records = table;
    host.append(element);
  },
  jump(index) {
    const grid = part('grid');
    // Far from the ends the scroll bar is in proportion to the rows.
    grid.scrollTop = (index / count) * (grid.scrollHeight - part('header').offsetHeight);
  },
  sortByAmount() {
    element.viewState = { ...element.viewState, sort: { column: 'amount', descending: true } };
  },
  filter(text) {
    element.viewState = { ...element.viewState, filter: { text } };
  },
  group() {
    element.viewState = { ...element.viewState, groupBy: ['subscription', 'type'] };
    return true;
  },
  rowOf(target) {
    const row = target.closest('[role=row][aria-rowindex]:not([part=header])');
    if (!row) return null;
    const cells = Array.from(row.querySelectorAll('[role=gridcell]'), (cell) => cell.textContent);
    // The header is row 1.
    return { cells, index: Number(row.ariaRowIndex) - 2 };
  },
  scroller: () => part('grid'),
};

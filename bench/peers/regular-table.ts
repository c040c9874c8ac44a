import 'regular-table';
import type { RegularTableElement } from 'regular-table';
import { SHOWN_COLUMNS } from '../data.js';
import { cellText, RowList } from './objects.js';
import { type Contestant, rowByCells } from './contestant.js';

const table = document.createElement('regular-table') as RegularTableElement;
let list: RowList;

export const contestant: Contestant = {
  load(source) {
    list = new RowList(source.objects());
  },
  mount(host, { rowHeight, height }) {
    host.style.cssText = `position: relative; height: ${height}px`;
    const style = document.createElement('style');
    style.textContent = `
      regular-table td, regular-table th { height: ${rowHeight}px; padding: 0 8px; box-sizing: border-box; }
      regular-table tr { height: ${rowHeight}px; }`;
    table.setDataListener((x0, y0, x1, y1) => {
      const rows = list.rows.slice(y0, y1);
      const shown = SHOWN_COLUMNS.slice(x0, x1);
      return Promise.resolve({
        num_rows: list.rows.length,
        num_columns: SHOWN_COLUMNS.length,
        row_height: rowHeight,
        column_headers: shown.map(({ title }) => [title]),
        data: shown.map(({ field }) => rows.map((row) => cellText(row, field))),
      });
    });
    host.append(style, table);
    void table.draw();
  },
  jump(index) {
    // By the scroll bar: `scrollToCell` misses its row where the canvas is lower than all rows together.
    table.scrollTop = (index / list.rows.length) * (table.scrollHeight - table.clientHeight);
  },
  sortByAmount() {
    list.sortByAmount();
    void table.draw();
  },
  filter(text) {
    list.filter(text);
    void table.draw();
  },
  rowOf(element) {
    const row = rowByCells(element, 'regular-table tbody tr');
    const cell = element.closest('td');
    const meta = cell && table.getMeta(cell);
    return row && meta?.type === 'body' && meta.y !== undefined ? { ...row, index: meta.y } : row;
  },
  scroller: () => table,
};

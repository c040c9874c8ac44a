import '@vaadin/grid';
import type { Grid } from '@vaadin/grid';
import type { GridColumn } from '@vaadin/grid/vaadin-grid-column.js';
import { type Row, SHOWN_COLUMNS } from '../data.js';
import { cellText, RowList } from './objects.js';
import type { Contestant } from './contestant.js';

/*
 * A data provider over an array that is kept sorted: with `items` the grid would copy and sort the whole
 * array again for every page of fifty rows.
 */
let list: RowList;
const grid = document.createElement('vaadin-grid') as Grid<Row>;

export const contestant: Contestant = {
  load(source) {
    list = new RowList(source.objects());
  },
  mount(host, { rowHeight, height }) {
    grid.style.height = `${height}px`;
    grid.style.setProperty('--vaadin-grid-cell-padding', '0 8px');
    const style = document.createElement('style');
    style.textContent = `vaadin-grid-cell-content { height: ${rowHeight}px; line-height: ${rowHeight}px; }`;
    for (const { field, title, width } of SHOWN_COLUMNS) {
      const column = document.createElement('vaadin-grid-column') as GridColumn<Row>;
      Object.assign(column, { header: title, width: `${width}px`, flexGrow: 0 });
      column.renderer = (root, _column, { item }) => {
        root.textContent = cellText(item, field);
      };
      grid.append(column);
    }
    grid.dataProvider = ({ page, pageSize }, done) =>
      done(list.rows.slice(page * pageSize, (page + 1) * pageSize), list.rows.length);
    host.append(style, grid);
  },
  jump: (index) => grid.scrollToIndex(index),
  sortByAmount() {
    list.sortByAmount();
    grid.clearCache();
  },
  filter(text) {
    list.filter(text);
    grid.clearCache();
  },
  rowOf(element) {
    const content = element.closest('vaadin-grid-cell-content');
    const row = content?.assignedSlot?.closest('#items > tr');
    if (!row) return null;
    const slots = row.querySelectorAll('slot');
    return { cells: Array.from(slots, (slot) => slot.assignedElements()[0]?.textContent ?? '') };
  },
  scroller: () => grid.shadowRoot?.querySelector('#table') ?? grid,
};

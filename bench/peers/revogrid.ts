import { defineCustomElements } from '@revolist/revogrid/loader';
import { type Row, SHOWN_COLUMNS } from '../data.js';
import { cellText, compareAmounts, holdsText } from './objects.js';
import { type Contestant, rowByCells } from './contestant.js';

defineCustomElements();

const grid = document.createElement('revo-grid');
let rows: Row[];

const amount = {
  prop: 'amount',
  cellCompare: (_prop: unknown, a: object, b: object) => compareAmounts(a as Row, b as Row),
};

export const contestant: Contestant = {
  load(source) {
    rows = source.objects();
  },
  mount(host, { rowHeight, height }) {
    host.style.height = grid.style.height = `${height}px`;
    Object.assign(grid, {
      rowSize: rowHeight,
      readonly: true,
      range: false,
      hideAttribution: true,
      columns: SHOWN_COLUMNS.map(({ field, title, width }) => ({
        ...(field === 'amount' ? amount : { prop: field }),
        name: title,
        size: width,
        sortable: true,
        cellTemplate: (_h: unknown, { model }: { model: Row }) => cellText(model, field),
      })),
      source: rows,
    });
    host.append(grid);
  },
  jump: (index) => void grid.scrollToRow(index),
  sortByAmount: () => void grid.updateColumnSorting(amount, 'desc', false),
  filter(text) {
    const holds = holdsText(text);
    const hidden: Record<number, boolean> = {};
    rows.forEach((row, index) => {
      if (!holds(row)) hidden[index] = true;
    });
    grid.trimmedRows = hidden;
  },
  rowOf: (element) => rowByCells(element, '.rgRow'),
  scroller: () => grid.querySelector('revogr-viewport-scroll .vertical-inner') ?? grid,
};

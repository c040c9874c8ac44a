import 'tabulator-tables/dist/css/tabulator.min.css';
import {
  type ColumnDefinition,
  FilterModule,
  FormatModule,
  GroupRowsModule,
  SortModule,
  Tabulator,
} from 'tabulator-tables';
import { type Row, SHOWN_COLUMNS } from '../data.js';
import { cellText, compareAmounts, holdsText } from './objects.js';
import { type Contestant, rowByCells } from './contestant.js';

// Only what is used, as its documentation advises.
Tabulator.registerModule([FilterModule, FormatModule, GroupRowsModule, SortModule]);

let rows: Row[];
let table: Tabulator;
let host: HTMLElement;

const columns = SHOWN_COLUMNS.map(({ field, title, width }): ColumnDefinition => ({
  field,
  title,
  width,
  formatter: (cell) => cellText(cell.getRow().getData() as Row, field),
  ...(field === 'amount'
    ? { sorter: (_a, _b, a, b) => compareAmounts(a.getData() as Row, b.getData() as Row) }
    : {}),
}));

export const contestant: Contestant = {
  load(source) {
    rows = source.objects();
  },
  mount(place, { rowHeight, height }) {
    host = place;
    table = new Tabulator(place, { data: rows, columns, height, rowHeight, index: 'recordId' });
  },
  jump: (index) => void table.scrollToRow(rows[index]?.recordId ?? '', 'top', true),
  sortByAmount: () => table.setSort('amount', 'desc'),
  filter(text) {
    const holds = holdsText(text);
    table.setFilter((row: Row) => holds(row));
  },
  group() {
    table.setGroupStartOpen(false);
    table.setGroupHeader((name: unknown, count: number, group: Row[]) => {
      // Whole öre: exact.
      const sum = group.reduce((all, { amount }) => all + Math.round((amount ?? 0) * 100), 0);
      return `${name} (${count}) ${(sum / 100).toFixed(2)}`;
    });
    table.setGroupBy(['subscriptionNo', 'usageType']);
    return true;
  },
  rowOf: (element) => rowByCells(element, '.tabulator-row'),
  scroller: () => host.querySelector('.tabulator-tableholder') ?? host,
};

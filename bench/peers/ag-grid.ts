import {
  ClientSideRowModelModule,
  type ColDef,
  ColumnApiModule,
  createGrid,
  type GridApi,
  ModuleRegistry,
  QuickFilterModule,
  ScrollApiModule,
} from 'ag-grid-community';
import { type Row, SEARCHED_FIELDS, SHOWN_COLUMNS } from '../data.js';
import { cellText, compareAmounts } from './objects.js';
import { type Contestant, rowByCells } from './contestant.js';

// Only what is used, as its documentation advises.
ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ColumnApiModule,
  QuickFilterModule,
  ScrollApiModule,
]);

let rows: Row[];
let api: GridApi<Row>;
let grid: HTMLElement;

const searched: readonly string[] = SEARCHED_FIELDS;

function columns(): ColDef<Row>[] {
  const shown = SHOWN_COLUMNS.map(({ field, title, width }): ColDef<Row> => ({
    field,
    headerName: title,
    width,
    sortable: true,
    valueFormatter: ({ data }) => (data ? cellText(data, field) : ''),
    ...(field === 'amount'
      ? { comparator: (_a, _b, { data: a }, { data: b }) => (a && b ? compareAmounts(a, b) : 0) }
      : {}),
    ...(searched.includes(field) ? {} : { getQuickFilterText: () => '' }),
  }));
  return [...shown, { field: 'description', hide: true }];
}

export const contestant: Contestant = {
  load(source) {
    rows = source.objects();
  },
  mount(host, { rowHeight, height }) {
    grid = host;
    host.style.height = `${height}px`;
    api = createGrid<Row>(host, {
      columnDefs: columns(),
      rowData: rows,
      rowHeight,
      headerHeight: rowHeight,
      suppressColumnVirtualisation: true,
      animateRows: false,
      includeHiddenColumnsInQuickFilter: true,
      // Frames are measured: rows come with the scroll event, not some time after it.
      suppressAnimationFrame: true,
    });
  },
  jump: (index) => api.ensureIndexVisible(index, 'top'),
  sortByAmount: () => api.applyColumnState({ state: [{ colId: 'amount', sort: 'desc' }] }),
  filter: (text) => api.setGridOption('quickFilterText', text),
  rowOf: (element) => rowByCells(element, '.ag-row', '.ag-cell'),
  scroller: () => grid.querySelector('.ag-grid-viewport') ?? grid,
};

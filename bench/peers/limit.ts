/**
 * The bare limit: columns, an index array, a window of plain elements. No accessibility, no languages, no
 * missing values in words, no selection: what the platform itself needs for the same picture.
 */
import { type Columns, numberText, SHOWN_COLUMNS } from '../data.js';
import { amountText } from './objects.js';
import { type Contestant, rowByCells } from './contestant.js';

/** Taller canvases are clamped by browsers: beyond this the scroll bar is in proportion. */
const MAX_CANVAS = 16_000_000;
const OVERSCAN = 6;

let columns: Columns;
let order: Uint32Array<ArrayBuffer>;
let rowHeight = 0;
let drawn = 0;
let top = 0;
let scrollTop = 0;

const grid = document.createElement('div');
const canvas = document.createElement('div');
const pool: { readonly row: HTMLElement; readonly cells: Text[]; place: number }[] = [];

function textOf(row: number, column: number): string {
  switch (column) {
    case 0:
      return new Date(columns.times[row]!).toISOString().slice(0, 16).replace('T', ' ');
    case 1:
      return columns.typeNames[columns.types[row]!]!;
    case 2:
      return columns.numbers[row]! < 0 ? '–' : numberText(columns.numbers[row]!);
    case 3:
      return columns.destinationNames[columns.destinations[row]!]!;
    case 4:
      return String(columns.volumes[row]);
    case 5:
      return String(columns.charged[row]);
    default: {
      const amount = columns.amounts[row]!;
      return amountText(Number.isNaN(amount) ? null : amount / 100);
    }
  }
}

function heights(): { readonly all: number; readonly canvas: number } {
  const all = order.length * rowHeight;
  return { all, canvas: Math.min(all, MAX_CANVAS) };
}

function draw(isNew = false): void {
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight) - OVERSCAN, order.length - drawn));
  const shift = grid.scrollTop - top;
  for (let place = first; place < Math.min(first + drawn, order.length); place++) {
    const slot = pool[place % drawn]!;
    slot.row.style.transform = `translateY(${place * rowHeight + shift}px)`;
    if (slot.place === place && !isNew) continue;
    slot.place = place;
    const row = order[place]!;
    slot.cells.forEach((cell, column) => {
      cell.data = textOf(row, column);
    });
  }
}

function scrolled(): void {
  const moved = grid.scrollTop - scrollTop;
  scrollTop = grid.scrollTop;
  const { all, canvas } = heights();
  const isStep = Math.abs(moved) < 3 * grid.clientHeight || all === canvas;
  const place = scrollTop / (canvas - grid.clientHeight);
  top = isStep ? top + moved : place * (all - grid.clientHeight);
  top = Math.max(0, Math.min(top, all - grid.clientHeight));
  draw();
}

function goTo(wanted: number): void {
  const { all, canvas } = heights();
  top = Math.max(0, Math.min(wanted, all - grid.clientHeight));
  scrollTop = Math.round(
    (top / Math.max(1, all - grid.clientHeight)) * (canvas - grid.clientHeight),
  );
  grid.scrollTop = scrollTop;
  scrollTop = grid.scrollTop;
}

function show(rows: Uint32Array<ArrayBuffer>): void {
  order = rows;
  canvas.style.height = `${heights().canvas}px`;
  goTo(0);
  draw(true);
}

function provide(): void {
  while (pool.length < drawn) {
    const row = document.createElement('div');
    row.className = 'row';
    const cells = SHOWN_COLUMNS.map(({ width }) => {
      const cell = document.createElement('span');
      cell.style.width = `${width}px`;
      const text = document.createTextNode('');
      cell.append(text);
      row.append(cell);
      return text;
    });
    canvas.append(row);
    pool.push({ row, cells, place: -1 });
  }
}

function allRows(): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(columns.count);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return rows;
}

const DIGIT = 12;
const DIGIT_MASK = 2 ** DIGIT - 1;
/** Amounts in öre fit into two digits. */
const NO_AMOUNT = 2 ** (2 * DIGIT) - 1;

/** Digit by digit, the lower one first: no comparison at all. */
function sortedByAmount(): Uint32Array<ArrayBuffer> {
  const keys = new Uint32Array(columns.count);
  for (let row = 0; row < keys.length; row++) {
    const amount = columns.amounts[row]!;
    // Largest first, none last.
    keys[row] = Number.isNaN(amount) ? NO_AMOUNT : NO_AMOUNT - 1 - amount;
  }
  return distributed(distributed(allRows(), keys, 0), keys, DIGIT);
}

function distributed(
  rows: Uint32Array<ArrayBuffer>,
  keys: Uint32Array,
  shift: number,
): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(DIGIT_MASK + 2);
  for (let row = 0; row < keys.length; row++) starts[((keys[row]! >>> shift) & DIGIT_MASK) + 1]!++;
  for (let digit = 1; digit < starts.length; digit++) starts[digit]! += starts[digit - 1]!;
  const sorted = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!;
    sorted[starts[(keys[row]! >>> shift) & DIGIT_MASK]!++] = row;
  }
  return sorted;
}

/** Each distinct text is looked at once. */
function found(text: string): Uint32Array<ArrayBuffer> {
  const holds = (value: string): boolean => value.toLowerCase().includes(text);
  const types = columns.typeNames.map(
    (name, code) => holds(name) || holds(columns.descriptions[code]!),
  );
  const destinations = columns.destinationNames.map(holds);
  const isNumber = /^\d+$/.test(text);
  return order.filter(
    (row) =>
      destinations[columns.destinations[row]!] ||
      types[columns.types[row]!] ||
      (isNumber && columns.numbers[row]! >= 0 && numberText(columns.numbers[row]!).includes(text)),
  );
}

const STYLE = `
  .limit { position: relative; overflow: auto; contain: strict; }
  .limit > div { position: relative; contain: layout; }
  .limit .row { position: absolute; inset: 0 0 auto; display: flex; contain: strict; align-items: center; }
  .limit span { overflow: clip; white-space: nowrap; flex: none; }
`;

export const contestant: Contestant = {
  load(source) {
    columns = source.columns();
  },
  mount(host, frame) {
    rowHeight = frame.rowHeight;
    drawn = Math.min(columns.count, Math.ceil(frame.height / rowHeight) + 1 + 2 * OVERSCAN);
    const style = document.createElement('style');
    style.textContent = `${STYLE} .limit .row { height: ${rowHeight}px; }`;
    grid.className = 'limit';
    grid.style.height = `${frame.height}px`;
    grid.append(canvas);
    grid.addEventListener('scroll', scrolled);
    host.append(style, grid);
    provide();
    show(allRows());
  },
  jump(index) {
    goTo(index * rowHeight);
    draw();
  },
  sortByAmount: () => show(sortedByAmount()),
  filter: (text) => show(found(text)),
  rowOf: (element) => rowByCells(element, '.row'),
  scroller: () => grid,
};

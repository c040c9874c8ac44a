import { css } from 'lit';

/**
 * Rows are flex boxes with clipped cells: of the ways to lay out a window of rows the one that costs
 * least to lay out again, which is what scrolling does all the time.
 */
export const recordsStyles = css`
  .root {
    container: records / inline-size;
    background: var(--_surface);
  }

  .list {
    container: list / inline-size;
    /* Rows keep whole pixels: their places are multiples of this height. */
    --_row-size: round(up, max(var(--_row), 1.25rem + 8px), 1px);
    --_canvas-limit: 8000000px;
    min-inline-size: 0;
  }

  /* Toolbar and status */
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 8px var(--_gutter);
  }

  .search {
    flex: 1 1 11rem;
    min-inline-size: 0;
    max-inline-size: 20rem;
  }

  .toolbar select {
    min-inline-size: 0;
    max-inline-size: 14rem;
    text-overflow: ellipsis;
  }

  .sort-choice {
    display: none;
  }

  .days {
    display: flex;
    gap: 8px 12px;
    min-inline-size: 0;
  }

  .day {
    display: flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    white-space: nowrap;
  }

  .day .field {
    min-inline-size: 0;
  }

  .field::placeholder {
    color: var(--_soft);
    opacity: 1;
  }

  .status {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    padding: 0 var(--_gutter) 8px;
    color: var(--_soft);
  }

  .status .sum {
    color: var(--_ink);
    font-weight: 600;
  }

  .status .gaps {
    color: var(--_warning);
  }

  /* Grid */
  .grid {
    position: relative;
    max-block-size: max(
      var(--payex-usage-records-height, 60vh),
      calc(5 * var(--_row-size) + 2.25rem)
    );
    overflow: hidden auto;
    overflow-anchor: none;
    border-block: 1px solid var(--_line);
    background: var(--_surface);
  }

  .grid:focus-visible {
    outline-offset: -2px;
  }

  /* The keyboard's row shows where the focus is. */
  .grid[aria-activedescendant]:focus-visible {
    outline: none;
  }

  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    border-block-end: 1px solid var(--_line);
    background: var(--_raised);
    color: var(--_soft);
    font-size: 0.75rem;
    line-height: 1rem;
  }

  .head-row {
    align-items: center;
    min-block-size: 32px;
    padding-block: 4px;
  }

  .head .cell {
    white-space: normal;
  }

  .head button {
    padding: 0;
    border: 0;
    background: none;
    text-align: inherit;
    cursor: pointer;
  }

  .head button:hover {
    color: var(--_ink);
    text-decoration: underline;
  }

  .head [aria-sort='ascending'] button,
  .head [aria-sort='descending'] button {
    color: var(--_ink);
  }

  .body {
    position: relative;
    block-size: min(var(--_canvas-limit), var(--_count) * var(--_row-size));
    contain: layout style;
  }

  .probe {
    position: absolute;
    block-size: var(--_row-size);
    visibility: hidden;
  }

  .head-row,
  .row {
    display: flex;
    gap: 12px;
    padding-inline: var(--_gutter);
  }

  .row {
    position: absolute;
    inset: 0 0 auto;
    align-items: center;
    block-size: var(--_row-size);
    border-block-end: 1px solid var(--_line);
    contain: strict;
    cursor: pointer;
  }

  .row:not([aria-selected]) {
    cursor: default;
  }

  .row:hover {
    background: var(--_raised);
  }

  .row[aria-selected='true'] {
    background: var(--_tint);
  }

  .row[aria-selected='true']::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    inline-size: 3px;
    background: var(--_accent);
  }

  .grid:focus-visible .row.active {
    outline: 2px solid var(--_accent);
    outline-offset: -3px;
  }

  .line {
    display: contents;
  }

  .cell {
    flex: 1 1 0;
    min-inline-size: 0;
    overflow: clip;
    white-space: nowrap;
    unicode-bidi: isolate;
  }

  .row .number,
  .row .destination,
  .row .type {
    text-overflow: ellipsis;
  }

  /* The card's two lines hold the cells in another order than the columns do. */
  .time {
    order: 1;
    flex: 0 0 9.5rem;
  }

  .type {
    order: 2;
    flex: 1 1 6rem;
  }

  .number {
    order: 3;
    flex: 1.25 0 8rem;
  }

  .destination {
    order: 4;
    flex: 1 1 6rem;
    color: var(--_soft);
  }

  .marks {
    order: 5;
    flex: 1 1 8rem;
  }

  .volume {
    order: 6;
    flex: 0 0 6rem;
  }

  .charged {
    order: 7;
    flex: 0 0 5.5rem;
    color: var(--_soft);
  }

  .amount {
    order: 8;
    flex: 0 0 6.5rem;
  }

  .with-currency .amount {
    flex-basis: 7.5rem;
  }

  .with-basis .amount {
    flex-basis: 11rem;
  }

  .volume,
  .charged,
  .amount {
    text-align: end;
  }

  /* Marks: a shape and words; colour says nothing that these do not. */
  .row .marks {
    color: var(--_soft);
    font-size: 0.75rem;
    text-overflow: ellipsis;
  }

  .row .marks[data-tone]::before {
    content: '\\25cb' / '';
    margin-inline-end: 4px;
  }

  .row .marks[data-tone='alert'],
  .row .marks[data-tone='doubt'] {
    color: var(--_warning);
  }

  .row .marks[data-tone='alert']::before {
    content: '\\25b2' / '';
  }

  .row .marks[data-tone='doubt']::before {
    content: '\\25c6' / '';
  }

  /* In place of rows, and below them */
  .empty {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 16px var(--_gutter);
    border-block: 1px solid var(--_line);
  }

  .withheld {
    padding: 8px var(--_gutter);
  }

  .bones {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    block-size: var(--_row-size);
    padding-inline: var(--_gutter);
    border-block-end: 1px solid var(--_line);
  }

  /* Detail */
  .detail {
    padding: 12px var(--_gutter) 16px;
    border-block: 1px solid var(--_line);
    background: var(--_raised);
    overflow: auto;
  }

  .detail-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin-block-end: 8px;
  }

  .detail dl {
    columns: 17rem auto;
    column-gap: 24px;
  }

  .detail dl > div {
    display: grid;
    break-inside: avoid;
    grid-template-columns: minmax(0, 8.5rem) minmax(0, 1fr);
    gap: 0 12px;
    padding-block: 3px;
  }

  .detail dt {
    color: var(--_soft);
    overflow-wrap: break-word;
    hyphens: auto;
  }

  .detail dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .detail .whole {
    display: block;
    max-block-size: 12rem;
    overflow: auto;
  }

  .host-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 12px;
  }

  /*
   * Widths in rem: the same layout at 16 px text, and a narrower one when the reader's text is larger.
   * Columns that do not fit give way; all of them are in the detail.
   */
  @container list (width >= 60rem) {
    .grid .amount {
      flex-basis: 9.5rem;
    }

    .with-basis .amount {
      flex-basis: 12rem;
    }
  }

  @container list (width < 56rem) {
    .destination {
      display: none;
    }
  }

  @container list (35rem <= width < 47.5rem) {
    .head-row,
    .row {
      gap: 8px;
    }

    .time {
      flex-basis: 9rem;
    }

    .type {
      flex-basis: 5rem;
    }

    .volume {
      flex-basis: 5.5rem;
    }

    .grid:not(.with-currency, .with-basis) .amount {
      flex-basis: 5.5rem;
    }

    /* Of a mark only the shape; its words are there for the ear, and for the eye in the detail. */
    .marks {
      flex: 0 0 1rem;
    }

    .grid .marks {
      font-size: 0;
    }

    .row .marks::before {
      font-size: 0.75rem;
    }
  }

  /* Cards: time and marks beside the amount, then type and number beside the volume. */
  @container list (width < 35rem) {
    .list > * {
      --_row-size: round(up, max(var(--_row) + 20px, 2.5rem + 12px), 1px);
    }

    .grid {
      max-block-size: max(var(--payex-usage-records-height, 60vh), calc(5 * var(--_row-size)));
    }

    .head,
    .row .charged {
      display: none;
    }

    .row {
      flex-direction: column;
      align-items: stretch;
      justify-content: center;
      gap: 0;
    }

    .line {
      display: flex;
      gap: 8px;
    }

    .line + .line {
      gap: 4px;
      color: var(--_soft);
    }

    .time {
      flex: 0 1 auto;
    }

    /* Where both do not fit, the type gives way: the caller asks about the number. */
    .type {
      flex: 0 1 auto;
    }

    .number {
      flex: 1 0 auto;
      max-inline-size: 60%;
    }

    .marks {
      flex: 1 1 0;
    }

    .volume,
    .grid .amount {
      flex: 0 0 auto;
    }

    .number::before {
      content: '\\b7\\a0' / '';
    }
  }

  /* Two lines of large text on a small screen become four. */
  @container list (width < 17rem) {
    .list > * {
      --_row-size: round(up, 5rem + 16px, 1px);
    }

    .line {
      flex-wrap: wrap;
    }

    .time,
    .volume {
      flex: 0 0 100%;
    }
  }

  @container records (width < 35rem) {
    .root > * {
      --_gutter: var(--payex-usage-gutter, 12px);
    }

    .search,
    .days {
      flex: 1 1 100%;
      max-inline-size: none;
    }

    .toolbar select,
    .day {
      flex: 1 1 8rem;
      max-inline-size: none;
    }

    .days {
      flex-wrap: wrap;
    }

    .sort-choice {
      display: block;
    }

    .day {
      flex-direction: column;
      align-items: stretch;
      gap: 0;
    }
  }

  @container records (width >= 60rem) {
    .split {
      display: flex;
      align-items: stretch;
    }

    .list {
      flex: 1 1 0;
    }

    .detail {
      flex: 0 0 20rem;
      max-block-size: max(var(--payex-usage-records-height, 60vh), 14rem);
      border-inline-start: 1px solid var(--_line);
    }
  }

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

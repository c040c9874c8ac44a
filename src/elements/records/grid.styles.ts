import { css } from 'lit';
import { MAX_CANVAS } from '../../controllers/row-window.js';

/**
 * The scrolling grid, its header and its rows. Rows are flex boxes with clipped cells: of the ways to
 * lay out a window of rows the one that costs least to lay out again, which scrolling does all the time.
 */
export const gridStyles = css`
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
    block-size: min(${MAX_CANVAS}px, var(--_count) * var(--_row-size));
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

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

import { css } from 'lit';

/**
 * The scrolling grid and its rows. Rows are flex boxes with clipped cells: of the ways to lay out a window of
 * rows the one that costs least to lay out again, which scrolling does all the time.
 */
export const gridStyles = css`
  /* Rows keep whole pixels: their places are multiples of this height. Text that is larger wins. */
  .list > * {
    --_row-size: round(up, max(var(--_row), 1lh + 8px), 1px);
  }

  .grid {
    max-block-size: max(var(--payex-usage-records-height, 60vh), 5 * var(--_row-size) + 2.6em);
    overflow: hidden auto;
    overflow-anchor: none;
    border-block: 1px solid var(--_line);

    /* Once clicked it is not :focus-visible, in Firefox not even for keys: where these are is shown, too. */
    &:focus-visible,
    &:focus-visible .active,
    &:focus .active:not([aria-current], .grid:not([aria-multiselectable]) [aria-selected='true']) {
      outline: 2px solid var(--_accent);
      outline-offset: -3px;
    }
  }

  /* Why the keyboard's row is flagged; room for a line of it is always there. */
  .why {
    min-block-size: 24px;
    padding-block: 4px;
  }

  .grid:not(:focus) + .why {
    visibility: hidden;
  }

  .head-row,
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-inline: var(--_gutter);
  }

  /* Its heading may say more once there are amounts. */
  .head-row {
    min-block-size: calc(2lh + 16px);
  }

  .row,
  .probe {
    position: absolute;
    inset: 0 0 auto;
    block-size: var(--_row-size);
    border-block-end: 1px solid var(--_line);
    contain: strict;
  }

  .probe {
    visibility: hidden;
  }

  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    border-block-end: 1px solid var(--_line);
    background: var(--_raised);

    /* A word too long for its column takes from the gap before it is cut. */
    & .cell {
      overflow: visible;
      white-space: normal;
      padding-block: 8px;
    }

    & [aria-sort] ::after {
      content: ' \\2191' / '';
    }

    & [aria-sort^='d'] ::after {
      content: ' \\2193' / '';
    }
  }

  .body {
    block-size: min(var(--_canvas), var(--_count) * var(--_row-size));
    contain: layout;
  }

  .row {
    &[aria-selected] {
      cursor: pointer;
    }

    &:hover {
      background: var(--_raised);
    }

    &[aria-selected='true'],
    &[aria-current] {
      background: var(--_tint);
    }

    /* The open one. A border is there in forced colours, too. */
    &[aria-current],
    .grid:not([aria-multiselectable]) &[aria-selected='true'] {
      border-inline-start: 3px solid var(--_accent);
      padding-inline-start: calc(var(--_gutter) - 3px);
    }
  }
`;

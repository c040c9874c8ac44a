import { css } from 'lit';

/**
 * The scrolling grid: columns where there is room, cards where there is not. Rows are flex boxes with
 * clipped cells: of the ways to lay out a window of rows the one that costs least to lay out again, which
 * scrolling does all the time.
 */
export const gridStyles = css`
  /* Rows keep whole pixels: their places are multiples of this height. Text that is larger wins. */
  .list > * {
    --_row-size: round(up, max(var(--_row), 1lh + 8px), 1px);
  }

  .grid {
    max-block-size: max(var(--payex-usage-records-height, 60vh), 5 * var(--_row-size) + 2.25rem);
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

  /* Above the basket, which lies over the end of the page. */
  .grid,
  .probe,
  .why {
    scroll-margin-block-end: 7rem;
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

  /* What says most gives way last. */
  .cell {
    flex: 1 9 6rem;
    min-inline-size: 1rem;
    overflow: clip;
    white-space: nowrap;
    text-overflow: ellipsis;
    unicode-bidi: isolate;
  }

  /* As high as the row, to be hit. */
  .check {
    flex: 0 0 24px;
    align-self: stretch;

    & .bone {
      display: none;
    }
  }

  .row .check {
    display: grid;
    align-content: center;

    &::before {
      content: '' / '';
      inline-size: 16px;
      block-size: 16px;
      border: 1px solid var(--_edge);
      border-radius: 3px;
      line-height: 15px;
      text-align: center;
    }
  }

  [aria-selected='true'] .check::before {
    content: '\\2713' / '';
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_surface);
  }

  .type {
    flex-shrink: 1;
    min-inline-size: 3.5rem;
  }

  .number {
    flex: 1 0.3 7rem;
  }

  .time {
    flex: 0 0 9.25rem;
  }

  .volume,
  .charged,
  .amount {
    flex: 0 0 5.5rem;
    text-align: end;
  }

  /* Hours, minutes and seconds, as soon as there is room for them. */
  .volume {
    flex-basis: clamp(5.25rem, 25cqi - 4.25rem, 7.25rem);
  }

  .amount {
    flex-basis: 6.5rem;
  }

  .mixed .amount {
    flex-basis: 11rem;
  }

  /* Beside the widest amounts and a scrollbar. */
  .mixed .type {
    min-inline-size: 2rem;
  }

  .destination,
  .charged {
    color: var(--_soft);
  }

  /* A group: its name, how many records, what is missing, and its sums below the amounts. */
  .group {
    background: var(--_raised);
    cursor: pointer;

    & .cell {
      flex: 0 1 auto;
    }

    & .time {
      font-weight: 600;

      &::before {
        content: '\\25b8\\a0' / '';
      }
    }

    &[aria-expanded='true'] .time::before {
      content: '\\25be\\a0' / '';
    }

    &[aria-level='2'] .time {
      padding-inline-start: 16px;
    }

    & .number {
      flex-grow: 1;
      color: var(--_soft);
    }

    & .amount {
      flex-shrink: 0;
      min-inline-size: 6.5rem;
      max-inline-size: 50%;
      font-weight: 600;
      white-space: normal;
    }

    /* Two lines of them in the height of one. */
    .mixed & .amount {
      font-size: calc(var(--_size) * 6 / 7);
      line-height: 1.3333;
    }

    & :empty {
      display: none;
    }
  }

  /* A shape and words; colour says nothing that these do not. */
  .row [data-shape] {
    font-size: 0.75rem;

    &:not([data-shape='○']) {
      color: var(--_warning);
    }

    &::before {
      content: attr(data-shape) '\\a0' / '';
    }
  }

  @container (width < 960px) {
    .destination {
      display: none;
    }
  }

  @container (width < 800px) {
    .charged {
      display: none;
    }

    .head-row,
    .row {
      gap: 4px;
    }

    /* Its shapes have room; its heading and its words have not: these are for the ear. */
    .head .marks {
      clip-path: inset(50%);
    }

    .marks {
      flex: 0 0 0.75rem;
      text-overflow: clip;
    }

    .row [data-shape] {
      font-size: 0;

      &::before {
        font-size: 0.75rem;
      }
    }

    .number {
      flex-basis: 6.5rem;
    }

    .amount {
      flex-basis: 5.25rem;
    }
  }

  /* Cards: time and marks beside the amount, then type and number beside the volume. */
  @container (width < 600px) {
    .root > * {
      --_gutter: var(--payex-usage-gutter, 12px);
    }

    .list > * {
      --_row-size: round(up, max(var(--_row) + 20px, 2lh + 12px), 1px);
    }

    /* One line, which scrolls to the heading that has the focus. */
    .head-row {
      min-block-size: 0;
      gap: 0 16px;
      overflow-x: auto;
      scrollbar-width: none;
    }

    .head .cell {
      flex: none;
      padding-block: 4px;
      white-space: nowrap;
    }

    /* They can not be sorted by. */
    .head .marks {
      position: absolute;
    }

    .row {
      display: grid;
      grid-template-columns: var(--_check,) max(5.2rem, 24cqi) auto 1fr max-content;
      align-content: center;
      gap: 0 4px;
    }

    .time,
    .number {
      grid-column: span 2;
    }

    .type,
    .number,
    .volume {
      order: 1;
      color: var(--_soft);

      .row > & {
        font-size: calc(6em / 7);
      }
    }

    [aria-multiselectable] .row:not(.group) {
      --_check: 24px;
    }

    .check {
      grid-area: 1 / 1 / 3;
    }

    /* It is for the ear only: no gap for it. */
    .head .check {
      position: absolute;
    }

    .type {
      grid-column: -5;
    }

    .amount {
      grid-column: -2;
    }

    .group .time {
      grid-column: span 3;
    }

    .group .amount {
      max-inline-size: 14rem;
    }

    .group .marks {
      order: 2;
      grid-column: span 2;
      text-align: end;
    }
  }
`;

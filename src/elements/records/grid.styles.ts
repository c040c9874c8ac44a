import { css } from 'lit';
import { MAX_CANVAS } from '../../controllers/row-window.js';

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
    max-block-size: max(
      var(--payex-usage-records-height, 60vh),
      calc(5 * var(--_row-size) + 2.25rem)
    );
    overflow: hidden auto;
    overflow-anchor: none;
    border-block: 1px solid var(--_line);

    &:focus-visible {
      outline-offset: -2px;
    }

    &:focus-visible .active {
      outline: 2px solid var(--_accent);
      outline-offset: -3px;
    }
  }

  .head-row,
  .row,
  .bones {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-inline: var(--_gutter);
  }

  .row,
  .bones,
  .probe {
    block-size: var(--_row-size);
    border-block-end: 1px solid var(--_line);
  }

  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    border-block-end: 1px solid var(--_line);
    background: var(--_raised);

    & .cell {
      white-space: normal;
      padding-block: 8px;
    }

    & .link {
      font: inherit;
      color: inherit;
      text-align: inherit;
    }

    & [aria-sort^='a'] .link::after {
      content: ' \\2191' / '';
    }

    & [aria-sort^='d'] .link::after {
      content: ' \\2193' / '';
    }
  }

  .body {
    block-size: min(${MAX_CANVAS}px, var(--_count) * var(--_row-size));
    contain: layout;
  }

  .probe {
    position: absolute;
    visibility: hidden;
  }

  .row {
    position: absolute;
    inset: 0 0 auto;
    contain: strict;

    &[aria-selected] {
      cursor: pointer;
    }

    &:hover {
      background: var(--_raised);
    }

    &[aria-selected='true'] {
      background: var(--_tint);
    }

    /* A border is there in forced colours, too. */
    &[aria-selected='true']::before {
      content: '';
      position: absolute;
      inset: 0 auto 0 0;
      border-inline-start: 3px solid var(--_accent);
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

  .number {
    flex: 1 1 7rem;
  }

  .time {
    flex: 0 0 9rem;
  }

  .volume,
  .charged,
  .amount {
    flex: 0 0 5.5rem;
    text-align: end;
    text-overflow: clip;
  }

  .amount {
    flex-basis: 6.5rem;
  }

  .mixed .amount {
    flex-basis: 11rem;
  }

  .destination,
  .charged {
    color: var(--_soft);
  }

  /* Marks: a shape and words; colour says nothing that these do not. */
  .row .marks {
    font-size: 0.75rem;

    &:not([data-tone='calm']) {
      color: var(--_warning);
    }

    &[data-tone='calm']::before {
      content: '\\25cb\\a0' / '';
    }

    &[data-tone='alert']::before {
      content: '\\25b2\\a0' / '';
    }

    &[data-tone='doubt']::before {
      content: '\\25c6\\a0' / '';
    }
  }

  @container list (width < 960px) {
    .destination {
      display: none;
    }
  }

  @container list (width < 720px) {
    .charged {
      display: none;
    }
  }

  /* Cards: time and marks beside the amount, then type and number beside the volume. */
  @container list (width < 560px) {
    .list > * {
      --_row-size: round(up, max(var(--_row) + 20px, 2lh + 12px), 1px);
    }

    .head-row {
      flex-wrap: wrap;
      gap: 0 16px;
    }

    .head .cell {
      flex: none;
      padding-block: 4px;
    }

    .row {
      display: grid;
      grid-template-columns: 5.4rem auto 1fr auto;
      align-content: center;
      gap: 0 8px;
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
    }

    .type {
      grid-column: 1;
    }

    .amount {
      grid-column: 4;
    }
  }
`;

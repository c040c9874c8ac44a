import { css } from 'lit';

/** Cells: columns where there is room, cards where there is not. */
export const cellStyles = css`
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
      align-items: baseline;
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

    .volume {
      margin-inline-start: 8px;
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
`;

import { css } from 'lit';

/** Records and groups as cards, where there is no room for columns. Comes after all that it overrides. */
export const cardStyles = css`
  /* Cards: time and marks beside the amount, then type and number beside the volume. */
  @container (width < 43em) {
    .root > * {
      --_gutter: var(--payex-usage-gutter, 12px);
    }

    .list > * {
      --_row-size: round(up, max(var(--_row) + 20px, 2lh + 12px), 1px);
    }

    /* All in sight, in the order of the Tab key. */
    .head-row {
      flex-wrap: wrap;
      gap: 0 16px;
    }

    .head .cell {
      flex: none;
      min-inline-size: 0;
      padding-block: 4px;
    }

    /* They can not be sorted by. */
    .head .marks {
      position: absolute;
    }

    .row {
      display: grid;
      grid-template-columns: var(--_check,) max(6em, 24cqi) auto 1fr max-content;
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
      color: var(--_soft);

      .row > & {
        order: 1;
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
      max-inline-size: 16em;
    }

    .group .marks {
      order: 2;
      grid-column: span 2;
      text-align: end;
    }
  }
`;

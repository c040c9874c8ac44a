import { css } from 'lit';

/** Groups of records: what tells their rows from those of records, in columns. */
export const groupStyles = css`
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
      min-inline-size: calc(7.4 * var(--_size));
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
`;

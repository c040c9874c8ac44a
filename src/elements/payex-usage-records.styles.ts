import { css } from 'lit';

/** The frame around the grid: toolbar, status, what is said without rows, and where the detail stands. */
export const recordsStyles = css`
  .root {
    container: records / inline-size;
    background: var(--_surface);
  }

  .list {
    container: list / inline-size;
    /* Rows keep whole pixels: their places are multiples of this height. */
    --_row-size: round(up, max(var(--_row), 1.25rem + 8px), 1px);
    min-inline-size: 0;
  }

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
`;

import { css } from 'lit';

/** Around the grid: toolbar, status, what is said without rows, and the detail of a record. */
export const recordsStyles = css`
  .root {
    container: records / inline-size;
    background: var(--_surface);
  }

  .list {
    container: list / inline-size;
    flex: 1;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }

  .pad {
    padding: 8px var(--_gutter);
  }

  .search {
    flex: 1 1 11rem;
    max-inline-size: 20rem;

    &::placeholder {
      color: var(--_soft);
    }
  }

  .type-choice {
    max-inline-size: 14rem;
  }

  .day {
    white-space: nowrap;
  }

  .status {
    padding-block-start: 0;
  }

  .gaps {
    color: var(--_warning);
  }

  .detail {
    border-block: 1px solid var(--_line);
    background: var(--_raised);
    overflow: auto;
    overflow-wrap: anywhere;

    & dl {
      columns: 17rem;
      margin-block: 8px;
    }

    & dl > div {
      display: grid;
      grid-template-columns: 8.5rem 1fr;
      gap: 12px;
      padding-block: 3px;
      break-inside: avoid;
    }
  }

  .detail-head {
    justify-content: space-between;
  }

  .whole {
    display: block;
    max-block-size: 12rem;
    overflow: auto;
  }

  @container records (width < 560px) {
    .root > * {
      --_gutter: var(--payex-usage-gutter, 12px);
    }

    .toolbar > * {
      flex: 1 1 8rem;
      max-inline-size: none;
    }

    .search {
      flex-basis: 100%;
    }
  }

  /* Beside the rows, as high as they are; a few rows are not the measure. */
  @container records (width >= 960px) {
    .split {
      display: flex;
    }

    .detail {
      flex: 0 0 20rem;
      min-block-size: var(--payex-usage-records-height, 60vh);
      border-inline-start: 1px solid var(--_line);
      contain: size;
    }
  }
`;

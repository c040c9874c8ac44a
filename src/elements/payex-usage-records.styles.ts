import { css } from 'lit';

/** Around the grid: toolbar, status, what is said without rows, and the detail of a record. */
export const recordsStyles = css`
  .root,
  .list {
    container-type: inline-size;
    background: var(--_surface);
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

  .toolbar > .field {
    flex: 1 1 12.5em;
    min-inline-size: 0;
    max-inline-size: 23em;
  }

  .toolbar .span {
    inline-size: 7.6em;
  }

  /* As large as with its calendar, which comes after the rows. */
  .day .field {
    inline-size: 9.8em;
    block-size: calc(1lh + 10px);
  }

  .field:invalid {
    border-color: var(--_warning);
  }

  .more {
    display: none;
  }

  @container (width < 40em) {
    .more {
      display: block;
    }

    .more[aria-expanded='false'] ~ :not(.clear) {
      display: none;
    }
  }

  ::placeholder {
    color: var(--_soft);
  }

  .status {
    padding-block-start: 0;
  }

  .gaps {
    color: var(--_warning);
  }

  /* What may leave stands beside it where there is room. */
  .status > p {
    flex: 1 1 14em;
  }

  /* Room for what comes with the records and goes once all of them are there: the rows stay where they are. */
  @container (width < 57em) {
    .status > p {
      row-gap: 0;
      min-block-size: 2lh;
    }
  }

  .leave {
    margin-inline-start: auto;

    /* An arrow is to be hit. */
    & .link {
      min-inline-size: 24px;
      text-align: center;
    }
  }

  .detail {
    border-block: 1px solid var(--_line);
    background: var(--_raised);
    overflow: auto;
    overflow-wrap: anywhere;

    & dl {
      columns: 19em;
      margin-block: 8px;
    }

    & dl > div {
      display: grid;
      grid-template-columns: 9.7em 1fr;
      gap: 12px;
      padding-block: 3px;
      break-inside: avoid;
    }

    & .heading {
      flex: 1;
      /* Below the rows: with as much of what follows as is read first. */
      scroll-margin-block-end: 23em;
    }
  }

  /* Beside the rows, as high as they are; a few rows are not the measure. */
  @container (width >= 69em) {
    .split {
      display: flex;
    }

    .list {
      flex: 1;
    }

    .detail {
      flex: 0 0 23em;
      min-block-size: var(--payex-usage-records-height, 60vh);
      border-inline-start: 1px solid var(--_line);
      contain: size;

      & .heading {
        scroll-margin: 0;
      }
    }
  }

  /* Large text in a narrow place: rows keep their height, so they keep the width that this needs. */
  @container (width < 20em) {
    .list {
      overflow-x: auto;
    }

    .grid {
      min-inline-size: 20em;
    }

    .detail dl > div {
      display: block;
    }
  }
`;

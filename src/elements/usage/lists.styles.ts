import { css } from 'lit';

/** Tables, and the lists among them: of subscriptions, of what makes a difference, of what was found. */
export const listStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th {
    font-weight: 400;
    text-align: start;
  }

  tbody {
    display: contents;
    vertical-align: baseline;
  }

  .list,
  .list thead {
    display: block;
  }

  .list tr {
    display: grid;
    align-items: center;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) 11.4em 3.2em 10.5em;
    gap: 0 16px;
    min-block-size: var(--_row);
    padding-inline: var(--_gutter);
  }

  .hits tr {
    grid-template-columns: minmax(11.5em, 5fr) minmax(0, 4fr) minmax(8.5em, 4fr) 10.5em;
    padding-block: 4px;
  }

  /* Each in one piece, below each other where there is little room. */
  .hits :is(b, .soft) {
    display: inline-block;
  }

  .drivers tr {
    grid-template-columns: minmax(9em, 2fr) minmax(0, 1fr) 13em 10.5em;
    padding-block: 4px;
  }

  .drivers .link {
    font-weight: 400;
  }

  .list thead {
    background: var(--_raised);
  }

  /* Two sums fit into a row that was drawn for one. */
  .amount:has(br) {
    line-height: 1.2857;
  }

  .choice {
    cursor: pointer;
  }

  .choice:focus-within,
  .choice[aria-current] {
    box-shadow: inset 3px 0 var(--_accent);
  }

  .open {
    padding-block: 4px;
  }

  /* As high as the bar that will stand there. */
  .spread .bone {
    display: block;
    block-size: 8px;
  }

  /* In em: larger text has the layout of a smaller place. */
  @container usage (width < 44em) {
    .list thead :is(.spread, .marks, .share) {
      position: absolute;
      clip-path: inset(50%);
    }

    /* A row is a card: who and how much on the first line. */
    .list tr {
      grid-template-columns: minmax(min-content, 1fr) auto minmax(4em, auto);
      padding-block: 6px;
    }

    .list .choice {
      min-block-size: calc(var(--_row) + 20px);
    }

    .who {
      grid-column: span 2;
    }

    .hits td:not(.amount) {
      grid-column: 1 / -1;
    }

    /* Bars that are compared have one scale, whatever stands beside them. */
    .drivers tr {
      grid-template-columns: max(6em, 30cqi) 1fr auto;
    }

    .drivers .marks {
      grid-column: span 2;
      text-align: end;
    }

    .spread,
    .marks,
    .share {
      order: 1;
    }

    .share {
      color: var(--_soft);
    }
  }

  /* Large text in a narrow place: one thing below the other. */
  @container usage (width < 20em) {
    .views {
      grid-template-columns: auto;
    }

    .list tr {
      display: flex;
      flex-flow: column;
      align-items: stretch;
    }
  }
`;

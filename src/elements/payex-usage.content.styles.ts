import { css } from 'lit';

/** What stands in the frame: totals with their bars, the list of subscriptions, the days. */
export const contentStyles = css`
  .summary {
    position: relative;
    align-items: start;
    gap: 12px 32px;
    padding-block: 16px;
  }

  /* Side by side where there is room, else below each other; the lengths are in em for larger text. */
  .sums {
    flex: 3 1 18em;
    /* Room for the sum of a second currency. */
    min-block-size: 8.4em;
  }

  /* Its gap comes with the total. */
  .gap {
    min-block-size: 2lh;
  }

  .types {
    display: grid;
    flex: 7 1 26em;
    grid-template-columns: minmax(10.1em, 2fr) 3fr minmax(5.5em, auto);
    align-content: start;
    column-gap: 12px;
    /* Room for six usage types: the list below stays where it is while they arrive. */
    min-block-size: 7.2lh;
  }

  .explain {
    flex: 7 1 26em;
    display: grid;
    align-content: start;
    gap: 8px;
    /* Room for what the records tell, which come last. */
    min-block-size: 6lh;
    padding: 8px 16px;
    border-inline-start: 3px solid var(--_accent);
    background: var(--_tint);
  }

  .explain .link {
    margin-inline-end: 16px;
  }

  /* From the middle to either side. */
  .plus {
    padding-inline-start: 50%;
  }

  .minus {
    justify-content: end;
    padding-inline-end: 50%;
  }

  .days {
    flex: 4 1 14em;

    /* There may be a hundred days: what is below stays near. */
    & details {
      max-block-size: 26em;
      margin: -3px;
      padding: 3px;
      overflow: auto;
    }

    & th {
      padding-inline-end: 8px;
      white-space: nowrap;
    }
    & td:not(.figure) {
      overflow-wrap: anywhere;
    }
  }

  .grand {
    font-size: min(2.3em, 14cqi);
    line-height: 1.25;
    font-weight: 700;
  }

  .unit {
    font-size: 50%;
    font-weight: 400;
    color: var(--_soft);
    white-space: pre;
  }

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

  .types tr,
  .list tr {
    display: grid;
    align-items: center;
  }

  .types tr {
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    min-block-size: 1.2lh;
    margin-inline: -8px;
    padding-inline: 8px;
    border: 0;
  }

  .list,
  .list thead {
    display: block;
  }

  .list tr {
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

  /* Above the basket, which lies over the end of the page. */
  .list button {
    scroll-margin-block-end: 8rem;
  }

  /* Two sums fit into a row that was drawn for one. */
  .amount:has(br) {
    line-height: 1.2857;
  }

  .due {
    visibility: hidden;
  }

  .question {
    flex: 1 0 100%;
    margin-block-end: 4px;
  }

  .chip {
    display: flex;
    align-items: center;
    gap: 8px;
    max-inline-size: 100%;
    min-block-size: 28px;
    padding-inline: 10px;
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .chip .field {
    min-inline-size: 0;
    margin-inline-start: -10px;
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

  .flag {
    display: inline-block;
    margin-inline-end: 4px;
    padding: 1px 6px;
    border-radius: 3px;
  }

  .bar {
    display: flex;
    block-size: 8px;
    border-radius: 2px;
    overflow: hidden;
  }

  .bar i {
    inline-size: calc(var(--length) * 100%);
    min-inline-size: 1px;
    background: var(--kind);
  }

  /* As high as the bar that will stand there. */
  .spread .bone {
    display: block;
    block-size: 8px;
  }

  .progress {
    position: absolute;
    inset: auto 0 -2px;
    block-size: 2px;
  }

  .picture {
    display: block;
    inline-size: 100%;
    block-size: 72px;
    margin-block-end: 4px;
    border-block-end: 1px solid var(--_edge);
    outline-color: var(--_accent);
    cursor: pointer;
  }

  .call {
    fill: var(--_call);
  }

  .message {
    fill: var(--_message);
  }

  .data {
    fill: var(--_data);
  }

  .premium {
    fill: var(--_premium);
  }

  .other {
    fill: var(--_other);
  }

  .chosen {
    fill: var(--_accent);
    fill-opacity: 0.25;
  }

  .cut {
    stroke: var(--_ink);
    stroke-dasharray: 3;
    vector-effect: non-scaling-stroke;
  }

  .late {
    fill: var(--_warning);
  }

  .ends,
  .next {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
  }

  /* Large enough to be hit, one below the other. */
  .days .link {
    min-block-size: 24px;
    padding-block: 3px;
  }

  .ends {
    min-block-size: 1lh;
  }

  .hours {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 8px;
  }

  .hours .picture {
    block-size: 144px;
  }

  .hours > :last-child {
    grid-column: 2;
  }

  .scale {
    display: grid;
    align-content: space-between;
  }

  @container usage (inline-size < 28em) {
    .explain {
      min-block-size: 9.2lh;
    }

    .days table {
      font-size: calc(6em / 7);
    }
  }

  /* In em: larger text has the layout of a smaller place. */
  @container usage (inline-size < 44em) {
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
      grid-template-columns: 6em 1fr auto;
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

  @media (forced-colors: active) {
    .bar i {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .picture path {
      fill: CanvasText;
    }

    .cut {
      stroke: CanvasText;
    }

    .picture .chosen {
      fill: Highlight;
    }

    [aria-current],
    .chip,
    .flag {
      outline: 1px solid Highlight;
    }
  }
`;

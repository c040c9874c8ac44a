import { css } from 'lit';

/** What stands in the frame: totals with their bars, the list of subscriptions, the days. */
export const contentStyles = css`
  .summary {
    --_types: minmax(calc(var(--_size) * 72 / 7), auto);
    position: relative;
    display: grid;
    /* Room for six usage types: the list below stays where it is while they arrive. */
    grid-template-rows: auto var(--_types);
    align-items: start;
    gap: 16px 32px;
    padding: 16px var(--_gutter);
    border-block-end: 1px solid var(--_line);
    animation: fade 120ms;
  }

  @keyframes fade {
    from {
      opacity: 0;
    }
  }

  .grand {
    font-size: min(var(--_size) * 16 / 7, 14cqi);
    line-height: 1.25;
    font-weight: 700;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }

  .grand .unit {
    font-size: 50%;
    font-weight: 400;
    letter-spacing: 0;
    color: var(--_soft);
    white-space: pre;
  }

  .grand .bone {
    max-inline-size: 180px;
    block-size: 24px;
  }

  .three .grand {
    font-size: calc(var(--_size) * 12 / 7);
  }

  .warning {
    margin-block-start: 4px;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th {
    font-weight: 400;
    text-align: start;
  }

  td,
  th {
    padding: 0 12px 0 0;
    vertical-align: middle;
  }

  .types tr {
    block-size: calc(var(--_size) * 12 / 7);
  }

  .types th {
    inline-size: 10em;
  }

  .types .figure {
    inline-size: 1%;
  }

  tr > :last-child {
    padding-inline-end: 0;
  }

  .choice {
    cursor: pointer;
  }

  .three .types {
    inline-size: calc(100% + 16px);
    margin-inline: -8px;
  }

  .three .types tr > :first-child {
    padding-inline-start: 8px;
  }

  .three .types tr > :last-child {
    padding-inline-end: 8px;
  }

  .choice:focus-within > :first-child,
  .choice[aria-current] > :first-child {
    box-shadow: inset 3px 0 var(--_accent);
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
  }

  .bar i,
  .days i {
    background: var(--_kind, var(--_other));
  }

  .call,
  .days {
    --_kind: var(--_call);
  }

  .message {
    --_kind: var(--_message);
  }

  .data,
  .roaming {
    --_kind: var(--_data);
  }

  .premium {
    --_kind: var(--_premium);
  }

  .list {
    table-layout: fixed;
  }

  .list th,
  .list td {
    padding-inline: var(--_gutter) 0;
    border-block-end: 1px solid var(--_line);
  }

  .list tr > :last-child {
    padding-inline-end: var(--_gutter);
  }

  .list thead th {
    block-size: 32px;
  }

  .list thead {
    background: var(--_raised);
    color: var(--_soft);
  }

  .list thead,
  .warning,
  .flag {
    font-size: calc(var(--_size) * 6 / 7);
    line-height: 1.3333;
  }

  .list tbody tr {
    block-size: var(--_row);
  }

  .spread {
    inline-size: 13%;
  }

  .marks {
    inline-size: 15em;
  }

  .share {
    inline-size: 5em;
  }

  .amount {
    inline-size: 14.5em;
    white-space: normal;
  }

  .open,
  .sort {
    padding: 4px 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: inherit;
    cursor: pointer;
  }

  .sort {
    inline-size: 100%;
  }

  .sort:hover {
    color: var(--_ink);
  }

  b {
    font-weight: 600;
  }

  .flag {
    display: inline-block;
    margin-inline-end: 4px;
    padding: 1px 6px;
    border-radius: 3px;
    background: var(--_warning-tint);
  }

  progress {
    position: absolute;
    inset: auto 0 -2px;
    appearance: none;
    inline-size: 100%;
    block-size: 2px;
    border: 0;
    background: none;
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  .days {
    display: flex;
    align-items: end;
    gap: 1px;
    block-size: 72px;
    overflow: hidden;
    border-block-end: 1px solid var(--_edge);
  }

  .days i {
    flex: 1;
    block-size: calc(var(--length) * 100%);
    border-radius: 1px 1px 0 0;
  }

  .ends {
    display: flex;
    justify-content: space-between;
  }

  summary {
    color: var(--_accent);
    cursor: pointer;
  }

  .by-day {
    max-inline-size: 320px;
  }

  .by-day th,
  .by-day td {
    border-block-end: 1px solid var(--_line);
  }

  /* Widths in em: larger text has the layout of a smaller place. */
  @container usage (inline-size >= 51em) {
    .summary {
      grid-template: var(--_types) / 3fr 7fr;
    }

    .types th {
      inline-size: 40%;
    }

    .spread {
      inline-size: 22%;
    }

    .three {
      grid-template-columns: 3fr 5fr 4fr;
    }
  }

  @container usage (inline-size < 44em) {
    .list,
    .list thead,
    .list tbody {
      display: block;
    }

    .list thead :is(.spread, .marks, .share) {
      position: absolute;
      overflow: hidden;
      clip-path: inset(50%);
    }

    /* A row is a card: who and how much on the first line. */
    .list tr {
      display: grid;
      grid-template:
        'who who amount' auto 'spread marks share' auto / minmax(min-content, 1fr)
        auto auto;
      align-items: center;
      gap: 0 12px;
      padding: 6px var(--_gutter);
      border-block-end: 1px solid var(--_line);
    }

    .list tbody tr {
      block-size: auto;
      min-block-size: calc(var(--_row) + 20px);
    }

    .list tr > :nth-child(n) {
      block-size: auto;
      inline-size: auto;
      padding: 0;
      border: 0;
      box-shadow: none;
    }

    .list .choice:focus-within {
      box-shadow: inset 3px 0 var(--_accent);
    }

    .who {
      grid-area: who;
    }

    .amount {
      grid-area: amount;
    }

    .list .spread {
      display: flex;
      grid-area: spread;
      align-items: center;
    }

    .bar {
      flex: 1;
    }

    .share {
      grid-area: share;
      color: var(--_soft);
    }

    .marks {
      grid-area: marks;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .summary {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bar i,
    .days i {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .views [aria-current],
    .choice[aria-current],
    .flag {
      outline: 1px solid Highlight;
    }
  }
`;

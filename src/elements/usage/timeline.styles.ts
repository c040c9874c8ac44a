import { css } from 'lit';

/** The days of a subscription, drawn and told. */
export const timelineStyles = css`
  .days {
    flex: 4 1 14em;
    min-inline-size: 0;

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

  @container usage (width < 28em) {
    .days table {
      font-size: calc(6em / 7);
    }
  }

  @media (forced-colors: active) {
    .picture path {
      fill: CanvasText;
    }

    .cut {
      stroke: CanvasText;
    }

    .picture .chosen {
      fill: Highlight;
    }
  }
`;

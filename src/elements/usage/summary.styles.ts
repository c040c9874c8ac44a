import { css } from 'lit';

/** What stands first at a place: the total, its usage types or an explanation, and bars. */
export const summaryStyles = css`
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
    grid-template-columns: minmax(10.5em, 2fr) 3fr minmax(5.5em, auto);
    align-content: start;
    column-gap: 12px;
    /* Room for six usage types: the list below stays where it is while they arrive. */
    min-block-size: 7.2lh;
  }

  .types tr {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
    min-block-size: 1.2lh;
    margin-inline: -8px;
    padding-inline: 8px;
    border: 0;
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

  /* From the middle to either side, if there is something on both. */
  .drivers:has(.minus) .plus {
    padding-inline-start: 50%;
  }

  .drivers:has(.plus) .minus {
    justify-content: end;
    padding-inline-end: 50%;
  }

  .progress {
    position: absolute;
    inset: auto 0 -2px;
    block-size: 2px;
  }

  @container usage (width < 28em) {
    .gap {
      min-block-size: 3lh;
    }

    /* Bars have the whole width, below the words. */
    .types {
      grid-template-columns: 1fr 0 auto;
      min-block-size: 8.4lh;
    }

    .types tr {
      position: relative;
      min-block-size: 1.4lh;
    }

    .types .bar {
      position: absolute;
      inset: auto 8px 1px;
      block-size: 3px;
    }

    .explain {
      min-block-size: 9.2lh;
    }
  }

  @media (forced-colors: active) {
    .bar i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;

import { css } from 'lit';

/** The frame: header, toolbar and its question, banner, trail, states, basket, and flags anywhere in it. */
export const frameStyles = css`
  :host {
    container: usage / inline-size;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: clip;
  }

  header,
  .toolbar,
  .trail,
  .banner,
  .state,
  .summary,
  .basket {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    padding: 8px var(--_gutter);
  }

  header,
  .toolbar,
  .trail,
  .banner,
  .summary,
  tr {
    border-block-end: 1px solid var(--_line);
  }

  header {
    padding-block: 12px;
  }

  .gathering {
    position: relative;
  }

  /* Its buttons stay where they are while it counts. */
  .gathering > :first-child {
    flex: auto;
  }

  .gathering p {
    flex-basis: 100%;
  }

  .due {
    visibility: hidden;
  }

  /* In sight wherever the agent looks. */
  .dock {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;

    & * {
      scroll-margin: 0;
    }
  }

  /* Why a subscription is flagged, while the keyboard is at it; room for a line of it is always there. */
  .why {
    display: none;
    min-block-size: 24px;
    padding: 4px var(--_gutter);
    background: var(--_surface);
  }

  [part='subscriptions'] ~ .dock .why {
    display: block;
  }

  [part='subscriptions']:not(:focus-within) ~ .dock .why {
    visibility: hidden;
  }

  /* When it is opened the list stands above its sum, as on a receipt. */
  .basket {
    border-block-start: 1px solid var(--_line);
    background: var(--_raised);

    & [open] {
      flex: 1 0 100%;
    }

    & ul {
      max-block-size: 40vh;
      overflow: auto;
      list-style: none;
    }

    & div,
    & li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 12px;
      padding-block: 4px;
    }

    & li.note {
      padding-block: 8px 0;
    }

    & bdi {
      flex: 1 1 14em;
    }

    & div,
    & .figure {
      margin-inline-start: auto;
    }
  }

  .title {
    font-size: 1.1em;
  }

  bdi,
  .grand {
    overflow-wrap: anywhere;
  }

  .views {
    display: flex;
    flex-wrap: wrap;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    text-align: center;
  }

  .views .button {
    flex: auto;
    border: 0;
  }

  /* No bolder than the others: it would push them aside. */
  .views [aria-current] {
    box-shadow: inset 0 0 0 1px;
    color: var(--_accent);
  }

  .ask,
  .fresh {
    margin-inline-start: auto;
  }

  .chooser {
    display: contents;
  }

  /* Gives way to what stands beside it. */
  .chooser select {
    flex: 1 1 12em;
    min-inline-size: 0;
    max-inline-size: max-content;
    text-overflow: ellipsis;
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

  /* Room for what comes with the answers, so that nothing moves when they come. */
  .period,
  .fresh {
    min-inline-size: 8.4em;
    min-block-size: 1lh;
  }

  .choice:hover,
  .choice:focus-within,
  [aria-current] {
    background: var(--_tint);
  }

  .banner,
  .flag {
    background: var(--_warning-tint);
  }

  .warning,
  .flag,
  .banner {
    color: var(--_warning);
  }

  .flag {
    display: inline-block;
    margin-inline-end: 4px;
    padding: 1px 6px;
    border-radius: 3px;
  }

  .calm {
    background: var(--_raised);
    color: var(--_soft);
  }

  .state {
    display: grid;
    justify-items: start;
    gap: 8px;
    padding-block: 32px;
  }

  @container usage (width < 40em) {
    section {
      --_gutter: var(--payex-usage-gutter, 12px);
    }

    .views {
      flex: 1 0 100%;
    }
  }

  @container usage (width < 32em) {
    .toolbar {
      column-gap: 8px;
    }

    .views {
      display: grid;
      grid-template-columns: auto auto;
    }
  }

  @media (forced-colors: active) {
    [aria-current],
    .chip,
    .flag {
      outline: 1px solid Highlight;
    }
  }
`;

import { css } from 'lit';

/** What every element of the product starts from: type, controls, focus, and words for eyes or ears only. */
export const base = css`
  /* What gets the focus stands above the basket, which lies over the end of the page. */
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    scroll-margin-block-end: 9em;
  }

  :host {
    display: block;
    color: var(--_ink);
    font: 400 var(--_size)/1.4286 var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: start;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  .heading,
  .link,
  b {
    font-weight: 600;
  }

  .soft,
  .note {
    color: var(--_soft);
  }

  .note {
    font-size: calc(6em / 7);
    line-height: 1.3333;
  }

  .figure {
    text-align: end;
  }

  button,
  input,
  select {
    font: inherit;
    color: inherit;
    text-align: inherit;
  }

  /* A button is words that can be pressed, unless its class says more. */
  button {
    border: 0;
    background: none;
    cursor: pointer;
  }

  .link {
    color: var(--_accent);
  }

  .link:hover {
    text-decoration: underline;
  }

  /* Next to each other, where several stand in one place. */
  .leave {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;

    & :disabled {
      color: var(--_soft);
    }
  }

  .button,
  .field {
    min-block-size: 28px;
    max-inline-size: 100%;
    padding: 3px 10px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
  }

  .button:hover {
    background: var(--_tint);
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  /* Grey bars where figures will stand: they keep the final height, so nothing moves. */
  .bone {
    display: inline-block;
    inline-size: 100%;
    max-inline-size: 5em;
    block-size: 0.7em;
    border-radius: 3px;
    background: var(--_line);
    vertical-align: middle;
  }

  .ears-only {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* A document to be printed: one that is not displayed is printed blank. */
  .paper {
    position: fixed;
    inline-size: 0;
    block-size: 0;
    border: 0;
    visibility: hidden;
  }

  /* Under its button where the browser can, else in the middle of the page. */
  #keys {
    position-area: bottom span-left;
    translate: 0 4px;
    margin: auto;
    padding: 12px 16px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    outline: 0;
    background: var(--_surface);
    color: var(--_ink);
  }

  #keys dl {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 4px 12px;
    margin-block-start: 8px;
  }

  kbd {
    display: block;
    padding-inline: 6px;
    border: 1px solid var(--_edge);
    border-radius: 3px;
    font: inherit;
    text-align: center;
  }

  @media (forced-colors: active) {
    .bone {
      background: GrayText;
    }
  }
`;

import { css } from 'lit';

/** What every element of the product starts from: type, controls, focus, and words for eyes or ears only. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
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

  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  dl,
  dd,
  table,
  figure {
    margin: 0;
    padding: 0;
    font: inherit;
  }

  .heading {
    font-weight: 600;
  }

  .soft {
    color: var(--_soft);
  }

  .note {
    color: var(--_soft);
    font-size: calc(var(--_size) * 6 / 7);
    line-height: 1.3333;
  }

  .figure {
    text-align: end;
    white-space: nowrap;
  }

  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }

  .button,
  .field {
    min-block-size: 28px;
    padding: 3px 10px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .button {
    cursor: pointer;
  }

  .button:hover {
    background: var(--_tint);
  }

  .button[disabled] {
    color: var(--_soft);
    cursor: default;
    border-style: dashed;
  }

  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  .link:hover {
    text-decoration: underline;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  /* Grey bars where figures will stand: they keep the final height, so nothing moves. */
  .bone {
    display: inline-block;
    inline-size: 100%;
    max-inline-size: 72px;
    block-size: 10px;
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

  @media (forced-colors: active) {
    .bone {
      background: GrayText;
    }
  }
`;

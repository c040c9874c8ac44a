import { css } from 'lit';

/** The frame: header, toolbar, banner, trail, states. */
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
  .trail {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    padding: 8px var(--_gutter);
    border-block-end: 1px solid var(--_line);
  }

  header {
    padding-block: 12px;
  }

  .title {
    font-size: calc(var(--_size) * 15 / 14);
    font-weight: 700;
  }

  .whose,
  .trail .heading,
  .types th,
  .open,
  .flag {
    overflow-wrap: anywhere;
  }

  .whose,
  .toolbar {
    color: var(--_soft);
  }

  .views {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: auto;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
  }

  .views button {
    flex: auto;
    min-block-size: 28px;
    padding: 3px 10px;
    border: 0;
    border-radius: calc(var(--_radius) - 1px);
    background: none;
    cursor: pointer;
  }

  .views [aria-current] {
    background: var(--_tint);
    color: var(--_accent);
    font-weight: 600;
  }

  .toolbar {
    min-block-size: 45px;
  }

  .chooser {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    max-inline-size: 100%;
    color: var(--_ink);
  }

  .chooser .field {
    min-inline-size: 0;
    max-inline-size: 100%;
    text-overflow: ellipsis;
  }

  /* Room for what comes with the answers, so that nothing moves when they come. */
  .fresh {
    min-inline-size: 9em;
    margin-inline-start: auto;
    text-align: end;
    white-space: nowrap;
  }

  .period {
    min-inline-size: 8em;
  }

  .reload {
    min-inline-size: 24px;
    min-block-size: 24px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--_accent);
    cursor: pointer;
  }

  .reload:hover,
  .views button:hover,
  .choice:hover,
  .choice:focus-within,
  .choice[aria-current] {
    background: var(--_tint);
  }

  [tabindex='-1']:focus {
    outline: none;
  }

  .banner {
    padding: 8px var(--_gutter);
    border-block-end: 1px solid var(--_line);
    background: var(--_warning-tint);
  }

  .warning,
  .flag,
  .banner {
    color: var(--_warning);
  }

  .calm {
    background: var(--_raised);
    color: var(--_soft);
  }

  .state {
    display: grid;
    gap: 8px;
    padding: 32px var(--_gutter);
  }

  @container usage (inline-size < 40em) {
    section {
      --_gutter: var(--payex-usage-gutter, 12px);
    }

    .views {
      flex: 1 0 100%;
    }
  }
`;

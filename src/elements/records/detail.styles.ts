import { css } from 'lit';

/** Everything known of one record. */
export const detailStyles = css`
  .detail {
    padding: 12px var(--_gutter) 16px;
    border-block: 1px solid var(--_line);
    background: var(--_raised);
    overflow: auto;
  }

  .detail-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin-block-end: 8px;
  }

  .detail dl {
    columns: 17rem auto;
    column-gap: 24px;
  }

  .detail dl > div {
    display: grid;
    break-inside: avoid;
    grid-template-columns: minmax(0, 8.5rem) minmax(0, 1fr);
    gap: 0 12px;
    padding-block: 3px;
  }

  .detail dt {
    color: var(--_soft);
    overflow-wrap: break-word;
    hyphens: auto;
  }

  .detail dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .detail .whole {
    display: block;
    max-block-size: 12rem;
    overflow: auto;
  }

  .host-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 12px;
  }
`;

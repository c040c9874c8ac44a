import { css } from 'lit';

/** Records in columns: how wide each cell is, and which give way first where there is less room. */
export const cellStyles = css`
  /* What says most gives way last. */
  .cell {
    flex: 1 9 6rem;
    min-inline-size: 1rem;
    overflow: clip;
    white-space: nowrap;
    text-overflow: ellipsis;
    unicode-bidi: isolate;
  }

  /* As high as the row, to be hit. */
  .check {
    flex: 0 0 24px;
    align-self: stretch;

    & .bone {
      display: none;
    }
  }

  .row .check {
    display: grid;
    align-content: center;

    &::before {
      content: '' / '';
      inline-size: 16px;
      block-size: 16px;
      border: 1px solid var(--_edge);
      border-radius: 3px;
      line-height: 15px;
      text-align: center;
    }
  }

  [aria-selected='true'] .check::before {
    content: '\\2713' / '';
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_surface);
  }

  .type {
    flex-shrink: 1;
    min-inline-size: 3.5rem;
  }

  .number {
    flex: 1 0.3 7rem;
  }

  .time {
    flex: 0 0 9.25rem;
  }

  .volume,
  .charged,
  .amount {
    flex: 0 0 5.5rem;
    text-align: end;
  }

  /* Hours, minutes and seconds, as soon as there is room for them. */
  .volume {
    flex-basis: clamp(5.25rem, 25cqi - 4.25rem, 7.25rem);
  }

  .amount {
    flex-basis: 6.5rem;
  }

  .mixed .amount {
    flex-basis: 11rem;
  }

  /* Beside the widest amounts and a scrollbar. */
  .mixed .type {
    min-inline-size: 2rem;
  }

  .destination,
  .charged {
    color: var(--_soft);
  }

  /* A shape and words; colour says nothing that these do not. */
  .row [data-shape] {
    font-size: 0.75rem;

    &:not([data-shape='○']) {
      color: var(--_warning);
    }

    &::before {
      content: attr(data-shape) '\\a0' / '';
    }
  }

  @container (width < 960px) {
    .destination {
      display: none;
    }
  }

  @container (width < 800px) {
    .charged {
      display: none;
    }

    .head-row,
    .row {
      gap: 4px;
    }

    /* Its shapes have room; its heading and its words have not: these are for the ear. */
    .head .marks {
      clip-path: inset(50%);
    }

    .marks {
      flex: 0 0 0.75rem;
      text-overflow: clip;
    }

    .row [data-shape] {
      font-size: 0;

      &::before {
        font-size: 0.75rem;
      }
    }

    .number {
      flex-basis: 6.5rem;
    }

    .amount {
      flex-basis: 5.25rem;
    }
  }
`;

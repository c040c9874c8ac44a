import { css } from 'lit';

/** Records in columns: how wide each cell is, and which give way first where there is less room. */
export const cellStyles = css`
  /* What says most gives way last. */
  .cell {
    flex: 1 9 calc(7 * var(--_size));
    min-inline-size: 1em;
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
    min-inline-size: calc(4 * var(--_size));
  }

  .number {
    flex: 1 0.3 calc(8 * var(--_size));
  }

  .time {
    flex: 0 0 calc(10.6 * var(--_size));
  }

  .volume,
  .charged,
  .amount {
    flex: 0 0 calc(6.3 * var(--_size));
    text-align: end;
  }

  /* Hours, minutes and seconds, as soon as there is room for them. */
  .volume {
    flex-basis: clamp(6 * var(--_size), 25cqi - 4.85 * var(--_size), 8.3 * var(--_size));
  }

  .amount {
    flex-basis: calc(7.4 * var(--_size));
  }

  .mixed .amount {
    flex-basis: calc(12.6 * var(--_size));
  }

  /* Beside the widest amounts and a scrollbar. */
  .mixed .type {
    min-inline-size: 2em;
  }

  .destination,
  .charged {
    color: var(--_soft);
  }

  /* A shape and words; colour says nothing that these do not. */
  .row [data-shape] {
    font-size: calc(6 * var(--_size) / 7);

    &:not([data-shape='○']) {
      color: var(--_warning);
    }

    &::before {
      content: attr(data-shape) '\\a0' / '';
    }
  }

  @container (width < 69em) {
    .destination {
      display: none;
    }
  }

  @container (width < 57em) {
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
      flex: 0 0 1em;
      text-overflow: clip;
    }

    .row [data-shape] {
      font-size: 0;

      &::before {
        font-size: calc(6 * var(--_size) / 7);
      }
    }

    .number {
      flex-basis: calc(7.4 * var(--_size));
    }

    .amount {
      flex-basis: calc(6 * var(--_size));
    }
  }
`;

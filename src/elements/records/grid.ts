import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref, type Ref } from 'lit/directives/ref.js';
import type { TableSort } from '../../model/table-view.js';
import { vars } from '../../styles/vars.js';
import type { Column } from './columns.js';
import type { RecordWords } from './record-words.js';
import type { GridParts } from './row-scroller.js';

export interface GridState {
  readonly words: RecordWords;
  readonly columns: readonly Column[];
  readonly sort: TableSort;
  readonly count: number;
  readonly label: string;
  readonly selection: 'single' | 'multiple' | 'none';
}

export interface GridActions {
  sort(sort: TableSort): void;
  key(event: KeyboardEvent): void;
  click(event: MouseEvent): void;
}

/** Where the grid's elements are, once rendered. */
export class GridRefs {
  readonly scroller: Ref<HTMLElement> = createRef();
  readonly head: Ref<HTMLElement> = createRef();
  readonly body: Ref<HTMLElement> = createRef();
  readonly probe: Ref<HTMLElement> = createRef();

  get parts(): GridParts | null {
    const [scroller, head, body, probe] = [this.scroller, this.head, this.body, this.probe].map(
      ({ value }) => value,
    );
    return scroller && head && body && probe ? { scroller, head, body, probe } : null;
  }
}

/**
 * The frame of the grid. Rows are put into its body by a RowPool; this template has no part in there.
 * One stop for the Tab key besides the headings: the keyboard's row is told by aria-activedescendant,
 * so that the focus survives the recycling of row elements.
 */
export function grid(state: GridState, actions: GridActions, refs: GridRefs): TemplateResult {
  const { columns, words, selection } = state;
  return html`
    <div
      class="grid ${amountClass(words)}"
      part="grid"
      role="grid"
      tabindex="0"
      aria-label=${state.label}
      aria-rowcount=${state.count + 1}
      aria-colcount=${columns.length}
      aria-multiselectable=${selection === 'multiple' ? 'true' : nothing}
      ?hidden=${state.count === 0}
      ${ref(refs.scroller)}
      @keydown=${actions.key}
      @click=${actions.click}
    >
      <div class="head" role="rowgroup" ${ref(refs.head)}>
        <div class="head-row" part="header" role="row" aria-rowindex="1">
          ${columns.map((column, i) => heading(column, i, state.sort, actions))}
        </div>
      </div>
      <div
        class="body"
        role="rowgroup"
        ${ref(refs.body)}
        ${vars({ '--_count': String(state.count) })}
      ></div>
    </div>
    <div class="probe" aria-hidden="true" ${ref(refs.probe)}></div>
  `;
}

/** Amounts that say more than a figure need a wider column. */
function amountClass({ basis }: RecordWords): string {
  if (basis.vat === undefined) return 'with-basis';
  return basis.currency === undefined ? 'with-currency' : '';
}

function heading(
  { name, heading: text, sort: column }: Column,
  index: number,
  sort: TableSort,
  actions: GridActions,
): TemplateResult {
  const sorted = column === sort.column;
  const order = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  // Figures and times are asked for from the top, words from the beginning.
  const first = name === 'time' || name === 'amount' || name === 'volume' || name === 'charged';
  const choose = (): void => {
    if (column) actions.sort({ column, descending: sorted ? !sort.descending : first });
  };
  return html`
    <div
      class="cell ${name}"
      role="columnheader"
      aria-colindex=${index + 1}
      aria-sort=${column ? order : nothing}
    >
      ${
        column
          ? html`<button @click=${choose}>
              ${text}<span class="arrow" aria-hidden="true"
                >${sorted ? (sort.descending ? ' ↓' : ' ↑') : ''}</span
              >
            </button>`
          : text
      }
    </div>
  `;
}

/** Where a key leads from the keyboard's row; null for a key that leads nowhere. May be out of bounds. */
export function rowForKey(key: string, row: number, page: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return row + 1;
    case 'ArrowUp':
      return row - 1;
    case 'PageDown':
      return row + page;
    case 'PageUp':
      return row - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

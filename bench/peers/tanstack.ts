import { VirtualizerController } from '@tanstack/lit-virtual';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { SHOWN_COLUMNS } from '../data.js';
import { cellText, RowList } from './objects.js';
import { type Contestant, type Frame, rowByCells } from './contestant.js';

let list: RowList;

class TanstackTable extends LitElement {
  static override styles = css`
    .grid {
      overflow: auto;
      contain: strict;
    }
    .canvas {
      position: relative;
    }
    .row {
      position: absolute;
      inset: 0 0 auto;
      display: flex;
      align-items: center;
    }
    .row > span {
      overflow: clip;
      white-space: nowrap;
      flex: none;
    }
  `;

  frame!: Frame;
  readonly #scroller = createRef<HTMLElement>();
  #virtualizer!: VirtualizerController<HTMLElement, HTMLElement>;

  get scroller(): HTMLElement {
    return this.#scroller.value ?? this;
  }

  override connectedCallback(): void {
    this.#virtualizer = new VirtualizerController<HTMLElement, HTMLElement>(this, {
      ...this.#options,
      overscan: 6,
    });
    super.connectedCallback();
  }

  /** The rows are others than before. */
  refresh(): void {
    const virtualizer = this.#virtualizer.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, ...this.#options });
    virtualizer.measure();
    this.requestUpdate();
  }

  jump(index: number): void {
    this.#virtualizer.getVirtualizer().scrollToIndex(index, { align: 'start' });
  }

  get #options() {
    return {
      count: list.rows.length,
      estimateSize: () => this.frame.rowHeight,
      getScrollElement: () => this.#scroller.value ?? null,
    };
  }

  protected override render(): TemplateResult {
    const virtualizer = this.#virtualizer.getVirtualizer();
    const { height } = this.frame;
    return html`
      <div class="grid" style="height: ${height}px" ${ref(this.#scroller)}>
        <div class="canvas" style="height: ${virtualizer.getTotalSize()}px">
          ${repeat(
            virtualizer.getVirtualItems(),
            ({ key }) => key,
            ({ index, start, size }) => this.#row(index, start, size),
          )}
        </div>
      </div>
    `;
  }

  #row(index: number, start: number, size: number): TemplateResult {
    const row = list.rows[index];
    return html`<div class="row" style="height: ${size}px; transform: translateY(${start}px)">
      ${
        row &&
        SHOWN_COLUMNS.map(
          ({ field, width }) =>
            html`<span style="width: ${width}px">${cellText(row, field)}</span>`,
        )
      }
    </div>`;
  }
}
customElements.define('tanstack-table', TanstackTable);

const table = new TanstackTable();

export const contestant: Contestant = {
  load(source) {
    list = new RowList(source.objects());
  },
  mount(host, frame) {
    table.frame = frame;
    host.append(table);
  },
  jump: (index) => table.jump(index),
  sortByAmount() {
    list.sortByAmount();
    table.refresh();
  },
  filter(text) {
    list.filter(text);
    table.refresh();
  },
  rowOf: (element) => rowByCells(element, '.row'),
  scroller: () => table.scroller,
};

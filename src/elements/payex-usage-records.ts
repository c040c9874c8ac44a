import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DefaultsController, type HostAction } from '../controllers/defaults.js';
import { LanguageController } from '../controllers/locale.js';
import { RecordsView } from '../controllers/records-view.js';
import {
  findRecord,
  plainFilter,
  readFilter,
  readViewState,
} from '../controllers/records-view-state.js';
import { TypingController } from '../controllers/typing.js';
import {
  PayexAuditEvent,
  PayexViewChangeEvent,
  type RecordsViewState,
  type UsageIds,
} from '../events.js';
import type { Localizer, MessageOverrides, TextKey } from '../i18n/index.js';
import type { TableFilter, TableSort } from '../model/table-view.js';
import type { UsageTable } from '../model/usage-table.js';
import type { UsageTypeMap } from '../model/usage-type.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { recordsStyles } from './payex-usage-records.styles.js';
import { afterRows, skeleton } from './records/after-rows.js';
import { cellStyles } from './records/cell.styles.js';
import { detailStyles } from './records/detail.styles.js';
import { gridStyles } from './records/grid.styles.js';
import { grid, GridRefs, rowForKey } from './records/grid.js';
import { OpenRecord } from './records/open-record.js';
import { readActions, readHeadingLevel, readTable } from './records/read-properties.js';
import { recordDetail } from './records/record-detail.js';
import { actionEvent, selectEvent, type EventSubject } from './records/record-events.js';
import { RecordsSettings } from './records/records-settings.js';
import { RowScroller } from './records/row-scroller.js';
import { spokenChange, statusLine, type ViewChange } from './records/status-line.js';
import { TableFrame } from './records/table-frame.js';
import { toolbar } from './records/toolbar.js';

/**
 * Usage records of any number: sort, filter, totals, and the detail of one. It fetches nothing.
 *
 * @tag payex-usage-records
 * @summary A table of usage records that a host or `<payex-usage>` fills.
 *
 * @fires {PayexSelectEvent} payexselect - A record was opened or closed.
 * @fires {PayexActionEvent} payexaction - A host action was started on the open record.
 * @fires {PayexAuditEvent} payexaudit - A masked number was shown on demand.
 * @fires {PayexViewChangeEvent} payexviewchange - Filter, sort or open record have changed by hand.
 *
 * @csspart toolbar - Search, filters and sort.
 * @csspart status - How many records, their total, and what it lacks.
 * @csspart grid - The scrolling grid.
 * @csspart header - The row of column headings.
 * @csspart row - One record.
 * @csspart detail - Everything known of the open record.
 * @csspart action - A host action.
 * @csspart empty - What is said when there are no records to show.
 *
 * @cssproperty [--payex-usage-records-height=60vh] - Greatest height of the grid; five rows at least.
 * @cssproperty [--payex-usage-row-height=36px] - Height of a row in columns; text that is larger wins.
 * @cssproperty [--payex-usage-gutter=16px] - Space at either side.
 */
export class PayexUsageRecords extends LitElement {
  static override styles = [tokens, base, recordsStyles, gridStyles, cellStyles, detailStyles];

  /** The records; build them with `UsageTable.create()` and `append()`. Call `refresh()` after more. */
  @property({ attribute: false }) records: UsageTable | null = null;
  /** BCP 47; by default the closest `lang`, then the browser's. */
  @property() locale?: string;
  /** How called numbers are shown: `masked` (last three digits), `full` or `hidden`. */
  @property({ attribute: 'number-policy' }) numberPolicy?: string;
  /** `agent` or `customer`: masking and search. */
  @property() audience?: string;
  /** `single`, `multiple` or `none`: whether rows can be opened. */
  @property() selection = 'single';
  /** `auto` follows the page's `color-scheme`; `light` and `dark` beat it. */
  @property({ reflect: true, useDefault: true }) theme = 'auto';
  /** `comfortable` or `compact` rows. */
  @property({ reflect: true, useDefault: true }) density = 'comfortable';
  /** Level of the heading over a record's detail, 1–6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** Accessible name of the grid. */
  @property() label?: string;
  /** IANA zone in which times with an offset were read: named beside such times. */
  @property({ attribute: 'time-zone' }) timeZone?: string;
  /** ISO instant of the newest answer behind the records; goes with actions. */
  @property({ attribute: 'as-of' }) asOf?: string;

  /** The host's usage types by code. */
  @property({ attribute: false }) usageTypes?: UsageTypeMap;
  /** Words over those of the language, by key. */
  @property({ attribute: false }) messages?: MessageOverrides;
  /** Actions the host offers on the open record; choosing one fires `payexaction`. */
  @property({ attribute: false }) actions?: readonly HostAction[];
  /** Whose records these are: goes with events. */
  @property({ attribute: false }) ids: UsageIds = {};
  /** Records are on their way: grey bars stand where they will be. */
  @property({ type: Boolean }) busy = false;
  /** @internal Words shared by `<payex-usage>`, in place of `locale` and `messages`. */
  @property({ attribute: false }) localizer: Localizer | null = null;

  readonly #view = new RecordsView();
  readonly #settings = new RecordsSettings();
  readonly #frame = new TableFrame();
  readonly #open = new OpenRecord();
  readonly #defaults = new DefaultsController(this);
  readonly #language = new LanguageController(this);
  readonly #scroller = new RowScroller(this);
  readonly #refs = new GridRefs();
  readonly #typing = new TypingController(this, (text) => this.#filterBy({ text }));
  /** A record to open as soon as it is there. */
  #wantedId: string | null = null;
  /** A view state has opened a record, which may be far down. */
  #restored = false;
  /** The rows are others than before: start from the first. */
  #fromTop = false;
  /** What the agent has changed and is to be told of. */
  #changed: ViewChange | null = null;
  #announcement = '';

  /** Filter, sort and open record as plain JSON; setting it shows exactly that and fires nothing. */
  get viewState(): RecordsViewState {
    const { filter, sort, unfiltered } = this.#view;
    const recordId = this.#openId ?? this.#wantedId;
    return {
      ...(unfiltered ? {} : { filter: plainFilter(filter) }),
      sort: { ...sort },
      ...(recordId === null ? {} : { recordId }),
    };
  }

  set viewState(value: RecordsViewState) {
    const next = readViewState(value);
    // A host that writes back what it was told must not move the agent.
    if (JSON.stringify(next) === JSON.stringify(readViewState(this.viewState))) return;
    this.#open.close();
    this.#view.filter = next.filter;
    this.#view.sort = next.sort;
    this.#typing.set(next.filter.text ?? '');
    this.#wantedId = next.recordId;
    this.#fromTop = true;
    this.requestUpdate();
  }

  /** Shows what was appended to `records`; the place and the focus stay. */
  refresh(): void {
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    const settings = this.#settings;
    const page = this.#defaults.value;
    const own = (): Localizer =>
      this.#language.words(this.locale || page.locale, this.messages ?? page.messages);
    settings.follow(this, page, this.localizer ?? own());
    if (!settings.revealable) this.#open.cover();
    this.#followTable(readTable(this.records));
    if (settings.selection === 'none') this.#open.close();
    const { facts, rows } = this.#view;
    this.#frame.follow(settings, this.#view.table, facts, rows);
    if (this.#changed) {
      this.#announcement = spokenChange(this.#changed, this.#view, this.#frame);
    }
    this.#changed = null;
  }

  protected override firstUpdated(): void {
    const { parts } = this.#refs;
    if (parts) this.#scroller.attach(parts);
  }

  protected override updated(): void {
    this.#scroller.show(this.#frame.content, this.#open.row, this.#fromTop);
    this.#fromTop = false;
    if (this.#restored) this.#scroller.activate(this.#view.rows.indexOf(this.#open.row));
    this.#restored = false;
  }

  protected override render(): TemplateResult {
    const { table, rows } = this.#view;
    const { words, columns } = this.#frame;
    const { localizer, selection } = this.#settings;
    const state = { words, columns, sort: this.#view.sort };
    const { filter, facts } = this.#view;
    return html`
      <div class="root" lang=${localizer.locale} @keydown=${this.#onEscape}>
        ${
          table && table.length > 0
            ? [
                toolbar(
                  { ...state, facts, filter, typed: this.#typing.text, none: rows.length === 0 },
                  this.#toolbarActions,
                ),
                statusLine(this.#view, localizer),
              ]
            : nothing
        }
        <div class="split">
          <div class="list">
            ${grid(
              {
                ...state,
                selection,
                count: rows.length,
                label: this.label || localizer.text('recordsLabel'),
              },
              this.#gridActions,
              this.#refs,
            )}
            ${
              this.busy && !table
                ? skeleton()
                : afterRows(this.#view, localizer, () => this.#clearFilters())
            }
          </div>
          ${this.#renderDetail()}
        </div>
        <div class="ears-only" role="status">${this.#announcement}</div>
      </div>
    `;
  }

  #renderDetail(): TemplateResult | typeof nothing {
    const { table } = this.#view;
    const { row, revealed, expanded } = this.#open;
    if (!table || row < 0) return nothing;
    const { words } = this.#frame;
    const { timeZone, revealable } = this.#settings;
    const headingLevel = readHeadingLevel(this.headingLevel);
    const actions = readActions(this.actions ?? this.#defaults.value.actions);
    return recordDetail(
      { table, row, words, timeZone, headingLevel, revealed, revealable, expanded, actions },
      this.#detailActions,
    );
  }

  readonly #toolbarActions = {
    search: (text: string): void => this.#typing.type(text),
    searchNow: (): void => this.#typing.flush(),
    types: (types: readonly string[]): void => this.#filterBy({ types }),
    day: (end: 'fromDay' | 'toDay', day: string): void => this.#filterBy({ [end]: day }),
    sort: (sort: TableSort): void => this.#sortBy(sort),
    clear: (): void => this.#clearFilters(),
  };

  readonly #gridActions = {
    sort: (sort: TableSort): void => this.#sortBy(sort),
    key: (event: KeyboardEvent): void => this.#onKey(event),
    click: (event: MouseEvent): void => {
      const index = this.#scroller.indexOf(event.target);
      if (index !== null) this.#choose(index);
    },
  };

  readonly #detailActions = {
    close: (): void => this.#closeByHand(),
    reveal: (): void => {
      this.#open.reveal();
      this.requestUpdate();
      this.dispatchEvent(new PayexAuditEvent({ action: 'reveal', count: 1 }));
    },
    expand: (field: TextKey): void => {
      this.#open.toggle(field);
      this.requestUpdate();
    },
    act: (id: string): void => this.#act(id),
  };

  #filterBy(change: TableFilter): void {
    const filter = readFilter({ ...plainFilter(this.#view.filter), ...change });
    if (JSON.stringify(filter) === JSON.stringify(this.#view.filter)) return;
    this.#view.filter = filter;
    this.#changedByHand('filter');
  }

  #sortBy(sort: TableSort): void {
    this.#view.sort = sort;
    this.#changedByHand('sort');
  }

  #changedByHand(what: ViewChange): void {
    this.#changed = what;
    this.#fromTop = true;
    this.requestUpdate();
    this.#tellView();
  }

  #clearFilters(): void {
    this.#typing.set('');
    // A day half typed is no value yet: clearing has to empty the field itself.
    for (const input of this.renderRoot.querySelectorAll<HTMLInputElement>('input[type="date"]')) {
      input.value = '';
    }
    this.#view.filter = {};
    this.#changedByHand('filter');
    // The button that was pressed disappears.
    this.renderRoot.querySelector<HTMLElement>('.search')?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.altKey || event.metaKey) return;
    const { activeIndex, page } = this.#scroller;
    const target = rowForKey(event.key, activeIndex, page, this.#view.rows.length);
    if (target !== null) this.#scroller.activate(target);
    else if (event.key === 'Enter' || event.key === ' ') this.#choose(activeIndex);
    else return;
    event.preventDefault();
  }

  readonly #onEscape = (event: KeyboardEvent): void => {
    // In a field Escape belongs to the field.
    const inField = (event.target as Element).matches('input, select');
    if (event.key !== 'Escape' || inField || this.#open.row < 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.#closeByHand();
  };

  /** Opens the record at a position of the view, or closes it when it is the open one. */
  #choose(index: number): void {
    const row = this.#view.rows[index];
    if (row === undefined || this.#settings.selection === 'none') return;
    this.#scroller.activate(index);
    if (row === this.#open.row) {
      this.#closeByHand();
      return;
    }
    this.#wantedId = null;
    this.#open.show(row);
    this.requestUpdate();
    this.#tellSelect(row, true);
  }

  #closeByHand(): void {
    const { row } = this.#open;
    const inDetail = this.shadowRoot?.activeElement?.closest('.detail') != null;
    this.#open.close();
    this.requestUpdate();
    if (inDetail) this.#refs.scroller.value?.focus({ preventScroll: true });
    this.#tellSelect(row, false);
  }

  /** The open record stays open, covered, where a table fetched anew holds it too. */
  #followTable(table: UsageTable | null): void {
    const openId = this.#openId;
    if (this.#view.follow(table, this.#settings.viewWords)) {
      this.#open.close();
      this.#openById(openId);
      this.#fromTop = true;
    }
    if (this.#openById(this.#wantedId)) this.#wantedId = null;
  }

  #openById(id: string | null): boolean {
    const { table } = this.#view;
    const row = table && id !== null ? findRecord(table, id) : -1;
    if (row < 0) return false;
    this.#open.show(row);
    this.#restored = true;
    return true;
  }

  get #openId(): string | null {
    const { row } = this.#open;
    return row < 0 ? null : (this.#view.table?.recordId.at(row) ?? null);
  }

  #act(action: string): void {
    const subject = this.#subjectOf(this.#open.row);
    if (subject) this.dispatchEvent(actionEvent(subject, action, this.asOf ?? null));
  }

  #tellSelect(row: number, selected: boolean): void {
    const subject = this.#subjectOf(row);
    if (subject) this.dispatchEvent(selectEvent(subject, selected));
    this.#tellView();
  }

  #tellView(): void {
    this.dispatchEvent(new PayexViewChangeEvent({ viewState: this.viewState }));
  }

  #subjectOf(row: number): EventSubject | null {
    const { table } = this.#view;
    if (!table || row < 0) return null;
    return { table, row, words: this.#frame.words, ids: this.ids };
  }
}

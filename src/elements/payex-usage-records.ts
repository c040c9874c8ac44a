import { html, nothing, type TemplateResult } from 'lit';
import { BasketRows } from '../controllers/basket.js';
import { DefaultsController } from '../controllers/defaults.js';
import { LanguageController } from '../controllers/locale.js';
import { RecordsViewing } from '../controllers/records-viewing.js';
import { readFilter, type ReadRecordsState } from '../controllers/records-view.js';
import { resolveSettings, type Settings, valid } from '../controllers/settings.js';
import { isTable, NO_TABLE } from '../controllers/tables.js';
import {
  PayexActionEvent,
  PayexAuditEvent,
  type RecordsViewState,
  type UsageIds,
} from '../events.js';
import type { Localizer } from '../i18n/index.js';
import type { Basket } from '../model/basket.js';
import type { GroupField, TableFilter, TableSort } from '../model/table-view.js';
import type { UsageTable } from '../model/usage-table.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { recordsStyles } from './payex-usage-records.styles.js';
import type { Form, Itemised } from './itemised.js';
import { renderKeys } from './keys.js';
import { groupStyles } from './records/groups.styles.js';
import { itemisedRecords } from './records/itemised-records.js';
import { SettingsElement } from './settings-element.js';
import { cardStyles } from './records/cards.styles.js';
import { cellStyles } from './records/cells.styles.js';
import { gridStyles } from './records/grid.styles.js';
import { renderAfterRows, renderGrid } from './records/grid.js';
import { plainRecord, selectEvent } from './records/plain-record.js';
import { renderRecordDetail } from './records/record-detail.js';
import { RowDisplay } from './records/row-display.js';
import type { Frame, Shown } from './records/shown.js';
import { renderToolbar } from './records/toolbar.js';

/** The last keystroke waits this long for another one; milliseconds. */
const TYPING_PAUSE = 100;

const PLAIN: readonly GroupField[] = [];

/**
 * Usage records of any number: sort, filter, totals, and the detail of one. It fetches nothing.
 *
 * The colours, the font and the corners of `<payex-usage>` are its own too.
 *
 * @tag payex-usage-records
 * @summary A table of usage records that a host or `<payex-usage>` fills.
 *
 * @fires {PayexSelectEvent} payexselect - A record was opened or closed; where several can be selected: it
 *   was put into the selection or taken out of it.
 * @fires {PayexActionEvent} payexaction - A host action was started on the open record.
 * @fires {PayexAuditEvent} payexaudit - A masked number was shown on demand, or records have left as a file or on paper.
 * @fires {PayexViewChangeEvent} payexviewchange - Filter, sort, open or selected records have changed by
 *   hand.
 *
 * @csspart toolbar - Search and filters.
 * @csspart status - How many records, their total, and what it lacks.
 * @csspart grid - The scrolling grid.
 * @csspart header - The row of column headings, which sort.
 * @csspart row - One record, or a group of them.
 * @csspart detail - Everything known of the open record.
 * @csspart action - A host action.
 * @csspart empty - What is said when there are no records to show.
 *
 * @cssproperty [--payex-usage-records-height=60vh] - Greatest height of the grid; five rows at least.
 * @cssproperty [--payex-usage-row-height=36px] - Height of a row in columns; text that is larger wins.
 * @cssproperty [--payex-usage-gutter=16px] - Space at either side.
 */
export class PayexUsageRecords extends SettingsElement {
  static override styles = [
    tokens,
    base,
    recordsStyles,
    gridStyles,
    cellStyles,
    groupStyles,
    cardStyles,
  ];

  static override properties = {
    ...SettingsElement.properties,
    records: { attribute: false },
    asOf: { attribute: 'as-of' },
    ids: { attribute: false },
    busy: { type: Boolean },
    localizer: { attribute: false },
    basket: { attribute: false },
    others: { attribute: false },
    cutOff: { attribute: false },
    cutWords: { attribute: false },
    viewState: { attribute: false },
  };

  /** The records; build them with `UsageTable.create()` and `append()`. Call `refresh()` after more. */
  declare records: UsageTable | null | undefined;
  /** ISO instant of the answer behind the records, of several the oldest; goes with actions, files and paper. */
  declare asOf: string | undefined;

  /** Whose records these are: goes with events. */
  declare ids: UsageIds | undefined;
  /** Records are on their way: until the first of them, grey bars stand where they will be. */
  declare busy: boolean | undefined;
  /** @internal Words shared by `<payex-usage>`, in place of `locale` and `messages`. */
  declare localizer?: Localizer;
  /** @internal Selected records that `<payex-usage>` keeps, in place of the element's own. */
  declare basket?: Basket;
  /** @internal Other usage of the customer at hand: what began earlier tells which numbers are new. */
  declare others?: readonly UsageTable[];
  /** @internal Wall ms: what is older came late, after older usage was cut off. */
  declare cutOff?: number;
  /** @internal Which that is. */
  declare cutWords?: string;

  readonly #defaults = new DefaultsController(this);
  readonly #language = new LanguageController(this);
  readonly #display = new RowDisplay(this);
  readonly #viewing = new RecordsViewing(this);
  readonly #basketRows = new BasketRows();
  #settings!: Settings;
  #typing?: ReturnType<typeof setTimeout>;

  /** Filter, sort, open and selected records as plain JSON; setting it shows exactly that and fires nothing. */
  get viewState(): RecordsViewState {
    return this.#viewing.viewState;
  }

  set viewState(value: RecordsViewState) {
    if (this.#viewing.restore(value)) this.#display.restart('');
  }

  /** Shows what was appended to `records`; the place and the focus stay. */
  refresh(): void {
    this.requestUpdate();
  }

  /** Leads the keyboard to the rows. */
  override focus(options: FocusOptions = {}): void {
    void this.updateComplete.then(() => this.#focus('.grid', options));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override willUpdate(): void {
    const page = this.#defaults.value;
    this.#settings = resolveSettings(this, page);
    const { numberPolicy, audience, locale, messages } = this.#settings;
    const localizer = this.localizer ?? this.#language.localizer(locale, messages);
    const usageTypes = this.usageTypes ?? page.usageTypes;
    const table = valid('records', this.records, isTable, NO_TABLE);
    if (table !== this.#shown.table) {
      this.#viewing.row = -1;
      this.#display.restart(null);
    }
    const { filter, sort, groupBy = PLAIN } = this.#viewing.state;
    // The final layout at once: nothing moves when the records come.
    const waiting = Boolean(this.busy) && table === NO_TABLE;
    const words = { localizer, usageTypes, numberPolicy, audience };
    const { cutOff, cutWords } = this;
    const view = { filter, sort, groupBy, waiting, multiple: this.selection === 'multiple' };
    const source = { table, version: table.version, cutOff, cutWords, ...view, ...words };
    this.#basketRows.follow(table, this.#basket, this);
    const { shown } = this.#display;
    const isAsCovered = numberPolicy === shown.numberPolicy && audience === shown.audience;
    // Another policy covers what was uncovered, also for the time when the old one is back.
    this.#viewing.revealed &&= isAsCovered;
    // Nor does anything leave that is shown no more.
    if (table !== shown.table || !isAsCovered) this.itemising.stop();
    if (this.#display.isOther(source)) {
      if (this.#viewing.follow(table)) this.#display.start = this.#viewing.row;
      this.#display.derive(source, this.#viewing.row);
    }
    if (this.selection === 'none') this.#viewing.open(-1);
  }

  protected override firstUpdated(): void {
    this.#display.scroller.hostConnected();
  }

  protected override updated(): void {
    const row = this.selection === 'none' ? null : this.#viewing.row;
    const checked = this.#shown.multiple ? this.#basketRows.rows : null;
    this.#display.draw(row, checked, this.others ?? [], Boolean(this.busy));
  }

  get #shown(): Shown {
    return this.#display.shown;
  }

  get #basket(): Basket {
    return this.basket ?? this.#viewing.basket;
  }

  protected override render(): TemplateResult {
    const { localizer, table, rows } = this.#shown;
    const frame: Frame = {
      ...this.#shown,
      ...this.#actions,
      row: this.#viewing.row,
      revealed: this.#viewing.revealed,
      busy: Boolean(this.busy),
      painted: this.#display.painted,
      label: this.label || localizer.text('records'),
      level: this.level,
      // The default of the settings would be a guess here.
      timeZone: this.timeZone || this.#defaults.value.timeZone,
      hostActions: this.#settings.actions,
      itemising: this.itemising,
      keys: this.localizer ? nothing : renderKeys(localizer),
    };
    return html`
      <div class="root" lang=${localizer.locale} @click=${this.#click} @keydown=${this.#key}>
        ${table.length + rows.length > 0 ? renderToolbar(frame) : nothing}
        <div class="split">
          <div class="list">
            ${renderGrid(frame)} ${table === NO_TABLE ? nothing : renderAfterRows(frame)}
          </div>
          ${this.#viewing.row < 0 ? nothing : renderRecordDetail(frame)}
        </div>
        <div class="ears-only" role="status"></div>
      </div>
    `;
  }

  protected override itemised(form: Form): Itemised | null | undefined {
    const { expected, table } = this.#shown;
    // Rows of before would stand below the filter of now, and flagged ones without their flags.
    if (this.#display.isUnderWay(Boolean(this.busy))) return undefined;
    if (expected || table === NO_TABLE) return null;
    return itemisedRecords(form, this.#shown, {
      ids: this.ids,
      asOf: Date.parse(this.asOf ?? ''),
      timeZone: this.#settings.timeZone,
      busy: Boolean(this.busy),
    });
  }

  /** What a person can do. */
  readonly #actions = {
    type: ({ target }: Event): void => {
      const filter = (): void =>
        this.#actions.filterBy({ text: (target as HTMLInputElement).value });
      clearTimeout(this.#typing);
      this.#typing = setTimeout(filter, TYPING_PAUSE);
    },
    filterBy: (change: TableFilter): void => {
      const { filter } = this.#viewing.state;
      const next = readFilter({ ...filter, ...change });
      if (JSON.stringify(next) !== JSON.stringify(filter)) this.#change({ filter: next });
    },
    clear: (): void => {
      // What is half typed is no value yet: clearing has to empty the fields themselves.
      for (const field of this.renderRoot.querySelectorAll('input')) field.value = '';
      this.#change({ filter: {} });
      // The button that was pressed disappears.
      this.#focus('.search');
    },
    sortBy: (sort: TableSort, heading: string): void => {
      const order = this.#shown.localizer.text(sort.descending ? 'descending' : 'ascending');
      this.#change({ sort }, `${heading}, ${order}`);
    },
    groupRows: (groupBy: ReadRecordsState['groupBy']): void => this.#change({ groupBy }),
    seek: (step: 1 | -1): void => {
      this.#display.scroller.seek(step);
      this.#focus('.grid');
    },
    scroll: (): void => this.#display.scrolled(),
    close: (): void => this.#toggle(this.#viewing.row),
    reveal: (): void => {
      this.#viewing.revealed = true;
      this.requestUpdate();
      this.dispatchEvent(new PayexAuditEvent({ action: 'reveal', count: 1 }));
    },
    act: (action: string): void => {
      const record = plainRecord(this.#shown, this.#viewing.row);
      const totals = record.money ? [record.money] : [];
      const about = { ...this.#idsOf(this.#viewing.row), asOf: this.asOf ?? null };
      this.dispatchEvent(new PayexActionEvent({ ...about, action, records: [record], totals }));
    },
  };

  #click({ target }: Event): void {
    const isCheck = (target as Element).matches('.check');
    // The header is row 1; what is no row has no index.
    this.#choose(Number((target as Element).closest('.row')?.ariaRowIndex) - 2, isCheck);
  }

  #key(event: KeyboardEvent): void {
    const { key, altKey, metaKey } = event;
    const target = event.target as Element;
    if (key === 'Escape') {
      // In a field Escape belongs to the field.
      if (this.#viewing.row < 0 || target.matches('input, select')) return;
      this.#toggle(this.#viewing.row);
    } else if (key === 'ArrowDown' && target.matches('.search')) this.focus();
    else if (!target.matches('.grid') || altKey || metaKey) return;
    else if (key === 'Enter' || key === ' ') {
      this.#choose(this.#display.scroller.active, key === ' ' && this.#shown.multiple);
    } else if (!this.#display.scroller.move(key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Shows a change by hand, says aloud what it came to, and tells the host. */
  #change(change: Partial<ReadRecordsState>, words = ''): void {
    this.#viewing.state = { ...this.#viewing.state, ...change };
    this.#display.restart(words);
    this.requestUpdate();
    // At once: Lit has to know what the fields show before a listener sets another state.
    this.performUpdate();
    this.#viewing.tell();
  }

  /**
   * Opens the record at a position of the view, or closes it when it is the open one.
   *
   * @param isCheck puts it into the basket instead, or takes it out.
   */
  #choose(index: number, isCheck: boolean): void {
    const line = this.#shown.lines[index];
    if (line === undefined || this.#shown.expected) return;
    this.#display.scroller.activate(index);
    if (this.#display.groups.toggle(line) || this.selection === 'none') return;
    if (isCheck) this.#check(line);
    else this.#toggle(line);
  }

  /** Puts a record into the basket, or takes it out. */
  #check(row: number): void {
    this.#tellSelect(row, this.#basketRows.toggle(row, this.#basket, this));
    this.#viewing.tell();
  }

  #toggle(row: number): void {
    const selected = row !== this.#viewing.row;
    const inDetail = this.renderRoot.querySelector('.detail:focus-within');
    if (selected) {
      this.#viewing.open(row, this.#shown.table.recordId.at(row) ?? undefined);
      void this.updateComplete.then(() => {
        this.renderRoot.querySelector('.detail .heading')?.scrollIntoView({ block: 'nearest' });
      });
    } else this.#viewing.open(-1);
    if (inDetail) this.#focus('.grid');
    // Where several can be selected, to open one is to look at it.
    if (!this.#shown.multiple) this.#tellSelect(row, selected);
    this.#viewing.tell();
  }

  #tellSelect(row: number, selected: boolean): void {
    this.dispatchEvent(selectEvent(this.#idsOf(row), plainRecord(this.#shown, row), selected));
  }

  #focus(selector: string, options: FocusOptions = { preventScroll: true }): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus(options);
  }

  #idsOf(row: number): UsageIds {
    const subscriptionNo = this.#shown.table.subscriptionNo.at(row) ?? this.ids?.subscriptionNo;
    return { ...this.ids, subscriptionNo };
  }
}

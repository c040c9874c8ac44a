import { html, nothing, type TemplateResult } from 'lit';
import { BasketRows, plainBasket, restoreBasket } from '../controllers/basket.js';
import { DefaultsController } from '../controllers/defaults.js';
import { LanguageController } from '../controllers/locale.js';
import { plain } from '../controllers/plain.js';
import {
  findRecord,
  isTable,
  NO_TABLE,
  readFilter,
  readViewState,
  type ReadViewState,
  withoutNumber,
} from '../controllers/records-view.js';
import { clamp } from '../controllers/row-window.js';
import { resolveSettings, type Settings, valid } from '../controllers/settings.js';
import {
  PayexActionEvent,
  PayexAuditEvent,
  PayexViewChangeEvent,
  type RecordsViewState,
  type UsageIds,
} from '../events.js';
import type { Localizer } from '../i18n/index.js';
import { Basket } from '../model/basket.js';
import type { GroupField, TableFilter, TableSort } from '../model/table-view.js';
import type { UsageTable } from '../model/usage-table.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { recordsStyles } from './payex-usage-records.styles.js';
import type { Form, Itemised } from './itemised.js';
import { renderKeys } from './keys.js';
import { itemisedRecords } from './records/itemised-records.js';
import { SettingsElement } from './settings-element.js';
import { gridStyles } from './records/grid.styles.js';
import { afterRows, grid } from './records/grid.js';
import { plainRecord, selectEvent } from './records/plain-record.js';
import { recordDetail } from './records/record-detail.js';
import { RowDisplay } from './records/row-display.js';
import type { Frame, Shown } from './records/shown.js';
import { toolbar } from './records/toolbar.js';

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
  static override styles = [tokens, base, recordsStyles, gridStyles];

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
  /** ISO instant of the newest answer behind the records; goes with actions. */
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
  readonly #ownBasket = new Basket(() => this.requestUpdate());
  readonly #basketRows = new BasketRows();
  #settings!: Settings;
  /** The record id is that of the open record, or of the one to be opened once it is there. */
  #state = readViewState(null);
  /** Row of the open record, -1 for none. */
  #row = -1;
  /** The number of the open record is uncovered. */
  #revealed = false;
  #typing?: ReturnType<typeof setTimeout>;
  /** The view state that the last event told. */
  #told: RecordsViewState | null = null;

  /** Filter, sort, open and selected records as plain JSON; setting it shows exactly that and fires nothing. */
  get viewState(): RecordsViewState {
    const { items } = this.#ownBasket;
    const selected = items.length > 0 ? plainBasket(items) : undefined;
    return plain({ ...this.#state, selected }) as RecordsViewState;
  }

  set viewState(value: RecordsViewState) {
    const state = readViewState(value);
    // A host that writes back what it was told must not move the agent.
    if (value === this.#told) return;
    restoreBasket(this.#ownBasket, (value as RecordsViewState | null)?.selected);
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#open(-1);
    this.#state = state;
    this.#display.restart(null);
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
    const localizer = this.localizer ?? this.#language.words(locale, messages);
    const usageTypes = this.usageTypes ?? page.usageTypes;
    const table = valid('records', this.records, isTable, NO_TABLE);
    if (table !== this.#shown.table) {
      this.#row = -1;
      this.#display.restart(null);
    }
    const { filter, sort, groupBy = PLAIN } = this.#state;
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
    this.#revealed &&= isAsCovered;
    // Nor does anything leave that is shown no more.
    if (table !== shown.table || !isAsCovered) this.itemising.stop();
    if (this.#display.isOther(source)) {
      this.#followOpen(table);
      this.#display.derive(source, this.#row);
    }
    if (this.selection === 'none') this.#open(-1);
  }

  protected override firstUpdated(): void {
    this.#display.scroller.hostConnected();
  }

  protected override updated(): void {
    const row = this.selection === 'none' ? null : this.#row;
    const checked = this.#shown.multiple ? this.#basketRows.rows : null;
    this.#display.draw(row, checked, this.others ?? [], Boolean(this.busy));
  }

  get #shown(): Shown {
    return this.#display.shown;
  }

  get #basket(): Basket {
    return this.basket ?? this.#ownBasket;
  }

  protected override render(): TemplateResult {
    const { localizer, table, rows } = this.#shown;
    const frame: Frame = {
      ...this.#shown,
      ...this.#actions,
      row: this.#row,
      revealed: this.#revealed,
      busy: Boolean(this.busy),
      painted: this.#display.painted,
      label: this.label || localizer.text('records'),
      headingLevel: clamp(this.headingLevel || 2, 1, 6),
      // The default of the settings would be a guess here.
      timeZone: this.timeZone || this.#defaults.value.timeZone,
      hostActions: this.#settings.actions,
      itemising: this.itemising,
      keys: this.localizer ? nothing : renderKeys(localizer),
    };
    return html`
      <div class="root" lang=${localizer.locale} @click=${this.#click} @keydown=${this.#key}>
        ${table.length + rows.length > 0 ? toolbar(frame) : nothing}
        <div class="split">
          <div class="list">${grid(frame)} ${table === NO_TABLE ? nothing : afterRows(frame)}</div>
          ${this.#row < 0 ? nothing : recordDetail(frame)}
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
      const { filter } = this.#state;
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
    groupRows: (groupBy: ReadViewState['groupBy']): void => this.#change({ groupBy }),
    seek: (step: 1 | -1): void => {
      this.#display.scroller.seek(step);
      this.#focus('.grid');
    },
    scroll: (): void => this.#display.scrolled(),
    close: (): void => this.#toggle(this.#row),
    reveal: (): void => {
      this.#revealed = true;
      this.requestUpdate();
      this.dispatchEvent(new PayexAuditEvent({ action: 'reveal', count: 1 }));
    },
    act: (action: string): void => {
      const record = plainRecord(this.#shown, this.#row);
      const totals = record.money ? [record.money] : [];
      const about = { ...this.#idsOf(this.#row), asOf: this.asOf ?? null };
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
      if (this.#row < 0 || target.matches('input, select')) return;
      this.#toggle(this.#row);
    } else if (key === 'ArrowDown' && target.matches('.search')) this.focus();
    else if (!target.matches('.grid') || altKey || metaKey) return;
    else if (key === 'Enter' || key === ' ') {
      this.#choose(this.#display.scroller.active, key === ' ' && this.#shown.multiple);
    } else if (!this.#display.scroller.move(key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Shows a change by hand, says aloud what it came to, and tells the host. */
  #change(change: Partial<ReadViewState>, words = ''): void {
    this.#state = { ...this.#state, ...change };
    this.#display.restart(words);
    this.requestUpdate();
    // At once: Lit has to know what the fields show before a listener sets another state.
    this.performUpdate();
    this.#tellView();
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
    this.#tellView();
  }

  #toggle(row: number): void {
    const selected = row !== this.#row;
    const inDetail = this.renderRoot.querySelector('.detail:focus-within');
    if (selected) {
      this.#open(row, this.#shown.table.recordId.at(row) ?? undefined);
      void this.updateComplete.then(() => {
        this.renderRoot.querySelector('.detail .heading')?.scrollIntoView({ block: 'nearest' });
      });
    } else this.#open(-1);
    if (inDetail) this.#focus('.grid');
    // Where several can be selected, to open one is to look at it.
    if (!this.#shown.multiple) this.#tellSelect(row, selected);
    this.#tellView();
  }

  #tellSelect(row: number, selected: boolean): void {
    this.dispatchEvent(selectEvent(this.#idsOf(row), plainRecord(this.#shown, row), selected));
  }

  /** Whatever opens another record or closes it covers again what was uncovered. */
  #open(row: number, recordId?: string): void {
    this.#row = row;
    this.#state = { ...this.#state, recordId };
    this.#revealed = false;
    this.requestUpdate();
  }

  /** The open record stays open, covered, where a table fetched anew holds it too. */
  #followOpen(table: UsageTable): void {
    const { recordId } = this.#state;
    if (this.#row >= 0 || recordId === undefined) return;
    const row = findRecord(table, recordId);
    if (row < 0) return;
    this.#open(row, recordId);
    this.#display.start = row;
  }

  #focus(selector: string, options: FocusOptions = { preventScroll: true }): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus(options);
  }

  #idsOf(row: number): UsageIds {
    const subscriptionNo = this.#shown.table.subscriptionNo.at(row) ?? this.ids?.subscriptionNo;
    return { ...this.ids, subscriptionNo };
  }

  #tellView(): void {
    this.#told = withoutNumber(this.viewState);
    this.dispatchEvent(new PayexViewChangeEvent({ viewState: this.#told }));
  }
}

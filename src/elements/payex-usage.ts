import { html, nothing, type TemplateResult } from 'lit';
import { usageError } from '../api/errors.js';
import type { Fetcher, MapUsageDetail, MapUsageSummary } from '../api/index.js';
import {
  configure,
  DefaultsController,
  type InvoiceInfo,
  type InvoiceSource,
} from '../controllers/defaults.js';
import { LanguageController } from '../controllers/locale.js';
import { followPage } from '../controllers/page-events.js';
import { RowsInViewController } from '../controllers/rows-in-view.js';
import { PlacesController } from '../controllers/places.js';
import { SessionController } from '../controllers/session.js';
import { InvoiceOwners, resolveSettings, type Settings } from '../controllers/settings.js';
import { type Explanation, type ViewState } from '../events.js';
import type { Localizer } from '../i18n/index.js';
import type { NumberRules } from '../model/number-rules.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import type { Form, Itemised } from './itemised.js';
import type { PayexUsageRecords } from './payex-usage-records.js';
import { SettingsElement } from './settings-element.js';
import { frameStyles } from './payex-usage.styles.js';
import { VERSION } from '../version.js';
import { frameActs } from './usage/acts.js';
import { renderBasket } from './usage/basket.js';
import { renderBanner, renderHeader, renderPlaceToolbar, renderTrail } from './usage/chrome.js';
import { frameFacts } from './usage/facts.js';
import {
  FIRST_ROWS,
  type FrameActs,
  type FrameSource,
  type Look,
  type UsageFrame,
} from './usage/frame.js';
import { askedOf } from './usage/find.js';
import { itemisedOverview } from './usage/itemised-overview.js';
import { listStyles } from './usage/lists.styles.js';
import { renderWhy } from './usage/overview.js';
import { renderPlace } from './usage/place.js';
import { explanationOf } from './usage/sentence.js';
import { statusWords } from './usage/status.js';
import { summaryStyles } from './usage/summary.styles.js';
import { timelineStyles } from './usage/timeline.styles.js';

/** More of the list is drawn when fewer rows than these are left below the screen. */
const ROWS_AHEAD = 30;

/**
 * A customer's billed and unbilled usage from the PayEx Billing Usage API: total, usage types,
 * subscriptions, and the single usage records below them.
 *
 * Authentication belongs to the host: it sets `fetcher`. Nothing throws on a bad value; what is wrong is
 * said in the element, and by `payexerror` or one console warning.
 *
 * @tag payex-usage
 * @summary Billed and unbilled usage with drill-down to the usage record.
 *
 * @fires {PayexSelectEvent} payexselect - A row was chosen: a subscription, usage type or record.
 * @fires {PayexNavigateEvent} payexnavigate - The agent is about to go elsewhere; cancelable.
 * @fires {PayexViewChangeEvent} payexviewchange - The view, filters or sort have changed.
 * @fires {PayexLoadEvent} payexload - Data has arrived.
 * @fires {PayexErrorEvent} payexerror - A failure is final.
 * @fires {PayexAuthEvent} payexauth - A 401 came: renew, and hand the promise to `waitUntil`.
 * @fires {PayexActionEvent} payexaction - A host action was started on a record, on those selected, or on a comparison.
 * @fires {PayexAuditEvent} payexaudit - A masked number was shown on demand, or something has left as text, as a file or on paper.
 *
 * @csspart header - Title, customer and the choice of view.
 * @csspart toolbar - Invoice, preliminary or final, period and freshness.
 * @csspart banner - What is stale, paused or waited for.
 * @csspart error - A failure with its next step.
 * @csspart empty - A calm sentence where there is nothing to list.
 * @csspart trail - The way back, and the subscription that is open.
 * @csspart summary - Total and usage types, above the list or the records.
 * @csspart total - The leading sum.
 * @csspart explanation - The sentence about a comparison.
 * @csspart drivers - The table of what makes the difference.
 * @csspart types - The table of usage types with its bars.
 * @csspart days - Usage by day.
 * @csspart subscriptions - The table of subscriptions.
 * @csspart subscription - One of its rows.
 * @csspart basket - The records that were selected: how many, their sums, and what to do with them.
 * @csspart action - A host action on them.
 * @csspart hits - The table of records that a search has found.
 *
 * @cssproperty [--payex-usage-font=system-ui] - Type face.
 * @cssproperty [--payex-usage-font-size=14px] - Size of the text; all other sizes follow it.
 * @cssproperty [--payex-usage-surface] - Background.
 * @cssproperty [--payex-usage-raised] - Background of column headings, the open record and calm banners.
 * @cssproperty [--payex-usage-ink] - Text.
 * @cssproperty [--payex-usage-soft] - Secondary text.
 * @cssproperty [--payex-usage-line] - Hairlines and skeletons.
 * @cssproperty [--payex-usage-edge] - Borders of controls, at least 3:1 against the surface.
 * @cssproperty [--payex-usage-tint] - Background of what is selected or pointed at.
 * @cssproperty [--payex-usage-accent] - The one accent colour.
 * @cssproperty [--payex-usage-warning] - Text of flags and warnings.
 * @cssproperty [--payex-usage-warning-tint] - Background of flags and warnings.
 * @cssproperty [--payex-usage-kind-call] - Bars of calls.
 * @cssproperty [--payex-usage-kind-message] - Bars of messages.
 * @cssproperty [--payex-usage-kind-data] - Bars of data and roaming.
 * @cssproperty [--payex-usage-kind-premium] - Bars of premium-rate usage.
 * @cssproperty [--payex-usage-kind-other] - Bars of everything else.
 * @cssproperty [--payex-usage-radius=6px] - Corners.
 * @cssproperty [--payex-usage-gutter=16px] - Space at the sides.
 * @cssproperty [--payex-usage-row-height=36px] - Height of a row; 28px when compact.
 * @cssproperty [--payex-usage-records-height=60vh] - Greatest height of the table of records.
 */
export class PayexUsage extends SettingsElement {
  static override styles = [tokens, base, frameStyles, summaryStyles, listStyles, timelineStyles];
  static readonly version = VERSION;
  /** Sets defaults for all elements of the page, as the exported function does. */
  static readonly configure = configure;

  static override properties = {
    ...SettingsElement.properties,
    ownerNo: { attribute: 'owner-no' },
    customerNo: { attribute: 'customer-no' },
    invoiceNo: { attribute: 'invoice-no' },
    invoiceNos: { attribute: 'invoice-nos' },
    subscriptionNo: { attribute: 'subscription-no' },
    view: {},
    compareWith: { attribute: 'compare-with' },
    apiBase: { attribute: 'api-base' },
    currency: {},
    vatBasis: { attribute: 'vat-basis' },
    fetcher: { attribute: false },
    invoices: { attribute: false },
    invoiceSource: { attribute: false },
    labels: { attribute: false },
    numberRules: { attribute: false },
    mapUsageDetail: { attribute: false },
    mapUsageSummary: { attribute: false },
    viewState: { attribute: false },
  };

  /** Ledger number: part of every route, and not to be had from the customer number. */
  declare ownerNo: string | undefined;
  /** Whose unbilled usage is shown. */
  declare customerNo: string | undefined;
  /** The invoice shown as billed. */
  declare invoiceNo: string | undefined;
  /** Invoices to choose from, separated by spaces, newest first. */
  declare invoiceNos: string | undefined;
  /** Opens this subscription. */
  declare subscriptionNo: string | undefined;
  /** `unbilled`, `billed`, `compare` or `find`; by default unbilled, or billed without a customer. */
  declare view: string | undefined;
  /** The invoice on the other side of `compare`; by default the next older one. */
  declare compareWith: string | undefined;
  /** In front of `/billing/usage/v1/…`; by default the page's own origin. */
  declare apiBase: string | undefined;
  /** ISO 4217, only where the payload states none. */
  declare currency: string | undefined;
  /** `included` or `excluded`, only where the payload does not say. */
  declare vatBasis: string | undefined;

  /** Makes the calls, shaped like `fetch`; compared by reference. */
  declare fetcher: Fetcher | undefined;
  /** Invoices to choose from, newest first, with what the ledger knows of them, or their numbers alone. */
  declare invoices: readonly (InvoiceInfo | string)[] | undefined;
  /** Asked for the customer's invoices once the agent looks at what is billed, compares or searches. */
  declare invoiceSource: InvoiceSource | undefined;
  /** Names of subscriptions by number. */
  declare labels: Readonly<Record<string, string>> | undefined;
  /** Patterns of premium, free, roaming and international numbers, and the home country, in place of ours. */
  declare numberRules: NumberRules | undefined;
  /** Reads one row of usage details, in place of the alias table. */
  declare mapUsageDetail: MapUsageDetail | undefined;
  /** Reads one row of usage summaries, in place of the alias table. */
  declare mapUsageSummary: MapUsageSummary | undefined;

  readonly #defaults = new DefaultsController(this);
  readonly #language = new LanguageController(this);
  readonly #invoiceOwners = new InvoiceOwners();
  readonly #places: PlacesController = new PlacesController(
    this,
    () => this.#session.defaultInvoice,
    () => this.#session.basket.items,
  );
  readonly #session = new SessionController(this, this.#places);

  readonly #rows: RowsInViewController;
  #settings: Settings = resolveSettings({}, {});
  #localizer!: Localizer;
  /** Where the focus goes when the next place has been drawn: a selector in our root. */
  #focusNext: string | null = null;
  #look: Look = {
    typing: null,
    said: '',
    copied: '',
    byAmount: false,
    rows: FIRST_ROWS,
    from: null,
  };
  /** Subscriptions of the list that are not drawn yet. */
  #undrawn = 0;
  #broken = false;

  constructor() {
    super();
    this.#rows = new RowsInViewController(this, (nos, below) => {
      this.#session.look(nos);
      if (below < ROWS_AHEAD) this.#drawMore();
    });
    followPage(this, this.#session);
  }

  /** Where the agent is, as plain JSON; set it to go exactly there. */
  get viewState(): ViewState {
    return this.#places.viewState;
  }

  set viewState(state: ViewState) {
    this.#places.restore(state);
  }

  /** Fetches what is shown once more; what is there stays until the answer has come. */
  reload(): void {
    if (!this.isConnected) return;
    this.#session.reload();
    this.#change({ said: '' });
  }

  /** Forgets all data at once: blank until the customer changes, `reload()`, or the agent goes on. */
  clear(): void {
    if (this.isConnected) this.#session.clear();
  }

  /**
   * Goes to `find` and searches the unbilled usage and the invoices at hand for what a caller remembers:
   * a day, a time, an amount, a piece of a number, a destination, in any order.
   */
  find(text: string): void {
    if (!this.isConnected) return;
    this.#session.resume();
    const { basket } = this.viewState;
    this.#places.restore({ view: 'find', question: text, basket });
  }

  /**
   * Why the newer side of the comparison is higher or lower than the older one, with all that is fetched for
   * it: the sides of the place, else the default ones. Empty where there are not two, and outside the page.
   */
  async explain(): Promise<Explanation> {
    // What was set a moment before counts; an element that never was in a page waits for it.
    if (this.isConnected) await this.updateComplete;
    const compared = this.isConnected ? await this.#session.comparing.ask() : null;
    return compared
      ? explanationOf({ localizer: this.#localizer, settings: this.#settings }, compared)
      : { text: '', drivers: [] };
  }

  /**
   * Outside the page nothing is fetched, drawn or told, and the return starts with a render; but whose the
   * host's invoices are is settled by when they come.
   */
  protected override shouldUpdate(): boolean {
    super.shouldUpdate();
    this.#settings = resolveSettings(this, this.#defaults.value, this.#invoiceOwners);
    return this.isConnected;
  }

  protected override willUpdate(): void {
    this.#localizer = this.#language.localizer(this.#settings.locale, this.#settings.messages);
    this.#places.follow(this.#settings);
    const { turn } = this.#session;
    this.#session.follow(this.#settings, () =>
      askedOf(this.#localizer, this.#settings, this.#places.question),
    );
    if (this.#session.turn === turn) return;
    this.#look = { ...this.#look, rows: FIRST_ROWS, from: null };
    this.itemising.stop();
  }

  /**
   * Nothing leaves the element as an exception, and it is never a blank box: faults of the page too. A
   * button that goes away with what it stood in leaves its focus to its row, or to the title.
   */
  protected override performUpdate(): void {
    if (this.#broken) return;
    const root = this.renderRoot as ShadowRoot;
    const focused = root.activeElement;
    const home = focused?.closest('tr, .chooser, .basket');
    try {
      super.performUpdate();
      const title = root.querySelector<HTMLElement>('.title');
      if (focused && !root.querySelector(':focus-within')) {
        const near = home?.isConnected && home.querySelector<HTMLElement>('.open, select, summary');
        (near || title)?.focus();
      }
      if (title?.textContent || !this.isConnected) return;
    } catch {
      // The words below say what an exception of Lit would: its text may quote data.
    }
    this.#breakDown();
  }

  protected override render(): TemplateResult {
    const frame = this.#frame();
    const body = [
      renderPlaceToolbar(frame),
      renderBanner(frame),
      renderTrail(frame),
      renderPlace(frame),
      html`<div class="dock">${renderWhy(frame)} ${renderBasket(frame)}</div>`,
    ];
    // In another position Lit draws it from scratch.
    const fresh = this.#session.turn % 2 ? [body] : [nothing, body];
    return html`
      <section
        aria-label=${this.label || this.#localizer.text('title')}
        lang=${this.#localizer.locale}
      >
        ${renderHeader(frame)} ${fresh}
        <p class="ears-only" role="status">${statusWords(frame)}</p>
      </section>
    `;
  }

  protected override updated(): void {
    if (this.#focusNext === null) return;
    const next = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    // A row far down the list is reached step by step: a step is short enough for the page to breathe.
    if (!next && this.#undrawn > 0) setTimeout(() => this.#drawMore());
    else {
      this.#focusNext = null;
      next?.focus();
    }
  }

  /** The table of records where there is one, and it tells of it itself; else the overview. */
  protected override itemised(form: Form): Itemised | null {
    const table = this.renderRoot.querySelector<PayexUsageRecords>('payex-usage-records');
    table?.itemising.want(form);
    return table ? null : itemisedOverview(this.#frame());
  }

  #drawMore(): void {
    if (this.#undrawn > 0) this.#change({ rows: this.#look.rows + FIRST_ROWS });
  }

  #frame(): UsageFrame {
    const source: FrameSource = {
      localizer: this.#localizer,
      settings: this.#settings,
      session: this.#session,
      places: this.#places,
    };
    const facts = frameFacts(source);
    const drawn = facts.overview?.count ?? facts.compared?.told?.comparison.drivers.length ?? 0;
    this.#undrawn = drawn - this.#look.rows;
    return {
      ...source,
      ...facts,
      host: this,
      isOutOfSight: (row, no) => this.#rows.isOutOfSight(row, no),
      retrySeconds: this.#session.countDown(),
      level: this.level,
      ...this.#look,
      ...this.#acts,
    };
  }

  #change(look: Partial<Look>, focus: string | null = this.#focusNext): void {
    this.#look = { ...this.#look, ...look };
    this.#focusNext = focus;
    this.requestUpdate();
  }

  /** What the agent can do. */
  readonly #acts: FrameActs = frameActs({
    host: this,
    session: this.#session,
    places: this.#places,
    look: () => this.#look,
    localizer: () => this.#localizer,
    change: (look, focus) => this.#change(look, focus),
  });

  /** Lit cannot draw here, so these words are put in by hand. */
  #breakDown(): void {
    const words = document.createElement('p');
    words.setAttribute('role', 'alert');
    words.textContent = `${this.#localizer.text('errorConfig')} ${this.#localizer.text('nextSupport')}`;
    this.renderRoot.replaceChildren(words);
    this.#broken = true;
    this.#session.report(usageError('render'));
  }
}

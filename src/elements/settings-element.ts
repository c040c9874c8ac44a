import { LitElement, type PropertyDeclarations } from 'lit';
import type { HostAction } from '../controllers/defaults.js';
import { followKeys } from '../controllers/keys.js';
import { clamp } from '../controllers/row-window.js';
import type { MessageOverrides } from '../i18n/index.js';
import type { UsageTypeMap } from '../model/usage-type.js';
import type { Form, Itemised } from './itemised.js';
import { Itemising } from './itemising.js';

/** What a host may say on both elements alike: language, masking, looks; and how what they show leaves them. */
export abstract class SettingsElement extends LitElement {
  static override properties: PropertyDeclarations = {
    locale: {},
    timeZone: { attribute: 'time-zone' },
    numberPolicy: { attribute: 'number-policy' },
    audience: {},
    selection: {},
    theme: { reflect: true },
    density: { reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level' },
    label: {},
    usageTypes: { attribute: false },
    messages: { attribute: false },
    actions: { attribute: false },
  };

  /** BCP 47; by default the closest `lang`, then the browser's. */
  declare locale: string | undefined;
  /** IANA zone for timestamps with an offset; by default Europe/Stockholm. */
  declare timeZone: string | undefined;
  /** How called numbers are shown: `masked` (last three digits), `full` or `hidden`. */
  declare numberPolicy: string | undefined;
  /** `agent` or `customer`: wording, search and masking. */
  declare audience: string | undefined;
  /**
   * `single`: a record is selected by opening it, one at a time. `multiple`: any number is selected beside
   * that, each by its box. `none`: none can be opened.
   */
  declare selection: string;
  /** `auto` follows the page's `color-scheme`; `light` and `dark` beat it. */
  declare theme: string;
  /** `comfortable` or `compact` rows. */
  declare density: string;
  /** Level of the first heading, 1–6; headings below follow it. */
  declare headingLevel: number;
  /** Accessible name; by default what is shown. */
  declare label: string | undefined;
  /** The host's names and kinds of usage types, by code. */
  declare usageTypes: UsageTypeMap | undefined;
  /** Words over those of the language, by key. */
  declare messages: MessageOverrides | undefined;
  /** Actions the host offers on a record, on those selected, and on a comparison; choosing one fires `payexaction`. */
  declare actions: readonly HostAction[] | undefined;

  /** @internal What leaves the element, and how far it is. */
  readonly itemising = new Itemising(this, (form) => this.itemised(form));

  #data: Partial<Pick<SettingsElement, 'usageTypes' | 'messages'>> = {};

  constructor() {
    super();
    this.selection = 'single';
    this.theme = 'auto';
    this.density = 'comfortable';
    this.headingLevel = 2;
    followKeys(this);
  }

  /**
   * Saves what is shown as a CSV file: the rows that the filter leaves, in their order, numbers masked by the
   * policy. Fires `payexaudit`. Does nothing outside the page, or where there is nothing to save: what was set
   * a moment before has to be there first, as `payexload` tells.
   */
  exportCsv(): void {
    this.itemising.want('export');
  }

  /** Prints what `exportCsv()` would save; of more than 20,000 records the first ones, which the paper says. */
  print(): void {
    this.itemising.want('print');
  }

  /** Plain data that a framework writes anew with each render: what says the same stays the same, and so do the rows. */
  protected override shouldUpdate(): boolean {
    for (const name of ['usageTypes', 'messages'] as const) {
      const before = this.#data[name];
      const now = this[name];
      if (before === now) continue;
      if (before && JSON.stringify(before) === JSON.stringify(now)) {
        Object.assign(this, { [name]: before });
      } else this.#data = { ...this.#data, [name]: now };
    }
    return true;
  }

  /** Of the first heading, whatever the host has set. */
  protected get level(): number {
    return clamp(Math.round(this.headingLevel) || 2, 1, 6);
  }

  /** What is shown now, to be itemised; null when that is nothing, undefined when it is to be waited for. */
  protected abstract itemised(form: Form): Itemised | null | undefined;
}

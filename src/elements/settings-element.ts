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
  declare locale?: string;
  /** IANA zone for timestamps with an offset; by default Europe/Stockholm. */
  declare timeZone?: string;
  /** How called numbers are shown: `masked` (last three digits), `full` or `hidden`. */
  declare numberPolicy?: string;
  /** `agent` or `customer`: wording, search and masking. */
  declare audience?: string;
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
  declare label?: string;
  /** The host's usage types by code. */
  declare usageTypes?: UsageTypeMap;
  /** Words over those of the language, by key. */
  declare messages?: MessageOverrides;
  /** Actions the host offers on a record, and on those selected; choosing one fires `payexaction`. */
  declare actions?: readonly HostAction[];

  /** @internal What leaves the element, and how far it is. */
  readonly itemising = new Itemising(this, (form) => this.itemised(form));

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
   * policy. Fires `payexaudit`. Does nothing outside the page, or where there is nothing to save.
   */
  exportCsv(): void {
    this.itemising.want('export');
  }

  /** The same on paper, on as many pages as it takes. */
  print(): void {
    this.itemising.want('print');
  }

  /** Of the first heading, whatever the host has set. */
  protected get level(): number {
    return clamp(Math.round(this.headingLevel) || 2, 1, 6);
  }

  /** What is shown now, to be itemised; null when that is nothing, undefined when it is to be waited for. */
  protected abstract itemised(form: Form): Itemised | null | undefined;
}

import type { PageDefaults } from '../../controllers/defaults.js';
import { oneOf } from '../../controllers/settings.js';
import { warnOnce } from '../../controllers/warn.js';
import type { Localizer } from '../../i18n/index.js';
import type { NumberPolicy } from '../../model/number-rules.js';
import type { ViewWords } from '../../model/table-view.js';
import { isTimeZone } from '../../model/time.js';
import { describeUsageType, type UsageTypeMap } from '../../model/usage-type.js';
import { typeWords } from '../words.js';
import { safeText } from './safe-text.js';

/** What the host has said on the element itself, raw. */
export interface RecordsSettingsSource {
  readonly numberPolicy?: string;
  readonly audience?: string;
  readonly selection?: string;
  readonly timeZone?: string;
  readonly usageTypes?: UsageTypeMap;
}

const NO_TYPES: UsageTypeMap = {};

/** Settings that are valid, whatever the host has said, and words that are made once for them. */
export class RecordsSettings {
  numberPolicy: NumberPolicy = 'masked';
  audience: 'agent' | 'customer' = 'agent';
  selection: 'single' | 'multiple' | 'none' = 'single';
  /** Zone in which times with an offset were written down; null when it is not known. */
  timeZone: string | null = null;
  localizer!: Localizer;
  /** For sort and search; the same object until something in it changes. */
  viewWords!: ViewWords;
  /** The words for a usage type code; each code is looked up once. */
  typeLabel!: (code: string | null) => string;

  #usageTypes: UsageTypeMap | null = null;

  /** The element's own word, else the page's, else the default. */
  follow(own: RecordsSettingsSource, page: Readonly<PageDefaults>, localizer: Localizer): void {
    this.numberPolicy = oneOf(
      'number-policy',
      own.numberPolicy || page.numberPolicy,
      ['masked', 'full', 'hidden'],
      'masked',
    );
    this.audience = oneOf(
      'audience',
      own.audience || page.audience,
      ['agent', 'customer'],
      'agent',
    );
    this.selection = oneOf('selection', own.selection, ['single', 'multiple', 'none'], 'single');
    this.timeZone = readTimeZone(own.timeZone || page.timeZone);
    this.#followTypes(localizer, own.usageTypes ?? page.usageTypes ?? NO_TYPES);
    this.#followSearch();
  }

  /** Whether the agent may ask to see a masked number. */
  get revealable(): boolean {
    return this.numberPolicy !== 'hidden' && this.audience === 'agent';
  }

  #followTypes(localizer: Localizer, usageTypes: UsageTypeMap): void {
    if (localizer === this.localizer && usageTypes === this.#usageTypes) return;
    this.localizer = localizer;
    this.#usageTypes = usageTypes;
    const labels = new Map<string | null, string>();
    this.typeLabel = (code) => {
      let label = labels.get(code);
      if (label === undefined) {
        label = safeText(typeWords(localizer, describeUsageType(code ?? '', usageTypes)));
        labels.set(code, label);
      }
      return label;
    };
  }

  #followSearch(): void {
    const { typeLabel } = this;
    const { locale } = this.localizer;
    const searchNumbers = this.#searchNumbers;
    const old = this.viewWords as ViewWords | undefined;
    if (
      old?.typeLabel === typeLabel &&
      old.locale === locale &&
      old.searchNumbers === searchNumbers
    ) {
      return;
    }
    this.viewWords = { locale, typeLabel, searchNumbers };
  }

  /** An agent finds a number that the caller reads out although the last digits are masked. */
  get #searchNumbers(): ViewWords['searchNumbers'] {
    if (this.numberPolicy === 'hidden') return 'none';
    return this.audience === 'customer' ? 'masked' : 'full';
  }
}

function readTimeZone(value: string | undefined): string | null {
  if (!value) return null;
  if (isTimeZone(value)) return value;
  warnOnce('time-zone is not valid');
  return null;
}

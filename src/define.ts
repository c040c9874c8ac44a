/**
 * The only module that registers elements. Importing it is the side effect; a page that loads it twice,
 * or in two versions, keeps the first and is told of the second.
 */
import { warnOnce } from './controllers/warn.js';
import { PayexUsage } from './elements/payex-usage.js';
import { PayexUsageRecords } from './elements/payex-usage-records.js';
import { VERSION } from './version.js';

/** The inner element first, so that the outer one never renders a tag that is not there yet. */
const ELEMENTS = {
  'payex-usage-records': PayexUsageRecords,
  'payex-usage': PayexUsage,
} as const;

const loaded = customElements.get('payex-usage') as Partial<typeof PayexUsage> | undefined;

/**
 * The first number, date and comparison by locale on a page cost the browser twenty milliseconds, whatever
 * their language, and later ones next to nothing: best while nobody waits for rows.
 */
function warmUp(): void {
  (0).toLocaleString().localeCompare(new Date().toLocaleString(), 'en');
}

/** Page-wide defaults of the copy that is in use, also when this one was loaded after it. */
export const configure = loaded?.configure ?? PayexUsage.configure;

if (!loaded) {
  for (const [tag, element] of Object.entries(ELEMENTS)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
  if ('requestIdleCallback' in globalThis) requestIdleCallback(warmUp);
} else if (loaded !== PayexUsage && loaded.version !== VERSION) {
  warnOnce(`version ${VERSION} was loaded, but another is in use already`);
}

declare global {
  interface HTMLElementTagNameMap {
    'payex-usage': PayexUsage;
    'payex-usage-records': PayexUsageRecords;
  }
}

import { PayexUsageRecords } from '../../src/elements/payex-usage-records.js';

/** Only this element, so that its tests depend on nothing else. */
if (!customElements.get('payex-usage-records')) {
  customElements.define('payex-usage-records', PayexUsageRecords);
}

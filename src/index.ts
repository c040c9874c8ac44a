/** The public API, free of side effects: importing it registers nothing. */
export * from './api/index.js';
export {
  configure,
  type HostAction,
  type InvoiceInfo,
  type InvoiceSource,
  type PageDefaults,
} from './controllers/defaults.js';
export { PayexUsage } from './elements/payex-usage.js';
export { PayexUsageRecords } from './elements/payex-usage-records.js';
export * from './events.js';
export type { MessageOverrides, Messages } from './i18n/index.js';
export type { Cause } from './model/compare.js';
export { VERSION } from './version.js';

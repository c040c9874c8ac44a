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
export {
  Localizer,
  LOCALES,
  type MessageOverrides,
  type Messages,
  resolveLocale,
} from './i18n/index.js';
export type { Cause } from './model/compare.js';
export * from './model/decimal.js';
export * from './model/money.js';
export * from './model/number-rules.js';
export * from './model/reconciliation.js';
export * from './model/summaries.js';
export * from './model/table-view.js';
export * from './model/time.js';
export * from './model/usage-record.js';
export * from './model/usage-table.js';
export * from './model/usage-type.js';
export * from './model/volume.js';
export { VERSION } from './version.js';

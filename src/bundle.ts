/** The script-tag file: registers the elements and hands the page the few names it may need. */
export { configure } from './define.js';
export { PayexUsage } from './elements/payex-usage.js';
export { PayexUsageRecords } from './elements/payex-usage-records.js';
export { UsageTable } from './model/usage-table.js';
export { UsageClient } from './api/index.js';
export { VERSION } from './version.js';

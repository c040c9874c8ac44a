/** The script-tag file: registers the elements and hands the page the few names it may need. */
// Words and sheets stand at its head: like compresses best beside like. All languages come with one.
import './i18n/en.js';
import './styles/tokens.js';
import './styles/base.js';
import './elements/payex-usage.styles.js';
import './elements/usage/lists.styles.js';
import './elements/usage/summary.styles.js';
import './elements/usage/timeline.styles.js';
import './elements/payex-usage-records.styles.js';
import './elements/records/grid.styles.js';
import './elements/records/cells.styles.js';
import './elements/records/groups.styles.js';
import './elements/records/cards.styles.js';
// Then the table and the client: in this order the file is smallest.
import './model/usage-table.js';
import './api/client.js';

export { configure } from './define.js';
export { PayexUsage } from './elements/payex-usage.js';
export { PayexUsageRecords } from './elements/payex-usage-records.js';
export { parseDecimal } from './model/decimal.js';
export { parseTime } from './model/time.js';
export { UsageTable } from './model/usage-table.js';
export { UsageClient } from './api/client.js';
export { VERSION } from './version.js';

/** The public names of this room: the table of records, what it is made of, and what can be asked of it. */
export {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalToString,
  parseDecimal,
  subtractDecimals,
  toDecimal,
} from './decimal.js';
export type { Incompleteness, MoneySum, Total, VatBasis } from './money.js';
export {
  DEFAULT_NUMBER_RULES,
  type NumberClass,
  type NumberPolicy,
  type NumberRules,
  presentNumber,
} from './number-rules.js';
export { type SummaryTotals, totalsOfSummaries } from './summaries.js';
export type { TableFacts } from './table-facts.js';
export {
  type DayTotal,
  deriveView,
  type GroupField,
  groupRows,
  type GroupTotal,
  type SortColumn,
  type TableFilter,
  type TableSort,
  totalsByDay,
  totalsByType,
  type TypeTotal,
  type ViewWords,
} from './table-view.js';
export { parseTime, type TimePrecision, type WallTime } from './time.js';
export {
  hasMark,
  RECORD_MARKS,
  type RecordMark,
  type UsageRecord,
  type UsageSummary,
} from './usage-record.js';
export { UsageTable, type UsageTableOptions } from './usage-table.js';
export {
  describeUsageType,
  type UsageKind,
  type UsageTypeInfo,
  type UsageTypeMap,
} from './usage-type.js';

import type { Messages } from './messages.js';

/** English. */
export const en: Messages = {
  // Nouns, views and navigation
  title: 'Usage',
  unbilled: 'Not yet billed',
  billed: 'Billed',
  compare: 'Compare',
  find: 'Find',
  subscriptions: 'Subscriptions',
  customerNo: 'Customer {no}',
  invoiceNo: 'Invoice {no}',
  back: 'Back',
  close: 'Close',
  copied: 'Copied',
  keys: 'Keyboard shortcuts',

  // Header
  asOf: 'As of {time}',
  preliminary: 'Preliminary',
  final: 'Final',
  reload: 'Reload',

  // VAT basis
  excluded: 'excl. VAT',
  included: 'incl. VAT',
  unstated: 'VAT not stated',
  amount: 'Amount',

  // Totals and how complete they are
  total: 'Total',
  soFar: 'so far',
  loadAll: 'Load all',
  allRecords: 'All records',
  pause: 'Pause',
  goOn: 'Continue',
  cancel: 'Cancel',
  incomplete: 'Incomplete',
  gapAmounts: 'Amount missing',
  gapAnswers: 'Answer missing',
  gapCutOff: 'The list may be cut off',

  // Overview and subscription
  byDay: 'By day',
  callsByHour: 'Calls by hour',
  peak: 'Most: {time}',
  late: 'Arrived late',
  share: 'Share',
  rounding: 'Rounding',
  notItemised: 'Not itemised',

  // Comparing two sides, and the sentence about it
  moreThan: '{amount} more than',
  lessThan: '{amount} less than',
  sameAs: 'The same as',
  amountFor: '{amount} from',
  onDays: 'on {days}',
  oneCall: '{n} call',
  manyCalls: '{n} calls',
  onePremium: '{n} call to a premium-rate number',
  manyPremium: '{n} calls to premium-rate numbers',
  newSubscription: 'New subscription',
  newType: 'New type',
  gone: 'No longer',
  moreUsed: 'More usage',
  lessUsed: 'Less usage',
  dearer: 'Higher price',
  cheaper: 'Lower price',
  rest: 'The rest',
  sameDays: 'The same number of days',

  // Choosing an invoice
  chooseInvoice: 'Choose an invoice',
  typeInvoice: 'Enter an invoice number',
  show: 'Show',

  // Records: columns and fields
  records: 'Usage records',
  oneRecord: '{n} record',
  manyRecords: '{n} records',
  startTime: 'Start time',
  endTime: 'End time',
  usageType: 'Type',
  numberOrService: 'Number or service',
  calledNumber: 'Number called',
  destination: 'Destination',
  destinationCode: 'Destination code',
  volume: 'Duration or volume',
  charged: 'Charged',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  vatAmount: 'VAT',
  vatRate: 'VAT rate',
  description: 'Description',
  contentProvider: 'Content provider',
  roamingProvider: 'Roaming operator',
  recordId: 'Record ID',
  marks: 'Flags',

  // Records: sort, filter, count
  ascending: 'ascending',
  descending: 'descending',
  search: 'Search',
  typeAll: 'All types',
  fromDay: 'From',
  toDay: 'To',
  minAmount: 'At least',
  maxAmount: 'At most',
  groupBy: 'Group',
  sessions: 'Data sessions',
  filters: 'Filters',
  clearFilters: 'Clear filters',

  // Find
  searched: 'Searched',
  remove: 'Remove',

  // Record detail
  record: 'Usage record',
  hidden: 'Hidden',
  notStated: 'Not stated',

  // Basket
  basket: 'Selected',
  removeAll: 'Remove all',

  // Marks on a record
  markFree: 'Free',
  markIncluded: 'Included',
  unreadable: 'Unreadable',
  markConflicting: 'Conflicting',
  // Flags of a record
  international: 'International',
  firstSeen: 'New number: not in the earlier usage fetched',
  unusual: '{n} × the usual: for this subscription',
  duplicate: 'Possible duplicate: same number, time and amount',
  overlapping: 'Overlapping: another call was going on',
  withheldNote: 'Free and helpline numbers are not listed.',

  // Usage types
  call: 'Call',
  message: 'Text message',
  data: 'Data',
  premium: 'Premium-rate number',
  roaming: 'Roaming',
  fee: 'Fee',
  credit: 'Credit',
  other: 'Other ({code})',

  // Units
  timeUnits: 'h min s',
  dataUnits: 'B kB MB GB TB',
  eventUnit: '×',

  // States
  nothingChosen: 'No customer selected. Choose a customer or an invoice.',
  nothingYet: 'Nothing to show yet.',
  loading: 'Loading…',
  waitingSignIn: 'Waiting for sign-in…',
  waitingOnline: 'Offline, waiting…',
  countdown: 'Trying again in {n} s',
  empty: 'No usage found.',
  stale: 'Could not be updated since {time}.',

  // Failures
  failed: 'Usage could not be loaded',
  errorConfig: 'This page is not set up correctly.',
  errorTimeout: 'The answer took too long.',
  errorInvalid: 'The number was not accepted.',
  errorForbidden: 'You do not have permission.',
  errorNotAvailable: 'This is not available.',
  errorServer: 'The service is not available.',
  errorData: 'The answer could not be used.',
  nextCheckNumber: 'Check the number.',
  nextSignIn: 'Sign in again.',
  nextNarrow: 'Narrow your selection.',
  nextLater: 'Try again later.',
  nextAfter: 'Try again after {time}.',
  nextSupport: 'Contact support.',
  tryAgain: 'Try again',
  reference: 'Reference: {instance}',
  copy: 'Copy',

  // Itemisation
  print: 'Print',
  unit: 'Unit',
  currency: 'Currency',
  complete: 'Complete',
};

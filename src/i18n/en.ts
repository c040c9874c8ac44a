import type { Messages } from './messages.js';

/** English. */
export const en: Messages = {
  // Nouns, views and navigation
  title: 'Usage',
  viewUnbilled: 'Not yet billed',
  viewBilled: 'Billed',
  viewsLabel: 'View',
  subscription: 'Subscription',
  subscriptions: 'Subscriptions',
  customerNo: 'Customer {no}',
  invoiceNo: 'Invoice {no}',
  backToOverview: 'Back to overview',
  more: 'More',
  less: 'Less',
  close: 'Close',
  copied: 'Copied',
  copyFailed: 'Could not be copied',

  // Header
  asOf: 'As of {time}',
  preliminary: 'Preliminary',
  final: 'Final',
  reload: 'Reload',

  // VAT basis
  vatExcluded: 'excl. VAT',
  vatIncluded: 'incl. VAT',
  vatUnstated: 'VAT not stated',
  amount: 'Amount',

  // Totals and how complete they are
  total: 'Total',
  totalSoFar: 'so far',
  progress: {
    one: '{done} of {n} subscription fetched',
    other: '{done} of {n} subscriptions fetched',
  },
  loadAll: 'Get all',
  incomplete: 'Incomplete',
  gapRows: { one: '{n} row could not be read', other: '{n} rows could not be read' },
  gapAmounts: { one: '{n} amount is missing', other: '{n} amounts are missing' },
  gapAnswers: { one: '{n} answer is missing', other: '{n} answers are missing' },
  gapConflicts: { one: '{n} contradictory record', other: '{n} contradictory records' },
  gapCutOff: 'The list may be cut off at {limit} records',
  gapPaging: 'The list broke off',
  mismatch: 'Records {records}, summary {summary}, difference {difference}',

  // Overview and subscription
  byType: 'By usage type',
  byDay: 'By day',
  share: 'Share',
  recordsCount: { one: '{n} record', other: '{n} records' },

  // Choosing an invoice
  chooseInvoice: 'Choose an invoice',
  typeInvoice: 'Type the number on the invoice',
  show: 'Show',

  // Records: columns and fields
  recordsLabel: 'Usage records',
  startTime: 'Start time',
  endTime: 'End time',
  usageType: 'Type',
  numberOrService: 'Number or service',
  calledNumber: 'Number called',
  destination: 'Destination',
  destinationCode: 'Destination code',
  durationOrVolume: 'Duration or volume',
  volume: 'Volume',
  charged: 'Charged',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  vatAmount: 'VAT amount',
  vatRate: 'VAT rate',
  description: 'Description',
  contentProvider: 'Content provider',
  roamingProvider: 'Roaming operator',
  recordId: 'Record id',
  marks: 'Marks',

  // Records: sort, filter, count
  sorting: 'Sorting',
  ascending: 'ascending',
  descending: 'descending',
  filter: 'Filter',
  searchRecords: 'Search in records',
  typeAll: 'All types',
  fromDay: 'From',
  toDay: 'To',
  clearFilters: 'Clear filters',
  filteredCount: { one: '{shown} of {n} record', other: '{shown} of {n} records' },
  noneMatch: 'No records match the filter.',

  // Record detail
  recordDetail: 'Usage record',
  revealNumber: 'Show the number',
  numberHidden: 'Number hidden',
  numberMasked: 'last three digits hidden',
  notStated: 'Not stated',

  // Marks on a record
  markFree: 'Free',
  markIncluded: 'Included in plan',
  unreadable: 'Not readable',
  markConflicting: 'Contradicts another record',
  withheldNote: 'Free and helpline numbers are not listed.',

  // Usage types
  typeCall: 'Call',
  typeMessage: 'Text message',
  typeData: 'Data',
  typePremium: 'Premium-rate number',
  typeRoaming: 'Roaming',
  typeFee: 'Fee',
  typeCredit: 'Credit',
  typeOther: 'Other ({code})',

  // Units
  timeUnits: 'h min s',
  dataUnits: 'B kB MB GB TB',
  volumeEvents: { one: '{n} unit', other: '{n} units' },

  // States
  nothingChosen: 'No customer selected. Choose a customer or an invoice.',
  nothingYet: 'There is nothing to show yet.',
  loading: 'Fetching usage…',
  loaded: 'Usage is fetched',
  waitingSignIn: 'Waiting for sign-in…',
  countdown: 'Trying again in {n} s',
  emptyInvoice: 'No usage is known for this invoice.',
  emptyRecords: 'No usage records here.',
  unknownCustomer: 'No unbilled usage is known for this customer.',
  stale: 'Could not be updated since {time}.',

  // Failures
  failed: 'Usage could not be loaded',
  errorConfig: 'A setting of this page is missing or wrong.',
  errorTimeout: 'The answer took too long.',
  errorInvalid: 'The request was not accepted.',
  errorNumber: 'The number was not accepted.',
  errorInvalidParameter: '“{parameter}” was not accepted.',
  errorAuth: 'You are no longer signed in.',
  errorForbidden: 'You do not have permission to see this.',
  errorNotAvailable: 'This is not available.',
  errorNotFound: 'This was not found.',
  errorGone: 'This is no longer available.',
  errorTooLarge: 'This is too much at once.',
  errorThrottled: 'The service is busy.',
  errorServer: 'The service is unavailable.',
  errorNetwork: 'The service could not be reached.',
  errorOffline: 'You are offline.',
  errorData: 'The answer could not be read.',
  errorForeign: 'The answer was about someone else.',
  errorRender: 'This page removes comment markers.',
  nextTellPage: 'Tell those who run this page.',
  nextCheckNumber: 'Check the number.',
  nextSignIn: 'Sign in again.',
  nextAskAccess: 'Ask for access.',
  nextNarrow: 'Narrow your selection.',
  nextLater: 'Try again later.',
  nextAfter: 'Try again after {time}.',
  nextOnline: 'It goes on when the connection is back.',
  nextSupport: 'Tell support.',
  tryAgain: 'Try again',
  supportReference: 'Reference for support: {instance}',
  copy: 'Copy',
};

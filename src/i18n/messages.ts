/**
 * Every word on the screen, by key. Each language fills in all of them in one file of its own, so
 * that a native speaker can review it in one sitting; a missing key does not compile.
 *
 * Places are written `{name}`; a language may move them, but must use exactly those of English.
 * Whole sentences end with a full stop, labels and list items do not.
 */
export interface Messages {
  // Nouns, views and navigation
  /** Accessible name and title of the whole element. */
  title: string;
  viewUnbilled: string;
  viewBilled: string;
  /** Accessible name of the choice between the views. */
  viewsLabel: string;
  subscription: string;
  subscriptions: string;
  /** `{no}` is the number, or the label that the host gives to it. */
  customerNo: string;
  invoiceNo: string;
  backToOverview: string;
  more: string;
  less: string;
  close: string;
  copied: string;
  copyFailed: string;

  // Header
  /** The data is of this time of day. */
  asOf: string;
  preliminary: string;
  /** Of an invoice: what it says does not change any more. */
  final: string;
  reload: string;

  // VAT basis: a phrase after an amount, or after the heading of a column of amounts
  vatExcluded: string;
  vatIncluded: string;
  vatUnstated: string;
  /** Heading over amounts; a basis or currency that they share follows it. */
  amount: string;

  // Totals and how complete they are
  total: string;
  /** After a figure that still grows: "1,284.35 kr so far". */
  totalSoFar: string;
  progress: Plural;
  loadAll: string;
  /** Before a colon and one or more of the gaps below. */
  incomplete: string;
  gapRows: Plural;
  gapAmounts: Plural;
  gapAnswers: Plural;
  gapConflicts: Plural;
  gapCutOff: string;
  gapPaging: string;
  mismatch: string;

  // Overview and subscription
  byType: string;
  byDay: string;
  share: string;
  recordsCount: Plural;

  // Choosing an invoice
  chooseInvoice: string;
  typeInvoice: string;
  show: string;

  // Records: columns and fields
  recordsLabel: string;
  startTime: string;
  endTime: string;
  usageType: string;
  numberOrService: string;
  calledNumber: string;
  destination: string;
  destinationCode: string;
  durationOrVolume: string;
  volume: string;
  /** The volume that was charged: a short column heading. */
  charged: string;
  quantity: string;
  unitPrice: string;
  vatAmount: string;
  vatRate: string;
  description: string;
  contentProvider: string;
  roamingProvider: string;
  recordId: string;
  marks: string;

  // Records: sort, filter, count
  /** `{heading}: {column}, {direction}` is spoken when the order has changed. */
  sorting: string;
  ascending: string;
  descending: string;
  filter: string;
  searchRecords: string;
  typeAll: string;
  fromDay: string;
  toDay: string;
  clearFilters: string;
  /** `{shown}` of `{n}` in all. */
  filteredCount: Plural;
  noneMatch: string;

  // Record detail
  recordDetail: string;
  revealNumber: string;
  numberHidden: string;
  /** Spoken in place of the dots at the end of a masked number. */
  numberMasked: string;
  /** Spoken in place of the dash that stands for a missing value. */
  notStated: string;

  // Marks on a record
  markFree: string;
  markIncluded: string;
  /** On its own, or before a colon and the label of the field. */
  unreadable: string;
  markConflicting: string;
  withheldNote: string;

  // Usage types
  typeCall: string;
  typeMessage: string;
  typeData: string;
  typePremium: string;
  typeRoaming: string;
  typeFee: string;
  typeCredit: string;
  typeOther: string;

  // Units: after a figure and a no-break space
  /** Hours, minutes and seconds, with blanks between. */
  timeUnits: string;
  /** Bytes and their multiples by a thousand, with blanks between. */
  dataUnits: string;
  volumeEvents: Plural;

  // States
  nothingChosen: string;
  /** In place of both it and `unknownCustomer` where customers read (audience="customer"). */
  nothingYet: string;
  loading: string;
  loaded: string;
  waitingSignIn: string;
  countdown: string;
  /** Also of an invoice that the service does not know. */
  emptyInvoice: string;
  emptyRecords: string;
  unknownCustomer: string;
  /** `{time}` is when the data still shown was fetched. */
  stale: string;

  // Failures: a heading, a sentence each, and what to do next
  failed: string;
  errorConfig: string;
  errorTimeout: string;
  errorInvalid: string;
  /** Of whatever number was typed, set or asked for. */
  errorNumber: string;
  /** `{parameter}` is a name from a closed list, never text of the answer. */
  errorInvalidParameter: string;
  errorAuth: string;
  errorForbidden: string;
  errorNotAvailable: string;
  errorNotFound: string;
  errorGone: string;
  errorTooLarge: string;
  errorThrottled: string;
  errorServer: string;
  errorNetwork: string;
  errorOffline: string;
  errorData: string;
  errorForeign: string;
  errorRender: string;
  nextTellPage: string;
  nextCheckNumber: string;
  nextSignIn: string;
  nextAskAccess: string;
  nextNarrow: string;
  nextLater: string;
  /** `{time}` is the time of day before which the service will not answer. */
  nextAfter: string;
  nextOnline: string;
  nextSupport: string;
  tryAgain: string;
  supportReference: string;
  copy: string;
}

/** A text that goes by a number, `{n}`: one for each plural category that our languages have. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** Keys with one text. */
export type TextKey = {
  [K in keyof Messages]: Messages[K] extends string ? K : never;
}[keyof Messages];

/** Keys whose text goes by a number. */
export type PluralKey = Exclude<keyof Messages, TextKey>;

/** What a host may put over a language: any keys, and of a plural any categories. */
export type MessageOverrides = {
  readonly [K in keyof Messages]?: Messages[K] extends string ? string : string | Partial<Plural>;
};

/**
 * Every word on the screen, by key. Each language fills in all of them in one file of its own, so
 * that a native speaker can review it in one sitting; a missing key does not compile.
 *
 * A text has at most one place for a value, written `{name}`; a language may move it, but must use that
 * of English. A word from a closed list (view, VAT basis, kind of usage) is itself the key of its text.
 * Whole sentences end with a full stop, labels and list items do not.
 */
export interface Messages {
  // Nouns, views and navigation
  /** Accessible name and title of the whole element. */
  title: string;
  unbilled: string;
  billed: string;
  compare: string;
  find: string;
  /** Of the list and its first column; before a colon, also of how many have their total. */
  subscriptions: string;
  /** `{no}` is the number, or the label that the host gives to it. */
  customerNo: string;
  invoiceNo: string;
  back: string;
  close: string;
  copied: string;
  /** What single keys do: a button, and the heading of its list. */
  keys: string;

  // Header
  /** The data is of this time of day. */
  asOf: string;
  preliminary: string;
  /** Of an invoice: what it says does not change any more. */
  final: string;
  reload: string;

  // VAT basis: a phrase after an amount, or after the heading of a column of amounts
  excluded: string;
  included: string;
  unstated: string;
  /** Heading over amounts; a basis or currency that they share follows it. */
  amount: string;

  // Totals and how complete they are
  total: string;
  /** After a figure that still grows: "1,284.35 kr so far". */
  soFar: string;
  loadAll: string;
  /** Of every subscription, as one table: a button, and the heading there. */
  allRecords: string;
  pause: string;
  /** After a pause, or with what was cancelled or has failed. */
  goOn: string;
  cancel: string;
  /** Before a colon and one or more gaps: those below, `unreadable` and `markConflicting`. */
  incomplete: string;
  /** A number in brackets follows it, and the next. */
  gapAmounts: string;
  gapAnswers: string;
  gapCutOff: string;

  // Overview and subscription
  byDay: string;
  callsByHour: string;
  /** The day or hour with the most usage; a colon and the figure follow. */
  peak: string;
  /** Of usage that is on a later invoice than it belongs to; a colon may follow. */
  late: string;
  share: string;
  /** What a gap between two sums comes from, in brackets after it; also `incomplete`, `vatAmount`. */
  rounding: string;
  /** Of money without a record, such as a fee. */
  notItemised: string;

  // Comparing two sides, and the sentence about it: "286.75 kr more than invoice 900122: 241.25 kr from …"
  /** What it is compared with follows: `invoiceNo`, as it is within a sentence. */
  moreThan: string;
  lessThan: string;
  sameAs: string;
  /** What makes that part of the difference follows: what is used, or one of the causes below. */
  amountFor: string;
  /** After what was used: a day or the first and the last of several. */
  onDays: string;
  oneCall: string;
  manyCalls: string;
  onePremium: string;
  manyPremium: string;
  /** Causes, each also before what it is about in brackets; `gone` stands in those itself. */
  newSubscription: string;
  newType: string;
  gone: string;
  moreUsed: string;
  lessUsed: string;
  dearer: string;
  cheaper: string;
  rest: string;
  /** Of an older period, as many as there are so far: a button, and before a colon. */
  sameDays: string;

  // Choosing an invoice
  chooseInvoice: string;
  typeInvoice: string;
  show: string;

  // Records: columns and fields
  records: string;
  /** Of all: none of our languages has a third form for a count. `{n}` may be "12 / 310". */
  oneRecord: string;
  manyRecords: string;
  startTime: string;
  endTime: string;
  usageType: string;
  numberOrService: string;
  calledNumber: string;
  destination: string;
  destinationCode: string;
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
  ascending: string;
  descending: string;
  search: string;
  typeAll: string;
  fromDay: string;
  toDay: string;
  /** In a field for an amount, and after its heading. */
  minAmount: string;
  maxAmount: string;
  /** Before what the records are grouped by. */
  groupBy: string;
  /** Of data, a trip or a day each: what records can be grouped by. */
  sessions: string;
  /** Shows and hides the fields of the filter where there is little room. */
  filters: string;
  clearFilters: string;

  // Find
  /** Before a colon, and how much was searched of what there is. */
  searched: string;
  /** Before a colon and a part of the question. */
  remove: string;

  // Record detail
  record: string;
  /** In place of a number, and spoken in place of the dots at the end of a masked one. */
  hidden: string;
  /** Spoken in place of the dash that stands for a missing value. */
  notStated: string;

  // Basket
  /** Of records: accessible name of the bar; before a colon and their number; over the boxes of a table. */
  basket: string;
  /** Out of it. */
  removeAll: string;

  // Marks on a record
  markFree: string;
  markIncluded: string;
  /** On its own, before a colon and the label of the field, or before a number of rows in brackets. */
  unreadable: string;
  markConflicting: string;
  // Flags of a record: words for the column, and after a colon, if they need it, the reason
  international: string;
  firstSeen: string;
  /** `{n}` times what such a record usually costs; in brackets follows what that is. */
  unusual: string;
  duplicate: string;
  /** In brackets follows when the other call began. */
  overlapping: string;
  withheldNote: string;

  // Usage types
  call: string;
  message: string;
  data: string;
  premium: string;
  roaming: string;
  fee: string;
  credit: string;
  other: string;

  // Units: after a figure and a no-break space
  /** Hours, minutes and seconds, with blanks between. */
  timeUnits: string;
  /** Bytes and their multiples by a thousand, with blanks between. */
  dataUnits: string;
  /** Of what is counted, such as text messages. */
  eventUnit: string;

  // States
  nothingChosen: string;
  /** In place of it where customers read (audience="customer"). */
  nothingYet: string;
  loading: string;
  waitingSignIn: string;
  waitingOnline: string;
  countdown: string;
  /** Wherever there is nothing to list, and of an invoice that the service does not know. */
  empty: string;
  /** `{time}` is when the data still shown was fetched. */
  stale: string;

  // Failures: a heading, a sentence each, and what to do next
  failed: string;
  errorConfig: string;
  errorTimeout: string;
  /** On its own, or after a colon and the name of the parameter. */
  errorInvalid: string;
  errorForbidden: string;
  errorNotAvailable: string;
  errorServer: string;
  errorData: string;
  nextCheckNumber: string;
  nextSignIn: string;
  nextNarrow: string;
  nextLater: string;
  /** `{time}` is the time of day before which the service will not answer. */
  nextAfter: string;
  nextSupport: string;
  tryAgain: string;
  reference: string;
  copy: string;

  // Itemisation: a file or paper; `unit` and `currency` are headings of its columns
  print: string;
  unit: string;
  currency: string;
  /** Of what is itemised; `incomplete` where it is not. */
  complete: string;
}

export type TextKey = keyof Messages;

/** What a host may put over a language: any keys. */
export type MessageOverrides = Readonly<Partial<Messages>>;

import type { Messages } from './messages.js';

/** Dansk. */
export const da: Messages = {
  // Nouns, views and navigation
  title: 'Forbrug',
  unbilled: 'Endnu ikke faktureret',
  billed: 'Faktureret',
  compare: 'Sammenlign',
  find: 'Find',
  subscriptions: 'Abonnementer',
  customerNo: 'Kunde {no}',
  invoiceNo: 'Faktura {no}',
  back: 'Tilbage',
  close: 'Luk',
  copied: 'Kopieret',
  keys: 'Genvejstaster',

  // Header
  asOf: 'Status {time}',
  preliminary: 'Foreløbigt',
  final: 'Endeligt',
  reload: 'Hent igen',

  // VAT basis
  excluded: 'ekskl. moms',
  included: 'inkl. moms',
  unstated: 'moms ikke oplyst',
  amount: 'Beløb',

  // Totals and how complete they are
  total: 'I alt',
  soFar: 'indtil nu',
  loadAll: 'Hent alle',
  allRecords: 'Alle poster',
  pause: 'Pause',
  goOn: 'Fortsæt',
  cancel: 'Annuller',
  incomplete: 'Ufuldstændigt',
  gapAmounts: 'Beløb mangler',
  gapAnswers: 'Svar mangler',
  gapCutOff: 'Listen kan være afkortet',

  // Overview and subscription
  byDay: 'Pr. dag',
  callsByHour: 'Opkald pr. time',
  peak: 'Mest: {time}',
  late: 'Kom senere',
  share: 'Andel',
  rounding: 'Afrunding',
  notItemised: 'Ikke specificeret',

  // Comparing two sides, and the sentence about it
  moreThan: '{amount} mere end',
  lessThan: '{amount} mindre end',
  sameAs: 'Det samme som',
  amountFor: '{amount} vedrører',
  onDays: '{days}',
  oneCall: '{n} opkald',
  manyCalls: '{n} opkald',
  onePremium: '{n} opkald til betalingsnummer',
  manyPremium: '{n} opkald til betalingsnummer',
  newSubscription: 'Nyt abonnement',
  newType: 'Ny type',
  gone: 'Ikke længere',
  moreUsed: 'Mere forbrug',
  lessUsed: 'Mindre forbrug',
  dearer: 'Højere pris',
  cheaper: 'Lavere pris',
  rest: 'Resten',
  sameDays: 'Lige så mange dage',

  // Choosing an invoice
  chooseInvoice: 'Vælg faktura',
  typeInvoice: 'Indtast fakturanummer',
  show: 'Vis',

  // Records: columns and fields
  records: 'Forbrugsposter',
  oneRecord: '{n} post',
  manyRecords: '{n} poster',
  startTime: 'Tidspunkt',
  endTime: 'Sluttidspunkt',
  usageType: 'Type',
  numberOrService: 'Nummer eller tjeneste',
  calledNumber: 'Opkaldt nummer',
  destination: 'Destination',
  destinationCode: 'Destinationskode',
  volume: 'Varighed eller mængde',
  charged: 'Afregnet',
  quantity: 'Antal',
  unitPrice: 'Enhedspris',
  vatAmount: 'Moms',
  vatRate: 'Momssats',
  description: 'Beskrivelse',
  contentProvider: 'Indholdsleverandør',
  roamingProvider: 'Roamingoperatør',
  recordId: 'Postens id',
  marks: 'Markeringer',

  // Records: sort, filter, count
  ascending: 'stigende',
  descending: 'faldende',
  search: 'Søg',
  typeAll: 'Alle typer',
  fromDay: 'Fra',
  toDay: 'Til',
  minAmount: 'Mindst',
  maxAmount: 'Højst',
  groupBy: 'Gruppér',
  sessions: 'Datasessioner',
  filters: 'Filtre',
  clearFilters: 'Ryd filtre',

  // Find
  searched: 'Gennemsøgt',
  remove: 'Fjern',

  // Record detail
  record: 'Forbrugspost',
  hidden: 'Skjult',
  notStated: 'Ikke oplyst',

  // Basket
  basket: 'Valgt',
  removeAll: 'Fjern alle',

  // Marks on a record
  markFree: 'Gratis',
  markIncluded: 'Inkluderet',
  unreadable: 'Kan ikke læses',
  markConflicting: 'Modstridende',
  // Flags of a record
  international: 'Til udlandet',
  firstSeen: 'Nyt nummer: findes ikke i tidligere hentet forbrug',
  unusual: '{n} × det sædvanlige: for abonnementet',
  duplicate: 'Mulig dublet: samme nummer, tid og beløb',
  overlapping: 'Samtidigt: et andet opkald var i gang',
  withheldNote: 'Gratisnumre og hjælpelinjer vises ikke.',

  // Usage types
  call: 'Opkald',
  message: 'Sms',
  data: 'Data',
  premium: 'Betalingsnummer',
  roaming: 'Roaming',
  fee: 'Gebyr',
  credit: 'Kreditering',
  other: 'Andet ({code})',

  // Units
  timeUnits: 't min s',
  dataUnits: 'B kB MB GB TB',
  eventUnit: 'stk.',

  // States
  nothingChosen: 'Ingen kunde valgt. Vælg kunde eller faktura.',
  nothingYet: 'Intet at vise endnu.',
  loading: 'Henter…',
  waitingSignIn: 'Venter på login…',
  waitingOnline: 'Offline, venter…',
  countdown: 'Prøver igen om {n} s',
  empty: 'Intet forbrug fundet.',
  stale: 'Kunne ikke opdateres efter {time}.',

  // Failures
  failed: 'Forbruget kunne ikke hentes',
  errorConfig: 'Siden er fejlkonfigureret.',
  errorTimeout: 'Svaret tog for lang tid.',
  errorInvalid: 'Nummeret blev ikke accepteret.',
  errorForbidden: 'Du har ikke adgang.',
  errorNotAvailable: 'Dette er ikke tilgængeligt.',
  errorServer: 'Tjenesten er ikke tilgængelig.',
  errorData: 'Svaret kunne ikke bruges.',
  nextCheckNumber: 'Kontrollér nummeret.',
  nextSignIn: 'Log ind igen.',
  nextNarrow: 'Begræns udvalget.',
  nextLater: 'Prøv igen senere.',
  nextAfter: 'Prøv igen efter {time}.',
  nextSupport: 'Kontakt support.',
  tryAgain: 'Prøv igen',
  reference: 'Reference: {instance}',
  copy: 'Kopiér',

  // Itemisation
  print: 'Udskriv',
  unit: 'Enhed',
  currency: 'Valuta',
  complete: 'Fuldstændigt',
};

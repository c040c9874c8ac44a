import type { Messages } from './messages.js';

/** Norsk bokmål. */
export const nb: Messages = {
  // Nouns, views and navigation
  title: 'Forbruk',
  unbilled: 'Ikke fakturert ennå',
  billed: 'Fakturert',
  compare: 'Sammenlign',
  find: 'Finn',
  subscriptions: 'Abonnementer',
  customerNo: 'Kunde {no}',
  invoiceNo: 'Faktura {no}',
  back: 'Tilbake',
  close: 'Lukk',
  copied: 'Kopiert',
  keys: 'Hurtigtaster',

  // Header
  asOf: 'Status {time}',
  preliminary: 'Foreløpig',
  final: 'Endelig',
  reload: 'Hent på nytt',

  // VAT basis
  excluded: 'ekskl. mva',
  included: 'inkl. mva',
  unstated: 'mva ikke oppgitt',
  amount: 'Beløp',

  // Totals and how complete they are
  total: 'Totalt',
  soFar: 'så langt',
  loadAll: 'Hent alle',
  allRecords: 'Alle poster',
  pause: 'Pause',
  goOn: 'Fortsett',
  cancel: 'Avbryt',
  incomplete: 'Ufullstendig',
  gapAmounts: 'Beløp mangler',
  gapAnswers: 'Svar mangler',
  gapCutOff: 'Listen kan være avkortet',

  // Overview and subscription
  byDay: 'Per dag',
  callsByHour: 'Anrop per time',
  peak: 'Mest: {time}',
  late: 'Kom i etterkant',
  share: 'Andel',
  rounding: 'Avrunding',
  notItemised: 'Ikke spesifisert',

  // Comparing two sides, and the sentence about it
  moreThan: '{amount} mer enn',
  lessThan: '{amount} mindre enn',
  sameAs: 'Det samme som',
  amountFor: '{amount} gjelder',
  onDays: '{days}',
  oneCall: '{n} samtale',
  manyCalls: '{n} samtaler',
  onePremium: '{n} samtale til spesialnummer',
  manyPremium: '{n} samtaler til spesialnummer',
  newSubscription: 'Nytt abonnement',
  newType: 'Ny type',
  gone: 'Ikke lenger',
  moreUsed: 'Mer forbruk',
  lessUsed: 'Mindre forbruk',
  dearer: 'Høyere pris',
  cheaper: 'Lavere pris',
  rest: 'Resten',
  sameDays: 'Like mange dager',

  // Choosing an invoice
  chooseInvoice: 'Velg faktura',
  typeInvoice: 'Oppgi fakturanummer',
  show: 'Vis',

  // Records: columns and fields
  records: 'Forbruksposter',
  oneRecord: '{n} post',
  manyRecords: '{n} poster',
  startTime: 'Tidspunkt',
  endTime: 'Sluttidspunkt',
  usageType: 'Type',
  numberOrService: 'Nummer eller tjeneste',
  calledNumber: 'Oppringt nummer',
  destination: 'Destinasjon',
  destinationCode: 'Destinasjonskode',
  volume: 'Varighet eller mengde',
  charged: 'Belastet',
  quantity: 'Antall',
  unitPrice: 'Enhetspris',
  vatAmount: 'MVA',
  vatRate: 'MVA-sats',
  description: 'Beskrivelse',
  contentProvider: 'Innholdsleverandør',
  roamingProvider: 'Roamingoperatør',
  recordId: 'Postens ID',
  marks: 'Merknader',

  // Records: sort, filter, count
  ascending: 'stigende',
  descending: 'synkende',
  search: 'Søk',
  typeAll: 'Alle typer',
  fromDay: 'Fra',
  toDay: 'Til',
  minAmount: 'Minst',
  maxAmount: 'Høyst',
  groupBy: 'Grupper',
  sessions: 'Dataøkter',
  filters: 'Filtre',
  clearFilters: 'Fjern filtre',

  // Find
  searched: 'Gjennomsøkt',
  remove: 'Fjern',

  // Record detail
  record: 'Forbrukspost',
  hidden: 'Skjult',
  notStated: 'Ikke oppgitt',

  // Basket
  basket: 'Valgt',
  removeAll: 'Fjern alle',

  // Marks on a record
  markFree: 'Gratis',
  markIncluded: 'Inkludert',
  unreadable: 'Kan ikke leses',
  markConflicting: 'Motstridende',
  // Flags of a record
  international: 'Til utlandet',
  firstSeen: 'Nytt nummer: finnes ikke i tidligere hentet forbruk',
  unusual: '{n} × det vanlige: for abonnementet',
  duplicate: 'Mulig duplikat: samme nummer, tid og beløp',
  overlapping: 'Samtidig: en annen samtale pågikk',
  withheldNote: 'Gratisnumre og hjelpetelefoner vises ikke.',

  // Usage types
  call: 'Samtale',
  message: 'SMS',
  data: 'Data',
  premium: 'Spesialnummer',
  roaming: 'Roaming',
  fee: 'Gebyr',
  credit: 'Kreditering',
  other: 'Annet ({code})',

  // Units
  timeUnits: 't min s',
  dataUnits: 'B kB MB GB TB',
  eventUnit: 'stk.',

  // States
  nothingChosen: 'Ingen kunde valgt. Velg kunde eller faktura.',
  nothingYet: 'Ingenting å vise ennå.',
  loading: 'Henter…',
  waitingSignIn: 'Venter på pålogging…',
  waitingOnline: 'Frakoblet, venter…',
  countdown: 'Prøver igjen om {n} s',
  empty: 'Fant ikke noe forbruk.',
  stale: 'Kunne ikke oppdateres etter {time}.',

  // Failures
  failed: 'Kunne ikke hente forbruket',
  errorConfig: 'Siden er feilkonfigurert.',
  errorTimeout: 'Svaret tok for lang tid.',
  errorInvalid: 'Nummeret ble ikke godtatt.',
  errorForbidden: 'Du har ikke tilgang.',
  errorNotAvailable: 'Dette er ikke tilgjengelig.',
  errorServer: 'Tjenesten er ikke tilgjengelig.',
  errorData: 'Svaret kunne ikke brukes.',
  nextCheckNumber: 'Kontroller nummeret.',
  nextSignIn: 'Logg på igjen.',
  nextNarrow: 'Begrens utvalget.',
  nextLater: 'Prøv igjen senere.',
  nextAfter: 'Prøv igjen etter {time}.',
  nextSupport: 'Kontakt support.',
  tryAgain: 'Prøv igjen',
  reference: 'Referanse: {instance}',
  copy: 'Kopier',

  // Itemisation
  print: 'Skriv ut',
  unit: 'Enhet',
  currency: 'Valuta',
  complete: 'Fullstendig',
};

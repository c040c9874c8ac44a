import type { Messages } from './messages.js';

/** Norsk bokmål. */
export const nb: Messages = {
  // Nouns, views and navigation
  title: 'Forbruk',
  viewUnbilled: 'Ikke fakturert ennå',
  viewBilled: 'Fakturert',
  viewsLabel: 'Visning',
  subscription: 'Abonnement',
  subscriptions: 'Abonnementer',
  customerNo: 'Kunde {no}',
  invoiceNo: 'Faktura {no}',
  backToOverview: 'Tilbake til oversikten',
  more: 'Mer',
  less: 'Mindre',
  close: 'Lukk',
  copied: 'Kopiert',
  copyFailed: 'Kunne ikke kopieres',

  // Header
  asOf: 'Per {time}',
  preliminary: 'Foreløpig',
  final: 'Endelig',
  reload: 'Hent på nytt',

  // VAT basis
  vatExcluded: 'ekskl. mva',
  vatIncluded: 'inkl. mva',
  vatUnstated: 'mva ikke oppgitt',
  amount: 'Beløp',

  // Totals and how complete they are
  total: 'Totalt',
  totalSoFar: 'så langt',
  progress: {
    one: '{done} av {n} abonnement hentet',
    other: '{done} av {n} abonnementer hentet',
  },
  loadAll: 'Hent alle',
  incomplete: 'Ufullstendig',
  gapRows: { one: '{n} rad kunne ikke leses', other: '{n} rader kunne ikke leses' },
  gapAmounts: { one: '{n} beløp mangler', other: '{n} beløp mangler' },
  gapAnswers: { one: '{n} svar mangler', other: '{n} svar mangler' },
  gapConflicts: { one: '{n} motstridende post', other: '{n} motstridende poster' },
  gapCutOff: 'Listen kan være kuttet ved {limit} poster',
  gapPaging: 'Listen ble brutt',
  mismatch: 'Poster {records}, sammendrag {summary}, forskjell {difference}',

  // Overview and subscription
  byType: 'Per type',
  byDay: 'Per dag',
  share: 'Andel',
  recordsCount: { one: '{n} post', other: '{n} poster' },

  // Choosing an invoice
  chooseInvoice: 'Velg faktura',
  typeInvoice: 'Skriv nummeret som står på fakturaen',
  show: 'Vis',

  // Records: columns and fields
  recordsLabel: 'Forbruksposter',
  startTime: 'Tidspunkt',
  endTime: 'Sluttid',
  usageType: 'Type',
  numberOrService: 'Nummer eller tjeneste',
  calledNumber: 'Oppringt nummer',
  destination: 'Destinasjon',
  destinationCode: 'Destinasjonskode',
  durationOrVolume: 'Varighet eller mengde',
  volume: 'Mengde',
  charged: 'Belastet',
  quantity: 'Antall',
  unitPrice: 'Enhetspris',
  vatAmount: 'Mva-beløp',
  vatRate: 'Mva-sats',
  description: 'Beskrivelse',
  contentProvider: 'Innholdsleverandør',
  roamingProvider: 'Roamingoperatør',
  recordId: 'Postens ID',
  marks: 'Merknader',

  // Records: sort, filter, count
  sorting: 'Sortering',
  ascending: 'stigende',
  descending: 'synkende',
  filter: 'Filtrer',
  searchRecords: 'Søk i poster',
  typeAll: 'Alle typer',
  fromDay: 'Fra',
  toDay: 'Til',
  clearFilters: 'Fjern filtre',
  filteredCount: { one: '{shown} av {n} post', other: '{shown} av {n} poster' },
  noneMatch: 'Ingen poster passer med filteret.',

  // Record detail
  recordDetail: 'Forbrukspost',
  revealNumber: 'Vis nummeret',
  numberHidden: 'Skjult nummer',
  numberMasked: 'de tre siste sifrene er skjult',
  notStated: 'Ikke oppgitt',

  // Marks on a record
  markFree: 'Gratis',
  markIncluded: 'Inkludert i abonnementet',
  unreadable: 'Kan ikke leses',
  markConflicting: 'Motsier en annen post',
  withheldNote: 'Gratisnumre og hjelpetelefoner vises ikke.',

  // Usage types
  typeCall: 'Samtale',
  typeMessage: 'SMS',
  typeData: 'Data',
  typePremium: 'Spesialnummer',
  typeRoaming: 'Roaming',
  typeFee: 'Gebyr',
  typeCredit: 'Kreditering',
  typeOther: 'Annet ({code})',

  // Units
  timeUnits: 't min s',
  dataUnits: 'B kB MB GB TB',
  volumeEvents: { one: '{n} stk.', other: '{n} stk.' },

  // States
  nothingChosen: 'Ingen kunde valgt. Velg en kunde eller en faktura.',
  nothingYet: 'Det er ikke noe å vise her ennå.',
  loading: 'Henter forbruk…',
  loaded: 'Forbruket er hentet',
  waitingSignIn: 'Venter på pålogging…',
  countdown: 'Prøver igjen om {n} s',
  emptyInvoice: 'Ikke noe forbruk er kjent for fakturaen.',
  emptyRecords: 'Det er ingen forbruksposter her.',
  unknownCustomer: 'Ikke noe ufakturert forbruk er kjent for kunden.',
  stale: 'Kunne ikke oppdateres etter {time}.',

  // Failures
  failed: 'Kunne ikke hente forbruket',
  errorConfig: 'En innstilling på siden mangler eller er feil.',
  errorTimeout: 'Svaret tok for lang tid.',
  errorInvalid: 'Forespørselen ble ikke godtatt.',
  errorNumber: 'Nummeret ble ikke godtatt.',
  errorInvalidParameter: '«{parameter}» ble ikke godtatt.',
  errorAuth: 'Du er ikke lenger pålogget.',
  errorForbidden: 'Du har ikke tilgang til å se dette.',
  errorNotAvailable: 'Dette er ikke tilgjengelig.',
  errorNotFound: 'Dette ble ikke funnet.',
  errorGone: 'Dette finnes ikke lenger.',
  errorTooLarge: 'Dette er for mye på én gang.',
  errorThrottled: 'Tjenesten er opptatt.',
  errorServer: 'Tjenesten er ikke tilgjengelig.',
  errorNetwork: 'Tjenesten kunne ikke nås.',
  errorOffline: 'Du er frakoblet.',
  errorData: 'Svaret kunne ikke leses.',
  errorForeign: 'Svaret gjaldt noen andre.',
  errorRender: 'Siden fjerner kommentarmarkører.',
  nextTellPage: 'Si fra til dem som driver siden.',
  nextCheckNumber: 'Kontroller nummeret.',
  nextSignIn: 'Logg på igjen.',
  nextAskAccess: 'Be om tilgang.',
  nextNarrow: 'Begrens utvalget.',
  nextLater: 'Prøv igjen senere.',
  nextAfter: 'Prøv igjen etter {time}.',
  nextOnline: 'Det fortsetter når forbindelsen er tilbake.',
  nextSupport: 'Si fra til support.',
  tryAgain: 'Prøv igjen',
  supportReference: 'Referanse til support: {instance}',
  copy: 'Kopier',
};

import type { Messages } from './messages.js';

/** Dansk. */
export const da: Messages = {
  // Nouns, views and navigation
  title: 'Forbrug',
  viewUnbilled: 'Endnu ikke faktureret',
  viewBilled: 'Faktureret',
  viewsLabel: 'Visning',
  subscription: 'Abonnement',
  subscriptions: 'Abonnementer',
  customerNo: 'Kunde {no}',
  invoiceNo: 'Faktura {no}',
  backToOverview: 'Tilbage til oversigten',
  more: 'Mere',
  less: 'Mindre',
  close: 'Luk',
  copied: 'Kopieret',
  copyFailed: 'Kunne ikke kopieres',

  // Header
  asOf: 'Pr. {time}',
  preliminary: 'Foreløbigt',
  final: 'Endeligt',
  reload: 'Hent igen',

  // VAT basis
  vatExcluded: 'ekskl. moms',
  vatIncluded: 'inkl. moms',
  vatUnstated: 'moms ikke oplyst',
  amount: 'Beløb',

  // Totals and how complete they are
  total: 'I alt',
  totalSoFar: 'indtil nu',
  progress: {
    one: '{done} af {n} abonnement hentet',
    other: '{done} af {n} abonnementer hentet',
  },
  loadAll: 'Hent alle',
  incomplete: 'Ufuldstændigt',
  gapRows: { one: '{n} række kunne ikke læses', other: '{n} rækker kunne ikke læses' },
  gapAmounts: { one: '{n} beløb mangler', other: '{n} beløb mangler' },
  gapAnswers: { one: '{n} svar mangler', other: '{n} svar mangler' },
  gapConflicts: { one: '{n} modstridende post', other: '{n} modstridende poster' },
  gapCutOff: 'Listen kan være afkortet ved {limit} poster',
  gapPaging: 'Listen blev afbrudt',
  mismatch: 'Poster {records}, opgørelse {summary}, forskel {difference}',

  // Overview and subscription
  byType: 'Pr. type',
  byDay: 'Pr. dag',
  share: 'Andel',
  recordsCount: { one: '{n} post', other: '{n} poster' },

  // Choosing an invoice
  chooseInvoice: 'Vælg faktura',
  typeInvoice: 'Skriv nummeret, der står på fakturaen',
  show: 'Vis',

  // Records: columns and fields
  recordsLabel: 'Forbrugsposter',
  startTime: 'Tidspunkt',
  endTime: 'Sluttidspunkt',
  usageType: 'Type',
  numberOrService: 'Nummer eller tjeneste',
  calledNumber: 'Opkaldt nummer',
  destination: 'Destination',
  destinationCode: 'Destinationskode',
  durationOrVolume: 'Varighed eller mængde',
  volume: 'Mængde',
  charged: 'Afregnet',
  quantity: 'Antal',
  unitPrice: 'Enhedspris',
  vatAmount: 'Momsbeløb',
  vatRate: 'Momssats',
  description: 'Beskrivelse',
  contentProvider: 'Indholdsleverandør',
  roamingProvider: 'Roamingoperatør',
  recordId: 'Postens id',
  marks: 'Markeringer',

  // Records: sort, filter, count
  sorting: 'Sortering',
  ascending: 'stigende',
  descending: 'faldende',
  filter: 'Filtrer',
  searchRecords: 'Søg i poster',
  typeAll: 'Alle typer',
  fromDay: 'Fra',
  toDay: 'Til',
  clearFilters: 'Ryd filtre',
  filteredCount: { one: '{shown} af {n} post', other: '{shown} af {n} poster' },
  noneMatch: 'Ingen poster passer til filteret.',

  // Record detail
  recordDetail: 'Forbrugspost',
  revealNumber: 'Vis nummeret',
  numberHidden: 'Skjult nummer',
  numberMasked: 'de tre sidste cifre er skjult',
  notStated: 'Ikke oplyst',

  // Marks on a record
  markFree: 'Gratis',
  markIncluded: 'Inkluderet i abonnementet',
  unreadable: 'Kan ikke læses',
  markConflicting: 'Modsiger en anden post',
  withheldNote: 'Gratisnumre og hjælpelinjer vises ikke.',

  // Usage types
  typeCall: 'Opkald',
  typeMessage: 'Sms',
  typeData: 'Data',
  typePremium: 'Betalingsnummer',
  typeRoaming: 'Roaming',
  typeFee: 'Gebyr',
  typeCredit: 'Kreditering',
  typeOther: 'Andet ({code})',

  // Units
  timeUnits: 't min s',
  dataUnits: 'B kB MB GB TB',
  volumeEvents: { one: '{n} stk.', other: '{n} stk.' },

  // States
  nothingChosen: 'Ingen kunde valgt. Vælg en kunde eller en faktura.',
  nothingYet: 'Der er ikke noget at vise endnu.',
  loading: 'Henter forbrug…',
  loaded: 'Forbruget er hentet',
  waitingSignIn: 'Venter på login…',
  countdown: 'Prøver igen om {n} s',
  emptyInvoice: 'Der kendes intet forbrug for fakturaen.',
  emptyRecords: 'Der er ingen forbrugsposter her.',
  unknownCustomer: 'Der kendes intet ufaktureret forbrug for kunden.',
  stale: 'Kunne ikke opdateres efter {time}.',

  // Failures
  failed: 'Forbruget kunne ikke hentes',
  errorConfig: 'En indstilling på siden mangler eller er forkert.',
  errorTimeout: 'Svaret tog for lang tid.',
  errorInvalid: 'Forespørgslen blev ikke accepteret.',
  errorNumber: 'Nummeret blev ikke accepteret.',
  errorInvalidParameter: '”{parameter}” blev ikke accepteret.',
  errorAuth: 'Du er ikke længere logget ind.',
  errorForbidden: 'Du har ikke adgang til at se dette.',
  errorNotAvailable: 'Dette er ikke tilgængeligt.',
  errorNotFound: 'Dette blev ikke fundet.',
  errorGone: 'Dette findes ikke længere.',
  errorTooLarge: 'Det er for meget på én gang.',
  errorThrottled: 'Tjenesten er optaget.',
  errorServer: 'Tjenesten er ikke tilgængelig.',
  errorNetwork: 'Der kunne ikke opnås forbindelse til tjenesten.',
  errorOffline: 'Du er offline.',
  errorData: 'Svaret kunne ikke læses.',
  errorForeign: 'Svaret gjaldt en anden.',
  errorRender: 'Siden fjerner kommentarmærker.',
  nextTellPage: 'Sig det til dem, der driver siden.',
  nextCheckNumber: 'Kontrollér nummeret.',
  nextSignIn: 'Log ind igen.',
  nextAskAccess: 'Bed om adgang.',
  nextNarrow: 'Begræns udvalget.',
  nextLater: 'Prøv igen senere.',
  nextAfter: 'Prøv igen efter {time}.',
  nextOnline: 'Det fortsætter, når forbindelsen er tilbage.',
  nextSupport: 'Sig det til supporten.',
  tryAgain: 'Prøv igen',
  supportReference: 'Reference til support: {instance}',
  copy: 'Kopiér',
};

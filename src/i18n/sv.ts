import type { Messages } from './messages.js';

/** Svenska. */
export const sv: Messages = {
  // Nouns, views and navigation
  title: 'Förbrukning',
  viewUnbilled: 'Ännu inte fakturerat',
  viewBilled: 'Fakturerat',
  viewsLabel: 'Vy',
  subscription: 'Abonnemang',
  subscriptions: 'Abonnemang',
  customerNo: 'Kund {no}',
  invoiceNo: 'Faktura {no}',
  backToOverview: 'Tillbaka till översikten',
  more: 'Mer',
  less: 'Mindre',
  close: 'Stäng',
  copied: 'Kopierat',
  copyFailed: 'Kunde inte kopieras',

  // Header
  asOf: 'Läget {time}',
  preliminary: 'Preliminärt',
  final: 'Slutligt',
  reload: 'Hämta på nytt',

  // VAT basis
  vatExcluded: 'exkl. moms',
  vatIncluded: 'inkl. moms',
  vatUnstated: 'moms ej angiven',
  amount: 'Belopp',

  // Totals and how complete they are
  total: 'Totalt',
  totalSoFar: 'hittills',
  progress: {
    one: '{done} av {n} abonnemang hämtat',
    other: '{done} av {n} abonnemang hämtade',
  },
  loadAll: 'Hämta alla',
  incomplete: 'Ofullständigt',
  gapRows: { one: '{n} rad kunde inte läsas', other: '{n} rader kunde inte läsas' },
  gapAmounts: { one: '{n} belopp saknas', other: '{n} belopp saknas' },
  gapAnswers: { one: '{n} svar saknas', other: '{n} svar saknas' },
  gapConflicts: { one: '{n} motstridig post', other: '{n} motstridiga poster' },
  gapCutOff: 'Listan kan vara avkortad vid {limit} poster',
  gapPaging: 'Listan bröts',
  mismatch: 'Poster {records}, sammanställning {summary}, skillnad {difference}',

  // Overview and subscription
  byType: 'Per typ',
  byDay: 'Per dag',
  share: 'Andel',
  recordsCount: { one: '{n} post', other: '{n} poster' },

  // Choosing an invoice
  chooseInvoice: 'Välj faktura',
  typeInvoice: 'Skriv numret som står på fakturan',
  show: 'Visa',

  // Records: columns and fields
  recordsLabel: 'Förbrukningsposter',
  startTime: 'Starttid',
  endTime: 'Sluttid',
  usageType: 'Typ',
  numberOrService: 'Nummer eller tjänst',
  calledNumber: 'Uppringt nummer',
  destination: 'Destination',
  destinationCode: 'Destinationskod',
  durationOrVolume: 'Tid eller mängd',
  volume: 'Mängd',
  charged: 'Debiterat',
  quantity: 'Antal',
  unitPrice: 'Pris per enhet',
  vatAmount: 'Momsbelopp',
  vatRate: 'Momssats',
  description: 'Beskrivning',
  contentProvider: 'Innehållsleverantör',
  roamingProvider: 'Operatör utomlands',
  recordId: 'Postens id',
  marks: 'Markeringar',

  // Records: sort, filter, count
  sorting: 'Sortering',
  ascending: 'stigande',
  descending: 'fallande',
  filter: 'Filtrera',
  searchRecords: 'Sök i poster',
  typeAll: 'Alla typer',
  fromDay: 'Från',
  toDay: 'Till',
  clearFilters: 'Rensa filter',
  filteredCount: { one: '{shown} av {n} post', other: '{shown} av {n} poster' },
  noneMatch: 'Inga poster stämmer med filtret.',

  // Record detail
  recordDetail: 'Förbrukningspost',
  revealNumber: 'Visa numret',
  numberHidden: 'Dolt nummer',
  numberMasked: 'de tre sista siffrorna är dolda',
  notStated: 'Ej angivet',

  // Marks on a record
  markFree: 'Gratis',
  markIncluded: 'Ingår i abonnemanget',
  unreadable: 'Kan inte läsas',
  markConflicting: 'Motsäger en annan post',
  withheldNote: 'Gratisnummer och hjälplinjer visas inte.',

  // Usage types
  typeCall: 'Samtal',
  typeMessage: 'Sms',
  typeData: 'Data',
  typePremium: 'Betalnummer',
  typeRoaming: 'Utomlands',
  typeFee: 'Avgift',
  typeCredit: 'Kreditering',
  typeOther: 'Annat ({code})',

  // Units
  timeUnits: 'tim min s',
  dataUnits: 'B kB MB GB TB',
  volumeEvents: { one: '{n} st', other: '{n} st' },

  // States
  nothingChosen: 'Ingen kund vald. Välj en kund eller en faktura.',
  nothingYet: 'Här finns inget att visa ännu.',
  loading: 'Hämtar förbrukning…',
  loaded: 'Förbrukningen är hämtad',
  waitingSignIn: 'Väntar på inloggning…',
  countdown: 'Försöker igen om {n} s',
  emptyInvoice: 'Ingen förbrukning är känd för fakturan.',
  emptyRecords: 'Här finns inga förbrukningsposter.',
  unknownCustomer: 'Ingen ofakturerad förbrukning är känd för kunden.',
  stale: 'Kunde inte uppdateras efter {time}.',

  // Failures
  failed: 'Förbrukningen kunde inte laddas',
  errorConfig: 'En inställning på sidan saknas eller är fel.',
  errorTimeout: 'Svaret tog för lång tid.',
  errorInvalid: 'Förfrågan godtogs inte.',
  errorNumber: 'Numret godtogs inte.',
  errorInvalidParameter: '”{parameter}” godtogs inte.',
  errorAuth: 'Du är inte längre inloggad.',
  errorForbidden: 'Du har inte behörighet att se det här.',
  errorNotAvailable: 'Det här är inte tillgängligt.',
  errorNotFound: 'Det här hittades inte.',
  errorGone: 'Det här finns inte längre.',
  errorTooLarge: 'Det här är för mycket på en gång.',
  errorThrottled: 'Tjänsten är upptagen.',
  errorServer: 'Tjänsten är inte tillgänglig.',
  errorNetwork: 'Tjänsten kunde inte nås.',
  errorOffline: 'Du är offline.',
  errorData: 'Svaret kunde inte läsas.',
  errorForeign: 'Svaret gällde någon annan.',
  errorRender: 'Sidan tar bort kommentarsmarkörer.',
  nextTellPage: 'Meddela den som ansvarar för sidan.',
  nextCheckNumber: 'Kontrollera numret.',
  nextSignIn: 'Logga in igen.',
  nextAskAccess: 'Be om behörighet.',
  nextNarrow: 'Begränsa urvalet.',
  nextLater: 'Försök igen senare.',
  nextAfter: 'Försök igen efter {time}.',
  nextOnline: 'Det fortsätter när anslutningen är tillbaka.',
  nextSupport: 'Meddela supporten.',
  tryAgain: 'Försök igen',
  supportReference: 'Referens till supporten: {instance}',
  copy: 'Kopiera',
};

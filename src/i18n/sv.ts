import type { Messages } from './messages.js';

/** Svenska. */
export const sv: Messages = {
  // Nouns, views and navigation
  title: 'Förbrukning',
  viewUnbilled: 'Ännu inte fakturerat',
  viewBilled: 'Fakturerat',
  subscription: 'Abonnemang',
  subscriptions: 'Abonnemang',
  customerNo: 'Kund {no}',
  invoiceNo: 'Faktura {no}',
  backToOverview: 'Tillbaka',
  close: 'Stäng',
  copied: 'Kopierat',

  // Header
  asOf: 'Läget {time}',
  preliminary: 'Preliminärt',
  reload: 'Hämta på nytt',

  // VAT basis
  vatExcluded: 'exkl. moms',
  vatIncluded: 'inkl. moms',
  vatUnstated: 'moms ej angiven',
  amount: 'Belopp',

  // Totals and how complete they are
  total: 'Totalt',
  totalSoFar: 'hittills',
  loadAll: 'Hämta alla',
  incomplete: 'Ofullständigt',
  gapAmounts: 'Saknade belopp',
  gapAnswers: 'Saknade svar',
  gapCutOff: 'Listan kan vara avkortad',

  // Overview and subscription
  byDay: 'Per dag',
  share: 'Andel',

  // Choosing an invoice
  chooseInvoice: 'Välj faktura',
  typeInvoice: 'Skriv fakturanumret',
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
  volume: 'Tid eller mängd',
  charged: 'Debiterat',
  quantity: 'Antal',
  unitPrice: 'Enhetspris',
  vatAmount: 'Moms',
  vatRate: 'Moms %',
  description: 'Beskrivning',
  contentProvider: 'Innehållsleverantör',
  roamingProvider: 'Operatör utomlands',
  recordId: 'Postens id',
  marks: 'Markeringar',

  // Records: sort, filter, count
  ascending: 'stigande',
  descending: 'fallande',
  searchRecords: 'Sök',
  typeAll: 'Alla typer',
  fromDay: 'Från',
  toDay: 'Till',
  clearFilters: 'Rensa filter',

  // Record detail
  recordDetail: 'Förbrukningspost',
  numberHidden: 'Dolt',
  notStated: 'Ej angivet',

  // Marks on a record
  markFree: 'Gratis',
  markIncluded: 'Ingår',
  unreadable: 'Kan inte läsas',
  markConflicting: 'Motstridig',
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
  eventUnit: 'st',

  // States
  nothingChosen: 'Ingen kund vald. Välj kund eller faktura.',
  nothingYet: 'Inget att visa ännu.',
  loading: 'Hämtar förbrukning…',
  waitingSignIn: 'Väntar på inloggning…',
  waitingOnline: 'Offline, väntar på anslutning…',
  countdown: 'Försöker igen om {n} s',
  empty: 'Ingen förbrukning hittades.',
  stale: 'Kunde inte uppdateras efter {time}.',

  // Failures
  failed: 'Förbrukningen kunde inte laddas',
  errorConfig: 'Sidan är felkonfigurerad.',
  errorTimeout: 'Svaret tog för lång tid.',
  errorInvalid: 'Numret godtogs inte.',
  errorForbidden: 'Du har inte behörighet.',
  errorNotAvailable: 'Det här är inte tillgängligt.',
  errorServer: 'Tjänsten är inte tillgänglig.',
  errorData: 'Svaret kunde inte användas.',
  nextCheckNumber: 'Kontrollera numret.',
  nextSignIn: 'Logga in igen.',
  nextNarrow: 'Begränsa urvalet.',
  nextLater: 'Försök igen senare.',
  nextAfter: 'Försök igen efter {time}.',
  nextSupport: 'Kontakta supporten.',
  tryAgain: 'Försök igen',
  supportReference: 'Referens: {instance}',
  copy: 'Kopiera',
};

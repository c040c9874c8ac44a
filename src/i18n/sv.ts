import type { Messages } from './messages.js';

/** Svenska. */
export const sv: Messages = {
  // Nouns, views and navigation
  title: 'Förbrukning',
  unbilled: 'Ännu inte fakturerat',
  billed: 'Fakturerat',
  compare: 'Jämför',
  find: 'Hitta',
  subscriptions: 'Abonnemang',
  customerNo: 'Kund {no}',
  invoiceNo: 'Faktura {no}',
  back: 'Tillbaka',
  close: 'Stäng',
  copied: 'Kopierat',
  keys: 'Kortkommandon',

  // Header
  asOf: 'Läget {time}',
  preliminary: 'Preliminärt',
  final: 'Slutligt',
  reload: 'Hämta på nytt',

  // VAT basis
  excluded: 'exkl. moms',
  included: 'inkl. moms',
  unstated: 'moms ej angiven',
  amount: 'Belopp',

  // Totals and how complete they are
  total: 'Totalt',
  soFar: 'hittills',
  loadAll: 'Hämta alla',
  allRecords: 'Alla poster',
  pause: 'Pausa',
  goOn: 'Fortsätt',
  cancel: 'Avbryt',
  incomplete: 'Ofullständigt',
  gapAmounts: 'Belopp saknas',
  gapAnswers: 'Svar saknas',
  gapCutOff: 'Listan kan vara avkortad',

  // Overview and subscription
  byDay: 'Per dag',
  callsByHour: 'Samtal per timme',
  peak: 'Mest: {time}',
  late: 'Kom i efterhand',
  share: 'Andel',
  rounding: 'Avrundning',
  notItemised: 'Ej specificerat',

  // Comparing two sides, and the sentence about it
  moreThan: '{amount} mer än',
  lessThan: '{amount} mindre än',
  sameAs: 'Lika mycket som',
  amountFor: '{amount} avser',
  onDays: '{days}',
  oneCall: '{n} samtal',
  manyCalls: '{n} samtal',
  onePremium: '{n} samtal till betalnummer',
  manyPremium: '{n} samtal till betalnummer',
  newSubscription: 'Nytt abonnemang',
  newType: 'Ny typ',
  gone: 'Inte längre',
  moreUsed: 'Mer förbrukning',
  lessUsed: 'Mindre förbrukning',
  dearer: 'Högre pris',
  cheaper: 'Lägre pris',
  rest: 'Övrigt',
  sameDays: 'Lika många dagar',

  // Choosing an invoice
  chooseInvoice: 'Välj faktura',
  typeInvoice: 'Ange fakturanummer',
  show: 'Visa',

  // Records: columns and fields
  records: 'Förbrukningsposter',
  oneRecord: '{n} post',
  manyRecords: '{n} poster',
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
  vatRate: 'Momssats',
  description: 'Beskrivning',
  contentProvider: 'Innehållsleverantör',
  roamingProvider: 'Operatör utomlands',
  recordId: 'Postens id',
  marks: 'Markeringar',

  // Records: sort, filter, count
  ascending: 'stigande',
  descending: 'fallande',
  search: 'Sök',
  typeAll: 'Alla typer',
  fromDay: 'Från',
  toDay: 'Till',
  minAmount: 'Minst',
  maxAmount: 'Högst',
  groupBy: 'Gruppera',
  sessions: 'Datasessioner',
  filters: 'Filter',
  clearFilters: 'Rensa filter',

  // Find
  searched: 'Genomsökt',
  remove: 'Ta bort',

  // Record detail
  record: 'Förbrukningspost',
  hidden: 'Dolt',
  notStated: 'Ej angivet',

  // Basket
  basket: 'Valda',
  removeAll: 'Ta bort alla',

  // Marks on a record
  markFree: 'Gratis',
  markIncluded: 'Ingår',
  unreadable: 'Kan inte läsas',
  markConflicting: 'Motstridigt',
  // Flags of a record
  international: 'Till utlandet',
  firstSeen: 'Nytt nummer: finns inte i tidigare hämtad förbrukning',
  unusual: '{n} × det vanliga: för abonnemanget',
  duplicate: 'Möjlig dubblett: samma nummer, tid och belopp',
  overlapping: 'Samtidigt: ett annat samtal pågick',
  withheldNote: 'Gratisnummer och hjälplinjer visas inte.',

  // Usage types
  call: 'Samtal',
  message: 'Sms',
  data: 'Data',
  premium: 'Betalnummer',
  roaming: 'Utomlands',
  fee: 'Avgift',
  credit: 'Kreditering',
  other: 'Annat ({code})',

  // Units
  timeUnits: 'tim min s',
  dataUnits: 'B kB MB GB TB',
  eventUnit: 'st',

  // States
  nothingChosen: 'Ingen kund vald. Välj kund eller faktura.',
  nothingYet: 'Inget att visa ännu.',
  loading: 'Hämtar…',
  waitingSignIn: 'Väntar på inloggning…',
  waitingOnline: 'Offline, väntar…',
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
  reference: 'Referens: {instance}',
  copy: 'Kopiera',

  // Itemisation
  print: 'Skriv ut',
  unit: 'Enhet',
  currency: 'Valuta',
  complete: 'Fullständigt',
};

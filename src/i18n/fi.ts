import type { Messages } from './messages.js';

/** Suomi. */
export const fi: Messages = {
  // Nouns, views and navigation
  title: 'Käyttö',
  unbilled: 'Ei vielä laskutettu',
  billed: 'Laskutettu',
  compare: 'Vertaa',
  find: 'Etsi',
  subscriptions: 'Liittymät',
  customerNo: 'Asiakas {no}',
  invoiceNo: 'Lasku {no}',
  back: 'Takaisin',
  close: 'Sulje',
  copied: 'Kopioitu',
  keys: 'Pikanäppäimet',

  // Header
  asOf: 'Tilanne {time}',
  preliminary: 'Alustava',
  final: 'Lopullinen',
  reload: 'Hae uudelleen',

  // VAT basis
  excluded: 'ilman alv:tä',
  included: 'sis. alv',
  unstated: 'alv:tä ei ilmoitettu',
  amount: 'Summa',

  // Totals and how complete they are
  total: 'Yhteensä',
  soFar: 'tähän mennessä',
  loadAll: 'Hae kaikki',
  allRecords: 'Kaikki tapahtumat',
  pause: 'Tauko',
  goOn: 'Jatka',
  cancel: 'Peruuta',
  incomplete: 'Puutteellinen',
  gapAmounts: 'Summa puuttuu',
  gapAnswers: 'Vastaus puuttuu',
  gapCutOff: 'Luettelo voi olla katkennut',

  // Overview and subscription
  byDay: 'Päivittäin',
  callsByHour: 'Puhelut tunneittain',
  peak: 'Eniten: {time}',
  late: 'Tuli jälkikäteen',
  share: 'Osuus',
  rounding: 'Pyöristys',
  notItemised: 'Ei eritelty',

  // Comparing two sides, and the sentence about it
  moreThan: '{amount} enemmän kuin',
  lessThan: '{amount} vähemmän kuin',
  sameAs: 'Yhtä paljon kuin',
  amountFor: '{amount} on',
  onDays: '{days}',
  oneCall: '{n} puhelu',
  manyCalls: '{n} puhelua',
  onePremium: '{n} puhelu palvelunumeroon',
  manyPremium: '{n} puhelua palvelunumeroon',
  newSubscription: 'Uusi liittymä',
  newType: 'Uusi tyyppi',
  gone: 'Ei enää',
  moreUsed: 'Enemmän käyttöä',
  lessUsed: 'Vähemmän käyttöä',
  dearer: 'Korkeampi hinta',
  cheaper: 'Matalampi hinta',
  rest: 'Muuta',
  sameDays: 'Yhtä monta päivää',

  // Choosing an invoice
  chooseInvoice: 'Valitse lasku',
  typeInvoice: 'Anna laskun numero',
  show: 'Näytä',

  // Records: columns and fields
  records: 'Käyttötapahtumat',
  oneRecord: '{n} tapahtuma',
  manyRecords: '{n} tapahtumaa',
  startTime: 'Alkamisaika',
  endTime: 'Päättymisaika',
  usageType: 'Tyyppi',
  numberOrService: 'Numero tai palvelu',
  calledNumber: 'Soitettu numero',
  destination: 'Kohde',
  destinationCode: 'Kohteen koodi',
  volume: 'Kesto tai määrä',
  charged: 'Veloitettu',
  quantity: 'Kappalemäärä',
  unitPrice: 'Yksikköhinta',
  vatAmount: 'Alv',
  vatRate: 'Alv-kanta',
  description: 'Kuvaus',
  contentProvider: 'Sisällöntarjoaja',
  roamingProvider: 'Operaattori ulkomailla',
  recordId: 'Tapahtuman tunnus',
  marks: 'Merkinnät',

  // Records: sort, filter, count
  ascending: 'nouseva',
  descending: 'laskeva',
  search: 'Hae',
  typeAll: 'Kaikki tyypit',
  fromDay: 'Alkupäivä',
  toDay: 'Loppupäivä',
  minAmount: 'Vähintään',
  maxAmount: 'Enintään',
  groupBy: 'Ryhmittely',
  sessions: 'Datajaksot',
  filters: 'Suodattimet',
  clearFilters: 'Poista suodattimet',

  // Find
  searched: 'Haettu',
  remove: 'Poista',

  // Record detail
  record: 'Käyttötapahtuma',
  hidden: 'Piilotettu',
  notStated: 'Ei ilmoitettu',

  // Basket
  basket: 'Valitut',
  removeAll: 'Poista kaikki',

  // Marks on a record
  markFree: 'Maksuton',
  markIncluded: 'Sisältyy',
  unreadable: 'Ei luettavissa',
  markConflicting: 'Ristiriitainen',
  // Flags of a record
  international: 'Ulkomaille',
  firstSeen: 'Uusi numero: ei aiemmin haetussa käytössä',
  unusual: '{n} × tavallinen: tässä liittymässä',
  duplicate: 'Ehkä kahdesti: sama numero, aika ja summa',
  overlapping: 'Päällekkäin: toinen puhelu oli kesken',
  withheldNote: 'Maksuttomia numeroita ja auttavia puhelimia ei näytetä.',

  // Usage types
  call: 'Puhelu',
  message: 'Tekstiviesti',
  data: 'Data',
  premium: 'Palvelunumero',
  roaming: 'Verkkovierailu',
  fee: 'Maksu',
  credit: 'Hyvitys',
  other: 'Muu ({code})',

  // Units
  timeUnits: 't min s',
  dataUnits: 'B kt Mt Gt Tt',
  eventUnit: 'kpl',

  // States
  nothingChosen: 'Asiakasta ei ole valittu. Valitse asiakas tai lasku.',
  nothingYet: 'Ei vielä mitään näytettävää.',
  loading: 'Haetaan…',
  waitingSignIn: 'Odotetaan kirjautumista…',
  waitingOnline: 'Ei verkkoyhteyttä, odotetaan…',
  countdown: 'Uusi yritys {n} s kuluttua',
  empty: 'Käyttöä ei löytynyt.',
  stale: 'Ei voitu päivittää {time} jälkeen.',

  // Failures
  failed: 'Käyttötietoja ei voitu ladata',
  errorConfig: 'Sivun asetuksissa on virhe.',
  errorTimeout: 'Vastaus kesti liian kauan.',
  errorInvalid: 'Numeroa ei hyväksytty.',
  errorForbidden: 'Sinulla ei ole käyttöoikeutta.',
  errorNotAvailable: 'Tämä ei ole saatavilla.',
  errorServer: 'Palvelu ei ole saatavilla.',
  errorData: 'Vastausta ei voitu käyttää.',
  nextCheckNumber: 'Tarkista numero.',
  nextSignIn: 'Kirjaudu uudelleen.',
  nextNarrow: 'Rajaa valintaa.',
  nextLater: 'Yritä myöhemmin uudelleen.',
  nextAfter: 'Yritä uudelleen {time} jälkeen.',
  nextSupport: 'Ota yhteys tukeen.',
  tryAgain: 'Yritä uudelleen',
  reference: 'Viite: {instance}',
  copy: 'Kopioi',

  // Itemisation
  print: 'Tulosta',
  unit: 'Yksikkö',
  currency: 'Valuutta',
  complete: 'Täydellinen',
};

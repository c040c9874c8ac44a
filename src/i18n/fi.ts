import type { Messages } from './messages.js';

/** Suomi. */
export const fi: Messages = {
  // Nouns, views and navigation
  title: 'Käyttö',
  viewUnbilled: 'Ei vielä laskutettu',
  viewBilled: 'Laskutettu',
  viewsLabel: 'Näkymä',
  subscription: 'Liittymä',
  subscriptions: 'Liittymät',
  customerNo: 'Asiakas {no}',
  invoiceNo: 'Lasku {no}',
  backToOverview: 'Takaisin yhteenvetoon',
  more: 'Lisää',
  less: 'Vähemmän',
  close: 'Sulje',
  copied: 'Kopioitu',
  copyFailed: 'Kopiointi ei onnistunut',

  // Header
  asOf: 'Tilanne {time}',
  preliminary: 'Alustava',
  final: 'Lopullinen',
  reload: 'Hae uudelleen',

  // VAT basis
  vatExcluded: 'ilman alv:tä',
  vatIncluded: 'sis. alv',
  vatUnstated: 'alv:tä ei ilmoitettu',
  amount: 'Summa',

  // Totals and how complete they are
  total: 'Yhteensä',
  totalSoFar: 'tähän mennessä',
  progress: {
    one: '{done}/{n} liittymästä haettu',
    other: '{done}/{n} liittymästä haettu',
  },
  loadAll: 'Hae kaikki',
  incomplete: 'Puutteellinen',
  gapRows: { one: '{n} riviä ei voitu lukea', other: '{n} riviä ei voitu lukea' },
  gapAmounts: { one: '{n} summa puuttuu', other: '{n} summaa puuttuu' },
  gapAnswers: { one: '{n} vastaus puuttuu', other: '{n} vastausta puuttuu' },
  gapConflicts: { one: '{n} ristiriitainen tapahtuma', other: '{n} ristiriitaista tapahtumaa' },
  gapCutOff: 'Luettelo on voinut katketa {limit} tapahtuman kohdalla',
  gapPaging: 'Luettelo katkesi kesken',
  mismatch: 'Tapahtumat {records}, yhteenveto {summary}, ero {difference}',

  // Overview and subscription
  byType: 'Tyypeittäin',
  byDay: 'Päivittäin',
  share: 'Osuus',
  recordsCount: { one: '{n} tapahtuma', other: '{n} tapahtumaa' },

  // Choosing an invoice
  chooseInvoice: 'Valitse lasku',
  typeInvoice: 'Kirjoita laskussa oleva numero',
  show: 'Näytä',

  // Records: columns and fields
  recordsLabel: 'Käyttötapahtumat',
  startTime: 'Alkamisaika',
  endTime: 'Päättymisaika',
  usageType: 'Tyyppi',
  numberOrService: 'Numero tai palvelu',
  calledNumber: 'Soitettu numero',
  destination: 'Kohde',
  destinationCode: 'Kohteen koodi',
  durationOrVolume: 'Kesto tai määrä',
  volume: 'Määrä',
  charged: 'Veloitettu',
  quantity: 'Kappalemäärä',
  unitPrice: 'Yksikköhinta',
  vatAmount: 'Alv:n määrä',
  vatRate: 'Alv-kanta',
  description: 'Kuvaus',
  contentProvider: 'Sisällöntarjoaja',
  roamingProvider: 'Verkkovierailuoperaattori',
  recordId: 'Tapahtuman tunnus',
  marks: 'Merkinnät',

  // Records: sort, filter, count
  sorting: 'Järjestys',
  ascending: 'nouseva',
  descending: 'laskeva',
  filter: 'Suodata',
  searchRecords: 'Hae tapahtumista',
  typeAll: 'Kaikki tyypit',
  fromDay: 'Alkupäivä',
  toDay: 'Loppupäivä',
  clearFilters: 'Poista suodattimet',
  filteredCount: { one: '{shown}/{n} tapahtumasta', other: '{shown}/{n} tapahtumasta' },
  noneMatch: 'Mikään tapahtuma ei vastaa suodatinta.',

  // Record detail
  recordDetail: 'Käyttötapahtuma',
  revealNumber: 'Näytä numero',
  numberHidden: 'Numero piilotettu',
  numberMasked: 'kolme viimeistä numeroa piilotettu',
  notStated: 'Ei ilmoitettu',

  // Marks on a record
  markFree: 'Maksuton',
  markIncluded: 'Sisältyy liittymään',
  unreadable: 'Ei luettavissa',
  markConflicting: 'Ristiriidassa toisen tapahtuman kanssa',
  withheldNote: 'Maksuttomia numeroita ja auttavia puhelimia ei näytetä.',

  // Usage types
  typeCall: 'Puhelu',
  typeMessage: 'Tekstiviesti',
  typeData: 'Data',
  typePremium: 'Palvelunumero',
  typeRoaming: 'Verkkovierailu',
  typeFee: 'Maksu',
  typeCredit: 'Hyvitys',
  typeOther: 'Muu ({code})',

  // Units
  timeUnits: 't min s',
  dataUnits: 'B kt Mt Gt Tt',
  volumeEvents: { one: '{n} kpl', other: '{n} kpl' },

  // States
  nothingChosen: 'Asiakasta ei ole valittu. Valitse asiakas tai lasku.',
  nothingYet: 'Täällä ei ole vielä mitään näytettävää.',
  loading: 'Haetaan käyttötietoja…',
  loaded: 'Käyttötiedot on haettu',
  waitingSignIn: 'Odotetaan kirjautumista…',
  countdown: 'Uusi yritys {n} s kuluttua',
  emptyInvoice: 'Tälle laskulle ei löydy käyttöä.',
  emptyRecords: 'Täällä ei ole käyttötapahtumia.',
  unknownCustomer: 'Tälle asiakkaalle ei löydy laskuttamatonta käyttöä.',
  stale: 'Ei voitu päivittää {time} jälkeen.',

  // Failures
  failed: 'Käyttötietoja ei voitu ladata',
  errorConfig: 'Sivun asetus puuttuu tai on väärä.',
  errorTimeout: 'Vastaus kesti liian kauan.',
  errorInvalid: 'Pyyntöä ei hyväksytty.',
  errorNumber: 'Numeroa ei hyväksytty.',
  errorInvalidParameter: 'Ei hyväksytty: ”{parameter}”.',
  errorAuth: 'Et ole enää kirjautuneena.',
  errorForbidden: 'Sinulla ei ole oikeutta nähdä tätä.',
  errorNotAvailable: 'Tämä ei ole saatavilla.',
  errorNotFound: 'Tätä ei löytynyt.',
  errorGone: 'Tämä ei ole enää saatavilla.',
  errorTooLarge: 'Tämä on liikaa kerralla.',
  errorThrottled: 'Palvelu on ruuhkautunut.',
  errorServer: 'Palvelu ei ole käytettävissä.',
  errorNetwork: 'Palveluun ei saatu yhteyttä.',
  errorOffline: 'Verkkoyhteys puuttuu.',
  errorData: 'Vastausta ei voitu lukea.',
  errorForeign: 'Vastaus koski jotakuta muuta.',
  errorRender: 'Sivu poistaa kommenttimerkkejä.',
  nextTellPage: 'Kerro sivun ylläpitäjälle.',
  nextCheckNumber: 'Tarkista numero.',
  nextSignIn: 'Kirjaudu uudelleen.',
  nextAskAccess: 'Pyydä oikeutta.',
  nextNarrow: 'Rajaa valintaa.',
  nextLater: 'Yritä myöhemmin uudelleen.',
  nextAfter: 'Yritä uudelleen {time} jälkeen.',
  nextOnline: 'Jatkuu, kun yhteys palaa.',
  nextSupport: 'Kerro tuelle.',
  tryAgain: 'Yritä uudelleen',
  supportReference: 'Viite tuelle: {instance}',
  copy: 'Kopioi',
};

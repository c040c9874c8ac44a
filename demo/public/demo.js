/** A CRM of one page around `<payex-usage>`: what an embedding developer writes, and no more. */
import { configure } from '/dist/payex-usage.js';
import { TEXTS } from './texts.js';

const $ = (id) => document.getElementById(id);
const usage = $('usage');
const switches = [
  'language',
  'theme',
  'density',
  'width',
  'numbers',
  'selection',
  'audience',
  'latency',
  'fault',
];
/** How long it is said that something was noted, milliseconds. */
const SAYING_TIME = 4000;

const config = await getJson('/demo/config.json');
const sandbox = config.mode === 'sandbox';
let token = sandbox ? await newToken() : null;

// The host owns authentication: this line is all that the element needs to know of it.
configure({ ownerNo: config.ownerNo, fetcher: (url, init) => fetch(url, withHeaders(init)) });

const customers = sandbox ? (await getJson('/sandbox/customers')).customers : [];
let customer = null;
/** What was noted in the case of each customer, by number. */
const notes = new Map();
let saying = 0;

usage.addEventListener('payexauth', (event) => {
  event.waitUntil(newToken().then((fresh) => (token = fresh)));
});
usage.addEventListener('payexselect', ({ detail }) => {
  if (detail.level === 'record') showChosen(detail.selected ? line(detail) : null);
});
// Of several records and of a comparison the element has made the words of a note.
usage.addEventListener('payexaction', ({ detail }) => {
  addToNote(
    detail.text ?? detail.explanation?.text ?? line({ ...detail, record: detail.records[0] }),
  );
});
for (const name of [
  'select',
  'navigate',
  'viewchange',
  'load',
  'error',
  'auth',
  'action',
  'audit',
]) {
  usage.addEventListener(`payex${name}`, ({ type, detail }) => log(type, detail));
}

readAddress();
for (const name of switches) $(name).addEventListener('change', applySwitches);
$('search').addEventListener('input', drawCustomers);
if (sandbox) for (const { name } of await faults()) $('fault').append(new Option(name, name));
else for (const label of document.querySelectorAll('.sandbox')) label.remove();
// Read first: the switches write the address anew.
const linked = address().get('customer');
applySwitches();
document.body.dataset.ready = '';
choose(
  customers.find(({ customerNo }) => customerNo === linked) ??
    (linked ? typed(linked) : customers[0]),
);

function withHeaders(init) {
  const headers = new Headers(init.headers);
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if ($('latency')?.value > 0) headers.set('x-sandbox-latency', $('latency').value);
  if ($('fault')?.value) headers.set('x-sandbox-fault', $('fault').value);
  return { ...init, headers };
}

async function getJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

async function newToken() {
  const response = await fetch('/sandbox/token', { method: 'POST' });
  return (await response.json()).token;
}

async function faults() {
  const { faults: known } = await getJson('/sandbox/faults');
  return known;
}

function choose(next) {
  if (customer) notes.set(customer.customerNo, $('note').value);
  customer = next ?? null;
  if (!customer) return;
  $('note').value = notes.get(customer.customerNo) ?? '';
  $('said').textContent = '';
  usage.labels = customer.labels;
  usage.invoices = customer.invoices;
  // What the caller asks about; without a question the newest.
  usage.invoiceNo = customer.question?.invoiceNo;
  usage.setAttribute('customer-no', customer.customerNo);
  remember();
  showChosen(null);
  $('events').replaceChildren();
  drawFacts();
  drawCustomers();
}

function drawCustomers() {
  const wanted = $('search').value.trim().toLowerCase();
  const found = customers.filter(({ customerNo, name, city }) =>
    `${customerNo} ${name} ${city}`.toLowerCase().includes(wanted),
  );
  const rows = found.map((row) => customerButton(row));
  // Any number can be shown, also one that the demo's own list does not hold.
  if (found.length === 0 && wanted) rows.push(customerButton(typed($('search').value.trim())));
  $('customers').replaceChildren(...rows);
}

function typed(customerNo) {
  return { customerNo, name: '', city: '', story: '', labels: {}, invoices: [] };
}

function customerButton(row) {
  const button = document.createElement('button');
  button.append(row.name || texts().open, small(`${row.customerNo} ${row.city}`));
  if (row.question) button.append(quote(row.question.words));
  button.setAttribute('aria-current', String(row.customerNo === customer?.customerNo));
  button.addEventListener('click', () => choose(row));
  const entry = document.createElement('li');
  entry.append(button);
  return entry;
}

function drawFacts() {
  if (!customer) return;
  const rows = [
    ['customer', customer.name],
    ['number', customer.customerNo],
    ['city', customer.city],
    ['question', customer.question?.words],
    ['story', customer.story],
  ];
  $('facts').replaceChildren(
    ...rows.flatMap(([key, value]) => {
      const term = document.createElement('dt');
      const description = document.createElement('dd');
      term.textContent = texts()[key];
      description.textContent = value || '–';
      // What was said and noted is not in the language that the page is switched to.
      if (key === 'question' || key === 'story') description.lang = 'sv';
      return [term, description];
    }),
  );
}

/** @param words of a record; null for none. */
function showChosen(words) {
  const entry = item(words ?? texts().none);
  if (words === null) entry.dataset.text = 'none';
  $('chosen').replaceChildren(entry);
}

function addToNote(words) {
  const { value } = $('note');
  $('note').value = `${value && value.trimEnd() + '\n\n'}${words}\n`;
  // The note may be far from the button that was pressed.
  $('said').textContent = texts().noted;
  clearTimeout(saying);
  saying = setTimeout(() => ($('said').textContent = ''), SAYING_TIME);
}

/** A record, and whose it is, in a line. */
function line({ invoiceNo, subscriptionNo, record }) {
  const { startTime, usageTypeLabel, number, money } = record;
  const where = invoiceNo ? `${texts().invoice} ${invoiceNo}` : texts().unbilled;
  const parts = [where, subscriptionNo, startTime?.replace('T', ' '), usageTypeLabel, number];
  return [...parts, money ? amount(money) : '–'].filter(Boolean).join(' · ');
}

/** As text an amount is exact: a number would round it. */
function amount({ amount: figure, currency, vat }) {
  const [minimumFractionDigits, maximumFractionDigits] = [2, 20];
  const digits = { minimumFractionDigits, maximumFractionDigits };
  const money = currency ? { style: 'currency', currency } : {};
  const words = new Intl.NumberFormat($('language').value, { ...digits, ...money }).format(figure);
  return `${words} ${texts()[vat]}`;
}

function log(type, detail) {
  const { viewState, record, ...short } = detail;
  $('events').prepend(item(`${type} ${JSON.stringify(viewState ?? short)}`));
  while ($('events').childElementCount > 40) $('events').lastElementChild.remove();
}

function item(text) {
  const entry = document.createElement('li');
  entry.textContent = text;
  return entry;
}

/** The caller's own words. */
function quote(words) {
  const said = small(`”${words}”`);
  said.lang = 'sv';
  return said;
}

function small(text) {
  const span = document.createElement('span');
  span.className = 'soft';
  span.textContent = text;
  return span;
}

function texts() {
  return TEXTS[$('language').value] ?? TEXTS.en;
}

function applySwitches() {
  const page = document.documentElement;
  page.lang = $('language').value;
  page.dataset.theme = $('theme').value;
  page.dataset.width = $('width').value;
  usage.setAttribute('locale', $('language').value);
  usage.setAttribute('theme', $('theme').value);
  usage.setAttribute('density', $('density').value);
  usage.setAttribute('number-policy', $('numbers').value);
  usage.setAttribute('selection', $('selection').value);
  usage.setAttribute('audience', $('audience').value);
  usage.actions = [{ id: 'note', label: texts().toCase }];
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = texts()[element.dataset.text];
  }
  $('search').placeholder = texts().search;
  $('search').setAttribute('aria-label', texts().search);
  drawFacts();
  drawCustomers();
  remember();
}

/** The address holds the switches, so that a state of the demo can be sent to a colleague. */
function address() {
  return new URLSearchParams(location.hash.slice(1));
}

function readAddress() {
  for (const name of switches) {
    const value = address().get(name);
    if (value !== null && $(name)) $(name).value = value;
  }
  if (!address().get('width')) $('width').value = '480';
}

function remember() {
  const state = new URLSearchParams(
    switches.filter((name) => $(name)?.value).map((name) => [name, $(name).value]),
  );
  if (customer) state.set('customer', customer.customerNo);
  history.replaceState(null, '', `#${state}`);
}

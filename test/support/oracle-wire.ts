import { Dice } from './oracle-dice.js';
import { readRows, type Settings, sumsOf, type WireRow } from './oracle.js';

/** Customers as a service might send them: texts of JSON, with whatever a row may hold or lack. */

/** Pages of rows, and how the last one ends; `null` is an answer that cannot be had. */
export interface Listing {
  readonly pages: readonly (readonly WireRow[])[];
  /** A next page that is not there, a link to itself, or one that leads elsewhere. */
  readonly end: 'whole' | 'lost' | 'circle' | 'astray';
}

export interface WireSubscription {
  readonly summaries: Listing | null;
  readonly details: Listing | null;
}

export interface WireScope {
  /** As the API has it: '/customers/C1', '/invoices/900123'. */
  readonly path: string;
  /** Of subscription numbers. */
  readonly list: Listing;
  readonly subscriptions: ReadonlyMap<string, WireSubscription>;
}

export interface WireInvoice {
  readonly invoiceNo: string;
  readonly amount: string;
  readonly currency?: string;
}

export interface WireCustomer {
  readonly customerNo: string;
  /** Stands in every text of this customer. */
  readonly mark: string;
  readonly settings: Settings;
  /** Newest first. */
  readonly invoices: readonly WireInvoice[];
  /** What is not billed yet first, then by invoice. */
  readonly scopes: readonly WireScope[];
}

const TYPES = ['VOICE', 'VOICE', 'SMS', 'DATA', 'PREMIUM', 'ROAM_DATA', 'XQ7', 'FEE', 'voice', ''];
const NAMES: Readonly<Record<string, readonly string[]>> = {
  excluded: ['amountExclVat', 'vatExclusiveAmount', 'TAXEXCLUDEDAMOUNT', 'amountExVat'],
  included: ['amountInclVat', 'vatInclusiveAmount', 'taxIncludedAmount'],
  unstated: ['totalCharge', 'amount', 'Price'],
};
const UNITS: Readonly<Record<string, readonly string[]>> = {
  VOICE: ['S', 'S', 'S', 'MIN'],
  PREMIUM: ['S', 'MIN'],
  DATA: ['KB', 'MB', 'mb', 'B'],
  ROAM_DATA: ['MB'],
  XQ7: ['kWh', 'E'],
};
const UNREADABLE = ['"abc"', '1e400', '"0x10"', 'true', '"1 234,50"', '[]', '{}', '"--5"'];

/** Which money a customer's rows are mostly of. */
interface Habit {
  readonly currencies: readonly (string | null)[];
  readonly bases: readonly string[];
}

/** A numeral with 0 to 6 decimals. */
function numeral(dice: Dice): string {
  if (dice.chance(0.07)) return dice.pick(['0', '0.00', '-0', '-0.0']);
  const scale = dice.pick([0, 1, 2, 2, 2, 2, 3, 4, 5, 6]);
  const size = dice.chance(0.04) ? 10 ** 12 : dice.pick([100, 1000, 50_000]);
  const whole = String(dice.int(size));
  const decimals = Array.from({ length: scale }, () => dice.int(10)).join('');
  return (dice.chance(0.13) ? '-' : '') + whole + (scale ? `.${decimals}` : '');
}

/** One way to write it. */
function spelt(dice: Dice, text: string, currency: string | null): string {
  const scale = text.split('.')[1]?.length ?? 0;
  const digits = text.replace('.', '').replace(/^(-?)0+(?=\d)/, '$1');
  const ways = [
    () => `"${text}"`,
    () => `"${text.replace('.', ',')}"`,
    () => `${digits}e-${scale}`,
    () => `"${digits}E-${scale}"`,
    () => `{"value": ${text}}`,
    () => `{"amount": "${text}", "currency": ${JSON.stringify(currency)}}`,
  ];
  return dice.chance(0.6) ? text : dice.pick(ways)();
}

type Member = readonly [name: string, raw: string];

const quoted = (text: string): string => JSON.stringify(text);

function amountMembers(dice: Dice, { currencies, bases }: Habit): Member[] {
  const currency = dice.pick(currencies);
  const written = currency && dice.pick([currency, currency, currency.toLowerCase()]);
  const members: Member[] = written
    ? [[dice.pick(['currency', 'currencyCode']), quoted(written)]]
    : dice.chance(0.3)
      ? [['currency', quoted(dice.pick(['kr', '', 'KRONOR']))]]
      : [];
  const vats = new Set([dice.pick(bases), ...(dice.chance(0.15) ? [dice.pick(bases)] : [])]);
  for (const vat of vats) {
    const name = dice.pick(NAMES[vat] ?? []);
    if (dice.chance(0.05)) members.push([name, dice.pick(['null', '""'])]);
    else if (dice.chance(0.04)) members.push([name, dice.pick(UNREADABLE)]);
    else members.push([name, spelt(dice, numeral(dice), currency)]);
  }
  if (dice.chance(0.04)) members.length = Math.min(members.length, 1);
  if (dice.chance(0.08))
    members.push(
      dice.pick([
        ['isFree', 'true'],
        ['included', '"1"'],
      ] as const),
    );
  return members;
}

function startOf(dice: Dice, month: string, days: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${month}-${two(1 + dice.int(days))}`;
  const minute = `${two(dice.int(21))}:${two(dice.int(60))}`;
  const ways = ['', `T${minute}`, ` ${minute}:09`, `T${minute}:30Z`, `T${minute}:30+01:00`];
  return dice.chance(0.75) ? `${day}T${minute}:${two(dice.int(60))}` : day + dice.pick(ways);
}

const PARTIES = [
  ...['+4670174', '+4670174', '070174', '+4790112', '46-70 174'].map((part) => `${part}{}`),
  ...['0939-12{}', '+4690012{}', '020{}', '116111', '+4620{}', 'Spotify', ''],
];

interface Month {
  readonly month: string;
  readonly days: number;
}

function recordRow(dice: Dice, id: string, mark: string, when: Month, habit: Habit): WireRow {
  if (dice.chance(0.015)) return dice.pick(['null', '17', '"x"', '[]', '{}', '{"id": "none"}']);
  const type = dice.pick(TYPES);
  const party = dice.pick(PARTIES).replace('{}', String(1000 + dice.int(9000)));
  const place = dice.pick([`${mark}land`, `${mark}, "Ö"`, `=${mark}`, '']);
  const members: Member[] = [
    ...amountMembers(dice, habit),
    ['destination', quoted(dice.chance(0.02) ? mark.repeat(600) : place)],
    [dice.pick(['bNumber', 'calledNumber']), quoted(party)],
    ['somethingElse', dice.pick(['{"amount": 99999}', '[1, 2]', '"1.00"'])],
  ];
  if (type) members.push([dice.pick(['typeOfCall', 'USAGETYPE']), quoted(type)]);
  if (!dice.chance(0.15)) members.push([dice.pick(['id', 'usageId']), quoted(id)]);
  if (!dice.chance(0.03)) members.push(['startTime', quoted(startOf(dice, when.month, when.days))]);
  else if (dice.chance(0.5)) members.push(['startTime', quoted(`${when.month}-39T10:00:00`)]);
  if (!dice.chance(0.1)) members.push(...volumeMembers(dice, type));
  return dice.shuffled(members);
}

function volumeMembers(dice: Dice, type: string): Member[] {
  const unit = dice.pick(UNITS[type] ?? ['E', '']);
  const used = String(dice.int(900)) + dice.pick(['', '', '.5']);
  const members: Member[] = [
    ['totalVolume', dice.chance(0.5) ? used : quoted(used)],
    ['volumeCode', quoted(unit)],
  ];
  if (dice.chance(0.3)) members.push(['chargedVolume', String(dice.int(900))]);
  if (dice.chance(0.2)) members.push(['quantity', String(1 + dice.int(4))]);
  return members;
}

/** The same row written in another way, or with another figure under the same id. */
function twinOf(dice: Dice, row: WireRow): WireRow {
  if (typeof row === 'string') return row;
  const isOther = dice.chance(0.5);
  return dice.shuffled(
    row.map(([name, raw]): Member => {
      const isNumeral = /^-?\d+\.\d+$/.test(raw);
      return isNumeral ? [name, isOther ? `${raw}7` : `${raw}0`] : [name, raw];
    }),
  );
}

function pagesOf(dice: Dice, rows: readonly WireRow[]): Listing {
  const count = dice.pick([1, 1, 2, 3, 4]);
  const pages = Array.from({ length: count }, (_, page) =>
    rows.filter((_row, place) => Math.floor((place * count) / rows.length) === page),
  );
  const odd = dice.pick(['lost', 'circle', 'astray'] as const);
  return { pages, end: dice.chance(0.08) ? odd : 'whole' };
}

function detailRows(dice: Dice, mark: string, when: Month, habit: Habit): WireRow[] {
  const rows: WireRow[] = [];
  const count = dice.pick([0, 1, 3, 8, 15, 25]);
  for (let place = 0; place < count; place++) {
    rows.push(recordRow(dice, `${mark}${place}`, mark, when, habit));
    if (dice.chance(0.05)) rows.push(twinOf(dice, dice.pick(rows)));
  }
  return rows;
}

/** A line of money in the words of a summary. */
function summaryRow(
  { type, currency, vat, amount }: { type: string; currency: string; vat: string; amount: string },
  { currency: host }: Settings,
  more: readonly Member[],
): WireRow {
  // Where the host has a currency for rows that state none, only junk is none.
  const named = currency ? [['currency', quoted(currency)] as const] : [];
  return [
    ...(type ? [['typeOfCall', quoted(type)] as const] : []),
    ...(host && !currency ? [['currency', '"kr."'] as const] : named),
    [NAMES[vat]?.[0] ?? '', amount],
    ...more,
  ];
}

function summaryRows(
  dice: Dice,
  rows: readonly WireRow[],
  mark: string,
  when: Month,
  settings: Settings,
): WireRow[] {
  const { records } = readRows(rows, settings);
  const how = dice.pick(['agree', 'agree', 'agree', 'rounded', 'off', 'lacking'] as const);
  const period: Member[] = [
    ['startPeriod', quoted(`${when.month}-01`)],
    ['endPeriod', quoted(`${when.month}-${String(when.days).padStart(2, '0')}`)],
  ];
  const lines: WireRow[] = [];
  for (const type of new Set(records.map((record) => record.type))) {
    const own = records.filter((record) => record.type === type);
    for (const { currency, vat, amount } of sumsOf(own)) {
      const exact = decimalText(amount);
      const text =
        how === 'rounded' ? (Number(exact) || 0).toFixed(2) : how === 'off' ? numeral(dice) : exact;
      if (how === 'lacking' && dice.chance(0.4)) continue;
      const named: Member[] = dice.chance(0.4) ? [['description', quoted(`${mark} x`)]] : [];
      const used = dice.chance(0.8) ? volumeMembers(dice, type) : [];
      const more = [...named, ...used, ...(dice.chance(0.9) ? period : [])];
      lines.push(summaryRow({ type, currency, vat, amount: text }, settings, more));
    }
  }
  if (dice.chance(0.1)) lines.push([['typeOfCall', '"FEE"'], ['quantity', '1'], ...period]);
  if (dice.chance(0.04)) lines.push('{"typeOfCall": "VOICE"}');
  return dice.shuffled(lines);
}

/** A bigint of 10^-12 as a numeral. */
function decimalText(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(13, '0');
  const decimals = digits.slice(-12).replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -12)}${decimals && `.${decimals}`}`;
}

function scopeOf(dice: Dice, path: string, mark: string, when: Month, given: Given): WireScope {
  const { numbers, habit, settings } = given;
  const listed = numbers.filter(() => dice.chance(0.75));
  const subscriptions = new Map(
    listed.map((no): [string, WireSubscription] => {
      const rows = detailRows(dice, mark, when, habit);
      const lines = summaryRows(dice, rows, mark, when, settings);
      const summaries = dice.chance(0.05) ? null : pagesOf(dice, lines);
      return [no, { summaries, details: dice.chance(0.05) ? null : pagesOf(dice, rows) }];
    }),
  );
  const items = listed.map((no): WireRow => [['subscriptionNo', quoted(no)]]);
  if (dice.chance(0.05)) items.push([['subscriptionNo', '".."']]);
  return { path, list: pagesOf(dice, items), subscriptions };
}

interface Given {
  readonly numbers: readonly string[];
  readonly habit: Habit;
  readonly settings: Settings;
}

const MONTHS = [
  { month: '2026-03', days: 10 },
  { month: '2026-02', days: 28 },
  { month: '2026-01', days: 31 },
] as const;

/** A customer, all of whose texts hold the mark. */
export function randomCustomer(seed: number, mark = 'Alfa'): WireCustomer {
  const dice = new Dice(seed);
  const settings: Settings = {
    currency: dice.chance(0.3) ? dice.pick(['SEK', 'NOK']) : null,
    vatBasis: dice.chance(0.3) ? dice.pick(['included', 'excluded'] as const) : null,
  };
  const [first = null, second = null] = dice.pick([
    ['SEK', 'NOK'],
    ['SEK', 'EUR'],
    ['SEK', 'ISK'],
    ['NOK', null],
  ]);
  const basis = dice.pick(['excluded', 'included', 'unstated']);
  const isMixed = dice.chance(0.6);
  const habit: Habit = {
    currencies: isMixed ? [first, first, first, second] : [first],
    bases: isMixed ? [basis, basis, 'included', 'excluded', 'unstated'] : [basis],
  };
  const numbers = Array.from({ length: dice.pick([1, 2, 3, 5]) }, (_, n) => `${mark}-0${n}`);
  const given = { numbers, habit, settings };
  const customerNo = `${mark}C`;
  const invoices = ['2', '1'].map((no): WireInvoice => ({
    invoiceNo: `${mark}I${no}`,
    amount: numeral(dice),
    ...(dice.chance(0.7) && first && { currency: first }),
  }));
  const paths = [
    `/customers/${customerNo}`,
    ...invoices.map(({ invoiceNo }) => `/invoices/${invoiceNo}`),
  ];
  const scopes = paths.map((path, n) => scopeOf(dice, path, mark, MONTHS[n] ?? MONTHS[0], given));
  return { customerNo, mark, settings, invoices, scopes };
}

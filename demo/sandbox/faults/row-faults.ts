import type { JsonObject } from '../dialects.js';
import { type Fault, type FaultTable, onRows } from './fault.js';
import { HOSTILE_STRINGS } from './hostile-strings.js';

const DETAILS = ['usage-details'] as const;
const SUMMARIES = ['usage-summaries'] as const;
const USAGE = ['usage-details', 'usage-summaries'] as const;

/** Names are compared without case, since the dialects differ in it. */
function isOneOf(name: string, names: string): boolean {
  return names.split(' ').includes(name.toLowerCase());
}

const AMOUNTS =
  'amountexclvat amountinclvat totalcharge taxexcludedamount taxincludedamount price charge';
const TIMES = 'startdatetime usagedate calldate';
const IDS = 'usageid id recordid';
const TYPES = 'typeofcall usagetype calltype';
const CURRENCIES = 'currency currencycode';
const TEXTS =
  'usagetypetext description tariffname detailinfo bnumber callednumber destinationplaintext destinationname zone contentproviderreferencecode roamingproviderreferencecode';

/** The row with every member of those names set by `value`; added under `fallback` if it has none. */
function withMembers(
  row: JsonObject,
  names: string,
  value: (old: unknown) => unknown,
  fallback?: string,
): JsonObject {
  const changed = Object.entries(row).map(([name, old]) =>
    isOneOf(name, names) ? [name, value(old)] : [name, old],
  );
  const hasAny = Object.keys(row).some((name) => isOneOf(name, names));
  if (!hasAny && fallback !== undefined) changed.push([fallback, value(undefined)]);
  return Object.fromEntries(changed);
}

/** Another fault may have spoiled the row before: what is no object loses nothing. */
const without = (row: JsonObject | null, names: string): JsonObject =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => !isOneOf(name, names)));

/** A fault that walks through `values`, one a row, in the members of those names. */
function cycling(doc: string, names: string, values: readonly unknown[], fallback: string): Fault {
  return onRows(doc, DETAILS, (rows) =>
    rows.map((row, n) => withMembers(row, names, () => values[n % values.length], fallback)),
  );
}

function exactly(count: number, rows: readonly JsonObject[]): JsonObject[] {
  return Array.from({ length: count }, (_, n) => {
    const row = rows[n % rows.length] ?? {};
    return n < rows.length ? row : withMembers(row, IDS, (id) => `${String(id)}-copy-${n}`, 'id');
  });
}

function foreign(rows: JsonObject[]): JsonObject[] {
  const stranger = { ...without(rows[0] ?? {}, 'subscriptionno'), subscriptionNo: '46701740699' };
  return [...rows, withMembers(stranger, IDS, () => 'foreign-1', 'id')];
}

const FORGED_TEMPLATE = { _$litType$: 1, strings: ['<b id="forged">forged</b>'], values: [] };

/** An own `__proto__`, which an object literal could not hold. */
function withProtoMembers(row: JsonObject): JsonObject {
  const members = JSON.parse(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  ) as object;
  return Object.defineProperties({ ...row }, Object.getOwnPropertyDescriptors(members));
}

/** Faults in the rows of usage-details and usage-summaries. */
export const ROW_FAULTS: FaultTable = {
  'foreign-row': onRows('A row of another subscription among the rows.', USAGE, foreign),
  'foreign-customer-row': onRows('A row that names another customer.', USAGE, (rows) =>
    rows.map((row, n) => (n === 0 ? { ...row, customerNo: '999999' } : row)),
  ),
  'forged-lit': cycling('A template object where a text is due.', TEXTS, [FORGED_TEMPLATE], 'text'),
  'proto-member': onRows('Rows with own members __proto__ and constructor.', USAGE, (rows) =>
    rows.map(withProtoMembers),
  ),
  'extra-members': onRows('Rows with members that nobody has documented.', USAGE, (rows) =>
    rows.map((row) => ({ ...row, operations: null, ratingPlan: { tier: 3 }, tags: ['a', 7] })),
  ),
  'bad-rows': onRows('Three rows that are no usage at all.', USAGE, (rows) => [
    null,
    'a text',
    { note: 'neither a time nor an amount' },
    ...rows.slice(3),
  ]),
  'missing-amounts': onRows('Every third row has no amount.', USAGE, (rows) =>
    rows.map((row, n) => (n % 3 === 0 ? without(row, AMOUNTS) : row)),
  ),
  'mixed-currency': onRows('Every other row is in Norwegian kroner.', USAGE, (rows) =>
    rows.map((row, n) =>
      n % 2 === 0 ? row : withMembers(row, CURRENCIES, () => 'NOK', 'currency'),
    ),
  ),
  'exactly-3000': onRows('Exactly 3,000 records: the list may be cut off.', DETAILS, (rows) =>
    exactly(3000, rows),
  ),
  'many-rows': onRows('As many records as "=20000" says.', DETAILS, (rows, call) =>
    exactly(Number(call.argument ?? 20_000), rows),
  ),
  'hostile-strings': onRows('A hostile text in every text member.', USAGE, (rows) =>
    rows.map((row, n) =>
      withMembers(row, TEXTS, () => HOSTILE_STRINGS[n % HOSTILE_STRINGS.length], 'description'),
    ),
  ),
  'summary-mismatch': onRows('The first summary says 10,00 too much.', SUMMARIES, (rows) =>
    rows.map((row, n) =>
      n === 0
        ? withMembers(row, AMOUNTS, (old) => Math.round(readNumber(old) * 100 + 1000) / 100)
        : row,
    ),
  ),
  'duplicate-ids': onRows('The first record comes twice, word for word.', DETAILS, (rows) => [
    ...rows.slice(0, 1),
    ...rows,
  ]),
  'conflicting-ids': onRows('The first record comes twice with two amounts.', DETAILS, (rows) => [
    ...rows.slice(0, 1).map((row) => withMembers(row, AMOUNTS, () => 1234.5)),
    ...rows,
  ]),
  'unknown-types': cycling(
    'Usage types that nobody knows.',
    TYPES,
    ['X25_PAD', 'HOLOGRAM'],
    'usageType',
  ),
  'odd-numbers': cycling(
    'Amounts as text, with exponents, too long, too large, or none at all.',
    AMOUNTS,
    ['1e3', '1E-2', '354,10', '-0', '12345678901234567.123456789', 'NaN', 'Infinity', '1e400', ''],
    'totalCharge',
  ),
  'odd-times': cycling(
    'Times that no calendar has, or no century of ours.',
    TIMES,
    ['0000-01-01T00:00:00', '9999-12-31T23:59:59', '2026-02-30T12:00:00', 'yesterday', 1767225600],
    'startDateTime',
  ),
  'end-before-start': onRows('Calls that end before they start.', DETAILS, (rows) =>
    rows.map((row) => ({ ...row, endTime: '2001-01-01T00:00:00' })),
  ),
  'negative-volume': cycling(
    'Durations below zero.',
    'totalvolume usage duration',
    [-60],
    'duration',
  ),
};

/** An amount of any dialect. */
function readNumber(value: unknown): number {
  return Number(String(value).replace(',', '.'));
}

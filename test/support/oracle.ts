/**
 * What is on the screen must be: worked out slowly and plainly from the texts of the wire, with nothing of the
 * product in it. All figures are whole numbers of 10^-12.
 */

/** Names and texts of JSON, as they are written; a text alone is no row at all, or one that lacks everything. */
export type WireRow = string | readonly (readonly [name: string, raw: string])[];

export type Vat = 'excluded' | 'included' | 'unstated';

/** What the host says where the rows do not. */
export interface Settings {
  readonly currency: string | null;
  readonly vatBasis: 'included' | 'excluded' | null;
}

export interface OracleRow {
  readonly subscriptionNo: string;
  readonly id: string;
  readonly type: string;
  readonly description: string;
  readonly party: string;
  readonly destination: string;
  /** 'yyyy-mm-dd', and with ' hh:mm' as far as that is stated; '' without a readable one. */
  readonly day: string;
  readonly time: string;
  /** As it was written. */
  readonly start: string;
  readonly volume: bigint | null;
  readonly charged: bigint | null;
  readonly quantity: bigint | null;
  readonly unit: string;
  /** null where none is stated or it cannot be read. */
  readonly amount: bigint | null;
  /** '' where none is stated. */
  readonly currency: string;
  readonly vat: Vat;
  /** It should have an amount. */
  readonly lacks: boolean;
  /** Not listed: who was called is nobody's business. */
  readonly isWithheld: boolean;
  /** Another one has the same id. */
  conflicts: boolean;
  /** Summaries: days, both included. */
  readonly from: string;
  readonly to: string;
}

export interface Money {
  readonly currency: string;
  readonly vat: Vat;
  readonly amount: bigint;
}

/** How many of each are known to be missing, and whether the list may go on. */
export interface Gaps {
  answers: number;
  unreadable: number;
  amounts: number;
  conflicts: number;
  cut: boolean;
}

export const NO_GAPS: Gaps = { answers: 0, unreadable: 0, amounts: 0, conflicts: 0, cut: false };

export interface Total {
  readonly sums: readonly Money[];
  readonly count: number;
  readonly gaps: Gaps;
}

const SCALE = 12;
export const ONE = 10n ** BigInt(SCALE);

/** A numeral, or null for what is none. */
export function figure(text: string): bigint | null {
  const match = /^\s*([+-]?)(0|[1-9]\d*)(?:[.,](\d+))?(?:[eE]([+-]?\d+))?\s*$/.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = match;
  const shift = SCALE + Number(exponent) - decimals.length;
  // As far as amounts of this test go.
  if (Number(exponent) > 40 || shift < 0) return null;
  const value = BigInt(whole + decimals) * 10n ** BigInt(shift);
  return sign === '-' ? -value : value;
}

/** The text behind a raw value: of a JSON text what it says, of all else itself. */
function textOf(raw = ''): string {
  return raw.startsWith('"') ? (JSON.parse(raw) as string).trim() : raw === 'null' ? '' : raw;
}

/** Of the row the member that has any of these names and a value. */
function member(row: WireRow, ...names: string[]): string {
  if (typeof row === 'string') return '';
  const wanted = names.map((name) => name.toLowerCase());
  const found = row.filter(([name, raw]) => wanted.includes(name.toLowerCase()) && textOf(raw));
  return found.at(-1)?.[1] ?? '';
}

const EXCLUDED = ['amountExVat', 'amountExclVat', 'vatExclusiveAmount', 'taxExcludedAmount'];
const INCLUDED = ['amountIncVat', 'amountInclVat', 'vatInclusiveAmount', 'taxIncludedAmount'];
const UNSTATED = ['totalCharge', 'charge', 'amount', 'price', 'cost'];

/** The raw amount that counts, and its basis. */
function amountOf(row: WireRow, { vatBasis }: Settings): [raw: string, vat: Vat] {
  const excluded = member(row, ...EXCLUDED);
  const included = member(row, ...INCLUDED);
  if (vatBasis === 'included' && included) return [included, 'included'];
  if (excluded) return [excluded, 'excluded'];
  if (included) return [included, 'included'];
  return [member(row, ...UNSTATED), vatBasis ?? 'unstated'];
}

/** The amount in a raw value, and the currency that an object may state beside it. */
function amountIn(raw: string): [amount: bigint | null, currency: string] {
  if (!raw.startsWith('{')) return [/^[[tf]/.test(raw) ? null : figure(textOf(raw)), ''];
  const [, value = ''] = /"(?:value|amount)": ("[^"]*"|[^,}]*)/.exec(raw) ?? [];
  const [, currency = ''] = /"currency": ("[^"]*")/.exec(raw) ?? [];
  return [figure(textOf(value)), textOf(currency)];
}

function currencyOf(row: WireRow, beside: string, host: string | null): string {
  const stated = textOf(member(row, 'currency', 'currencyCode'));
  const code = stated || beside || (host ?? '');
  return /^[a-z]{3}$/i.test(code) ? code.toUpperCase() : '';
}

/** Stockholm is an hour before UTC in the months of this test, as '+01:00' is. */
function startIn(text: string): { day: string; time: string } {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d)?(Z|\+01:00)?)?$/.exec(text);
  if (!match || Number(match[1]?.slice(8)) > 31) return { day: '', time: '' };
  const [, day = '', hour, minute = '', zone] = match;
  if (hour === undefined) return { day, time: day };
  const wall = String(Number(hour) + (zone === 'Z' ? 1 : 0)).padStart(2, '0');
  return { day, time: `${day} ${wall}:${minute}` };
}

const FREE = /^(\+4620|020|116)/;

function readRow(row: WireRow, settings: Settings): OracleRow | null {
  const volume = member(row, 'totalVolume');
  const charged = member(row, 'chargedVolume');
  const quantity = member(row, 'quantity');
  const start = textOf(member(row, 'startTime'));
  const [raw, vat] = amountOf(row, settings);
  const anyAmount = member(row, ...EXCLUDED, ...INCLUDED, ...UNSTATED);
  if (![volume, charged, quantity, start, anyAmount].some(Boolean)) return null;
  const [amount, beside] = amountIn(raw);
  const costsNothing = member(row, 'isFree') !== '' || member(row, 'included') !== '';
  const party = textOf(member(row, 'bNumber', 'calledNumber'));
  return {
    subscriptionNo: '',
    id: textOf(member(row, 'id', 'usageId')),
    type: textOf(member(row, 'typeOfCall', 'usageType')),
    description: textOf(member(row, 'description')),
    party,
    destination: textOf(member(row, 'destination')).slice(0, 2000),
    ...startIn(start),
    start,
    volume: figure(textOf(volume)),
    charged: figure(textOf(charged)),
    quantity: figure(textOf(quantity)),
    unit: textOf(member(row, 'volumeCode')),
    amount,
    currency: currencyOf(row, beside, settings.currency),
    vat,
    lacks: amount === null && (!costsNothing || raw !== ''),
    isWithheld: FREE.test(party),
    conflicts: false,
    from: textOf(member(row, 'startPeriod')),
    to: textOf(member(row, 'endPeriod')),
  };
}

/** What two records of one id must share to be one record. */
function contentOf(record: OracleRow): string {
  const { id, type, start, day, time, amount, currency, vat, lacks, isWithheld } = record;
  const kept = [id, type, start, day, time, amount, currency, vat, lacks];
  const { conflicts: _, ...all } = record;
  const whole = isWithheld ? [...kept, isWithheld] : [...kept, ...Object.values(all)];
  return whole.map(String).join('\n');
}

export interface ReadRows {
  readonly records: readonly OracleRow[];
  readonly unreadable: number;
  /** A row of a later page was there before. */
  readonly repeats: boolean;
}

/** Rows as they are: all of them, however alike. */
export function readRows(rows: readonly WireRow[], settings: Settings): ReadRows {
  const read = rows.map((row) => readRow(row, settings));
  const records = read.filter((record) => record !== null);
  return { records, unreadable: rows.length - records.length, repeats: false };
}

/** Records of one subscription: what comes twice counts once, and who share an id only are told of. */
export function readRecords(pages: readonly (readonly WireRow[])[], settings: Settings): ReadRows {
  const records: OracleRow[] = [];
  const known = new Map<OracleRow, { content: string; page: number }>();
  let unreadable = 0;
  let repeats = false;
  for (const [page, rows] of pages.entries()) {
    for (const row of rows) {
      const record = readRow(row, settings);
      if (!record) {
        unreadable += 1;
        continue;
      }
      const twins = records.filter(({ id }) => id !== '' && id === record.id);
      const content = contentOf(record);
      const same = twins.find((twin) => known.get(twin)?.content === content);
      if (same) {
        repeats ||= page > 0 && isEarlier(known, twins, content, page);
        continue;
      }
      known.set(record, { content, page });
      records.push(record);
      if (twins.length > 0) for (const each of [record, ...twins]) each.conflicts = true;
    }
  }
  return { records, unreadable, repeats };
}

/** Whether what is repeated came with an earlier page. */
function isEarlier(
  known: ReadonlyMap<OracleRow, { content: string; page: number }>,
  twins: readonly OracleRow[],
  content: string,
  page: number,
): boolean {
  return twins.some((twin) => {
    const before = known.get(twin);
    return before?.content === content && before.page < page;
  });
}

/** By currency and VAT basis, the largest first, whatever its sign. */
export function sumsOf(
  rows: readonly Pick<OracleRow, 'amount' | 'currency' | 'vat'>[],
): readonly Money[] {
  const sums: { currency: string; vat: Vat; amount: bigint }[] = [];
  for (const { amount, currency, vat } of rows) {
    if (amount === null) continue;
    const sum = sums.find((each) => each.currency === currency && each.vat === vat);
    if (sum) sum.amount += amount;
    else sums.push({ currency, vat, amount });
  }
  return sums.sort((a, b) => {
    const [one, other] = [size(a.amount), size(b.amount)];
    if (one !== other) return one > other ? -1 : 1;
    if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
    return a.vat < b.vat ? -1 : 1;
  });
}

export const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

export function totalOf(rows: readonly OracleRow[], noted: Gaps = NO_GAPS): Total {
  const lacking = rows.filter(({ lacks }) => lacks).length;
  const conflicts = rows.filter((row) => row.conflicts).length;
  const gaps = addGaps(noted, { ...NO_GAPS, amounts: lacking, conflicts });
  return { sums: sumsOf(rows), count: rows.length, gaps };
}

export function addGaps(...all: readonly Gaps[]): Gaps {
  const sum = { ...NO_GAPS };
  for (const gaps of all) {
    sum.answers += gaps.answers;
    sum.unreadable += gaps.unreadable;
    sum.amounts += gaps.amounts;
    sum.conflicts += gaps.conflicts;
    sum.cut ||= gaps.cut;
  }
  return sum;
}

export function isWhole({ answers, unreadable, amounts, conflicts, cut }: Gaps): boolean {
  return answers + unreadable + amounts + conflicts === 0 && !cut;
}

/** In groups, in the order in which they first appear. */
export function grouped<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (readonly [string, Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups];
}

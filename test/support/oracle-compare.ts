import {
  addGaps,
  type Gaps,
  grouped,
  isWhole,
  NO_GAPS,
  type OracleRow,
  size,
  totalOf,
  type Vat,
} from './oracle.js';
import { type Answer, kindOf, type ScopeFigures } from './oracle-usage.js';

/** Why one side is higher than the other, split as docs/decisions/0011 says; slow and plain. */

export interface OracleDriver {
  readonly cause: string;
  readonly subscriptionNo: string;
  /** '' for a whole subscription, or where none is stated. */
  readonly type: string;
  readonly isWhole: boolean;
  readonly currency: string;
  readonly vat: Vat;
  readonly amount: bigint;
}

/** Usage of one type of a subscription, currency and VAT basis. */
export interface OracleCell {
  readonly key: string;
  /** What its drivers may be: an average price is rounded to as many decimals as amounts have. */
  readonly choices: readonly (readonly OracleDriver[])[];
  /** What was used on either side, in seconds, bytes, events or a unit of the operator. */
  readonly volumes: readonly (bigint | undefined)[];
}

export interface OracleComparison {
  /** Subscriptions of which both sides are known. */
  readonly before: readonly OracleRow[];
  readonly now: readonly OracleRow[];
  readonly cells: readonly OracleCell[];
  /** What is missing before any record is told of. */
  readonly gaps: Gaps;
  readonly count: number;
  readonly done: number;
}

/** What one type of a subscription used and got back on a side. */
interface Side {
  readonly rows: readonly OracleRow[];
  readonly used: bigint;
  readonly credited: bigint;
  /** Its unit and amount, where every line states one of the same kind. */
  readonly volume: { readonly name: string; readonly amount: bigint } | null;
}

const UNITS: Readonly<Record<string, readonly [string, bigint]>> = {
  S: ['S', 1n],
  MIN: ['S', 60n],
  E: ['E', 1n],
  B: ['B', 1n],
  KB: ['B', 10n ** 3n],
  MB: ['B', 10n ** 6n],
  GB: ['B', 10n ** 9n],
};

const add = (numbers: readonly bigint[]): bigint => numbers.reduce((sum, n) => sum + n, 0n);

/** What a line is measured by: what was charged for, else what was used, else a number of events. */
function measureOf({
  charged,
  volume,
  quantity,
  unit,
}: OracleRow): [name: string, amount: bigint | null] {
  const value = charged ?? volume;
  const sense = charged === null ? 'used' : 'charged';
  if (value === null) return [`E ${sense}`, quantity];
  const [base, factor] = UNITS[unit.toUpperCase()] ?? [unit, 1n];
  return [`${base} ${sense}`, value * factor];
}

function sideOf(rows: readonly OracleRow[]): Side {
  const used = rows.filter(({ amount }) => amount === null || amount >= 0n);
  const back = rows.filter(({ amount }) => amount !== null && amount < 0n);
  const measures = used.map(measureOf);
  const names = new Set(measures.map(([name]) => name));
  const isKnown =
    names.size === 1 &&
    measures.every(([, amount]) => amount !== null) &&
    used.every(({ amount }) => amount !== null);
  const [name = ''] = names;
  return {
    rows,
    used: add(used.map(({ amount }) => amount ?? 0n)),
    credited: add(back.map(({ amount }) => amount ?? 0n)),
    volume: isKnown ? { name, amount: add(measures.map(([, amount]) => amount ?? 0n)) } : null,
  };
}

/** The nearest whole number of 10^-scale, halves away from zero. */
function rounded(above: bigint, below: bigint, scale: number): bigint {
  const unit = 10n ** BigInt(12 - scale);
  const half = above < 0n ? -below * unit : below * unit;
  return ((2n * above + half) / (2n * below * unit)) * unit;
}

type Part = readonly [cause: string, amount: bigint];

function partsOf(before: Side, now: Side, unsure: boolean, scale: number): Part[] {
  const credit: Part = ['credit', now.credited - before.credited];
  const used = now.used - before.used;
  if (before.rows.length === 0) return [credit, [unsure ? 'other' : 'newType', used]];
  if (now.rows.length === 0) return [credit, [unsure ? 'other' : 'goneType', used]];
  const [then, since] = [before.volume, now.volume];
  if (unsure || !then || !since || then.name !== since.name || then.amount <= 0n) {
    return [credit, ['other', used]];
  }
  const more = since.amount - then.amount;
  const byVolume = rounded(before.used * more, then.amount, scale);
  const byPrice = used - byVolume;
  const use = more < 0n ? 'lessUsed' : 'moreUsed';
  // Five thousandths of what was to be expected.
  if (more !== 0n && size(byPrice) * 1000n <= (before.used + byVolume) * 5n) {
    return [credit, [use, used]];
  }
  return [credit, [use, byVolume], [byPrice < 0n ? 'cheaper' : 'dearer', byPrice]];
}

const SCALES = Array.from({ length: 13 }, (_, scale) => scale);

/** What tells a cell from all others. */
export function cellKey({
  subscriptionNo,
  type,
  currency,
  vat,
}: Omit<OracleDriver, 'cause' | 'amount'>): string {
  return [subscriptionNo, type, currency, vat].join('|');
}

function cellsOf(
  subscriptionNo: string,
  before: readonly OracleRow[] | null,
  now: readonly OracleRow[] | null,
  unsure: boolean,
): OracleCell[] {
  const isWhole = before === null || now === null;
  const rows = [...(before ?? []), ...(now ?? [])];
  const cells = grouped(rows, (row) => `${isWhole ? '' : row.type}\n${kindOf(row)}`);
  return cells.map(([, own]) => {
    const { currency, vat, type } = own[0] as OracleRow;
    const about = { subscriptionNo, type: isWhole ? '' : type, isWhole, currency, vat };
    const sides = [before, now].map((side) => sideOf(own.filter((row) => side?.includes(row))));
    const [then, since] = sides as [Side, Side];
    const change = since.used + since.credited - then.used - then.credited;
    const lone = unsure ? 'other' : before === null ? 'newSubscription' : 'goneSubscription';
    const choices = SCALES.map((scale) => {
      const parts: Part[] = isWhole ? [[lone, change]] : partsOf(then, since, unsure, scale);
      const drivers = parts.map(([cause, amount]) => ({ ...about, cause, amount }));
      return drivers.filter(({ amount }) => amount !== 0n);
    });
    return { key: cellKey(about), choices, volumes: sides.map(({ volume }) => volume?.amount) };
  });
}

/** Both sides, the older one first. */
export function compared(older: ScopeFigures, newer: ScopeFigures): OracleComparison {
  const numbers = [...new Set([...older.numbers, ...newer.numbers])];
  const known = numbers.filter((no) =>
    [older, newer].every(({ summaries }) => summaries.get(no) !== null),
  );
  const cells: OracleCell[] = [];
  const all: { before: OracleRow[]; now: OracleRow[] } = { before: [], now: [] };
  let gaps = addGaps(older.listGaps, newer.listGaps, {
    ...NO_GAPS,
    answers: numbers.length - known.length,
  });
  for (const no of known) {
    const answers = [older, newer].map(({ summaries }) => summaries.get(no) ?? null);
    const lacks = [older, newer].map((side, n) => answers[n]?.noted ?? side.listGaps);
    const [before = null, now = null] = answers.map(
      (answer: Answer | null) => answer && answer.rows,
    );
    cells.push(
      ...cellsOf(
        no,
        before,
        now,
        lacks.some((each) => !isWhole(each)),
      ),
    );
    all.before.push(...(before ?? []));
    all.now.push(...(now ?? []));
    const noted = answers.flatMap((answer) => answer?.noted ?? []);
    gaps = addGaps(gaps, ...noted);
  }
  gaps = addGaps(gaps, totalOf(all.before).gaps, totalOf(all.now).gaps);
  return { ...all, cells, gaps, count: numbers.length, done: known.length };
}

/** The records behind a part, on a side. */
export function recordsBehind({ type, isWhole }: OracleDriver, answer: Answer): OracleRow[] {
  const listed = answer.rows.filter((row) => !row.isWithheld);
  // Of a type that is not stated, those of all types are shown.
  return isWhole || type === '' ? listed : listed.filter((row) => row.type === type);
}

import { type Gaps, isWhole, type Money, ONE, size, type Total, type Vat } from './oracle.js';

/** Figures of the oracle in the English of the screen, blanks being plain ones. */

const BASES: Readonly<Record<Vat, string>> = {
  excluded: 'excl. VAT',
  included: 'incl. VAT',
  unstated: 'VAT not stated',
};
/** What stands before a number, and how many decimals it has at least. */
const CURRENCIES: Readonly<Record<string, readonly [string, number]>> = {
  '': ['', 2],
  SEK: ['SEK ', 2],
  NOK: ['NOK ', 2],
  EUR: ['€', 2],
  ISK: ['ISK ', 0],
};
const TYPES: Readonly<Record<string, string>> = {
  VOICE: 'Call',
  voice: 'Call',
  SMS: 'Text message',
  DATA: 'Data',
  PREMIUM: 'Premium-rate number',
  ROAM_DATA: 'Roaming – Data',
  FEE: 'Fee',
};
const MONTHS = 'Jan Feb Mar Apr May Jun'.split(' ');

/** As it is read: blanks of one kind, none at the ends or twice. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** '1,284.35' of 10^-12: every digit, and at least so many decimals. */
export function numberText(value: bigint, least = 2): string {
  const whole = String(size(value) / ONE).replace(/\B(?=(\d{3})+$)/g, ',');
  const all = String(ONE + (size(value) % ONE)).slice(1);
  let decimals = all.replace(/0+$/, '');
  while (decimals.length < least) decimals += '0';
  return `${value < 0n ? '−' : ''}${whole}${decimals && `.${decimals}`}`;
}

export function moneyText({ amount, currency }: Omit<Money, 'vat'>): string {
  const [before = '', least] = CURRENCIES[currency] ?? [];
  return `${amount < 0n ? '−' : ''}${before}${numberText(size(amount), least)}`;
}

export function signedText(money: Omit<Money, 'vat'>): string {
  return (money.amount > 0n ? '+' : '') + moneyText(money);
}

export function basisText(vat: Vat): string {
  return BASES[vat];
}

/** 'SEK 12.50 excl. VAT' */
export function sumText(money: Money): string {
  return `${moneyText(money)} ${BASES[money.vat]}`;
}

export function gapText(gaps: Gaps): string {
  if (isWhole(gaps)) return '';
  const { answers, unreadable, amounts, conflicts, cut } = gaps;
  const counted: readonly (readonly [string, number])[] = [
    ['Answer missing', answers],
    ['Unreadable', unreadable],
    ['Amount missing', amounts],
    ['Conflicting', conflicts],
  ];
  const said = counted.filter(([, n]) => n > 0).map(([words, n]) => `${words} (${n})`);
  return `Incomplete: ${[...said, ...(cut ? ['The list may be cut off'] : [])].join(', ')}`;
}

export function typeText(type: string, description = ''): string {
  if (type === '') return description || 'Not stated';
  const known = TYPES[type];
  return known ?? `Other (${type})${description && ` – ${description}`}`;
}

/** '8 Mar 2026 21:14' of '2026-03-08 21:14', '–' of nothing. */
export function timeText(time: string): string {
  if (time === '') return '–';
  const [day = '', clock] = time.split(' ');
  const [year, month, date] = day.split('-');
  const words = `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
  return clock ? `${words} ${clock}` : words;
}

/** The sums of a cell as they are listed, or a dash where there is none. */
export function sumsText(sums: readonly Money[], withCurrency: boolean): string {
  const texts = sums.map((sum) => (withCurrency ? moneyText(sum) : numberText(sum.amount)));
  return texts.join(' ') || '–';
}

/** A cell of a list: its sums, and a mark with the reason where something is missing. */
export function cellText({ sums, gaps }: Total, withCurrency: boolean): string {
  const words = gapText(gaps);
  return plain(`${sumsText(sums, withCurrency)}${words && ` …${words}`}`);
}

/** How many, and of how many. */
export function countText(some: number, all: number): string {
  const count = some === all ? String(all) : `${some} / ${all}`;
  return `${count} ${all === 1 ? 'record' : 'records'}`;
}

/** A figure as a file has it. */
export function csvText(value: bigint): string {
  return numberText(value, 0).replaceAll(',', '').replace('−', '-');
}

/** A line of a file, figures without zeros at their ends. */
export function trimmed(line: string): string {
  return plain(line).replace(/(\.\d*?)0+(?= |$)/g, (_, kept: string) => (kept === '.' ? '' : kept));
}

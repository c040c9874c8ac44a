/**
 * Single values of a row, judged one by one: what cannot be taken without loss or guess becomes null
 * and leaves a mark on the row and a warning in the answer.
 */
import { parseDecimal, toDecimal, isNegative, type Decimal } from '../model/decimal.js';
import { parseTime, type WallTime } from '../model/time.js';
import { RECORD_MARKS } from '../model/usage-record.js';
import type { VatBasis } from '../model/money.js';
import type { WarningCode } from './errors.js';
import { WarningTally, type RowContext } from './read-context.js';

/** Longer text is cut: nobody reads it, and a 1 MB word would freeze every measuring of a row. */
const MAX_TEXT_LENGTH = 2_000;
/** How many different numerals are remembered as decimals; an answer repeats few of them often. */
const MAX_REMEMBERED = 2_000;

const CURRENCY = /^[A-Z]{3}$/;
/** Any half of a surrogate pair, or the character that stands for bytes that were no UTF-8. */
const NEEDS_A_LOOK = /[\uD800-\uDFFF\uFFFD]/;
const LONE_SURROGATE = /\p{Cs}/gu;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^\d{2}:\d{2}/;

/** Amount of a row with what it is counted in. */
export interface ReadAmount {
  readonly amount: Decimal | null;
  readonly currency: string | null;
  readonly vat: VatBasis;
}

/** The candidates for a row's amount, as they came. */
export interface AmountCandidates {
  readonly excluded: unknown;
  readonly included: unknown;
  readonly unstated: unknown;
  readonly currency: unknown;
}

/** Reads the values of an answer's rows. `startRow` first, then `marks` says what was odd in the row. */
export class ValueReader {
  readonly warnings = new WarningTally();
  /** RECORD_MARKS of the row so far. */
  marks = 0;
  /** Rows whose amount is missing or unreadable, so far, without free and included ones. */
  missingAmounts = 0;
  readonly #context: RowContext;
  readonly #hostCurrency: string | null;
  readonly #decimals = new Map<unknown, Decimal>();

  constructor(context: RowContext) {
    this.#context = context;
    const currency = context.currency?.trim().toUpperCase() ?? '';
    this.#hostCurrency = CURRENCY.test(currency) ? currency : null;
  }

  startRow(): void {
    this.marks = 0;
  }

  mark(mark: number, warning?: WarningCode): void {
    this.marks |= mark;
    if (warning) this.warnings.add(warning);
  }

  /**
   * Text without outer spaces, null where there is none. Controls and bidi marks stay: they are data,
   * and the page isolates them. An object, list or boolean is never text: null, marked badText.
   */
  text(value: unknown): string | null {
    if (typeof value === 'string') {
      const { text, bad } = cleanText(value);
      if (bad) this.mark(RECORD_MARKS.badText, 'bad-text');
      return text;
    }
    if (value === undefined || value === null) return null;
    if (typeof value === 'number') {
      this.warnings.add('coerced');
      return String(value);
    }
    this.mark(RECORD_MARKS.badText, 'bad-text');
    return null;
  }

  /** A decimal, or null; `warning` and `mark` are left where a value is there but cannot be read. */
  decimal(value: unknown, warning: WarningCode = 'bad-number', mark = 0): Decimal | null {
    if (value === undefined || value === null) return null;
    const remembered = this.#decimals.get(value);
    if (remembered) {
      if (typeof value === 'string') this.warnings.add('coerced');
      return remembered;
    }
    const decimal = typeof value === 'string' ? parseDecimal(value) : toDecimal(value);
    if (!decimal) {
      this.mark(mark, warning);
      return null;
    }
    if (typeof value === 'string') this.warnings.add('coerced');
    if (this.#decimals.size < MAX_REMEMBERED) this.#decimals.set(value, decimal);
    return decimal;
  }

  /** A volume or a count; a negative one is no volume (reversals carry their sign in the amount). */
  volume(value: unknown): Decimal | null {
    const decimal = this.decimal(value, 'bad-volume', RECORD_MARKS.badVolume);
    if (!decimal || !isNegative(decimal)) return decimal;
    this.mark(RECORD_MARKS.badVolume, 'bad-volume');
    return null;
  }

  /**
   * The amount of the row. Of several, the basis that the host prefers, else without VAT, else with
   * it, else the one that states none, which takes the host's basis. A candidate that is there but
   * cannot be read is not replaced by another: the row's basis would change with a fault.
   *
   * Call it after `freeMarks`: a row that is marked free or included needs no amount.
   */
  amount(candidates: AmountCandidates): ReadAmount {
    const vat = this.#chooseBasis(candidates);
    const plain = vat === 'unstated' ? (this.#context.vatBasis ?? 'unstated') : vat;
    const { value, currency } = unwrapMoney(candidates[vat]);
    const amount = this.decimal(value, 'bad-amount', RECORD_MARKS.badAmount);
    const free = (this.marks & (RECORD_MARKS.free | RECORD_MARKS.included)) !== 0;
    const unreadable = (this.marks & RECORD_MARKS.badAmount) !== 0;
    if (!amount && (unreadable || !free)) this.missingAmounts++;
    if (amount && isNegative(amount)) this.marks |= RECORD_MARKS.credit;
    return { amount, currency: this.#currency(candidates.currency ?? currency), vat: plain };
  }

  #chooseBasis(candidates: AmountCandidates): VatBasis {
    const order: readonly VatBasis[] =
      this.#context.vatBasis === 'included'
        ? ['included', 'excluded', 'unstated']
        : ['excluded', 'included', 'unstated'];
    return order.find((basis) => isThere(candidates[basis])) ?? 'unstated';
  }

  #currency(value: unknown): string | null {
    if (!isThere(value)) return this.#hostCurrency;
    const currency = typeof value === 'string' ? value.trim().toUpperCase() : '';
    if (CURRENCY.test(currency)) return currency;
    // Not the host's: the row does say what it is counted in, we only cannot read it.
    this.warnings.add('bad-currency');
    return null;
  }

  /** Free-standing marks: flags as JSON or text booleans, and the rating tag of TMF635 [assumed]. */
  freeMarks(isFree: unknown, isIncluded: unknown, ratingTag: unknown): void {
    if (isTrue(isFree)) this.marks |= RECORD_MARKS.free;
    if (isTrue(isIncluded)) this.marks |= RECORD_MARKS.included;
    if (typeof ratingTag !== 'string') return;
    const tag = ratingTag.trim().toLowerCase();
    if (/^included/.test(tag)) this.marks |= RECORD_MARKS.included;
    if (/^(?:free|non[- ]?(?:chargeable|billable))/.test(tag)) this.marks |= RECORD_MARKS.free;
  }

  /** A time on the wall clock, or null and badTime where text is there that is none. */
  time(value: unknown): WallTime | null {
    if (!isThere(value)) return null;
    const time = typeof value === 'string' ? parseTime(value, this.#context.timeZone) : null;
    if (!time) this.mark(RECORD_MARKS.badTime, 'bad-time');
    return time;
  }

  /** The end of a span; one before its start is no end. */
  endTime(value: unknown, start: WallTime | null): WallTime | null {
    const end = this.time(value);
    if (!end || !start || !isBefore(end, start)) return end;
    this.mark(RECORD_MARKS.badTime, 'bad-time');
    return null;
  }
}

/** Cut, mended and trimmed; `bad` says that something of it was lost here or on the way. */
function cleanText(value: string): { text: string | null; bad: boolean } {
  let text = value.length > MAX_TEXT_LENGTH ? value.slice(0, MAX_TEXT_LENGTH) : value;
  let bad = text.length !== value.length;
  if (NEEDS_A_LOOK.test(text)) {
    // A pair that the cut went through is mended here too.
    text = text.replace(LONE_SURROGATE, '\uFFFD');
    bad ||= text.includes('\uFFFD');
  }
  text = text.trim();
  return { text: text === '' ? null : text, bad };
}

/** The text of a time that could not be read, to be shown as it came; the record is flagged. */
export function rawText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  return cleanText(value).text;
}

/** Day and time of day put together where they came in two members. */
export function joinDayAndClock(start: unknown, day: unknown, clock: unknown): unknown {
  if (typeof start !== 'string') return start;
  if (CLOCK.test(start))
    return typeof day === 'string' && DAY.test(day) ? `${day}T${start}` : start;
  if (DAY.test(start) && typeof clock === 'string' && CLOCK.test(clock)) return `${start}T${clock}`;
  return start;
}

/** Instants tell better than wall clocks: 02:50 comes before 02:10 once every October. */
function isBefore(end: WallTime, start: WallTime): boolean {
  if (end.instant !== null && start.instant !== null) return end.instant < start.instant;
  // An end that is a day only lasts until midnight.
  if (end.precision === 'day') return end.wall + 86_400_000 <= start.wall;
  return end.wall < start.wall;
}

/** An amount may be an object of value and currency, as TMF678 has it [assumed]. */
function unwrapMoney(value: unknown): { value: unknown; currency: unknown } {
  if (typeof value !== 'object' || value === null) return { value, currency: undefined };
  const money = new Map<string, unknown>(Object.entries(value));
  return {
    value: money.get('value') ?? money.get('amount') ?? value,
    currency: money.get('currency') ?? money.get('unit'),
  };
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

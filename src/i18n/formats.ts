import { absDecimal, type Decimal, decimalToString } from '../model/decimal.js';
import type { CalendarWords } from '../model/find-text.js';
import { MINUTE_MS, type TimePrecision } from '../model/time.js';

/** U+2212: as wide as a digit and read as "minus", in every language; Intl gives some a hyphen. */
export const MINUS = '\u2212';
export const NO_BREAK_SPACE = '\u00a0';
/** Stands for a value that is not there, which is never shown as zero. */
export const MISSING = '–';

/** An amount of money in the pieces that are styled on their own; joined they read as one text. */
export interface MoneyParts {
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/** A currency in a language: what stands before the number, the zeros of a whole amount, what follows. */
type CurrencyPattern = readonly [before: string, zeros: string, after: string];

const STYLES: Readonly<Record<TimePrecision, Intl.DateTimeFormatOptions>> = {
  day: { dateStyle: 'medium' },
  minute: { timeStyle: 'short' },
  second: { timeStyle: 'medium' },
};

/** Wall ms hold what the clock on the wall showed as if it were UTC, so they are read as UTC. */
const UTC = 'UTC';

/** Its first day was one. */
const SUNDAY_YEAR = 2023;

/**
 * Numbers, money and times as one region writes them.
 *
 * Every number is written with U+2212 as minus sign and no-break spaces inside, for the screen and
 * for print: files (CSV) take `decimalToString` instead.
 */
export class Formats {
  /** BCP 47 tag with a region, for Intl and for the `lang` attribute: 'sv-SE'. */
  readonly locale: string;
  /** Intl objects cost up to a tenth of a millisecond to make, and a table needs them for each cell. */
  readonly #made = new Map<string, unknown>();

  constructor(locale: string) {
    this.locale = locale;
  }

  /** '1 284,35 kr', exact; without a currency a plain number. A code unknown to Intl follows it. */
  money(d: Decimal, currency: string | null): string {
    const { before, number, after } = this.moneyParts(d, currency);
    return before + number + after;
  }

  /** The pieces of `money`; joined they are the same text. */
  moneyParts(d: Decimal, currency: string | null): MoneyParts {
    const [before, zeros, after] = this.#currency(currency ?? '');
    const number = this.decimal(d, zeros.length);
    // The sign stands in front of everything, as all of our languages have it.
    return before && d.units < 0n
      ? { before: MINUS + before, number: number.slice(MINUS.length), after }
      : { before, number, after };
  }

  /** 'SEK' → 'kr' */
  currencySymbol(currency: string): string {
    const [before, , after] = this.#currency(currency);
    return (before + after).trim();
  }

  /** An amount without its currency: every decimal there is, and at least two. */
  amount(d: Decimal): string {
    return this.decimal(d, 2);
  }

  /**
   * Every digit, in the region's grouping and decimal sign. Zeros at the end beyond `minDecimals` are
   * left out; nothing is ever rounded, so there is no "−0".
   *
   * Only the whole part goes through Intl, as a bigint: that is exact in every browser, while older
   * ones read a decimal string through a double. Decimals are not grouped in any of our languages.
   */
  decimal(d: Decimal, minDecimals = 0): string {
    const [whole = '', decimals = ''] = decimalToString(absDecimal(d)).split('.');
    const fraction = decimals.replace(/0+$/, '').padEnd(minDecimals, '0');
    const sign = d.units < 0n ? MINUS : '';
    // Up to three digits nothing is grouped.
    const grouped = whole.length > 3 ? this.integer(BigInt(whole)) : whole;
    return sign + grouped + (fraction && this.#point() + fraction);
  }

  /** A whole number. */
  integer(n: number | bigint): string {
    return this.#number().format(n);
  }

  /** 0.48 → '48 %', to whole per cent: of a share the reader wants the size and not the digits. */
  percent(fraction: number): string {
    return this.#number('percent').format(fraction);
  }

  /** As it stands within a sentence: 'Faktura' → 'faktura', but 'SMS' stays. */
  lower(text: string): string {
    return text.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLocaleLowerCase(this.locale));
  }

  /** '8 mars 2026 21:14' of wall ms, no finer than `precision`. */
  dateTime(wall: number, precision: TimePrecision): string {
    // Apart, since in one go some languages put a comma or a word in between, which costs width.
    const day = this.day(wall);
    return precision === 'day' ? day : `${day} ${this.#time(precision).format(wall)}`;
  }

  /** '8 mars 2026' of wall ms. */
  day(wall: number): string {
    return this.#time('day').format(wall);
  }

  /**
   * '1–31 mars 2026' of wall ms, both days included: what they share is said once. An end that is not
   * finite stays open ('1 mars 2026 –'); ends in the wrong order are left so.
   */
  dayRange(from: number, to: number): string {
    if (from <= to) return this.#time('day').formatRange(from, to);
    return [from, to]
      .map((wall) => (isFinite(wall) ? this.day(wall) : ''))
      .join(` ${MISSING} `)
      .trim();
  }

  /**
   * '14:32' of an instant, with the day before it when that is not the day of `now`: a page left open
   * over night must not pass yesterday's figures off as today's.
   *
   * @param epochMs epoch milliseconds.
   * @param timeZone IANA name. UTC is marked as such: it is what a name nobody knows comes to.
   */
  time(epochMs: number, timeZone: string, now = Date.now()): string {
    const days = this.#time('day', timeZone);
    const day = days.format(epochMs);
    const time = this.#time('minute', timeZone).format(epochMs);
    const known = day === days.format(now) ? time : `${day} ${time}`;
    return timeZone === UTC ? `${known} ${UTC}` : known;
  }

  /** '21:14' of minutes of the day. */
  clock(minutes: number): string {
    return this.#time('minute').format(minutes * MINUTE_MS);
  }

  /** What people write for days: the platform knows it in every language. */
  get calendar(): CalendarWords {
    return this.#cached('calendar', () => {
      const names = (name: string, length: number, wall: (n: number) => number): string[] => {
        const format = new Intl.DateTimeFormat(this.locale, { [name]: 'long', timeZone: UTC });
        return Array.from({ length }, (_, n) => format.format(wall(n)).toLowerCase());
      };
      const relative = new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' });
      return {
        months: names('month', 12, (month) => Date.UTC(SUNDAY_YEAR, month)),
        weekdays: names('weekday', 7, (day) => Date.UTC(SUNDAY_YEAR, 0, day + 1)),
        days: new Map([-2, -1, 0].map((day) => [relative.format(day, 'day').toLowerCase(), day])),
      };
    });
  }

  /** The decimal sign. */
  #point(): string {
    return this.#cached('.', () => this.#number().format(0.5).charAt(1));
  }

  #currency(currency: string): CurrencyPattern {
    return this.#cached(`c${currency}`, () => {
      try {
        const format = new Intl.NumberFormat(this.locale, { style: 'currency', currency });
        const [before = '', zeros = '', after = ''] = format.format(0).split(/0(?:\D(0+))?/);
        return [before, zeros, after];
      } catch {
        // 'kr' is no ISO code and makes Intl throw; the amount is worth showing all the same.
        return ['', '00', currency && NO_BREAK_SPACE + currency];
      }
    });
  }

  #number(style?: 'percent'): Intl.NumberFormat {
    return this.#cached(`n${style}`, () => new Intl.NumberFormat(this.locale, { style }));
  }

  #time(style: TimePrecision, timeZone = UTC): Intl.DateTimeFormat {
    return this.#cached(
      `${style} ${timeZone}`,
      () => new Intl.DateTimeFormat(this.locale, { ...STYLES[style], timeZone }),
    );
  }

  /** What `make` gave for this key, which always belongs to one kind of object. */
  #cached<T>(key: string, make: () => T): T {
    const made = (this.#made.get(key) as T | undefined) ?? make();
    this.#made.set(key, made);
    return made;
  }
}

/** Figures in a question: a time, an amount, a piece of a number, or what else they may be. */
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  isNegative,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
  ZERO,
} from './decimal.js';
import { dateOf, dayOfMonth } from './find-days.js';
import { CURRENCY, type Reading, type Readings, type Rule } from './find-reading.js';

/** Fewer figures are an amount or a day. */
const LEAST_DIGITS = 3;
const MINUTES = 60;

/** "48" may be 47,01 as well as 48,99. */
const NEARLY_ONE: Decimal = { units: 99n, scale: 2 };
const TENTH: Decimal = { units: 1n, scale: 1 };

const MINUS = '[-−]?';
/** In groups or not. A comma or point is between groups where the other one follows: else it is a decimal sign. */
const WHOLE =
  '\\d{1,3}(?:(?:[ \\u00a0\\u202f]\\d{3})+|(?:\\.\\d{3})+(?=,)|(?:,\\d{3})+(?=\\.))|\\d+';
const CLOCK = '(?:(?:klo?|klockan|at|vid|ved)\\.?\\s+)';

/** @param isAbout whether it was said that the next amount is not exact */
export function figureRules(today: number, isAbout: () => boolean): Rule[] {
  const readTime: Rule[1] = (_, hours, minutes) => {
    const time = timeOf(hours, minutes);
    return time && [time];
  };
  return [
    [
      `${CLOCK}?(0?[1-9]|1[0-2])(?:[:.](\\d\\d))?\\s*([ap])\\.?m\\.?`,
      (text, hours, minutes, half) =>
        readTime(text, String((Number(hours) % 12) + (half === 'p' ? 12 : 0)), minutes),
    ],
    [`${CLOCK}?(\\d{1,2}):(\\d\\d)(?::\\d\\d)?`, readTime],
    [`${CLOCK}(\\d{1,2})(?:\\.(\\d\\d))?`, readTime],
    [
      `${MINUS}(?:${CURRENCY}\\s*)?${MINUS}(${WHOLE})([.,]\\d{1,4})?(?:\\s*${CURRENCY})?`,
      (_, before, whole = '', decimals = '', after) => {
        const word = before ?? after;
        const digits = whole.replace(/\D/g, '');
        const amount = amountOf(digits + decimals, isAbout(), word);
        if (!amount) return null;
        const [, part = ''] = /^\.(\d\d?)$/.exec(decimals) ?? [];
        if (word || (decimals && !part)) return [amount];
        if (part) {
          const [date = null] = dateOf(today, part, digits) ?? [];
          return readings(amount, part[1] ? timeOf(digits, part) : null, date);
        }
        // Without a word a group of figures is rather a number.
        if (digits.length >= LEAST_DIGITS) return null;
        return readings(amount, dayOfMonth(today, digits), { kind: 'digits', digits });
      },
    ],
    [
      '[+…•*.]*\\d(?:[ \\u00a0()/-]*\\d)*',
      (text) => {
        const digits = text.replace(/[^\d+]/g, '');
        const mayBeAmount = /^\d+$/.test(text);
        return readings(
          { kind: 'digits', digits },
          mayBeAmount ? amountOf(digits, isAbout()) : null,
        );
      },
    ],
  ];
}

function readings(first: Reading, ...others: readonly (Reading | null)[]): Readings {
  return [first, ...others.filter((other) => other !== null)];
}

/** A minute, or a whole hour. */
function timeOf(hours?: string, minutes?: string): Reading | null {
  const from = Number(hours) * MINUTES + Number(minutes ?? 0);
  const isTime = Number(hours) < 24 && Number(minutes ?? 0) < MINUTES;
  return isTime ? { kind: 'time', from, to: minutes ? from : from + MINUTES - 1 } : null;
}

/** "48 kr" is between 47,01 and 48,99; "48,50" exactly that; "ca 48" a tenth up and down, or one krona. */
function amountOf(numeral: string, about: boolean, word = ''): Reading | null {
  const value = parseDecimal(numeral.replace(/^0+(?=\d)/, ''));
  if (!value) return null;
  const tenth = multiplyDecimals(value, TENTH);
  const isExact = !about && /\D/.test(numeral);
  const wide = about && compareDecimals(tenth, NEARLY_ONE) > 0 ? tenth : NEARLY_ONE;
  const span = isExact ? ZERO : wide;
  const least = subtractDecimals(value, span);
  return {
    kind: 'amount',
    min: isNegative(least) ? ZERO : least,
    max: addDecimals(value, span),
    currency: CURRENCIES[word.charAt(0)] ?? null,
  };
}

/** By the first letter of its word; several share "kr". */
const CURRENCIES: Readonly<Record<string, string>> = {
  s: 'SEK',
  n: 'NOK',
  d: 'DKK',
  e: 'EUR',
  '€': 'EUR',
};

/**
 * Telephone numbers: which ones may be shown, and how much of them.
 *
 * Itemised bills must not list calls that are free of charge, helplines among them, so that no
 * one can read from a bill who sought help; premium-rate numbers must stay readable, so that a
 * customer can dispute them. Everything else is a third party's personal data.
 */
import {
  DEFAULT_NUMBER_RULES,
  DIALLED,
  type NumberList,
  type NumberRules,
  PLAIN_NUMBER,
} from './number-plan.js';

export { DEFAULT_NUMBER_RULES, type NumberRules } from './number-plan.js';

/**
 * premium – premium-rate; free – freephone, helpline or emergency: never listed;
 * roaming – by the host's patterns only: flagged, and masked like an ordinary number;
 * service – no telephone number but a name ('Spotify', 'internet.operator.se');
 * ordinary – everything else.
 */
export type NumberClass = 'ordinary' | 'premium' | 'free' | 'roaming' | 'service';

/** How called numbers are shown. */
export type NumberPolicy = 'masked' | 'full' | 'hidden';

/** Sweden; digits without '+'. */
export const DEFAULT_HOME_COUNTRY = '46';

/** What people and systems put between the digits of a number, bidi marks included. */
const SEPARATORS = /[\s\p{Cf}()./\-\u2010-\u2015\u2212]+/gu;
const DIGIT = /\p{Nd}/gu;

/** Longest short code (116 xxx, 118 xxx); a longer bare number is a subscriber's. */
const SHORT_CODE_DIGITS = 6;
/** Longest number without area code or trunk zero (Denmark, Norway); beyond, it has its country. */
const NATIONAL_DIGITS = 8;
/** A country before 112, 116 xxx or 118 xxx, as some systems write them: subscribers have more digits. */
const COUNTRY_OF_SHORT_CODE = /^\+(?:4[567]|358)(?=11\d{1,4}$)/;
/** With fewer digits than this, masking the last three hides nothing. */
const MASKABLE_DIGITS = 5;

/** The number without separators and with '+' in place of a leading 00. */
export function compactNumber(number: string): string {
  return PLAIN_NUMBER.test(number)
    ? number
    : number.replace(SEPARATORS, '').replace(/^00(?=[1-9])/, '+');
}

/**
 * The ways to write a number that a pattern, or a person who searches, may use: international,
 * and as dialled at home.
 */
export function numberForms(number: string, homeCountry = DEFAULT_HOME_COUNTRY): string[] {
  const compact = compactNumber(number).replace(COUNTRY_OF_SHORT_CODE, '');
  const home = `+${homeCountry}`;
  if (compact.startsWith('0')) return [compact, home + compact.slice(1)];
  const isAbroad = compact.startsWith('+');
  if (!isAbroad && compact.length <= SHORT_CODE_DIGITS) return [compact];
  const country = compact.length <= NATIONAL_DIGITS ? home : '+';
  const international = isAbroad ? compact : country + compact;
  return international.startsWith(home)
    ? [international, `0${international.slice(home.length)}`]
    : [international];
}

/** A pattern as it is looked for. */
interface Pattern<List extends NumberList> {
  readonly cls: List;
  readonly digits: string;
  /** The expression of the numbers that fit: a whole one, or all with the same beginning. */
  readonly source: string;
}

/** Longest first, as the longest that fits wins; at a tie, the class that protects. */
function patternsOf<List extends NumberList>(
  rules: NumberRules,
  lists: readonly List[],
): Pattern<List>[] {
  return lists
    .flatMap((cls) =>
      [rules[cls] ?? DEFAULT_NUMBER_RULES[cls]].flat().map((given) => {
        // A host may write a number, or what is no pattern at all.
        const pattern = [given].join();
        const digits = compactNumber(pattern.replace(/\*$/, ''));
        const end = pattern.endsWith('*') ? '' : '$';
        return { cls, digits, source: `^${digits.replace('+', '\\+')}${end}` };
      }),
    )
    .filter(({ digits }) => DIALLED.test(digits))
    .sort((a, b) => b.digits.length - a.digits.length);
}

/**
 * Makes a classifier of numbers by the default plan of the Nordic countries, or by the host's
 * patterns: a list that the host gives replaces the default list of that name.
 *
 * @param homeCountry country calling code, digits only.
 */
export function numberClassifier(
  rules: NumberRules = {},
  homeCountry: string = DEFAULT_HOME_COUNTRY,
): (number: string) => NumberClass {
  const patterns = patternsOf(rules, ['free', 'premium', 'roaming']);
  const sources = patterns.map(({ source }) => source);
  // Most numbers fit none of them, which one expression says in a tenth of the time.
  const any = new RegExp(sources.join('|'));
  // Most of these state their country: there is one form to look at, which is the number itself.
  const abroad = sources.map((source) =>
    source.replace(/^\^(\\\+)?/, '').replace(/^0/, homeCountry),
  );
  const ordinary = new RegExp(`^\\+?(?!${abroad.join('|')})[1-9]\\d{9,}$`);
  return (number) => {
    if (ordinary.test(number)) return 'ordinary';
    const compact = compactNumber(number);
    if (!DIALLED.test(compact)) return isName(number) ? 'service' : 'ordinary';
    const forms = numberForms(compact, homeCountry).filter((form) => any.test(form));
    const fits = ({ source }: Pattern<NumberList>): boolean =>
      forms.some((form) => form.match(source));
    return patterns.find(fits)?.cls ?? 'ordinary';
  };
}

/**
 * Tells numbers of other countries from all others, names among them.
 *
 * @param homeCountry country calling code, digits only.
 */
export function internationalTest(
  rules: NumberRules = {},
  homeCountry: string = DEFAULT_HOME_COUNTRY,
): (number: string) => boolean {
  const any = patternsOf(rules, ['international']).map(({ source }) => source);
  const isListed = new RegExp(any.join('|') || '^$');
  return (number) => {
    const [form = '', dialled] = numberForms(number, homeCountry);
    // Only one of the home country has another form.
    return dialled === undefined && DIALLED.test(form) && isListed.test(form);
  };
}

/**
 * A name has letters and too few digits to hide a number in: 'Radio 24' is one, 'Anna 0701234567'
 * is not, whatever script its digits are in.
 */
function isName(text: string): boolean {
  return /\p{L}/u.test(text) && !hasNumber(text);
}

/** Whether there are enough digits in a text to hide a number in. */
export function hasNumber(text: string): boolean {
  return countDigits(text) >= MASKABLE_DIGITS;
}

/** A text without a number, however either is written: '…' in its place. */
export function withoutNumber(text: string, number: string, homeCountry: string): string {
  const bare = (each: string): string => each.replace(/^0+|\D/g, '');
  const held = text.replace(/\D/g, '');
  // Nearly always its end is not there, which says it all.
  if (!held.includes(bare(number).slice(-MASKABLE_DIGITS))) return text;
  // Without the country, where that is the home country: what all forms end with.
  const [digits = ''] = numberForms(number, homeCountry)
    .map(bare)
    .sort((a, b) => a.length - b.length);
  const at = hasNumber(digits) ? held.indexOf(digits) : -1;
  if (at < 0) return text;
  const places = Array.from(text.matchAll(/\d/g), ({ index }) => index);
  // A country or a zero may stand in front.
  const start = text.slice(0, places[at]).replace(/[+\d]{1,5}\D{0,3}$/, '');
  const end = text.slice((places[at + digits.length - 1] ?? 0) + 1);
  return withoutNumber(`${start}…${end}`, number, homeCountry);
}

function countDigits(text: string): number {
  return text.match(DIGIT)?.length ?? 0;
}

/**
 * What may be shown of a called number. Premium-rate numbers and service names are readable under
 * every policy, free numbers under none. Masked: the last three digits become '•', or all of them
 * if there are fewer than five; separators stay.
 *
 * @returns null if nothing may be shown.
 */
export function presentNumber(
  number: string,
  cls: NumberClass,
  policy: NumberPolicy,
): string | null {
  if (cls === 'free') return null;
  if (cls === 'premium' || cls === 'service' || policy === 'full') return number;
  if (policy === 'hidden') return null;
  // The common form, several times faster: a search presents every distinct number.
  if (DIALLED.test(number) && number.length > MASKABLE_DIGITS) return `${number.slice(0, -3)}•••`;
  const digits = countDigits(number);
  let left = digits < MASKABLE_DIGITS ? 0 : digits - 3;
  return number.replace(DIGIT, (digit) => (left-- > 0 ? digit : '•'));
}

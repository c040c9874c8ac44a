/**
 * Telephone numbers: which ones may be shown, and how much of them.
 *
 * Itemised bills must not list calls that are free of charge, helplines among them, so that no
 * one can read from a bill who sought help; premium-rate numbers must stay readable, so that a
 * customer can dispute them. Everything else is a third party's personal data.
 */
import { DEFAULT_NUMBER_RULES, type NumberRules } from './number-plan.js';

export { DEFAULT_NUMBER_RULES, type NumberRules } from './number-plan.js';

/**
 * premium – premium-rate; free – freephone, helpline or emergency: never listed;
 * service – no telephone number but a name ('Spotify', 'internet.operator.se');
 * ordinary – everything else.
 */
export type NumberClass = 'ordinary' | 'premium' | 'free' | 'service';

/** How called numbers are shown. */
export type NumberPolicy = 'masked' | 'full' | 'hidden';

/** Sweden; digits without '+'. */
export const DEFAULT_HOME_COUNTRY = '46';

/** What people and systems put between the digits of a number, bidi marks included. */
const SEPARATORS = /[\s\p{Cf}()./\-\u2010-\u2015\u2212]+/gu;
const DIALLED = /^\+?[0-9]+$/;
const DIGIT = /\p{Nd}/gu;

/** Longest short code (116 xxx, 118 xxx); a longer bare number is a subscriber's. */
const SHORT_CODE_DIGITS = 6;
/** Longest number without area code or trunk zero (Denmark, Norway); beyond, it has its country. */
const NATIONAL_DIGITS = 8;
const MASKED_DIGITS = 3;
/** With fewer digits than this, masking three of them hides nothing. */
const MASKABLE_DIGITS = 5;

/** The number without separators and with '+' in place of a leading 00. */
export function compactNumber(number: string): string {
  return number.replace(SEPARATORS, '').replace(/^00(?=[1-9])/, '+');
}

/**
 * The ways to write a number that a pattern, or a person who searches, may use: international,
 * and as dialled at home. Bullets of a masked number count as digits.
 */
export function numberForms(number: string, homeCountry = DEFAULT_HOME_COUNTRY): string[] {
  const compact = compactNumber(number);
  const home = `+${homeCountry}`;
  if (compact.startsWith(home)) return [compact, `0${compact.slice(home.length)}`];
  if (compact.startsWith('+')) return [compact];
  if (compact.startsWith('0')) return [compact, home + compact.slice(1)];
  if (compact.length <= SHORT_CODE_DIGITS) return [compact];
  if (compact.length <= NATIONAL_DIGITS) return [compact, home + compact];
  const international = `+${compact}`;
  return international.startsWith(home)
    ? [international, `0${international.slice(home.length)}`]
    : [international];
}

/** Patterns looked up by length, so that a number costs a few set look-ups and no scan. */
class PatternSet {
  readonly #exact = new Set<string>();
  readonly #prefixes = new Set<string>();
  readonly #lengths: readonly number[];

  constructor(patterns: readonly string[]) {
    for (const pattern of patterns) {
      const compact = compactNumber(pattern.replace(/\*$/, ''));
      if (!DIALLED.test(compact)) continue;
      (pattern.endsWith('*') ? this.#prefixes : this.#exact).add(compact);
    }
    this.#lengths = [...new Set([...this.#prefixes].map((prefix) => prefix.length))];
  }

  /** Length of the most telling pattern that fits; 0 if none does. */
  match(form: string): number {
    if (this.#exact.has(form)) return Infinity;
    const fits = (length: number): boolean =>
      length <= form.length && this.#prefixes.has(form.slice(0, length));
    return Math.max(0, ...this.#lengths.filter(fits));
  }
}

/** Classifies numbers by the default plan of the Nordic countries, or by the host's patterns. */
export class NumberClassifier {
  readonly #premium: PatternSet;
  readonly #free: PatternSet;
  readonly #roaming: readonly string[];
  /** Country calling code, digits only. */
  readonly homeCountry: string;

  /** A list that the host gives replaces the default list of that name. */
  constructor(rules: NumberRules = {}, homeCountry: string = DEFAULT_HOME_COUNTRY) {
    const { premium, free, roaming } = { ...DEFAULT_NUMBER_RULES, ...definedOnly(rules) };
    this.#premium = new PatternSet(premium);
    this.#free = new PatternSet(free);
    this.#roaming = roaming.map((prefix) => prefix.toUpperCase());
    this.homeCountry = homeCountry;
  }

  /** The longest fitting pattern wins; at a tie, the one that protects. */
  classify(number: string): NumberClass {
    const compact = compactNumber(number);
    if (!DIALLED.test(compact)) return isName(number) ? 'service' : 'ordinary';
    const forms = numberForms(compact, this.homeCountry);
    const free = Math.max(...forms.map((form) => this.#free.match(form)));
    const premium = Math.max(...forms.map((form) => this.#premium.match(form)));
    if (free === 0 && premium === 0) return 'ordinary';
    return free >= premium ? 'free' : 'premium';
  }

  /** Whether a usage type or destination code marks use abroad. */
  isRoaming(code: string | null): boolean {
    const upper = code?.toUpperCase() ?? '';
    return this.#roaming.some((prefix) => upper.startsWith(prefix));
  }
}

function definedOnly(rules: NumberRules): NumberRules {
  return Object.fromEntries(Object.entries(rules).filter(([, list]) => Array.isArray(list)));
}

/**
 * A name has letters and too few digits to hide a number in: 'Radio 24' is one, 'Anna 0701234567'
 * is not, whatever script its digits are in.
 */
function isName(text: string): boolean {
  return /\p{L}/u.test(text) && countDigits(text) < MASKABLE_DIGITS;
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
  if (cls !== 'ordinary' || policy === 'full') return number;
  if (policy === 'hidden') return null;
  if (DIALLED.test(number) && number.length > MASKABLE_DIGITS) {
    // The common form, several times faster: a search presents every distinct number.
    return number.slice(0, -MASKED_DIGITS) + '•'.repeat(MASKED_DIGITS);
  }
  const digits = countDigits(number);
  const readable = digits < MASKABLE_DIGITS ? 0 : digits - MASKED_DIGITS;
  let seen = 0;
  return number.replace(DIGIT, (digit) => (seen++ < readable ? digit : '•'));
}

/**
 * The Nordic numbering plans, as data. Assumed: drawn from the plans as they are commonly known,
 * not from the operator; a host replaces any of the lists through `numberRules`.
 */

/**
 * Patterns are digits with an optional leading '+' or '0'; a '*' at the end makes a prefix of
 * one. A pattern that begins with neither '+' nor '0' is a short code as it is dialled.
 */
export interface NumberRules {
  readonly premium?: readonly string[];
  /** Freephone, helplines and emergency: withheld from every list. */
  readonly free?: readonly string[];
  /** Numbers that are reached by roaming only, such as a carrier abroad: flagged, masked as others. */
  readonly roaming?: readonly string[];
  /** Numbers of other countries that are flagged; those of the home country never are. */
  readonly international?: readonly string[];
  /** Country calling code, digits only; '46', Sweden, by default. */
  readonly homeCountry?: string;
}

/** What of it are lists of patterns. */
export type NumberList = Exclude<keyof NumberRules, 'homeCountry'>;

/** As most numbers are written. */
export const DIALLED = /^\+?\d+$/;
/** The same, perhaps masked: there are no separators to strip, and nothing to fold. */
export const PLAIN_NUMBER = /^(?!00)\+?[\d•]+$/;

/** Our lists of patterns [assumed], each in force until a host gives one of its name. */
export const DEFAULT_NUMBER_RULES: Required<Omit<NumberRules, 'homeCountry'>> = {
  free: [
    // Freephone: Sweden 020, Norway 800, Denmark 80, Finland 0800.
    '+4620*',
    '+47800*',
    '+4580*',
    '+358800*',
    // Emergency, and the European services of social value (helplines of many kinds).
    '110',
    '112',
    '113',
    '116*',
    // Care advice and suicide prevention in Sweden, medical helpline in Copenhagen.
    '1177',
    '90101',
    '1813',
  ],
  premium: [
    // Sweden: 0900, 0939, 0944; five-digit premium messages.
    '+46900*',
    '+46939*',
    '+46944*',
    '72*',
    // Norway: 820, 829; directory enquiries 188x.
    '+47820*',
    '+47829*',
    '188*',
    // Denmark: 90.
    '+4590*',
    // Finland: 0600, 0700.
    '+358600*',
    '+358700*',
    // Directory enquiries in all four.
    '118*',
  ],
  roaming: [],
  // Every country.
  international: ['+1*', '+2*', '+3*', '+4*', '+5*', '+6*', '+7*', '+8*', '+9*'],
};

/** What the parts of a question may mean, and how they are read. */
import type { Decimal } from './decimal.js';

/** What a part of a question may mean. All that is between two ends holds the ends, too. */
export type Reading =
  /** Day numbers. */
  | { readonly kind: 'days'; readonly from: number; readonly to: number }
  /** 0 is Sunday. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** Minutes of the day. */
  | { readonly kind: 'time'; readonly from: number; readonly to: number }
  /** Without a sign: "48 kr" finds a credit, too. The currency is ISO 4217, null for "kr" and none. */
  | {
      readonly kind: 'amount';
      readonly min: Decimal;
      readonly max: Decimal;
      readonly currency: string | null;
    }
  /** A piece of a number. */
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'text'; readonly text: string };

/** The likeliest first. */
export type Readings = readonly [Reading, ...Reading[]];

/**
 * How a part is written, as an expression, and what it means: its text and groups come in lower case. Null
 * where it is none of the kind, and nothing where it needs not be looked for.
 */
export type Rule = readonly [
  pattern: string,
  read: (text: string, ...groups: (string | undefined)[]) => Readings | readonly [] | null,
];

export const textReading = (text: string): Reading => ({ kind: 'text', text });

/** An expression for those of all our languages, ":-", ",-", "Nkr" and the Finnish "e" among them; one group. */
export const CURRENCY = '([snd]?kr\\p{L}*\\.?|[:,]-|sek|nok|dkk|e(?:ur\\p{L}*)?|€)';

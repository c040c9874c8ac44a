/** What a question is taken apart with, and into. */
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

export const textOf = (text: string): Reading => ({ kind: 'text', text });

/** A part ends where the text does, or at a blank, comma or semicolon. */
export const part = (pattern: string): RegExp => RegExp(`(?:${pattern})(?=$|[\\s,;])`, 'iuy');

/** A place in a text, moved by what is found there. */
export class Cursor {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#text.length;
  }

  /** What is here, in lower case; if there is, and a reader makes something of it, it is passed by. */
  take<T = true>(pattern: RegExp, read?: (groups: readonly string[]) => T | null): T | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    const groups = match?.map((group?: string) => group?.toLowerCase() as string);
    const value = groups ? (read ? read(groups) : (true as T)) : null;
    if (value !== null) this.at = pattern.lastIndex;
    return value;
  }
}

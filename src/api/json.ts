/** JSON without loss, to plain values and from them. */
import { toDecimal } from '../model/decimal.js';
import { JsonReader } from './json-reader.js';

/**
 * The value that the text stands for, as JSON.parse gives it, but with long numerals and numerals
 * with an exponent as strings of their source text.
 *
 * @throws RangeError for text that nests too deep, SyntaxError for malformed text, both without words
 */
export function parseJsonExactly(text: string): unknown {
  const json = new JsonReader();
  // A numeral at the end has an end.
  json.append(new TextEncoder().encode(`${text} `));
  const value = json.value();
  if (json.peek() || json.at < json.end) throw new SyntaxError();
  return value;
}

/**
 * Plain values as bytes for a reader. A number that is no exact decimal, a double of more than 15
 * digits above all, becomes an object, which no reader of numbers takes.
 */
export function bytesOf(value: unknown): Uint8Array {
  const isInexact = (each: unknown): boolean =>
    (typeof each === 'number' || typeof each === 'bigint') && !toDecimal(each);
  const text = JSON.stringify(value, (_, each: unknown) => (isInexact(each) ? {} : each));
  return new TextEncoder().encode(text);
}

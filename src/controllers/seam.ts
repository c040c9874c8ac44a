import type { DetailsAnswer, Scope } from '../api/index.js';
import type { Load } from './load.js';
import { nameOf } from './wishes.js';

/** The records of a subscription that one invoice, or what is not billed yet, holds. */
export interface Section {
  readonly scope: Scope;
  readonly answer: DetailsAnswer;
}

/** What lies next to the sections at hand, and is not there. */
export interface Neighbour extends Omit<Section, 'answer'> {
  readonly load: Load<DetailsAnswer>;
}

export interface Seam {
  /** Oldest first, without a gap: what lies behind one is not known to be empty. */
  readonly sections: readonly Section[];
  readonly older: Neighbour | null;
  readonly newer: Neighbour | null;
}

/**
 * What is at hand around the place where the agent is. Nothing is fetched for it.
 *
 * @param scopes newest first, as the host lists its invoices
 */
export function seamOf(
  scopes: readonly Scope[],
  current: Scope,
  loadOf: (scope: Scope) => Load<DetailsAnswer>,
): Seam {
  const name = nameOf(current);
  const place = scopes.findIndex((scope) => nameOf(scope) === name);
  // One that is in no list has no neighbours.
  const row = (place < 0 ? [current] : scopes).map((scope) => ({ scope, load: loadOf(scope) }));
  const isThere = (at: number): boolean => Boolean(row[at]?.load.value);
  let [newest, oldest] = [Math.max(0, place), Math.max(0, place)];
  if (isThere(newest)) {
    while (isThere(newest - 1)) newest -= 1;
    while (isThere(oldest + 1)) oldest += 1;
  }
  const sections = row
    .slice(newest, oldest + 1)
    .flatMap(({ scope, load: { value } }) => (value ? { scope, answer: value } : []))
    .reverse();
  return { sections, older: row[oldest + 1] ?? null, newer: row[newest - 1] ?? null };
}

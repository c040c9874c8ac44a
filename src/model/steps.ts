/**
 * Work done in steps of a millisecond or two. Between two of them its caller may do something else, or
 * drop it.
 */
export type Steps<Result> = Generator<undefined, Result>;

/** How many rows a step takes. */
const STEP_ROWS = 2 ** 15;

/** Takes rows, or whatever there are `length` of, some at a time. */
export function* inSteps(
  length: number,
  take: (from: number, to: number) => void,
  rows = STEP_ROWS,
): Steps<void> {
  for (let from = 0; from < length; from += rows) {
    take(from, Math.min(from + rows, length));
    yield;
  }
}

/** So many groups, whatever is made for each. */
const STEP_GROUPS = 2 ** 9;

/** Takes groups of rows, of which there may be nearly as many as rows, some at a time. */
export function* eachInSteps<Group>(
  groups: Iterable<Group>,
  take: (group: Group) => Steps<void> | void,
): Steps<void> {
  let taken = 0;
  for (const group of groups) {
    const steps = take(group);
    if (steps) yield* steps;
    if (++taken % STEP_GROUPS === 0) yield;
  }
}

/** Whoever is shown rows as they come sorts and sums them all, and so rests the longer the more there are. */
const ROWS_PER_MS = 500;

/** Milliseconds until more is shown of a table that grows. */
export function restOf(least: number, rows: number): number {
  return least + rows / ROWS_PER_MS;
}

/** Does all of it at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

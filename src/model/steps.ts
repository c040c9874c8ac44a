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

/** Does all of it at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Whether what was worked out of some items would be worked out of the very same ones again. */
export function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, place) => each === b[place]);
}

/** As plain JSON, which hosts may store: what is not known is no member of it. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

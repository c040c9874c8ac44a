/**
 * Intl objects cost up to a tenth of a millisecond to make and a table needs them for each cell, so
 * they are made once. The bound is for pages that stay open all day and for answers that name a new
 * currency in every row.
 */
const LIMIT = 64;
const cache = new Map<string, unknown>();

/** What `make` gave for this key; the oldest entry leaves when there are too many. */
export function cached<T>(key: string, make: () => T): T {
  const known = cache.get(key);
  // A key always belongs to one kind of object: each caller puts its own letter in front.
  if (known !== undefined) return known as T;
  const made = make();
  const oldest = cache.keys().next();
  if (cache.size >= LIMIT && !oldest.done) cache.delete(oldest.value);
  cache.set(key, made);
  return made;
}

/** How many Intl objects are held; never above 64. */
export function cacheSize(): number {
  return cache.size;
}

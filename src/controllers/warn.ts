const said = new Set<string>();

/** More distinct warnings than this say nothing new, and a page may live for days. */
const MOST_TEXTS = 100;

/**
 * Tells the host's developer about a setting or a piece of data that could not be taken, once a page. The
 * only place that uses the console. A text never holds a value of the data.
 */
export function warnOnce(text: string): void {
  if (said.has(text) || said.size >= MOST_TEXTS) return;
  said.add(text);
  console.warn(`payex-usage: ${text}`);
}

const said = new Set<string>();

/**
 * Tells the host's developer about a setting or a piece of data that could not be taken, once a page. The
 * only place that uses the console. A text never holds a value of the data: there are few of them.
 */
export function warnOnce(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  console.warn(`payex-usage: ${text}`);
}

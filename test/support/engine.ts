const isChromium = navigator.userAgent.includes('Chrome/');

/** What tests may need of an engine or its driver, and whether it is there. */
const HAS = {
  'emulated media': isChromium,
  'emulated focus': isChromium,
  'scroll anchoring': CSS.supports('overflow-anchor: auto'),
  // WebKitGTK takes the system's, which may be years behind: there the currency stands first.
  'recent words of Norwegian': /^1/.test(
    new Intl.NumberFormat('nb', { style: 'currency', currency: 'SEK' }).format(1),
  ),
} as const;

/**
 * `it` where the engine that runs the test has what it needs; elsewhere the test is skipped: its title says
 * for want of what, and it is counted.
 */
export function itWith(
  need: keyof typeof HAS,
  title: string,
  test: () => void | Promise<void>,
): void {
  if (HAS[need]) it(title, test);
  else it.skip(`${title} (no ${need})`, test);
}

/** Without the spaces that some engines put around the dash of a range of days. */
export function tightRanges(text: string): string {
  return text.replace(/(\d)\s–\s(\d)/g, '$1–$2');
}

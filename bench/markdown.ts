/** Figures and tables in Markdown. */

const thousands = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export function count(value: number): string {
  return thousands.format(value);
}

/** A figure with the digits that it is worth; '–' for none. */
export function figure(value: number | null): string {
  if (value === null) return '–';
  if (Math.abs(value) >= 100) return count(value);
  return value
    .toFixed(Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 1 ? 1 : 2)
    .replace(/\.0+$/, '');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')).join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '--:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Small pieces of Markdown. */

/** One line of prose from a doc comment; `|` would end a table cell. */
export function cell(text = '') {
  return text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|') || '–';
}

/** Code in a table cell. Inside back-ticks only the `|` still counts. */
export function code(text) {
  if (text === undefined || text === '') return '–';
  return `\`${String(text).replace(/\s+/g, ' ').trim().replaceAll('|', '\\|')}\``;
}

/** A table under its heading; nothing at all without rows. */
export function table(heading, columns, rows) {
  if (rows.length === 0) return [];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [heading, [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')];
}

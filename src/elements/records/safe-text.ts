/** Longest text of a cell, in UTF-16 units; the rest is reachable in the record's detail. */
const CELL_LIMIT = 160;

/** Marks that turn the direction of reading, and other characters that do not show. */
const UNSEEN = /\p{Cf}+/gu;

/** Line breaks and tabs; piles of combining marks, which grow out of their row; what is broken. */
const HARMFUL = /([\t-\r\x85\u2028\u2029]+)|(\p{M}{3})\p{M}+|[\p{Cc}\p{Cs}]/gu;

/**
 * A text of the data, or what a host hands over as one, as it may be shown: the same letters, inert. Line breaks become blanks, other
 * controls and broken characters '�', invisible ones are dropped. Longer than `limit` ends in '…'.
 */
export function safeText(given: string, limit = CELL_LIMIT): string {
  const text = [given].join();
  // The cut comes first: a word of a megabyte must not be searched through for each frame.
  if (text.length > limit) {
    // Without half a character at the cut.
    return `${safeText(text.slice(0, limit).replace(/[\ud800-\udbff]$/, ''), limit)}…`;
  }
  return text
    .replace(UNSEEN, '')
    .replace(HARMFUL, (_, blank?: string, marks?: string) => (blank ? ' ' : (marks ?? '\ufffd')));
}

/** Longest text of a cell, in UTF-16 units; the rest is reachable in the record's detail. */
export const CELL_LIMIT = 160;

/**
 * What may stand in a foreign text but must not act on the page: control characters, marks that turn
 * the direction of reading, characters without width, lone surrogates, and piles of combining marks
 * that grow out of their row.
 */
const SUSPECT =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}|\p{M}{4,}/u;

const BLANKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const BROKEN = /[\p{Cc}\p{Cs}]/gu;
const PILES = /(\p{M}{3})\p{M}+/gu;

/**
 * A text of the data as it may be shown: the same letters, inert. Line breaks become blanks, other
 * controls and broken characters '�', invisible ones are dropped. Longer than `limit` ends in '…'.
 */
export function safeText(text: string, limit = CELL_LIMIT): string {
  // The cut comes first: a word of a megabyte must not be searched through for each frame.
  const long = text.length > limit;
  const cut = long ? text.slice(0, endOfCharacter(text, limit)) : text;
  const clean = SUSPECT.test(cut)
    ? cut.replace(BLANKS, ' ').replace(UNSEEN, '').replace(BROKEN, '\ufffd').replace(PILES, '$1')
    : cut;
  return long ? `${clean}…` : clean;
}

/** A cut between the halves of a surrogate pair would break the last character. */
function endOfCharacter(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code <= 0xdbff ? end - 1 : end;
}
